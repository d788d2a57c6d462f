//! The server as a process: what it prints, and what it says when it can't start.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Ends with the test, however the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn server(folder: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qsec2-server"));
    command.arg("--listen").arg(listen).arg("--site").arg(folder.join("dist"));
    command.arg("--data").arg(folder.join("data")).env_clear();
    command
}

/// A page with a place for a head and a body.
const SHELL: &str = "<html lang=\"fr\"><!--head--><!--/head--><!--body--><!--/body-->";

fn build_site(folder: &Path) -> Outcome {
    fs::create_dir_all(folder.join("dist"))?;
    fs::write(folder.join("dist/shell.html"), SHELL)?;
    fs::write(folder.join("dist/feed.json"), r#"{"version": "1.0", "events": []}"#)?;
    Ok(())
}

/// The one sentence of a server that did not start.
fn refusal(output: &Output) -> Outcome<String> {
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr.clone())?;
    let sentence = text.lines().last().unwrap_or_default();
    Ok(sentence.strip_prefix("qsec2-server: ").ok_or("no sentence")?.to_owned())
}

#[test]
fn it_prints_the_address_at_which_it_answers() -> Outcome {
    let folder = tempfile::tempdir()?;
    build_site(folder.path())?;
    let mut command = server(folder.path(), "127.0.0.1:0");
    let mut running = Running(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?);
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().ok_or("no output")?).read_line(&mut line)?;
    let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    let mut connection = TcpStream::connect(address.ok_or("no address")?)?;
    connection.write_all(b"GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("ok\n"), "{answer}");
    assert!(folder.path().join("data").is_dir());
    Ok(())
}

#[test]
fn without_a_site_it_says_how_to_get_one() -> Outcome {
    let folder = tempfile::tempdir()?;
    let sentence = refusal(&server(folder.path(), "127.0.0.1:0").output()?)?;
    assert!(sentence.contains("no built site") && sentence.contains("cargo xtask"), "{sentence}");
    Ok(())
}

#[test]
fn a_taken_port_is_named() -> Outcome {
    let folder = tempfile::tempdir()?;
    build_site(folder.path())?;
    let taken = TcpListener::bind("127.0.0.1:0")?;
    let address = taken.local_addr()?.to_string();
    let sentence = refusal(&server(folder.path(), &address).output()?)?;
    assert!(sentence.contains(&address) && sentence.contains("taken"), "{sentence}");
    Ok(())
}

#[test]
fn a_feed_that_can_not_be_read_is_named() -> Outcome {
    let folder = tempfile::tempdir()?;
    build_site(folder.path())?;
    let missing = folder.path().join("missing.json");
    let output = server(folder.path(), "127.0.0.1:0").arg("--feed").arg(&missing).output()?;
    assert!(refusal(&output)?.contains("missing.json"));
    Ok(())
}

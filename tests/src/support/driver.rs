//! One chromedriver for all browsers of this process, on a port that was free, for as long as any of them lives.
//!
//! Never downloads anything: the browser and its driver are there, or a sentence says what to do.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::Outcome;

/// A running chromedriver; ends with the last one who holds it.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    /// Held open: a driver that can't write its lines ends.
    _lines: BufReader<ChildStdout>,
    /// Where it listens, on this machine.
    pub port: u16,
}

impl Driver {
    /// The one of this process, started if nobody holds it now.
    ///
    /// # Errors
    /// When there is no chromedriver, or when it does not say that it listens.
    pub fn shared() -> Outcome<Arc<Self>> {
        static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade() {
            return Ok(running);
        }
        let started = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&started);
        Ok(started)
    }

    fn start() -> Outcome<Self> {
        let program = program("CHROMEDRIVER", &["chromedriver"])?;
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} can't be started: {error}", program.display()))?;
        let output = process.stdout.take().ok_or("chromedriver has no output")?;
        let mut lines = BufReader::new(output);
        let port = listening_port(&mut lines)?;
        Ok(Self { process, _lines: lines, port })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Where Chromium is.
///
/// # Errors
/// When there is none.
pub fn chromium() -> Outcome<PathBuf> {
    program("CHROME", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

fn listening_port(lines: &mut impl BufRead) -> Outcome<u16> {
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        if let Some((_, port)) = line.split_once("on port ")
            && line.contains("started successfully")
        {
            return Ok(port.trim_end_matches(['.', '\n', '\r']).parse()?);
        }
        line.clear();
    }
    Err("chromedriver ended before it listened".into())
}

/// A program that a variable of the environment names, else one on PATH.
fn program(variable: &str, names: &[&str]) -> Outcome<PathBuf> {
    if let Some(named) = env::var_os(variable).map(PathBuf::from).filter(|named| named.is_file()) {
        return Ok(named);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let found = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.into_iter().find(|candidate| candidate.is_file()).ok_or_else(|| {
        let names = names.join(", ");
        format!(
            "none of {names} is on PATH; `cargo xtask test` installs it, or name it in {variable}"
        )
        .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() -> Outcome {
        let said = "Starting ChromeDriver\nChromeDriver was started successfully on port 41017.\n";
        assert_eq!(listening_port(&mut said.as_bytes())?, 41017);
        assert!(listening_port(&mut &b"no"[..]).is_err());
        Ok(())
    }

    #[test]
    fn a_missing_program_is_said_with_the_cure() {
        let Err(error) = program("QSEC2_NO_SUCH_VARIABLE", &["no-such-program"]) else {
            panic!("it was found")
        };
        assert!(error.to_string().contains("cargo xtask test"), "{error}");
    }
}

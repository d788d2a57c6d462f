//! Other programs: run them, and say in one sentence what went wrong.

use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// Announces a step that may take a while.
pub(crate) fn announce(step: &str) {
    eprintln!("── {step}");
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Runs a program to its end, its output shown as it comes, on standard error: it is progress, not a result.
///
/// # Errors
/// When it can't be started or ends with anything but 0.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    command.stdout(std::io::stderr());
    let status =
        command.status().with_context(|| format!("`{}` can't be started", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// As [`run`], but what it prints on standard output is a result.
///
/// # Errors
/// When it can't be started, ends with anything but 0, or prints what is not text.
pub(crate) fn run_for_text(command: &mut Command) -> Result<String> {
    command.stderr(Stdio::inherit());
    let output =
        command.output().with_context(|| format!("`{}` can't be started", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no text", line(command)))
}

/// What a program prints on standard output; `None` when there is no such program or when it fails.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text =
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned());
    text.map(|text| text.trim().to_owned())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

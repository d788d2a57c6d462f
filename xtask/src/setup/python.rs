//! Python and the packages from its index (`PyPI`) that tests need, in an environment of its own below `target/tools/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::system;
use crate::root;
use crate::run::{announce, ask, run};

/// What is installed, in which versions and with which hashes.
const REQUIREMENTS: &str = "domain/tests/outputs/requirements.txt";

/// The oldest minor version of Python 3 that the packages run on.
const MINOR: u32 = 10;

/// Installs the packages when the list changed. The tests find them at `target/tools/python`.
pub(super) fn packages() -> Result<()> {
    let place = root().join("target/tools/python");
    let list = root().join(REQUIREMENTS);
    let wanted = fs::read(&list).with_context(|| format!("{REQUIREMENTS} can't be read"))?;
    let stamp = place.join("installed-requirements.txt");
    if fs::read(&stamp).ok().as_deref() == Some(&wanted[..]) {
        return Ok(());
    }
    python()?;
    announce(&format!("installing a reader of calendars from PyPI into {}", place.display()));
    environment(&place)?;
    let mut pip = Command::new(place.join("bin/python3"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    run(pip.args(["--require-hashes", "--requirement"]).arg(&list))?;
    fs::write(&stamp, &wanted).with_context(|| format!("{} can't be written", stamp.display()))
}

/// An empty environment. Debian has what makes one in a package of its own.
fn environment(place: &Path) -> Result<()> {
    let make = || {
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "--clear"]).arg(place);
        make
    };
    if run(&mut make()).is_ok() {
        return Ok(());
    }
    system::install(&["python3-venv"], "Python's module `venv`")?;
    run(&mut make())
}

fn python() -> Result<()> {
    let minor =
        |version: String| version.strip_prefix("Python 3.")?.split('.').next()?.parse().ok();
    let found: Option<u32> = ask("python3", &["--version"]).and_then(minor);
    if found.is_some_and(|minor| minor >= MINOR) {
        return Ok(());
    }
    system::install(&["python3", "python3-venv"], &format!("Python 3.{MINOR} or later"))
}

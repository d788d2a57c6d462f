//! The site: built by the bundler, then encoded for the network and measured.
//!
//! Skipped when nothing that goes into it changed since it was last built.

pub(crate) mod encodings;
mod inputs;
mod page;
mod picture;
mod script;
pub(crate) mod sizes;
pub(crate) mod styles;
mod wasm;
mod worker;

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::root;
use crate::run::{announce, run};
use crate::setup::Tools;

/// The folder of the built site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the site into [`dist`], unless it is there already, made of the same inputs.
///
/// Two builds would write over each other: the second waits, and mostly finds the work done.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    fs::create_dir_all(root().join("target/site")).context("target/site can't be made")?;
    let lock =
        File::create(root().join("target/site/lock")).context("target/site can't be written")?;
    if lock.try_lock().is_err() {
        announce("waiting for another build of the site");
        lock.lock().context("the other build can't be waited for")?;
    }
    let inputs = inputs::fingerprint()?;
    let stamp = root().join("target/site/stamp");
    let unchanged = fs::read_to_string(&stamp).is_ok_and(|built| built == inputs);
    if unchanged && dist().join("shell.html").is_file() {
        announce("the site is built already (dist/)");
        return Ok(());
    }
    announce("building the site into dist/ (the first time takes some minutes)");
    bundle(tools)?;
    wasm::shrink(tools)?;
    page::inline_styles(tools)?;
    picture::write_all(&dist())?;
    worker::write(tools)?;
    // Static hosts answer unknown addresses with this file and the status 404; the app then draws what it can.
    fs::copy(dist().join("index.html"), dist().join("404.html"))
        .context("404.html can't be made")?;
    announce("drawing the pages, for hosts that serve files only");
    page::draw_all()?;
    announce("encoding the site in brotli and gzip");
    encodings::write_beside_all(&dist())?;
    eprintln!("{}", sizes::report(&sizes::loads(&dist())?));
    fs::write(&stamp, inputs).with_context(|| format!("{} can't be written", stamp.display()))
}

fn bundle(tools: &Tools) -> Result<()> {
    styles::write()?;
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release", "--offline", "--skip-version-check"]);
    // Marked, so that it can be split; alone, the bundler builds the program in one piece.
    trunk.args(["--features", "split"]);
    // The bundler takes `NO_COLOR=1`, which other tools take too, for a mistake.
    trunk.env_remove("NO_COLOR").current_dir(root());
    tools.lend_to(&mut trunk)?;
    run(&mut trunk)
}

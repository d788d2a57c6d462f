//! What the project needs beside Rust, found or installed.
//!
//! A program on `PATH` at the right version is used as it is. What is missing goes below `target/` and `node_modules/`,
//! never into a home folder; only packages of the system (node, Chromium) go where the system puts them.

mod browser;
mod cargo_tools;
mod npm;
mod python;
mod system;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

pub(crate) use browser::{Browser, browser};

use crate::root;
use crate::run::{announce, ask, cargo, run};

/// Where the programs are that were found or installed.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    /// Folders to look into before `PATH`.
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Lets a program find the tools.
    pub(crate) fn lend_to(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", self.path()?);
        Ok(())
    }

    fn path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        env::join_paths(all).context("a folder's name can't stand in PATH")
    }
}

/// All that is needed to build the site.
pub(crate) fn for_site() -> Result<Tools> {
    wasm_target()?;
    let mut tools = Tools::default();
    tools.folders.extend(cargo_tools::trunk()?);
    tools.folders.extend(cargo_tools::wasm_bindgen()?);
    tools.folders.push(npm::packages()?);
    Ok(tools)
}

/// All that is needed to measure beside building the site: the peers and the tools of `bench/`, and a browser.
pub(crate) fn for_bench(folder: &Path) -> Result<Browser> {
    npm::install(folder, "peers and tools of the bench")?;
    browser()
}

/// What the tests on this machine need: readers of calendars that are not ours, to compare with.
pub(crate) fn for_tests() -> Result<()> {
    npm::packages()?;
    python::packages()
}

/// All that is needed to check the code.
pub(crate) fn for_checks() -> Result<Tools> {
    wasm_target()?;
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let version = [command, "--version"];
        if ask(cargo().get_program(), &version).is_none() {
            announce(&format!("installing {component} into the toolchain (rustup component add)"));
            run(Command::new("rustup").args(["component", "add", component]).current_dir(root()))?;
        }
    }
    Ok(Tools { folders: cargo_tools::cargo_deny()?.into_iter().collect() })
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let library = ask(rustc, &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    announce(
        "installing Rust's standard library for wasm32 into the toolchain (rustup target add)",
    );
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(root()))
}

//! Chromium and its driver, for the tests that need a browser.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::system;
use crate::run::ask;

/// Where the browser is.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium itself.
    pub(crate) program: PathBuf,
    /// Its driver, that tests speak to.
    pub(crate) driver: PathBuf,
}

/// Finds Chromium and its driver, or installs both.
pub(crate) fn browser() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let what = "Chromium (chromium, chromium-browser or google-chrome) and chromedriver";
    system::install(&["chromium", "chromium-driver"], what)?;
    find().context("Chromium was installed, but is not on PATH")
}

fn find() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let program = named("CHROME").or_else(|| names.iter().find_map(on_path))?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { program, driver })
}

/// A program that the environment names, if it runs.
fn named(variable: &str) -> Option<PathBuf> {
    let program = PathBuf::from(std::env::var_os(variable)?);
    ask(&program, &["--version"]).map(|_| program)
}

fn on_path(name: impl AsRef<OsStr>) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let candidates = std::env::split_paths(&folders).map(|folder| folder.join(name.as_ref()));
    candidates.into_iter().find(|candidate| candidate.is_file())
}

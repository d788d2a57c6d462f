//! Build and test tools from npm, into `node_modules/`, exactly as `package-lock.json` says.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::system;
use crate::root;
use crate::run::{announce, ask, run};

/// The oldest node that the tools run on.
const NODE: u32 = 18;

/// Installs the packages when the lock file changed; the folder of their programs.
pub(super) fn packages() -> Result<PathBuf> {
    let modules = root().join("node_modules");
    let lock =
        fs::read(root().join("package-lock.json")).context("package-lock.json can't be read")?;
    let stamp = modules.join(".installed-lock.json");
    if fs::read(&stamp).ok().as_deref() != Some(&lock[..]) {
        node()?;
        announce("installing build and test tools from npm into node_modules");
        let mut npm = Command::new("npm");
        run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(root()))?;
        fs::write(&stamp, &lock)
            .with_context(|| format!("{} can't be written", stamp.display()))?;
    }
    Ok(modules.join(".bin"))
}

fn node() -> Result<()> {
    let major = |version: String| version.strip_prefix('v')?.split('.').next()?.parse().ok();
    let found: Option<u32> = ask("node", &["--version"]).and_then(major);
    if found.is_some_and(|major| major >= NODE) && ask("npm", &["--version"]).is_some() {
        return Ok(());
    }
    system::install(&["nodejs", "npm"], &format!("node {NODE} or later, and npm"))
}

//! Packages from npm, into a folder's `node_modules/`, exactly as its `package-lock.json` says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::system;
use crate::root;
use crate::run::{announce, ask, run};

/// The oldest node that the tools run on.
const NODE: u32 = 18;

/// Installs build and test tools; the folder of their programs.
pub(super) fn packages() -> Result<PathBuf> {
    install(&root(), "build and test tools")
}

/// Installs the packages of a folder when its lock file changed; the folder of their programs.
pub(super) fn install(folder: &Path, what: &str) -> Result<PathBuf> {
    let (modules, lock) = (folder.join("node_modules"), folder.join("package-lock.json"));
    let lock = fs::read(&lock).with_context(|| format!("{} can't be read", lock.display()))?;
    let stamp = modules.join(".installed-lock.json");
    if fs::read(&stamp).ok().as_deref() != Some(&lock[..]) {
        node()?;
        announce(&format!("installing {what} from npm into {}", modules.display()));
        let mut npm = Command::new("npm");
        // The settings of the project, whichever of its folders is installed.
        npm.env("NPM_CONFIG_IGNORE_SCRIPTS", "true");
        run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))?;
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

//! What the built site is made of, as one fingerprint.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest, Sha256};

use crate::root;
use crate::run::ask;

/// Files and folders that go into the site, relative to the workspace.
const INPUTS: [&str; 16] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "package-lock.json",
    "domain/Cargo.toml",
    "domain/data",
    "domain/src",
    "offline",
    "public",
    "server/src",
    "src",
    "style",
    "xtask/src/site",
    "xtask/src/site.rs",
];

/// Changes when the content of any input does, or the compiler.
pub(super) fn fingerprint() -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(ask("rustc", &["--version"]).unwrap_or_default());
    for input in INPUTS {
        for file in files_below(&root().join(input))? {
            let content =
                fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
            digest.update(file.to_string_lossy().as_bytes());
            digest.update((content.len() as u64).to_le_bytes());
            digest.update(content);
        }
    }
    Ok(format!("{:x}", digest.finalize()))
}

/// A file, or all files below a folder, in the order of their names; nothing when there is nothing.
pub(super) fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = entries.with_context(|| format!("{} can't be read", path.display()))?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        files.extend(files_below(&path)?);
    }
    Ok(files)
}

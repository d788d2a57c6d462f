//! Programs from the crate registry, built once into `target/tools/`, each version in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::root;
use crate::run::{announce, ask, cargo, run};

/// The bundler, and the oldest of its minor version that does.
const TRUNK: (u32, u32, u32) = (0, 21, 14);

/// The folder to put before `PATH` so that trunk is found; `None` when it already is.
pub(super) fn trunk() -> Result<Option<PathBuf>> {
    let (major, minor, patch) = TRUNK;
    let suits = |version: &str| {
        let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
        let found = (parts.next(), parts.next(), parts.next());
        matches!(found, (Some(a), Some(b), Some(c)) if a == major && b == minor && c >= patch)
    };
    // It never downloads anything for us: it needs no TLS, which would double the time to build it.
    let tool = Tool { package: "trunk", program: "trunk", flags: &["--no-default-features"] };
    tool.found_or_installed(&format!("{major}.{minor}.{patch}"), suits)
}

/// As [`trunk`], for wasm-bindgen, which must be of exactly the version that the site is built with.
pub(super) fn wasm_bindgen() -> Result<Option<PathBuf>> {
    let version = locked_version("wasm-bindgen")?;
    let tool = Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", flags: &[] };
    tool.found_or_installed(&version, |found| found == version)
}

/// As [`trunk`], for cargo-deny, any version of which will do; installed in the version that was tried.
pub(super) fn cargo_deny() -> Result<Option<PathBuf>> {
    let tool =
        Tool { package: "cargo-deny", program: "cargo-deny", flags: &["--no-default-features"] };
    tool.found_or_installed("0.20.2", |_| true)
}

struct Tool {
    package: &'static str,
    program: &'static str,
    flags: &'static [&'static str],
}

impl Tool {
    fn found_or_installed(
        &self,
        version: &str,
        suits: impl Fn(&str) -> bool,
    ) -> Result<Option<PathBuf>> {
        if version_of(Path::new(self.program)).is_some_and(|found| suits(&found)) {
            return Ok(None);
        }
        let place = root().join("target/tools").join(format!("{}-{version}", self.package));
        let folder = place.join("bin");
        if version_of(&folder.join(self.program)).is_none_or(|found| !suits(&found)) {
            self.install(version, &place)?;
        }
        Ok(Some(folder))
    }

    fn install(&self, version: &str, place: &Path) -> Result<()> {
        let package = self.package;
        announce(&format!(
            "installing {package} {version} into {} (some minutes, once)",
            place.display()
        ));
        let build = root().join("target/tools/build");
        let command = |flags: &[&str]| {
            let mut command = cargo();
            command.args(["install", package, "--version", version]).args(self.flags).args(flags);
            command.arg("--root").arg(place).arg("--target-dir").arg(&build);
            // They run for seconds and would take many minutes to optimise.
            command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
            command.env("CARGO_PROFILE_RELEASE_LTO", "off");
            command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            command
        };
        if let Err(error) = run(&mut command(&["--locked"])) {
            // A mirror of the registry may lack a version that the package was locked to.
            announce(&format!("{error:#}; trying again with the versions that there are"));
            run(&mut command(&[]))?;
        }
        // Kept when the installation was interrupted, so that it goes on from there.
        fs::remove_dir_all(&build).with_context(|| format!("{} can't be removed", build.display()))
    }
}

/// The version that `program --version` ends its first line with.
fn version_of(program: &Path) -> Option<String> {
    let text = ask(program, &["--version"])?;
    text.lines().next()?.split_whitespace().nth(1).map(str::to_owned)
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock can't be read")?;
    version_in_lock(&lock, package).with_context(|| format!("Cargo.lock has no {package}"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_in_the_lock_file_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "a"), Some("0.2.130".to_owned()));
        assert_eq!(version_in_lock(lock, "b"), None);
    }
}

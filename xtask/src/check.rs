//! `cargo xtask check`: format, lints on both targets, dependencies. Warnings are errors.

use anyhow::Result;

use crate::root;
use crate::run::{announce, ask, cargo, run};
use crate::setup;

/// Checks all of it; stops at the first that fails.
pub(crate) fn run_all() -> Result<()> {
    setup::for_checks()?;
    announce("format");
    cargo_in_root(&["fmt", "--all", "--check"])?;
    announce("lints, native");
    cargo_in_root(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    announce("lints, browser");
    let target = ["--target", "wasm32-unknown-unknown", "--all-targets", "--", "-D", "warnings"];
    cargo_in_root(&[&["clippy", "--package", "qsec2"], &target[..]].concat())?;
    dependencies()
}

/// Licences, bans and sources need only what is on this machine; advisories need a database from elsewhere.
fn dependencies() -> Result<()> {
    if ask("cargo-deny", &["--version"]).is_none() {
        announce(
            "dependencies: not checked, cargo-deny is not installed (`cargo install cargo-deny --locked`)",
        );
        return Ok(());
    }
    announce("dependencies: bans, licences, sources (not advisories, which need the network)");
    cargo_in_root(&["deny", "--offline", "check", "bans", "licenses", "sources"])
}

fn cargo_in_root(arguments: &[&str]) -> Result<()> {
    run(cargo().args(arguments).current_dir(root()))
}

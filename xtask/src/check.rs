//! `cargo xtask check`: format, lints on both targets, dependencies. Warnings are errors.

use anyhow::Result;

use crate::root;
use crate::run::{announce, cargo, run};
use crate::setup::{self, Tools};

/// Checks all of it; stops at the first that fails.
pub(crate) fn run_all() -> Result<()> {
    let tools = setup::for_checks()?;
    announce("format");
    cargo_in_root(&["fmt", "--all", "--check"])?;
    announce("lints, native");
    cargo_in_root(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    announce("lints, browser");
    let target = ["--target", "wasm32-unknown-unknown", "--all-targets", "--", "-D", "warnings"];
    // With what is split; in one piece it is as natively.
    cargo_in_root(
        &[&["clippy", "--package", "qsec2", "--features", "split"], &target[..]].concat(),
    )?;
    dependencies(&tools)
}

/// Licences, bans and sources need only what is on this machine; advisories need a database from elsewhere.
fn dependencies(tools: &Tools) -> Result<()> {
    announce(
        "dependencies: bans, licences, sources (not advisories, whose database is on the network)",
    );
    // Crates of other systems too, which no build has fetched.
    cargo_in_root(&["fetch", "--locked", "--quiet"])?;
    let mut deny = cargo();
    deny.args(["deny", "--offline", "check", "bans", "licenses", "sources"]).current_dir(root());
    tools.lend_to(&mut deny)?;
    run(&mut deny)
}

fn cargo_in_root(arguments: &[&str]) -> Result<()> {
    run(cargo().args(arguments).current_dir(root()))
}

//! `cargo xtask feed`: tools on feeds, for the person who keeps one.
//!
//! Results go to standard output or to the file that was named, everything else to standard error. Nothing here knows
//! what a feed means: reading, judging and inventing are the domain's.

mod check;
mod demo;
mod import;
mod jsonld;
mod lines;
mod progress;
mod schema;
mod slice;

#[cfg(test)]
mod tests;

use std::fs;
use std::io::{Read as _, Write as _, stdin, stdout};
use std::path::Path;

use anyhow::{Context as _, Result};
use clap::Subcommand;
use qsec2_domain::choices::Choice as _;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;

/// What can be done with a feed.
#[derive(Debug, Subcommand)]
pub(crate) enum FeedCommand {
    /// Says what is wrong with a feed, where, and what to do about it; fails unless nothing is.
    Check(check::Check),
    /// Writes `public/feed.schema.json`, the description of the feed that other programs read.
    Schema(schema::Schema),
    /// Invents a season, for demonstrations and for tests of size.
    Demo(demo::Demo),
    /// Reads a feed with all its faults, or schema.org events as JSON-LD, and writes it as it should be.
    Import(import::Import),
    /// Cuts a large feed into slices, so that a page loads what it needs and not the whole archive.
    Slice(slice::Slice),
}

/// Does it.
///
/// # Errors
/// When a file can't be read or written, when a feed can't be read at all, and when a check finds anything.
pub(crate) fn run(command: FeedCommand) -> Result<()> {
    match command {
        FeedCommand::Check(check) => check.run(),
        FeedCommand::Schema(schema) => schema.run(),
        FeedCommand::Demo(demo) => demo.run(),
        FeedCommand::Import(import) => import.run(),
        FeedCommand::Slice(slice) => slice.run(),
    }
}

/// The bytes of a feed in its canonical form: indented, in the order of the types, with a newline at its end.
fn canonical(feed: &Feed) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(feed).context("the feed can't be written as JSON")?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a file whole; `-` is standard input.
fn read_file(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        stdin().read_to_end(&mut bytes).context("standard input can't be read")?;
    } else {
        bytes = fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    }
    Ok(bytes)
}

/// Writes a file whole; `-` is standard output.
fn write_file(file: &Path, bytes: &[u8]) -> Result<()> {
    if file == Path::new("-") {
        stdout().write_all(bytes).context("standard output can't be written")
    } else {
        fs::write(file, bytes).with_context(|| format!("{} can't be written", file.display()))
    }
}

/// The language of a report, as `--lang` names it.
fn lang(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "fr or en".to_owned())
}

//! `cargo xtask feed schema`: the description of the feed for other programs, generated from the types.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use qsec2_domain::schema::schema_text;

use super::write_file;
use crate::root;

/// Whether to write it or to look whether it is up to date.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Write nothing; fail when the file is not what the types say.
    #[arg(long)]
    check: bool,
}

impl Schema {
    /// Writes the file, or compares it.
    pub(super) fn run(&self) -> Result<()> {
        let file = file();
        let text = schema_text();
        if !self.check {
            return write_file(&file, text.as_bytes());
        }
        let written = fs::read_to_string(&file)
            .with_context(|| format!("{} can't be read", file.display()))?;
        if written != text {
            bail!("{} is stale: run `cargo xtask feed schema`", file.display());
        }
        Ok(())
    }
}

fn file() -> PathBuf {
    root().join("public/feed.schema.json")
}

//! `cargo xtask feed import`: whatever can be read, written as it should be.
//!
//! What could not be kept is said on standard error; the result is always a feed that `feed check` finds clean.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use qsec2_domain::lang::Lang;
use qsec2_domain::reader::{Limits, Reading, read_within};

use super::check::{describe, verdict};
use super::{canonical, jsonld, lang, progress, read_file, write_file};

/// What to read, and where to write it.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A feed, or schema.org events as JSON-LD; `-` is standard input.
    file: PathBuf,
    /// The file to write; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// The language of the report: fr or en.
    #[arg(long, default_value = "fr", value_parser = lang, value_name = "fr|en")]
    lang: Lang,
}

impl Import {
    /// Reads, reports, writes.
    pub(super) fn run(&self) -> Result<()> {
        let bytes = read_file(&self.file)?;
        let (name, bytes) = match jsonld::to_feed(&bytes) {
            Some(converted) => (Path::new("JSON-LD"), converted),
            None => (self.file.as_path(), bytes),
        };
        let outcome = progress::during("reading the feed", || read_within(&bytes, Limits::NATIVE));
        let Reading { feed, report, .. } = match outcome {
            Ok(reading) => reading,
            Err(refusal) => bail!("{}: {}", self.file.display(), refusal.message(self.lang)),
        };
        if !report.is_clean() {
            eprint!("{}", describe(name, &bytes, &report, self.lang));
            eprintln!("{}: {}", self.file.display(), verdict(&report, self.lang));
        }
        write_file(&self.out, &canonical(&feed)?)
    }
}

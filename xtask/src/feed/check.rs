//! `cargo xtask feed check`: each fault of a feed with its record, its line, its JSON Pointer and its cure.
//!
//! In French unless asked otherwise: whoever keeps a feed need not be a programmer.

use std::fmt::Write as _;
use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::reader::{Limits, Reading, read_within};
use qsec2_domain::report::Report;

use super::lines::Lines;
use super::{lang, progress, read_file};

/// What to check.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The feed; `-` is standard input.
    file: PathBuf,
    /// The language of the report: fr or en.
    #[arg(long, default_value = "fr", value_parser = lang, value_name = "fr|en")]
    lang: Lang,
}

impl Check {
    /// Checks, and fails unless the feed is clean.
    pub(super) fn run(&self) -> Result<()> {
        let bytes = read_file(&self.file)?;
        let outcome = progress::during("reading the feed", || read_within(&bytes, Limits::NATIVE));
        let Reading { feed, report, .. } = match outcome {
            Ok(reading) => reading,
            Err(refusal) => bail!("{}: {}", self.file.display(), refusal.message(self.lang)),
        };
        let text = describe(&self.file, &bytes, &report, self.lang);
        stdout().write_all(text.as_bytes()).context("standard output can't be written")?;
        if !report.is_clean() {
            bail!("{}: {}", self.file.display(), verdict(&report, self.lang));
        }
        eprintln!("{}: {}", self.file.display(), contents(&feed, self.lang));
        Ok(())
    }
}

/// All problems as text: three lines each.
pub(super) fn describe(file: &Path, bytes: &[u8], report: &Report, lang: Lang) -> String {
    let mut lines = Lines::new(std::str::from_utf8(bytes).unwrap_or_default());
    let mut text = String::new();
    for problem in report.problems() {
        let (file, line) = (file.display(), lines.line(&problem.pointer));
        let (message, cure) = (problem.message(lang), problem.cure(lang));
        let effect = problem.effect.message(lang);
        // Writing to a `String` can't fail.
        let _ = writeln!(text, "{file}:{line}  {}  {}", problem.record, problem.pointer);
        let _ = writeln!(text, "    {message} ({effect})\n    → {cure}");
    }
    text
}

/// How many problems there are, what they cost, and how many are not listed.
pub(super) fn verdict(report: &Report, lang: Lang) -> String {
    let (total, omitted) = (report.total(), report.omitted());
    let mut text = match lang {
        Lang::Fr => {
            format!("problèmes\u{a0}: {total}, enregistrements laissés de côté\u{a0}: {omitted}")
        }
        Lang::En => format!("problems: {total}, records left out: {omitted}"),
    };
    let hidden = total - report.problems().len();
    if hidden > 0 {
        text.push_str(match lang {
            Lang::Fr => ", problèmes comptés mais non listés\u{a0}: ",
            Lang::En => ", problems counted but not listed: ",
        });
        text.push_str(&hidden.to_string());
    }
    text
}

fn contents(feed: &Feed, lang: Lang) -> String {
    let (events, stops, news) = (feed.events.len(), feed.stops.len(), feed.news.len());
    match lang {
        Lang::Fr => format!(
            "rien à signaler (événements\u{a0}: {events}, étapes\u{a0}: {stops}, actualités\u{a0}: {news})"
        ),
        Lang::En => format!("nothing wrong (events: {events}, stops: {stops}, news: {news})"),
    }
}

//! `cargo xtask feed demo`: an invented season as a feed, the same at every call with the same arguments.

use std::path::PathBuf;

use anyhow::Result;
use chrono::Utc;
use clap::Args;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::{LAST_YEAR, season};

use super::{canonical, progress, write_file};

/// The season to invent.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The month in which the tour begins; this month when not given.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    from: Option<YearMonth>,
    /// How many events.
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = events)]
    events: usize,
    /// The file to write; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
}

/// The most events that are invented; the browser reads so many in slices only.
const MOST_EVENTS: usize = 500_000;

impl Demo {
    /// Invents and writes.
    pub(super) fn run(&self) -> Result<()> {
        let from = self.from.unwrap_or_else(|| YearMonth::of(Utc::now().date_naive()));
        let step = format!("inventing {} events from {from}", self.events);
        let bytes = progress::during(&step, || canonical(&season(from, self.events)))?;
        write_file(&self.out, &bytes)
    }
}

fn month(text: &str) -> Result<YearMonth, String> {
    let month: YearMonth = text.parse().map_err(|_| "write it like 2026-09".to_owned())?;
    if month.year() > LAST_YEAR {
        return Err(format!("choose a year up to {LAST_YEAR}"));
    }
    Ok(month)
}

fn events(text: &str) -> Result<usize, String> {
    let events = text.parse().ok().filter(|&events| events <= MOST_EVENTS);
    events.ok_or_else(|| format!("a number up to {MOST_EVENTS}"))
}

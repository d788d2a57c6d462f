//! `cargo xtask bench`: numbers, and what they measure.

use std::io::Write as _;

use anyhow::Result;

use crate::site::{self, sizes};
use crate::{run::announce, setup};

/// Builds the site and prints what a first visit loads.
pub(crate) fn run() -> Result<()> {
    site::build(&setup::for_site()?)?;
    announce("sizes only: files as the server sends them to a browser that takes brotli");
    writeln!(std::io::stdout(), "{}", sizes::report(&sizes::loads(&site::dist())?))?;
    Ok(())
}

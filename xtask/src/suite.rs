//! `cargo xtask test`: every test, one part after the other, and one line that sums them up.
//!
//! A part that fails does not keep the next from running. The last line is `N passed, N failed`; a part that ends badly
//! without a failed test (it does not build, the browser does not start) counts as one failed.

mod tally;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};
use tally::Tally;

use crate::run::{announce, cargo};
use crate::setup::{self, Browser, Tools};
use crate::{root, site};

/// Which tests to run.
#[derive(Debug, Args)]
pub(crate) struct Suite {
    /// Only these parts; all of them if none is named.
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// Only tests whose name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
}

/// What has to be set up differs by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Domain, server, tools and the site's own logic, on this machine.
    Native,
    /// What needs browser types, as wasm in headless Chromium.
    Wasm,
    /// The built site in a real browser, as people's tasks.
    Browser,
}

impl Suite {
    /// Sets up and runs the tests; what the process ends with says whether all of them held.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let parts =
            if self.parts.is_empty() { Part::value_variants().to_vec() } else { self.parts };
        let needs_browser = parts.iter().any(|part| *part != Part::Native);
        if parts.contains(&Part::Native) {
            setup::for_tests()?;
        }
        let tools = if needs_browser { setup::for_site()? } else { Tools::default() };
        let browser = if needs_browser { Some(setup::browser()?) } else { None };
        let mut total = Tally::default();
        let mut lines = Vec::new();
        if parts.contains(&Part::Browser) {
            site::build(&tools)?;
            total = weigh()?;
            lines.push(format!("{:<28}{total}", "weight of the built site"));
        }
        for part in parts {
            announce(part.title());
            let tally =
                run_part(part.command(&tools, browser.as_ref(), self.filter.as_deref())?)?;
            lines.push(format!("{:<28}{tally}", part.title()));
            total = total + tally;
        }
        let mut out = std::io::stdout();
        writeln!(out, "\n{}\n{total}", lines.join("\n"))?;
        // Said by the line above, which stays the last.
        Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

impl Part {
    const fn title(self) -> &'static str {
        match self {
            Self::Native => "tests on this machine",
            Self::Wasm => "tests as wasm in Chromium",
            Self::Browser => "tests of the built site",
        }
    }

    fn command(
        self,
        tools: &Tools,
        browser: Option<&Browser>,
        filter: Option<&str>,
    ) -> Result<Command> {
        let mut command = cargo();
        command.args(["test", "--no-fail-fast"]).current_dir(root());
        match self {
            Self::Native => command.args(["--workspace", "--exclude", "qsec2-tests"]),
            Self::Wasm => {
                command.args(["--package", "qsec2", "--lib", "--target", "wasm32-unknown-unknown"])
            }
            Self::Browser => command.args(["--package", "qsec2-tests"]),
        };
        command.args(filter);
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        if let Some(browser) = browser {
            command.env("CHROME", &browser.program).env("CHROMEDRIVER", &browser.driver);
        }
        tools.lend_to(&mut command)?;
        Ok(command)
    }
}

/// Whether the built site is within its budgets, as one test that says what it weighs.
fn weigh() -> Result<Tally> {
    announce("weight of the built site");
    let loads = site::sizes::loads(&site::dist())?;
    let objections = site::sizes::objections(&loads);
    writeln!(std::io::stdout(), "{}\n{objections}", site::sizes::report(&loads))?;
    let failed = u64::from(!objections.is_empty());
    Ok(Tally { passed: 1 - failed, failed })
}

/// Runs one part, its output shown as it comes and counted.
fn run_part(mut command: Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo can't be started")?;
    let stdout = child.stdout.take().context("cargo has no output")?;
    let mut tally = Tally::default();
    for line in BufReader::new(stdout).lines() {
        let line = line.context("cargo's output can't be read")?;
        tally = tally + Tally::of_line(&line);
        writeln!(std::io::stdout(), "{line}")?;
    }
    let ended_well = child.wait().context("cargo was lost")?.success();
    if !ended_well && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

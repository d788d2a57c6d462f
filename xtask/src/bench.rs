//! `cargo xtask bench`: numbers, what they measure, and under which conditions, as Markdown on standard output.
//!
//! It prints and never judges: nothing fails for being slow. What can fail a build is in the tests and in `sizes`.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use clap::{Args, Subcommand};

use crate::root;
use crate::run::{announce, cargo, run};
use crate::setup::{self, Browser};
use crate::site::{self, sizes};

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    #[command(subcommand)]
    what: Option<Measure>,
}

#[derive(Debug, Clone, Subcommand)]
enum Measure {
    /// What a first visit loads, file by file (seconds).
    Sizes,
    /// Lighthouse on four pages: scores, and why they are not 100 (3 minutes).
    Lighthouse(Options),
    /// First screen and memory at 500 to 500,000 events (10 minutes; the first time some more).
    Growth(Options),
    /// What `docs/scale.md` reckons with: pages a second, cutting, what one change costs (5 minutes).
    Scale(Options),
    /// Ours beside the peers, at 500 and 5,000 events (15 minutes); `--sizes=500,5000,50000 --rounds=7` takes hours.
    Peers(Options),
}

/// What is handed on to the script in `bench/`.
#[derive(Debug, Clone, Default, Args)]
struct Options {
    /// Such as `--rounds=7`; the first lines of the script name them.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTIONS")]
    options: Vec<OsString>,
}

/// The peers that are measured when nobody names others: the plainest page, the lightest list, and ours with its floor.
const PEERS: &str = "--only=vanilla,react,react-window,event-calendar-list,event-calendar-grid,fullcalendar-grid,schedule-x,static,ours,ours-month";

impl Bench {
    /// Sets up, builds what is deployed, measures, prints.
    pub(crate) fn run(&self) -> Result<()> {
        site::build(&setup::for_site()?)?;
        let all = || {
            let scripts = [Measure::Lighthouse, Measure::Growth, Measure::Scale, Measure::Peers];
            let scripts = scripts.map(|measure| measure(Options::default()));
            [Measure::Sizes].into_iter().chain(scripts).collect()
        };
        let measures = self.what.clone().map_or_else(all, |what| vec![what]);
        measures.iter().try_for_each(Measure::run)
    }
}

impl Measure {
    fn run(&self) -> Result<()> {
        match self {
            Self::Sizes => print_sizes(),
            Self::Lighthouse(it) => Folder::ready()?.print("Lighthouse", "lighthouse.mjs", it),
            Self::Growth(it) => Folder::ready()?.print("Growth", "growth.mjs", it),
            Self::Scale(it) => Folder::ready()?.print("Scale", "scale.mjs", it),
            Self::Peers(it) => peers(it),
        }
    }
}

fn print_sizes() -> Result<()> {
    announce("sizes: files as the server sends them to a browser that takes brotli");
    let report = sizes::report(&sizes::loads(&site::dist())?);
    Ok(writeln!(std::io::stdout(), "## Sizes\n\n```\n{report}\n```\n")?)
}

fn peers(given: &Options) -> Result<()> {
    let folder = Folder::ready()?;
    let says = |key: &str| given.options.iter().any(|it| it.to_string_lossy().starts_with(key));
    let defaults = ["--sizes=500,5000", "--rounds=3", "--phone-rounds=3", PEERS];
    let defaults = defaults.into_iter().filter(|it| !says(it.split('=').next().unwrap_or(it)));
    let options = defaults.map(OsString::from).chain(given.options.iter().cloned()).collect();
    announce("making the data of the bench and the peers' pages");
    folder.prepare("gen.mjs")?;
    folder.prepare("build.mjs")?;
    folder.print("Beside the peers", "bench.mjs", &Options { options })
}

/// `bench/`, with all that its scripts need.
struct Folder {
    path: PathBuf,
    browser: Browser,
}

impl Folder {
    /// Installs what the scripts need, and builds the programs that are measured as they are deployed.
    fn ready() -> Result<Self> {
        let path = root().join("bench");
        let browser = setup::for_bench(&path)?;
        announce("building server and tools for release (the first time takes some minutes)");
        let mut build = cargo();
        build.args(["build", "--quiet", "--release"]).current_dir(root());
        run(build.args(["--package", "qsec2-server", "--package", "xtask"]))?;
        Ok(Self { path, browser })
    }

    fn node(&self, script: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(script).env("CHROMIUM", &self.browser.program).current_dir(&self.path);
        node
    }

    /// Runs a script that makes what others measure.
    fn prepare(&self, script: &str) -> Result<()> {
        run(&mut self.node(script))
    }

    /// Runs a script that measures; what it prints is the result, and stands under a heading.
    fn print(&self, title: &str, script: &str, given: &Options) -> Result<()> {
        announce(&format!("measuring with bench/{script}; leave the machine alone meanwhile"));
        writeln!(std::io::stdout(), "## {title}\n")?;
        let mut node = self.node(script);
        let status = node.args(&given.options).status().context("node can't be started")?;
        ensure!(status.success(), "bench/{script} found something wrong ({status})");
        Ok(writeln!(std::io::stdout())?)
    }
}

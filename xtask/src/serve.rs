//! `cargo xtask serve`: from a fresh clone to an address that answers.
//!
//! On Unix this process becomes the server, so that Ctrl-C and service managers reach it directly.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::{LAST_YEAR, season};

use crate::run::{announce, cargo, run};
use crate::{root, setup, site};

/// How many events a demonstration season has.
const DEMO_EVENTS: usize = 300;

/// How long before now a demonstration season began, so that it is under way.
const DEMO_LEAD: u32 = 5;

/// What to serve, and where.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The port on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Another feed than the site's own.
    #[arg(long, value_name = "FILE", conflicts_with = "demo")]
    feed: Option<PathBuf>,
    /// Serve an invented season that is under way.
    #[arg(long)]
    demo: bool,
    /// The month in which the invented season begins.
    #[arg(long, value_name = "YYYY-MM", requires = "demo")]
    from: Option<YearMonth>,
    /// The folder for what people send.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Serve {
    /// Sets up, builds, serves; ends when the server does.
    pub(crate) fn run(self) -> Result<()> {
        self.check_before_building()?;
        site::build(&setup::for_site()?)?;
        // The dev profile: a third of release's time to build, and a site in memory needs no more speed.
        announce("building the server");
        run(cargo().args(["build", "--quiet", "--package", "qsec2-server"]).current_dir(root()))?;
        let feed = match (&self.feed, self.demo) {
            (Some(feed), _) => Some(absolute(feed)?),
            (None, true) => Some(write_demonstration(self.from)?),
            (None, false) => None,
        };
        let data = self.data.as_deref().map_or_else(|| Ok(root().join("data")), absolute)?;
        become_the_server(&mut self.server(feed.as_deref(), &data))
    }

    /// What can be known to fail before anybody waits for a build.
    fn check_before_building(&self) -> Result<()> {
        if let Some(feed) = self.feed.as_ref().filter(|feed| !feed.is_file()) {
            bail!("there is no feed at {}", feed.display());
        }
        match TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)) {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                bail!("port {} is taken by another program; choose another with --port", self.port)
            }
            Err(error) => bail!("port {} can't be used: {error}", self.port),
        }
    }

    fn server(&self, feed: Option<&Path>, data: &Path) -> Command {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root().join("target"), PathBuf::from);
        let mut server = Command::new(target.join("debug/qsec2-server"));
        server.arg("--listen").arg(format!("127.0.0.1:{}", self.port));
        server.arg("--site").arg(site::dist()).arg("--data").arg(data);
        if let Some(feed) = feed {
            server.arg("--feed").arg(feed);
        }
        server
    }
}

#[cfg(unix)]
fn become_the_server(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(server.exec()).context("the server can't be started")
}

#[cfg(not(unix))]
fn become_the_server(server: &mut Command) -> Result<()> {
    run(server)
}

fn write_demonstration(from: Option<YearMonth>) -> Result<PathBuf> {
    let from = from.unwrap_or_else(running_season);
    ensure!(from.year() <= LAST_YEAR, "choose a year up to {LAST_YEAR} for --from");
    announce(&format!("inventing a season from {from}"));
    let feed = season(from, DEMO_EVENTS);
    let file = root().join("target/demo/feed.json");
    fs::create_dir_all(root().join("target/demo")).context("target/demo can't be made")?;
    fs::write(&file, serde_json::to_vec(&feed)?)
        .with_context(|| format!("{} can't be written", file.display()))?;
    Ok(file)
}

/// The month in which a season began that is now under way.
fn running_season() -> YearMonth {
    let today = chrono::Utc::now().date_naive();
    (0..DEMO_LEAD).fold(YearMonth::of(today), |month, _| month.previous())
}

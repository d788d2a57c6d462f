//! `cargo xtask`: sets up, builds, serves, tests and measures the project; tools on feeds.
//!
//! Whatever it installs, it says so and where to; what is already there at the right version is used. Progress goes to
//! standard error, results to standard output.

mod bench;
mod check;
mod feed;
mod run;
mod serve;
mod setup;
mod site;
mod suite;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Works on the QSEC² site.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Sets everything up, builds the site, serves it and prints its address.
    Serve(serve::Serve),
    /// Sets everything up and runs every test.
    Test(suite::Suite),
    /// Checks format, lints and dependencies; warnings are errors.
    Check,
    /// Checks, describes, invents and converts feeds.
    #[command(subcommand)]
    Feed(feed::FeedCommand),
    /// Measures, and says how; all of it when nothing is named.
    Bench(bench::Bench),
    /// Builds the site into `dist/`.
    Build,
    /// Joins `style/**` into the one stylesheet of the site; the bundler calls it.
    Styles,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Test(suite) => return ended(suite.run()),
        Command::Serve(serve) => serve.run(),
        Command::Check => check::run_all(),
        Command::Feed(command) => feed::run(command),
        Command::Bench(bench) => bench.run(),
        Command::Build => setup::for_site().and_then(|tools| site::build(&tools)),
        Command::Styles => site::styles::write(),
    };
    ended(outcome.map(|()| ExitCode::SUCCESS))
}

fn ended(outcome: anyhow::Result<ExitCode>) -> ExitCode {
    outcome.unwrap_or_else(|error| {
        eprintln!("cargo xtask: {error:#}");
        ExitCode::FAILURE
    })
}

/// The folder of the workspace, wherever the command was typed.
fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.parent().map_or(package.clone(), PathBuf::from)
}

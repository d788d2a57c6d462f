//! The server's process: options, socket, signals, log. All that it serves is in the library.
//!
//! What can't start says why in one sentence, and ends with code 1.

use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use qsec2_server::state::PublicUrl;
use qsec2_server::{AppState, Options, app};
use tokio::net::TcpListener;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// How long running answers may take to end once the server was told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves the built QSEC² site and its feed.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen.
    #[arg(long, env = "QSEC2_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    listen: SocketAddr,
    /// The folder of the built site.
    #[arg(long, env = "QSEC2_SITE", default_value = "dist", value_name = "DIR")]
    site: PathBuf,
    /// The feed; the site's own if none is given. Read again whenever it changes.
    #[arg(long, env = "QSEC2_FEED", value_name = "FILE")]
    feed: Option<PathBuf>,
    /// The folder for what people send; made if it is missing.
    #[arg(long, env = "QSEC2_DATA", default_value = "data", value_name = "DIR")]
    data: PathBuf,
    /// Where people reach the site, such as <https://agenda.example>.
    #[arg(long, env = "QSEC2_PUBLIC_URL", value_name = "URL")]
    public_url: Option<PublicUrl>,
    /// What to log, such as `warn` or `info,qsec2_server=debug`.
    #[arg(long, env = "QSEC2_LOG", default_value = "info,tower_http=warn", value_name = "LEVELS")]
    log: Targets,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("qsec2-server: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let log = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    tracing_subscriber::registry().with(log).with(arguments.log).init();
    std::fs::create_dir_all(&arguments.data)
        .with_context(|| format!("the folder {} can't be made", arguments.data.display()))?;
    let listener = listen(arguments.listen).await?;
    let state = AppState::open(Options {
        site: arguments.site,
        feed: arguments.feed,
        public_url: arguments.public_url,
    })?;
    let address = listener.local_addr()?;
    let state = state.listening_at(address);
    tracing::info!(%address, files = state.site.len(), "serving");
    writeln!(std::io::stdout(), "http://{address}/")?;
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let server = axum::serve(listener, app(state)).with_graceful_shutdown(async move {
        told_to_stop().await;
        let _ = stop.send(());
    });
    tokio::select! {
        ended = server => ended.context("the server failed"),
        () = async { if stopped.await.is_ok() { tokio::time::sleep(PATIENCE).await } } => Ok(()),
    }
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!("{address} is taken by another program; choose another port")
        }
        _ => anyhow::anyhow!("can't listen on {address}: {error}"),
    })
}

/// Ctrl-C, or what service managers send.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
    tracing::info!("stopping");
}

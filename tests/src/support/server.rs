//! The real server, in this process, on a port that was free; it can be made to fail, to stop, and to start again.
//!
//! Everything but what a test broke on purpose is answered by `qsec2_server::app`, headers included.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use qsec2_server::{AppState, Options, app};
use tempfile::TempDir;
use tokio::runtime::{self, Runtime};

use super::programme::Programme;
use super::{Outcome, root};

/// A server that answers until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    origin: String,
    broken: Broken,
    feed: Option<PathBuf>,
    /// Its own, so that open connections end with it. None while it is stopped.
    running: Mutex<Option<Runtime>>,
    folder: TempDir,
}

/// How something is answered instead of by the server.
#[derive(Debug, Clone)]
pub enum Failure {
    /// With a status and nothing else.
    Status(u16),
    /// With these bytes, whatever they are.
    Bytes(Bytes),
    /// With a beginning, after which the line is cut.
    CutLine,
    /// Never.
    Silence,
}

#[derive(Debug, Default)]
struct Failures {
    feed: Option<Failure>,
    pages: Option<Failure>,
    slices: Option<Failure>,
    chunks: Option<Failure>,
}

type Broken = Arc<Mutex<Failures>>;

impl Server {
    /// Starts one with the built site.
    ///
    /// # Errors
    /// When the site was not built, or when the feed is refused as a whole.
    pub async fn start(programme: &Programme) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let feed = match programme.bytes()? {
            Some(bytes) => {
                let file = folder.path().join("feed.json");
                fs::write(&file, bytes)?;
                Some(file)
            }
            None => None,
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let origin = format!("http://{address}");
        let (broken, running) = (Broken::default(), Mutex::default());
        let server = Self { address, origin, broken, feed, running, folder };
        server.serve(&dist()?, listener).await?;
        Ok(server)
    }

    /// Cuts the line: open connections end where they are, new ones are refused.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn stop(&self) -> Outcome {
        let running = self.running().take();
        if let Some(running) = running {
            tokio::task::spawn_blocking(|| running.shutdown_timeout(Duration::from_secs(5)))
                .await?;
        }
        Ok(())
    }

    /// Starts again at the same address, with a built site that may be another.
    ///
    /// # Errors
    /// When there is no built site in the folder.
    pub async fn start_again(&self, site: &Path) -> Outcome {
        self.stop().await?;
        self.serve(site, TcpListener::bind(self.address)?).await
    }

    async fn serve(&self, site: &Path, listener: TcpListener) -> Outcome {
        // As people reach it, so that what it names itself by is where it is.
        let public_url = Some(self.origin.parse()?);
        let options = Options { site: site.to_owned(), feed: self.feed.clone(), public_url };
        let state = tokio::task::spawn_blocking(move || AppState::open(options)).await??;
        let router = app(state).layer(from_fn_with_state(Arc::clone(&self.broken), or_failure));
        listener.set_nonblocking(true)?;
        let running =
            runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        running.spawn(async move {
            // Ends with the test; whoever asks then is told by the browser.
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        *self.running() = Some(running);
        Ok(())
    }

    fn running(&self) -> MutexGuard<'_, Option<Runtime>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The address of a path and query on this server.
    pub fn address(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.origin)
    }

    /// Where it is, without a slash at its end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// From now on the feed fails.
    pub fn break_feed(&self, failure: Failure) {
        failures(&self.broken).feed = Some(failure);
    }

    /// From now on the feed is the server's again.
    pub fn mend_feed(&self) {
        failures(&self.broken).feed = None;
    }

    /// From now on every page fails, and no file.
    pub fn break_pages(&self, failure: Failure) {
        failures(&self.broken).pages = Some(failure);
    }

    /// From now on every slice of the feed fails; none, and they are the server's again.
    pub fn break_slices(&self, failure: Option<Failure>) {
        failures(&self.broken).slices = failure;
    }

    /// From now on the parts of the program that come when a page needs them fail.
    pub fn break_chunks(&self, failure: Failure) {
        failures(&self.broken).chunks = Some(failure);
    }

    /// From now on these parts are the server's again.
    pub fn mend_chunks(&self) {
        failures(&self.broken).chunks = None;
    }

    /// Puts another feed in place of the one the server was started with.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn replace_feed(&self, text: &str) -> Outcome {
        Ok(fs::write(self.folder.path().join("feed.json"), text)?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Waits for nothing: a test may end in the middle of anything.
        if let Some(running) = self.running().take() {
            running.shutdown_background();
        }
    }
}

/// The folder of the built site.
///
/// # Errors
/// When it was not built.
pub fn dist() -> Outcome<PathBuf> {
    let dist = root().join("dist");
    if dist.join("shell.html").is_file() {
        Ok(dist)
    } else {
        Err("there is no built site in dist/: run `cargo xtask test`, which builds it first".into())
    }
}

fn failures(broken: &Broken) -> MutexGuard<'_, Failures> {
    broken.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn or_failure(State(broken): State<Broken>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_chunk = matches!(path.rsplit_once('.'), Some((stem, "wasm")) if !stem.ends_with("_bg"));
    let failure = if path == "/feed.json" {
        failures(&broken).feed.clone()
    } else if path.starts_with("/feed/") {
        failures(&broken).slices.clone()
    } else if is_chunk {
        failures(&broken).chunks.clone()
    } else if path.contains('.') {
        None
    } else {
        failures(&broken).pages.clone()
    };
    match failure {
        Some(failure) => answer(failure).await,
        None => next.run(request).await,
    }
}

async fn answer(failure: Failure) -> Response {
    let json = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    match failure {
        Failure::Status(status) => StatusCode::from_u16(status)
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
        Failure::Bytes(bytes) => (json, bytes).into_response(),
        Failure::CutLine => {
            let begun =
                Ok::<_, io::Error>(Bytes::from_static(b"{\"version\": \"1.0\", \"events\": ["));
            let cut = Err(io::Error::from(io::ErrorKind::ConnectionReset));
            (json, Body::from_stream(stream::iter([begun, cut]))).into_response()
        }
        Failure::Silence => std::future::pending().await,
    }
}

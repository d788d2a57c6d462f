//! The real server, in this process, on a port that was free; its feed can be made to fail while it runs.
//!
//! Everything but a feed that a test broke on purpose is answered by `qsec2_server::app`, headers included.

use std::fs;
use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use qsec2_server::{AppState, Options, app};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::programme::Programme;
use super::{Outcome, root};

/// A server that answers until it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    broken: Broken,
    task: JoinHandle<()>,
    folder: TempDir,
}

/// How the feed is answered instead of by the server.
#[derive(Debug, Clone)]
pub enum Failure {
    /// With a status and nothing else.
    Status(u16),
    /// With these bytes, whatever they are.
    Bytes(Bytes),
    /// With a beginning, after which the line is cut.
    CutLine,
}

type Broken = Arc<Mutex<Option<Failure>>>;

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
        let options = Options { site: dist()?, feed, public_url: None };
        let state = tokio::task::spawn_blocking(move || AppState::open(options)).await??;
        let broken = Broken::default();
        let router = app(state).layer(from_fn_with_state(Arc::clone(&broken), feed_or_failure));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            // Ends with the test; whoever asks then is told by the browser.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { origin, broken, task, folder })
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
        *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
    }

    /// From now on the feed is the server's again.
    pub fn mend_feed(&self) {
        *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = None;
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
        self.task.abort();
    }
}

/// The folder of the built site.
fn dist() -> Outcome<PathBuf> {
    let dist = root().join("dist");
    if dist.join("shell.html").is_file() {
        Ok(dist)
    } else {
        Err("there is no built site in dist/: run `cargo xtask test`, which builds it first".into())
    }
}

async fn feed_or_failure(State(broken): State<Broken>, request: Request, next: Next) -> Response {
    let failure = broken.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match failure {
        Some(failure) if request.uri().path() == "/feed.json" => answer(failure),
        _ => next.run(request).await,
    }
}

fn answer(failure: Failure) -> Response {
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
    }
}

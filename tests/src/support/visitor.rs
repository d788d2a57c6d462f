//! Somebody who visits the site: a browser at a server, and what one does and sees there.
//!
//! Whatever is waited for is a condition; when it does not come true in time, the visitor says what was there instead.

mod acts;
mod sights;

use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, PoisonError};
use std::{env, fs, thread};

use futures_util::FutureExt as _;

use super::log::{Complaints, Expected};
use super::programme::Programme;
use super::server::Server;
use super::session::Session;
use super::{Outcome, root, told};

/// A browser at a server of its own.
#[derive(Debug)]
pub struct Visitor {
    /// The browser.
    pub session: Session,
    /// The server.
    pub server: Server,
    expected: Mutex<Expected>,
}

/// Lets somebody visit the site with a programme, do a task there, and leave. Fails when the task does, and when the
/// browser complained about anything that the task did not expect.
///
/// # Errors
/// What the task fails with, else what the browser complained about.
///
/// # Panics
/// When the task does.
pub async fn visit(programme: &Programme, task: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
    let visitor = Visitor::arrive(programme).await?;
    let done = AssertUnwindSafe(task(&visitor)).catch_unwind().await;
    if !matches!(done, Ok(Ok(()))) {
        visitor.leave_traces().await;
    }
    let complaints = visitor.complaints().await;
    visitor.leave().await?;
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    let complaints = complaints?;
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(told(format!("the browser complained:\n{complaints}")))
    }
}

impl Visitor {
    /// Starts the server and opens the browser, at no page yet.
    ///
    /// # Errors
    /// When the site, Chromium or its driver are missing.
    pub async fn arrive(programme: &Programme) -> Outcome<Self> {
        let server = Server::start(programme).await?;
        let session = Session::open().await?;
        Ok(Self { session, server, expected: Mutex::default() })
    }

    /// Closes the browser and ends the server.
    ///
    /// # Errors
    /// When the browser does not answer any more.
    pub async fn leave(self) -> Outcome {
        self.session.close().await
    }

    /// A complaint of the browser that the task provokes, by a part of its text.
    pub fn expect_complaint(&self, part: &str) {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).push(part.to_owned());
    }

    /// What the browser complained about since it was last asked, and nobody expected.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn complaints(&self) -> Outcome<Complaints> {
        let log = self.session.web.browser_log().await?;
        Ok(Complaints::of(&log, &self.expected.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Keeps what the window showed when a task failed, in `target/browser-tests/`.
    async fn leave_traces(&self) {
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
        let folder = target.join("browser-tests");
        let address = self.address().await.unwrap_or_default();
        let address: String = address.chars().take(120).collect();
        if let Ok(picture) = self.session.picture().await {
            let file = folder.join(format!("{name}.png"));
            let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, picture));
            eprintln!("at {}, seen in {} ({kept:?})", address, file.display());
        }
    }
}

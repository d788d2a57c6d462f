//! A built site in a folder of its own, and requests to the router without a socket.
//!
//! Each test has its own site and its own feed: none sees another's.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use qsec2_server::{AppState, Options, app};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// What a test may fail with.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The page of the test site.
pub(crate) const SHELL: &str = "<!doctype html><html lang=\"fr\"><head><!--head--><title>QSEC²</title><!--/head-->\
    <script type=module>start()</script></head><body><!--body--><div id=app>…</div><!--/body--></body></html>";

/// A script of the test site, long enough to be worth encoding.
pub(crate) const SCRIPT: &str =
    "/* a script that says the same thing again and again and again and again */";

/// A feed with one event, one stop and one group.
pub(crate) const FEED: &str = r#"{
  "version": "1.0", "name": "Essai", "isDemonstration": false,
  "exhibitions": [{"id": "trajectoires", "name": "Trajectoires"}],
  "stops": [{"id": "paris", "exhibition": "trajectoires", "name": "Paris",
    "location": {"name": "Mairie", "city": "Paris", "department": "75"}, "startDate": "2018-01-09"}],
  "events": [{"id": "debat", "name": "Un débat", "kind": "debat", "startDate": "2018-01-20"}],
  "groups": [{"id": "lapins", "name": "Les lapins", "department": "93"}]
}"#;

/// A site and its router.
pub(crate) struct Site {
    folder: Arc<TempDir>,
    state: AppState,
}

impl Site {
    /// The test site with a feed of its own.
    pub(crate) fn with_feed(feed: &str) -> Outcome<Self> {
        Self::open(feed, None)
    }

    /// The test site with a feed of these bytes.
    pub(crate) fn with_feed_of(feed: &[u8]) -> Outcome<Self> {
        Self::open_with(feed, None)
    }

    /// The test site, reached from outside under an address.
    pub(crate) fn open(feed: &str, public_url: Option<&str>) -> Outcome<Self> {
        Self::open_with(feed.as_bytes(), public_url)
    }

    fn open_with(feed: &[u8], public_url: Option<&str>) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path().join("dist");
        fs::create_dir_all(dist.join("fonts"))?;
        fs::write(folder.path().join("secret.txt"), "not yours")?;
        fs::write(dist.join("shell.html"), SHELL)?;
        fs::write(dist.join("qsec2-3f2a91c07be4d511.js"), SCRIPT)?;
        fs::write(dist.join("qsec2-3f2a91c07be4d511.js.br"), "the script in brotli")?;
        fs::write(dist.join("qsec2-3f2a91c07be4d511.js.gz"), "the script in gzip")?;
        fs::write(dist.join("manifest.webmanifest"), "{}")?;
        fs::write(dist.join("feed.schema.json"), "{}")?;
        fs::write(dist.join("fonts/a.woff2"), "a font")?;
        fs::write(dist.join("feed.json"), feed)?;
        let options =
            Options { site: dist, feed: None, public_url: public_url.map(str::parse).transpose()? };
        Ok(Self { state: AppState::open(options)?, folder: Arc::new(folder) })
    }

    /// The same folder, as a server finds it that is started now.
    pub(crate) fn opened_again(&self) -> Outcome<Self> {
        let options = Options { site: self.dist(), feed: None, public_url: None };
        Ok(Self { state: AppState::open(options)?, folder: Arc::clone(&self.folder) })
    }

    /// The folder of the built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// Puts another feed in the place of its own, and waits until it was looked at.
    pub(crate) async fn write_feed(&self, feed: &[u8]) -> Outcome {
        fs::write(self.feed_file(), feed)?;
        self.state.feed.current().await;
        self.settled().await;
        Ok(())
    }

    /// Waits until no feed is being read.
    pub(crate) async fn settled(&self) {
        self.state.feed.settled().await;
    }

    /// Where its feed lies.
    pub(crate) fn feed_file(&self) -> PathBuf {
        self.dist().join("feed.json")
    }

    /// Asks with GET.
    pub(crate) async fn get(&self, path: &str) -> Outcome<Answer> {
        self.get_with(path, &[]).await
    }

    /// Asks with GET and headers.
    pub(crate) async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Outcome<Answer> {
        self.ask("GET", path, headers).await
    }

    /// Asks.
    pub(crate) async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Outcome<Answer> {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = app(self.state.clone()).oneshot(request.body(Body::empty())?).await?;
        Answer::read(response).await
    }
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: StatusCode,
    /// Its headers.
    pub(crate) headers: HeaderMap,
    /// Its content, as encoded.
    pub(crate) body: Bytes,
}

impl Answer {
    async fn read(response: Response<Body>) -> Outcome<Self> {
        let (parts, body) = response.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Self { status: parts.status, headers: parts.headers, body })
    }

    /// A header as text; empty when it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Its content as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

//! What the server knows while it runs, opened once at start.
//!
//! Opening says in one sentence what is missing; nothing is opened later that could fail a request.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use axum::http::Uri;
use qsec2_site::document::MarkMissing;

use crate::encoded::Encoded;
use crate::live_feed::{FeedError, LiveFeed};
use crate::outputs::Outputs;
use crate::pages::Pages;
use crate::security::Security;
use crate::site::{Site, SiteError};

/// Where the server finds things.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the built site.
    pub site: PathBuf,
    /// The feed; `None` is the site's own `feed.json`.
    pub feed: Option<PathBuf>,
    /// Where the site is reached from outside.
    pub public_url: Option<PublicUrl>,
}

/// What handlers share; cheap to clone.
#[derive(Debug, Clone)]
pub struct AppState {
    /// The built site.
    pub site: Arc<Site>,
    /// What draws pages.
    pub pages: Arc<Pages>,
    /// The feed.
    pub feed: Arc<LiveFeed>,
    /// Its slices as they are mostly sent.
    pub encoded: Arc<Encoded>,
    /// The agenda and the change log for other programs.
    pub outputs: Arc<Outputs>,
    /// The headers that every answer carries.
    pub security: Arc<Security>,
    /// Where the site is reached from outside, if anybody said.
    pub public_url: Option<Arc<PublicUrl>>,
    listening: Option<SocketAddr>,
}

/// The server can't start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The site is missing or can't be read.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The site's page has no place for what is drawn.
    #[error(transparent)]
    Template(#[from] MarkMissing),
    /// There is no feed to begin with.
    #[error(transparent)]
    Feed(#[from] FeedError),
}

impl AppState {
    /// Reads the site and the feed. Blocks for as long as the disk takes.
    ///
    /// # Errors
    /// When there is no built site, or no feed that can be used.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let site = Site::read(&options.site)?;
        let feed = options.feed.unwrap_or_else(|| options.site.join("feed.json"));
        let feed = LiveFeed::open(feed)?;
        let shell = String::from_utf8_lossy(&site.shell().identity);
        let pages = Arc::new(Pages::new(&shell)?);
        let security = Security::new(&shell, options.public_url.as_ref());
        let public_url = options.public_url.map(Arc::new);
        let (security, site, feed) = (Arc::new(security), Arc::new(site), Arc::new(feed));
        let (encoded, outputs) = (Arc::default(), Arc::default());
        Ok(Self { security, site, pages, feed, encoded, outputs, public_url, listening: None })
    }

    /// The same, for a server that listens at this address.
    #[must_use]
    pub fn listening_at(self, address: SocketAddr) -> Self {
        Self { listening: Some(address), ..self }
    }

    /// The origin that the site's absolute addresses are under, without a slash at its end: its public one, else the one
    /// that it listens at, which serves on one machine only. Never what a request names: anyone may name any host.
    pub fn origin(&self) -> String {
        match (&self.public_url, self.listening) {
            (Some(url), _) => url.to_string(),
            // To listen everywhere is no address.
            (None, Some(all)) if all.ip().is_unspecified() => {
                format!("http://localhost:{}", all.port())
            }
            (None, Some(address)) => format!("http://{address}"),
            (None, None) => "http://localhost".to_owned(),
        }
    }
}

/// The scheme and host under which people reach the site, such as `https://agenda.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String, Scheme);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

/// The text is not the address of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("give the scheme and host only, such as https://agenda.example")]
pub struct NotAPublicUrl;

impl PublicUrl {
    /// Whether people reach the site over `https`.
    pub fn is_secure(&self) -> bool {
        self.1 == Scheme::Https
    }
}

impl fmt::Display for PublicUrl {
    /// Without a slash at its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PublicUrl {
    type Err = NotAPublicUrl;

    fn from_str(text: &str) -> Result<Self, NotAPublicUrl> {
        let uri: Uri = text.parse().map_err(|_| NotAPublicUrl)?;
        let scheme = match uri.scheme_str() {
            Some("https") => Scheme::Https,
            Some("http") => Scheme::Http,
            _ => return Err(NotAPublicUrl),
        };
        let is_bare = matches!(uri.path(), "" | "/") && uri.query().is_none();
        if is_bare {
            Ok(Self(text.trim_end_matches('/').to_owned(), scheme))
        } else {
            Err(NotAPublicUrl)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_a_scheme_and_a_host() {
        let text = |url: &str| url.parse::<PublicUrl>().map(|url| url.to_string());
        assert_eq!(text("https://agenda.example/"), Ok("https://agenda.example".to_owned()));
        for other in [
            "agenda.example",
            "ftp://agenda.example",
            "https://agenda.example/sous",
            "",
            "https://",
        ] {
            assert_eq!(text(other), Err(NotAPublicUrl), "{other}");
        }
    }
}

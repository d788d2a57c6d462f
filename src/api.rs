//! The only HTTP of the site. Fetches bytes; what they mean is the domain's business.

use gloo_net::http::Request;
use qsec2_domain::report::Refusal;

use crate::i18n::Texts;

/// The address of the feed when `flux` names no other.
pub const FEED: &str = "/feed.json";

/// The address of the feed's schema.
pub const SCHEMA: &str = "/feed.schema.json";

/// Why there is no fresh feed. One variant per remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedProblem {
    /// No answer: the line, or the server, is down. Remedy: wait, try again.
    #[error("no answer")]
    Network,
    /// The server answered, but with this status. Remedy: later.
    #[error("status {0}")]
    Status(u16),
    /// What came is no feed. Remedy: whoever makes the feed.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl FeedProblem {
    /// What a visitor is told: what happened, and what to do.
    pub fn sentence(&self, t: &Texts) -> String {
        match self {
            Self::Network => t.states.offline.to_owned(),
            Self::Status(status) => (t.states.refused_by_server)(*status),
            Self::Refused(refusal) => refusal.message(t.lang),
        }
    }
}

/// Fetches a feed's bytes from a path of our own origin.
///
/// # Errors
/// [`FeedProblem::Network`] and [`FeedProblem::Status`].
pub async fn fetch_feed(path: &str) -> Result<Vec<u8>, FeedProblem> {
    let response = Request::get(path).send().await.map_err(|_| FeedProblem::Network)?;
    if !response.ok() {
        return Err(FeedProblem::Status(response.status()));
    }
    response.binary().await.map_err(|_| FeedProblem::Network)
}

/// Fetches a file from a path of our own origin; `None` when it can't be had.
pub async fn fetch_file(path: &str) -> Option<Vec<u8>> {
    fetch_feed(path).await.ok()
}

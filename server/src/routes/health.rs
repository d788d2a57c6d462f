//! Whether the server answers, for those who watch over it.

/// `GET /healthz`: a word, once the site and a feed are loaded; they are before the first request is taken.
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

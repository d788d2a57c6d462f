//! `robots.txt` and the sitemap, made of the newest good feed.
//!
//! The addresses in them are absolute, under [`AppState::origin`], and never under what a request says its host is: that
//! is whatever the asker likes.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use qsec2_site::head::sitemap;

use super::representation::answer;
use crate::site::asset::Asset;
use crate::site::compression::gzip;
use crate::state::AppState;

/// `GET /robots.txt`.
pub(super) async fn robots(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let text = sitemap::robots(Some(&state.origin()));
    answer(&Asset::new("/robots.txt", text), StatusCode::OK, &headers)
}

/// `GET /sitemap.xml`: all of it, or the index of its parts.
pub(super) async fn first(State(state): State<AppState>, headers: HeaderMap) -> Response {
    file(&state, sitemap::FIRST, &headers).await
}

/// Whether a path has the form of a part's. The router has no patterns within a name, so the fallback asks.
pub(super) fn is_part(path: &str) -> bool {
    path.starts_with("/sitemap-")
}

/// A part of the sitemap by its path; 404 when there is none such.
pub(super) async fn part(state: &AppState, path: &str, headers: &HeaderMap) -> Response {
    file(state, path.trim_start_matches('/'), headers).await
}

async fn file(state: &AppState, name: &str, headers: &HeaderMap) -> Response {
    let (feed, origin) = (state.feed.current().await, state.origin());
    let path = format!("/{name}");
    // 50,000 addresses take a while: not on a thread that others wait for.
    let made = tokio::task::spawn_blocking(move || {
        let xml = sitemap::file(&feed.loaded.feed, &origin, path.trim_start_matches('/'))?;
        let mut asset = Asset::new(&path, xml);
        asset.gzip = gzip(&asset.identity).map(Into::into);
        Some(asset)
    });
    match made.await {
        Ok(Some(asset)) => answer(&asset, StatusCode::OK, headers),
        Ok(None) => (StatusCode::NOT_FOUND, "404: no such file\n").into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

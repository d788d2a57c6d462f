//! Files of the site, the feed, and the page that every other address is answered with.
//!
//! A path is looked up by name in what was read at start; it is never made into a path on disk.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use qsec2_domain::feed::Feed;
use qsec2_domain::pages::Page;

use super::representation::answer;
use super::sitemap;
use crate::pages;
use crate::state::AppState;

/// `GET /feed.json`: the newest good feed.
pub(super) async fn feed(State(state): State<AppState>, headers: HeaderMap) -> Response {
    answer(&state.feed.current().await.asset, StatusCode::OK, &headers)
}

/// A file by its name; else the app's page, with 404 unless there is something to show at that address.
pub(super) async fn file_or_page(
    State(state): State<AppState>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let Ok(path) = percent_decode_str(uri.path()).decode_utf8() else {
        return no_such_file();
    };
    if sitemap::is_part(&path) {
        return sitemap::part(&state, &path, &headers).await;
    }
    if let Some(asset) = state.site.asset(&path) {
        return answer(asset, StatusCode::OK, &headers);
    }
    if names_a_file(&path) {
        return no_such_file();
    }
    let search = uri.query().unwrap_or_default().to_owned();
    page(&state, path.into_owned(), search, &headers).await
}

/// The page at an address, drawn; or the app's empty one, for what only the app can draw.
async fn page(state: &AppState, path: String, search: String, asked: &HeaderMap) -> Response {
    let feed = state.feed.current().await;
    let origin = state.public_url.as_ref().map(ToString::to_string);
    let pages = Arc::clone(&state.pages);
    let drawing = tokio::task::spawn_blocking(move || {
        let page = pages.page(&path, &search, &feed, origin.as_deref(), pages::today());
        let page = page.ok_or_else(|| exists(&path, &feed.loaded.feed));
        page.map_err(status)
    });
    match drawing.await {
        Ok(Ok(page)) => answer(&page.asset, status(page.exists), asked),
        Ok(Err(status)) => answer(state.site.shell(), status, asked),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn; the app is to draw it");
            answer(state.site.shell(), StatusCode::OK, asked)
        }
    }
}

fn status(exists: bool) -> StatusCode {
    if exists { StatusCode::OK } else { StatusCode::NOT_FOUND }
}

/// Ids have no dot: a last part with one is a file's name, and a script must not get a page in its place.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

pub(super) fn no_such_file() -> Response {
    (StatusCode::NOT_FOUND, "404: no such file\n").into_response()
}

fn exists(path: &str, feed: &Feed) -> bool {
    Page::parse(path).is_some_and(|page| page.exists_in(feed))
}

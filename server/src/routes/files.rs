//! Files of the site, the feed, and the page that every other address is answered with.
//!
//! A path is looked up by name in what was read at start; it is never made into a path on disk.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use qsec2_domain::pages::Page;

use super::representation::answer;
use super::sitemap;
use crate::state::AppState;

/// `GET /feed.json`: the newest good feed.
pub(super) async fn feed(State(state): State<AppState>, headers: HeaderMap) -> Response {
    answer(&state.feed.current().await.asset, StatusCode::OK, &headers)
}

/// A file by its name; else the app's page, with 404 unless there is something to show at that address.
pub(super) async fn file_or_page(State(state): State<AppState>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let Ok(path) = percent_decode_str(request.uri().path()).decode_utf8() else {
        return no_such_file();
    };
    if sitemap::is_part(&path) {
        return sitemap::part(&state, &path, request.headers()).await;
    }
    if let Some(asset) = state.site.asset(&path) {
        return answer(asset, StatusCode::OK, request.headers());
    }
    if names_a_file(&path) {
        return no_such_file();
    }
    answer(state.site.index(), page_status(&state, &path).await, request.headers())
}

/// Ids have no dot: a last part with one is a file's name, and a script must not get a page in its place.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

fn no_such_file() -> Response {
    (StatusCode::NOT_FOUND, "404: no such file\n").into_response()
}

async fn page_status(state: &AppState, path: &str) -> StatusCode {
    let Some(page) = Page::parse(path) else {
        return StatusCode::NOT_FOUND;
    };
    let exists = page.exists_in(&state.feed.current().await.feed);
    if exists { StatusCode::OK } else { StatusCode::NOT_FOUND }
}

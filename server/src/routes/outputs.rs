//! The agenda, programmes and the change log as addresses that calendars, readers of feeds, spreadsheets and scripts subscribe to.
//!
//! The query is the page's, and so are the rows; what a visitor keeps is known to their device only, so that the address of a
//! programme names its events. What in it can't be read is dropped, as on the page, and named in the
//! header `Qsec2-Unreadable`. `flux`, another feed, is answered 404: only a browser fetches other feeds, and ours in their
//! place would be a lie that a subscription repeats for years.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use qsec2_domain::address::{Format, OutputAddress, ParsedOutput, Unreadable};
use qsec2_domain::choices::Choice as _;
use qsec2_domain::pages::Page;

use super::representation::answer;
use crate::outputs::Wanted;
use crate::pages::today;
use crate::state::AppState;

/// What was left out of a query, itself written as a query.
pub(super) const UNREADABLE: HeaderName = HeaderName::from_static("qsec2-unreadable");

/// Robots are to find pages, not files. Not by `robots.txt`: Google's calendar obeys that when it subscribes.
pub(super) const NOT_FOUND_BY_ROBOTS: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));

/// Every output of every page that has some.
pub(super) fn routes() -> Router<AppState> {
    let mut router = Router::new();
    for page in [Page::Agenda, Page::Programme, Page::Changes] {
        for &format in Format::ALL.iter().filter(|format| format.suits(&page)) {
            let (path, page) = (format.path(&page), page.clone());
            let handler = move |State(state): State<AppState>, uri: Uri, headers: HeaderMap| {
                output(state, page, format, uri, headers)
            };
            router = router.route(&path, get(handler));
        }
    }
    router
}

async fn output(
    state: AppState,
    page: Page,
    format: Format,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let ParsedOutput { address, unreadable } =
        OutputAddress::parse(uri.query().unwrap_or_default());
    let name = format.file_name_of(&page, &address.query);
    let Some(wanted) = Wanted::new(page, format, address) else {
        let said = "404: this server has no other feed than its own; leave out « flux »\n";
        return (StatusCode::NOT_FOUND, said).into_response();
    };
    if wanted.is_of_nothing() {
        let said = "404: this programme has no events; name them with « evenements »\n";
        return (StatusCode::NOT_FOUND, said).into_response();
    }
    let (feed, origin) = (state.feed.current().await, state.origin());
    let made = Arc::clone(&state.outputs).get(wanted, feed, origin, today()).await;
    let Some(asset) = made else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut answer = answer(&asset, StatusCode::OK, &asked);
    let headers = answer.headers_mut();
    headers.extend([NOT_FOUND_BY_ROBOTS]);
    headers.extend(said_of(&unreadable).map(|said| (UNREADABLE, said)));
    let is_kept = matches!(format, Format::Calendar | Format::Table);
    let named = is_kept.then(|| disposition(&name)).flatten();
    headers.extend(named.map(|said| (header::CONTENT_DISPOSITION, said)));
    answer
}

/// Programs that show the file show it; those that keep it have a name for it.
fn disposition(name: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("inline; filename=\"{name}\"")).ok()
}

pub(super) fn said_of(unreadable: &[Unreadable]) -> Option<HeaderValue> {
    if unreadable.is_empty() {
        return None;
    }
    let mut said = form_urlencoded::Serializer::new(String::new());
    said.extend_pairs(unreadable.iter().map(|it| (&it.key, &it.value)));
    HeaderValue::from_str(&said.finish()).ok()
}

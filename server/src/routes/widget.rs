//! The agenda in a few lines, for a frame on anybody's page: the one answer that other sites may show inside theirs.
//!
//! As with the outputs, what in the query can't be read is named in a header, and another feed is answered 404.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use qsec2_domain::address::{ParsedWidget, WidgetAddress};

use super::outputs::{NOT_FOUND_BY_ROBOTS, UNREADABLE, said_of};
use super::representation::answer;
use crate::outputs::Wanted;
use crate::pages::today;
use crate::security::Framing;
use crate::state::AppState;

/// `GET /widget.html`.
pub(super) async fn widget(State(state): State<AppState>, uri: Uri, asked: HeaderMap) -> Response {
    let ParsedWidget { address, unreadable } =
        WidgetAddress::parse(uri.query().unwrap_or_default());
    let Some(wanted) = Wanted::widget(&address) else {
        let said = "404: this server has no other feed than its own; leave out « flux »\n";
        return (StatusCode::NOT_FOUND, said).into_response();
    };
    let (feed, origin) = (state.feed.current().await, state.origin());
    let made = Arc::clone(&state.outputs).get(wanted, feed, origin, today()).await;
    let Some(asset) = made else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut answer = answer(&asset, StatusCode::OK, &asked);
    answer.headers_mut().extend([NOT_FOUND_BY_ROBOTS]);
    answer.headers_mut().extend(said_of(&unreadable).map(|said| (UNREADABLE, said)));
    answer.extensions_mut().insert(Framing::ByAnyone);
    answer
}

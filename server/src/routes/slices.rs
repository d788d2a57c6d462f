//! The files that a feed in slices is made of. Each is named after its content, so it may be kept for good.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::files::no_such_file;
use super::representation::{Offer, answer_with};
use crate::negotiation::Encoding;
use crate::site::asset::{Caching, content_type};
use crate::site::packed::Packed;
use crate::state::AppState;

/// The encodings that a slice is sent in.
const EVERY: [Encoding; 3] = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];

/// `GET /feed/{name}`: a file of the newest good feed, or of one shortly before it.
pub(super) async fn slice(
    State(state): State<AppState>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path(name)) = name else { return no_such_file() };
    let Some(packed) = find(&state, &name).await else { return no_such_file() };
    // Unpacking and encoding take milliseconds: not on a thread that others wait for.
    let answering = tokio::task::spawn_blocking(move || answer(&state, &name, &packed, &headers));
    answering.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The index that names it may have come from another server, which has seen a new feed before this one.
async fn find(state: &AppState, name: &str) -> Option<Packed> {
    if let Some(packed) = state.feed.file(name) {
        return Some(packed);
    }
    drop(state.feed.current().await);
    state.feed.file(name)
}

fn answer(state: &AppState, name: &str, packed: &Packed, headers: &HeaderMap) -> Response {
    let offer = Offer {
        content_type: content_type(name),
        caching: Caching::of(name),
        digest: name,
        // What is too short for gzip is for brotli too.
        encodings: packed.gzip().map_or(&[Encoding::Identity], |_| &EVERY),
    };
    answer_with(&offer, StatusCode::OK, headers, |encoding| match encoding {
        Encoding::Brotli => state.encoded.brotli(name, packed),
        Encoding::Gzip => packed.gzip(),
        Encoding::Identity => packed.content(),
    })
}

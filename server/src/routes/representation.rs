//! From content and a request to an answer: encoding, entity tag, 304.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::negotiation::{Encoding, accepted_encodings, has_already};
use crate::site::asset::{Asset, Caching, etag};

/// What there is to send, but for the content.
pub(super) struct Offer<'a> {
    /// The value of `Content-Type`.
    pub(super) content_type: HeaderValue,
    /// How long it may be kept.
    pub(super) caching: Caching,
    /// What tells the content from any other.
    pub(super) digest: &'a str,
    /// The encodings that can be had.
    pub(super) encodings: &'a [Encoding],
}

/// Answers with an asset, or with 304 when the browser already has it. Only a good answer can be « not modified ».
pub(super) fn answer(asset: &Asset, status: StatusCode, request: &HeaderMap) -> Response {
    let offer = Offer {
        content_type: asset.content_type.clone(),
        caching: asset.caching,
        digest: asset.digest(),
        encodings: &asset.encodings(),
    };
    answer_with(&offer, status, request, |encoding| asset.encoded(encoding).cloned())
}

/// As [`answer`], with content that is made only when it is sent: 500 when it can't be.
pub(super) fn answer_with(
    offer: &Offer<'_>,
    status: StatusCode,
    request: &HeaderMap,
    content: impl FnOnce(Encoding) -> Option<Bytes>,
) -> Response {
    let mut accepted = accepted_encodings(request).into_iter();
    let chosen = accepted.find(|encoding| offer.encodings.contains(encoding));
    let encoding = chosen.unwrap_or(Encoding::Identity);
    let etag = etag(offer.digest, encoding);
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, offer.caching.header());
    if offer.encodings.len() > 1 {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if status == StatusCode::OK {
        insert(&mut headers, header::ETAG, &etag);
        if has_already(request, &etag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
    }
    let Some(content) = content(encoding) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Some(name) = encoding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    headers.insert(header::CONTENT_TYPE, offer.content_type.clone());
    insert(&mut headers, header::CONTENT_LENGTH, &content.len().to_string());
    (status, headers, Body::from(content)).into_response()
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

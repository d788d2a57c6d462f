//! From an asset and a request to an answer: encoding, entity tag, 304.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::negotiation::{Encoding, accepted_encodings, has_already};
use crate::site::asset::Asset;

/// Answers with an asset, or with 304 when the browser already has it. Only a good answer can be « not modified ».
pub(super) fn answer(asset: &Asset, status: StatusCode, request: &HeaderMap) -> Response {
    let mut accepted = accepted_encodings(request).into_iter();
    let chosen = accepted.find_map(|encoding| Some((encoding, asset.encoded(encoding)?)));
    let (encoding, content) = chosen.unwrap_or((Encoding::Identity, &asset.identity));
    let etag = asset.etag(encoding);
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, asset.caching.header());
    if asset.varies() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if status == StatusCode::OK {
        insert(&mut headers, header::ETAG, &etag);
        if has_already(request, &etag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
    }
    if let Some(name) = encoding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    headers.insert(header::CONTENT_TYPE, asset.content_type.clone());
    insert(&mut headers, header::CONTENT_LENGTH, &content.len().to_string());
    (status, headers, Body::from(content.clone())).into_response()
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

//! Which handler answers which address, and what every answer has in common.
//!
//! Handlers live below; the pages' addresses are the domain's ([`qsec2_domain::pages`]), not spelled here.

mod files;
mod health;
mod outputs;
mod problem;
mod representation;
mod sitemap;
mod slices;
mod widget;

use axum::Router;
use axum::extract::State;
use axum::middleware::map_response_with_state;
use axum::response::Response;
use axum::routing::{any, get};
use qsec2_domain::address::WidgetAddress;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::trace::TraceLayer;

use crate::state::AppState;

/// The whole server, without a socket.
pub fn app(state: AppState) -> Router {
    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/feed.json", get(files::feed))
        .route("/feed/{name}", get(slices::slice))
        .merge(outputs::routes())
        .route(WidgetAddress::PATH, get(widget::widget))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::first))
        .route("/api", any(problem::no_such_resource))
        .route("/api/{*rest}", any(problem::no_such_resource))
        .fallback(files::file_or_page)
        .layer(CatchPanicLayer::new())
        .layer(map_response_with_state(state.clone(), with_security_headers))
        .layer(TraceLayer::new_for_http().make_span_with(request_span).on_response(log_response))
        .with_state(state)
}

async fn with_security_headers(State(state): State<AppState>, mut response: Response) -> Response {
    let framing = response.extensions().get().copied().unwrap_or_default();
    let own = state.security.of(framing);
    let own = own.iter().map(|(name, value)| (name.clone(), value.clone()));
    response.headers_mut().extend(own);
    response
}

/// The path and never the query, which holds what people look for; no address of theirs either.
fn request_span<B>(request: &axum::http::Request<B>) -> tracing::Span {
    tracing::info_span!("request", method = %request.method(), path = request.uri().path())
}

fn log_response<B>(
    response: &axum::http::Response<B>,
    latency: std::time::Duration,
    _: &tracing::Span,
) {
    let micros = latency.as_micros();
    tracing::info!(status = response.status().as_u16(), micros, "answered");
}

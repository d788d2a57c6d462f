//! The chunks as files of their own. `cargo xtask build` splits the program at the marked functions; each is the way into
//! its chunk, and only says what is there.

#![expect(
    clippy::unnecessary_wraps,
    reason = "what loads a chunk tells by the result that it could not"
)]

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::brought::{CHOICES, ENTRY, OWN, TAKEAWAY, TEXTS, TOUR, VIEWS};
use super::{Brought, Chunk, Part};

pub(super) const fn at_start(_: Chunk) -> Part {
    Part::Away
}

/// Fetches a chunk; `None` when it can't be had. It may be asked for again.
pub(super) async fn load(chunk: Chunk) -> Option<Brought> {
    match chunk {
        Chunk::Entry => entry().await.ok(),
        Chunk::Tour => tour().await.ok(),
        Chunk::Texts => texts().await.ok(),
        Chunk::Views => views().await.ok(),
        Chunk::Takeaway => takeaway().await.ok(),
        Chunk::Choices => choices().await.ok(),
        Chunk::Own => own().await.ok(),
    }
}

#[wasm_split(entry, wasm_split_path = leptos::wasm_split, fallible)]
fn entry() -> Result<Brought, SplitLoaderError> {
    Ok(ENTRY)
}

#[wasm_split(tour, wasm_split_path = leptos::wasm_split, fallible)]
fn tour() -> Result<Brought, SplitLoaderError> {
    Ok(TOUR)
}

#[wasm_split(texts, wasm_split_path = leptos::wasm_split, fallible)]
fn texts() -> Result<Brought, SplitLoaderError> {
    Ok(TEXTS)
}

#[wasm_split(views, wasm_split_path = leptos::wasm_split, fallible)]
fn views() -> Result<Brought, SplitLoaderError> {
    Ok(VIEWS)
}

#[wasm_split(takeaway, wasm_split_path = leptos::wasm_split, fallible)]
fn takeaway() -> Result<Brought, SplitLoaderError> {
    Ok(TAKEAWAY)
}

#[wasm_split(choices, wasm_split_path = leptos::wasm_split, fallible)]
fn choices() -> Result<Brought, SplitLoaderError> {
    Ok(CHOICES)
}

#[wasm_split(own, wasm_split_path = leptos::wasm_split, fallible)]
fn own() -> Result<Brought, SplitLoaderError> {
    Ok(OWN)
}

//! The chunks as files of their own. `cargo xtask build` splits the program at the marked functions; each is the way into
//! its chunk, and only says what draws the pages there.

#![expect(
    clippy::unnecessary_wraps,
    reason = "what loads a chunk tells by the result that it could not"
)]

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{Chunk, Draw, Part, draw_entry, draw_texts, draw_tour};

pub(super) const fn at_start(_: Chunk) -> Part {
    Part::Away
}

/// Fetches a chunk; `None` when it can't be had. It may be asked for again.
pub(super) async fn load(chunk: Chunk) -> Option<Draw> {
    match chunk {
        Chunk::Entry => entry().await.ok(),
        Chunk::Tour => tour().await.ok(),
        Chunk::Texts => texts().await.ok(),
    }
}

#[wasm_split(entry, wasm_split_path = leptos::wasm_split, fallible)]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(draw_entry)
}

#[wasm_split(tour, wasm_split_path = leptos::wasm_split, fallible)]
fn tour() -> Result<Draw, SplitLoaderError> {
    Ok(draw_tour)
}

#[wasm_split(texts, wasm_split_path = leptos::wasm_split, fallible)]
fn texts() -> Result<Draw, SplitLoaderError> {
    Ok(draw_texts)
}

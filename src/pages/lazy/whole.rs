//! The chunks where nothing is split: natively, in tests, under `trunk serve`. All of them are here from the start.

use super::{Chunk, Draw, Part, draw_entry, draw_texts, draw_tour};

const fn draw(chunk: Chunk) -> Draw {
    match chunk {
        Chunk::Entry => draw_entry,
        Chunk::Tour => draw_tour,
        Chunk::Texts => draw_texts,
    }
}

pub(super) const fn at_start(chunk: Chunk) -> Part {
    Part::Here(draw(chunk))
}

/// Never asked for: all are here.
pub(super) fn load(chunk: Chunk) -> impl Future<Output = Option<Draw>> {
    std::future::ready(Some(draw(chunk)))
}

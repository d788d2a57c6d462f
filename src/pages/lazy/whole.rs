//! The chunks where nothing is split: natively, in tests, under `trunk serve`. All of them are here from the start.

use super::brought::{CHOICES, ENTRY, OWN, TAKEAWAY, TEXTS, TOUR, VIEWS};
use super::{Brought, Chunk, Part};

const fn brought(chunk: Chunk) -> Brought {
    match chunk {
        Chunk::Entry => ENTRY,
        Chunk::Tour => TOUR,
        Chunk::Texts => TEXTS,
        Chunk::Views => VIEWS,
        Chunk::Takeaway => TAKEAWAY,
        Chunk::Choices => CHOICES,
        Chunk::Own => OWN,
    }
}

pub(super) const fn at_start(chunk: Chunk) -> Part {
    Part::Here(brought(chunk))
}

/// Never asked for: all are here.
pub(super) fn load(chunk: Chunk) -> impl Future<Output = Option<Brought>> {
    std::future::ready(Some(brought(chunk)))
}

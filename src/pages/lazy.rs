//! The pages that a first visit does not need: which part of the program draws each, and how that part comes.
//!
//! A part (a chunk) is a file of its own, which `cargo xtask build` splits off the program; the browser fetches it when the
//! first of its pages is asked for. Natively, in tests and under `trunk serve` nothing is split, and every part is there.
//!
//! A page belongs to a chunk by its line in [`Chunk::of`] and its line in the chunk's function (`lazy/brought.rs`). A part of
//! a page that not every visit needs is a [`Piece`], and belongs to a chunk in the same way. Nothing else may call what is
//! drawn there, or it stays with the rest of the program.

mod brought;
mod chunk;
#[cfg(all(target_arch = "wasm32", feature = "split"))]
mod split;
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
mod whole;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::address::View;
use qsec2_domain::pages::Page;

pub use self::brought::{Brought, Draw, First};
pub use self::chunk::{Asked, Chunk, Piece};
#[cfg(all(target_arch = "wasm32", feature = "split"))]
use self::split::{at_start, load};
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
use self::whole::{at_start, load};
use crate::browser::styles;

/// Where a chunk is.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// Nobody asked for it.
    Away,
    /// On its way.
    Coming,
    /// Here, with this.
    Here(Brought),
    /// It can't be had: the line is down, or a newer release took its place.
    Missing,
}

/// The chunks as the app shares them. Put into context by it.
#[derive(Debug, Clone, Copy)]
pub struct Chunks([RwSignal<Part>; Chunk::COUNT]);

impl Chunks {
    /// None of them asked for yet; or, where nothing is split, all of them here.
    pub fn new() -> Self {
        Self(Chunk::ALL.map(|chunk| RwSignal::new(at_start(chunk))))
    }

    /// Where the chunk is that draws what stands at a path, tracked; `None` when it needs none.
    pub fn part(self, path: &str, view: View) -> Option<Part> {
        Some(self.get(Chunk::at(path, view)?))
    }

    /// Where a chunk is, tracked.
    pub fn get(self, chunk: Chunk) -> Part {
        self.signal(chunk).get()
    }

    /// Fetches the chunks that draw what stands at a path, unless they are here or on their way.
    pub fn ask(self, path: &str, view: View) {
        if Page::parse(path) == Some(Page::Agenda) {
            self.fetch(Chunk::Choices);
        }
        if let Some(chunk) = Chunk::at(path, view) {
            self.fetch(chunk);
        }
    }

    /// Fetches a chunk, unless it is here or on its way.
    pub fn fetch(self, chunk: Chunk) {
        let part = self.signal(chunk);
        if matches!(part.get_untracked(), Part::Away | Part::Missing) {
            part.set(Part::Coming);
            spawn_local(async move {
                // The agenda has the styles of its own choices from the start.
                let styles = (chunk != Chunk::Choices).then(styles::complete);
                let brought = load(chunk).await;
                let is_styled = match styles {
                    Some(styles) => styles.await,
                    None => true,
                };
                part.set(brought.filter(|_| is_styled).map_or(Part::Missing, Part::Here));
            });
        }
    }

    const fn signal(self, chunk: Chunk) -> RwSignal<Part> {
        self.0[chunk as usize]
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

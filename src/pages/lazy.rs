//! The pages that a first visit does not need: which part of the program draws each, and how that part comes.
//!
//! A part (a chunk) is a file of its own, which `cargo xtask build` splits off the program; the browser fetches it when the
//! first of its pages is asked for. Natively, in tests and under `trunk serve` nothing is split, and every part is there.
//!
//! A page belongs to a chunk by its line in [`Chunk::of`] and its line in the chunk's function. Nothing else may call what
//! is drawn here, or it stays with the rest of the program.

#[cfg(all(target_arch = "wasm32", feature = "split"))]
mod split;
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
mod whole;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::pages::Page;

use super::{
    about, changes, department, departments, desk, event, group, groups, home, itinerary, news,
    programme, propose, resources, statements, stop, take_part, teachers,
};

#[cfg(all(target_arch = "wasm32", feature = "split"))]
use split::{at_start, load};
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
use whole::{at_start, load};

/// A part of the program that is fetched when one of its pages is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The ways in beside the agenda: home, and the page of an event. Fetched as soon as there is time.
    Entry,
    /// The itinerary, the départements, the groups.
    Tour,
    /// What is mostly text.
    Texts,
}

impl Chunk {
    /// The chunk that draws a page; `None` for what is there from the start.
    pub const fn of(page: &Page) -> Option<Self> {
        match page {
            Page::Agenda => None,
            Page::Home | Page::Event(_) => Some(Self::Entry),
            Page::Itinerary
            | Page::Stop(_)
            | Page::Departments
            | Page::Department(_)
            | Page::Groups
            | Page::Group(_) => Some(Self::Tour),
            Page::News
            | Page::Resources
            | Page::Teachers
            | Page::TakePart
            | Page::Propose
            | Page::Programme
            | Page::About
            | Page::Accessibility
            | Page::Privacy
            | Page::Changes
            | Page::Desk => Some(Self::Texts),
        }
    }

    /// The chunk that draws what stands at a path.
    pub fn at(path: &str) -> Option<Self> {
        Self::of(&Page::parse(path)?)
    }

    /// Its name, as the build writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Tour => "tour",
            Self::Texts => "texts",
        }
    }
}

/// Draws a page of a chunk.
pub type Draw = fn(Page) -> AnyView;

fn draw_entry(page: Page) -> AnyView {
    match page {
        Page::Home => view! { <home::Home /> }.into_any(),
        Page::Event(id) => view! { <event::EventPage id /> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_tour(page: Page) -> AnyView {
    match page {
        Page::Itinerary => view! { <itinerary::Itinerary /> }.into_any(),
        Page::Stop(id) => view! { <stop::StopPage id /> }.into_any(),
        Page::Departments => view! { <departments::Departments /> }.into_any(),
        Page::Department(department) => {
            view! { <department::DepartmentPage department /> }.into_any()
        }
        Page::Groups => view! { <groups::Groups /> }.into_any(),
        Page::Group(id) => view! { <group::GroupPage id /> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_texts(page: Page) -> AnyView {
    match page {
        Page::News => view! { <news::News /> }.into_any(),
        Page::Resources => view! { <resources::Resources /> }.into_any(),
        Page::Teachers => view! { <teachers::Teachers /> }.into_any(),
        Page::TakePart => view! { <take_part::TakePart /> }.into_any(),
        Page::Propose => view! { <propose::Propose /> }.into_any(),
        Page::Programme => view! { <programme::Programme /> }.into_any(),
        Page::About => view! { <about::About /> }.into_any(),
        Page::Changes => view! { <changes::Changes /> }.into_any(),
        Page::Desk => view! { <desk::Desk /> }.into_any(),
        Page::Accessibility => view! { <statements::Accessibility /> }.into_any(),
        Page::Privacy => view! { <statements::Privacy /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Where a chunk is.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// Nobody asked for it.
    Away,
    /// On its way.
    Coming,
    /// Here: this draws its pages.
    Here(Draw),
    /// It can't be had: the line is down, or a newer release took its place.
    Missing,
}

/// The chunks as the app shares them. Put into context by it.
#[derive(Debug, Clone, Copy)]
pub struct Chunks {
    entry: RwSignal<Part>,
    tour: RwSignal<Part>,
    texts: RwSignal<Part>,
}

impl Chunks {
    /// None of them asked for yet; or, where nothing is split, all of them here.
    pub fn new() -> Self {
        Self {
            entry: RwSignal::new(at_start(Chunk::Entry)),
            tour: RwSignal::new(at_start(Chunk::Tour)),
            texts: RwSignal::new(at_start(Chunk::Texts)),
        }
    }

    /// Where the chunk is that draws what stands at a path, tracked; `None` when it needs none.
    pub fn part(self, path: &str) -> Option<Part> {
        Some(self.signal(Chunk::at(path)?).get())
    }

    /// Fetches the chunk that draws what stands at a path, unless it is here or on its way.
    pub fn ask(self, path: &str) {
        if let Some(chunk) = Chunk::at(path) {
            self.fetch(chunk);
        }
    }

    /// Fetches a chunk, unless it is here or on its way.
    pub fn fetch(self, chunk: Chunk) {
        let part = self.signal(chunk);
        if matches!(part.get_untracked(), Part::Away | Part::Missing) {
            part.set(Part::Coming);
            spawn_local(async move {
                part.set(load(chunk).await.map_or(Part::Missing, Part::Here));
            });
        }
    }

    const fn signal(self, chunk: Chunk) -> RwSignal<Part> {
        match chunk {
            Chunk::Entry => self.entry,
            Chunk::Tour => self.tour,
            Chunk::Texts => self.texts,
        }
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

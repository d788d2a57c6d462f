//! The pages that a first visit does not need: which part of the program draws each, and how that part comes.
//!
//! A part (a chunk) is a file of its own, which `cargo xtask build` splits off the program; the browser fetches it when the
//! first of its pages is asked for. Natively, in tests and under `trunk serve` nothing is split, and every part is there.
//!
//! A page belongs to a chunk by its line in [`Chunk::of`] and its line in the chunk's function. A part of a page that not
//! every visit needs is a [`Piece`], and belongs to a chunk in the same way. Nothing else may call what is drawn here, or it
//! stays with the rest of the program.

#[cfg(all(target_arch = "wasm32", feature = "split"))]
mod split;
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
mod whole;

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::address::View;
use qsec2_domain::pages::Page;

use super::not_found::NotFound;
use super::{
    about, changes, department, departments, desk, event, group, groups, home, itinerary, news,
    programme, propose, resources, statements, stop, take_part, teachers, widget,
};

use crate::browser::styles;
use crate::components::filters::{Choices, Sheet};
use crate::components::map::MapView;
use crate::components::month_sheet::MonthSheet;
use crate::components::since_line::SinceLine;
use crate::components::takeaway::Takeaway;
use crate::components::ways_out::WaysOut;
use crate::state::kept::{Kept, Store};

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
    /// The agenda as a month and on a map.
    Views,
    /// What is taken away: subscriptions, files, codes to scan.
    Takeaway,
    /// The choices of the agenda. Fetched at once where that is shown, beside what shows it.
    Choices,
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
            | Page::Widget
            | Page::Programme
            | Page::About
            | Page::Accessibility
            | Page::Privacy
            | Page::Changes
            | Page::Desk => Some(Self::Texts),
        }
    }

    /// The chunk that draws what stands at a path, seen in a way, or says that there is nothing.
    pub fn at(path: &str, view: View) -> Option<Self> {
        match Page::parse(path) {
            Some(Page::Agenda) => Piece::of(view).map(Piece::chunk),
            page => page.map_or(Asked::Nothing(None), Asked::Page).chunk(),
        }
    }

    /// Its name, as the build writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Tour => "tour",
            Self::Texts => "texts",
            Self::Views => "views",
            Self::Takeaway => "takeaway",
            Self::Choices => "choices",
        }
    }
}

/// A part of a page that comes in a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// What was found, as a month.
    Month,
    /// What was found, on a map.
    Map,
    /// What leads out of an empty result.
    WaysOut,
    /// What was found, to be taken away.
    Takeaway,
    /// How much changed since the last visit.
    Changes,
    /// The choices of the agenda.
    Choices,
    /// The same, before the page.
    Sheet,
}

impl Piece {
    /// What shows the agenda in a way; `None` for the list, which is there from the start.
    pub const fn of(view: View) -> Option<Self> {
        match view {
            View::List => None,
            View::Month => Some(Self::Month),
            View::Map => Some(Self::Map),
        }
    }

    /// The chunk that draws it.
    pub const fn chunk(self) -> Chunk {
        match self {
            Self::Month | Self::Map => Chunk::Views,
            Self::WaysOut | Self::Changes => Chunk::Entry,
            Self::Takeaway => Chunk::Takeaway,
            Self::Choices | Self::Sheet => Chunk::Choices,
        }
    }
}

/// What a chunk is asked to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A page.
    Page(Page),
    /// That there is none; which, when the address has the form of one and the feed has no such record.
    Nothing(Option<Page>),
    /// A part of one, in the context of the page.
    Piece(Piece),
}

impl Asked {
    /// The chunk that draws it; `None` for what is there from the start.
    pub const fn chunk(&self) -> Option<Chunk> {
        match self {
            Self::Page(page) | Self::Nothing(Some(page)) => Chunk::of(page),
            Self::Nothing(None) => Some(Chunk::Entry),
            Self::Piece(piece) => Some(piece.chunk()),
        }
    }
}

/// Draws what a chunk is asked for.
pub type Draw = fn(Asked) -> AnyView;

/// What a chunk brings.
#[derive(Debug, Clone, Copy)]
pub struct Brought {
    /// Draws its pages.
    pub draw: Draw,
    /// Stores what the visitor keeps; only few keep something.
    pub store: Option<Store>,
}

/// For a chunk that only draws.
const fn drawing(draw: Draw) -> Brought {
    Brought { draw, store: None }
}

/// What the entry brings.
const ENTRY: Brought = drawing(draw_entry);
/// What the tour brings: départements are kept on its pages.
const TOUR: Brought = Brought { draw: draw_tour, store: Some(Kept::store) };
/// What the texts bring.
const TEXTS: Brought = drawing(draw_texts);
/// What the views bring.
const VIEWS: Brought = drawing(draw_views);
/// What is taken away.
const TAKEAWAY: Brought = drawing(draw_takeaway);
/// The choices.
const CHOICES: Brought = drawing(draw_choices);

fn draw_entry(asked: Asked) -> AnyView {
    match asked {
        Asked::Page(Page::Home) => view! { <home::Home /> }.into_any(),
        Asked::Page(Page::Event(id)) => view! { <event::EventPage id /> }.into_any(),
        Asked::Nothing(page) => view! { <NotFound page /> }.into_any(),
        Asked::Piece(Piece::WaysOut) => view! { <WaysOut /> }.into_any(),
        Asked::Piece(Piece::Changes) => view! { <SinceLine /> }.into_any(),
        Asked::Page(_) | Asked::Piece(_) => ().into_any(),
    }
}

fn draw_tour(asked: Asked) -> AnyView {
    match asked {
        Asked::Page(Page::Itinerary) => view! { <itinerary::Itinerary /> }.into_any(),
        Asked::Page(Page::Stop(id)) => view! { <stop::StopPage id /> }.into_any(),
        Asked::Page(Page::Departments) => view! { <departments::Departments /> }.into_any(),
        Asked::Page(Page::Department(department)) => {
            view! { <department::DepartmentPage department /> }.into_any()
        }
        Asked::Page(Page::Groups) => view! { <groups::Groups /> }.into_any(),
        Asked::Page(Page::Group(id)) => view! { <group::GroupPage id /> }.into_any(),
        Asked::Nothing(page) => view! { <NotFound page /> }.into_any(),
        Asked::Page(_) | Asked::Piece(_) => ().into_any(),
    }
}

fn draw_texts(asked: Asked) -> AnyView {
    match asked {
        Asked::Page(Page::News) => view! { <news::News /> }.into_any(),
        Asked::Page(Page::Resources) => view! { <resources::Resources /> }.into_any(),
        Asked::Page(Page::Teachers) => view! { <teachers::Teachers /> }.into_any(),
        Asked::Page(Page::TakePart) => view! { <take_part::TakePart /> }.into_any(),
        Asked::Page(Page::Propose) => view! { <propose::Propose /> }.into_any(),
        Asked::Page(Page::Widget) => view! { <widget::WidgetPage /> }.into_any(),
        Asked::Page(Page::Programme) => view! { <programme::Programme /> }.into_any(),
        Asked::Page(Page::About) => view! { <about::About /> }.into_any(),
        Asked::Page(Page::Changes) => view! { <changes::Changes /> }.into_any(),
        Asked::Page(Page::Desk) => view! { <desk::Desk /> }.into_any(),
        Asked::Page(Page::Accessibility) => view! { <statements::Accessibility /> }.into_any(),
        Asked::Page(Page::Privacy) => view! { <statements::Privacy /> }.into_any(),
        Asked::Nothing(page) => view! { <NotFound page /> }.into_any(),
        Asked::Page(_) | Asked::Piece(_) => ().into_any(),
    }
}

fn draw_views(asked: Asked) -> AnyView {
    match asked {
        Asked::Piece(Piece::Month) => view! { <MonthSheet /> }.into_any(),
        Asked::Piece(Piece::Map) => view! { <MapView /> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_takeaway(asked: Asked) -> AnyView {
    match asked {
        Asked::Piece(Piece::Takeaway) => view! { <Takeaway /> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_choices(asked: Asked) -> AnyView {
    match asked {
        Asked::Piece(Piece::Choices) => view! { <Choices /> }.into_any(),
        Asked::Piece(Piece::Sheet) => view! { <Sheet /> }.into_any(),
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
    /// Here, with this.
    Here(Brought),
    /// It can't be had: the line is down, or a newer release took its place.
    Missing,
}

/// The chunks as the app shares them. Put into context by it.
#[derive(Debug, Clone, Copy)]
pub struct Chunks {
    entry: RwSignal<Part>,
    tour: RwSignal<Part>,
    texts: RwSignal<Part>,
    views: RwSignal<Part>,
    takeaway: RwSignal<Part>,
    choices: RwSignal<Part>,
}

impl Chunks {
    /// None of them asked for yet; or, where nothing is split, all of them here.
    pub fn new() -> Self {
        Self {
            entry: RwSignal::new(at_start(Chunk::Entry)),
            tour: RwSignal::new(at_start(Chunk::Tour)),
            texts: RwSignal::new(at_start(Chunk::Texts)),
            views: RwSignal::new(at_start(Chunk::Views)),
            takeaway: RwSignal::new(at_start(Chunk::Takeaway)),
            choices: RwSignal::new(at_start(Chunk::Choices)),
        }
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
        match chunk {
            Chunk::Entry => self.entry,
            Chunk::Tour => self.tour,
            Chunk::Texts => self.texts,
            Chunk::Views => self.views,
            Chunk::Takeaway => self.takeaway,
            Chunk::Choices => self.choices,
        }
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

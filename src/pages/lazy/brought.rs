//! What each chunk brings. Each is named only by the way into its chunk: whatever else named it would keep it with the start.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::pages::Page;
use qsec2_domain::slices::Lacking;

use super::{Asked, Piece};
use crate::components::filters::{Choices, Sheet};
use crate::components::left_out::LeftOut;
use crate::components::map::MapView;
use crate::components::month_sheet::MonthSheet;
use crate::components::since_line::SinceLine;
use crate::components::takeaway::Takeaway;
use crate::components::ways_out::WaysOut;
use crate::pages::not_found::NotFound;
use crate::pages::{
    about, changes, department, departments, desk, event, group, groups, home, itinerary, news,
    programme, propose, resources, statements, stop, take_part, teachers, widget,
};
use crate::state::kept::{Kept, Store};
use crate::state::loaded::Loaded;

/// Draws what a chunk is asked for.
pub type Draw = fn(Asked) -> AnyView;

/// Whether what a page shows first on a day is at hand.
pub type First = fn(&Page, &Loaded, NaiveDate) -> Result<(), Lacking>;

/// What a chunk brings.
#[derive(Debug, Clone, Copy)]
pub struct Brought {
    /// Draws its pages and pieces.
    pub draw: Draw,
    /// Whether what one of its pages shows first is at hand.
    pub first: First,
    /// Stores what the visitor keeps; only few keep something.
    pub store: Option<Store>,
}

/// For a chunk whose pages show nothing that would have to be waited for.
const fn drawing(draw: Draw) -> Brought {
    Brought { draw, first: |_, _, _| Ok(()), store: None }
}

/// What the entry brings.
pub(super) const ENTRY: Brought = Brought { first: first_of_entry, ..drawing(draw_entry) };
/// What the tour brings: départements are kept on its pages.
pub(super) const TOUR: Brought =
    Brought { draw: draw_tour, first: first_of_tour, store: Some(Kept::store) };
/// What the texts bring.
pub(super) const TEXTS: Brought = drawing(draw_texts);
/// What the views bring.
pub(super) const VIEWS: Brought = drawing(draw_views);
/// What is taken away.
pub(super) const TAKEAWAY: Brought = drawing(draw_takeaway);
/// The choices.
pub(super) const CHOICES: Brought = drawing(draw_choices);
/// What is a visitor's own.
pub(super) const OWN: Brought = Brought { first: first_of_own, ..drawing(draw_own) };

fn first_of_entry(page: &Page, loaded: &Loaded, today: NaiveDate) -> Result<(), Lacking> {
    match page {
        Page::Home => home::rows(loaded, today).map(drop),
        page => loaded.has(page).map(drop),
    }
}

fn first_of_tour(page: &Page, loaded: &Loaded, today: NaiveDate) -> Result<(), Lacking> {
    match page {
        Page::Stop(id) => loaded.rows_of_stop(id).map(drop),
        Page::Department(department) => department::events(loaded, *department, today).map(drop),
        _ => Ok(()),
    }
}

fn first_of_own(page: &Page, loaded: &Loaded, _: NaiveDate) -> Result<(), Lacking> {
    match page {
        Page::Changes => changes::newest(loaded).map(drop),
        _ => Ok(()),
    }
}

fn draw_entry(asked: Asked) -> AnyView {
    match asked {
        Asked::Page(Page::Home) => view! { <home::Home /> }.into_any(),
        Asked::Page(Page::Event(id)) => view! { <event::EventPage id /> }.into_any(),
        Asked::Nothing(page) => view! { <NotFound page /> }.into_any(),
        Asked::Piece(Piece::WaysOut) => view! { <WaysOut /> }.into_any(),
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
        Asked::Page(Page::About) => view! { <about::About /> }.into_any(),
        Asked::Page(Page::Desk) => view! { <desk::Desk /> }.into_any(),
        Asked::Page(Page::Accessibility) => view! { <statements::Accessibility /> }.into_any(),
        Asked::Page(Page::Privacy) => view! { <statements::Privacy /> }.into_any(),
        Asked::Piece(Piece::LeftOut) => view! { <LeftOut /> }.into_any(),
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

fn draw_own(asked: Asked) -> AnyView {
    match asked {
        Asked::Page(Page::Programme) => view! { <programme::Programme /> }.into_any(),
        Asked::Page(Page::Changes) => view! { <changes::Changes /> }.into_any(),
        Asked::Piece(Piece::Changes) => view! { <SinceLine /> }.into_any(),
        _ => ().into_any(),
    }
}

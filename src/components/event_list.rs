//! The board: events by day, empty days skipped. However long it is, only what is near the screen is drawn.
//!
//! Rows have no fixed height: a name may wrap, text may be enlarged. Each is measured once drawn; the others are reckoned.

use leptos::html::Ul;
use leptos::prelude::*;
use qsec2_domain::agenda::{Found, Heading, Row};
use qsec2_domain::query::Query;
use std::ops::Range;

use crate::browser::{NATIVE, dialog, viewport};
use crate::components::event_row::EventRow;
use crate::components::parts::items;
use crate::i18n::dates;
use crate::state::feed::Loaded;
use crate::state::navigation::Navigation;
use crate::state::shown::Shown;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// Lists up to this long are drawn whole.
const SHORT: usize = 40;
/// How many rows of a longer list are drawn natively: a few screens; a link leads on for those without the app.
const SENT: usize = 16;
/// How many rows of what has been running are shown before the day's own; those that began last.
const KEPT: usize = 3;
/// The fewest rows that are folded into one line.
const FEWEST: usize = 3;
/// How far beyond the window rows are drawn, in CSS pixels.
const MARGIN: f64 = 700.0;
/// What a row that was never drawn is reckoned to need, in CSS pixels.
const RECKONED: f64 = 84.0;
/// The attribute that tells a row's place in the list.
const PLACE: &str = "data-place";

/// A few rows under a heading of the page's own; nothing when there is none.
pub fn short_list(rows: impl Iterator<Item = Row>) -> AnyView {
    items("board board-short", rows.map(|row| view! { <EventRow row /> }.into_any()).collect())
}

/// The measured heights of the last list, so that Back finds each row where it was. Put into context by the app.
#[derive(Clone, Copy, Default)]
pub struct Measured(StoredValue<(String, Vec<f64>)>);

/// The events that were found, in order, under headings.
#[component]
pub fn EventList(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let site = use_site();
    let label = site.t.agenda.list;
    let node = NodeRef::<Ul>::new();
    let heights = Heights(expect_context());
    let folded = Memo::new(move |_| folded_rows(&found.read()));
    let (near, look) = use_near(node, found, folded, heights);
    let loaded = use_feed();
    let rows = Memo::new(move |_| {
        let (found, folded, near) = (found.read(), folded.get(), near.get());
        let last = found.rows.len();
        let near = (near.start + folded).min(last)..(near.end + folded).min(last);
        loaded.ask(loaded.have(&found.rows[near.clone()]));
        if found.has_more && near.end == last {
            loaded.ask(loaded.all());
        }
        near.map(|place| Item::new(&loaded, &found, place, folded)).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        rows.track();
        request_animation_frame(look);
    });
    let hidden = move || found.read().rows.is_empty();
    let after = move || found.read().rows.len().saturating_sub(folded.get());
    view! {
        <Folded found folded />
        <ul class="board" role="list" aria-label=label node_ref=node hidden=hidden>
            {gap(Box::new(move || heights.sum(0..near.get().start)))}
            <For each=move || rows.get() key=|item| *item children=move |item| item_view(&site, item, found, folded) />
            {gap(Box::new(move || if NATIVE { 0.0 } else { heights.sum(near.get().end..after()) }))}
        </ul>
        {NATIVE.then(|| rest(&untrack(|| found.get()), untrack(|| near.get().end + folded.get())))}
    }
    .into_any()
}

/// Leads to the rows after the first ones, by their day: a page of text can't grow.
fn rest(found: &Found, drawn: usize) -> Option<AnyView> {
    let site = use_site();
    let next = found.rows.get(drawn)?;
    let Heading::Day(day) = next.heading else { return None };
    let query = use_address().get_untracked().address.query;
    let href = site.agenda(Query { from: Some(day), ..query });
    let said = (site.t.agenda.from_day_on)(&dates::day(site.lang(), day));
    Some(view! { <p><a class="more" href=href>{said}</a></p> }.into_any())
}

/// One line of the list: all that it is drawn from, and so its key.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Item {
    place: usize,
    event: u32,
    session: u16,
    heading: Heading,
    is_first: bool,
    /// Whether its record has been loaded.
    is_here: bool,
}

impl Item {
    /// The row at a place of those that were found; `folded` are before the list.
    fn new(loaded: &Loaded, found: &Found, place: usize, folded: usize) -> Self {
        let row = found.rows[place];
        let Row { event, session, heading } = row;
        let is_first = place == folded || found.rows[place - 1].heading != heading;
        let place = place - folded;
        let is_here = loaded.with_event(row, |_| ()).is_ok();
        Self { place, event, session, heading, is_first, is_here }
    }
}

fn item_view(site: &Site, item: Item, found: Memo<Shown>, folded: Memo<usize>) -> AnyView {
    let heading = item.is_first.then(|| heading_view(site, item.heading));
    let row = Row { event: item.event, session: item.session, heading: item.heading };
    view! {
        <li data-place=item.place.to_string() aria-posinset=(item.place + 1).to_string()
            aria-setsize=move || length(&found.read(), folded.get())>
            {heading} <EventRow row />
        </li>
    }
    .into_any()
}

/// How many rows there are; -1, as ARIA has it, while that is not known.
fn length(found: &Found, folded: usize) -> String {
    if found.has_more { "-1".to_owned() } else { (found.rows.len() - folded).to_string() }
}

/// How many of the first rows stand folded before the list.
fn folded_rows(found: &Found) -> usize {
    let foldable = found.foldable(KEPT);
    if foldable < FEWEST { 0 } else { foldable }
}

/// What has been running for longer, in one line, so that it does not bury what the day brings. It unfolds in place, and on
/// paper.
#[component]
fn Folded(
    /// What was found.
    found: Memo<Shown>,
    /// How many of the first rows are folded.
    folded: Memo<usize>,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let open = RwSignal::new(false);
    let printing = RwSignal::new(false);
    viewport::on_print(move |begins| printing.set(begins));
    let is_open = move || open.get() || printing.get();
    let rows = move || {
        let found = found.read();
        let rows = &found.rows[..folded.get().min(found.rows.len())];
        (NATIVE || is_open()).then(|| {
            loaded.ask(loaded.have(rows));
            short_list(rows.iter().copied())
        })
    };
    // Paper unfolds it for a while; what the visitor did stays.
    let toggle = move |event| {
        if !printing.get_untracked() {
            open.set(dialog::is_open(&event));
        }
    };
    view! {
        <details class="folded" hidden=move || folded.get() == 0 prop:open=is_open on:toggle=toggle>
            <summary>{move || (site.t.agenda.folded)(folded.get())}</summary>
            {rows}
        </details>
    }
    .into_any()
}

/// The rows near the screen, and a call that measures what is drawn and looks again where the screen is.
fn use_near(
    node: NodeRef<Ul>,
    found: Memo<Shown>,
    folded: Memo<usize>,
    heights: Heights,
) -> (Memo<Range<usize>>, impl Fn() + Copy) {
    let navigation: Navigation = expect_context();
    let screen = RwSignal::new((-MARGIN, viewport::height() + MARGIN));
    let printing = RwSignal::new(false);
    let look = move || {
        // A frame may come after the list is gone.
        let Some(Some(list)) = node.try_get_untracked() else { return };
        let grown = heights.measure(&list);
        if grown != 0.0 {
            viewport::scroll_by(grown);
        }
        let top = viewport::top_of(&list);
        let now = (-top - MARGIN, viewport::height() - top + MARGIN);
        if screen.try_get_untracked().is_some_and(|before| before != now) {
            screen.set(now);
        }
    };
    viewport::on_move(look);
    viewport::on_print(move |begins| printing.set(begins));
    let near = Memo::new(move |_| {
        let rows = found.read().rows.len().saturating_sub(folded.get());
        let (from, to) = screen.get();
        let here = untrack(|| navigation.search());
        if NATIVE {
            return 0..if rows <= SHORT { rows } else { SENT };
        }
        if rows <= SHORT || printing.get() { 0..rows } else { heights.near(&here, rows, from, to) }
    });
    (near, look)
}

/// The room of the rows that are not drawn: its height in CSS pixels.
fn gap(height: Box<dyn Fn() -> f64 + Send + Sync>) -> AnyView {
    view! { <li class="gap" role="presentation" aria-hidden="true" style:height=move || pixels(height())></li> }
        .into_any()
}

/// A height for CSS, to the pixel.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no list is that long")]
fn pixels(height: f64) -> String {
    format!("{}px", height.round() as u64)
}

/// A heading of the board: a day, or what stands in for one.
pub fn heading_view(site: &Site, heading: Heading) -> AnyView {
    let lang = site.lang();
    let t = &site.t.agenda;
    match heading {
        Heading::Day(day) => view! {
            <h2 class="day"><time datetime=day.to_string()>
                <span class="day-week">{dates::weekday(lang, day)}</span> " " {dates::date(lang, day)}
            </time></h2>
        }
        .into_any(),
        Heading::Running => plain_heading(t.running.to_owned()),
        Heading::Best => plain_heading(t.best.to_owned()),
        Heading::Month(month) => plain_heading(format!("{}, {}", dates::month(lang, month), t.sometime)),
        Heading::Year(year) => plain_heading((t.in_year)(year)),
        Heading::Unknown => plain_heading(t.unknown_date.to_owned()),
    }
}

fn plain_heading(said: String) -> AnyView {
    view! { <h2 class="day day-vague">{said}</h2> }.into_any()
}

/// How tall each row is, in CSS pixels: measured, or reckoned until it was drawn once.
#[derive(Clone, Copy)]
struct Heights(Measured);

impl Heights {
    /// The rows between two heights, with what is known of the list at this address.
    fn near(self, here: &str, rows: usize, from: f64, to: f64) -> Range<usize> {
        self.0.0.update_value(|(address, heights)| {
            if address != here {
                here.clone_into(address);
                heights.clear();
            }
            heights.resize(rows, RECKONED);
        });
        self.0.0.with_value(|(_, heights)| near(heights, from, to))
    }

    fn sum(self, rows: Range<usize>) -> f64 {
        self.0.0.with_value(|(_, heights)| heights.get(rows).map_or(0.0, |rows| rows.iter().sum()))
    }

    /// Measures what is drawn. By how much rows above the window have grown that were drawn before: their records have come.
    fn measure(self, list: &viewport::Element) -> f64 {
        let top = viewport::top_of(list);
        let mut grown = 0.0;
        self.0.0.update_value(|(_, heights)| {
            let mut end = None;
            for (place, height) in viewport::heights(list, PLACE) {
                let start = end.unwrap_or_else(|| top + heights.iter().take(place).sum::<f64>());
                let Some(known) = heights.get_mut(place) else { continue };
                let before = std::mem::replace(known, height);
                end = Some(start + before);
                let was_drawn = (before - RECKONED).abs() > f64::EPSILON;
                if was_drawn && start + before <= 0.0 {
                    grown += height - before;
                }
            }
        });
        grown
    }
}

/// The places whose rows lie between two heights, counted from the list's top; the first is even, so that few rows come
/// and go while scrolling.
fn near(heights: &[f64], from: f64, to: f64) -> Range<usize> {
    let (mut first, mut last, mut y) = (None, 0, 0.0);
    for (place, height) in heights.iter().enumerate() {
        y += height;
        if y >= from && first.is_none() {
            first = Some(place);
        }
        last = place + 1;
        if y > to && place >= 10 {
            break;
        }
    }
    let first = first.unwrap_or_else(|| heights.len().saturating_sub(20));
    first - first % 2..last.max(first)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn only_what_is_near_the_screen_is_drawn_whatever_the_length() {
        let heights = vec![80.0; 50_000];
        assert_eq!(near(&heights, -700.0, 1500.0), 0..19);
        let middle = near(&heights, 2_000_000.0, 2_002_200.0);
        assert!(middle.contains(&25_000) && middle.len() < 40, "{middle:?}");
        let end = near(&heights, 3_999_000.0, 4_100_000.0);
        assert_eq!(end.end, 50_000);
    }

    #[test]
    fn scrolled_past_a_list_that_became_short_its_end_is_drawn() {
        let shown = near(&vec![80.0; 50], 100_000.0, 102_000.0);
        assert_eq!(shown, 30..50);
    }
}

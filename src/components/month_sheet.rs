//! What was found, as a month: a grid with one tab stop, arrows inside, and the chosen day below it.
//!
//! Geometry, keys and counts are the domain's. The month stands in the address; the chosen day is of this moment.

mod cell;
mod day;
mod head;

use chrono::NaiveDate;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::{DayFound, MonthFound, Row};
use qsec2_domain::date::YearMonth;
use qsec2_domain::event::Event;
use qsec2_domain::holidays::school_holidays;
use qsec2_domain::month::{Grid, Move, WEEK};

use self::cell::{Cell, cell, cell_id};
use self::day::day_panel;
use self::head::month_head;
use crate::browser::history::Entry;
use crate::browser::{self, NATIVE, dialog};
use crate::components::event_list::short_list;
use crate::i18n::month::month as words;
use crate::state::navigation::Navigation;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// Where the keyboard is, which day is open, and how the month changes.
#[derive(Clone, Copy)]
struct Here {
    /// The month shown.
    month: Memo<YearMonth>,
    /// The day last stood on.
    stood_on: RwSignal<Option<NaiveDate>>,
    /// The day that is open below the grid.
    open: RwSignal<Option<NaiveDate>>,
}

/// The month.
#[component]
pub fn MonthSheet() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let (address, today) = (use_address(), site.today);
    // With nothing to come, the month of today would be empty: the last one that has something is shown.
    let last = {
        let loaded = loaded.clone();
        Memo::new(move |_| {
            let row = loaded.is_over(today).then(|| loaded.ask(loaded.last(1)))??;
            let day = |event: &Event| event.span.first_day();
            loaded.with_event(*row.first()?, day).ok()??.map(YearMonth::of)
        })
    };
    let month = Memo::new(move |_| {
        let asked = address.read().address.month;
        asked.or_else(|| last.get()).unwrap_or_else(|| YearMonth::of(today))
    });
    let here = Here { month, stood_on: RwSignal::new(None), open: RwSignal::new(None) };
    let found = {
        let loaded = loaded.clone();
        Memo::new(move |_| loaded.ask(loaded.month(&address.read().address.query, month.get())))
    };
    // One memo for what the days are drawn from, and whether the events shown on them are here.
    let shown = {
        let loaded = loaded.clone();
        Memo::new(move |_| {
            let found = found.get()?;
            let first: Vec<_> = found.days.iter().flat_map(|day| day.first.clone()).collect();
            let is_here = loaded.ask(loaded.have(&first)).is_some();
            Some((found, is_here))
        })
    };
    let days = {
        let site = site.clone();
        move || shown.with(|it| untrack(|| Some(weeks(&site, &it.as_ref()?.0, here))))
    };
    let navigation: Navigation = expect_context();
    let on_key = move |event: KeyboardEvent| {
        here.follow(&event, today, navigation, &address.get_untracked().address);
    };
    let t = words(site.lang());
    let heads = (0..WEEK).map(|place| {
        view! { <th scope="col" abbr=t.weekdays[place]>{t.short_weekdays[place]}</th> }.into_any()
    });
    view! {
        <div class="month-view">
            {month_head(&site, month)}
            <p class="unseen" id="mois-aide">{t.help}</p>
            <table class="sheet-month" role="grid" aria-labelledby="mois-titre" aria-describedby="mois-aide" on:keydown=on_key>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{days}</tbody>
            </table>
            {move || found.read().as_ref().map(notes)}
            {move || here.open.get().map(day_panel)}
        </div>
    }
    .into_any()
}

/// The days. Their events are looked up once: as files come one by one, the whole is drawn anew only when all are here.
fn weeks(site: &Site, found: &MonthFound, here: Here) -> Vec<AnyView> {
    let stop = Memo::new({
        let (grid, today) = (found.grid, site.today);
        move |_| grid.tab_stop(here.stood_on.get(), today)
    });
    let loaded = use_feed();
    let week = |days: &[DayFound]| {
        let days = days.iter().map(|found_on| {
            let is_in = found.grid.has(found_on.day);
            cell(site, &loaded, Cell { found_on, is_in, stop, here })
        });
        view! { <tr>{days.collect_view()}</tr> }.into_any()
    };
    found.days.chunks(WEEK).map(week).collect()
}

/// What runs for long, and what may be in the month, on some day that is not known.
fn notes(found: &MonthFound) -> AnyView {
    let t = words(use_site().lang());
    let has_school_holidays =
        found.days.iter().any(|it| matches!(school_holidays(it.day), Ok(Some(_))));
    let legend = has_school_holidays
        .then(|| view! { <p class="month-note">{t.school_holidays}</p> }.into_any());
    let runs = note((t.runs)(found.runs.len()), &found.runs);
    let vague = note((t.vague)(found.vague.len()), &found.vague);
    [legend, runs, vague].into_iter().flatten().collect_view().into_any()
}

/// Rows under a sentence, drawn once it is unfolded; as they are sent, all are.
fn note(said: String, rows: &[Row]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let (loaded, rows) = (use_feed(), rows.to_vec());
    let open = RwSignal::new(NATIVE);
    let list = move || {
        open.get().then(|| {
            let _ = loaded.ask(loaded.have(&rows));
            short_list(rows.iter().copied())
        })
    };
    let toggle = move |event| open.set(dialog::is_open(&event));
    let drawn = view! {
        <details class="folded" on:toggle=toggle><summary>{said}</summary>{list}</details>
    };
    Some(drawn.into_any())
}

impl Here {
    /// Goes where a key leads, into another month if need be; opens the day on Enter.
    fn follow(
        self,
        event: &KeyboardEvent,
        today: NaiveDate,
        navigation: Navigation,
        address: &Address,
    ) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let grid = Grid::new(self.month.get_untracked());
        let from = grid.tab_stop(self.stood_on.get_untracked(), today);
        let key = event.key();
        if key == "Enter" || key == " " {
            event.prevent_default();
            self.open(from);
            return;
        }
        let Some(to) = Move::for_key(&key) else { return };
        event.prevent_default();
        let to = if event.shift_key() { to.shifted() } else { to };
        let day = to.from_day(from);
        self.stood_on.set(Some(day));
        if !grid.has(day) {
            let address = Address { month: Some(YearMonth::of(day)), ..address.clone() };
            navigation.refine(&address, Entry::Present);
        }
        request_animation_frame(move || browser::focus_in_view(&cell_id(day)));
    }

    /// Opens a day, and leads to it.
    fn open(self, day: NaiveDate) {
        self.stood_on.set(Some(day));
        self.open.set(Some(day));
        request_animation_frame(|| browser::focus_in_view(day::HEADING));
    }
}

//! One day of the month: its number, what it is, and the first of its events; on a phone, dots in their place.

use chrono::{Datelike as _, NaiveDate};
use leptos::prelude::*;
use qsec2_domain::agenda::{DayFound, FIRST_ROWS, Row};
use qsec2_domain::date::Moment;
use qsec2_domain::event::Event;
use qsec2_domain::holidays::{public_holiday, school_holidays};
use qsec2_domain::pages::Page;

use super::Here;
use crate::browser::history::is_on_link;
use crate::i18n::month::{month as words, public_holiday as holiday_name};
use crate::i18n::{codes, dates};
use crate::routes;
use crate::state::feed::Loaded;
use crate::state::site::{Site, use_address};

/// What a cell is drawn from.
pub(super) struct Cell<'f> {
    /// The day and what is on it.
    pub(super) found_on: &'f DayFound,
    /// Whether the day is one of the month.
    pub(super) is_in: bool,
    /// The day that the tab key stops at.
    pub(super) stop: Memo<NaiveDate>,
    /// Where the keyboard is.
    pub(super) here: Here,
}

/// The id of a day's cell.
pub(super) fn cell_id(day: NaiveDate) -> String {
    format!("jour-{day}")
}

/// One day.
pub(super) fn cell(site: &Site, loaded: &Loaded, cell: Cell<'_>) -> AnyView {
    let Cell { found_on, is_in, stop, here } = cell;
    let day = found_on.day;
    let tab = move || if stop.get() == day { "0" } else { "-1" };
    let selected = move || if here.open.get() == Some(day) { "true" } else { "false" };
    let holiday = public_holiday(day).ok().flatten().map(|it| holiday_name(site.lang(), it));
    let is_school_holiday = matches!(school_holidays(day), Ok(Some(_)));
    let current = (day == site.today).then_some("date");
    view! {
        <td id=cell_id(day) class="cell" class:cell-other=!is_in class:cell-free=is_school_holiday role="gridcell"
            tabindex=tab aria-selected=selected aria-current=current
            on:click=move |click| if !is_on_link(&click) { here.open(day) }>
            <span class="unseen">{said(site, found_on, holiday)}</span>
            <span class="cell-day" aria-hidden="true">{day.day()}</span>
            {holiday.map(|name| view! { <span class="cell-holiday" aria-hidden="true">{name}</span> })}
            {dots(found_on)}
            {events(site, loaded, found_on)}
        </td>
    }
    .into_any()
}

/// What is read aloud of the cell before its events.
fn said(site: &Site, found_on: &DayFound, holiday: Option<&str>) -> String {
    let t = words(site.lang());
    let mut said = vec![dates::day(site.lang(), found_on.day)];
    said.extend(holiday.map(str::to_owned));
    if matches!(school_holidays(found_on.day), Ok(Some(_))) {
        said.push(t.school_holidays.to_owned());
    }
    said.push((site.t.agenda.found)(found_on.events as usize));
    if found_on.runs > 0 {
        said.push((t.runs_too)(found_on.runs as usize));
    }
    said.join(", ")
}

/// As many dots as events, three at most, and a dash for what runs for long.
fn dots(found_on: &DayFound) -> AnyView {
    let dots = "●".repeat((found_on.events as usize).min(FIRST_ROWS));
    let more = if found_on.events as usize > FIRST_ROWS { "+" } else { "" };
    let dash = if found_on.runs > 0 { "–" } else { "" };
    view! { <span class="cell-dots" aria-hidden="true">{dots}{more}{dash}</span> }.into_any()
}

fn events(site: &Site, loaded: &Loaded, found_on: &DayFound) -> AnyView {
    let drawn = found_on
        .first
        .iter()
        .filter_map(|row| loaded.with_event(*row, |event| line(site, *row, event)).ok().flatten());
    let more = (found_on.events as usize).saturating_sub(found_on.first.len());
    let more = (more > 0).then(|| (words(site.lang()).more)(more));
    view! {
        <div class="cell-events">
            {drawn.collect_view()}
            {more.map(|said| view! { <span class="cell-more">{said}</span> })}
        </div>
    }
    .into_any()
}

/// An event's hour and name. No tab stop of its own: the day has one, and lists it when it is opened.
fn line(site: &Site, row: Row, event: &Event) -> AnyView {
    let session = usize::from(row.session);
    let span = event.span_of(session);
    let hour = span.start.and_then(Moment::time).map(|hour| dates::time(site.lang(), hour));
    let status = codes::status(site.lang(), event.status_of(session));
    let status = status.map(|said| view! { <b>{said}</b> " " });
    let (page, address) = (Page::Event(event.id.clone()), use_address());
    let href = move || routes::href(&page, &address.read().address);
    view! {
        <a class="cell-event" href=href data-event=event.id.to_string() tabindex="-1">
            {hour.map(|hour| view! { <span class="cell-hour">{hour}</span> " " })} {status} {event.name.clone()}
        </a>
    }
    .into_any()
}

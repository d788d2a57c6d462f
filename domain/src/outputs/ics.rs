//! iCalendar (RFC 5545, 7986): to open in a calendar or to subscribe to.
//!
//! What is known to the day or better is written as known; anything less is left out and counted, never guessed.
//! `docs/decisions/014-outputs.md` says why each property is as it is.

mod lines;
mod times;
mod zone;

use chrono::NaiveDate;

use self::lines::Lines;
use self::times::When;
use super::details::{AUTHORITY, Occurrence, degrees, one_line, place_line};
use super::{Output, Selection, dates, words};
use crate::address::{Cancellations, Format};
use crate::date::ZONE;
use crate::event::{Event, EventStatus};

/// How often a calendar should look again.
const REFRESH: &str = "PT6H";

/// Writes rows, in their order.
pub(super) fn write(selection: &Selection<'_>, rows: &[Occurrence<'_>], beyond: usize) -> Output {
    let mut lines = Lines::default();
    lines.line("BEGIN:VCALENDAR");
    heading(&mut lines, selection, beyond);
    zone::write(&mut lines);
    let mut written = 0;
    for row in rows {
        if let Some(when) = When::of(row.span()) {
            event(&mut lines, selection, *row, when);
            written += 1;
        }
    }
    lines.line("END:VCALENDAR");
    Output { text: lines.into_text(), written, left_out: rows.len() - written, beyond }
}

fn heading(lines: &mut Lines, selection: &Selection<'_>, beyond: usize) {
    lines.line("VERSION:2.0");
    lines.line("PRODID:-//QSEC2//Agenda//FR");
    lines.line("CALSCALE:GREGORIAN");
    lines.text("NAME", &selection.title);
    lines.text("X-WR-CALNAME", &selection.title);
    lines.line(&["X-WR-TIMEZONE:", ZONE].concat());
    if let Some(remarks) = selection.remarks(beyond) {
        lines.text("X-WR-CALDESC", &remarks);
    }
    lines.line(&["URL:", &selection.page_address()].concat());
    lines.line(&["SOURCE;VALUE=URI:", &selection.address(Format::Calendar)].concat());
    lines.line(&["REFRESH-INTERVAL;VALUE=DURATION:", REFRESH].concat());
    lines.line(&["X-PUBLISHED-TTL:", REFRESH].concat());
}

fn event(lines: &mut Lines, selection: &Selection<'_>, row: Occurrence<'_>, when: When) {
    lines.line("BEGIN:VEVENT");
    lines.line(&["UID:", &row.name(), "@", AUTHORITY].concat());
    versions(lines, selection, row.event);
    when.write(lines);
    let shown = selection.cancellations == Cancellations::Visible;
    lines.text("SUMMARY", &selection.summary(row, shown));
    let status = row.status();
    lines.line(match status {
        EventStatus::Cancelled if !shown => "STATUS:CANCELLED",
        EventStatus::Postponed => "STATUS:TENTATIVE",
        _ => "STATUS:CONFIRMED",
    });
    if status.is_off() || matches!(when, When::Days { .. }) {
        // A visitor is not busy for two months because an exhibition lasts so long.
        lines.line("TRANSP:TRANSPARENT");
    }
    about(lines, selection, row, when);
    lines.line("END:VEVENT");
}

/// When the record was last changed, and how often.
fn versions(lines: &mut Lines, selection: &Selection<'_>, event: &Event) {
    let instant = |day: NaiveDate| [&times::day(day), "T000000Z"].concat();
    lines.line(&["DTSTAMP:", &instant(selection.changed(event))].concat());
    if let Some(day) = event.provenance.date_modified {
        lines.line(&["LAST-MODIFIED:", &instant(day)].concat());
    }
    lines.line(&["SEQUENCE:", &event.provenance.sequence.to_string()].concat());
}

/// Where, what, by whom.
fn about(lines: &mut Lines, selection: &Selection<'_>, row: Occurrence<'_>, when: When) {
    let event = row.event;
    let place = selection.feed.place_of(event);
    if let Some(line) = place.and_then(place_line) {
        lines.text("LOCATION", &line);
    }
    if let Some(geo) = place.and_then(|place| place.geo) {
        lines.line(&["GEO:", &degrees(geo.latitude), ";", &degrees(geo.longitude)].concat());
    }
    let mut categories = vec![words::kind(selection.lang, event.kind)];
    if selection.feed.is_demonstration {
        categories.push(words::demonstration(selection.lang));
    }
    lines.texts("CATEGORIES", &categories);
    if let Some((name, mail)) = selection.organizer(event) {
        lines.line(&["ORGANIZER;CN=", &lines::quoted(name), ":mailto:", mail].concat());
    }
    let address = selection.event_address(event);
    lines.line(&["URL:", &address].concat());
    let mut paragraphs = selection.paragraphs(row);
    if when.hides_hours(row.span()) {
        paragraphs.insert(0, dates::span(selection.lang, row.span()));
    }
    paragraphs.extend(event.url.as_ref().map(|link| one_line(link.as_str())));
    paragraphs.push(address);
    lines.text("DESCRIPTION", &paragraphs.join("\n"));
}

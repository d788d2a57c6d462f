//! What all outputs say of an occurrence, and the safety of text that they share.

use chrono::NaiveDate;

use super::{Selection, dates, joined, words};
use crate::address::OutputAddress;
use crate::agenda::Row;
use crate::choices::{Choice, Choices};
use crate::date::{Moment, Span};
use crate::event::{Event, EventStatus};
use crate::feed::Feed;
use crate::lang::Lang;
use crate::pages::Page;
use crate::place::Place;

/// The authority in the names of records in the world at large: the project's own domain, wherever the site stands.
pub(super) const AUTHORITY: &str = "qsec2.fr";

/// An event at one of its times.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'e> {
    /// The event.
    pub event: &'e Event,
    /// The place of the session in [`Event::times`].
    pub session: u16,
}

impl<'e> Occurrence<'e> {
    /// Rows of an agenda that was made from the whole feed. A row that leads nowhere is passed over.
    pub fn of_rows(feed: &'e Feed, rows: &[Row]) -> Vec<Self> {
        let one = |row: &Row| {
            let event = feed.events.get(row.event as usize)?;
            Some(Self { event, session: row.session })
        };
        rows.iter().filter_map(one).collect()
    }

    /// From when to when.
    pub(super) fn span(self) -> Span {
        let session = self.event.sessions.get(usize::from(self.session));
        session.map_or(self.event.span, |session| session.span)
    }

    /// What became of it: of the session, or else of the whole event. A cancelled event has no session that takes place.
    pub(super) fn status(self) -> EventStatus {
        self.event.status_of(usize::from(self.session))
    }

    /// Its name in the world at large, less the authority: the event's id, and which of its sessions, from the second on.
    /// No id has a `.`, so no two occurrences share one.
    pub(super) fn name(self) -> String {
        match self.session {
            0 => self.event.id.to_string(),
            session => [self.event.id.as_str(), ".", &(session + 1).to_string()].concat(),
        }
    }
}

impl Selection<'_> {
    /// The last change of a record: its own, or the feed's, which is never earlier, or the beginning of time.
    /// Never the day of the event, which may lie ahead: a change must not look older than what it replaces.
    pub(super) fn changed(&self, event: &Event) -> NaiveDate {
        event.provenance.date_modified.or(self.feed.date_modified).unwrap_or_default()
    }

    /// The address of the event's page here.
    pub(super) fn event_address(&self, event: &Event) -> String {
        let mut settings = OutputAddress::default();
        settings.settings.lang = self.lang;
        joined(self.origin, &Page::Event(event.id.clone()).path(), &settings.to_string())
    }

    /// The address for mail of the first organizer that has one, with the organizer's name.
    pub(super) fn organizer<'e>(&'e self, event: &'e Event) -> Option<(&'e str, &'e str)> {
        event.organizer.iter().find_map(|party| {
            let organization = self.feed.organization(party.organization.as_ref()?.as_str())?;
            let mail = organization.contact_point.iter().find_map(|it| it.email.as_deref())?;
            let is_one = !mail.chars().any(|c| c.is_control() || c.is_whitespace());
            is_one.then_some((party.name.as_str(), mail))
        })
    }

    /// Its name, with what nobody may overlook before it.
    pub(super) fn summary(&self, row: Occurrence<'_>, cancellations_in_words: bool) -> String {
        let demonstration =
            if self.feed.is_demonstration { words::demo_mark(self.lang) } else { "" };
        let status = match row.status() {
            EventStatus::Cancelled if !cancellations_in_words => "",
            status => words::mark(self.lang, status),
        };
        [demonstration, status, &one_line(&row.event.name)].concat()
    }

    /// All that is known of it in words, a paragraph a line.
    pub(super) fn paragraphs(&self, row: Occurrence<'_>) -> Vec<String> {
        let (lang, event) = (self.lang, row.event);
        let mut lines = Vec::new();
        if self.feed.is_demonstration {
            lines.push(words::invented(lang).to_owned());
        }
        lines.extend(status_line(lang, row));
        lines.extend(event.time_note.as_deref().map(plain));
        lines.extend(event.description.as_deref().map(plain));
        if event.is_accessible_for_free == Some(true) {
            lines.push(words::free(lang).to_owned());
        }
        lines.extend(event.admission.as_deref().map(plain));
        lines.extend(audience_line(lang, event));
        if !event.organizer.is_empty() {
            let names: Vec<_> = event.organizer.iter().map(|party| one_line(&party.name)).collect();
            lines.push([words::organized_by(lang), &names.join(", ")].concat());
        }
        lines
    }
}

fn status_line(lang: Lang, row: Occurrence<'_>) -> Option<String> {
    let status = row.status();
    let said = words::status(lang, status)?;
    let before = row.event.previous_start_date.filter(|_| status == EventStatus::Rescheduled);
    Some(match before {
        None => [said, "."].concat(),
        Some(before) => {
            let before = Span { start: Some(before), end: None };
            [said, words::before(lang), &dates::span(lang, before), "."].concat()
        }
    })
}

fn audience_line(lang: Lang, event: &Event) -> Option<String> {
    let named = event.audience.iter().map(|one| words::audience(lang, one).to_owned());
    let all: Vec<_> = named.chain(event.audience_note.as_deref().map(one_line)).collect();
    (!all.is_empty()).then(|| [words::meant_for(lang), &all.join(", ")].concat())
}

/// « Médiathèque, 3 rue de l’Air, 93700 Drancy », from what is known.
pub(super) fn place_line(place: &Place) -> Option<String> {
    let town = [place.postal_code.as_deref(), place.address_locality.as_deref()];
    let town: Vec<&str> = town.into_iter().flatten().collect();
    let town = town.join(" ");
    let parts = [place.name.as_deref(), place.street_address.as_deref(), Some(&*town)];
    let parts: Vec<String> = parts.into_iter().flatten().map(one_line).collect();
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return place.department.as_ref().map(|territory| match territory.department() {
            Some(department) => department.to_string(),
            None => ["(", territory.code(), ")"].concat(),
        });
    }
    Some(parts.join(", "))
}

/// A coordinate in degrees to six decimals, about ten centimetres.
pub(super) fn degrees(degrees: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "casts of floats saturate, and no coordinate is that large"
    )]
    let millionths = (degrees * 1e6).round() as i64;
    let (sign, size) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
}

/// Text without what no format may hold: control characters but for ends of lines, and what is no character at all.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\t' => plain.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => plain.push(c),
        }
        before = c;
    }
    plain
}

/// As [`plain`], on one line.
pub(super) fn one_line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// What a list of choices is in a cell: its codes, with blanks between.
pub(super) fn codes<T: Choice>(choices: Choices<T>) -> String {
    let codes: Vec<_> = choices.iter().map(T::code).collect();
    codes.join(" ")
}

/// A moment as the feed writes it; nothing when it is not known.
pub(super) fn written(moment: Option<Moment>) -> String {
    moment.map_or_else(String::new, |moment| moment.to_string())
}

/// The code of a kind or status.
pub(super) fn code<T: Choice>(choice: T) -> &'static str {
    choice.code()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinate_has_six_decimals_and_no_exponent() {
        let said = [48.856_613, -0.5, 0.0, 2.352_222_4, -0.000_000_1, 1e-5].map(degrees);
        assert_eq!(
            said,
            ["48.856613", "-0.500000", "0.000000", "2.352222", "0.000000", "0.000010"]
        );
    }

    #[test]
    fn what_no_format_can_hold_is_dropped() {
        assert_eq!(plain("a\r\nb\rc\u{0}\u{1b}\u{7f}d\te\u{ffff}\u{2028}"), "a\nb\ncd e\n");
        assert_eq!(one_line("a\r\nBEGIN:VEVENT"), "a BEGIN:VEVENT");
    }
}

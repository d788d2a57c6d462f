//! CSV (RFC 4180): a row each, cells as the feed writes them, under its own names of properties in both languages.
//!
//! It begins with a byte order mark, without which Excel spoils accents. A text that a spreadsheet would take for a formula
//! gets a `'` before it, and stays a text. When there are more rows than an output holds, a last row without an id says so.

use super::details::{Occurrence, code, codes, degrees, one_line, plain, written};
use super::{Selection, words};
use crate::place::Place;

/// The names of the columns. New ones are added at the end, and none is ever renamed.
const COLUMNS: [&str; 28] = [
    "id",
    "session",
    "name",
    "kind",
    "startDate",
    "endDate",
    "timeNote",
    "eventStatus",
    "location",
    "streetAddress",
    "postalCode",
    "addressLocality",
    "department",
    "latitude",
    "longitude",
    "organizer",
    "audience",
    "audienceNote",
    "educationalLevel",
    "access",
    "isAccessibleForFree",
    "admission",
    "description",
    "url",
    "page",
    "dateModified",
    "sequence",
    "isDemonstration",
];

/// Writes rows, in their order.
pub(super) fn write(selection: &Selection<'_>, rows: &[Occurrence<'_>], beyond: usize) -> String {
    let mut table = String::from("\u{feff}");
    put(&mut table, &COLUMNS.map(str::to_owned));
    for row in rows {
        put(&mut table, &cells(selection, *row));
    }
    if let Some(said) = words::beyond(selection.lang, beyond) {
        put(
            &mut table,
            &COLUMNS.map(|column| if column == "name" { said.clone() } else { String::new() }),
        );
    }
    table
}

/// A line. A cell with a comma, a quote or an end of line stands in quotes, and its own quotes are doubled.
fn put(table: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            table.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            table.push_str(cell);
        }
    }
    table.push_str("\r\n");
}

fn cells(selection: &Selection<'_>, row: Occurrence<'_>) -> Vec<String> {
    let (event, span) = (row.event, row.span());
    let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let organizers: Vec<_> = event.organizer.iter().map(|party| one_line(&party.name)).collect();
    let mut cells = vec![
        event.id.to_string(),
        (row.session + 1).to_string(),
        cell(&event.name),
        code(event.kind).to_owned(),
        written(span.start),
        written(span.end),
        text(&event.time_note),
        code(row.status()).to_owned(),
    ];
    cells.extend(place_cells(selection.feed.place_of(event)));
    cells.extend([
        cell(&organizers.join(" ; ")),
        codes(event.audience),
        text(&event.audience_note),
        codes(event.educational_level),
        codes(event.access),
        event.is_accessible_for_free.map_or_else(String::new, |is_free| is_free.to_string()),
        text(&event.admission),
        text(&event.description),
        cell(event.url.as_ref().map_or("", |link| link.as_str())),
        selection.event_address(event),
        event.provenance.date_modified.map_or_else(String::new, |day| day.to_string()),
        event.provenance.sequence.to_string(),
        selection.feed.is_demonstration.to_string(),
    ]);
    cells
}

fn place_cells(place: Option<&Place>) -> [String; 7] {
    let Some(place) = place else { return Default::default() };
    let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    [
        text(&place.name),
        text(&place.street_address),
        text(&place.postal_code),
        text(&place.address_locality),
        place.department.as_ref().map_or_else(String::new, |it| it.code().to_owned()),
        place.geo.map_or_else(String::new, |geo| degrees(geo.latitude)),
        place.geo.map_or_else(String::new, |geo| degrees(geo.longitude)),
    ]
}

/// A text of the feed as a cell that no spreadsheet reckons with.
fn cell(text: &str) -> String {
    let plain = plain(text);
    let reckons = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\n');
    if plain.trim_start_matches(' ').starts_with(reckons) { ["'", &plain].concat() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_text_that_looks_like_a_formula_is_a_text() {
        for text in [
            "=1+1",
            "+33 1",
            "-1",
            "@SUM(A1)",
            "  =cmd|' /C calc'!A0",
            "＝1",
            "\n=1",
            "\t=1",
            "\r=1",
        ] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("2 + 2 = 4"), "2 + 2 = 4");
        assert_eq!(cell(""), "");
    }
}

//! Times the agenda on synthetic feeds: `cargo run --release -p qsec2-domain --example time_find`.
//!
//! A tool to be read by people; it is no test, since a machine's speed is no rule.
#![expect(clippy::print_stdout, reason = "a tool that prints what it measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::{Agenda, Nearness};
use qsec2_domain::date::{YearMonth, parse_day};
use qsec2_domain::feed::Feed;
use qsec2_domain::query::Query;
use qsec2_domain::reader::read;
use serde_json::{Value, json};

const WORDS: [&str; 24] = [
    "air",
    "mobilité",
    "vélo",
    "débat",
    "qualité",
    "mesurer",
    "citoyens",
    "atelier",
    "ville",
    "quartier",
    "pollution",
    "transports",
    "enfants",
    "habitants",
    "marche",
    "exposition",
    "science",
    "énergie",
    "climat",
    "jeunes",
    "partage",
    "avenir",
    "trajets",
    "respirer",
];
const TOWNS: [&str; 8] =
    ["Paris", "Melun", "Versailles", "Évry", "Nanterre", "Saint-Denis", "Créteil", "Cergy"];
const CODES: [&str; 8] = ["75", "77", "78", "91", "92", "93", "94", "95"];
const KINDS: [&str; 6] = ["conference", "debat", "atelier", "projection", "spectacle", "rencontre"];
const AUDIENCES: [&str; 6] = ["tous", "familles", "enfants", "adolescents", "adultes", "scolaires"];
const QUERIES: [&str; 12] = [
    "",
    "dep=75,93&type=debat",
    "du=2018-03-01&au=2018-03-31",
    "public=familles&gratuit=1",
    "q=mob",
    "q=m",
    "q=les+ateliers+du+v%C3%A9lo&dep=93",
    "q=mobiltie",
    "q=polution+",
    "q=xxxxxxxx",
    "dep=75&type=inauguration",
    "dep=75&au=2017-06-30&public=familles&gratuit=1",
];

fn main() {
    let today = parse_day("2018-01-20").unwrap_or_default();
    for events in [5_000, 50_000] {
        let text = feed(events).to_string();
        let feed = read(text.as_bytes()).map(|reading| reading.feed).unwrap_or_default();
        time(&feed, today);
    }
}

fn time(feed: &Feed, today: NaiveDate) {
    let start = Instant::now();
    let agenda = Agenda::new(feed);
    println!("{} events: built in {:.1?}", feed.events.len(), start.elapsed());
    for search in QUERIES {
        let query = Address::parse(search).address.query;
        let rows = agenda.find(&query, today).rows.len();
        let (median, worst) = timed(&mut || {
            black_box(agenda.find(black_box(&query), today));
        });
        println!("  {median:>9.1?} median, {worst:>9.1?} worst, {rows:>6} rows: ?{search}");
        if rows == 0 {
            let ranks = agenda.ranks(&query);
            let ways = agenda.ways_out(&query, &ranks, today).len();
            let (median, worst) = timed(&mut || {
                black_box(agenda.ways_out(black_box(&query), &ranks, today));
            });
            println!("  {median:>9.1?} median, {worst:>9.1?} worst, {ways:>6} ways out of it");
        }
    }
    time_pages(&agenda, today);
}

/// Times what pages ask beside the list.
fn time_pages(agenda: &Agenda, today: NaiveDate) {
    let query = Query::default();
    let ranks = agenda.ranks(&query);
    let (median, worst) = timed(&mut || {
        black_box(agenda.month(black_box(&query), &ranks, YearMonth::of(today)));
    });
    println!("  {median:>9.1?} median, {worst:>9.1?} worst: a month");
    let nearness = Nearness { days: 14, rows: 6 };
    let (median, worst) = timed(&mut || {
        black_box(agenda.near(black_box(7), today, nearness, &|_| false));
    });
    println!("  {median:>9.1?} median, {worst:>9.1?} worst: what is near an event");
}

/// The middle and the longest of many times.
fn timed(act: &mut dyn FnMut()) -> (Duration, Duration) {
    let mut times: Vec<_> = (0..51)
        .map(|_| {
            let start = Instant::now();
            act();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[25], times[50])
}

/// A feed in JSON, the same each time.
fn feed(events: usize) -> Value {
    let mut dice = 0x2545_f491_4f6c_dd1d_u64;
    let mut roll = |sides: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        usize::try_from(dice % sides as u64).unwrap_or_default()
    };
    let events: Vec<_> = (0..events).map(|place| event(place, &mut roll)).collect();
    json!({ "version": "1.0", "name": "Chronométrage", "events": events })
}

fn event(place: usize, roll: &mut impl FnMut(usize) -> usize) -> Value {
    let mut text = |count| (0..count).map(|_| WORDS[roll(24)]).collect::<Vec<_>>().join(" ");
    let (name, organizer, description) = (text(5), text(2), text(40));
    let rare = rare(roll(50_000));
    let (town, month, day, hour) = (roll(8), roll(12) + 1, roll(28) + 1, roll(10) + 9);
    json!({
        "id": format!("e{place}"),
        "name": name,
        "kind": KINDS[roll(6)],
        "startDate": format!("2018-{month:02}-{day:02}T{hour:02}:00"),
        "location": {
            "name": format!("Salle {}", roll(90)),
            "department": CODES[town],
            "address": { "addressLocality": TOWNS[town] },
        },
        "organizer": [{ "name": organizer }],
        "audience": [AUDIENCES[roll(6)]],
        "isAccessibleForFree": roll(2) == 0,
        "description": format!("{description} {rare} n{}", roll(2000)),
    })
}

/// A word that few events have, so that there are as many words as in a real feed.
fn rare(number: usize) -> String {
    let syllables = ["ba", "cor", "di", "fu", "gan", "ho", "je", "ki", "lou", "mes"];
    let digits = number.to_string();
    digits.bytes().map(|digit| syllables[usize::from(digit - b'0') % 10]).collect()
}

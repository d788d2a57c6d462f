//! The widget: small whatever the feed says, safe whatever it says, and of what the agenda shows.

use qsec2_domain::date::YearMonth;
use qsec2_domain::{demo, reader};
use serde_json::json;

use super::*;

fn drawn(feed: &serde_json::Value, search: &str) -> String {
    let Ok(reading) = reader::read(feed.to_string().as_bytes()) else { panic!("the feed reads") };
    let address = WidgetAddress::parse(search).address;
    document(&Loaded::whole(reading), &address, day("2018-01-20"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn event(id: &str, name: &str, start: &str, status: &str) -> serde_json::Value {
    json!({
        "id": id, "name": name, "kind": "debat", "startDate": start, "eventStatus": status,
        "location": { "name": name, "department": "93", "address": { "addressLocality": "Drancy" } },
    })
}

fn feed(events: &[serde_json::Value]) -> serde_json::Value {
    json!({ "version": "1.0", "isDemonstration": false, "events": events })
}

#[test]
fn five_events_weigh_no_more_than_5_kb_however_long_their_names() {
    for letter in ["é", "\"", "&", "<", "漢", "🎭", "a", "mot "] {
        let name = letter.repeat(400);
        let id = |place: usize| format!("{place}{}", "a".repeat(79));
        let events: Vec<_> = (0..12)
            .map(|place| event(&id(place % 10), &name, "2018-01-21T14:30", "EventPostponed"))
            .collect();
        for number in [1, 5, 10] {
            let search =
                format!("lang=en&le=2018-01-20&nombre={number}&q=&dep=75,77,78,91,92,93,94,95");
            let html = drawn(&feed(&events), &search);
            assert_eq!(html.matches("<li>").count(), number, "{letter}");
            assert!(
                html.len() <= most_bytes(number),
                "{} bytes for {number} of {letter}",
                html.len()
            );
        }
    }
    assert_eq!((most_bytes(1), most_bytes(5), most_bytes(10)), (5120, 5120, 10240));
}

#[test]
fn words_that_would_make_it_long_are_left_out_of_its_link() {
    let short = drawn(&feed(&[]), "q=air&dep=93");
    assert!(short.contains("href=\"/agenda?dep=93&amp;q=air\""), "{short}");
    let long = drawn(&feed(&[]), &format!("dep=93&q={}", "漢".repeat(200)));
    assert!(long.contains("href=\"/agenda?dep=93\"") && long.len() < 5120, "{long}");
}

#[test]
fn an_ordinary_season_fits_with_whole_names() {
    let Some(month) = YearMonth::new(2027, 9) else { panic!("a month") };
    let season = demo::season(month, 320);
    let Ok(reading) =
        serde_json::to_vec(&season).map_err(drop).and_then(|it| reader::read(&it).map_err(drop))
    else {
        panic!("it reads")
    };
    let loaded = Loaded::whole(reading);
    for search in ["le=2027-10-15", "le=2028-03-01&dep=93&lang=en", "le=2028-01-01&nombre=10"] {
        let html = document(&loaded, &WidgetAddress::parse(search).address, day("2018-01-20"));
        assert!(html.len() <= 5120 || search.contains("nombre"), "{search}: {}", html.len());
        assert!(!html.contains('…'), "{search}: {html}");
        assert!(html.contains("class=\"demo\""), "what is invented says so");
    }
}

#[test]
fn what_a_feed_says_stays_text() {
    let name = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> & ' \u{202e}";
    let html = drawn(&feed(&[event("e", name, "2018-01-21", "EventScheduled")]), "");
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(html.contains("&lt;script&gt;"), "{html}");
    let html = drawn(&feed(&[]), "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&dep=%3Cb%3E");
    assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
}

#[test]
fn each_event_says_when_where_and_what_became_of_it() {
    let html = drawn(
        &feed(&[
            event("off", "Annulée", "2018-01-21T14:00", "EventCancelled"),
            event("full", "Pleine", "2018-01-22", "EventFull"),
        ]),
        "le=2018-01-20",
    );
    for part in [
        "<a href=\"/agenda/off?le=2018-01-20\" target=\"_blank\" rel=\"noopener\">Annulée</a>",
        "<s>le dimanche 21 janvier 2018, à 14\u{a0}h</s>",
        "<p>Annulée, Drancy (93)</p>",
        "<strong>Annulé</strong>",
        "<strong>Complet</strong>",
        "<span>le lundi 22 janvier 2018</span>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("lang=\"fr\">Annulée"));
    let html = drawn(&feed(&[event("e", "Un débat", "2018-01-22", "EventFull")]), "lang=en");
    for part in [
        "<html lang=\"en\">",
        " lang=\"fr\">Un débat</a>",
        "<strong>Full</strong>",
        "Monday 22 January 2018",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn nothing_to_come_is_said_and_what_is_over_is_not_announced() {
    let over = [event("e", "Un débat", "2017-01-22", "EventScheduled")];
    for (search, events) in [("", 0), ("dep=75", 0), ("du=2017-01-01&au=2017-12-31", 1)] {
        let html = drawn(&feed(&over), search);
        assert_eq!(html.matches("<li>").count(), events, "{search}");
        assert_eq!(html.contains("Rien n’est annoncé"), events == 0, "{search}");
        assert!(html.contains("Tout l’agenda</a>"), "{search}");
    }
}

#[test]
fn its_colours_are_those_of_the_site() {
    let tokens = include_str!("../../style/tokens.css");
    let colours: Vec<&str> = STYLE.match_indices('#').map(|(at, _)| &STYLE[at..at + 7]).collect();
    assert!(colours.len() >= 12);
    for colour in colours {
        assert!(tokens.contains(colour), "{colour} is none of the site's");
    }
}

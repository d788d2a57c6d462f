//! No dead end: whatever is asked, a way leads out of an empty result, and says rightly where it leads.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::feeds::{feeds, queries, todays};
use super::records::{day, event, place, query, span};
use crate::agenda::{Agenda, Way, WayOut};
use crate::choices::{Access, Audience, Choice, Choices, EventKind, Level};
use crate::demo::season;
use crate::department::Department;
use crate::event::Event;
use crate::feed::Feed;
use crate::query::{Key, Query};

fn ways_out(agenda: &Agenda, query: &Query, today: NaiveDate) -> Vec<WayOut> {
    agenda.ways_out(query, &agenda.ranks(query), today)
}

/// Checks that every way leads to as many events as it says, and that one is there when nothing is shown.
fn check(agenda: &Agenda, query: &Query, today: NaiveDate) -> Result<usize, TestCaseError> {
    let ways = ways_out(agenda, query, today);
    for way in &ways {
        let found = agenda.find(&way.query, today);
        prop_assert_eq!(way.events, found.events, "{:?} of {}", way.way, query);
        prop_assert!(!found.rows.is_empty(), "{:?} of {}", way.way, query);
    }
    let is_empty = agenda.find(query, today).rows.is_empty();
    let leads_out = !ways.is_empty() || agenda.find(&Query::default(), today).rows.is_empty();
    prop_assert!(!is_empty || leads_out, "no way out of {}", query);
    Ok(usize::from(is_empty))
}

fn pairs<T: Choice>(key: &str) -> Vec<String> {
    T::ALL.iter().map(|choice| format!("{key}={}", choice.code())).collect()
}

/// Every choice of every facet, some days and some words; of what is named freely, also what no event has.
fn choices(feed: &Feed) -> Vec<String> {
    let mut choices = [
        pairs::<Department>("dep"),
        pairs::<EventKind>("type"),
        pairs::<Audience>("public"),
        pairs::<Level>("niveau"),
        pairs::<Access>("acces"),
    ]
    .concat();
    let season = feed.seasons.first().map(|season| format!("saison={}", season.id));
    let exhibition = feed.exhibitions.first().map(|exhibition| format!("expo={}", exhibition.id));
    choices.extend(season.into_iter().chain(exhibition));
    let others = [
        "gratuit=1",
        "saison=autre",
        "expo=autre",
        "du=2017-10-02&au=2017-10-02",
        "du=2018-08-06&au=2018-08-12",
        "au=2017-08-31",
        "du=2021-01-01",
        "q=lumiere",
        "q=conferance",
        "q=introuvable",
    ];
    choices.extend(others.map(str::to_owned));
    choices
}

#[test]
fn no_two_choices_of_the_demonstration_season_are_a_dead_end() -> Result<(), TestCaseError> {
    let Ok(from) = "2017-09".parse() else { panic!("a month") };
    let feed = season(from, 300);
    let agenda = Agenda::new(&feed);
    let choices = choices(&feed);
    let key = |choice: &str| choice.split('=').next().unwrap_or_default().to_owned();
    let mut empty = 0;
    for (place, one) in choices.iter().enumerate() {
        for other in &choices[place..] {
            // Two codes of one facet stand in one list; of words and days, only one is asked.
            let search = if key(one) == key(other) && one != other {
                format!("{one},{}", other.split('=').nth(1).unwrap_or_default())
            } else {
                format!("{one}&{other}")
            };
            let query = crate::address::Address::parse(&search).address.query;
            for today in ["2017-06-01", "2018-01-20", "2026-11-23"] {
                empty += check(&agenda, &query, day(today))?;
            }
        }
    }
    assert!(empty > 300, "{empty} results were empty");
    Ok(())
}

fn at(id: &str, start: &str, department: &str, kind: EventKind) -> Event {
    Event { span: span(start, ""), location: Some(place(department)), kind, ..event(id) }
}

#[test]
fn what_emptied_a_result_is_named_with_what_is_near() {
    let talk = |id, start, department| at(id, start, department, EventKind::Talk);
    let events = vec![
        talk("before", "2018-01-10", "93"),
        talk("sooner-before", "2018-01-09", "93"),
        talk("after", "2018-02-15", "93"),
        talk("after-too", "2018-02-15", "93"),
        talk("next-door", "2018-02-01", "75"),
        talk("far", "2018-02-01", "78"),
        at("show", "2018-02-01", "93", EventKind::Show),
    ];
    let agenda = Agenda::new(&Feed { events, ..Feed::default() });
    let asked = query("dep=93&type=conference&du=2018-02-01&au=2018-02-02");
    let today = day("2018-01-20");
    assert!(agenda.find(&asked, today).rows.is_empty());
    let ways = ways_out(&agenda, &asked, today).into_iter();
    let ways: Vec<_> = ways.map(|way| (way.way, way.events, way.query.to_string())).collect();
    let (before, after) = (day("2018-01-10"), day("2018-02-15"));
    let expected = [
        (Way::Without(Key::Departments), 2, "du=2018-02-01&au=2018-02-02&type=conference"),
        (Way::Without(Key::Kinds), 1, "dep=93&du=2018-02-01&au=2018-02-02"),
        (Way::Without(Key::From), 2, "dep=93&type=conference"),
        (Way::Before(before, before), 1, "dep=93&du=2018-01-10&au=2018-01-10&type=conference"),
        (Way::After(after, after), 2, "dep=93&du=2018-02-15&au=2018-02-15&type=conference"),
        (
            Way::Neighbour(Department::Paris),
            1,
            "dep=75&du=2018-02-01&au=2018-02-02&type=conference",
        ),
        (Way::Everything, 5, ""),
    ];
    assert_eq!(ways, expected.map(|(way, events, query)| (way, events, query.to_owned())));
}

#[test]
fn what_is_over_is_offered_when_nothing_comes() {
    let events = vec![
        at("month", "2017-10", "93", EventKind::Talk),
        at("comes", "2018-03-01", "75", EventKind::Talk),
    ];
    let agenda = Agenda::new(&Feed { events, ..Feed::default() });
    let ways = ways_out(&agenda, &query("dep=93"), day("2018-01-20"));
    let october = Way::Before(day("2017-10-01"), day("2017-10-31"));
    let expected = [
        (Way::Without(Key::Departments), 1),
        (october, 1),
        (Way::Neighbour(Department::Paris), 1),
        (Way::Everything, 1),
    ];
    assert_eq!(ways.iter().map(|way| (way.way, way.events)).collect::<Vec<_>>(), expected);
}

#[test]
fn a_feed_without_events_has_no_way_out() {
    let agenda = Agenda::new(&Feed::default());
    assert_eq!(ways_out(&agenda, &query("dep=93&q=air"), day("2018-01-20")), []);
}

proptest! {
    #[test]
    fn every_way_leads_where_it_says(feed in feeds(), query in queries(), today in todays()) {
        let agenda = Agenda::new(&feed);
        check(&agenda, &query, today)?;
    }

    #[test]
    fn all_that_alone_empties_a_result_is_named(feed in feeds(), query in queries(), today in todays()) {
        let agenda = Agenda::new(&feed);
        if !agenda.find(&query, today).rows.is_empty() {
            return Ok(());
        }
        let named: Vec<_> = ways_out(&agenda, &query, today).into_iter().map(|way| way.way).collect();
        let without = [
            (Key::Departments, Query { departments: Choices::NONE, ..query.clone() }),
            (Key::From, Query { from: None, until: None, ..query.clone() }),
            (Key::Kinds, Query { kinds: Choices::NONE, ..query.clone() }),
            (Key::Audiences, Query { audiences: Choices::NONE, ..query.clone() }),
            (Key::Levels, Query { levels: Choices::NONE, ..query.clone() }),
            (Key::Access, Query { access: Choices::NONE, ..query.clone() }),
            (Key::Free, Query { only_free: false, ..query.clone() }),
            (Key::Season, Query { season: None, ..query.clone() }),
            (Key::Exhibition, Query { exhibition: None, ..query.clone() }),
            (Key::Words, Query { words: String::new(), ..query.clone() }),
        ];
        for (key, without) in without {
            let helps = without != query && !agenda.find(&without, today).rows.is_empty();
            prop_assert_eq!(named.contains(&Way::Without(key)), helps, "{:?}", key);
        }
    }
}

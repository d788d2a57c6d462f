//! What whoever holds a feed may rely on, whatever it was read from.

use std::collections::BTreeSet;

use qsec2_domain::date::{Moment, PartialDate, Span};
use qsec2_domain::event::{Event, Party};
use qsec2_domain::feed::Feed;
use qsec2_domain::id::Id;
use serde_json::Value;

/// Fails unless ids are unique, references lead somewhere, spans are in order and texts are plain and bounded.
#[track_caller]
pub(crate) fn assert_sound(feed: &Feed) {
    let seasons = unique(feed.seasons.iter().map(|one| &one.id));
    let organizations = unique(feed.organizations.iter().map(|one| &one.id));
    let exhibitions = unique(feed.exhibitions.iter().map(|one| &one.id));
    let stops = unique(feed.stops.iter().map(|one| &one.id));
    let groups = unique(feed.groups.iter().map(|one| &one.id));
    unique(feed.events.iter().map(|one| &one.id));
    unique(feed.news.iter().map(|one| &one.id));
    unique(feed.resources.iter().map(|one| &one.id));
    unique(feed.figures.iter().map(|one| &one.id));
    unique(feed.departments.iter().map(|one| &one.code));

    leads(&seasons, feed.exhibitions.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.stops.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.events.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.groups.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.news.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.resources.iter().filter_map(|one| one.season.as_ref()));
    leads(&seasons, feed.figures.iter().filter_map(|one| one.season.as_ref()));
    leads(&exhibitions, feed.stops.iter().map(|one| &one.exhibition));
    leads(&stops, feed.events.iter().filter_map(|one| one.stop.as_ref()));
    leads(&groups, feed.news.iter().filter_map(|one| one.group.as_ref()));
    leads(&organizations, feed.departments.iter().filter_map(|one| one.operator.as_ref()));
    leads(&organizations, feed.events.iter().flat_map(|one| known(&one.organizer)));
    leads(&organizations, feed.stops.iter().flat_map(|one| known(&one.organizer)));
    leads(&organizations, feed.groups.iter().flat_map(|one| known(&one.organizer)));

    assert!(spans(feed).iter().all(|span| span.is_in_order()), "{:#?}", spans(feed));
    for event in &feed.events {
        let begins = event.times().map(Span::first_day);
        assert!(event.sessions.is_empty() || begins.is_sorted(), "{event:#?}");
    }
    plain(&serde_json::to_value(feed).unwrap_or_default(), "");
}

#[track_caller]
fn unique<'f, T: Ord + Clone + std::fmt::Debug + 'f>(
    all: impl Iterator<Item = &'f T>,
) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    for one in all {
        assert!(seen.insert(one.clone()), "{one:?} stands twice");
    }
    seen
}

#[track_caller]
fn leads<'f>(known: &BTreeSet<Id>, references: impl Iterator<Item = &'f Id>) {
    for reference in references {
        assert!(known.contains(reference), "{reference} leads nowhere");
    }
}

fn known(parties: &[Party]) -> impl Iterator<Item = &Id> {
    parties.iter().filter_map(|party| party.organization.as_ref())
}

fn spans(feed: &Feed) -> Vec<Span> {
    let of = |start: Option<PartialDate>, end: Option<PartialDate>| Span {
        start: start.map(Moment::Date),
        end: end.map(Moment::Date),
    };
    let mut spans: Vec<_> = feed.stops.iter().map(|one| one.span).collect();
    spans.extend(feed.events.iter().map(|one| one.span));
    spans.extend(feed.events.iter().flat_map(Event::times));
    spans.extend(feed.seasons.iter().map(|one| of(one.start_date, one.end_date)));
    spans.extend(feed.exhibitions.iter().map(|one| of(one.start_date, one.end_date)));
    spans.extend(feed.groups.iter().map(|one| of(one.start_date, one.end_date)));
    spans
}

#[track_caller]
fn plain(value: &Value, name: &str) {
    match value {
        Value::Object(properties) => properties.iter().for_each(|(name, one)| plain(one, name)),
        Value::Array(list) => list.iter().for_each(|one| plain(one, name)),
        Value::String(text) => {
            let limit = if name == "name" { 300 } else { 5000 };
            assert!(text.chars().count() <= limit, "{name} is too long");
            let is_plain = |c: char| (c == '\n' && name != "name") || !hides(c);
            assert!(text.chars().all(is_plain), "{name}: {text:?}");
            assert!(text.trim() == text && !text.is_empty(), "{name}: {text:?}");
        }
        _ => {}
    }
}

fn hides(c: char) -> bool {
    c.is_control() || "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{feff}".contains(c)
}

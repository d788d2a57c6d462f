//! What of an event is searched: its name, its place and town, who makes it, what it is.

use crate::event::Event;
use crate::feed::Feed;
use crate::place::Place;
use crate::search::{Field, Index, IndexBuilder};

/// The words of all events, by their place in the feed.
pub(super) fn index(feed: &Feed) -> Index {
    let mut builder = IndexBuilder::default();
    for event in &feed.events {
        builder.document();
        texts(event, feed.place_of(event), &mut |field, text| builder.text(field, text));
    }
    builder.build()
}

/// Visits the texts of an event, each with what it is; `place` is the event's own or its stop's.
pub(crate) fn texts(event: &Event, place: Option<&Place>, visit: &mut dyn FnMut(Field, &str)) {
    visit(Field::Name, &event.name);
    for text in place.iter().flat_map(|place| [&place.name, &place.address_locality]) {
        visit(Field::Place, text.as_deref().unwrap_or_default());
    }
    for party in &event.organizer {
        visit(Field::Organizer, &party.name);
    }
    visit(Field::Description, event.description.as_deref().unwrap_or_default());
}

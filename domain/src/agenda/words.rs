//! What of an event is searched: its name, its place and town, who makes it, what it is.

use crate::feed::Feed;
use crate::search::{Field, Index, IndexBuilder};

/// The words of all events, by their place in the feed.
pub(super) fn index(feed: &Feed) -> Index {
    let mut builder = IndexBuilder::default();
    for event in &feed.events {
        builder.document();
        let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
        let location = event.location.as_ref().or(stop.map(|stop| &stop.location));
        builder.text(Field::Name, &event.name);
        for text in location.iter().flat_map(|place| [&place.name, &place.address_locality]) {
            builder.text(Field::Place, text.as_deref().unwrap_or_default());
        }
        for party in &event.organizer {
            builder.text(Field::Organizer, &party.name);
        }
        builder.text(Field::Description, event.description.as_deref().unwrap_or_default());
    }
    builder.build()
}

//! Where something is and who makes it: the two values that feeds write in several shapes.

use super::fields::known_id;
use super::json::Node;
use super::record::Record;
use super::text::{Length, excerpt};
use super::values::{Known, between};
use crate::department::Territory;
use crate::event::Party;
use crate::feed::Feed;
use crate::place::{Geo, Place};
use crate::report::{Effect, Fault, Shape};

/// The most parties that a record may have.
const MOST_PARTIES: usize = 50;

impl Record<'_, '_> {
    /// Who makes something: `{name, organization}`, or just a name.
    pub(super) fn parties(&self, feed: &Feed, known: &Known) -> Vec<Party> {
        let mut parties = Vec::new();
        self.items("organizer", MOST_PARTIES, &mut |place, node| {
            if node.shape() == Some(Shape::Text) {
                let name = self.plain_at("organizer", place, &node.text()?, Length::Name);
                parties.extend(name.map(|name| Party { name, organization: None }));
            } else {
                let record = self.within("organizer", place, node)?;
                parties.extend(party(&record, feed, known));
            }
            Ok(())
        });
        parties
    }

    /// Where something is; nothing when nothing of it can be read.
    pub(super) fn place(&self) -> Option<Place> {
        let node = self.peek("location")?;
        let place = if node.shape() == Some(Shape::Text) {
            Place { name: self.text("location", Length::Name), ..Place::default() }
        } else {
            let record = self.optional("location", |node| self.within("location", None, node))?;
            address(&record)
        };
        (place != Place::default()).then_some(place)
    }
}

/// A party may leave its name to the organization that it names.
fn party(record: &Record<'_, '_>, feed: &Feed, known: &Known) -> Option<Party> {
    let organization = record.optional("organization", |node| known_id(node, &known.organizations));
    let place = organization.as_ref().and_then(|id| known.organizations.get(id));
    let name = match place.and_then(|&place| feed.organizations.get(place)) {
        Some(named) => record.text("name", Length::Name).unwrap_or_else(|| named.name.clone()),
        None => record.required_text("name", Length::Name)?,
    };
    Some(Party { name, organization })
}

/// A place with its address as schema.org nests it, or flat, or as one text.
fn address(place: &Record<'_, '_>) -> Place {
    let address = place.peek("address");
    let line = address.filter(|node| node.shape() == Some(Shape::Text));
    let nested = match (address, line) {
        (Some(node), None) => place.optional("address", |_| place.within("address", None, node)),
        _ => None,
    };
    let part = |name: &str| {
        let here = nested.as_ref().and_then(|record| record.text(name, Length::Name));
        here.or_else(|| place.text(name, Length::Name))
    };
    Place {
        name: place.text("name", Length::Name),
        street_address: part("streetAddress")
            .or_else(|| line.and_then(|_| place.text("address", Length::Name))),
        postal_code: part("postalCode"),
        address_locality: part("addressLocality"),
        department: place.optional("department", territory),
        geo: geo(place),
    }
}

fn territory(node: Node<'_>) -> Result<Territory, Fault> {
    let text = node.text()?;
    text.trim().parse().map_err(|_| Fault::UnknownKind { text: excerpt(&text) })
}

/// A point, nested as schema.org's `geo` or flat; both of its numbers or none.
fn geo(place: &Record<'_, '_>) -> Option<Geo> {
    match place.optional("geo", |node| place.within("geo", None, node)) {
        Some(record) => point(&record),
        None => point(place),
    }
}

fn point(record: &Record<'_, '_>) -> Option<Geo> {
    let latitude = record.optional("latitude", between(-90.0, 90.0));
    let longitude = record.optional("longitude", between(-180.0, 180.0));
    for (here, missing) in [(latitude, "longitude"), (longitude, "latitude")] {
        if here.is_some() && record.peek(missing).is_none() {
            record.note(missing, Effect::ValueLeftOut, Fault::MissingProperty);
        }
    }
    Some(Geo { latitude: latitude?, longitude: longitude? })
}

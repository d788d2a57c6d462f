//! Where something is.

mod on_a_map;

use serde::Serialize;

use crate::department::Territory;

/// A place, schema.org `Place`. Any part may be unknown. On the wire its address is nested, as schema.org has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "PlaceOnWire")]
pub struct Place {
    /// The name of the venue.
    pub name: Option<String>,
    /// Street and number.
    pub street_address: Option<String>,
    /// Five digits in France.
    pub postal_code: Option<String>,
    /// The town.
    pub address_locality: Option<String>,
    /// The département, or an area outside Île-de-France.
    pub department: Option<Territory>,
    /// Where on the globe.
    pub geo: Option<Geo>,
}

impl Place {
    /// « Médiathèque, Drancy (93) », from what is known; empty when nothing is.
    pub fn line(&self) -> String {
        let code = self.department.as_ref().map(|territory| format!("({})", territory.code()));
        let town = match (self.address_locality.clone(), code) {
            (Some(town), Some(code)) => Some(format!("{town} {code}")),
            (town, code) => town.or(code),
        };
        let parts: Vec<String> = [self.name.clone(), town].into_iter().flatten().collect();
        parts.join(", ")
    }
}

/// A point on the globe, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Geo {
    /// North of the equator, −90 to 90.
    pub latitude: f64,
    /// East of Greenwich, −180 to 180.
    pub longitude: f64,
}

/// A place, schema.org `Place`. Any part may be unknown.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Place"))]
struct PlaceOnWire {
    /// The name of the venue.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<AddressOnWire>,
    /// The département, or an area outside Île-de-France.
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<Territory>,
    /// Where on the globe.
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Geo>,
}

/// An address, schema.org `PostalAddress`.
#[derive(PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PostalAddress"))]
#[serde(rename_all = "camelCase")]
struct AddressOnWire {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<String>,
    /// Five digits in France.
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
}

impl From<Place> for PlaceOnWire {
    fn from(place: Place) -> Self {
        let address = AddressOnWire {
            street_address: place.street_address,
            postal_code: place.postal_code,
            address_locality: place.address_locality,
        };
        Self {
            name: place.name,
            address: (address != AddressOnWire::default()).then_some(address),
            department: place.department,
            geo: place.geo,
        }
    }
}

//! Where something is.

use serde::Serialize;

use crate::department::Territory;

/// A place, schema.org `Place`. Any part may be unknown.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The name of the venue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_address: Option<String>,
    /// Five digits in France.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_locality: Option<String>,
    /// The département, or an area outside Île-de-France.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Territory>,
    /// Where on the globe.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub geo: Option<Geo>,
}

/// A point on the globe, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Geo {
    /// North of the equator, −90 to 90.
    pub latitude: f64,
    /// East of Greenwich, −180 to 180.
    pub longitude: f64,
}

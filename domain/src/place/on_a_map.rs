//! A place on a map that everybody may use: OpenStreetMap.

use super::{Geo, Place};
use crate::link::Link;

impl Place {
    /// Where a map shows it: at its point, else what a search for its address finds. `None` when nothing narrower than
    /// a département is known.
    pub fn map_link(&self) -> Option<Link> {
        let mut address = "https://www.openstreetmap.org/".to_owned();
        if let Some(Geo { latitude, longitude }) = self.geo {
            let (north, east) = (degrees(latitude), degrees(longitude));
            address = format!("{address}?mlat={north}&mlon={east}#map=17/{north}/{east}");
        } else {
            address.push_str("search?query=");
            address.extend(form_urlencoded::byte_serialize(self.sought()?.as_bytes()));
        }
        address.parse().ok()
    }

    /// What to search for: the street with its town; without a street the venue; the town alone if need be.
    fn sought(&self) -> Option<String> {
        let town = [self.postal_code.as_deref(), self.address_locality.as_deref()];
        let town: Vec<&str> = town.into_iter().flatten().collect();
        if town.is_empty() {
            return self.street_address.clone();
        }
        let town = town.join(" ");
        let narrow = self.street_address.as_deref().or(self.name.as_deref());
        Some(narrow.map(|narrow| [narrow, ", ", &town].concat()).unwrap_or(town))
    }
}

/// Degrees to a metre or so. By hand: writing any float exactly costs the browser's program 10 kB.
#[expect(clippy::cast_possible_truncation, reason = "degrees are at most 180")]
fn degrees(degrees: f64) -> String {
    let parts = (degrees * 100_000.0).round() as i64;
    let sign = if parts < 0 { "-" } else { "" };
    let parts = parts.unsigned_abs();
    format!("{sign}{}.{:05}", parts / 100_000, parts % 100_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(place: &Place) -> Option<String> {
        place.map_link().map(|link| link.to_string())
    }

    fn place(name: &str, street: &str, town: &str) -> Place {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Place {
            name: known(name),
            street_address: known(street),
            address_locality: known(town),
            ..Place::default()
        }
    }

    #[test]
    fn a_point_is_shown_where_it_is() {
        let geo = Some(Geo { latitude: 48.8566, longitude: -2.35 });
        let here = Place { geo, ..place("Mairie", "", "Paris") };
        let address =
            "https://www.openstreetmap.org/?mlat=48.85660&mlon=-2.35000#map=17/48.85660/-2.35000";
        assert_eq!(link(&here).as_deref(), Some(address));
    }

    #[test]
    fn without_a_point_the_narrowest_that_is_known_is_searched_for() {
        let start = "https://www.openstreetmap.org/search?query=";
        for (name, street, town, sought) in [
            ("Mairie", "1 rue d’Élan", "Évry", Some("1+rue+d%E2%80%99%C3%89lan%2C+%C3%89vry")),
            ("Mairie", "", "Évry", Some("Mairie%2C+%C3%89vry")),
            ("", "", "Évry", Some("%C3%89vry")),
            ("", "1 rue A & B #2", "", Some("1+rue+A+%26+B+%232")),
            ("Une salle", "", "", None),
            ("", "", "", None),
        ] {
            let expected = sought.map(|sought| [start, sought].concat());
            assert_eq!(link(&place(name, street, town)), expected);
        }
    }

    proptest! {
        #[test]
        fn degrees_are_written_as_floats_are(value in -180.0..180.0_f64) {
            let parsed: f64 = degrees(value).parse().unwrap_or(f64::NAN);
            prop_assert!((parsed - value).abs() <= 0.000_005_1, "{value} as {parsed}");
        }
    }
}

//! An invented season: a whole feed, alive in all eight départements, the same for the same arguments.
//!
//! Nothing in it is true but the names of towns and départements. The feed says so, each record says so in its
//! `precision`, venues and streets bear names that give them away, telephones are of the numbers that are kept free for
//! fiction (01 99 00), sites and mail of the domain `.example`. No real association, venue or person is ever named.
//!
//! Event `demo-000123` is the same whatever the number of events. Never built for the browser.

mod chance;
mod echoes;
mod forms;
mod hours;
mod lands;
mod programme;
mod project;
mod subjects;
mod tour;

#[cfg(test)]
mod tests;

use crate::date::YearMonth;
use crate::feed::{Feed, VERSION};
use crate::id::Id;
use crate::link::Link;
use crate::provenance::Provenance;

use tour::Tour;

/// The last year in which an invented season may begin, so that it ends within the years that feeds may name.
pub const LAST_YEAR: i32 = 2195;

const SEASON: &str = "demo-lumiere";
const EXHIBITION: &str = "demo-clair-obscur";

/// Invents the season whose tour begins in a month, with this many events. Takes time and memory in proportion to them;
/// the browser reads at most [`crate::reader::MAX_RECORDS`] in one file.
pub fn season(from: YearMonth, events: usize) -> Feed {
    let tour = Tour::starting_in(from);
    Feed {
        version: VERSION.to_owned(),
        name: "Saison de démonstration — contenu inventé".to_owned(),
        description: Some(
            "Une saison imaginaire sur la lumière, pour voir le site vivre. Aucun lieu, aucune \
             date, aucune association, aucun chiffre n’est vrai\u{a0}; seuls les noms des villes \
             et des départements le sont."
                .to_owned(),
        ),
        is_demonstration: true,
        date_modified: Some(from.first_day()),
        seasons: vec![project::season(&tour)],
        departments: project::departments(),
        organizations: project::organizations(),
        exhibitions: vec![project::exhibition(&tour)],
        stops: tour.stops(),
        events: programme::events(&tour, events),
        groups: project::groups(&tour),
        news: echoes::news(&tour),
        resources: echoes::resources(&tour),
        figures: project::figures(&tour),
    }
}

/// What every record says of where it comes from.
fn invented() -> Provenance {
    Provenance {
        precision: Some("Inventé pour la démonstration.".to_owned()),
        ..Provenance::default()
    }
}

/// The id that a text of this module is.
fn id(text: &str) -> Id {
    let Ok(id) = text.parse() else {
        unreachable!("ids are written here, and this is none: {text}")
    };
    id
}

/// The address of a page that does not exist, on a domain that never will.
fn page(path: &str) -> Option<Link> {
    ["https://demonstration.example/", path].concat().parse().ok()
}

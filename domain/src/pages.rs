//! The addresses of the site's pages, spelled once for the browser and for the server.
//!
//! Paths only: the query string belongs to the query, and what a page shows to its view. An id that has the right form is
//! parsed whether or not a feed has it; [`Page::exists_in`] answers that.

use std::fmt;

use crate::department::Department;
use crate::feed::Feed;
use crate::id::Id;

/// One page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// `/`: where the exhibition is now, where next.
    Home,
    /// `/agenda`: the programme.
    Agenda,
    /// `/agenda/{event}`: one event.
    Event(Id),
    /// `/itineraire`: the tour.
    Itinerary,
    /// `/itineraire/{stop}`: one stop.
    Stop(Id),
    /// `/departements`: the eight.
    Departments,
    /// `/departements/{code}`: one of them.
    Department(Department),
    /// `/groupes`: the citizen groups.
    Groups,
    /// `/groupes/{group}`: one of them.
    Group(Id),
    /// `/actualites`: news of the groups.
    News,
    /// `/ressources`: things to read, watch or use.
    Resources,
    /// `/enseignants`: for teachers.
    Teachers,
    /// `/participer`: the ways to take part.
    TakePart,
    /// `/participer/proposer`: propose something.
    Propose,
    /// `/participer/widget`: the agenda on other people's sites.
    Widget,
    /// `/mon-programme`: what this visitor kept.
    Programme,
    /// `/a-propos`: the project.
    About,
    /// `/accessibilite`: the accessibility statement.
    Accessibility,
    /// `/confidentialite`: the privacy statement.
    Privacy,
    /// `/changements`: the public change log.
    Changes,
    /// `/espace`: the operators' desk.
    Desk,
}

/// The pages without an id, each with its path.
const FIXED: [(&str, Page); 17] = [
    ("/", Page::Home),
    ("/agenda", Page::Agenda),
    ("/itineraire", Page::Itinerary),
    ("/departements", Page::Departments),
    ("/groupes", Page::Groups),
    ("/actualites", Page::News),
    ("/ressources", Page::Resources),
    ("/enseignants", Page::Teachers),
    ("/participer", Page::TakePart),
    ("/participer/proposer", Page::Propose),
    ("/participer/widget", Page::Widget),
    ("/mon-programme", Page::Programme),
    ("/a-propos", Page::About),
    ("/accessibilite", Page::Accessibility),
    ("/confidentialite", Page::Privacy),
    ("/changements", Page::Changes),
    ("/espace", Page::Desk),
];

impl Page {
    /// The page at a path, `/`-led and without query or fragment; one slash at its end is tolerated.
    ///
    /// `None` when no page has this form of address.
    pub fn parse(path: &str) -> Option<Self> {
        let path = match path.strip_suffix('/') {
            Some("" | "/") | None => path,
            Some(shorter) => shorter,
        };
        if let Some((_, page)) = FIXED.iter().find(|(fixed, _)| *fixed == path) {
            return Some(page.clone());
        }
        let (list, id) = path.strip_prefix('/')?.split_once('/')?;
        match list {
            "agenda" => id.parse().ok().map(Self::Event),
            "itineraire" => id.parse().ok().map(Self::Stop),
            "groupes" => id.parse().ok().map(Self::Group),
            "departements" => crate::choices::Choice::from_code(id).map(Self::Department),
            _ => None,
        }
    }

    /// Its path, `/`-led, without a slash at its end; it needs no percent-encoding.
    pub fn path(&self) -> String {
        match self {
            Self::Event(id) => format!("/agenda/{id}"),
            Self::Stop(id) => format!("/itineraire/{id}"),
            Self::Group(id) => format!("/groupes/{id}"),
            Self::Department(department) => format!("/departements/{}", department.code()),
            fixed => {
                let entry = FIXED.iter().find(|(_, page)| page == fixed);
                entry.map_or("/", |(path, _)| path).to_owned()
            }
        }
    }

    /// Whether there is something to show there: a page of a record exists when the feed has the record.
    pub fn exists_in(&self, feed: &Feed) -> bool {
        match self {
            Self::Event(id) => feed.event(id.as_str()).is_some(),
            Self::Stop(id) => feed.stop(id.as_str()).is_some(),
            Self::Group(id) => feed.group(id.as_str()).is_some(),
            _ => true,
        }
    }

    /// Every page that stands in no need of a record: those without an id, and the eight départements.
    pub fn fixed() -> impl Iterator<Item = Self> {
        let departments = <Department as crate::choices::Choice>::ALL.iter();
        let eight = departments.map(|department| Self::Department(*department));
        FIXED.into_iter().map(|(_, page)| page).chain(eight)
    }
}

impl fmt::Display for Page {
    /// Its path.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_page_without_a_record_leads_back_to_itself() {
        for page in Page::fixed() {
            assert_eq!(Page::parse(&page.path()), Some(page.clone()), "{page}");
        }
        assert_eq!(Page::fixed().count(), 25);
    }

    #[test]
    fn one_slash_at_the_end_is_tolerated_and_no_more() {
        assert_eq!(Page::parse("/agenda/"), Some(Page::Agenda));
        assert_eq!(
            Page::parse("/groupes/lapins/").map(|page| page.path()),
            Some("/groupes/lapins".to_owned())
        );
        assert_eq!(Page::parse("/agenda//"), None);
        assert_eq!(Page::parse("//"), None);
        assert_eq!(Page::parse(""), None);
    }

    #[test]
    fn what_is_no_address_of_the_site_is_no_page() {
        for path in [
            "/nulle-part",
            "/departements/33",
            "/agenda/A",
            "/agenda/a/b",
            "/agenda/..",
            "/Agenda",
            "agenda",
        ] {
            assert_eq!(Page::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_record_that_the_feed_does_not_have_has_no_page() {
        let feed = Feed::default();
        for path in ["/agenda/e", "/itineraire/s", "/groupes/g"] {
            assert!(Page::parse(path).is_some_and(|page| !page.exists_in(&feed)), "{path}");
        }
        assert!(Page::fixed().all(|page| page.exists_in(&feed)));
    }

    proptest! {
        #[test]
        fn no_path_panics_and_a_page_prints_an_address_that_leads_to_it(path in "(/[a-z0-9é./%-]{0,12}){0,3}|/(agenda|itineraire|groupes)/[a-z0-9-]{1,9}/?|\\PC*") {
            if let Some(page) = Page::parse(&path) {
                prop_assert_eq!(Page::parse(&page.path()), Some(page));
            }
        }
    }
}

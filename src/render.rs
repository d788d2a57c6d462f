//! Draws pages natively: the same components as in the browser, to HTML that reads without the app.
//!
//! Pure: the day and the feed are passed in, nothing is fetched, and the same input gives the same bytes.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::pages::Page;

use crate::app::{Frame, FrameProps, Title, feed_path, provide_address};
use crate::browser::history::Location;
use crate::head::{Head, head};
use crate::pages::lazy::{Chunk, Chunks};
use crate::pages::readiness::provide_readiness;
use crate::state::feed::{FeedResource, Loaded};
use crate::state::host::Host;
use crate::state::navigation::Navigation;

/// A page as it is before any script has run.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// What stands in its head.
    pub head: Head,
    /// What goes into the app's element.
    pub body: String,
    /// Whether there is such a page; if not, `body` says so.
    pub exists: bool,
    /// What the app needs beside its main program to draw the page.
    pub chunk: Option<Chunk>,
}

/// The page at a path, with the query that follows its `?`, drawn from a feed on a day.
///
/// `None` when the address asks for another feed than the site's own, which only the app can fetch.
pub fn render(
    path: &str,
    search: &str,
    loaded: &Arc<Loaded>,
    today: NaiveDate,
    host: Host,
) -> Option<Rendered> {
    let location = Location::of(&format!("{path}?{search}"));
    let address = Address::parse(search).address;
    if address.settings.feed.is_some() {
        return None;
    }
    let page = Page::parse(path).filter(|page| page.exists_in(&loaded.feed));
    let day = address.settings.day.unwrap_or(today);
    let head = head(page.as_ref(), &address, loaded, day);
    let chunk = Chunk::at(path, address.view);
    let owner = Owner::new();
    let rendered = owner.with(|| {
        let title = Title::default();
        provide_context(title);
        provide_context(host);
        let settings = provide_address(Navigation::at(location));
        let path = Memo::new(move |_| feed_path(&settings.read()));
        provide_context(FeedResource::ready(path, Arc::clone(loaded)));
        provide_context(Chunks::new());
        provide_readiness(move || day);
        let settings = settings.get_untracked();
        let body = Frame(FrameProps { settings, today }).to_html();
        debug_assert_eq!(title.get(), head.title, "the page names itself as its head does");
        Rendered { head, body, exists: page.is_some(), chunk }
    });
    owner.cleanup();
    Some(rendered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use qsec2_domain::{demo, reader};

    fn archive() -> Arc<Loaded> {
        let Ok(reading) = reader::read(include_bytes!("../public/feed.json")) else {
            panic!("the archive reads")
        };
        Arc::new(Loaded::whole(reading))
    }

    fn season(events: usize) -> Arc<Loaded> {
        let from = "2026-10".parse().unwrap_or_else(|_| unreachable!());
        let feed = serde_json::to_vec(&demo::season(from, events)).unwrap_or_default();
        let reading = reader::read(&feed).unwrap_or_else(|_| unreachable!());
        Arc::new(Loaded::whole(reading))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn the_agenda_reads_without_the_app() {
        let page = render("/agenda", "dep=75", &archive(), day("2018-01-20"), Host::Server);
        let Some(page) = page else { panic!("it renders") };
        assert_eq!(page.head.title, "Agenda — QSEC²");
        assert!(page.exists);
        let script = format!("<script>{}</script>", crate::components::filters::CLOSE_ON_PHONES);
        for part in [
            script.as_str(),
            "<h1 id=\"titre\"",
            "data-event=",
            "href=\"/agenda/",
            "role=\"status\"",
        ] {
            assert!(page.body.contains(part), "{part} in {}", page.body);
        }
    }

    #[test]
    fn the_map_reads_without_the_app_and_its_departements_are_links() {
        let search = "dep=75&vue=carte&le=2018-01-20";
        let page = render("/agenda", search, &archive(), day("2018-01-20"), Host::Server);
        let Some(page) = page else { panic!("it renders") };
        assert_eq!(page.chunk, Some(Chunk::Views));
        for part in [
            "role=\"group\" aria-label=\"Carte\"",
            "<span class=\"unseen\">Paris (75), ",
            "href=\"/agenda?vue=carte&amp;le=2018-01-20\"",
            ", choisi</span>",
            "href=\"/agenda?dep=75,91&amp;vue=carte&amp;le=2018-01-20\"",
            "IGN, ADMIN EXPRESS",
            "data-event=",
        ] {
            assert!(page.body.contains(part), "{part} in {}", page.body);
        }
    }

    #[test]
    fn the_map_names_each_marker_and_the_rows_follow_a_query_that_has_few_enough_events() {
        for (events, search, said) in [
            (300, "vue=carte", "class=\"map-marker\""),
            (2500, "vue=carte", "trop d’événements pour montrer tous les lieux"),
            (2500, "vue=carte&dep=77", "class=\"map-marker\""),
        ] {
            let page = render("/agenda", search, &season(events), day("2026-10-01"), Host::Server);
            let body = page.map(|page| page.body).unwrap_or_default();
            assert!(body.contains(said), "{said}, of {events} with {search}");
            assert!(body.contains(">Essonne (91), "), "{search}");
            assert_eq!(body.contains("class=\"map-marker\""), said.contains("map-marker"));
        }
    }

    #[test]
    fn without_the_app_a_server_s_calendar_is_a_link_and_nothing_is_there_that_does_nothing() {
        let drawn = |host| {
            let day = day("2018-01-20");
            let page = render("/agenda", "dep=75&vue=liste&lang=en", &archive(), day, host);
            page.map(|page| page.body).unwrap_or_default()
        };
        let served = drawn(Host::Server);
        let link = r#"href="/agenda.ics?dep=75&amp;lang=en""#;
        assert!(served.contains(link), "{served}");
        assert!(!drawn(Host::Files).contains(".ics"), "files have no outputs");
        for page in [served, drawn(Host::Files)] {
            let (_, toolbar) = page.split_once(r#"<div class="toolbar">"#).unwrap_or_default();
            let (toolbar, _) = toolbar.split_once("</div>").unwrap_or_default();
            assert!(
                toolbar.contains("Subscribe")
                    && toolbar.contains(" or download")
                    && !toolbar.contains("<button")
            );
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes_and_an_unknown_page_says_so() {
        let (feed, today) = (archive(), day("2018-01-20"));
        for path in ["/", "/agenda", "/itineraire", "/departements/93", "/nulle-part"] {
            let (one, other) = (
                render(path, "", &feed, today, Host::Server),
                render(path, "", &feed, today, Host::Server),
            );
            assert_eq!(one, other);
            assert_eq!(one.map(|page| page.exists), Some(path != "/nulle-part"));
        }
    }

    #[test]
    fn every_page_of_the_archive_is_drawn_in_both_languages_under_the_title_it_gives_itself() {
        let feed = archive();
        let records = [
            feed.feed.events.iter().map(|it| Page::Event(it.id.clone())).collect::<Vec<_>>(),
            feed.feed.stops.iter().map(|it| Page::Stop(it.id.clone())).collect(),
            feed.feed.groups.iter().map(|it| Page::Group(it.id.clone())).collect(),
        ];
        for page in Page::fixed().chain(records.into_iter().flatten()) {
            for search in ["", "lang=en"] {
                let drawn = render(&page.path(), search, &feed, day("2018-01-20"), Host::Server);
                assert!(drawn.is_some_and(|it| it.exists && it.body.contains("<h1")), "{page:?}");
            }
        }
    }

    #[test]
    fn a_hostile_address_stays_text() {
        let search = "q=%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22&dep=%3Cb%3E";
        let page = render("/agenda", search, &archive(), day("2018-01-20"), Host::Server);
        let body = page.map(|page| page.body).unwrap_or_default();
        assert!(!body.contains("<script>alert") && !body.contains("<b>"));
    }
}

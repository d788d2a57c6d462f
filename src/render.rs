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
use crate::state::feed::{FeedResource, Loaded};
use crate::state::navigation::Navigation;

/// A page as it is before any script has run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What the page calls itself: « … — QSEC² ».
    pub title: String,
    /// What goes into the app's element.
    pub body: String,
    /// Whether there is such a page; if not, `body` says so.
    pub exists: bool,
}

/// The page at a path, with the query that follows its `?`, drawn from a feed on a day.
///
/// `None` when the address asks for another feed than the site's own, which only the app can fetch.
pub fn render(path: &str, search: &str, loaded: &Arc<Loaded>, today: NaiveDate) -> Option<Rendered> {
    let location = Location::of(&format!("{path}?{search}"));
    if Address::parse(search).address.settings.feed.is_some() {
        return None;
    }
    let exists = Page::parse(path).is_some_and(|page| page.exists_in(&loaded.feed));
    let owner = Owner::new();
    let rendered = owner.with(|| {
        let title = Title::default();
        provide_context(title);
        let settings = provide_address(Navigation::at(location));
        let path = Memo::new(move |_| feed_path(&settings.read()));
        provide_context(FeedResource::ready(path, Arc::clone(loaded)));
        let settings = settings.get_untracked();
        let body = Frame(FrameProps { settings, today }).to_html();
        Rendered { title: title.get(), body, exists }
    });
    owner.cleanup();
    Some(rendered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::feed::Age;
    use qsec2_domain::reader;

    fn archive() -> Arc<Loaded> {
        let Ok(reading) = reader::read(include_bytes!("../public/feed.json")) else {
            panic!("the archive reads")
        };
        Arc::new(Loaded::new(reading, Age::Fresh))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn the_agenda_reads_without_the_app() {
        let page = render("/agenda", "dep=75", &archive(), day("2018-01-20"));
        let Some(page) = page else { panic!("it renders") };
        assert_eq!(page.title, "Agenda — QSEC²");
        assert!(page.exists);
        for part in ["<h1 id=\"titre\"", "data-event=", "href=\"/agenda/", "role=\"status\""] {
            assert!(page.body.contains(part), "{part} in {}", page.body);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes_and_an_unknown_page_says_so() {
        let (feed, today) = (archive(), day("2018-01-20"));
        for path in ["/", "/agenda", "/itineraire", "/departements/93", "/nulle-part"] {
            let (one, other) = (render(path, "", &feed, today), render(path, "", &feed, today));
            assert_eq!(one, other);
            assert_eq!(one.map(|page| page.exists), Some(path != "/nulle-part"));
        }
    }

    #[test]
    fn a_hostile_address_stays_text() {
        let search = "q=%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22&dep=%3Cb%3E";
        let page = render("/agenda", search, &archive(), day("2018-01-20"));
        let body = page.map(|page| page.body).unwrap_or_default();
        assert!(!body.contains("<script>alert") && !body.contains("<b>"));
    }
}

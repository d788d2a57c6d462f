//! The addresses under which programs subscribe to what a page shows; readers of feeds and calendars look for them in its
//! head.
//!
//! They are paths, which need no origin, and hold the page's own query. Only a server answers them.

use qsec2_domain::address::{Address, Format, OutputAddress};
use qsec2_domain::pages::Page;
use quick_xml::escape::escape;

/// What is subscribed to; tables and records are fetched by those who know them.
const SUBSCRIBED: [(Format, &str); 2] = [(Format::Calendar, "iCalendar"), (Format::Atom, "Atom")];

/// A link to an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its media type, without parameters.
    pub kind: &'static str,
    /// The page's title, and the name of the format.
    pub title: String,
    /// Path and query.
    pub path: String,
}

/// The outputs of a page; of those that the server has.
pub(super) fn of(page: &Page, title: &str, address: &Address) -> Vec<Link> {
    let Address { query, events, settings, .. } = address.clone();
    // What a visitor keeps is in no address but a link of theirs.
    let is_known = match page {
        Page::Programme => !events.is_empty(),
        page => matches!(page, Page::Agenda | Page::Changes),
    };
    if !is_known {
        return Vec::new();
    }
    let shown = OutputAddress { query, events, settings, ..OutputAddress::default() };
    let shown = shown.of_page(page);
    let suited = SUBSCRIBED.into_iter().filter(|(format, _)| format.suits(page));
    let link = |(format, name): (Format, &str)| Link {
        kind: format.media_type().split(';').next().unwrap_or_default(),
        title: format!("{title} ({name})"),
        path: shown.path_and_query(page, format),
    };
    suited.map(link).collect()
}

impl Link {
    /// The tag, escaped.
    pub(super) fn to_html(&self) -> String {
        let (title, path) = (escape(self.title.as_str()), escape(self.path.as_str()));
        format!(r#"<link rel="alternate" type="{}" title="{title}" href="{path}">"#, self.kind)
    }
}

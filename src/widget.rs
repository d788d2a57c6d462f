//! The widget: the agenda in a few lines, a page of plain HTML and CSS for a frame on other people's pages.
//!
//! Native only, and without scripts: a server writes it. It is small whatever the feed says, 5 kB for five events: names are
//! cut as short as that takes.

use chrono::NaiveDate;
use qsec2_domain::address::{Address, Settings, WidgetAddress};
use qsec2_domain::agenda::{Row, Scope};
use qsec2_domain::choices::Choice as _;
use qsec2_domain::department::Department;
use qsec2_domain::event::Event;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;
use qsec2_domain::query::Query;
use quick_xml::escape::escape;

use crate::head::cut;
use crate::i18n::widget::{Widget, widget};
use crate::i18n::{codes, dates};
use crate::routes;
use crate::state::feed::Loaded;

/// Its whole style. Nothing else inline is allowed: a server tells browsers the hash of exactly this.
pub const STYLE: &str = include_str!("widget.css");

/// How many bytes a widget may have, by its number of events.
pub const fn most_bytes(events: usize) -> usize {
    1024 * if events < 5 { 5 } else { events }
}

/// To how many characters names and places are cut; the next is tried when the page is too long.
const CUTS: [usize; 4] = [100, 60, 36, 18];

/// How long the words of a query may be, encoded, to stand in the link to the agenda.
const LONGEST_WORDS: usize = 160;

/// What a widget is drawn from.
struct Drawing<'a> {
    loaded: &'a Loaded,
    address: &'a WidgetAddress,
    t: &'static Widget,
    rows: Vec<Row>,
    cut: usize,
}

/// The whole document, as an address asks for it on a day.
pub fn document(loaded: &Loaded, address: &WidgetAddress, today: NaiveDate) -> String {
    let day = address.settings.day.unwrap_or(today);
    let found = loaded.find(&address.query, day).ok();
    // An archive is no programme: nobody's page should announce what is over.
    let found = found.filter(|found| found.scope != Scope::Archive);
    let rows = found.map(|found| found.few(address.number.get())).unwrap_or_default();
    let t = widget(address.settings.lang);
    let mut drawing = Drawing { loaded, address, t, rows, cut: 0 };
    let mut html = String::new();
    for most in CUTS {
        drawing.cut = most;
        html = drawing.document();
        if html.len() <= most_bytes(drawing.rows.len()) {
            break;
        }
    }
    html
}

impl Drawing<'_> {
    fn lang(&self) -> Lang {
        self.address.settings.lang
    }

    fn document(&self) -> String {
        let title = self.title();
        let demo = if self.loaded.feed.is_demonstration {
            ["<p class=\"demo\">", self.t.invented, "</p>"].concat()
        } else {
            String::new()
        };
        let events: String = self.rows.iter().filter_map(|row| self.event(*row)).collect();
        let events = if events.is_empty() {
            ["<p>", self.t.nothing, "</p>"].concat()
        } else {
            ["<ul>", &events, "</ul>"].concat()
        };
        [
            "<!doctype html><html lang=\"",
            self.lang().code(),
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>",
            &title,
            "</title><style>",
            STYLE,
            "</style></head><body><main aria-label=\"",
            &title,
            "\"><h1>",
            &title,
            "</h1>",
            &demo,
            &events,
            "<p class=\"all\">",
            &link(&self.agenda(), self.t.all, ""),
            "</p></main></body></html>",
        ]
        .concat()
    }

    /// « Prochains rendez-vous QSEC² — Paris », while the départements are few.
    fn title(&self) -> String {
        let departments = self.address.query.departments;
        let names: Vec<&str> = departments.iter().map(Department::name).collect();
        match names.len() {
            1 | 2 => [self.t.title, " — ", &names.join(", ")].concat(),
            _ => self.t.title.to_owned(),
        }
    }

    fn event(&self, row: Row) -> Option<String> {
        let draw = |event: &Event| {
            let place = usize::from(row.session);
            let status = event.status_of(place);
            let when = dates::span(self.lang(), event.span_of(place));
            let tag = if status.is_off() { "s" } else { "span" };
            let name = link(&self.page(event), &self.cut(&event.name), self.records());
            let place = self.loaded.feed.place_of(event).map(Place::line).unwrap_or_default();
            let place = tagged("p", self.records(), &self.cut(&place));
            let said = codes::status(self.lang(), status).unwrap_or_default();
            let said = tagged("p", "", &tagged("strong", "", said));
            ["<li>", &name, "<p>", &tagged(tag, "", &when), "</p>", &place, &said, "</li>"].concat()
        };
        self.loaded.with_event(row, draw).ok()?
    }

    /// The attribute of what the feed's records say: they are in French.
    fn records(&self) -> &'static str {
        if self.lang() == Lang::Fr { "" } else { " lang=\"fr\"" }
    }

    /// A text of the feed on one line, as short as it must be, escaped.
    fn cut(&self, text: &str) -> String {
        let plain: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        escape(cut(&plain, self.cut).as_str()).into_owned()
    }

    fn page(&self, event: &Event) -> String {
        self.href(&Page::Event(event.id.clone()), Query::default())
    }

    /// The agenda with the same query. Words that would make the widget long are left to the visitor.
    fn agenda(&self) -> String {
        let mut query = self.address.query.clone();
        let words = Query { words: query.words.clone(), ..Query::default() };
        if words.to_string().len() > LONGEST_WORDS {
            query.words.clear();
        }
        self.href(&Page::Agenda, query)
    }

    fn href(&self, page: &Page, query: Query) -> String {
        let settings: Settings = self.address.settings.clone();
        routes::href(page, &Address { query, settings, ..Address::default() })
    }
}

/// An element with a text that is escaped already; nothing for no text.
fn tagged(tag: &str, attributes: &str, escaped: &str) -> String {
    if escaped.is_empty() {
        return String::new();
    }
    ["<", tag, attributes, ">", escaped, "</", tag, ">"].concat()
}

/// A link that opens beside the page that the widget stands on, with a text that is escaped already.
fn link(address: &str, escaped: &str, attributes: &str) -> String {
    let address = escape(address);
    let start = ["<a href=\"", &address, "\" target=\"_blank\" rel=\"noopener\"", attributes, ">"];
    [&start.concat(), escaped, "</a>"].concat()
}

#[cfg(test)]
mod tests;

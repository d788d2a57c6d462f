//! Atom (RFC 4287): the rows of a page, and the public change log, for readers of feeds.
//!
//! Names of entries are `tag:` addresses of the project's own domain, so that they stay when the site moves.

use std::io;

use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Xml};

use super::details::{AUTHORITY, Occurrence, code, one_line, place_line};
use super::{Origin, Selection, dates, joined, words};
use crate::address::{Format, OutputAddress};
use crate::changes::Change;
use crate::feed::Feed;
use crate::lang::Lang;
use crate::pages::Page;

/// What the head of a feed says.
struct Head<'a> {
    lang: Lang,
    /// Which of the feeds of this site it is: a path and a query.
    name: String,
    title: &'a str,
    updated: NaiveDate,
    address: String,
    page: String,
    subtitle: Option<String>,
}

/// One entry.
struct Entry {
    name: String,
    title: String,
    updated: NaiveDate,
    page: String,
    /// Code and word.
    category: Option<(&'static str, &'static str)>,
    summary: String,
}

/// Writes rows, in their order.
pub(super) fn write(selection: &Selection<'_>, rows: &[Occurrence<'_>], beyond: usize) -> String {
    let changed = rows.iter().map(|row| selection.changed(row.event));
    let head = Head {
        lang: selection.lang,
        name: joined_name(&Format::Atom.path(&selection.page), &selection.search),
        title: &selection.title,
        updated: changed.max().or(selection.feed.date_modified).unwrap_or_default(),
        address: selection.address(Format::Atom),
        page: selection.page_address(),
        subtitle: selection.remarks(beyond),
    };
    written(&head, rows.iter().map(|row| entry(selection, *row)))
}

/// Writes the change log of a feed, in its order. It is as new as its newest change; without any, as what the feed says
/// was written last.
pub fn log(origin: &Origin, lang: Lang, feed: &Feed, changes: &[Change]) -> String {
    let is_demonstration = feed.is_demonstration;
    let newest = changes.iter().map(|change| change.day).max();
    let mut address = OutputAddress::default();
    address.settings.lang = lang;
    let search = address.to_string();
    let head = Head {
        lang,
        name: joined_name(&Format::Atom.path(&Page::Changes), &search),
        title: &words::title(lang, &Page::Changes, None, is_demonstration),
        updated: newest.or_else(|| feed.last_written()).unwrap_or_default(),
        address: joined(origin, &Format::Atom.path(&Page::Changes), &search),
        page: joined(origin, &Page::Changes.path(), &search),
        subtitle: is_demonstration.then(|| words::invented(lang).to_owned()),
    };
    written(&head, changes.iter().map(|change| logged(origin, lang, &search, change)))
}

fn entry(selection: &Selection<'_>, row: Occurrence<'_>) -> Entry {
    let (lang, event) = (selection.lang, row.event);
    let mut summary = vec![dates::span(lang, row.span())];
    summary.extend(selection.feed.place_of(event).and_then(place_line));
    summary.extend(selection.paragraphs(row));
    Entry {
        name: ["/agenda/", &row.name()].concat(),
        title: selection.summary(row, true),
        updated: selection.changed(event),
        page: selection.event_address(event),
        category: Some((code(event.kind), words::kind(lang, event.kind))),
        summary: summary.join("\n"),
    }
}

fn logged(origin: &Origin, lang: Lang, search: &str, change: &Change) -> Entry {
    let kinds: Vec<_> = change.kinds.iter().map(|kind| words::change(lang, kind)).collect();
    let is_gone = change.kinds.contains(crate::changes::ChangeKind::Removed);
    let page = if is_gone { &Page::Changes } else { &change.page };
    let lead = if kinds.is_empty() {
        String::new()
    } else {
        [&kinds.join(", "), words::colon(lang)].concat()
    };
    Entry {
        name: [&change.page.path(), "/", &change.day.to_string()].concat(),
        title: [&lead, &*one_line(&change.name)].concat(),
        updated: change.day,
        page: joined(origin, &page.path(), search),
        category: change.kinds.iter().next().map(|kind| (code(kind), words::change(lang, kind))),
        summary: kinds.join(", "),
    }
}

fn joined_name(path: &str, search: &str) -> String {
    if search.is_empty() { path.to_owned() } else { [path, "?", search].concat() }
}

fn written(head: &Head<'_>, entries: impl Iterator<Item = Entry>) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory can't fail.
    drop(feed(&mut xml, head, entries));
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

type Xmls = Writer<Vec<u8>>;

fn feed(xml: &mut Xmls, head: &Head<'_>, entries: impl Iterator<Item = Entry>) -> io::Result<()> {
    xml.write_event(Xml::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let opening = xml
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", code(head.lang)));
    opening.write_inner_content(|xml| {
        text(xml, "id", &tag(&head.name))?;
        text(xml, "title", head.title)?;
        if let Some(subtitle) = &head.subtitle {
            text(xml, "subtitle", subtitle)?;
        }
        text(xml, "updated", &instant(head.updated))?;
        link(xml, "self", Format::Atom.media_type(), &head.address)?;
        link(xml, "alternate", "text/html", &head.page)?;
        xml.create_element("author").write_inner_content(|xml| text(xml, "name", "QSEC²"))?;
        for one in entries {
            xml.create_element("entry").write_inner_content(|xml| put(xml, &one))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn put(xml: &mut Xmls, entry: &Entry) -> io::Result<()> {
    text(xml, "id", &tag(&entry.name))?;
    text(xml, "title", &entry.title)?;
    text(xml, "updated", &instant(entry.updated))?;
    link(xml, "alternate", "text/html", &entry.page)?;
    if let Some((term, label)) = entry.category {
        let category = xml.create_element("category");
        category.with_attribute(("term", term)).with_attribute(("label", label)).write_empty()?;
    }
    text(xml, "summary", &entry.summary)
}

fn text(xml: &mut Xmls, name: &'static str, value: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(value))?;
    Ok(())
}

fn link(xml: &mut Xmls, rel: &str, kind: &str, address: &str) -> io::Result<()> {
    let kind = kind.split(';').next().unwrap_or(kind);
    let link =
        xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("type", kind));
    link.with_attribute(("href", address)).write_empty()?;
    Ok(())
}

/// A name in the world at large (RFC 4151).
fn tag(name: &str) -> String {
    ["tag:", AUTHORITY, ",2018:", name].concat()
}

fn instant(day: NaiveDate) -> String {
    [&day.to_string(), "T00:00:00Z"].concat()
}

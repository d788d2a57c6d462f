//! What there is to find on the site: `sitemap.xml` and `robots.txt`, the same from the server and from the build.
//!
//! Every public page in each language in which it is sent; no address with a day, a word or a feed in it, of which there is no end. By the
//! protocol of sitemaps.org: at most 50,000 addresses (and so, with an origin of up to 100 letters, at most 50 MiB) a file.

use chrono::NaiveDate;
use qsec2_domain::address::Format;
use qsec2_domain::choices::Choice as _;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::addresses::{alternates, bare, is_public};

/// The most addresses of one file.
pub const MOST: usize = 50_000;

/// The languages of a site that has a server.
pub const EACH: &[Lang] = &[Lang::Fr, Lang::En];

/// The languages of a site of files: they are drawn in one, and an address with `lang=` is answered with the same file.
pub const FRENCH: &[Lang] = &[Lang::Fr];

const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The name of the file that a crawler asks for first.
pub const FIRST: &str = "sitemap.xml";

/// What robots may ask for. `origin` is that of the site, `https://host` without a slash at its end; without one, the
/// sitemap is not named, because its address must be absolute.
pub fn robots(origin: Option<&str>) -> String {
    // One pattern for each key that makes endless addresses; `au` also ends another key, `niveau`. An event's address carries
    // the search that led to it: any search at all, so only the bare address may be asked for, in each language.
    let rules = "User-agent: *\nDisallow: /api\nDisallow: /*?*le=\nDisallow: /*?*du=\nDisallow: /*?au=\n\
                 Disallow: /*?*&au=\nDisallow: /*?*q=\nDisallow: /*?*mois=\nDisallow: /*?*flux=\n\
                 Disallow: /agenda/*?\nAllow: /agenda/*?lang=en$\n";
    // Calendars that keep to these rules subscribe with any query: of two that fit, the longer one holds (RFC 9309).
    // What they may fetch is told to search engines not to be found. Nobody subscribes to the others.
    let outputs = Format::ALL.iter().map(|format| {
        let is_subscribed = matches!(format, Format::Calendar | Format::Atom);
        let rule = if is_subscribed { "Allow: " } else { "Disallow: " };
        [rule, &format.path(&Page::Agenda), "\n"].concat()
    });
    let rules = [rules.to_owned(), outputs.collect()].concat();
    match origin {
        Some(origin) => format!("{rules}\nSitemap: {origin}/{FIRST}\n"),
        None => rules,
    }
}

/// The files of the sitemap, each with its name at the root of the site: one, or an index and its parts.
///
/// All in memory at once, some 450 bytes an address; [`file`] makes one at a time.
pub fn sitemap(feed: &Feed, origin: &str, languages: &[Lang]) -> Vec<(String, String)> {
    let names = names(feed, languages).into_iter();
    names
        .filter_map(|name| Some((file(feed, origin, languages, &name)?, name)))
        .map(|(xml, name)| (name, xml))
        .collect()
}

/// The names of its files.
pub fn names(feed: &Feed, languages: &[Lang]) -> Vec<String> {
    let parts = parts(feed, languages);
    let rest = (1..=parts).map(part_name).filter(|_| parts > 1);
    std::iter::once(FIRST.to_owned()).chain(rest).collect()
}

/// The file of this name; `None` when the sitemap has none such.
pub fn file(feed: &Feed, origin: &str, languages: &[Lang], name: &str) -> Option<String> {
    let parts = parts(feed, languages);
    let part = |number| part(feed, origin, languages, number);
    if name == FIRST {
        return if parts == 1 { part(1) } else { index(feed, origin, parts) };
    }
    let number = name.strip_prefix("sitemap-")?.strip_suffix(".xml")?.parse().ok()?;
    // `sitemap-01.xml` is no second name of the same.
    let exists = parts > 1 && (1..=parts).contains(&number) && part_name(number) == name;
    if exists { part(number) } else { None }
}

/// How many pages fit into one file.
fn pages_of_a_part(languages: &[Lang]) -> usize {
    MOST / languages.len().max(1)
}

fn parts(feed: &Feed, languages: &[Lang]) -> usize {
    pages(feed).count().div_ceil(pages_of_a_part(languages))
}

fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// Every public page, with the day of its last change where the feed has one.
fn pages(feed: &Feed) -> impl Iterator<Item = (Page, Option<NaiveDate>)> + '_ {
    let fixed = Page::fixed().filter(is_public).map(|page| {
        let changed = match &page {
            Page::Accessibility | Page::Privacy => None,
            _ => feed.date_modified,
        };
        (page, changed)
    });
    let events =
        feed.events.iter().map(|it| (Page::Event(it.id.clone()), it.provenance.date_modified));
    let stops =
        feed.stops.iter().map(|it| (Page::Stop(it.id.clone()), it.provenance.date_modified));
    let groups =
        feed.groups.iter().map(|it| (Page::Group(it.id.clone()), it.provenance.date_modified));
    fixed.chain(stops).chain(groups).chain(events)
}

fn part(feed: &Feed, origin: &str, languages: &[Lang], number: usize) -> Option<String> {
    let most = pages_of_a_part(languages);
    let pages = pages(feed).skip((number - 1) * most).take(most);
    document("urlset", &[("xmlns", SITEMAPS), ("xmlns:xhtml", XHTML)], |xml| {
        for (page, changed) in pages {
            let alternates = if languages.len() > 1 { alternates(&page) } else { Vec::new() };
            for lang in languages {
                let address = format!("{origin}{}", bare(&page, *lang));
                xml.create_element("url").write_inner_content(|xml| {
                    text(xml, "loc", &address)?;
                    if let Some(day) = changed {
                        text(xml, "lastmod", &day.to_string())?;
                    }
                    for (lang, path) in &alternates {
                        let address = format!("{origin}{path}");
                        let link =
                            [("rel", "alternate"), ("hreflang", *lang), ("href", address.as_str())];
                        xml.create_element("xhtml:link").with_attributes(link).write_empty()?;
                    }
                    Ok(())
                })?;
            }
        }
        Ok(())
    })
}

fn index(feed: &Feed, origin: &str, parts: usize) -> Option<String> {
    let changed = feed.date_modified.map(|day| day.to_string());
    document("sitemapindex", &[("xmlns", SITEMAPS)], |xml| {
        for number in 1..=parts {
            xml.create_element("sitemap").write_inner_content(|xml| {
                text(xml, "loc", &format!("{origin}/{}", part_name(number)))?;
                changed.iter().try_for_each(|day| text(xml, "lastmod", day))
            })?;
        }
        Ok(())
    })
}

type Xml = Writer<Vec<u8>>;

fn text(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// A document with this root. Writing into memory can't fail, and everything written is text: always `Some`.
fn document(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> std::io::Result<()>,
) -> Option<String> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).ok()?;
    let element = xml.create_element(root).with_attributes(attributes.iter().copied());
    element.write_inner_content(content).ok()?;
    String::from_utf8(xml.into_inner()).ok()
}

//! What there is to find on the site: `sitemap.xml` and `robots.txt`, the same from the server and from the build.
//!
//! Every public page in both languages; no address with a day, a word or a feed in it, of which there is no end. By the
//! protocol of sitemaps.org: at most 50,000 addresses (and so, with an origin of up to 100 letters, at most 50 MiB) a file.

use chrono::NaiveDate;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::addresses::{alternates, bare, is_public};

/// The most addresses of one file.
pub const MOST: usize = 50_000;

/// The languages that each page is listed in.
const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The name of the file that a crawler asks for first.
pub const FIRST: &str = "sitemap.xml";

/// What robots may ask for. `origin` is that of the site, `https://host` without a slash at its end; without one, the
/// sitemap is not named, because its address must be absolute.
pub fn robots(origin: Option<&str>) -> String {
    // One pattern for each key that makes endless addresses; `au` also ends another key, `niveau`.
    let rules = "User-agent: *\nDisallow: /api\nDisallow: /*?*le=\nDisallow: /*?*du=\nDisallow: /*?au=\n\
                 Disallow: /*?*&au=\nDisallow: /*?*q=\nDisallow: /*?*mois=\nDisallow: /*?*flux=\n";
    match origin {
        Some(origin) => format!("{rules}\nSitemap: {origin}/{FIRST}\n"),
        None => rules.to_owned(),
    }
}

/// The files of the sitemap, each with its name at the root of the site: one, or an index and its parts.
///
/// All in memory at once, some 450 bytes an address; [`file`] makes one at a time.
pub fn sitemap(feed: &Feed, origin: &str) -> Vec<(String, String)> {
    let names = names(feed);
    names.into_iter().filter_map(|name| file(feed, origin, &name).map(|xml| (name, xml))).collect()
}

/// The names of its files.
pub fn names(feed: &Feed) -> Vec<String> {
    let parts = parts(feed);
    let rest = (1..=parts).map(part_name).filter(|_| parts > 1);
    std::iter::once(FIRST.to_owned()).chain(rest).collect()
}

/// The file of this name; `None` when the sitemap has none such.
pub fn file(feed: &Feed, origin: &str, name: &str) -> Option<String> {
    let parts = parts(feed);
    if name == FIRST {
        return if parts == 1 { part(feed, origin, 1) } else { index(feed, origin, parts) };
    }
    let number = name.strip_prefix("sitemap-")?.strip_suffix(".xml")?.parse().ok()?;
    // `sitemap-01.xml` is no second name of the same.
    let exists = parts > 1 && (1..=parts).contains(&number) && part_name(number) == name;
    if exists { part(feed, origin, number) } else { None }
}

/// How many pages fit into one file.
const PAGES: usize = MOST / LANGUAGES.len();

fn parts(feed: &Feed) -> usize {
    pages(feed).count().div_ceil(PAGES)
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

fn part(feed: &Feed, origin: &str, number: usize) -> Option<String> {
    let pages = pages(feed).skip((number - 1) * PAGES).take(PAGES);
    document("urlset", &[("xmlns", SITEMAPS), ("xmlns:xhtml", XHTML)], |xml| {
        for (page, changed) in pages {
            let alternates = alternates(&page);
            for lang in LANGUAGES {
                let address = format!("{origin}{}", bare(&page, lang));
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

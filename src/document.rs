//! The whole HTML document around a rendered page. The bundler's page is the template: it names the app's own files.

use qsec2_domain::choices::Choice;

use crate::browser::styles::NAMED;
use crate::pages::lazy::Chunk;
use crate::render::Rendered;
use crate::state::host::Host;

/// Between these stand the title and the description of the template, which each page replaces by its own.
const HEAD: [&str; 2] = ["<!--head-->", "<!--/head-->"];
/// Between these stands the element that the app lives in.
const BODY: [&str; 2] = ["<!--body-->", "<!--/body-->"];
/// Between these stand the files of each chunk: ` tour=/a.wasm,/b.wasm texts=/c.wasm`. Nothing when the bundler ran alone; a
/// page without them has no chunks.
const CHUNKS: [&str; 2] = ["<!--chunks", "-->"];
/// Between these stand the styles that only some pages need, after the address of a file that has them too. Nothing when the
/// bundler ran alone: its page links to all styles.
const LATER: [&str; 2] = ["<!--later ", "<!--/later-->"];
/// Before the language's code.
const LANGUAGE: &str = "<html lang=\"";

/// A page of the bundler's, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Up to the language, from there to the head, to the preloads, to the styles for some pages, to the body, and the rest.
    parts: [String; 6],
    /// Those styles: the address of their file, and their element.
    later: Option<(String, String)>,
    /// For each chunk by its name, the tags that ask for its files.
    preloads: Vec<(String, String)>,
}

/// The bundler's page lacks a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the page of the site has no {0}")]
pub struct MarkMissing(&'static str);

impl Template {
    /// Takes a page of the bundler's apart.
    ///
    /// # Errors
    /// When a mark is missing.
    pub fn parse(html: &str) -> Result<Self, MarkMissing> {
        let (before, rest) = html.split_once(LANGUAGE).ok_or(MarkMissing("language"))?;
        let (_, rest) = rest.split_once('"').ok_or(MarkMissing("language"))?;
        let (to_head, rest) = cut(rest, HEAD)?;
        let named = rest.split_once(CHUNKS[0]).and_then(|(before, after)| {
            let (chunks, rest) = after.split_once(CHUNKS[1])?;
            Some((before, chunks, rest))
        });
        let (to_preloads, chunks, rest) = named.unwrap_or(("", "", rest));
        let (to_body, end) = cut(rest, BODY)?;
        let end = end.to_owned();
        let (start, to_head) = (format!("{before}{LANGUAGE}"), to_head);
        let (to_styles, later, to_body) = later(&to_body);
        let parts = [start, to_head, to_preloads.to_owned(), to_styles, to_body, end];
        let chunks = chunks.split_ascii_whitespace().filter_map(|chunk| chunk.split_once('='));
        let preloads = chunks.map(|(name, files)| (name.to_owned(), preloads(files))).collect();
        Ok(Self { parts, later, preloads })
    }

    /// A document around a page that was drawn, with its own tags in its head.
    pub fn document(&self, head: &str, page: &Rendered, host: Host) -> String {
        let [start, to_head, to_preloads, to_styles, to_body, end] = &self.parts;
        let root = crate::app::ROOT;
        let preloads = page.chunk.map_or("", |chunk| self.preloads(chunk));
        let served = match host {
            Host::Server => ["\" ", Host::ATTRIBUTE].concat(),
            Host::Files => "\"".to_owned(),
        };
        [
            start,
            page.head.lang.code(),
            served.as_str(),
            to_head,
            head,
            to_preloads,
            preloads,
            to_styles,
            &self.styles(page),
            to_body,
            "<div id=\"",
            root,
            "\" data-rendered>",
            &page.body,
            "</div>",
            end,
        ]
        .concat()
    }

    /// The styles that only some pages need, or where the app finds them.
    fn styles(&self, page: &Rendered) -> String {
        match (&self.later, page.chunk) {
            (None, _) => String::new(),
            (Some((_, style)), Some(_)) => style.clone(),
            (Some((address, _)), None) => {
                ["<meta name=\"", NAMED, "\" content=\"", address, "\">"].concat()
            }
        }
    }

    fn preloads(&self, chunk: Chunk) -> &str {
        let of_chunk = self.preloads.iter().find(|(name, _)| name == chunk.name());
        of_chunk.map_or("", |(_, tags)| tags)
    }
}

/// What stands before the styles that only some pages need, their address and element, and what stands after them.
fn later(html: &str) -> (String, Option<(String, String)>, String) {
    let found = html.split_once(LATER[0]).and_then(|(before, rest)| {
        let (address, rest) = rest.split_once("-->")?;
        let (style, after) = rest.split_once(LATER[1])?;
        Some((before.to_owned(), Some((address.to_owned(), style.to_owned())), after.to_owned()))
    });
    found.unwrap_or_else(|| (html.to_owned(), None, String::new()))
}

/// As the app will ask for them, so that each is fetched once.
fn preloads(files: &str) -> String {
    let tag = |file| {
        format!(
            r#"<link rel="preload" href="{file}" as="fetch" type="application/wasm" crossorigin>"#
        )
    };
    files.split(',').map(tag).collect()
}

/// What stands before a pair of marks, and after it.
fn cut<'a>(
    html: &'a str,
    [open, close]: [&'static str; 2],
) -> Result<(String, &'a str), MarkMissing> {
    let (before, rest) = html.split_once(open).ok_or(MarkMissing(open))?;
    let (_, after) = rest.split_once(close).ok_or(MarkMissing(close))?;
    Ok((before.to_owned(), after))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use qsec2_domain::address::{Address, Settings};
    use qsec2_domain::lang::Lang;
    use qsec2_domain::reader;

    use super::*;
    use crate::head::head;
    use crate::state::feed::Loaded;

    const HTML: &str = r#"<html lang="fr"><head><!--head--><title>?</title><!--/head--><!--chunks tour=/a.wasm,/b.wasm texts=/c.wasm--><x></head><body><!--body-->…<!--/body--></body>"#;

    fn document(html: &str, chunk: Option<Chunk>) -> Result<String, MarkMissing> {
        document_of(html, chunk, Host::Files)
    }

    fn document_of(html: &str, chunk: Option<Chunk>, host: Host) -> Result<String, MarkMissing> {
        let address = Address {
            settings: Settings { lang: Lang::En, ..Settings::default() },
            ..Address::default()
        };
        let Ok(reading) = reader::read(include_bytes!("../public/feed.json")) else {
            panic!("the archive reads")
        };
        let loaded = Loaded::whole(reading);
        let head = head(None, &address, &loaded, NaiveDate::default());
        let page = Rendered { head, body: String::from("<p>"), exists: true, chunk };
        Ok(Template::parse(html)?.document("<title>T</title>", &page, host))
    }

    #[test]
    fn a_page_takes_the_place_of_what_stood_between_the_marks() {
        let expected = r#"<html lang="en"><head><title>T</title><x></head><body><div id="app" data-rendered><p></div></body>"#;
        assert_eq!(document(HTML, None).as_deref(), Ok(expected));
        assert_eq!(document("<html>", None), Err(MarkMissing("language")));
    }

    #[test]
    fn a_page_says_that_a_server_stands_behind_it() {
        let page = document_of(HTML, None, Host::Server).unwrap_or_default();
        assert!(page.starts_with(r#"<html lang="en" data-served><head>"#), "{page}");
    }

    #[test]
    fn styles_that_only_some_pages_need_stand_in_those_and_are_named_in_the_others() {
        let styled =
            HTML.replace("<x>", "<style>a</style><!--later /l.css--><style>b</style><!--/later-->");
        let page = |chunk| document(&styled, chunk).unwrap_or_default();
        let agenda = page(None);
        assert!(agenda.contains(r#"<style>a</style><meta name="later-style" content="/l.css">"#));
        assert!(!agenda.contains("<style>b"), "{agenda}");
        let tour = page(Some(Chunk::Tour));
        assert!(tour.contains("<style>a</style><style>b</style>"), "{tour}");
        assert!(!tour.contains("later"), "{tour}");
    }

    #[test]
    fn a_page_of_a_chunk_asks_for_its_files_and_no_others() {
        let page = document(HTML, Some(Chunk::Tour)).unwrap_or_default();
        let tag = |file| {
            format!(
                r#"<link rel="preload" href="{file}" as="fetch" type="application/wasm" crossorigin>"#
            )
        };
        assert!(
            page.contains(&format!("</title>{}{}<x>", tag("/a.wasm"), tag("/b.wasm"))),
            "{page}"
        );
        assert!(!page.contains("/c.wasm"), "{page}");
        // As the bundler alone leaves it.
        let unsplit = HTML.replace(" tour=/a.wasm,/b.wasm texts=/c.wasm", "");
        assert!(document(&unsplit, Some(Chunk::Tour)).is_ok_and(|page| !page.contains("preload")));
    }
}

//! The whole HTML document around a rendered page. The bundler's page is the template: it names the app's own files.

use qsec2_domain::choices::Choice;
use qsec2_domain::lang::Lang;

/// Between these stand the title and the description of the template, which each page replaces by its own.
const HEAD: [&str; 2] = ["<!--head-->", "<!--/head-->"];
/// Between these stands the element that the app lives in.
const BODY: [&str; 2] = ["<!--body-->", "<!--/body-->"];
/// Before the language's code.
const LANGUAGE: &str = "<html lang=\"";

/// A page of the bundler's, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Up to the language, from there to the head, from there to the body, and the rest.
    parts: [String; 4],
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
        let (to_body, rest) = cut(rest, BODY)?;
        let parts =
            [format!("{before}{LANGUAGE}"), format!("\"{to_head}"), to_body, rest.to_owned()];
        Ok(Self { parts })
    }

    /// A document: `head` is its own tags, `body` a rendered page.
    pub fn document(&self, lang: Lang, head: &str, body: &str) -> String {
        let [start, to_head, to_body, end] = &self.parts;
        let root = crate::app::ROOT;
        [
            start,
            lang.code(),
            to_head,
            head,
            to_body,
            "<div id=\"",
            root,
            "\" data-rendered>",
            body,
            "</div>",
            end,
        ]
        .concat()
    }
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
    use super::*;

    #[test]
    fn a_page_takes_the_place_of_what_stood_between_the_marks() {
        let html = r#"<html lang="fr"><head><!--head--><title>?</title><!--/head--><x></head><body><!--body-->…<!--/body--></body>"#;
        let template = Template::parse(html);
        let page = template.map(|it| it.document(Lang::En, "<title>T</title>", "<p>"));
        let expected = r#"<html lang="en"><head><title>T</title><x></head><body><div id="app" data-rendered><p></div></body>"#;
        assert_eq!(page.as_deref(), Ok(expected));
        assert_eq!(Template::parse("<html>"), Err(MarkMissing("language")));
    }
}

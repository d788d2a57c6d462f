//! The bundler's page made ready: its stylesheet inside it, so that nothing stands between the page and its first paint.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::dist;
use super::wasm::hash;
use crate::root;
use crate::run::{cargo, run};
use crate::setup::Tools;

/// Between these, the page names the files of each chunk.
const CHUNKS: [&str; 2] = ["<!--chunks", "-->"];

/// Between these, the page has the styles that only some pages need: first the address of the file that has them too.
const LATER: [&str; 2] = ["<!--later ", "<!--/later-->"];

/// Minifies the stylesheets and moves them into `index.html`. The second stands there between marks, so that a page which
/// does not need it can do without (`src/document.rs`), and as a file, for the app to load when it does.
pub(super) fn inline_styles(tools: &Tools) -> Result<()> {
    let file = dist().join("index.html");
    let page = fs::read_to_string(&file).context("dist/index.html can't be read")?;
    let (page, first) = minified(tools, &page, "style-")?;
    let (before, after) = page.split_once(HERE).context("the stylesheet has no place")?;
    let page = [before, "<style>", &first, "</style>", after].concat();
    let (page, later) = minified(tools, &page, "later-")?;
    let name = format!("later-{}.css", hash(&[later.as_bytes()]));
    fs::write(dist().join(&name), &later).with_context(|| format!("{name} can't be written"))?;
    let marked = [LATER[0], "/", &name, "--><style>", &later, "</style>", LATER[1]].concat();
    fs::write(&file, page.replace(HERE, &marked)).context("dist/index.html can't be written")
}

/// Where a stylesheet was.
const HERE: &str = "<!--style-->";

/// The page with [`HERE`] in place of the link to a stylesheet, whose file is removed, and what was in it, minified.
fn minified(tools: &Tools, page: &str, prefix: &str) -> Result<(String, String)> {
    let (before, name, after) = stylesheet(page, prefix)
        .with_context(|| format!("dist/index.html has no {prefix}….css"))?;
    let source = dist().join(name);
    let small = root().join("target/site/small.css");
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(&source).arg("--minify").arg("--log-level=warning");
    esbuild.arg(format!("--outfile={}", small.display())).current_dir(root());
    tools.lend_to(&mut esbuild)?;
    run(&mut esbuild)?;
    let style = fs::read_to_string(&small).context("the stylesheet can't be read")?;
    fs::remove_file(source).context("the stylesheet can't be removed")?;
    Ok(([before, HERE, after].concat(), style.trim().to_owned()))
}

/// Writes into `index.html` which files each chunk of the program is made of; pages that need one then name them
/// (`src/document.rs`).
pub(super) fn name_chunks(chunks: &BTreeMap<String, Vec<String>>) -> Result<()> {
    let file = dist().join("index.html");
    let page = fs::read_to_string(&file).context("dist/index.html can't be read")?;
    let mark = CHUNKS.concat();
    ensure!(page.contains(&mark), "index.html does not say `{mark}`");
    let list = chunks.iter().map(|(chunk, files)| format!(" {chunk}={}", files.join(",")));
    let list: String = list.collect();
    let page = page.replace(&mark, &[CHUNKS[0], &list, CHUNKS[1]].concat());
    fs::write(&file, page).context("dist/index.html can't be written")
}

/// The chunks that a page names so, each with the addresses of its files.
pub(super) fn named_chunks(page: &str) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
    let after = page.split_once(CHUNKS[0]).map_or("", |(_, after)| after);
    let named = after.split_once(CHUNKS[1]).map_or("", |(named, _)| named);
    let chunks = named.split_ascii_whitespace().filter_map(|chunk| chunk.split_once('='));
    chunks.map(|(name, files)| (name, files.split(',')))
}

/// What stands before the link to the stylesheet whose name begins so, the file's name below `dist/`, and what stands after
/// the link.
fn stylesheet<'p>(page: &'p str, prefix: &str) -> Option<(&'p str, &'p str, &'p str)> {
    let at = page.find(&["href=\"/", prefix].concat())?;
    let start = page[..at].rfind("<link")?;
    let end = at + page[at..].find('>')? + 1;
    let (_, name) = page[start..end].split_once("href=\"/")?;
    Some((&page[..start], name.split('"').next()?, &page[end..]))
}

/// Draws every page into `dist/`, for hosts that serve files only.
pub(super) fn draw_all() -> Result<()> {
    let mut draw = cargo();
    draw.args(["run", "--quiet", "--package", "qsec2-server", "--bin", "qsec2-prerender", "--"]);
    draw.arg("--site").arg(dist()).current_dir(root());
    run(&mut draw)
}

#[cfg(test)]
mod tests {
    use super::stylesheet;

    #[test]
    fn a_stylesheet_is_found_by_its_name_whatever_the_order_of_its_attributes() {
        for link in [
            r#"<link rel="stylesheet" href="/style-1.css"/>"#,
            r#"<link href="/style-1.css" integrity="" rel="stylesheet">"#,
        ] {
            let page =
                format!(r#"<link rel=icon>{link}<link rel="stylesheet" href="/later-2.css">"#);
            let expected = (
                "<link rel=icon>",
                "style-1.css",
                r#"<link rel="stylesheet" href="/later-2.css">"#,
            );
            assert_eq!(stylesheet(&page, "style-"), Some(expected));
            let later = stylesheet(&page, "later-");
            assert_eq!(later.map(|(_, name, after)| (name, after)), Some(("later-2.css", "")));
        }
        assert_eq!(stylesheet("<link rel=icon>", "style-"), None);
    }
}

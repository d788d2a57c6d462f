//! The bundler's page made ready: its stylesheet inside it, so that nothing stands between the page and its first paint.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::dist;
use crate::root;
use crate::run::{cargo, run};
use crate::setup::Tools;

/// Between these, the page names the files of each chunk.
const CHUNKS: [&str; 2] = ["<!--chunks", "-->"];

/// Minifies the stylesheet and moves it into `index.html`.
pub(super) fn inline_style(tools: &Tools) -> Result<()> {
    let file = dist().join("index.html");
    let page = fs::read_to_string(&file).context("dist/index.html can't be read")?;
    let (before, name, after) = stylesheet(&page).context("dist/index.html has no stylesheet")?;
    let source = dist().join(name);
    let small = root().join("target/site/small.css");
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(&source).arg("--minify").arg("--log-level=warning");
    esbuild.arg(format!("--outfile={}", small.display())).current_dir(root());
    tools.lend_to(&mut esbuild)?;
    run(&mut esbuild)?;
    let style = fs::read_to_string(&small).context("the stylesheet can't be read")?;
    fs::write(&file, [before, "<style>", style.trim(), "</style>", after].concat())?;
    fs::remove_file(source).context("the stylesheet can't be removed")
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

/// What stands before the link to the stylesheet, the file's name below `dist/`, and what stands after the link.
fn stylesheet(page: &str) -> Option<(&str, &str, &str)> {
    let rel = page.find("rel=\"stylesheet\"")?;
    let start = page[..rel].rfind("<link")?;
    let end = rel + page[rel..].find('>')? + 1;
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
    fn the_stylesheet_is_found_whatever_the_order_of_its_attributes() {
        for link in [
            r#"<link rel="stylesheet" href="/style-1.css"/>"#,
            r#"<link href="/style-1.css" integrity="" rel="stylesheet">"#,
        ] {
            let page = format!("<link rel=icon>{link}<p>");
            assert_eq!(stylesheet(&page), Some(("<link rel=icon>", "style-1.css", "<p>")));
        }
        assert_eq!(stylesheet("<link rel=icon>"), None);
    }
}

//! The bundler's page made ready: its stylesheet inside it, so that nothing stands between the page and its first paint.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::dist;
use crate::root;
use crate::run::{cargo, run};
use crate::setup::Tools;

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

//! `style/**` joined into two stylesheets, what a first visit shows and the rest: the bundler follows no `@import`.
//!
//! `layers.css` comes first and says the order of the layers; the first part of every other file's name is its layer.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

use super::inputs::files_below;
use crate::root;

/// The file that says the order of the layers.
const ORDER: &str = "layers.css";

/// What the agenda is drawn with, as it is sent and at the start; on paper too. All else comes with the first chunk of the
/// program (`src/pages/lazy.rs`), and with the pages that need it.
const FIRST: [&str; 11] = [
    "tokens.css",
    "base.css",
    "frame.css",
    "print.css",
    "components/bullet.css",
    "components/event_list.css",
    "components/filters.css",
    "components/periods.css",
    "components/toolbar.css",
    "components/views.css",
    "pages/agenda.css",
];

/// Writes `target/site/style.css` and `target/site/later.css`, unless they are there with the same content.
pub(crate) fn write() -> Result<()> {
    let sheets = read(&root().join("style"))?;
    for name in FIRST {
        ensure!(sheets.iter().any(|(sheet, _)| sheet == name), "style/{name} is missing");
    }
    let is_first = |name: &str| FIRST.contains(&name);
    write_joined("style.css", &join(&sheets, is_first)?)?;
    write_joined("later.css", &join(&sheets, |name| !is_first(name))?)
}

fn write_joined(name: &str, joined: &str) -> Result<()> {
    let file = root().join("target/site").join(name);
    if fs::read_to_string(&file).is_ok_and(|existing| existing == joined) {
        return Ok(());
    }
    fs::create_dir_all(root().join("target/site")).context("target/site can't be made")?;
    fs::write(&file, joined).with_context(|| format!("{} can't be written", file.display()))
}

/// A stylesheet: its name below the folder, and its text.
type Sheet = (String, String);

fn read(folder: &Path) -> Result<Vec<Sheet>> {
    let mut sheets = Vec::new();
    for file in files_below(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text =
            fs::read_to_string(&file).with_context(|| format!("style/{name} can't be read"))?;
        sheets.push((name, text));
    }
    Ok(sheets)
}

/// The sheets that are wanted, after the order of the layers.
fn join(sheets: &[Sheet], is_wanted: impl Fn(&str) -> bool) -> Result<String> {
    let order = sheets.iter().find(|(name, _)| name == ORDER);
    let (_, order) = order.with_context(|| format!("style/{ORDER} is missing"))?;
    let layers = layers(order).with_context(|| format!("style/{ORDER} names no layers"))?;
    let mut ranked = Vec::new();
    for (name, text) in sheets.iter().filter(|(name, _)| name != ORDER && is_wanted(name)) {
        let first = name.split(['/', '.']).next().unwrap_or_default();
        let Some(rank) = layers.iter().position(|layer| *layer == first) else {
            bail!(
                "style/{name} belongs to no layer; name or place it by one of {}",
                layers.join(", ")
            );
        };
        ensure!(
            text.contains("@layer"),
            "style/{name} must open `@layer {first}`, or it outranks them all"
        );
        ranked.push((rank, name, text));
    }
    ranked.sort();
    let mut joined = order.trim_end().to_owned();
    for (_, name, text) in ranked {
        write!(joined, "\n\n/* {name} */\n{}", text.trim_end())?;
    }
    joined.push('\n');
    Ok(joined)
}

/// The names in `@layer a, b, c;`.
fn layers(order: &str) -> Option<Vec<&str>> {
    let (_, statement) = order.split_once("@layer ")?;
    let (names, _) = statement.split_once(';')?;
    Some(names.split(',').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(sheets: &[(&str, &str)]) -> Vec<Sheet> {
        sheets.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn sheets_stand_in_the_order_of_their_layers_and_then_of_their_names() -> Result<()> {
        let joined = join(
            &sheets(&[
                ("a/z.css", "@layer a {z}"),
                ("a/b.css", "@layer a {b}"),
                ("layers.css", "@layer z, a;"),
                ("z.css", "@layer z {}"),
                ("a/later.css", "@layer a {later}"),
            ]),
            |name| name != "a/later.css",
        )?;
        assert!(!joined.contains("later"));
        let places: Vec<_> = ["@layer z, a;", "@layer z {}", "@layer a {b}", "@layer a {z}"]
            .map(|it| joined.find(it))
            .into();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{joined}");
        Ok(())
    }

    #[test]
    fn a_sheet_outside_the_layers_is_refused() {
        assert!(
            join(&sheets(&[("layers.css", "@layer a;"), ("b.css", "@layer b {}")]), |_| true)
                .is_err()
        );
        assert!(
            join(&sheets(&[("layers.css", "@layer a;"), ("a.css", "p {}")]), |_| true).is_err()
        );
    }
}

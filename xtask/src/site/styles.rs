//! `style/**` joined into one stylesheet: the bundler follows no `@import`.
//!
//! The layer of a file is the first part of its name below `style/`. A file that opens no layer itself is put into its own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::inputs::files_below;
use crate::root;

/// The layers, each stronger than those before it.
const LAYERS: [&str; 6] = ["tokens", "base", "frame", "components", "pages", "print"];

/// Writes `target/site/style.css`, unless it is there with the same content.
pub(crate) fn write() -> Result<()> {
    let joined = join(&root().join("style"))?;
    let file = root().join("target/site/style.css");
    if fs::read_to_string(&file).is_ok_and(|existing| existing == joined) {
        return Ok(());
    }
    fs::create_dir_all(root().join("target/site")).context("target/site can't be made")?;
    fs::write(&file, joined).with_context(|| format!("{} can't be written", file.display()))
}

fn join(folder: &Path) -> Result<String> {
    let mut sheets = Vec::new();
    for file in files_below(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        let first = name.split(['/', '\\', '.']).next().unwrap_or_default();
        let Some(rank) = LAYERS.iter().position(|layer| *layer == first) else {
            bail!(
                "style/{name} belongs to no layer; name or place it by one of {}",
                LAYERS.join(", ")
            );
        };
        let sheet =
            fs::read_to_string(&file).with_context(|| format!("style/{name} can't be read"))?;
        sheets.push((rank, name, sheet));
    }
    sheets.sort();
    let mut joined = format!("@layer {};\n", LAYERS.join(", "));
    for (rank, name, sheet) in sheets {
        let sheet = sheet.trim_end();
        let layered = if sheet.contains("@layer") {
            sheet.to_owned()
        } else {
            format!("@layer {} {{\n{sheet}\n}}", LAYERS[rank])
        };
        writeln!(joined, "\n/* {name} */\n{layered}")?;
    }
    Ok(joined)
}

//! What a first visit to the agenda loads, part by part, everything but the feed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::inputs::files_below;

/// The page whose first load is weighed: with its first events in it, as it is sent.
const PAGE: &str = "agenda/index.html";

/// One file of the first load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its path below the site's folder.
    pub(crate) name: String,
    /// Its length as it is, in bytes.
    pub(crate) plain: u64,
    /// Its length as it is sent to a browser that takes brotli, in bytes.
    pub(crate) sent: u64,
}

/// The page, and every file that the page or a script of the site names; the largest first.
pub(crate) fn first_load(dist: &Path) -> Result<Vec<Part>> {
    let page = fs::read_to_string(dist.join(PAGE))
        .context("there is no built site in dist/; build it with `cargo xtask build`")?;
    let mut parts = Vec::new();
    for file in files_below(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        // A module of the bundler's is imported by the script, not by the page.
        let is_named = is_loaded_by(&page, &name) || name.starts_with("snippets/");
        if name == PAGE || (is_named && name != "feed.json" && !is_encoding(&name)) {
            let plain = length(&file)?;
            let sent = length(&dist.join(format!("{name}.br"))).unwrap_or(plain);
            parts.push(Part { name, plain, sent });
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.sent));
    Ok(parts)
}

/// Whether a tag of the page makes a browser load a file; an icon for a home screen is loaded when it is put there.
fn is_loaded_by(page: &str, name: &str) -> bool {
    let Some(at) = page.find(&format!("/{name}")) else { return false };
    let tag = page[..at].rfind('<').unwrap_or_default();
    let end = page[at..].find('>').map_or(page.len(), |end| at + end);
    !page[tag..end].contains("apple-touch-icon")
}

fn is_encoding(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extension == "br" || extension == "gz")
}

fn length(file: &Path) -> Result<u64> {
    let about = fs::metadata(file).with_context(|| format!("{} can't be read", file.display()))?;
    Ok(about.len())
}

/// A table for people, in thousands of bytes.
pub(crate) fn report(parts: &[Part]) -> String {
    let mut table =
        format!("{:>10} {:>10}  first load of the agenda, less the feed\n", "kB", "kB brotli");
    for part in parts {
        // Writing to a string can't fail.
        let _ = writeln!(
            table,
            "{:>10} {:>10}  {}",
            kilobytes(part.plain),
            kilobytes(part.sent),
            part.name
        );
    }
    let (plain, sent) =
        parts.iter().fold((0, 0), |sum, part| (sum.0 + part.plain, sum.1 + part.sent));
    let _ = write!(table, "{:>10} {:>10}  in all", kilobytes(plain), kilobytes(sent));
    table
}

pub(super) fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_to_tenths_of_thousands() {
        assert_eq!([49, 50, 219_951].map(kilobytes), ["0.0", "0.1", "220.0"]);
    }

    #[test]
    fn the_first_load_is_the_page_and_what_it_names_less_the_feed() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let write = |name: &str, content: &str| fs::write(dist.path().join(name), content);
        let icon = "<link href=/home.png rel=apple-touch-icon>";
        fs::create_dir(dist.path().join("agenda"))?;
        write(PAGE, &format!("{icon}<link href=/feed.json><script src=/a.js></script>"))?;
        write("home.png", "not before it is put on a home screen")?;
        write("a.js", "0123456789")?;
        write("a.js.br", "012")?;
        write("feed.json", "{}")?;
        write("later.png", "not on the first page")?;
        let parts = first_load(dist.path())?;
        let names: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.sent)).collect();
        assert_eq!(names, [(PAGE, 91), ("a.js", 3)]);
        Ok(())
    }
}

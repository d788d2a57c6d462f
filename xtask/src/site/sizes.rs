//! What a first visit to the agenda loads, part by part, everything but the feed; what each chunk of the program adds for
//! the pages that need it; and how much each may weigh.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::inputs::files_below;

/// The page whose first load is weighed: with its first events in it, as it is sent.
const PAGE: &str = "agenda/index.html";

/// How much may be sent, in brotli: the first load, and each chunk of `src/pages/lazy.rs` by its name.
///
/// Raised only with a reason in `docs/decisions/012-split.md`: every kilobyte is 5 ms on a slow phone's line.
const BUDGETS: [(&str, u64); 9] = [
    (FIRST_LOAD, 200_000),
    ("entry", 44_000),
    ("tour", 49_000),
    ("texts", 46_000),
    ("views", 49_000),
    ("takeaway", 58_000),
    ("choices", 17_000),
    ("own", 35_000),
    (LATER, 6_000),
];

/// The name of the first load among the budgets.
const FIRST_LOAD: &str = "first load of the agenda, less the feed";

/// The name of the styles among the budgets that come with the first chunk.
const LATER: &str = "styles of the chunks";

/// What to do about a weight above its budget.
const CURE: &str = "Give pages that a first visit does not need to a chunk (src/pages/lazy.rs), look what grew with \
`cargo xtask build` before and after, or raise the budget in xtask/src/site/sizes.rs with a reason in docs/decisions/012-split.md.";

/// Files that are loaded together, the largest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Load {
    /// What is loaded.
    name: String,
    parts: Vec<Part>,
}

/// One file of a load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its path below the site's folder.
    pub(crate) name: String,
    /// Its length as it is, in bytes.
    pub(crate) plain: u64,
    /// Its length as it is sent to a browser that takes brotli, in bytes.
    pub(crate) sent: u64,
}

/// The first load, the styles that come with the first chunk, and then each chunk.
pub(crate) fn loads(dist: &Path) -> Result<Vec<Load>> {
    let first = Load { name: FIRST_LOAD.to_owned(), parts: first_load(dist)? };
    let later = Load { name: LATER.to_owned(), parts: later_styles(dist)? };
    Ok([first, later].into_iter().chain(chunks(dist)?).collect())
}

fn later_styles(dist: &Path) -> Result<Vec<Part>> {
    let names = files_below(dist)?.into_iter().filter_map(|file| {
        let name = file.strip_prefix(dist).ok()?.to_str()?.to_owned();
        (name.starts_with("later-") && !is_encoding(&name)).then_some(name)
    });
    names.map(|name| Part::weighed(dist, name)).collect()
}

/// The page, and every file that the page or a script of the site names.
fn first_load(dist: &Path) -> Result<Vec<Part>> {
    let page = fs::read_to_string(dist.join(PAGE))
        .context("there is no built site in dist/; build it with `cargo xtask build`")?;
    let mut parts = Vec::new();
    for file in files_below(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        // A module of the bundler's is imported by the script, not by the page.
        let is_named = is_loaded_by(&page, &name) || name.starts_with("snippets/");
        if name == PAGE || (is_named && name != "feed.json" && !is_encoding(&name)) {
            parts.push(Part::weighed(dist, name)?);
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.sent));
    Ok(parts)
}

/// The chunks that the page without content names.
fn chunks(dist: &Path) -> Result<Vec<Load>> {
    let shell = fs::read_to_string(dist.join("shell.html")).context("dist/ has no shell.html")?;
    let mut loads = Vec::new();
    for (name, files) in super::page::named_chunks(&shell) {
        let parts = files.map(|file| Part::weighed(dist, file.trim_start_matches('/').to_owned()));
        loads.push(Load { name: name.to_owned(), parts: parts.collect::<Result<_>>()? });
    }
    Ok(loads)
}

impl Part {
    fn weighed(dist: &Path, name: String) -> Result<Self> {
        let plain = length(&dist.join(&name))?;
        let sent = length(&dist.join(format!("{name}.br"))).unwrap_or(plain);
        Ok(Self { name, plain, sent })
    }
}

impl Load {
    fn sent(&self) -> u64 {
        self.parts.iter().map(|part| part.sent).sum()
    }

    /// Why it may not be sent like that; `None` when it may.
    fn objection(&self) -> Option<String> {
        let budget = BUDGETS.iter().find(|(name, _)| *name == self.name);
        let Some((name, budget)) = budget else {
            return Some(format!("the chunk « {} » has no budget", self.name));
        };
        let (sent, most) = (kilobytes(self.sent()), kilobytes(*budget));
        (self.sent() > *budget).then(|| format!("{name}: {sent} kB, and {most} are allowed"))
    }
}

/// What is above its budget, or has none, in sentences that end with what to do; empty when all is well.
pub(crate) fn objections(loads: &[Load]) -> String {
    let mut said: Vec<_> = loads.iter().filter_map(Load::objection).collect();
    if !said.is_empty() {
        said.push(CURE.to_owned());
    }
    said.join("\n")
}

/// Whether a tag of the page makes a browser load a file; an icon for a home screen is loaded when it is put there, and what
/// is only named, when the app asks for it.
fn is_loaded_by(page: &str, name: &str) -> bool {
    let Some(at) = page.find(&format!("/{name}")) else { return false };
    let tag = page[..at].rfind('<').unwrap_or_default();
    let end = page[at..].find('>').map_or(page.len(), |end| at + end);
    !page[tag..end].contains("apple-touch-icon") && !page[tag..end].starts_with("<meta")
}

fn is_encoding(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extension == "br" || extension == "gz")
}

fn length(file: &Path) -> Result<u64> {
    let about = fs::metadata(file).with_context(|| format!("{} can't be read", file.display()))?;
    Ok(about.len())
}

/// Tables for people, in thousands of bytes.
pub(crate) fn report(loads: &[Load]) -> String {
    let row = |plain: &str, sent: &str, name: &str| format!("{plain:>10} {sent:>10}  {name}");
    let mut rows = vec![row("kB", "kB brotli", "")];
    for load in loads {
        let plain = load.parts.iter().map(|part| part.plain).sum();
        rows.push(row(&kilobytes(plain), &kilobytes(load.sent()), &load.name));
        for part in &load.parts {
            let name = format!("  {}", part.name);
            rows.push(row(&kilobytes(part.plain), &kilobytes(part.sent), &name));
        }
    }
    rows.join("\n")
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

    fn load(name: &str, sent: u64) -> Load {
        let part = Part { name: String::from("a.wasm"), plain: sent, sent };
        Load { name: name.to_owned(), parts: vec![part.clone(), Part { sent: 1, ..part }] }
    }

    #[test]
    fn what_is_above_its_budget_or_has_none_is_named_with_what_to_do() {
        let fits = [load(FIRST_LOAD, 199_999), load("tour", 48_999)];
        assert_eq!(objections(&fits), "");
        let said = objections(&[load(FIRST_LOAD, 200_000), load("map", 1), load("tour", 49_099)]);
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "first load of the agenda, less the feed: 200.0 kB, and 200.0 are allowed",
                "the chunk « map » has no budget",
                "tour: 49.1 kB, and 49.0 are allowed",
                CURE,
            ]
        );
    }

    #[test]
    fn each_chunk_is_weighed_with_all_its_files() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let write = |name: &str, content: &str| fs::write(dist.path().join(name), content);
        write("shell.html", "<!--chunks texts=/s.wasm tour=/s.wasm,/t.wasm-->")?;
        write("s.wasm", "12")?;
        write("t.wasm", "123")?;
        let chunks = chunks(dist.path())?;
        let weights: Vec<_> = chunks.iter().map(|it| (it.name.as_str(), it.sent())).collect();
        assert_eq!(weights, [("texts", 2), ("tour", 5)]);
        Ok(())
    }

    #[test]
    fn the_first_load_is_the_page_and_what_it_names_less_the_feed() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let write = |name: &str, content: &str| fs::write(dist.path().join(name), content);
        let icon = "<link href=/home.png rel=apple-touch-icon><meta content=/later-1.css>";
        fs::create_dir(dist.path().join("agenda"))?;
        write(PAGE, &format!("{icon}<link href=/feed.json><script src=/a.js></script>"))?;
        write("home.png", "not before it is put on a home screen")?;
        write("a.js", "0123456789")?;
        write("a.js.br", "012")?;
        write("feed.json", "{}")?;
        write("later.png", "not on the first page")?;
        write("later-1.css", "when the app asks for it")?;
        let parts = first_load(dist.path())?;
        let names: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.sent)).collect();
        assert_eq!(names, [(PAGE, 118), ("a.js", 3)]);
        Ok(())
    }
}

//! The program of the site, made small after the bundler: what it can never do goes, and what stays is laid in an order
//! that compresses. What each step is worth is in `docs/decisions/011-less-wasm.md`.
//!
//! Nothing here may change what the program does, but for this: a panic says nothing (nobody listened: the site sets no
//! hook), it only stops the program, and `{:?}` prints nothing.

pub(super) mod bundles;
mod module;
mod order;
mod places;
mod split;
mod stubs;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest, Sha256};

use self::split::Split;
use super::{dist, page, script};
use crate::root;
use crate::run::run_for_text;
use crate::setup::Tools;

/// The program and its script in the built site.
#[derive(Debug)]
struct Pair {
    wasm: PathBuf,
    script: PathBuf,
}

/// What the other parts of the program take everything from: the first one, under the name that wasm-opt gives it.
const MAIN: &str = "a";

/// Splits the program that the bundler built, makes its parts and the script that loads them smaller, and names all of them
/// by what is in them.
pub(super) fn shrink(tools: &Tools) -> Result<()> {
    let pair = Pair {
        wasm: the_only(|name| name.ends_with("_bg.wasm"))?,
        script: the_only(|name| Path::new(name).extension().is_some_and(|it| it == "js"))?,
    };
    let Split { script, main, parts, chunks } = split::split(tools)?;
    let script = script::without_classes(&script);
    let (names, others): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let mut modules: Vec<_> = std::iter::once(main).chain(others).collect();
    let shared = shared(&modules)?;
    stubs::put(&mut modules, |export| {
        script::mentions(&script, export) || shared.iter().any(|name| name == export)
    })?;
    places::blank(&mut modules)?;

    let mut modules = modules.into_iter();
    let main = modules.next().context("the program has no first part")?;
    let (main, renamed) = smallest(tools, main, &["--minify-imports-and-exports-and-modules"])?;
    let renamed = Renamed::read(&renamed)?;
    let mut small = BTreeMap::new();
    for (name, part) in names.into_iter().zip(modules) {
        let (part, _) = smallest(tools, part, &[])?;
        let part = module::with_imports(&part, MAIN, |name| renamed.exports.get(name).cloned())?;
        small.insert(name, part);
    }
    let bundles = bundles::bundle(small, chunks);
    let mut files = HashMap::new();
    for (name, part) in bundles.files {
        let file = format!("qsec2-{name}-{}.wasm", hash(&[&part]));
        fs::write(dist().join(&file), part).context("a part can't be written into dist/")?;
        files.insert(name, format!("/{file}"));
    }
    let files_of =
        |parts: Vec<String>| parts.iter().filter_map(|it| files.get(it).cloned()).collect();
    let chunks = bundles.chunks.into_iter();
    let chunks = chunks.map(|(chunk, parts)| (chunk, files_of(parts))).collect();
    let script = script::with_loaders(&script, &chunks)?;
    fs::write(&pair.script, script::renamed(&script, &renamed)?)
        .context("the script can't be written")?;
    script::minify(tools, &pair.script)?;
    fs::write(&pair.wasm, main).context("the wasm can't be written into dist/")?;
    page::name_chunks(&chunks)?;
    rename(&pair)
}

/// The names of what the other parts take from the first.
fn shared(modules: &[Vec<u8>]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for module in modules.iter().skip(1) {
        names.extend(module::imports(module)?.into_iter().map(str::to_owned));
    }
    // The script calls the program back through it.
    names.push(String::from("__indirect_function_table"));
    Ok(names)
}

/// A module as small as it gets, its functions in an order that compresses; and what wasm-opt says in the end.
fn smallest(tools: &Tools, wasm: Vec<u8>, last: &[&str]) -> Result<(Vec<u8>, String)> {
    let work = root().join("target/site/program.wasm");
    let write = |wasm: Vec<u8>| fs::write(&work, wasm).context("target/site can't be written");
    let read = || fs::read(&work).context("the optimised wasm can't be read");
    write(wasm)?;
    optimise(tools, &work, &["-g", "-O2", "--low-memory-unused", "--dealign"])?;
    let wasm = read()?;
    write(module::with_names(&wasm, &order::names(&order::by_likeness(&module::bodies(&wasm)?)))?)?;
    let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    let stack = ["--generate-stack-ir", "--optimize-stack-ir"];
    let passes = [&["--reorder-functions-by-name"], last, &strip, &stack].concat();
    let said = optimise(tools, &work, &passes)?;
    Ok((read()?, said))
}

/// What wasm-opt called what the wasm takes from the script, and what it gives it.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    /// By the name that wasm-bindgen gave.
    pub(super) imports: HashMap<String, String>,
    /// By the name that wasm-bindgen gave.
    pub(super) exports: HashMap<String, String>,
}

impl Renamed {
    fn read(json: &str) -> Result<Self> {
        let value: serde_json::Value =
            serde_json::from_str(json).context("wasm-opt's list of names can't be read")?;
        let list = |key: &str| -> Result<HashMap<_, _>> {
            let rows = value.get(key).and_then(serde_json::Value::as_array);
            let mut map = HashMap::new();
            for row in rows.with_context(|| format!("wasm-opt's list has no {key}"))? {
                // An import is its module, its name and its new name; an export has no module.
                let texts: Vec<_> = row.as_array().into_iter().flatten().collect();
                let texts: Vec<_> = texts.iter().filter_map(|text| text.as_str()).collect();
                let [.., old, new] = texts[..] else { continue };
                map.insert(old.to_owned(), new.to_owned());
            }
            Ok(map)
        };
        Ok(Self { imports: list("imports")?, exports: list("exports")? })
    }
}

/// Runs wasm-opt on a file in place; what it prints.
fn optimise(tools: &Tools, file: &Path, passes: &[&str]) -> Result<String> {
    let mut command = Command::new("wasm-opt");
    command.arg(file).args(passes).arg("-o").arg(file).current_dir(root());
    tools.lend_to(&mut command)?;
    run_for_text(&mut command)
}

/// The one file of the built site whose name is of a kind.
fn the_only(is_of_kind: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dist()).context("dist/ can't be read")? {
        let entry = entry.context("dist/ can't be read")?;
        if is_of_kind(&entry.file_name().to_string_lossy()) {
            found.push(entry.path());
        }
    }
    ensure!(found.len() == 1, "the bundler should have made one such file: {found:?}");
    found.pop().context("the bundler made no such file")
}

/// Puts a hash of both into both names, for the bundler's was made before they changed; browsers keep them for a year.
fn rename(pair: &Pair) -> Result<()> {
    let contents =
        [&pair.wasm, &pair.script].map(|file| fs::read(file).context("dist/ can't be read"));
    let [wasm, script] = contents;
    let hash = hash(&[&wasm?, &script?]);
    let page_file = dist().join("index.html");
    let mut page = fs::read_to_string(&page_file).context("index.html can't be read")?;
    for file in [&pair.wasm, &pair.script] {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let new = with_hash(&name, &hash).with_context(|| format!("{name} carries no hash"))?;
        page = page.replace(&format!("/{name}"), &format!("/{new}"));
        fs::rename(file, dist().join(new)).with_context(|| format!("{name} can't be renamed"))?;
    }
    fs::write(&page_file, page).context("index.html can't be written")
}

/// 64 bits of the digest of some contents.
pub(super) fn hash(contents: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for content in contents {
        digest.update(content);
    }
    let mut hash = format!("{:x}", digest.finalize());
    hash.truncate(16);
    hash
}

/// `site-0123456789abcdef_bg.wasm` with another hash.
fn with_hash(name: &str, hash: &str) -> Option<String> {
    let (start, rest) = name.rsplit_once('-')?;
    let end = rest.find(|sign: char| !sign.is_ascii_hexdigit())?;
    // The bundler writes 64 bits without leading zeros.
    (10..=hash.len()).contains(&end).then(|| format!("{start}-{hash}{}", &rest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_another_hash_and_keeps_the_rest() {
        let hash = "fedcba9876543210";
        let named = |name| with_hash(name, hash);
        assert_eq!(
            named("a-b-0123456789abcdef_bg.wasm"),
            Some(String::from("a-b-fedcba9876543210_bg.wasm"))
        );
        assert_eq!(named("a-0123456789abcdef.js"), Some(String::from("a-fedcba9876543210.js")));
        assert_eq!(named("a.js"), None);
        assert_eq!(named("a-b.js"), None);
    }

    #[test]
    fn the_names_of_wasm_opt_are_read() -> Result<()> {
        let renamed = Renamed::read(
            r#"{"imports": [["./a.js", "__wbg_now_1", "$"]], "exports": [["memory", "a"]]}"#,
        )?;
        assert_eq!(renamed.imports.get("__wbg_now_1").map(String::as_str), Some("$"));
        assert_eq!(renamed.exports.get("memory").map(String::as_str), Some("a"));
        assert!(Renamed::read("{}").is_err());
        Ok(())
    }
}

//! The program taken apart: what a first visit needs, and a file for each part that comes later (`src/pages/lazy.rs`).
//!
//! The bundler builds the program with its relocations, which say what needs what. Whatever only the marked functions need
//! moves with them; what two parts need, and the start does not, becomes a part that comes with either. The parts share
//! memory, stack and table, and reach each other's functions through the table, so that no name is shared but these three.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::root;
use crate::run::run;
use crate::setup::Tools;

/// What the bundler had cargo build.
const BUILT: &str = "target/wasm32-unknown-unknown/wasm-release/qsec2.wasm";

/// The program in parts, not yet made smaller.
#[derive(Debug)]
pub(super) struct Split {
    /// What loads the first part, as wasm-bindgen wrote it.
    pub(super) script: String,
    /// What a first visit needs.
    pub(super) main: Vec<u8>,
    /// The other parts, by name.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
    /// For each chunk of `src/pages/lazy.rs`, the parts that it is made of.
    pub(super) chunks: BTreeMap<String, Vec<String>>,
}

/// Takes apart what the bundler built, and lets wasm-bindgen write the script of the first part.
pub(super) fn split(tools: &Tools) -> Result<Split> {
    let folder = root().join("target/site/split");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("target/site/split can't be emptied")?;
    }
    let main = folder.join("qsec2.wasm");
    let built = fs::read(artifact()).with_context(|| format!("{BUILT} can't be read"))?;
    let mut options = Options::new(&built);
    (options.output_dir, options.main_out_path) = (&folder, &main);
    let split =
        transform(options).map_err(|error| anyhow!("the wasm can't be split: {error:#}"))?;
    ensure!(split.prefetch_map.len() > 1, "the wasm holds no marks to split it at");
    let mut parts = BTreeMap::new();
    for file in &split.split_modules {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        parts.insert(short(&name), fs::read(file).with_context(|| format!("{name} is gone"))?);
    }
    let names = |(chunk, names): (String, Vec<String>)| {
        (chunk, names.iter().map(|name| short(name)).collect())
    };
    let chunks = HashMap::into_iter(split.prefetch_map).map(names).collect();
    bind(tools, &main, &folder)?;
    let script = fs::read_to_string(folder.join("bound/qsec2.js"))
        .context("wasm-bindgen wrote no script")?;
    let main =
        fs::read(folder.join("bound/qsec2_bg.wasm")).context("wasm-bindgen wrote no wasm")?;
    Ok(Split { script, main, parts, chunks })
}

fn artifact() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(target) => root().join(target).join(BUILT.trim_start_matches("target/")),
        None => root().join(BUILT),
    }
}

/// `split_tour` is `tour`; what several need is `shared-3`.
fn short(name: &str) -> String {
    match name.strip_prefix("chunk_") {
        Some(number) => format!("shared-{number}"),
        None => name.trim_start_matches("split_").to_owned(),
    }
}

fn bind(tools: &Tools, main: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "qsec2"]);
    // The stack and the table, which the other parts take.
    bindgen.arg("--keep-lld-exports");
    bindgen.arg("--out-dir").arg(folder.join("bound")).arg(main).current_dir(root());
    tools.lend_to(&mut bindgen)?;
    run(&mut bindgen)
}

//! The service worker: `offline/worker.js` in one script, and before it the list of the files that it keeps as one release.
//!
//! What is listed must be whole and final: a browser refuses a release of which one file is not as listed.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::inputs::files_below;
use super::sizes::kilobytes;
use super::{dist, encodings};
use crate::root;
use crate::run::run;
use crate::setup::Tools;

/// The page without content, from which the site draws any address when there is no network.
const SHELL: &str = "shell.html";

/// Makes `shell.html` of the bundler's page, and `sw.js`. Says what they weigh: neither is part of the first load.
pub(super) fn write(tools: &Tools) -> Result<()> {
    fs::copy(dist().join("index.html"), dist().join(SHELL)).context("shell.html can't be made")?;
    let script = dist().join("sw.js");
    let mut esbuild = Command::new("esbuild");
    esbuild.arg("offline/worker.js").args(["--bundle", "--minify", "--format=iife"]);
    esbuild.args(["--target=es2020", r#"--define:process.env.NODE_ENV="production""#]);
    esbuild.arg("--log-level=warning").arg(format!("--outfile={}", script.display()));
    esbuild.current_dir(root());
    tools.lend_to(&mut esbuild)?;
    run(&mut esbuild)?;
    let bundled = fs::read_to_string(&script).context("sw.js can't be read")?;
    let files = kept(&dist())?;
    let whole = format!("self.__WB_MANIFEST={};\n{bundled}", Value::from(files.list));
    let sent = encodings::brotli(whole.as_bytes())?.len() as u64;
    eprintln!(
        "{:>21}  sw.js, after the first load; it keeps {} kB of files on the device",
        kilobytes(sent),
        kilobytes(files.bytes)
    );
    fs::write(&script, whole).context("sw.js can't be written")
}

/// What the worker keeps, as Workbox lists it, and how many bytes that is.
struct Kept {
    list: Vec<Value>,
    bytes: u64,
}

/// Every file that the site needs to open without a network. Not the feed, which the site keeps itself; not the pages with
/// their content, which the site draws; not pictures that only other sites show.
fn kept(dist: &Path) -> Result<Kept> {
    let mut kept = Kept { list: Vec::new(), bytes: 0 };
    for file in files_below(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if is_kept(&name) {
            let content =
                fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
            let digest = Sha256::digest(&content);
            let revision = (!has_hashed_name(&name)).then(|| format!("{digest:.16x}"));
            let integrity = format!("sha256-{}", STANDARD.encode(digest));
            let url = format!("/{name}");
            kept.list.push(json!({ "url": url, "revision": revision, "integrity": integrity }));
            kept.bytes += content.len() as u64;
        }
    }
    Ok(kept)
}

fn is_kept(name: &str) -> bool {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    match extension {
        "js" | "wasm" | "css" => name != "sw.js",
        "woff2" | "webmanifest" => true,
        "svg" | "png" => stem.starts_with("icon"),
        _ => name == SHELL,
    }
}

/// Whether the bundler put a hash of the content into the name; then the name says all, and it may come from any cache.
fn has_hashed_name(name: &str) -> bool {
    let Some((stem, "js" | "wasm" | "css")) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    (10..=16).contains(&hash.len())
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_keeps_the_shell_and_what_it_loads_and_nothing_else() -> Result<()> {
        let dist = tempfile::tempdir()?;
        for name in [
            "404.html",
            "agenda/index.html",
            "feed.json",
            "feed/2018-01.0123456789abcdef.json",
            "fonts/LICENSE.txt",
            "fonts/a.woff2",
            "icon.svg",
            "icon.svg.br",
            "index.html",
            "manifest.webmanifest",
            "og/agenda.png",
            "qsec2-0123456789abcdef.js",
            "qsec2-0123456789abcdef_bg.wasm",
            "qsec2-0123456789abcdef_bg.wasm.gz",
            "shell.html",
            "sw.js",
        ] {
            let file = dist.path().join(name);
            fs::create_dir_all(file.parent().context("it has a folder")?)?;
            fs::write(file, "abc")?;
        }
        let kept = kept(dist.path())?;
        // The digest of « abc », from the standard's examples.
        let integrity = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let revision = "ba7816bf8f01cfea";
        let listed = [
            ("/fonts/a.woff2", Some(revision)),
            ("/icon.svg", Some(revision)),
            ("/manifest.webmanifest", Some(revision)),
            ("/qsec2-0123456789abcdef.js", None),
            ("/qsec2-0123456789abcdef_bg.wasm", None),
            ("/shell.html", Some(revision)),
        ];
        let expected = listed.map(
            |(url, revision)| json!({ "url": url, "revision": revision, "integrity": integrity }),
        );
        assert_eq!((Value::from(kept.list), kept.bytes), (Value::from(expected.to_vec()), 18));
        Ok(())
    }
}

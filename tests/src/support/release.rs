//! Another release of the built site: the same in all that one sees, with other names for the files that have a hash in theirs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::Outcome;
use super::server::dist;

/// A built site in a folder of its own, as another build would have made it.
#[derive(Debug)]
pub struct Release {
    folder: TempDir,
}

impl Release {
    /// Copies the built site. The pages say `name` in `<meta name=release>`, the script in `release`.
    ///
    /// # Errors
    /// When the site was not built.
    pub fn named(name: &str) -> Outcome<Self> {
        let (site, folder) = (dist()?, tempfile::tempdir()?);
        let files = files_below(&site)?;
        let hashes: BTreeSet<_> = files.iter().filter_map(|file| hash(file)).collect();
        let said_by_page = format!("<meta name=release content={name}><meta charset");
        let said_by_script = format!("\nglobalThis.release=\"{name}\";\n");
        for file in &files {
            let mut content = fs::read(site.join(file))?;
            if let Ok(text) = str::from_utf8(&content) {
                let mut text = renamed(text, &hashes);
                match file.rsplit_once('.') {
                    Some((_, "html")) => text = text.replacen("<meta charset", &said_by_page, 1),
                    Some((_, "js")) if hash(file).is_some() => text.push_str(&said_by_script),
                    _ => {}
                }
                content = text.into_bytes();
            }
            let copy = folder.path().join(renamed(file, &hashes));
            fs::create_dir_all(copy.parent().unwrap_or(folder.path()))?;
            fs::write(copy, content)?;
        }
        let release = Self { folder };
        release.list_again()?;
        Ok(release)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a text in place of one of its files, which its worker does not know of.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put(&self, file: &str, text: &str) -> Outcome {
        let file = self.folder.path().join(file);
        fs::create_dir_all(file.parent().unwrap_or(self.folder()))?;
        Ok(fs::write(file, text)?)
    }

    /// Writes the worker's list of files anew, from what they are now.
    fn list_again(&self) -> Outcome {
        let worker = self.folder.path().join("sw.js");
        let script = fs::read_to_string(&worker)?;
        let (list, rest) = script.split_once(";\n").ok_or("sw.js begins with no list")?;
        let list = list.strip_prefix("self.__WB_MANIFEST=").ok_or("sw.js begins with no list")?;
        let mut list: Vec<Value> = serde_json::from_str(list)?;
        for entry in &mut list {
            let url = entry["url"].as_str().ok_or("a file in the list has no url")?;
            let digest = Sha256::digest(fs::read(self.folder.path().join(&url[1..]))?);
            if !entry["revision"].is_null() {
                entry["revision"] = format!("{digest:.16x}").into();
            }
            if !entry["integrity"].is_null() {
                entry["integrity"] = format!("sha256-{}", STANDARD.encode(digest)).into();
            }
        }
        let list = serde_json::to_string(&list)?;
        Ok(fs::write(worker, format!("self.__WB_MANIFEST={list};\n{rest}"))?)
    }
}

/// The hash in the name of a script, a style sheet or a wasm.
fn hash(file: &str) -> Option<String> {
    let (stem, extension) = file.rsplit_once('.')?;
    let (_, hash) = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-')?;
    let is_hash = hash.len() >= 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hash && ["js", "wasm", "css"].contains(&extension)).then(|| hash.to_owned())
}

/// Every hash turned around: as long, as hexadecimal, and another.
fn renamed(text: &str, hashes: &BTreeSet<String>) -> String {
    let turned =
        |text: String, hash: &String| text.replace(hash, &hash.chars().rev().collect::<String>());
    hashes.iter().fold(text.to_owned(), turned)
}

/// The files below a folder, relative to it, less their encodings.
fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if !path.extension().is_some_and(|it| it == "br" || it == "gz") {
                files.push(path.to_string_lossy().into_owned());
            }
        }
    }
    Ok(files)
}

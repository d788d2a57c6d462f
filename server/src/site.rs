//! The built site in memory: every file of the folder, by the path it is asked for.
//!
//! Read once, at start. A request can only name an entry of this map: there is no way from an address to a file outside.

pub mod asset;
pub mod compression;
pub mod packed;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use asset::Asset;

/// The path of the page without content.
const SHELL: &str = "/shell.html";

/// Every file of a built site.
#[derive(Debug)]
pub struct Site {
    assets: HashMap<String, Asset>,
    shell: Asset,
}

/// The site can't be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// There is no built site in the folder.
    #[error("no built site in {0}: it has no shell.html; build one with `cargo xtask build`")]
    Missing(PathBuf),
    /// A file can't be read.
    #[error("the site's {0} can't be read: {1}")]
    Unreadable(PathBuf, io::Error),
}

impl Site {
    /// Reads every file below a folder. `x.br` and `x.gz` beside `x` become its encodings, not files of their own. The feed
    /// and its slices are left to the [`LiveFeed`](crate::live_feed::LiveFeed).
    ///
    /// # Errors
    /// When the folder has no `shell.html`, or when something in it can't be read.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        if !folder.join(&SHELL[1..]).is_file() {
            return Err(SiteError::Missing(folder.to_owned()));
        }
        let mut files = HashMap::new();
        read_below(folder, "", &mut files)?;
        let assets = files.iter().filter(|(path, _)| !is_encoding_of_another(path, &files));
        let assets = assets.map(|(path, bytes)| {
            let mut asset = Asset::new(path, bytes.clone());
            asset.brotli = files.get(&format!("{path}.br")).cloned().map(Into::into);
            asset.gzip = files.get(&format!("{path}.gz")).cloned().map(Into::into);
            (path.clone(), asset)
        });
        let assets: HashMap<_, _> = assets.collect();
        let shell = assets.get(SHELL).cloned();
        let shell = shell.ok_or_else(|| SiteError::Missing(folder.to_owned()))?;
        // Pages that the build drew for hosts without a server are not sent by one: it draws them on the day.
        let assets = assets.into_iter().filter(|(path, _)| path == SHELL || !is_page(path));
        Ok(Self { assets: assets.collect(), shell })
    }

    /// The file at a decoded, `/`-led path.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }

    /// The page without content, that the app draws any page into.
    pub fn shell(&self) -> &Asset {
        &self.shell
    }

    /// How many files there are beside the page.
    pub fn len(&self) -> usize {
        self.assets.len()
    }

    /// Whether there is nothing beside the page.
    pub fn is_empty(&self) -> bool {
        self.assets.is_empty()
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "html")
}

/// Whether it is the site's own feed, or the folder of its slices.
fn is_the_feeds(path: &str) -> bool {
    path.strip_prefix("/feed")
        .is_some_and(|rest| matches!(rest, "" | ".json" | ".json.br" | ".json.gz"))
}

fn is_encoding_of_another(path: &str, files: &HashMap<String, Vec<u8>>) -> bool {
    let plain = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
    plain.is_some_and(|plain| files.contains_key(plain))
}

fn read_below(
    folder: &Path,
    prefix: &str,
    files: &mut HashMap<String, Vec<u8>>,
) -> Result<(), SiteError> {
    let unreadable = |error| SiteError::Unreadable(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if is_the_feeds(&path) {
            continue;
        }
        if entry.path().is_dir() {
            read_below(&entry.path(), &path, files)?;
        } else {
            let bytes = fs::read(entry.path());
            files.insert(path, bytes.map_err(|error| SiteError::Unreadable(entry.path(), error))?);
        }
    }
    Ok(())
}

//! The sitemap of one version of the feed: each of its files is made when it is first asked for, and kept.

use std::sync::OnceLock;

use qsec2_domain::feed::Feed;
use qsec2_site::head::sitemap::{self, EACH};

use crate::site::asset::digest;
use crate::site::packed::Packed;

/// The files of a sitemap, those that were asked for.
#[derive(Debug, Default)]
pub struct Sitemap(OnceLock<Vec<(String, OnceLock<Option<Part>>)>>);

/// A file.
#[derive(Debug)]
pub struct Part {
    /// Its content.
    pub content: Packed,
    /// What tells it from any other content.
    pub digest: String,
}

impl Sitemap {
    /// The file of this name, of the sitemap of this feed under this origin, which are the same at each call. `None` when
    /// there is none such. Takes a while the first time.
    pub fn file(&self, feed: &Feed, origin: &str, name: &str) -> Option<&Part> {
        let files = self.0.get_or_init(|| {
            let names = sitemap::names(feed, EACH).into_iter();
            names.map(|name| (name, OnceLock::new())).collect()
        });
        let (_, part) = files.iter().find(|(known, _)| known == name)?;
        let made = part.get_or_init(|| {
            let xml = sitemap::file(feed, origin, EACH, name)?;
            Some(Part { content: Packed::new(xml.as_bytes()), digest: digest(xml.as_bytes()) })
        });
        made.as_ref()
    }
}

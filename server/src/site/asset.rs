//! One file of the site in its encodings, with the headers that it is answered with.
//!
//! Knows nothing of requests: [`crate::routes`] picks the encoding.

use axum::body::Bytes;
use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::negotiation::Encoding;

/// How long a browser may keep something without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// For good: its name changes with its content.
    Immutable,
    /// It asks each time, and is told that nothing changed.
    Revalidated,
}

impl Caching {
    /// The value of `Cache-Control`.
    pub const fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidated => "no-cache",
        })
    }
}

/// Content with its encodings made beforehand.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// How long it may be kept.
    pub caching: Caching,
    /// The content.
    pub identity: Bytes,
    /// The content in brotli, if it was worth making.
    pub brotli: Option<Bytes>,
    /// The content in gzip, if it was worth making.
    pub gzip: Option<Bytes>,
    digest: String,
}

impl Asset {
    /// What stands at a `/`-led path; its name tells its type and how long it may be kept.
    pub fn new(path: &str, content: impl Into<Bytes>) -> Self {
        let identity = content.into();
        let digest = URL_SAFE_NO_PAD.encode(&Sha256::digest(&identity)[..15]);
        Self {
            content_type: HeaderValue::from_static(content_type(path)),
            caching: if has_hashed_name(path) { Caching::Immutable } else { Caching::Revalidated },
            identity,
            brotli: None,
            gzip: None,
            digest,
        }
    }

    /// The content in an encoding, if it was made.
    pub fn encoded(&self, encoding: Encoding) -> Option<&Bytes> {
        match encoding {
            Encoding::Brotli => self.brotli.as_ref(),
            Encoding::Gzip => self.gzip.as_ref(),
            Encoding::Identity => Some(&self.identity),
        }
    }

    /// The strong entity tag of an encoding, quotes included.
    pub fn etag(&self, encoding: Encoding) -> String {
        format!("\"{}{}\"", self.digest, encoding.tag_suffix())
    }

    /// Whether the answer depends on `Accept-Encoding`.
    pub fn varies(&self) -> bool {
        self.brotli.is_some() || self.gzip.is_some()
    }
}

/// The media types that the site is made of; what is text is UTF-8.
fn content_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "ics" => "text/calendar; charset=utf-8",
        other => mime_guess::from_ext(other).first_raw().unwrap_or("application/octet-stream"),
    }
}

/// Whether the bundler put a hash of the content into the name: `style-3f2a91c07be4d511.css`, `qsec2-…_bg.wasm`.
fn has_hashed_name(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let Some((stem, "js" | "wasm" | "css")) = name.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else {
        return false;
    };
    // Hashes are 64 bits, written without leading zeros.
    (10..=16).contains(&hash.len())
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_may_be_kept_for_good() {
        assert!(has_hashed_name("/qsec2-3f2a91c07be4d511.js"));
        assert!(has_hashed_name("/qsec2-3f2a91c07be4d511_bg.wasm"));
        assert!(has_hashed_name("/style-f2a91c07be4d511.css"));
        for path in [
            "/feed.json",
            "/sw.js",
            "/style.css",
            "/icon-180.png",
            "/a-b.js",
            "/x-3f2a91c07be4d511",
        ] {
            assert!(!has_hashed_name(path), "{path}");
        }
    }

    #[test]
    fn what_browsers_are_strict_about_has_its_exact_type() {
        for (path, expected) in [
            ("/a_bg.wasm", "application/wasm"),
            ("/manifest.webmanifest", "application/manifest+json"),
            ("/map.geojson", "application/geo+json"),
            ("/a.js", "text/javascript; charset=utf-8"),
            ("/icon.svg", "image/svg+xml"),
            ("/fonts/a.woff2", "font/woff2"),
            ("/unknown", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }

    #[test]
    fn the_same_content_has_the_same_tag_and_each_encoding_its_own() {
        let (one, other) = (Asset::new("/a.txt", "a"), Asset::new("/a.txt", "b"));
        assert_eq!(
            one.etag(Encoding::Identity),
            Asset::new("/b.txt", "a").etag(Encoding::Identity)
        );
        assert_ne!(one.etag(Encoding::Identity), other.etag(Encoding::Identity));
        assert_ne!(one.etag(Encoding::Brotli), one.etag(Encoding::Gzip));
    }
}

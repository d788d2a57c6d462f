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
    /// Five minutes, whoever keeps it: programs that subscribe ask each hour or less, and many ask at once.
    Subscribed,
}

impl Caching {
    /// By the name of what stands at a path.
    pub fn of(path: &str) -> Self {
        if has_hashed_name(path) { Self::Immutable } else { Self::Revalidated }
    }

    /// The value of `Cache-Control`.
    pub const fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidated => "no-cache",
            Self::Subscribed => "public, max-age=300",
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

/// What tells some content from any other.
pub fn digest(content: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..15])
}

/// The strong entity tag of content in an encoding, quotes included.
pub fn etag(digest: &str, encoding: Encoding) -> String {
    format!("\"{digest}{}\"", encoding.tag_suffix())
}

impl Asset {
    /// What stands at a `/`-led path; its name tells its type and how long it may be kept.
    pub fn new(path: &str, content: impl Into<Bytes>) -> Self {
        let identity = content.into();
        let digest = digest(&identity);
        Self {
            content_type: content_type(path),
            caching: Caching::of(path),
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

    /// What tells its content from any other.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The encodings that there are.
    pub fn encodings(&self) -> Vec<Encoding> {
        let all = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];
        all.into_iter().filter(|encoding| self.encoded(*encoding).is_some()).collect()
    }
}

/// The media types that the site is made of; what is text is UTF-8.
pub fn content_type(path: &str) -> HeaderValue {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    HeaderValue::from_static(match extension {
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
    })
}

/// Whether a hash of the content is in the name: the bundler's `style-3f2a91c07be4d511.css` and `qsec2-…_bg.wasm`, or
/// that of a slice, `ids.3f2a91c07be4d511.bin`.
fn has_hashed_name(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    // The bundler's hashes are 64 bits, written without leading zeros.
    let (hash, digits) = match name.rsplit_once('.') {
        Some((stem, "js" | "wasm" | "css")) => {
            (stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-'), 10..=16)
        }
        Some((stem, "json" | "bin")) => (stem.rsplit_once('.'), 16..=16),
        _ => return false,
    };
    hash.is_some_and(|(_, hash)| {
        digits.contains(&hash.len())
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_may_be_kept_for_good() {
        assert!(has_hashed_name("/qsec2-3f2a91c07be4d511.js"));
        assert!(has_hashed_name("/qsec2-3f2a91c07be4d511_bg.wasm"));
        assert!(has_hashed_name("/style-f2a91c07be4d511.css"));
        assert!(has_hashed_name("/feed/events-2018-01.3f2a91c07be4d511.json"));
        assert!(has_hashed_name("/feed/catalogue.3f2a91c07be4d511.bin"));
        for path in [
            "/feed.json",
            "/sw.js",
            "/style.css",
            "/icon-180.png",
            "/a-b.js",
            "/x-3f2a91c07be4d511",
            "/feed/3f2a91c07be4d511.json",
            "/feed/ids.f2a91c07be4d511.bin",
            "/feed/ids-3f2a91c07be4d511.bin",
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
            ("/feed/ids.3f2a91c07be4d511.bin", "application/octet-stream"),
            ("/unknown", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }

    #[test]
    fn the_same_content_has_the_same_tag_and_each_encoding_its_own() {
        let (one, other) = (Asset::new("/a.txt", "a"), Asset::new("/a.txt", "b"));
        assert_eq!(one.digest(), Asset::new("/b.txt", "a").digest());
        assert_ne!(one.digest(), other.digest());
        assert_ne!(etag(one.digest(), Encoding::Brotli), etag(one.digest(), Encoding::Gzip));
    }
}

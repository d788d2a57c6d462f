//! What a request asks of a representation: its encoding and its freshness.
//!
//! Reads header values only; unreadable ones count as absent, never as an error.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};

/// A content coding that the server can answer in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, `br`.
    Brotli,
    /// Gzip, `gzip`.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The name in `Content-Encoding`; `None` for [`Encoding::Identity`].
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// What sets the `ETag` of this encoding apart from the others of the same content.
    pub const fn tag_suffix(self) -> &'static str {
        match self {
            Self::Brotli => "-br",
            Self::Gzip => "-gz",
            Self::Identity => "",
        }
    }
}

/// The encodings that a request accepts, the best first: highest `q`, then the smallest result.
///
/// [`Encoding::Identity`] is always among them, last if it is refused: an answer that can be read beats a 406.
pub fn accepted_encodings(headers: &HeaderMap) -> Vec<Encoding> {
    let wishes = Wishes::read(headers);
    let all = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];
    let mut ranked: Vec<_> = all
        .into_iter()
        .map(|encoding| (wishes.quality(encoding), encoding))
        .filter(|(quality, encoding)| *quality > 0 || *encoding == Encoding::Identity)
        .collect();
    ranked.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    ranked.into_iter().map(|(_, encoding)| encoding).collect()
}

/// Qualities in thousandths, by coding name.
struct Wishes(Vec<(String, u16)>);

impl Wishes {
    fn read(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        Self(lines.flat_map(|line| line.split(',')).filter_map(wish).collect())
    }

    /// An unnamed `identity` is acceptable, but after everything that was asked for by name.
    fn quality(&self, encoding: Encoding) -> u16 {
        let name = encoding.name().unwrap_or("identity");
        let named = self.named(name).or_else(|| self.named("*"));
        named.unwrap_or(u16::from(encoding == Encoding::Identity))
    }

    fn named(&self, name: &str) -> Option<u16> {
        self.0.iter().find(|(named, _)| named == name).map(|(_, quality)| *quality)
    }
}

fn wish(item: &str) -> Option<(String, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next()?.to_ascii_lowercase();
    let name = if name == "x-gzip" { "gzip".to_owned() } else { name };
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    match weight {
        None => Some((name, 1000)),
        Some(weight) => weight_in_thousandths(weight).map(|weight| (name, weight)),
    }
}

fn weight_in_thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

/// Whether the request already has the representation with this entity tag (quotes included).
///
/// Compared weakly, as `If-None-Match` wants it: a proxy may have weakened the tag on its way.
pub fn has_already(headers: &HeaderMap, etag: &str) -> bool {
    let lines = headers.get_all(IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|candidate| {
        candidate == "*" || candidate.strip_prefix("W/").unwrap_or(candidate) == etag
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Encoding::{Brotli, Gzip, Identity};
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    fn accepted(value: &str) -> Vec<Encoding> {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(ACCEPT_ENCODING, value);
        }
        accepted_encodings(&headers)
    }

    #[test]
    fn the_smaller_encoding_wins_when_both_are_welcome() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), [Brotli, Gzip, Identity]);
        assert_eq!(accepted("GZIP"), [Gzip, Identity]);
        assert_eq!(accepted("*"), [Brotli, Gzip, Identity]);
    }

    #[test]
    fn a_weight_outranks_size_and_zero_refuses() {
        assert_eq!(accepted("br;q=0.5, gzip;q=0.8"), [Gzip, Brotli, Identity]);
        assert_eq!(accepted("br;q=0, *;q=0.1"), [Gzip, Identity]);
        assert_eq!(accepted("identity, br;q=0.2"), [Identity, Brotli]);
    }

    #[test]
    fn nothing_asked_or_nothing_readable_is_answered_as_it_is() {
        assert_eq!(accepted_encodings(&HeaderMap::new()), [Identity]);
        assert_eq!(accepted("br;q=2, gzip;q=0.1234, ;;,"), [Identity]);
        assert_eq!(accepted("identity;q=0"), [Identity]);
    }

    #[test]
    fn a_tag_is_found_in_a_list_even_weakened() -> Result<(), axum::http::header::InvalidHeaderValue>
    {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, HeaderValue::from_str(r#""a", W/"b-br""#)?);
        assert!(has_already(&headers, r#""b-br""#));
        assert!(!has_already(&headers, r#""b""#));
        Ok(())
    }

    proptest! {
        #[test]
        fn no_header_panics_and_identity_is_always_left(value in "[ -~]{0,40}") {
            prop_assert!(accepted(&value).contains(&Identity));
        }
    }
}

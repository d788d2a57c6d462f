//! The only addresses that are ever made clickable.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// An absolute address with the scheme `https:`, `http:`, `mailto:` or `tel:`, without blanks or control characters,
/// at most 2,000 bytes long.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Link(Box<str>);

impl Link {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host of a web address, without `www.`, to name a link that has no other name.
    pub fn host(&self) -> Option<&str> {
        let rest = self.0.strip_prefix("https://").or_else(|| self.0.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next()?;
        let host = host.rsplit('@').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not an address that may be made clickable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a link: use https:, http:, mailto: or tel:")]
pub struct NotALink;

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        let (scheme, rest) = text.split_once(':').ok_or(NotALink)?;
        let scheme = scheme.to_ascii_lowercase();
        let web = matches!(scheme.as_str(), "https" | "http");
        let known = web || matches!(scheme.as_str(), "mailto" | "tel");
        let complete = !web || rest.strip_prefix("//").is_some_and(|host| !host.is_empty());
        let clean = !rest.is_empty()
            && text.len() <= 2000
            && !text.chars().any(|c| {
                c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            });
        if known && complete && clean {
            Ok(Self(format!("{scheme}:{rest}").into()))
        } else {
            Err(NotALink)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_schemes_are_links() {
        for text in [
            "https://www.espgg.org/",
            "http://a.fr",
            "mailto:a@b.fr",
            "tel:+33140795815",
            "HTTPS://A.fr",
        ] {
            assert!(text.parse::<Link>().is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            " https://a.fr",
            "java\nscript:x",
            "//a.fr",
            "www.a.fr",
            "https:",
            "https://",
            "file:///etc/passwd",
            "https://a.fr/\u{202e}x",
            "vbscript:x",
            "https:/a.fr",
        ] {
            assert_eq!(text.parse::<Link>(), Err(NotALink), "{text}");
        }
    }

    #[test]
    fn a_link_is_named_by_its_host() {
        let host =
            |text: &str| text.parse::<Link>().ok().and_then(|link| link.host().map(str::to_owned));
        assert_eq!(host("https://www.espgg.org/a?b").as_deref(), Some("espgg.org"));
        assert_eq!(host("tel:+331"), None);
    }
}

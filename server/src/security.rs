//! The headers that every answer carries, so that a browser does nothing that the site did not mean.
//!
//! Computed once, from the page that is served: its inline scripts are allowed by their hash, nothing else inline ever is.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use qsec2_site::components::filters::CLOSE_ON_PHONES;
use qsec2_site::widget::STYLE;

use crate::state::PublicUrl;

/// Only features that Chromium knows: it calls any other an error in its console. Sharing and the clipboard, which it knows
/// on some systems only, are left at their default, the site's own pages.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
fullscreen=(self), geolocation=(self), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), \
midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), \
xr-spatial-tracking=()";

/// Who may show an answer inside a page of theirs. Put into the extensions of an answer by whoever gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Framing {
    /// Nobody; the site's own pages show some of it only as what it is.
    #[default]
    ByNobody,
    /// Anyone: the widget, which has no script, no form, and nothing that a click could be stolen for.
    ByAnyone,
}

/// The headers of every answer, computed once.
#[derive(Debug)]
pub struct Security {
    pages: HeaderMap,
    widget: HeaderMap,
}

impl Security {
    /// The headers for a site whose page is `index`. Over `https`, browsers are also told to stay there.
    pub fn new(index: &str, public_url: Option<&PublicUrl>) -> Self {
        let is_secure = public_url.is_some_and(PublicUrl::is_secure);
        let upgrade = if is_secure { "; upgrade-insecure-requests" } else { "" };
        let mut common = common();
        if is_secure {
            let year = HeaderValue::from_static("max-age=31536000");
            common.insert(header::STRICT_TRANSPORT_SECURITY, year);
        }
        let mut pages = common.clone();
        pages.extend([
            (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
            (RESOURCE_POLICY, HeaderValue::from_static("same-origin")),
        ]);
        with_policy(&mut pages, &[&policy(index), upgrade].concat());
        let mut widget = common;
        widget.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
        with_policy(&mut widget, &[&widget_policy(), upgrade].concat());
        Self { pages, widget }
    }

    /// The headers of an answer.
    pub const fn of(&self, framing: Framing) -> &HeaderMap {
        match framing {
            Framing::ByNobody => &self.pages,
            Framing::ByAnyone => &self.widget,
        }
    }
}

/// Who may load an answer as a part of a page.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

fn common() -> HeaderMap {
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    fixed.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect()
}

fn with_policy(headers: &mut HeaderMap, policy: &str) {
    // Hashes are base64 and the rest is ours: it always is a header value.
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// What pages may do. Frames are the widget's, shown by the page that makes one.
fn policy(index: &str) -> String {
    let scripts = inline(index, "script").into_iter().chain([CLOSE_ON_PHONES]);
    let scripts: String = scripts.map(hash_source).collect();
    let styles: String = inline(index, "style").into_iter().map(hash_source).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; style-src-attr 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
}

/// What the widget may do: be seen, in its own style.
fn widget_policy() -> String {
    let style = hash_source(STYLE);
    format!(
        "default-src 'none'; style-src{style}; form-action 'none'; frame-ancestors *; base-uri 'none'"
    )
}

fn hash_source(script: &str) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// The contents of the elements of this name that have no `src`, exactly as a browser will hash them.
fn inline<'html>(html: &'html str, name: &str) -> Vec<&'html str> {
    let (start, end) = (format!("<{name}"), format!("</{name}"));
    // ASCII lowercasing keeps every byte in its place.
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(tag) = lower[from..].find(&start).map(|at| at + from) {
        let Some(open) = lower[tag..].find('>').map(|at| at + tag) else { break };
        let Some(close) = lower[open..].find(&end).map(|at| at + open) else { break };
        let has_source = lower[tag..open].split_ascii_whitespace().any(|it| it.starts_with("src="));
        if !has_source {
            found.push(&html[open + 1..close]);
        }
        from = close + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_inline_script_is_allowed_by_the_hash_of_its_exact_text() {
        let policy = policy("<SCRIPT type=module>alert('Hello, world.');</SCRIPT>");
        // The example of the CSP specification.
        assert!(
            policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"),
            "{policy}"
        );
        // Places in the lanes are attributes of what is drawn; no element's style, and no script.
        assert_eq!(policy.matches("'unsafe-inline'").count(), 1);
        assert!(policy.contains("style-src-attr 'unsafe-inline';"));
    }

    #[test]
    fn a_script_from_a_file_needs_no_hash() {
        let html =
            r#"<script type="module" src="/a.js"></script><script>1</script><script>2</script>"#;
        assert_eq!(inline(html, "script"), ["1", "2"]);
    }

    #[test]
    fn only_over_https_are_browsers_told_to_stay_there() -> Result<(), crate::state::NotAPublicUrl>
    {
        let secure: PublicUrl = "https://agenda.example".parse()?;
        let plain: PublicUrl = "http://agenda.example".parse()?;
        for framing in [Framing::ByNobody, Framing::ByAnyone] {
            let headers = Security::new("", Some(&secure));
            let headers = headers.of(framing);
            assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
            assert!(format!("{headers:?}").contains("; upgrade-insecure-requests"));
            for url in [None, Some(&plain)] {
                let headers = Security::new("", url);
                let headers = headers.of(framing);
                assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
                assert!(!format!("{headers:?}").contains("upgrade-insecure-requests"));
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn no_page_panics_and_every_page_has_a_policy(html in "(<script>?|</script|>|src=|é|İ| )*") {
            let headers = Security::new(&html, None);
            prop_assert!(headers.of(Framing::ByNobody).contains_key(header::CONTENT_SECURITY_POLICY));
        }
    }
}

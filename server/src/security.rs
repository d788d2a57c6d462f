//! The headers that every answer carries, so that a browser does nothing that the site did not mean.
//!
//! Computed once, from the page that is served: its inline scripts are allowed by their hash, nothing else inline ever is.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use qsec2_site::components::filters::CLOSE_ON_PHONES;

use crate::state::PublicUrl;

/// Only features that Chromium knows: it calls any other an error in its console. Sharing and the clipboard, which it knows
/// on some systems only, are left at their default, the site's own pages.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
fullscreen=(self), geolocation=(self), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), \
midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), \
xr-spatial-tracking=()";

/// The headers for a site whose page is `index`. Over `https`, browsers are also told to stay there.
pub fn headers(index: &str, public_url: Option<&PublicUrl>) -> HeaderMap {
    let secure = public_url.is_some_and(PublicUrl::is_secure);
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let mut headers: HeaderMap =
        fixed.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect();
    if secure {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    // Hashes are base64 and the rest is ours: it always is a header value.
    if let Ok(policy) = HeaderValue::from_str(&content_security_policy(index, secure)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
}

fn content_security_policy(index: &str, secure: bool) -> String {
    let scripts = inline(index, "script").into_iter().chain([CLOSE_ON_PHONES]);
    let scripts: String = scripts.map(hash_source).collect();
    let styles: String = inline(index, "style").into_iter().map(hash_source).collect();
    let upgrade = if secure { "; upgrade-insecure-requests" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; style-src-attr 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'{upgrade}"
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
        let policy =
            content_security_policy("<SCRIPT type=module>alert('Hello, world.');</SCRIPT>", false);
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
        assert!(headers("", Some(&secure)).contains_key(header::STRICT_TRANSPORT_SECURITY));
        for url in [None, Some(&plain)] {
            let headers = headers("", url);
            assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
            assert!(!format!("{headers:?}").contains("upgrade-insecure-requests"));
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn no_page_panics_and_every_page_has_a_policy(html in "(<script>?|</script|>|src=|é|İ| )*") {
            prop_assert!(headers(&html, None).contains_key(header::CONTENT_SECURITY_POLICY));
        }
    }
}

//! A code to scan (QR): an address, from paper or from one screen to another. Always dark on light, with a quiet zone.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light rim that readers need, in modules.
const QUIET: i32 = 4;

/// A text as a code to scan; nothing when it is too long for one.
#[component]
pub fn Code(
    /// What it says.
    text: String,
    /// What it is called.
    label: &'static str,
) -> impl IntoView {
    let (size, path) = drawn(&text)?;
    let size = size.to_string();
    let view_box = ["0 0 ", &size, " ", &size].concat();
    Some(
        view! {
            <svg class="code" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <path class="code-paper" d=["M0 0h", &size, "v", &size, "H0z"].concat() />
                <path class="code-ink" d=path />
            </svg>
        }
        .into_any(),
    )
}

/// How wide the code is with its rim, in modules, and its dark modules as a path.
fn drawn(text: &str) -> Option<(i32, String)> {
    // What is read from a screen or printed sharply needs little repair: fewer and larger modules are worth more.
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|&x| code.get_module(x, y)).count();
            let dark = i32::try_from(dark).unwrap_or_default();
            if dark > 0 {
                // Writing to a string never fails.
                let _ = write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET);
            }
            x += dark.max(1);
        }
    }
    Some((code.size() + 2 * QUIET, path))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// The dark places of a path of ours.
    fn dark(path: &str) -> Vec<(usize, usize)> {
        let run = |run: &str| {
            let (at, rest) = run.split_once('h')?;
            let (x, y) = at.split_once(' ')?;
            let (length, _) = rest.split_once('v')?;
            let (x, y): (usize, usize) = (x.parse().ok()?, y.parse().ok()?);
            Some((x..x + length.parse::<usize>().ok()?).map(move |x| (x, y)).collect::<Vec<_>>())
        };
        path.split('M').filter_map(run).flatten().collect()
    }

    /// What a reader that is not ours finds in a code, three pixels a module.
    fn read(text: &str) -> Option<String> {
        let (size, path) = drawn(text)?;
        let (dark, size) = (dark(&path), usize::try_from(size).ok()? * 3);
        let shade = |x: usize, y: usize| if dark.contains(&(x / 3, y / 3)) { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, shade);
        let grids = image.detect_grids();
        grids.first()?.decode().ok().map(|(_, content)| content)
    }

    #[test]
    fn a_reader_finds_in_the_code_what_was_written() {
        let long = format!("https://agenda.example/agenda.ics?dep=75,93&q={}", "%C3%A9".repeat(60));
        for text in ["https://agenda.example/agenda.ics", &*long, "accents : é œ €"] {
            assert_eq!(read(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_rim_of_four_modules_stays_light_and_what_is_too_long_has_no_code() {
        let (size, path) = drawn("https://agenda.example/").unwrap_or_default();
        let inside = 4..usize::try_from(size - 4).unwrap_or_default();
        let dark = dark(&path);
        assert!(!dark.is_empty());
        assert!(dark.iter().all(|(x, y)| inside.contains(x) && inside.contains(y)));
        assert_eq!(drawn(&"x".repeat(3000)), None);
    }
}

//! Contrast measured in the picture, for what axe-core can't decide: text over drawings, bars and lines.
//!
//! The page is drawn once more without its letters; what then lies where they were is what they were read against.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::json;

use super::session::Session;
use super::{Outcome, camera};

/// A text and what it has to stand out from.
#[derive(Debug, Clone, Deserialize)]
struct Text {
    element: String,
    said: String,
    color: [u8; 3],
    needed: f64,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// A colour has to cover this part of a text’s room, one in so many, to count: a line that crosses it does not.
const PART: usize = 5;

const TEXTS: &str = "
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgb = color => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const told = selector => {
        const element = document.querySelector(selector);
        if (!element || !element.innerHTML.trim()) return [];
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const range = document.createRange();
        range.selectNodeContents(element);
        const box = element instanceof SVGElement ? element.getBoundingClientRect() : range.getBoundingClientRect();
        return [{
            element: selector,
            said: element.textContent.trim().slice(0, 40),
            color: rgb(element instanceof SVGElement ? style.fill : style.color),
            needed: large ? 3 : 4.5,
            left: box.left + scrollX, top: box.top + scrollY, width: box.width, height: box.height,
        }];
    };
    return arguments[0].flatMap(told);
";

const WITHOUT_LETTERS: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important;
        transition: none !important } svg text { fill: transparent !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
";

impl Session {
    /// Of these elements, those whose text stands out too little, each in a line. They must be in the window, which has to
    /// be as tall as the page. The page has no letters afterwards.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn too_faint(&self, selectors: &[String]) -> Outcome<Vec<String>> {
        let texts = self.web.execute(TEXTS, vec![json!(selectors)]).await?;
        let texts: Vec<Text> = texts.convert()?;
        self.web.execute(WITHOUT_LETTERS, Vec::new()).await?;
        self.at_rest().await?;
        let picture = camera::Pixels::read(&self.picture().await?)?;
        Ok(texts.iter().filter_map(|text| text.fault(&picture)).collect())
    }
}

impl Text {
    fn fault(&self, picture: &camera::Pixels) -> Option<String> {
        let under = picture.colors(self.left, self.top, self.width, self.height);
        let all: usize = under.values().sum();
        let counted = under.iter().filter(|(_, count)| **count * PART >= all);
        let worst = counted.map(|(color, _)| (contrast(self.color, *color), *color));
        let (ratio, color) = worst.min_by(|one, other| one.0.total_cmp(&other.0))?;
        (ratio < self.needed).then(|| {
            let Self { element, said, needed, color: own, .. } = self;
            format!("« {said} » ({element}): {own:?} on {color:?} is {ratio:.2}, needed {needed}")
        })
    }
}

/// How often each colour occurs.
pub type Colors = HashMap<[u8; 3], usize>;

/// The contrast ratio of WCAG 2, 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21_and_grey_767676_on_white_just_enough() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        let grey = contrast([0x76; 3], [255; 3]);
        assert!((4.5..4.6).contains(&grey), "{grey}");
    }
}

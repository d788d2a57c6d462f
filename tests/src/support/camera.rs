//! Pictures of whole pages, and pages on paper.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Outcome;
use super::contrast::Colors;
use super::session::Session;

/// The tallest picture in CSS pixels: beyond, the browser's own limit is near.
const TALLEST: u32 = 12_000;

impl Session {
    /// The page as it is, from its top to its end, in a window of this width. The window stays as tall as the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn whole_page(&self, width: u32) -> Outcome<Vec<u8>> {
        // A list that draws only what is near the screen grows with the screen: until it is at rest.
        let mut height = self.page_height().await?;
        for _ in 0..5 {
            self.resize(width, height).await?;
            self.after_paint().await?;
            let now = self.page_height().await?;
            if now == height {
                break;
            }
            height = now;
        }
        self.picture().await
    }

    /// What the window shows.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        decoded(&self.devtools("Page.captureScreenshot", json!({ "format": "png" })).await?)
    }

    /// The page as it is printed on A4, as PDF.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn printed(&self) -> Outcome<Vec<u8>> {
        let paper = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        decoded(&self.devtools("Page.printToPDF", paper).await?)
    }

    /// Waits until what was changed has been painted.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn after_paint(&self) -> Outcome {
        let two_frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";
        Ok(self.web.execute_async(two_frames, Vec::new()).await.map(drop)?)
    }

    /// Waits until nothing moves or fades any more.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn at_rest(&self) -> Outcome {
        self.after_paint().await?;
        let ended = "
            const done = arguments[0];
            Promise.allSettled(document.getAnimations().map(it => it.finished)).then(() => done(1));
        ";
        Ok(self.web.execute_async(ended, Vec::new()).await.map(drop)?)
    }

    async fn page_height(&self) -> Outcome<u32> {
        let height = "return Math.ceil(document.documentElement.scrollHeight);";
        Ok(self.web.execute(height, Vec::new()).await?.convert::<u32>()?.clamp(200, TALLEST))
    }
}

fn decoded(answer: &Value) -> Outcome<Vec<u8>> {
    let encoded = answer["data"].as_str().ok_or("the browser sent no picture")?;
    Ok(STANDARD.decode(encoded)?)
}

/// A picture's pixels, red, green and blue.
#[derive(Debug)]
pub struct Pixels {
    width: usize,
    bytes: Vec<u8>,
    channels: usize,
}

impl Pixels {
    /// Reads a PNG.
    ///
    /// # Errors
    /// When it is none, or has a palette.
    pub fn read(png: &[u8]) -> Outcome<Self> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
        let frame = reader.next_frame(&mut bytes)?;
        let channels = frame.color_type.samples();
        if channels < 3 {
            return Err("the picture has no colours".into());
        }
        Ok(Self { width: usize::try_from(frame.width)?, bytes, channels })
    }

    /// The colours in a box that lies in the picture, with how often each occurs.
    pub fn colors(&self, left: f64, top: f64, width: f64, height: f64) -> Colors {
        let mut colors = Colors::new();
        let columns = whole(left)..whole(left + width).min(self.width);
        for row in whole(top)..whole(top + height) {
            for column in columns.clone() {
                let at = (row * self.width + column) * self.channels;
                if let Some(&[red, green, blue]) = self.bytes.get(at..at + 3) {
                    *colors.entry([red, green, blue]).or_default() += 1;
                }
            }
        }
        colors
    }
}

/// A place in CSS pixels as a pixel; what lies outside to the left or above is at the edge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn whole(place: f64) -> usize {
    place.round().clamp(0.0, 1e6) as usize
}

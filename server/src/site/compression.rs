//! Encodings made while the server runs, for what changes while it runs.
//!
//! The built site comes with its encodings; they are made once, at build time, and more thoroughly.

use std::io::Write as _;

/// Below this, an encoding saves less than its headers cost.
const WORTH_IT: usize = 1024;

/// Up to this, brotli's slowest level takes well under a second or two.
const SMALL: usize = 512 * 1024;

/// The content in brotli; `None` when that is not worth it.
pub fn brotli(content: &[u8]) -> Option<Vec<u8>> {
    let quality = if content.len() <= SMALL { 9 } else { 5 };
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 22);
    encoder.write_all(content).ok()?;
    smaller(encoder.into_inner(), content)
}

/// The content in gzip; `None` when that is not worth it.
pub fn gzip(content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content).ok()?;
    smaller(encoder.finish().ok()?, content)
}

fn smaller(encoded: Vec<u8>, content: &[u8]) -> Option<Vec<u8>> {
    (content.len() >= WORTH_IT && encoded.len() < content.len()).then_some(encoded)
}

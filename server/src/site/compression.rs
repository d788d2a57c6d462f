//! Encodings made while the server runs, for what changes while it runs.
//!
//! The built site comes with its encodings; they are made once, at build time, and more thoroughly.

use std::io::{self, Write as _};

/// Below this, an encoding saves less than its headers cost.
const WORTH_IT: usize = 1024;

/// Up to this, brotli's slowest level takes well under a second or two.
const SMALL: usize = 512 * 1024;

/// The level of gzip for what is packed in bulk.
const QUICK: u32 = 3;

/// The content in brotli; `None` when that is not worth it.
pub fn brotli(content: &[u8]) -> Option<Vec<u8>> {
    smaller(brotli_anyway(content).ok()?, content)
}

/// The content in brotli, worth it or not.
///
/// # Errors
/// When it can't be encoded, which in memory does not happen.
pub fn brotli_anyway(content: &[u8]) -> io::Result<Vec<u8>> {
    let quality = if content.len() <= SMALL { 9 } else { 5 };
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 22);
    encoder.write_all(content)?;
    Ok(encoder.into_inner())
}

/// The content in gzip; `None` when that is not worth it.
pub fn gzip(content: &[u8]) -> Option<Vec<u8>> {
    gzip_at(flate2::Compression::default(), content)
}

/// As [`gzip`], in a third of the time, and somewhat larger.
pub fn gzip_quickly(content: &[u8]) -> Option<Vec<u8>> {
    gzip_at(flate2::Compression::new(QUICK), content)
}

fn gzip_at(level: flate2::Compression, content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
    encoder.write_all(content).ok()?;
    smaller(encoder.finish().ok()?, content)
}

fn smaller(encoded: Vec<u8>, content: &[u8]) -> Option<Vec<u8>> {
    (content.len() >= WORTH_IT && encoded.len() < content.len()).then_some(encoded)
}

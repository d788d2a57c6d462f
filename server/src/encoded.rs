//! Slices in brotli, encoded when somebody asks for them, and kept while there is room.
//!
//! Which of them exist is not known here: whoever asks has the content.

use axum::body::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::site::compression::brotli_anyway;
use crate::site::packed::Packed;

/// How many bytes of encoded slices are kept.
const ROOM: u64 = 64 << 20;

/// How many slices that room is reckoned for.
const RECKONED: usize = 8000;

/// Slices in brotli, by name.
#[derive(Debug)]
pub struct Encoded(Cache<String, Bytes, Weight>);

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<String, Bytes> for Weight {
    fn weight(&self, name: &String, bytes: &Bytes) -> u64 {
        (name.len() + bytes.len()) as u64
    }
}

impl Default for Encoded {
    fn default() -> Self {
        Self(Cache::with_weighter(RECKONED, ROOM, Weight))
    }
}

impl Encoded {
    /// A file in brotli, encoded once, however many ask. Takes milliseconds the first time. `None` when it can't be encoded.
    pub fn brotli(&self, name: &str, packed: &Packed) -> Option<Bytes> {
        let encode = || packed.content().and_then(|content| brotli_anyway(&content).ok());
        self.0.get_or_insert_with(name, || encode().map(Bytes::from).ok_or(())).ok()
    }
}

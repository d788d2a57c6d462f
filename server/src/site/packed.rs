//! Content that is kept small until somebody asks for it: in gzip, as most can be sent at once.
//!
//! For what is too much to be held as it is, and too rarely asked for to be encoded thoroughly beforehand.

use std::io::Read as _;

use axum::body::Bytes;

use super::compression::gzip_quickly;
use crate::negotiation::Encoding;

/// Some content.
#[derive(Debug, Clone)]
pub enum Packed {
    /// Too short to become smaller.
    Plain(Bytes),
    /// In gzip.
    Gzip(Bytes),
}

impl Packed {
    /// Packs content.
    pub fn new(content: &[u8]) -> Self {
        match gzip_quickly(content) {
            Some(packed) => Self::Gzip(packed.into()),
            None => Self::Plain(Bytes::copy_from_slice(content)),
        }
    }

    /// How many bytes are held.
    pub const fn held(&self) -> usize {
        match self {
            Self::Plain(bytes) | Self::Gzip(bytes) => bytes.len(),
        }
    }

    /// The encodings in which it is at hand.
    pub const fn encodings(&self) -> &'static [Encoding] {
        match self {
            Self::Plain(_) => &[Encoding::Identity],
            Self::Gzip(_) => &[Encoding::Gzip, Encoding::Identity],
        }
    }

    /// The content in gzip, if it was worth it.
    pub fn gzip(&self) -> Option<Bytes> {
        match self {
            Self::Plain(_) => None,
            Self::Gzip(bytes) => Some(bytes.clone()),
        }
    }

    /// The content. `None` can't happen, since nothing else is packed here than what was packed here.
    pub fn content(&self) -> Option<Bytes> {
        match self {
            Self::Plain(bytes) => Some(bytes.clone()),
            Self::Gzip(bytes) => {
                let mut content = Vec::new();
                flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut content).ok()?;
                Some(content.into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_there_again(piece in "[ -~é]{0,40}", times in 0..200_usize) {
            let content = piece.repeat(times);
            let packed = Packed::new(content.as_bytes());
            prop_assert_eq!(packed.content(), Some(Bytes::from(content.clone())));
            prop_assert!(packed.held() <= content.len());
            prop_assert_eq!(packed.gzip().is_some(), packed.encodings().contains(&Encoding::Gzip));
        }
    }
}

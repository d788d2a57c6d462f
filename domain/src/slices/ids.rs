//! Ids of events, in parts by a hash, so that the page of one event loads one small file and one slice.
//!
//! ```text
//! "QSI1", ids: (how far on from the last hash, event), in order of hashes
//! ```

use super::bytes::Bytes;

/// What a part begins with.
const MAGIC: &[u8] = b"QSI1";

/// The events that may have this id, by their place in the slices: mostly one, of some ids several, since only a hash of
/// the id is kept. Empty when none has it. `None` when the bytes are no part of ids.
pub fn find_id(bytes: &[u8], id: &str) -> Option<Vec<u32>> {
    let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
    let wanted = u64::from(hash(id));
    let mut found = Vec::new();
    let mut hash = 0_u64;
    for _ in 0..bytes.count()? {
        hash = hash.checked_add(bytes.number()?)?;
        let event = bytes.small()?;
        if hash == wanted {
            found.push(event);
        }
    }
    Some(found)
}

/// FNV-1a of 32 bits.
pub(super) fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The part that an id is in, of so many.
pub(super) fn part_of(id: &str, parts: usize) -> Option<usize> {
    (hash(id) as usize).checked_rem(parts)
}

/// Writes ids in parts of about so many each.
#[cfg(feature = "slicing")]
pub(super) fn write<'i>(ids: impl ExactSizeIterator<Item = &'i str>, most: usize) -> Vec<Vec<u8>> {
    use super::bytes::put;
    let mut parts = vec![Vec::new(); ids.len().div_ceil(most).max(1)];
    for (event, id) in (0_u32..).zip(ids) {
        if let Some(part) = part_of(id, parts.len()) {
            parts[part].push((hash(id), event));
        }
    }
    let write = |mut ids: Vec<(u32, u32)>| {
        ids.sort_unstable();
        let mut bytes = MAGIC.to_vec();
        put(&mut bytes, ids.len() as u64);
        let mut before = 0;
        for (hash, event) in ids {
            put(&mut bytes, u64::from(hash - before));
            put(&mut bytes, u64::from(event));
            before = hash;
        }
        bytes
    };
    parts.into_iter().map(write).collect()
}

//! Where in the source something would have panicked is blanked: nothing says it any more, half of it is numbers that
//! don't compress, and the paths are those of the machine that built.

use std::ops::Range;

use anyhow::{Result, ensure};
use wasmparser::{DataKind, Operator, Parser, Payload};

/// The length of a `core::panic::Location` in bytes: address and length of a path, line, column.
const PLACE: usize = 16;

/// A piece of memory that the module starts with.
#[derive(Debug)]
struct Segment {
    /// Its address in the memory.
    address: usize,
    /// Where in the module its bytes are.
    bytes: Range<usize>,
}

/// Blanks every place, and then the paths that they pointed to.
pub(super) fn blank(mut wasm: Vec<u8>) -> Result<Vec<u8>> {
    let segments = segments(&wasm)?;
    let (mut places, mut paths) = (Vec::new(), Vec::new());
    for segment in &segments {
        // Rust lays them at multiples of four.
        let first = segment.bytes.start + segment.address.wrapping_neg() % 4;
        for at in (first..segment.bytes.end.saturating_sub(PLACE - 1)).step_by(4) {
            if let Some(path) = path_of_place(&wasm, &segments, at) {
                places.push(at..at + PLACE);
                paths.push(path);
            }
        }
    }
    // Rust would have laid them otherwise, and the wasm would carry the paths of this machine without a word.
    ensure!(places.len() > 10, "only {} places of panics were found", places.len());
    for range in places.into_iter().chain(paths) {
        wasm[range].fill(0);
    }
    Ok(wasm)
}

/// Where the path is that a place points to, if these bytes are a place.
fn path_of_place(wasm: &[u8], segments: &[Segment], at: usize) -> Option<Range<usize>> {
    let word = |index: usize| -> Option<usize> {
        let bytes = wasm.get(at + 4 * index..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let (address, length, line, column) = (word(0)?, word(1)?, word(2)?, word(3)?);
    let is_place = (4..500).contains(&length)
        && (1..1_000_000).contains(&line)
        && (1..10_000).contains(&column);
    if !is_place {
        return None;
    }
    let path = segments.iter().find_map(|segment| {
        let start = segment.bytes.start + address.checked_sub(segment.address)?;
        (start + length <= segment.bytes.end).then(|| start..start + length)
    })?;
    let is_in_paths = |&byte: &u8| byte.is_ascii_graphic() || byte == b' ';
    let text = wasm.get(path.clone())?;
    (text.ends_with(b".rs") && text.iter().all(is_in_paths)).then_some(path)
}

fn segments(wasm: &[u8]) -> Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload? else { continue };
        for data in section {
            let data = data?;
            let end = usize::try_from(data.range.end)?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                continue;
            };
            let address = usize::try_from(value.cast_unsigned())?;
            segments.push(Segment { address, bytes: end - data.data.len()..end });
        }
    }
    Ok(segments)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ConstExpr, DataSection, MemorySection, MemoryType, Module};

    use super::*;

    const PATH: &[u8] = b"/home/somebody/lib.rs";

    /// A module whose memory starts at 1,000 with a path, a text, some places, and numbers that are none.
    fn module(places: u32) -> Vec<u8> {
        let mut bytes = [PATH, b" read me"].concat();
        bytes.resize(32, 0);
        let mut words =
            |words: [u32; 4]| bytes.extend(words.iter().flat_map(|it| it.to_le_bytes()));
        for line in 1..=places {
            words([1000, 21, line, 7]);
        }
        words([1021, 8, 1, 7]);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(1000), bytes);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut module = Module::new();
        module.section(&memories).section(&data);
        module.finish()
    }

    #[test]
    fn places_and_their_paths_are_blank_and_texts_stay() -> Result<()> {
        let before = module(20);
        let after = blank(before.clone())?;
        let holds = |text: &[u8]| after.windows(text.len()).any(|it| it == text);
        assert_eq!(before.len(), after.len());
        assert!(!holds(PATH) && holds(b" read me"));
        assert!(!holds(&[21, 0, 0, 0, 20, 0, 0, 0]) && holds(&[8, 0, 0, 0, 1, 0, 0, 0]));
        Ok(())
    }

    #[test]
    fn a_module_without_places_is_not_what_rust_makes() {
        assert!(blank(module(0)).is_err());
    }
}

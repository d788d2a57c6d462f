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

/// Bytes of one of the modules: which one, and where in it.
type Bytes = (usize, Range<usize>);

/// Blanks every place in modules that share a memory, and then the paths that they pointed to, in whichever module.
pub(super) fn blank(modules: &mut [Vec<u8>]) -> Result<()> {
    let segments: Vec<_> = modules.iter().map(|wasm| segments(wasm)).collect::<Result<_>>()?;
    let mut found: Vec<Bytes> = Vec::new();
    for (module, segment) in segments
        .iter()
        .enumerate()
        .flat_map(|(module, of_module)| of_module.iter().map(move |segment| (module, segment)))
    {
        // Rust lays them at multiples of four.
        let first = segment.bytes.start + segment.address.wrapping_neg() % 4;
        for at in (first..segment.bytes.end.saturating_sub(PLACE - 1)).step_by(4) {
            if let Some(path) = path_of_place(modules, &segments, (module, at)) {
                found.extend([(module, at..at + PLACE), path]);
            }
        }
    }
    // Rust would have laid them otherwise, and the wasm would carry the paths of this machine without a word.
    ensure!(found.len() > 20, "only {} places of panics were found", found.len() / 2);
    for (module, range) in found {
        modules[module][range].fill(0);
    }
    Ok(())
}

/// Where the path is that a place points to, if the bytes there are a place.
fn path_of_place(
    modules: &[Vec<u8>],
    segments: &[Vec<Segment>],
    (module, at): (usize, usize),
) -> Option<Bytes> {
    let word = |index: usize| -> Option<usize> {
        let bytes = modules.get(module)?.get(at + 4 * index..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let (address, length, line, column) = (word(0)?, word(1)?, word(2)?, word(3)?);
    let is_place = (4..500).contains(&length)
        && (1..1_000_000).contains(&line)
        && (1..10_000).contains(&column);
    if !is_place {
        return None;
    }
    let in_segment = |segment: &Segment| {
        let start = segment.bytes.start + address.checked_sub(segment.address)?;
        (start + length <= segment.bytes.end).then(|| start..start + length)
    };
    let (holder, path) = segments
        .iter()
        .enumerate()
        .find_map(|(holder, of_module)| Some((holder, of_module.iter().find_map(in_segment)?)))?;
    let is_in_paths = |&byte: &u8| byte.is_ascii_graphic() || byte == b' ';
    let text = modules.get(holder)?.get(path.clone())?;
    (text.ends_with(b".rs") && text.iter().all(is_in_paths)).then_some((holder, path))
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
        module_at(1000, bytes)
    }

    fn module_at(address: i32, bytes: Vec<u8>) -> Vec<u8> {
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(address), bytes);
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
        let mut modules = [before.clone()];
        blank(&mut modules)?;
        let [after] = modules;
        let holds = |text: &[u8]| after.windows(text.len()).any(|it| it == text);
        assert_eq!(before.len(), after.len());
        assert!(!holds(PATH) && holds(b" read me"));
        assert!(!holds(&[21, 0, 0, 0, 20, 0, 0, 0]) && holds(&[8, 0, 0, 0, 1, 0, 0, 0]));
        Ok(())
    }

    #[test]
    fn a_place_may_point_to_a_path_of_another_module() -> Result<()> {
        let places: Vec<u8> =
            (1..=20_u32).flat_map(|line| [1000, 21, line, 7]).flat_map(u32::to_le_bytes).collect();
        let mut modules = [module_at(1000, PATH.to_vec()), module_at(2000, places)];
        blank(&mut modules)?;
        let blanked = [module_at(1000, vec![0; PATH.len()]), module_at(2000, vec![0; 320])];
        assert_eq!(modules, blanked);
        Ok(())
    }

    #[test]
    fn a_module_without_places_is_not_what_rust_makes() {
        assert!(blank(&mut [module(0)]).is_err());
    }
}

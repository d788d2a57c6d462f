//! The parts of the program as files: a small part that several chunks need travels within each of them, so that a chunk is
//! a few requests and not a dozen.
//!
//! A file stays a wasm module; the parts that it carries are custom sections of it. The script starts each part once,
//! whatever carries it (`LOAD` in `site/script.rs`).

use std::collections::BTreeMap;

use wasm_encoder::{CustomSection, Encode as _};

/// The name of the sections that carry a part: one byte of its number, and its module.
pub(in crate::site) const SECTION: &str = "part";

/// How large a part may be that travels in every chunk that needs it, in bytes: two kilobytes as it is sent. A larger one is
/// a file of its own, which is loaded once.
const SMALL: usize = 6_000;

/// The files of the chunks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bundles {
    /// By name: the module, with those that it carries.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// For each chunk, the names of its files.
    pub(super) chunks: BTreeMap<String, Vec<String>>,
}

/// Puts the small parts of each chunk into the file of the part that bears the chunk's name.
pub(super) fn bundle(
    mut parts: BTreeMap<String, Vec<u8>>,
    chunks: BTreeMap<String, Vec<String>>,
) -> Bundles {
    let is_own = |name: &String| chunks.contains_key(name);
    let small: Vec<_> = parts
        .iter()
        .filter(|(name, part)| !is_own(name) && part.len() <= SMALL)
        .map(|(name, part)| (name.clone(), part.clone()))
        .collect();
    let is_small = |name: &str| small.iter().position(|(other, _)| other == name);
    let mut files_of = BTreeMap::new();
    for (chunk, names) in &chunks {
        let carried = names.iter().filter_map(|name| is_small(name));
        if let Some(module) = parts.get_mut(chunk) {
            for number in carried {
                carry(module, number, &small[number].1);
            }
        }
        let files = names.iter().filter(|name| is_small(name).is_none()).cloned().collect();
        files_of.insert(chunk.clone(), files);
    }
    parts.retain(|name, _| is_small(name).is_none());
    Bundles { files: parts, chunks: files_of }
}

fn carry(module: &mut Vec<u8>, number: usize, part: &[u8]) {
    // There are a few dozen.
    #[expect(clippy::cast_possible_truncation, reason = "a program is never split that finely")]
    let data = [&[number as u8], part].concat();
    // The byte that says that a section is custom.
    module.push(0);
    CustomSection { name: SECTION.into(), data: data.into() }.encode(module);
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::{Parser, Payload};

    fn module(size: usize) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new().finish();
        module.push(0);
        CustomSection { name: "filler".into(), data: vec![7; size].into() }.encode(&mut module);
        module
    }

    fn map<T: Clone>(pairs: &[(&str, T)]) -> BTreeMap<String, T> {
        pairs.iter().map(|(name, it)| ((*name).to_owned(), it.clone())).collect()
    }

    #[test]
    fn small_parts_travel_in_each_chunk_and_large_ones_by_themselves() -> anyhow::Result<()> {
        let parts = map(&[
            ("shared-1", module(10)),
            ("shared-2", module(SMALL)),
            ("texts", module(20)),
            ("tour", module(30)),
        ]);
        let needs = |names: &[&str]| names.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
        let chunks = map(&[
            ("texts", needs(&["shared-1", "shared-2", "texts"])),
            ("tour", needs(&["shared-1", "tour"])),
        ]);
        let bundles = bundle(parts.clone(), chunks);
        let expected = map(&[("texts", needs(&["shared-2", "texts"])), ("tour", needs(&["tour"]))]);
        assert_eq!(bundles.chunks, expected);
        assert_eq!(bundles.files.keys().collect::<Vec<_>>(), ["shared-2", "texts", "tour"]);
        for chunk in ["texts", "tour"] {
            let mut carried = Vec::new();
            for payload in Parser::new(0).parse_all(&bundles.files[chunk]) {
                if let Payload::CustomSection(section) = payload?
                    && section.name() == SECTION
                {
                    carried.push(section.data().to_vec());
                }
            }
            assert_eq!(carried, [[&[0], parts["shared-1"].as_slice()].concat()]);
        }
        Ok(())
    }
}

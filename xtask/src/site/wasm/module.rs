//! A wasm module taken apart into its functions, and put together again with some of it replaced.

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, ImportSection, Module, NameMap,
    NameSection, RawSection,
};
use wasmparser::{ExternalKind, KnownCustom, Name, Parser, Payload, TypeRef, ValType};

/// A function as far as this program looks at it.
#[derive(Debug, Clone)]
pub(super) struct Function<'a> {
    /// With the types that it was made for; empty when it has none.
    pub(super) name: &'a str,
    /// Whether it gives back one `i32` and nothing else, as `fmt` does.
    pub(super) gives_i32: bool,
}

/// The functions that have a body, in their order.
pub(super) fn functions(wasm: &[u8]) -> Result<Vec<Function<'_>>> {
    let (mut imported, mut types, mut gives_i32) = (0, Vec::new(), Vec::new());
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for of_type in section.into_iter_err_on_gc_types() {
                    types.push(of_type?.results() == [ValType::I32]);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                for of_type in section {
                    let of_type = types.get(usize::try_from(of_type?)?);
                    gives_i32.push(*of_type.context("a function has no type")?);
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for names_of_kind in section {
                        if let Name::Function(map) = names_of_kind? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let function = |(index, gives_i32)| {
        let name = names.get(&index).copied().unwrap_or_default();
        Function { name, gives_i32 }
    };
    Ok((imported..).zip(gives_i32).map(function).collect())
}

/// The bodies of the functions, in their order: locals and instructions.
pub(super) fn bodies(wasm: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// The same module with other bodies, and only the exports that are to be kept.
pub(super) fn with_bodies(
    wasm: &[u8],
    bodies: &[&[u8]],
    is_kept: impl Fn(&str) -> bool,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { .. } => {
                let mut code = CodeSection::new();
                for body in bodies {
                    code.raw(body);
                }
                module.section(&code);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export?;
                    if is_kept(export.name) {
                        exports.export(export.name, kind(export.kind), export.index);
                    }
                }
                module.section(&exports);
            }
            payload => copy(&mut module, wasm, &payload)?,
        }
    }
    Ok(module.finish())
}

/// The names of what a module takes.
pub(super) fn imports(wasm: &[u8]) -> Result<Vec<&str>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            names.push(import?.name);
        }
    }
    Ok(names)
}

/// The same module, taking everything from a module of this name, under other names.
pub(super) fn with_imports(
    wasm: &[u8],
    from: &str,
    rename: impl Fn(&str) -> Option<String>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.into_imports() {
                    let import = import?;
                    let name = rename(import.name)
                        .with_context(|| format!("nobody gives {}", import.name))?;
                    imports.import(from, &name, EntityType::try_from(import.ty)?);
                }
                module.section(&imports);
            }
            payload => copy(&mut module, wasm, &payload)?,
        }
    }
    Ok(module.finish())
}

/// The same module, its functions named anew in their order.
pub(super) fn with_names(wasm: &[u8], names: &[String]) -> Result<Vec<u8>> {
    let (mut module, mut imported) = (Module::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(section) => {
                for import in section.clone().into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
                copy(&mut module, wasm, &payload)?;
            }
            Payload::CustomSection(section) if section.name() == "name" => {}
            _ => copy(&mut module, wasm, &payload)?,
        }
    }
    let (mut map, mut section) = (NameMap::new(), NameSection::new());
    for (index, name) in (imported..).zip(names) {
        map.append(index, name);
    }
    section.functions(&map);
    module.section(&section);
    Ok(module.finish())
}

fn copy(module: &mut Module, wasm: &[u8], payload: &Payload<'_>) -> Result<()> {
    if let Some((id, range)) = payload.as_section() {
        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
        let data = wasm.get(range).context("a section ends behind the module")?;
        module.section(&RawSection { id, data });
    }
    Ok(())
}

const fn kind(kind: ExternalKind) -> ExportKind {
    match kind {
        ExternalKind::Func | ExternalKind::FuncExact => ExportKind::Func,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        ExternalKind::Global => ExportKind::Global,
        ExternalKind::Tag => ExportKind::Tag,
    }
}

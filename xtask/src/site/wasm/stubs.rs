//! Functions that the site never lets run to their end, or whose outcome it never shows, are emptied: what only they
//! needed (messages, their formatting) goes with them.

use anyhow::{Result, ensure};

use super::module::{functions, with_bodies};
use crate::site::wasm::module::{Function, bodies};

/// No locals; `unreachable`; end.
const STOP: &[u8] = &[0x00, 0x00, 0x0b];
/// No locals; `i32.const 0`, which is `Ok(())`; end.
const FINE: &[u8] = &[0x00, 0x41, 0x00, 0x0b];

/// What a panic comes to, by the start of its name. None of them returns; with `panic = "abort"` and no hook they put
/// a message together that nobody reads, and stop. They still stop.
const PANICS: [&str; 16] = [
    "__rustc::rust_begin_unwind",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::lazy::panic_",
    "core::cell::panic_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::slice::sort::shared::smallsort::panic_",
    "core::str::slice_error_fail",
    "std::alloc::rust_oom",
    "std::thread::local::panic_access_error",
];

/// Leptos brings server functions along, whose streams the wasm gives to the script even when nothing asks for them.
/// Their classes are not in the script any more (`script::without_classes`), and nothing else makes such a stream.
const UNUSED: &str = "wasm_streams::";

/// What serde and its JSON say of an error, by the start of its name. The feed's reader goes by kind, line and column, and has
/// words of its own; nobody shows these.
const ERRORS: [&str; 5] = [
    "<serde_core::de::",
    "<serde_json::error::Error as ",
    "<serde_json::error::ErrorCode as ",
    "<serde_json::error::ErrorImpl as ",
    "<serde_json::error::JsonUnexpected as ",
];

/// Days and hours are written by what says them to people who debug: `Display` calls it, inlined or not.
const SHOWN: &str = "<chrono::";

/// Empties these functions in the modules of one program, and gives only those exports out that are wanted.
pub(super) fn put(modules: &mut [Vec<u8>], is_wanted: impl Fn(&str) -> bool) -> Result<()> {
    let mut panics = 0;
    for wasm in modules {
        let (functions, mut bodies) = (functions(wasm)?, bodies(wasm)?);
        for (function, body) in functions.iter().zip(&mut bodies) {
            if let Some(stub) = stub(function) {
                panics += usize::from(stub == STOP);
                *body = stub;
            }
        }
        *wasm = with_bodies(wasm, &bodies, &is_wanted)?;
    }
    // Other names, after an update of Rust or of wasm-bindgen, would make the wasm larger without a word.
    ensure!(panics > 10, "only {panics} functions of panics are known by their names");
    Ok(())
}

fn stub(function: &Function<'_>) -> Option<&'static [u8]> {
    let name = plain(function.name);
    let is_panic = PANICS.iter().any(|start| name.starts_with(start));
    if is_panic || name.ends_with("::assert_failed") || name.contains(UNUSED) {
        return Some(STOP);
    }
    // Emptied, they print nothing, as with rustc's own `-Zfmt-debug=none`.
    let is_debug = name.ends_with(" as core::fmt::Debug>::fmt") && !name.starts_with(SHOWN);
    let is_error = name.ends_with(" as core::fmt::Display>::fmt")
        && ERRORS.iter().any(|start| name.starts_with(start));
    ((is_debug || is_error) && function.gives_i32).then_some(FINE)
}

/// What a part's own function is called that only calls one of another part.
const CALLER: &str = " indirect_call_shim";

/// The name without hashes (`core[0123456789abcdef]::…`) and without what LLVM numbers copies with (`….12`).
fn plain(name: &str) -> String {
    let name = rustc_demangle::demangle(name.trim_end_matches(CALLER)).to_string();
    let mut plain = String::with_capacity(name.len());
    for (at, part) in name.split('[').enumerate() {
        match part.split_once(']') {
            Some((hash, rest)) if at > 0 && is_hash(hash) => plain.push_str(rest),
            _ if at > 0 => {
                plain.push('[');
                plain.push_str(part);
            }
            _ => plain.push_str(part),
        }
    }
    let end = plain.trim_end_matches(|sign: char| sign.is_ascii_digit()).strip_suffix('.');
    end.map_or(plain.clone(), str::to_owned)
}

fn is_hash(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stub_of(name: &str, gives_i32: bool) -> Option<&'static [u8]> {
        stub(&Function { name, gives_i32 })
    }

    #[test]
    fn panics_stop_and_debug_and_errors_of_json_print_nothing() {
        let panic = "core[0123456789abcdef]::panicking::panic_fmt";
        assert_eq!(stub_of(panic, false), Some(STOP));
        let debug = "<alloc[0123456789abcdef]::string::String as core[fedcba9876543210]::fmt::Debug>::fmt.12";
        assert_eq!(stub_of(debug, true), Some(FINE));
        assert_eq!(stub_of(debug, false), None);
        let error = "<serde_json[0123456789abcdef]::error::JsonUnexpected as core[fedcba9876543210]::fmt::Display>::fmt";
        assert_eq!(stub_of(error, true), Some(FINE));
    }

    #[test]
    fn what_shows_or_computes_something_stays() {
        for name in [
            "<chrono[0123456789abcdef]::naive::date::NaiveDate as core[fedcba9876543210]::fmt::Display>::fmt",
            "<chrono[0123456789abcdef]::naive::date::NaiveDate as core[fedcba9876543210]::fmt::Debug>::fmt",
            "<[u8] as core::fmt::Display>::fmt",
            "<serde_json[0123456789abcdef]::number::Number as core[fedcba9876543210]::fmt::Display>::fmt",
            "qsec2_site[0123456789abcdef]::pages::failed::Failed",
            "",
        ] {
            assert_eq!(stub_of(name, true), None, "{name}");
        }
    }

    #[test]
    fn names_are_the_same_before_and_after_wasm_bindgen_and_in_a_call_from_another_part() {
        let name = "_RNvNtCsjHbbHbnZ0F3_4core9panicking9panic_fmt";
        assert_eq!(plain(name), "core::panicking::panic_fmt");
        assert_eq!(plain(&format!("{name} indirect_call_shim")), plain(name));
    }

    #[test]
    fn hashes_and_numbers_of_copies_are_no_part_of_a_name() {
        assert_eq!(plain("core[0123456789abcdef]::a::<[u8]>::b.33"), "core::a::<[u8]>::b");
        assert_eq!(plain("<&str as core::fmt::Debug>::fmt"), "<&str as core::fmt::Debug>::fmt");
    }
}

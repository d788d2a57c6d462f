//! The script that loads the wasm, made small: wasm-bindgen writes it for everything that might be, in long names.
//!
//! Its form is that of the version of wasm-bindgen that `Cargo.toml` names; what is not found as expected is an error.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::wasm::Renamed;
use super::wasm::bundles::SECTION;
use crate::root;
use crate::run::run;
use crate::setup::Tools;

/// Where the wasm takes from the script.
const MODULE: &str = "\"./qsec2_bg.js\": import0";

/// The script without the classes that it gives to other scripts; the site is no library, and has none of its own.
pub(super) fn without_classes(script: &str) -> String {
    let mut kept = String::new();
    // What the cut ends with, while in one.
    let mut until = None;
    for line in script.split_inclusive('\n') {
        let text = line.trim_end();
        if let Some(end) = until {
            if text.ends_with(end) && (end != "}" || text == end) {
                until = None;
            }
        } else if text.starts_with("export class ") {
            until = Some("}");
        } else if text.starts_with("const ") && text.contains("Finalization = (") {
            until = Some(";");
        } else if !text.starts_with("if (Symbol.dispose) ") {
            kept.push_str(line);
        }
    }
    kept
}

/// Where the wasm takes the ways to load its other parts from.
const LOADERS: &str = "./__wasm_split.js";

/// What loads files of the program, each once, with the parts that they carry (`site/wasm/bundles.rs`), and tells the
/// program: whether they are here, or that it may ask again. `PART` is the name of the sections.
const LOAD: &str = "
const parts = {};
function loadParts(files, callback, data) {
    const kept = (name, coming) => coming.catch(why => { delete parts[name]; throw why; });
    const start = (name, module) => parts[name] ??= kept(name, WebAssembly.instantiate(module, { a: wasm }));
    const load = async file => {
        const module = await WebAssembly.compile(await (await fetch(file)).arrayBuffer());
        const carried = WebAssembly.Module.customSections(module, 'PART').map(bytes => new Uint8Array(bytes));
        await Promise.all(carried.map(bytes => start(bytes[0], bytes.subarray(1))));
        await WebAssembly.instantiate(module, { a: wasm });
    };
    const once = file => parts[file] ??= kept(file, load(file));
    const say = isHere => wasm.__indirect_function_table.get(callback)(data, isHere);
    Promise.all(files.map(once)).then(() => say(1), () => say(0));
}
";

/// The script with a way to load each chunk, which is made of the files of these addresses.
pub(super) fn with_loaders(script: &str, chunks: &BTreeMap<String, Vec<String>>) -> Result<String> {
    const START: &str = "    const import0 = {\n";
    ensure!(script.contains(START), "the script does not say `{}`", START.trim());
    let mut loaders = START.to_owned();
    for (chunk, files) in chunks {
        let files = serde_json::to_string(files)?;
        // Laid out as wasm-bindgen does: `with_imports` reads it.
        writeln!(loaders, "        __wasm_split_load_{chunk}: function(callback, data) {{")?;
        writeln!(loaders, "            loadParts({files}, callback, data);\n        }},")?;
    }
    let lines = script.split_inclusive('\n').filter(|line| !line.contains(LOADERS));
    let script: String = lines.collect();
    Ok(script.replacen(START, &loaders, 1) + &LOAD.replace("PART", SECTION))
}

/// Whether the script uses what the wasm gives under a name.
pub(super) fn mentions(script: &str, export: &str) -> bool {
    uses(script).any(|(name, _)| name == export)
}

/// The names behind each `wasm.`, and where they start.
fn uses(script: &str) -> impl Iterator<Item = (&str, usize)> {
    script.match_indices("wasm.").filter_map(move |(at, found)| {
        let start = at + found.len();
        let is_whole = !script[..at].ends_with(is_in_names);
        let rest = &script[start..];
        let end = rest.find(|sign| !is_in_names(sign)).unwrap_or(rest.len());
        is_whole.then(|| (&rest[..end], start))
    })
}

fn is_in_names(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$'
}

/// The script with the names that the wasm has now, without what the wasm does not take any more.
pub(super) fn renamed(script: &str, names: &Renamed) -> Result<String> {
    ensure!(script.contains(MODULE), "the script does not say `{MODULE}`");
    let script = with_imports(script, names)?.replace(MODULE, "\"a\": import0");
    // It would give what reads no pages a way in.
    let script = script.replace(
        "export { initSync, __wbg_init as default };",
        "export { __wbg_init as default };",
    );
    let mut renamed = String::with_capacity(script.len());
    let mut done = 0;
    for (name, start) in uses(&script) {
        if let Some(new) = names.exports.get(name) {
            renamed.push_str(&script[done..start]);
            renamed.push_str(new);
            done = start + name.len();
        }
    }
    renamed.push_str(&script[done..]);
    Ok(renamed)
}

/// The functions that the wasm takes, each a property `name: function(…) {…},` on lines of its own.
fn with_imports(script: &str, names: &Renamed) -> Result<String> {
    const INDENT: &str = "        ";
    let (mut kept, mut found, mut is_cut) = (String::new(), 0, false);
    for line in script.split_inclusive('\n') {
        let of_import = line.strip_prefix(INDENT).filter(|text| text.starts_with("__w"));
        if let Some((name, rest)) = of_import.and_then(|text| text.split_once(": function(")) {
            let new = names.imports.get(name);
            is_cut = new.is_none();
            if let Some(new) = new {
                found += 1;
                kept.extend([INDENT, new, ": function(", rest]);
            }
        } else if !is_cut {
            kept.push_str(line);
        }
        // The end of such a function, or of one that catches what it throws.
        is_cut &= line.trim_end() != "        }," && !line.ends_with(", arguments); },\n");
    }
    ensure!(
        found == names.imports.len(),
        "the wasm takes {} functions of the script, in which {found} were found",
        names.imports.len()
    );
    Ok(kept)
}

/// Minifies a script in place, without what it does not use.
pub(super) fn minify(tools: &Tools, script: &Path) -> Result<()> {
    let mut esbuild = Command::new("esbuild");
    // Bundling is what makes it leave functions out that nothing calls; there is nothing else to bundle.
    esbuild.arg(script).args(["--minify", "--bundle", "--format=esm", "--allow-overwrite"]);
    esbuild.arg("--log-level=warning").arg(format!("--outfile={}", script.display()));
    esbuild.current_dir(root());
    tools.lend_to(&mut esbuild)?;
    run(&mut esbuild)?;
    let text = fs::read_to_string(script).context("the script can't be read")?;
    ensure!(text.contains("export{"), "the script gives its page nothing to start");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"export class Stream {
    free() {
        wasm.__wbg_stream_free(0);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
function imports() {
    const import0 = {
        __wbg_now_12: function() {
            return Date.now();
        },
        __wbg_open_34: function() { return handleError(function (arg0) {
            arg0.open();
        }, arguments); },
        __wbg_top_56: function(arg0) {
            return arg0.top;
        },
    };
    return { "./qsec2_bg.js": import0 };
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));
wasm.main(wasm.memory.buffer, mywasm.main);
export { initSync, __wbg_init as default };
"#;

    fn names(imports: &[(&str, &str)]) -> Renamed {
        let map = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect()
        };
        Renamed { imports: map(imports), exports: map(&[("main", "b"), ("memory", "c")]) }
    }

    #[test]
    fn classes_go_and_with_them_the_need_for_their_exports() {
        let script = without_classes(SCRIPT);
        assert!(mentions(SCRIPT, "__wbg_stream_free") && !mentions(&script, "__wbg_stream_free"));
        assert!(mentions(&script, "memory") && !mentions(&script, "memor"));
        assert!(script.starts_with("function imports()") && script.contains("\nwasm.main("));
    }

    #[test]
    fn names_are_those_of_the_wasm_and_what_it_does_not_take_goes() -> Result<()> {
        let script = renamed(&without_classes(SCRIPT), &names(&[("__wbg_open_34", "$")]))?;
        assert!(script.contains("const import0 = {\n        $: function() { return handleError("));
        assert!(!script.contains("Date.now") && !script.contains("arg0.top"), "{script}");
        assert!(script.contains("wasm.b(wasm.c.buffer, mywasm.main)"), "{script}");
        assert!(script.contains("return { \"a\": import0 };"));
        Ok(())
    }

    #[test]
    fn each_chunk_has_a_way_to_load_its_files_under_the_name_that_the_wasm_has_for_it() -> Result<()>
    {
        let linked = format!("import * as import1 from \"{LOADERS}\"\n{SCRIPT}");
        let files = vec![String::from("/shared.wasm"), String::from("/tour.wasm")];
        let chunks = BTreeMap::from([(String::from("tour"), files)]);
        let script = with_loaders(&linked, &chunks)?;
        assert!(!script.contains(LOADERS), "{script}");
        let script = renamed(&script, &names(&[("__wasm_split_load_tour", "k")]))?;
        let called = "        k: function(callback, data) {\n            loadParts([\"/shared.wasm\",\"/tour.wasm\"], callback, data);\n        },\n    };";
        assert!(script.contains(called), "{script}");
        assert!(with_loaders("", &chunks).is_err());
        Ok(())
    }

    #[test]
    fn a_function_that_the_script_lacks_is_an_error() {
        assert!(renamed(SCRIPT, &names(&[("__wbg_gone_78", "$")])).is_err());
    }
}

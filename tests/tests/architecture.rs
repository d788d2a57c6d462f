//! The walls of the house, as far as the crate graph does not hold them: who may speak to the browser, to the network,
//! to pages. Reads the sources of the site as text.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources of the site below `src/`, each with its path relative to it.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
                let text =
                    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
                found.push((name, text));
            }
        }
    }
    assert!(found.len() > 40, "only {} sources found below {}", found.len(), root.display());
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path()).collect()
}

/// The sources outside some places that name something.
fn naming(what: &[&str], outside: &[&str]) -> Vec<String> {
    let elsewhere = |name: &str| !outside.iter().any(|place| name.starts_with(place));
    let names = |text: &str| what.iter().any(|what| text.contains(what));
    let found = sources().into_iter().filter(|(name, text)| elsewhere(name) && names(text));
    found.map(|(name, _)| name).collect()
}

#[test]
fn only_browser_touches_web_sys() {
    assert_eq!(naming(&["web_sys", "js_sys", "wasm_bindgen::"], &["browser"]), [""; 0]);
}

#[test]
fn only_api_speaks_http() {
    assert_eq!(naming(&["gloo_net", "XmlHttpRequest", "fetch_with"], &["api.rs"]), [""; 0]);
}

#[test]
fn a_page_may_use_components_and_never_the_reverse() {
    let components = sources().into_iter().filter(|(name, _)| name.starts_with("components"));
    let reverse = components.filter(|(_, text)| text.contains("crate::pages"));
    assert_eq!(reverse.map(|(name, _)| name).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn nothing_is_put_into_a_page_as_html() {
    assert_eq!(naming(&["inner_html", "insert_adjacent_html"], &["browser/tests.rs"]), [""; 0]);
}

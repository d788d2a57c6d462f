//! The script that loads the wasm, made small. The bundler's own minifier does not know its `export { … as default }`.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::dist;
use crate::root;
use crate::run::run;
use crate::setup::Tools;

/// Minifies each script of the built site in place; its name keeps the hash of what it was made from.
pub(super) fn minify(tools: &Tools) -> Result<()> {
    let entries = fs::read_dir(dist()).context("dist/ can't be read")?;
    for entry in entries {
        let path = entry.context("dist/ can't be read")?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let mut esbuild = Command::new("esbuild");
            esbuild.arg(&path).args(["--minify", "--format=esm", "--allow-overwrite"]);
            esbuild.arg("--log-level=warning").arg(format!("--outfile={}", path.display()));
            esbuild.current_dir(root());
            tools.lend_to(&mut esbuild)?;
            run(&mut esbuild)?;
        }
    }
    Ok(())
}

//! `x.br` and `x.gz` beside every file of the site that they make smaller, as small as they get.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, Result, anyhow};

use super::inputs::files_below;

/// What is text or code; pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 14] = [
    "bin",
    "css",
    "geojson",
    "html",
    "ics",
    "js",
    "json",
    "map",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Writes the encodings of every file below a folder.
pub(super) fn write_beside_all(folder: &Path) -> Result<()> {
    let mut files: Vec<_> =
        files_below(folder)?.into_iter().filter(|file| is_compressible(file)).collect();
    // The largest first, so that no processor is left alone with it at the end.
    files.sort_by_key(|file| fs::metadata(file).map_or(0, |about| about.len()));
    let queue = std::sync::Mutex::new(files);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(|| work_off(&queue))).collect();
        running.into_iter().try_for_each(|worker| {
            worker.join().map_err(|_| anyhow!("an encoder stopped in the middle"))?
        })
    })
}

fn work_off(queue: &std::sync::Mutex<Vec<PathBuf>>) -> Result<()> {
    loop {
        let next = queue.lock().map_err(|_| anyhow!("another encoder stopped"))?.pop();
        let Some(file) = next else { return Ok(()) };
        write_beside(&file).with_context(|| format!("{} can't be encoded", file.display()))?;
    }
}

fn is_compressible(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn write_beside(file: &Path) -> Result<()> {
    let content = fs::read(file)?;
    for (extension, encoded) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(extension);
        if encoded.len() < content.len() {
            fs::write(PathBuf::from(name), encoded)?;
        }
    }
    Ok(())
}

/// The content in brotli at its slowest and smallest.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    encoder.write_all(content)?;
    Ok(encoder.into_inner())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gets_smaller_is_encoded_and_reads_the_same() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let text = "one line and then the same again\n".repeat(50);
        for name in ["long.css", "picture.png"] {
            fs::write(folder.path().join(name), &text)?;
        }
        fs::write(folder.path().join("short.css"), "a")?;
        write_beside_all(folder.path())?;
        let mut decoded = Vec::new();
        brotli::BrotliDecompress(
            &mut &fs::read(folder.path().join("long.css.br"))?[..],
            &mut decoded,
        )?;
        assert_eq!(String::from_utf8(decoded)?, text);
        assert!(folder.path().join("long.css.gz").is_file());
        for name in ["picture.png.br", "short.css.br", "short.css.gz"] {
            assert!(!folder.path().join(name).exists(), "{name}");
        }
        Ok(())
    }
}

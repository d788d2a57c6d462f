//! `cargo xtask feed slice`: a large feed as an index and files that never change, for any host of files.
//!
//! Killed at any moment, the feed that was there stands whole: each file is written under another name, brought to the
//! disk and then renamed; the index comes last; what no index needs any more goes after that. What the index before named
//! stays, for those who are still reading it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use qsec2_domain::lang::Lang;
use qsec2_domain::reader::Limits;
use qsec2_domain::slices::{Built, FOLDER, THRESHOLD, build, files_of};

use super::check::verdict;
use super::{progress, read_file};

/// The index.
const INDEX: &str = "feed.json";

/// What the names of files begin with that are not complete yet.
const UNFINISHED: &str = ".unfinished-";

/// Holds the folder for one process at a time.
const LOCK: &str = ".lock";

/// How many files are brought to the disk at once: a disk takes several in the time of one.
const WRITERS: usize = 8;

/// What to cut, and where to.
#[derive(Debug, Args)]
pub(crate) struct Slice {
    /// The feed; `-` is standard input.
    file: PathBuf,
    /// The folder that gets `feed.json`, and `feed/` beside it.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A feed of no more bytes stays one file.
    #[arg(long, value_name = "BYTES", default_value_t = THRESHOLD)]
    threshold: usize,
}

/// A file to be written: its path and its bytes.
type Job = (PathBuf, Vec<u8>);

impl Slice {
    /// Cuts and writes.
    pub(super) fn run(&self) -> Result<()> {
        let bytes = read_file(&self.file)?;
        let folder = self.out.join(FOLDER);
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} can't be made", folder.display()))?;
        let lock = File::create(folder.join(LOCK)).context("the folder can't be locked")?;
        if lock.try_lock().is_err() {
            bail!("{} is being written by another process", folder.display());
        }
        let step = format!("cutting {}", self.file.display());
        let (built, index) = progress::during(&step, || self.write(&bytes))?;
        let before = fs::read(self.out.join(INDEX)).unwrap_or_default();
        write_whole(&self.out.join(INDEX), &index)
            .with_context(|| format!("{INDEX} can't be written"))?;
        sync_folder(&self.out)?;
        let removed = if before == index { 0 } else { self.clean([&index, &before])? };
        eprintln!(
            "{}: {} events, {} files beside {INDEX}, {removed} old ones removed",
            self.out.display(),
            built.events,
            built.files
        );
        if !built.report.is_clean() {
            eprintln!("{}: {}", self.file.display(), verdict(&built.report, Lang::En));
        }
        Ok(())
    }

    /// Writes all files but the index, and returns that.
    fn write(&self, bytes: &[u8]) -> Result<(Built, Vec<u8>)> {
        let mut index = Vec::new();
        let (sender, receiver) = sync_channel::<Job>(4 * WRITERS);
        let (receiver, failed) = (Mutex::new(receiver), AtomicBool::new(false));
        let built = thread::scope(|scope| {
            let work = || write_each(&receiver, &failed);
            let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(work)).collect();
            let built = build(bytes, Limits::NATIVE, self.threshold, &mut |name, bytes| {
                if name == INDEX {
                    index = bytes;
                    return Ok(());
                }
                let job = (self.out.join(name), bytes);
                let sent = sender.send(job).is_ok() && !failed.load(Ordering::Relaxed);
                sent.then_some(()).ok_or_else(|| io::Error::other("a file can't be written"))
            });
            drop(sender);
            for writer in writers {
                writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            }
            Ok::<_, anyhow::Error>(built?)
        })?;
        // The names too must be on the disk before an index leads to them.
        sync_folder(&self.out.join(FOLDER))?;
        Ok((built, index))
    }

    /// Removes the files of the folder that none of these indexes needs, and says how many.
    fn clean(&self, indexes: [&[u8]; 2]) -> Result<usize> {
        let mut needed = BTreeSet::new();
        for index in indexes.into_iter().filter(|index| !index.is_empty()) {
            let named = files_of(index, &mut |name| fs::read(self.out.join(name)));
            // What can't be followed to its end may need anything.
            let Some(named) = named else { return Ok(0) };
            needed.extend(named);
        }
        let mut removed = 0;
        for entry in fs::read_dir(self.out.join(FOLDER))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let path = [FOLDER, &name].concat();
            if name != LOCK && !needed.contains(&path) {
                fs::remove_file(self.out.join(&path))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

/// Writes files until no more come. After one has failed, in any thread, the rest is only taken out of the way.
fn write_each(jobs: &Mutex<Receiver<Job>>, failed: &AtomicBool) -> Result<()> {
    let mut outcome = Ok(());
    loop {
        // Poisoned only when another writer has panicked, which its join says.
        let Ok(job) = jobs.lock().map(|jobs| jobs.recv()) else { return outcome };
        let Ok((path, bytes)) = job else { return outcome };
        // A name says what is in the file, and only whole files get one.
        if failed.load(Ordering::Relaxed) || path.exists() {
            continue;
        }
        if let Err(error) = write_whole(&path, &bytes) {
            failed.store(true, Ordering::Relaxed);
            let what = format!("{} can't be written", path.display());
            outcome = Err(anyhow::Error::new(error).context(what));
        }
    }
}

/// Writes a file so that it is there whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = path.with_file_name([UNFINISHED, &name].concat());
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)
}

/// Brings the names in a folder to the disk.
fn sync_folder(folder: &Path) -> Result<()> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.with_context(|| format!("{} can't be written", folder.display()))
}

//! `cargo xtask feed slice`, killed at any moment, leaves a whole feed: the one before, or the new one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::yield_now;

use anyhow::{Context as _, Result, ensure};
use qsec2_domain::agenda::Agenda;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::season;
use qsec2_domain::reader::{read, read_slice};
use qsec2_domain::slices::{Directory, FOLDER, Words, files_of};

fn write_feed(file: &Path, from: (i32, u32), events: usize) -> Result<()> {
    let from = YearMonth::new(from.0, from.1).context("a month")?;
    Ok(fs::write(file, serde_json::to_vec(&season(from, events))?)?)
}

fn slice(file: &Path, out: &Path) -> Result<Child> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["feed", "slice"]).arg(file).arg("--out").arg(out);
    Ok(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?)
}

fn slice_whole(file: &Path, out: &Path) -> Result<()> {
    ensure!(slice(file, out)?.wait()?.success(), "{} can't be cut", file.display());
    Ok(())
}

/// The names of all files that are finished.
fn names(out: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(out.join(FOLDER))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.insert([FOLDER, &name].concat());
        }
    }
    Ok(names)
}

/// Reads everything that the index leads to, and returns the ids of all events.
fn read_everything(out: &Path) -> Result<BTreeSet<String>> {
    let index = fs::read(out.join("feed.json"))?;
    let file = |name: &str| fs::read(out.join(name));
    let named = files_of(&index, &mut |name| file(name)).context("a file is missing")?;
    for name in &named {
        ensure!(!file(name)?.is_empty(), "{name} is empty");
    }
    let reading = read(&index)?;
    let outline = reading.outline.context("an outline")?;
    let file = |name: &str| file(&[FOLDER, name].concat());
    let directory = Directory::read(&file(outline.directory())?).context("a directory")?;
    let agenda = Agenda::from_catalogue(&file(directory.catalogue())?).context("a catalogue")?;
    ensure!(agenda.in_order().count() >= outline.events());
    for words in directory.words_for("l") {
        Words::read(&file(words)?).context("words")?;
    }
    let mut ids = BTreeSet::new();
    for slice in directory.slices() {
        let slice = read_slice(&file(slice)?, &reading.feed)?;
        ids.extend(slice.events.into_iter().map(|event| format!("{} {:?}", event.id, event.span)));
    }
    ensure!(ids.len() == outline.events(), "{} of {}", ids.len(), outline.events());
    Ok(ids)
}

#[test]
fn a_feed_stands_whole_whenever_the_cutting_is_killed() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (old, new) = (folder.path().join("old.json"), folder.path().join("new.json"));
    write_feed(&old, (2026, 9), 400)?;
    write_feed(&new, (2027, 2), 3000)?;
    let out = folder.path().join("out");
    slice_whole(&old, &out)?;
    let before = read_everything(&out)?;
    let old_names = names(&out)?;
    let mut killed_early = 0;
    for more in [0, 1, 7, 40, 150] {
        let mut process = slice(&new, &out)?;
        // By what is there, not by the clock; should it end first, that is no kill in the middle.
        while names(&out)?.difference(&old_names).count() < more && process.try_wait()?.is_none() {
            yield_now();
        }
        process.kill()?;
        process.wait()?;
        let now = read_everything(&out)?;
        killed_early += usize::from(now == before);
        ensure!(now == before || now.len() == 3000, "neither the old feed nor the new one");
    }
    ensure!(killed_early >= 3, "killed in the middle only {killed_early} times");
    slice_whole(&new, &out)?;
    ensure!(read_everything(&out)?.len() == 3000);
    let finished = fs::read_dir(out.join(FOLDER))?.filter_map(Result::ok);
    let unfinished = finished.filter(|it| it.file_name().to_string_lossy().starts_with(".unf"));
    ensure!(unfinished.count() == 0, "unfinished files are left");
    Ok(())
}

#[test]
fn what_the_index_before_named_stays_and_what_no_index_names_goes() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("out");
    let file = folder.path().join("feed.json");
    let mut kept = Vec::new();
    for month in [1, 4, 7] {
        write_feed(&file, (2026, month), 400)?;
        slice_whole(&file, &out)?;
        let index = fs::read(out.join("feed.json"))?;
        kept.push(files_of(&index, &mut |name| fs::read(out.join(name))).context("files")?);
    }
    let expected: BTreeSet<_> = kept[1].union(&kept[2]).cloned().collect();
    assert_eq!(names(&out)?, expected);
    // Once more the same: nothing that anybody may be reading goes.
    slice_whole(&file, &out)?;
    assert_eq!(names(&out)?, expected);
    Ok(())
}

#[test]
fn a_small_feed_replaces_one_in_slices() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (out, file) = (folder.path().join("out"), folder.path().join("feed.json"));
    write_feed(&file, (2026, 1), 400)?;
    slice_whole(&file, &out)?;
    write_feed(&file, (2026, 1), 3)?;
    slice_whole(&file, &out)?;
    assert_eq!(fs::read(out.join("feed.json"))?, fs::read(&file)?);
    Ok(())
}

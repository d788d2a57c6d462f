//! Times the cutting of a feed without a disk: `cargo run --release -p qsec2-domain --features slicing --example time_slices FILE`.
//!
//! A tool to be read by people; it is no test, since a machine's speed is no rule.
#![expect(clippy::print_stdout, reason = "a tool that prints what it measured")]

use std::time::Instant;

use qsec2_domain::reader::{Limits, visit_events};
use qsec2_domain::slices::build;

fn main() {
    let file = std::env::args().nth(1).unwrap_or_default();
    let start = Instant::now();
    let bytes = std::fs::read(&file).unwrap_or_default();
    println!("{file}: {} bytes, there after {:.1?}", bytes.len(), start.elapsed());
    let start = Instant::now();
    let mut events = 0;
    let reading = visit_events(&bytes, Limits::NATIVE, &mut |_, event, _| {
        events += usize::from(event.is_some());
    });
    println!("read {events} events in {:.1?}: {}", start.elapsed(), reading.is_ok());
    let start = Instant::now();
    let (mut files, mut length) = (0, 0);
    let built = build(&bytes, Limits::NATIVE, 0, &mut |_, bytes| {
        if files == 0 {
            println!("first file after {:.1?}", start.elapsed());
        }
        (files, length) = (files + 1, length + bytes.len());
        Ok(())
    });
    println!(
        "cut into {files} files of {length} bytes in {:.1?}: {}",
        start.elapsed(),
        built.is_ok()
    );
}

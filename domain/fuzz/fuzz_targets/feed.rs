//! No bytes panic the reader; whatever it returns is sound, and is read back as the same with a clean report.

#![no_main]

#[path = "../../tests/reader/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;
use qsec2_domain::lang::Lang;
use qsec2_domain::reader::read;

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Ok(reading) => {
            sound::assert_sound(&reading.feed);
            for problem in reading.report.problems() {
                assert!(
                    problem.message(Lang::Fr).ends_with('.')
                        && problem.cure(Lang::En).ends_with('.')
                );
            }
            let written = serde_json::to_vec(&reading.feed).expect("a feed can be written");
            let again = read(&written).expect("what was written can be read");
            assert!(again.report.is_clean(), "{:#?}", again.report.problems());
            assert_eq!(again.feed, reading.feed);
        }
        Err(refusal) => assert!(refusal.message(Lang::Fr).ends_with('.')),
    }
});

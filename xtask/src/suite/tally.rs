//! How many tests passed and failed, read from what test programs print.

use std::fmt;
use std::ops::Add;

/// Counts of tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    /// Those that held.
    pub(super) passed: u64,
    /// Those that did not.
    pub(super) failed: u64,
}

impl Tally {
    /// What a line of output adds: `test result: ok. 5 passed; 0 failed; …`, and nothing for any other.
    pub(super) fn of_line(line: &str) -> Self {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return Self::default();
        };
        let count = |what| {
            let before = result.split(what).next().filter(|before| *before != result)?;
            before.rsplit([' ', '.']).find(|word| !word.is_empty())?.parse().ok()
        };
        Self { passed: count(" passed").unwrap_or(0), failed: count(" failed").unwrap_or(0) }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl fmt::Display for Tally {
    /// `12 passed, 0 failed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_summed_and_other_lines_are_not() {
        let lines = [
            "test result: ok. 31 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 26 filtered out",
            "test a_test_with_7 passed ... ok",
            "",
        ];
        let sum = lines.iter().map(|line| Tally::of_line(line)).fold(Tally::default(), Add::add);
        assert_eq!(sum, Tally { passed: 35, failed: 2 });
        assert_eq!(sum.to_string(), "35 passed, 2 failed");
    }
}

//! What the browser complained about: its console, failed requests, refused scripts.
//!
//! Nothing is passed over silently: what a test provokes on purpose, it names.

use std::fmt;

use thirtyfour::BrowserLogEntry;

/// Complaints that a test provokes itself, as parts of their text.
pub type Expected = Vec<String>;

/// What the browser complained about and nobody expected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Complaints(Vec<String>);

impl Complaints {
    /// Picks errors and reports of the content security policy out of a browser's log.
    pub fn of(log: &[BrowserLogEntry], expected: &[String]) -> Self {
        let bad = log.iter().filter(|entry| is_complaint(entry));
        let unexpected =
            bad.filter(|entry| !expected.iter().any(|part| entry.message.contains(part)));
        Self(unexpected.map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// Whether there was nothing to complain about.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Complaints {
    /// One a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}

fn is_complaint(entry: &BrowserLogEntry) -> bool {
    entry.level == "SEVERE" || entry.message.contains("Content Security Policy")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(level: &str, message: &str) -> BrowserLogEntry {
        let (level, message) = (level.to_owned(), message.to_owned());
        BrowserLogEntry { level, message, timestamp: 0, source: None }
    }

    #[test]
    fn errors_and_policy_reports_are_complaints_unless_they_were_expected() {
        let log = [
            entry("INFO", "hello"),
            entry("SEVERE", "/feed.json - status of 404"),
            entry("WARNING", "violates the Content Security Policy"),
        ];
        assert_eq!(Complaints::of(&log, &["status of 404".to_owned()]).0.len(), 1);
        assert_eq!(Complaints::of(&log, &[]).0.len(), 2);
        assert!(Complaints::of(&log[..1], &[]).is_empty());
    }
}

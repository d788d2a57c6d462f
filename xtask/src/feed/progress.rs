//! Says on standard error that something is under way: a spinner with the time for people, one line for logs.

use std::io::{IsTerminal as _, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::run::announce;

/// How often the spinner turns.
const TURN: Duration = Duration::from_millis(120);

/// Does some work, and says what it is while it lasts.
pub(super) fn during<T>(step: &str, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        announce(step);
        return work();
    }
    let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})");
    let spinner = ProgressBar::new_spinner();
    spinner.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    spinner.set_message(step.to_owned());
    spinner.enable_steady_tick(TURN);
    let outcome = work();
    spinner.finish_and_clear();
    outcome
}

//! Where each entry of the tab's history was entered from, so that a link back to it can be the browser's own Back: to the
//! same place on the page, and no longer history.

use super::{history, saved};

/// The most entries that are looked through.
const FAR: i32 = 200;

/// Where one is, to be told to [`entered_from`] once one is elsewhere.
#[derive(Debug, Clone)]
pub struct Step(String);

/// Where one is, at an address.
pub fn step(here: &str) -> Step {
    Step([&history::key(), " ", here].concat())
}

/// Writes down that the present entry, a new one, was entered from another.
pub fn entered_from(step: &Step) {
    saved::keep_in_tab(&name(&history::key()), &step.0);
}

/// Goes back to the last entry with this address, if one came from there; says whether it does.
pub fn back_to(address: &str) -> bool {
    let mut key = history::key();
    for steps in 1..=FAR {
        let Some(from) = saved::kept_in_tab(&name(&key)) else { return false };
        let Some((before, at)) = from.split_once(' ') else { return false };
        if at == address {
            return history::go(-steps);
        }
        before.clone_into(&mut key);
    }
    false
}

fn name(key: &str) -> String {
    ["from.", key].concat()
}

//! What the buttons beside a list ask for, until what does it has come.

use leptos::prelude::*;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// To show how to subscribe and what to download.
    Take,
    /// To pass the page's address on.
    Share,
    /// To print.
    Print,
}

/// What was asked, until it is done. Put into context for the chunk.
#[derive(Debug, Clone, Copy)]
pub struct Asking([RwSignal<bool>; 3]);

impl Asking {
    /// Nothing.
    pub fn new() -> Self {
        Self([(); 3].map(|()| RwSignal::new(false)))
    }

    /// Whether anything is asked for, followed.
    pub fn is_any(self) -> bool {
        self.0.iter().any(Get::get)
    }

    /// Whether this is asked for. Signals of a kind of their own would be 4 kB of the first load.
    pub const fn of(self, act: Act) -> RwSignal<bool> {
        self.0[act as usize]
    }
}

/// The id of the button that opens the dialog, which gets the focus back.
pub const OPENER: &str = "emporter";

impl Default for Asking {
    fn default() -> Self {
        Self::new()
    }
}

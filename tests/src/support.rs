//! What a browser test stands on: a server of its own, a browser of its own, and the eyes and hands of a visitor.

pub mod axe;
pub mod camera;
pub mod contrast;
pub mod driver;
pub mod element;
pub mod log;
pub mod programme;
pub mod release;
pub mod screen;
pub mod server;
pub mod session;
pub mod visitor;
pub mod worker;

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

/// What a step may fail with: whatever it was, said to the person who runs the tests.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// What went wrong, in lines that are printed as they are.
pub struct Told(String);

/// A failure that is told in these words.
pub fn told(words: impl Into<String>) -> Box<dyn Error + Send + Sync> {
    Box::new(Told(words.into()))
}

impl Error for Told {}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Told {
    /// As [`fmt::Display`]: a failed test prints this one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

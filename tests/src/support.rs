//! What a browser test stands on: a server of its own, a browser of its own, and the eyes and hands of a visitor.

pub mod axe;
pub mod camera;
pub mod driver;
pub mod element;
pub mod log;
pub mod programme;
pub mod screen;
pub mod server;
pub mod session;
pub mod visitor;

use std::error::Error;
use std::path::{Path, PathBuf};

/// What a step may fail with: whatever it was, said to the person who runs the tests.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

//! A real Chromium with a fresh profile, driven over `WebDriver`; at most two at a time, as the machines of tests are small.

use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    CapabilitiesHelper as _, ChromiumLikeCapabilities as _, DesiredCapabilities, WebDriver,
};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::Outcome;
use super::driver::{Driver, chromium};

static PLACES: Semaphore = Semaphore::const_new(2);

/// No call home, no first-run pages; roles and names as assistive technology gets them, to be asked by scripts.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-blink-features=ComputedAccessibilityInfo",
];

/// A browser of one's own. To be closed; a forgotten one is closed when it is dropped, with a warning.
#[derive(Debug)]
pub struct Session {
    /// The way to it.
    pub web: WebDriver,
    _driver: Arc<Driver>,
    _profile: TempDir,
    _place: SemaphorePermit<'static>,
}

impl Session {
    /// Opens a browser with a window as of a small computer.
    ///
    /// # Errors
    /// When Chromium or its driver are missing or don't start.
    pub async fn open() -> Outcome<Self> {
        let place = PLACES.acquire().await?;
        let driver = Driver::shared()?;
        let profile = tempfile::tempdir()?;
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&chromium()?.to_string_lossy())?;
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        wanted.add_arg("--window-size=1280,900")?;
        wanted.add_arg("--lang=fr-FR")?;
        wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let web = WebDriver::new(format!("http://127.0.0.1:{}", driver.port), wanted).await?;
        Ok(Self { web, _driver: driver, _profile: profile, _place: place })
    }

    /// Asks the browser by its own protocol.
    ///
    /// # Errors
    /// When it does not know the command or refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.web.cdp().send_raw(command, parameters).await?)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// When it does not answer any more.
    pub async fn close(self) -> Outcome {
        Ok(self.web.clone().quit().await?)
    }
}

//! The screen that a page is seen on: width, scheme, motion, contrast, size of text.

use serde_json::json;

use super::Outcome;
use super::session::Session;

/// Light or dark, as the visitor's system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// The word that style sheets ask for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Session {
    /// Gives the window a size in CSS pixels.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Sets the scheme of the visitor's system.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        self.media(&[("prefers-color-scheme", scheme.as_str())]).await
    }

    /// Sets what style sheets may ask of the visitor's system.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn media(&self, features: &[(&str, &str)]) -> Outcome {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }
}

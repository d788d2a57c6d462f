//! The service worker as one may ask for it in the page, and the network of the browser.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::json;

use super::Outcome;
use super::visitor::Visitor;

/// What the device has: the releases, and whether the newest is whole and in charge of the page; whether the feed is kept.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
struct Kept {
    releases: usize,
    settled: bool,
    feed: bool,
}

const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const settled = Boolean(registration && !registration.installing && !registration.waiting
            && registration.active?.state === 'activated' && navigator.serviceWorker.controller);
        const releases = (await caches.keys()).filter(name => name.startsWith('qsec2-release-')).length;
        done({ releases, settled, feed: (await caches.match('/feed.json')) !== undefined });
    })();
";

/// Which release each part of the page is of: what the page says, what the script says, the hashes of the files it loaded.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct Parts {
    /// What the page says.
    pub page: Option<String>,
    /// What the script says.
    pub script: Option<String>,
    /// The paths of the files it loaded that have a hash in their name.
    pub files: BTreeSet<String>,
}

const PARTS: &str = "
    const paths = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
    return {
        page: document.querySelector('meta[name=release]')?.content ?? null,
        script: globalThis.release ?? null,
        files: paths.filter(path => /-[0-9a-f]{10,16}(_bg)?[.](js|wasm|css)$/.test(path)),
    };
";

const FETCH: &str = "
    const [path, done] = arguments;
    fetch(path).then(answer => done(answer.status), () => done(0));
";

impl Visitor {
    /// Waits until the device has so many releases, of which the newest is whole and in charge, and the feed.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn has_kept(&self, releases: usize) -> Outcome {
        let look = async || {
            let kept: Kept = self.session.web.execute_async(KEPT, Vec::new()).await?.convert()?;
            Ok((kept == Kept { releases, settled: true, feed: true }).then_some(()))
        };
        self.until(&format!("{releases} release(s) are kept on the device"), look).await
    }

    /// Which release the page is of, part by part.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn parts(&self) -> Outcome<Parts> {
        Ok(self.session.web.execute(PARTS, Vec::new()).await?.convert()?)
    }

    /// The status of what the page gets from a path; 0 when it gets nothing.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn fetches(&self, path: &str) -> Outcome<u16> {
        Ok(self.session.web.execute_async(FETCH, vec![json!(path)]).await?.convert()?)
    }

    /// Forgets what the browser keeps of itself: only what the worker keeps is left.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn forget_what_was_loaded(&self) -> Outcome {
        self.session.devtools("Network.clearBrowserCache", json!({})).await.map(drop)
    }

    /// Goes where there is no network: the server is gone, and the browser is told that it has no line.
    ///
    /// # Errors
    /// When the server does not end.
    pub async fn lose_the_line(&self) -> Outcome {
        self.server.stop().await?;
        self.forget_what_was_loaded().await?;
        for part in [
            "ERR_CONNECTION_REFUSED",
            "ERR_CONNECTION_RESET",
            "ERR_INTERNET_DISCONNECTED",
            "ERR_FAILED",
        ] {
            self.expect_complaint(part);
        }
        let line = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        // By itself it would not do: it reaches the page and not its worker.
        self.session.devtools("Network.emulateNetworkConditions", line).await?;
        let told: bool =
            self.session.web.execute("return !navigator.onLine", Vec::new()).await?.convert()?;
        if told { Ok(()) } else { Err("the browser was not told that it has no line".into()) }
    }
}

//! What a visitor sees, hears and finds.

use std::time::{Duration, Instant};

use thirtyfour::WebElement;

use super::Visitor;
use crate::support::element::{Role, Sought, any};
use crate::support::{Outcome, told};

/// How long anything may take to come true.
const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(40);

/// What stands on the page, no-break spaces as spaces.
const TEXT: &str = "
    const [element] = arguments;
    return ((element || document.body).innerText || '').replace(/[\\u00a0\\u202f]/g, ' ');
";

impl Visitor {
    /// The first thing that fits, once there is one.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn find(&self, sought: Sought<'_>) -> Outcome<WebElement> {
        self.find_within(sought, None).await
    }

    /// The first thing that fits within another, once there is one.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn find_within(
        &self,
        sought: Sought<'_>,
        within: Option<&WebElement>,
    ) -> Outcome<WebElement> {
        let first = async || Ok(self.session.all(sought, within).await?.into_iter().next());
        self.until(&format!("there is {sought}"), first).await
    }

    /// All that fits now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn all(&self, sought: Sought<'_>) -> Outcome<Vec<WebElement>> {
        self.session.all(sought, None).await
    }

    /// Waits until nothing fits any more.
    ///
    /// # Errors
    /// When something still does after a while.
    pub async fn gone(&self, sought: Sought<'_>) -> Outcome {
        let none = async || Ok(self.all(sought).await?.is_empty().then_some(()));
        self.until(&format!("there is no {sought}"), none).await
    }

    /// All that stands on the page now, as one sees it; no-break spaces as spaces.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Outcome<String> {
        Ok(self.session.web.execute(TEXT, Vec::new()).await?.convert()?)
    }

    /// What stands in a thing; no-break spaces as spaces.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text_of(&self, element: &WebElement) -> Outcome<String> {
        Ok(self.session.web.execute(TEXT, vec![element.to_json()?]).await?.convert()?)
    }

    /// Waits until this stands on the page, in capitals or not.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn sees(&self, said: &str) -> Outcome {
        let there = async || Ok(contains(&self.text().await?, said).then_some(()));
        self.until(&format!("« {said} » is on the page"), there).await
    }

    /// Waits until this no longer stands on the page.
    ///
    /// # Errors
    /// When it still does after a while.
    pub async fn no_longer_sees(&self, said: &str) -> Outcome {
        let gone = async || Ok((!contains(&self.text().await?, said)).then_some(()));
        self.until(&format!("« {said} » is not on the page"), gone).await
    }

    /// Waits until something that is said when it changes says this.
    ///
    /// # Errors
    /// When nothing does in time.
    pub async fn hears(&self, said: &str) -> Outcome {
        let heard = async || {
            for status in self.all(any(Role::Status)).await? {
                // One that is gone meanwhile, a part of the page that has come, says nothing any more.
                let Ok(text) = self.text_of(&status).await else { continue };
                if contains(&text, said) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        };
        self.until(&format!("« {said} » is said"), heard).await
    }

    /// As [`Self::hears`], for what takes long by right.
    ///
    /// # Errors
    /// When nothing does within some minutes.
    pub async fn hears_patiently(&self, said: &str) -> Outcome {
        for _ in 0..8 {
            if self.hears(said).await.is_ok() {
                return Ok(());
            }
        }
        self.hears(said).await
    }

    /// The path and query in the address bar, as written there.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self) -> Outcome<String> {
        let address = "return location.pathname + location.search;";
        Ok(self.session.web.execute(address, Vec::new()).await?.convert()?)
    }

    /// Waits until the address bar has this path and query.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn is_at(&self, address: &str) -> Outcome {
        let there = async || Ok((self.address().await? == address).then_some(()));
        self.until(&format!("the address is {address}"), there).await
    }

    /// Looks until something is there.
    ///
    /// # Errors
    /// With what was wanted and what stood on the page instead, when time is up.
    pub async fn until<T>(
        &self,
        wanted: &str,
        mut look: impl AsyncFnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let begin = Instant::now();
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            if begin.elapsed() > PATIENCE {
                let text: String = self.text().await?.chars().take(900).collect();
                let address: String = self.address().await?.chars().take(200).collect();
                return Err(told(format!("not so: {wanted}. At {address} there stood:\n{text}")));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }
}

/// Style sheets turn letters into capitals; what is said stays the same.
fn contains(text: &str, said: &str) -> bool {
    text.to_lowercase().contains(&said.to_lowercase())
}

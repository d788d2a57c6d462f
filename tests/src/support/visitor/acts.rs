//! What a visitor does: open addresses, follow links, press, tick, type, go back.

use serde_json::json;
use thirtyfour::{Key, WebElement};

use super::Visitor;
use crate::support::Outcome;
use crate::support::element::{Role, named};

/// The page is drawn by the app: it has a heading that is not the one that asks to wait, and what the server sent is gone.
const DRAWN: &str = "
    const heading = document.querySelector('main h1');
    return document.readyState === 'complete' && heading !== null && heading.computedRole === 'heading'
        && document.querySelector('[data-rendered]') === null;
";

impl Visitor {
    /// Types an address of the site into the address bar, and waits until the page is drawn.
    ///
    /// # Errors
    /// When it is not drawn in time.
    pub async fn open(&self, path_and_query: &str) -> Outcome {
        self.session.web.goto(self.server.address(path_and_query)).await?;
        self.drawn().await
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When it is not drawn in time.
    pub async fn reload(&self) -> Outcome {
        self.session.web.refresh().await?;
        self.drawn().await
    }

    /// Waits until a page is drawn.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn drawn(&self) -> Outcome {
        self.until("the page is drawn", async || self.is_drawn().await).await?;
        self.session.after_paint().await
    }

    /// As [`Self::drawn`], for what takes the browser long by right.
    ///
    /// # Errors
    /// When it is not drawn within some minutes.
    pub async fn drawn_patiently(&self) -> Outcome {
        for _ in 0..20 {
            if self.drawn().await.is_ok() {
                return Ok(());
            }
        }
        self.drawn().await
    }

    async fn is_drawn(&self) -> Outcome<Option<()>> {
        let drawn: bool = self.session.web.execute(DRAWN, Vec::new()).await?.convert()?;
        Ok(drawn.then_some(()))
    }

    /// Goes back in the browser's history.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn back(&self) -> Outcome {
        Ok(self.session.web.back().await?)
    }

    /// Goes forward in the browser's history.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn forward(&self) -> Outcome {
        Ok(self.session.web.forward().await?)
    }

    /// Follows a link by its whole name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn follow(&self, link: &str) -> Outcome {
        Ok(self.find(named(Role::Link, link)).await?.click().await?)
    }

    /// Presses a button by its whole name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press(&self, button: &str) -> Outcome {
        Ok(self.find(named(Role::Button, button)).await?.click().await?)
    }

    /// Ticks a box, or takes the tick off it, by its whole name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn tick(&self, checkbox: &str) -> Outcome {
        Ok(self.find(named(Role::Checkbox, checkbox)).await?.click().await?)
    }

    /// The field that a label names.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn field(&self, label: &str) -> Outcome<WebElement> {
        let labelled = "
            const label = [...document.querySelectorAll('label')].find(it => it.innerText.trim() === arguments[0]);
            return label && label.control;
        ";
        let control = async || {
            let found = self.session.web.execute(labelled, vec![json!(label)]).await?;
            Ok(if found.json().is_null() { None } else { Some(found.element()?) })
        };
        self.until(&format!("there is a field « {label} »"), control).await
    }

    /// Writes a day, `2018-01-20`, into the date field that a label names, as its picker does.
    ///
    /// # Errors
    /// When there is none.
    pub async fn pick_day(&self, label: &str, day: &str) -> Outcome {
        let field = self.field(label).await?;
        let pick = "
            const [field, day] = arguments;
            field.focus();
            field.value = day;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
        ";
        Ok(self.session.web.execute(pick, vec![field.to_json()?, json!(day)]).await.map(drop)?)
    }

    /// Types words into the box for words, one letter after the other.
    ///
    /// # Errors
    /// When there is none.
    pub async fn search_for(&self, words: &str) -> Outcome {
        let field = self.field("Rechercher").await?;
        field.clear().await?;
        Ok(field.send_keys(words).await?)
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn key(&self, key: Key) -> Outcome {
        Ok(self.session.web.action_chain().send_keys(key).perform().await?)
    }

    /// What has the focus, by role and name: « link Aller au contenu ».
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focused(&self) -> Outcome<String> {
        let focused = "
            const element = document.activeElement;
            const name = (element.computedName || '').replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
            return `${element.computedRole} ${name}`;
        ";
        Ok(self.session.web.execute(focused, Vec::new()).await?.convert()?)
    }
}

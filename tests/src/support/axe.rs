//! axe-core, a library of accessibility rules, run in the page: all of its default rules and its best practices.
//!
//! Nothing is muted: what a rule can't decide by itself is told as well, and has to be looked at.

use std::fs;

use serde::Deserialize;
use serde_json::json;

use super::session::Session;
use super::{Outcome, root};

/// What a rule found on an element.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct Finding {
    /// The rule: `color-contrast`.
    pub rule: String,
    /// Where, as a way to the element.
    pub element: String,
    /// What to do.
    pub help: String,
    /// What was measured.
    pub detail: String,
}

/// What the rules say of a page.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Verdict {
    /// Broken rules.
    pub violations: Vec<Finding>,
    /// What no rule could decide.
    pub undecided: Vec<Finding>,
}

/// Which rules to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All of them.
    All,
    /// Those on colours, for a page of which only the colours changed.
    Colours,
}

const RUN: &str = "
    const [only, done] = arguments;
    const rules = only.length > 0 ? { runOnly: only } : {};
    const told = results => results.flatMap(rule => rule.nodes.map(node => ({
        rule: rule.id,
        element: node.target.flat().join(' '),
        help: rule.help,
        detail: [...node.any, ...node.all, ...node.none].map(check => check.message).join(' '),
    })));
    axe.run(document, { ...rules, resultTypes: ['violations', 'incomplete'] }).then(
        results => done({ violations: told(results.violations), undecided: told(results.incomplete) }),
        error => done({ violations: [{ rule: 'axe', element: '', help: String(error), detail: '' }], undecided: [] }),
    );
";

impl Session {
    /// Has axe-core in every page from now on.
    ///
    /// # Errors
    /// When it is not installed.
    pub async fn bring_axe(&self) -> Outcome {
        let file = root().join("node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&file).map_err(
            |_| "axe-core is not in node_modules/: `cargo xtask test` installs it, `npm ci` too",
        )?;
        let script = json!({ "source": source });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
    }

    /// What axe-core says of the page as it is.
    ///
    /// # Errors
    /// When it was not brought along, or does not end.
    pub async fn axe(&self, rules: Rules) -> Outcome<Verdict> {
        let only: &[&str] = match rules {
            Rules::All => &[],
            Rules::Colours => &["color-contrast", "link-in-text-block"],
        };
        Ok(self.web.execute_async(RUN, vec![json!(only)]).await?.convert()?)
    }
}

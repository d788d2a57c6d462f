//! What a sweep found wrong, as a list that one can work through.

use std::collections::BTreeMap;

use qsec2_tests::support::axe::{Finding, Verdict};
use qsec2_tests::support::log::Complaints;
use qsec2_tests::support::{Outcome, told};

/// Each defect once, with every page and variant that has it.
#[derive(Debug, Default)]
pub(crate) struct Defects(BTreeMap<String, Vec<String>>);

impl Defects {
    /// Notes a defect on a page in a variant.
    pub(crate) fn add(&mut self, page: &str, variant: &str, what: impl Into<String>) {
        self.0.entry(what.into()).or_default().push(format!("{page} [{variant}]"));
    }

    /// Notes what axe-core found, and what it could not decide.
    pub(crate) fn add_verdict(&mut self, page: &str, variant: &str, verdict: &Verdict) {
        for finding in &verdict.violations {
            self.add(page, variant, line("", finding));
        }
        // Contrasts that it could not decide are measured, in a test of their own.
        for finding in verdict.undecided.iter().filter(|it| it.rule != "color-contrast") {
            self.add(page, variant, line("undecided: ", finding));
        }
    }

    /// Notes what the browser complained about.
    pub(crate) fn add_complaints(&mut self, page: &str, complaints: &Complaints) {
        if !complaints.is_empty() {
            self.add(page, "any", format!("console: {complaints}"));
        }
    }

    /// Fails when there is any.
    pub(crate) fn verdict(&self) -> Outcome {
        if self.0.is_empty() {
            return Ok(());
        }
        let lines = self.0.iter().map(|(what, where_)| {
            let shown: Vec<_> = where_.iter().take(4).map(String::as_str).collect();
            let more = where_.len().saturating_sub(shown.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("• {what}\n    on {}{more}", shown.join(", "))
        });
        let lines = lines.collect::<Vec<_>>().join("\n");
        Err(told(format!("{} defects:\n{lines}", self.0.len())))
    }
}

fn line(lead: &str, finding: &Finding) -> String {
    let Finding { rule, element, help, detail } = finding;
    let detail: String = detail.chars().take(220).collect();
    format!("{lead}{rule} — {element} — {help} — {detail}")
}

//! Where a record comes from.

use leptos::prelude::*;
use qsec2_domain::link::Link;
use qsec2_domain::provenance::Provenance;

use crate::i18n::facts::facts;
use crate::state::site::use_site;

/// How precise a record is, and the pages it was found on. Nothing when neither is known.
#[component]
pub fn Sources(
    /// What the record says about itself.
    provenance: Provenance,
) -> impl IntoView {
    if provenance.source.is_empty() && provenance.precision.is_none() {
        return None;
    }
    let t = facts(use_site().lang());
    let links = provenance.source.into_iter().map(|link| view! { <li><SourceLink link /></li> });
    let links = links.collect_view();
    let precision = provenance.precision;
    Some(
        view! {
            <details class="sources">
                <summary>{t.sources}</summary>
                <p>{precision}</p>
                <ul>{links}</ul>
            </details>
        }
        .into_any(),
    )
}

/// A link to elsewhere, named by its host.
#[component]
pub fn SourceLink(
    /// Where it leads.
    link: Link,
) -> impl IntoView {
    let name = link.host().unwrap_or_else(|| link.as_str()).to_owned();
    view! { <a href=link.as_str().to_owned() rel="external noopener">{name}</a> }.into_any()
}

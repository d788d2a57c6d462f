//! The project: what it is, its seasons, its figures, who makes it.

use leptos::prelude::*;
use qsec2_domain::feed::Feed;
use qsec2_domain::group::{Exactness, Figure};
use qsec2_domain::lang::Lang;

use crate::components::contact::Operators;
use crate::components::sources::Sources;
use crate::i18n::{Texts, codes, dates};
use crate::pages::{Heading, paragraphs};
use crate::state::site::{use_feed, use_site};

/// The page about the project.
#[component]
pub fn About() -> impl IntoView {
    let loaded = use_feed();
    let t = &use_site().t.about;
    view! {
        <Heading title=t.title />
        <div class="page-text">{paragraphs(&t.paragraphs)}</div>
        {seasons(&loaded.feed)}
        {figures(&loaded.feed)}
        <section><h2>{t.partners}</h2><Operators /></section>
        <section><h2>{t.credits}</h2><p>{t.credits_text}</p></section>
    }
    .into_any()
}

fn seasons(feed: &Feed) -> AnyView {
    let site = use_site();
    let items = feed.seasons.iter().cloned().map(|season| {
        view! {
            <li>
                <article class="item"><div>
                    <h3>{season.name}</h3>
                    <p class="item-when">{dates::years(site.lang(), season.start_date, season.end_date)} {season.project.map(|it| format!(" · {it}"))}</p>
                    <p>{season.description}</p>
                    <Sources provenance=season.provenance />
                </div></article>
            </li>
        }
    });
    view! { <section><h2>{site.t.about.seasons}</h2><ul class="items">{items.collect_view()}</ul></section> }.into_any()
}

fn figures(feed: &Feed) -> Option<AnyView> {
    let t = use_site().t;
    if feed.figures.is_empty() {
        return None;
    }
    let items = feed.figures.iter().map(|figure| {
        let scope = figure.scope.clone().map(|scope| view! { <p class="item-when">{scope}</p> });
        view! {
            <li class="figure">
                <p class="figure-value">{value(t, figure)}</p>
                <p class="figure-name">{figure.name.clone()}</p>
                {scope}
                <Sources provenance=figure.provenance.clone() />
            </li>
        }
    });
    let items = items.collect_view();
    Some(view! { <section><h2>{t.about.figures}</h2><p>{t.about.figures_lead}</p><ul class="figures">{items}</ul></section> }.into_any())
}

/// « environ 32 000 », « 100 à 200 m² ».
fn value(t: &Texts, figure: &Figure) -> String {
    let lead = match figure.exactness {
        Exactness::Exact => String::new(),
        Exactness::About => format!("{} ", t.about.approximately),
        Exactness::AtLeast => format!("{} ", t.about.at_least),
    };
    let to = figure.max_value.map(|max| format!(" {} {}", t.about.to, number(t.lang, max)));
    let unit = figure.unit_text.as_ref().map(|unit| format!("\u{a0}{unit}"));
    format!("{lead}{}{}{}", number(t.lang, figure.value), to.unwrap_or_default(), unit.unwrap_or_default())
}

/// A number with thousands set apart, and one decimal where there is any.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded first")]
fn number(lang: Lang, value: f64) -> String {
    let tenths = (value.clamp(0.0, 1e14) * 10.0).round() as u64;
    let whole = codes::thousands(usize::try_from(tenths / 10).unwrap_or(usize::MAX));
    let point = if lang == Lang::Fr { ',' } else { '.' };
    match tenths % 10 {
        0 => whole,
        tenth => format!("{whole}{point}{tenth}"),
    }
}

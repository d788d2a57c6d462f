//! The project: what it is, its seasons, its figures, who makes it.

use leptos::prelude::*;
use qsec2_domain::feed::Feed;
use qsec2_domain::group::{Exactness, Figure};
use qsec2_domain::lang::Lang;

use crate::components::contact::operators;
use crate::components::parts::{items, paragraph, section};
use crate::components::sources::Sources;
use crate::i18n::{Texts, codes, dates};
use crate::pages::{page, paragraphs};
use crate::state::site::{use_feed, use_site};

/// The page about the project.
#[component]
pub fn About() -> impl IntoView {
    let loaded = use_feed();
    let t = use_site().t.about();
    let partners = section(t.partners, vec![operators()]);
    let credits =
        section(t.credits, vec![paragraph("", t.credits_text), paragraph("", t.credits_map)]);
    let words = view! { <div class="page-text">{paragraphs(&t.paragraphs)}</div> }.into_any();
    page(t.title, "", vec![words, seasons(&loaded.feed), figures(&loaded.feed), partners, credits])
}

fn seasons(feed: &Feed) -> AnyView {
    let site = use_site();
    let list = feed.seasons.iter().cloned().map(|season| {
        let years = dates::years(site.lang(), season.start_date, season.end_date);
        let project = season.project.map(|it| format!(" · {it}")).unwrap_or_default();
        let name = view! { <h3>{season.name}</h3> }.into_any();
        let when = paragraph("item-when", format!("{years}{project}"));
        let text = paragraph("", season.description.unwrap_or_default());
        let sources = view! { <Sources provenance=season.provenance /> }.into_any();
        let parts = vec![name, when, text, sources];
        view! { <article class="item"><div>{parts}</div></article> }.into_any()
    });
    section(site.t.about().seasons, vec![items("items", list.collect())])
}

fn figures(feed: &Feed) -> AnyView {
    let t = use_site().t;
    let list: Vec<AnyView> = feed.figures.iter().map(|figure| figure_view(t, figure)).collect();
    let some = !list.is_empty();
    let lead = paragraph("", t.about().figures_lead);
    some.then(|| section(t.about().figures, vec![lead, items("figures", list)])).into_any()
}

fn figure_view(t: &Texts, figure: &Figure) -> AnyView {
    let provenance = figure.provenance.clone();
    let parts = vec![
        paragraph("figure-value", value(t, figure)),
        paragraph("figure-name", figure.name.clone()),
        paragraph("item-when", figure.scope.clone().unwrap_or_default()),
        view! { <Sources provenance /> }.into_any(),
    ];
    view! { <div class="figure">{parts}</div> }.into_any()
}

/// « environ 32 000 », « 100 à 200 m² ».
fn value(t: &Texts, figure: &Figure) -> String {
    let lead = match figure.exactness {
        Exactness::Exact => String::new(),
        Exactness::About => format!("{} ", t.about().approximately),
        Exactness::AtLeast => format!("{} ", t.about().at_least),
    };
    let to = figure.max_value.map(|max| format!(" {} {}", t.about().to, number(t.lang, max)));
    let unit = figure.unit_text.as_ref().map(|unit| format!("\u{a0}{unit}"));
    format!(
        "{lead}{}{}{}",
        number(t.lang, figure.value),
        to.unwrap_or_default(),
        unit.unwrap_or_default()
    )
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

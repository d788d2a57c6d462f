//! What changed: since one's last visit, as far as the device remembers; and the public change log, the records whose last
//! change is dated, newest first.

use leptos::prelude::*;
use qsec2_domain::changes::{Change, ChangeKind, Reach, Since, Told};
use qsec2_domain::pages::Page;
use qsec2_domain::slices::Lacking;

use crate::components::parts::{items, link, paragraph, section};
use crate::i18n::dates;
use crate::pages::page;
use crate::state::feed::Loaded;
use crate::state::since::{is_first_visit, use_since};
use crate::state::site::{Site, use_feed, use_site};

/// How many changes are shown.
const MOST: usize = 200;

/// What changed.
#[component]
pub fn Changes() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.about();
    let lang = site.lang();
    let of_feed = loaded.feed.date_modified.map(|day| (t.feed_date)(&dates::date(lang, day)));
    let changes = loaded.ask(newest(&loaded))?;
    let none = if changes.is_empty() { t.changes_none } else { "" };
    let list = changes.into_iter().map(|Change { day, name, page, .. }| {
        let when = dates::date(lang, day);
        let link = link(site.href(&page), name);
        view! { <p><time datetime=day.to_string()>{when}</time> " — " {link}</p> }.into_any()
    });
    let list = items("changes", list.collect());
    let log = vec![paragraph("", of_feed.unwrap_or_default()), paragraph("", none), list];
    let body = vec![since_last_visit(&site), section(site.t.own().log, log)];
    Some(page(t.changes, t.changes_lead, body))
}

/// What the log shows.
///
/// # Errors
/// [`Lacking`].
pub fn newest(loaded: &Loaded) -> Result<Vec<Change>, Lacking> {
    loaded.newest(MOST)
}

/// What changed since the last visit; nothing where that is not remembered.
fn since_last_visit(site: &Site) -> AnyView {
    let since = use_since(site, &use_feed());
    let site = site.clone();
    let said = move || match since.get() {
        Some(since) => Some(section(site.t.own().since_last, since_then(&site, &since))),
        None => first_visit(&site),
    };
    said.into_any()
}

fn first_visit(site: &Site) -> Option<AnyView> {
    let t = site.t.own();
    is_first_visit(site).then(|| section(t.since_last, vec![paragraph("", t.first_visit)]))
}

fn since_then(site: &Site, since: &Since) -> Vec<AnyView> {
    let t = site.t.own();
    let day = dates::recent(site.lang(), since.day, site.today);
    let only_kept = if since.reach == Reach::Kept { t.only_kept } else { "" };
    if since.told.is_empty() {
        return vec![paragraph("", (t.nothing_since)(&day)), paragraph("", only_kept)];
    }
    let (gone, there): (Vec<_>, Vec<_>) =
        since.told.iter().cloned().partition(|it| it.kind == ChangeKind::Removed);
    let beyond = there.len().saturating_sub(MOST);
    let count = |count, said: fn(usize) -> String| {
        paragraph("", if count > 0 { said(count) } else { String::new() })
    };
    vec![
        paragraph("", (t.since_day)(&day)),
        paragraph("", only_kept),
        told(site, &there[..there.len() - beyond]),
        count(beyond, t.others),
        count(gone.len(), t.gone),
    ]
}

/// Events with what became of them.
pub fn told(site: &Site, told: &[Told]) -> AnyView {
    let t = site.t.own();
    let one = |told: &Told| {
        let kinds: Vec<_> = told.kinds.iter().map(t.kind).collect();
        let link = link(site.href(&Page::Event(told.id.clone())), told.name.clone());
        view! { <p><strong class="status">{kinds.join(", ")}</strong> " " {link}</p> }.into_any()
    };
    items("changes told", told.iter().map(one).collect())
}

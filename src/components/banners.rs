//! What must be known before reading the page: invented content, another day, an old programme, a broken address.

use leptos::prelude::*;
use qsec2_domain::address::Unreadable;

use crate::browser;
use crate::i18n::dates;
use crate::routes;
use crate::state::feed::{Age, FeedResource, Loaded};
use crate::state::navigation::Navigation;
use crate::state::site::{Site, use_address, use_site};

/// The notices above the page. Nothing when there is nothing to say.
#[component]
pub fn Banners(
    /// Names the records that were left out.
    left_out: fn() -> AnyView,
) -> impl IntoView {
    let feed: FeedResource = expect_context();
    let label = use_site().t.frame.notices;
    view! {
        <aside class="banners" aria-label=label>
            <DayBanner />
            <AddressBanner />
            {move || feed.get().and_then(Result::ok).map(|loaded| feed_banners(&loaded, left_out))}
            {move || feed.get().and_then(Result::ok).and_then(|loaded| trouble_banner(&loaded))}
        </aside>
    }
    .into_any()
}

/// Says which day the site is shown as on, and leads back to today.
#[component]
fn DayBanner() -> impl IntoView {
    let site = use_site();
    let navigation: Navigation = expect_context();
    let address = use_address();
    let day = site.settings.day?;
    let back = move || {
        let mut address = address.get().address;
        address.settings.day = None;
        routes::join(navigation.path(), &address)
    };
    let t = &site.t.frame;
    let said = (t.as_on)(&dates::day(site.lang(), day));
    Some(view! { <p class="banner">{said} " " <a href=back>{t.back_to_today}</a></p> }.into_any())
}

/// Names what could not be read in the address.
#[component]
fn AddressBanner() -> impl IntoView {
    let t = &use_site().t.frame;
    let address = use_address();
    move || {
        let unreadable = address.read().unreadable.iter().map(named).collect::<Vec<_>>();
        (!unreadable.is_empty()).then(|| {
            let said = (t.unreadable)(&unreadable.join(", "));
            view! { <p class="banner" role="status">{said}</p> }.into_any()
        })
    }
}

fn named(unreadable: &Unreadable) -> String {
    format!("{}={}", unreadable.key, unreadable.value)
}

fn feed_banners(loaded: &Loaded, left_out: fn() -> AnyView) -> AnyView {
    let site = use_site();
    let invented = loaded.feed.is_demonstration.then(|| {
        view! { <p class="banner banner-invented"><strong>{site.t.frame.demonstration}</strong></p> }
    });
    (invented, stale_banner(&site, &loaded.age), report_banner(&site, loaded, left_out)).into_any()
}

/// Says how old the programme is, and why there is no newer one.
fn stale_banner(site: &Site, age: &Age) -> Option<AnyView> {
    let Age::Saved { at_ms, why } = age else { return None };
    let lang = site.lang();
    let when = browser::day_and_hour(*at_ms).map_or_else(String::new, |(day, hour)| {
        format!("{} {}", dates::date(lang, day), dates::time(lang, hour))
    });
    let said = (site.t.states.stale)(&when, &why.sentence(site.t));
    let feed: FeedResource = expect_context();
    let again = move |_| feed.try_again();
    Some(
        view! {
            <p class="banner banner-stale" role="status">
                {said} " " <button type="button" on:click=again>{site.t.states.try_again}</button>
            </p>
        }
        .into_any(),
    )
}

/// Says that a part of the programme could not be had, and why.
fn trouble_banner(loaded: &Loaded) -> Option<AnyView> {
    let t = use_site().t;
    let feed: FeedResource = expect_context();
    let said = format!("{} {}", t.states.part_missing, loaded.trouble()?.sentence(t));
    let again = move |_| feed.try_again();
    Some(
        view! {
            <p class="banner banner-stale" role="alert">
                {said} " " <button type="button" on:click=again>{t.states.try_again}</button>
            </p>
        }
        .into_any(),
    )
}

/// How many records were left out, and which.
fn report_banner(site: &Site, loaded: &Loaded, left_out: fn() -> AnyView) -> Option<AnyView> {
    let count = loaded.report.omitted();
    if count == 0 {
        return None;
    }
    let t = &site.t.states;
    Some(
        view! {
            <details class="banner banner-report">
                <summary>{(t.left_out)(count)} " " <span class="as-link">{t.left_out_list}</span></summary>
                {left_out()}
            </details>
        }
        .into_any(),
    )
}

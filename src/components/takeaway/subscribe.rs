//! Subscribing: the calendars that people have, the address itself, and how late each may be.

use leptos::prelude::*;
use qsec2_domain::address::{Cancellations, OutputAddress};
use qsec2_domain::outputs::Subscription;

use super::Taken;
use super::address_field::AddressField;
use crate::browser;
use crate::components::parts::items;
use crate::i18n::takeaway::{Calendar, takeaway};
use crate::state::site::use_site;

/// The id of the field with the calendar's address.
const ADDRESS: &str = "adresse-calendrier";
/// The id of what is said of cancelled events.
const WHY: &str = "annulations-pourquoi";

/// The ways to subscribe.
#[component]
pub fn Subscribe() -> impl IntoView {
    let t = takeaway(use_site().lang());
    let taken: Taken = expect_context();
    let visible = RwSignal::new(false);
    let links = Memo::new(move |_| {
        let mut address: OutputAddress = taken.address.get();
        if visible.get() {
            address.cancellations = Cancellations::Visible;
        }
        taken.subscription(&address)
    });
    let link = move |one: fn(Subscription) -> String| {
        Signal::derive(move || links.get().map(one).unwrap_or_default())
    };
    let android = browser::is_android().then_some(t.not_on_android);
    let ways = vec![
        way(&t.device, link(|it| it.webcal), android),
        way(&t.google, link(|it| it.google), None),
        way(&t.outlook, link(|it| it.outlook), None),
        way(&t.office, link(|it| it.office), None),
    ];
    view! {
        <section>
            <h3>{t.subscribe}</h3>
            <p>{t.subscribe_text}</p>
            {items("take-ways", ways)}
            <label class="choice">
                <input type="checkbox" aria-describedby=WHY prop:checked=visible
                    on:change=move |event| visible.set(event_target_checked(&event)) />
                <span>{t.cancelled}</span>
            </label>
            <p class="take-note" id=WHY>{t.cancelled_why}</p>
            <AddressField id=ADDRESS label=t.calendar_address code=t.calendar_code address=link(|it| it.address) />
        </section>
    }
    .into_any()
}

/// A calendar to subscribe with. Its site is only asked when the link is followed.
fn way(calendar: &Calendar, href: Signal<String>, but: Option<&'static str>) -> AnyView {
    let but = but.map(|but| view! { <strong>{but}</strong> " " });
    view! {
        <a class="button" href=href rel="external noreferrer">{calendar.name}</a>
        <p class="take-note">{but} {calendar.lateness}</p>
    }
    .into_any()
}

//! Periods in a word: today, this week-end, the school holidays. Each is a link to the query with its days.

use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::choices::Choice;
use qsec2_domain::pages::Page;
use qsec2_domain::periods::Period;

use crate::routes;
use crate::state::site::{use_address, use_site};

/// The periods, those whose days are known.
#[component]
pub fn Periods() -> impl IntoView {
    let site = use_site();
    let t = &site.t.agenda;
    let (address, today) = (use_address(), site.today);
    // No memo: a signal of a kind of its own weighs more than ten cheap looks.
    let chosen = move || Period::chosen(&address.read().address.query, today);
    let known = Period::ALL.iter().copied().filter(|period| period.days(today).is_some());
    let one = move |period: Period| {
        let href = move || {
            let at = &address.read().address;
            let query = period.put_into(&at.query, today);
            routes::href(&Page::Agenda, &Address { query, ..at.clone() })
        };
        let current = move || (chosen() == Some(period)).then_some("true");
        let said = t.periods[usize::from(period.index())];
        view! { <li><a class="chip" href=href data-stay="" aria-current=current>{said}</a></li> }
            .into_any()
    };
    view! { <ul class="periods" aria-label=t.period role="list">{known.map(one).collect_view()}</ul> }
        .into_any()
}

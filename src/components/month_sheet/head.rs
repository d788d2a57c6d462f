//! The month's name, and the links to other months.

use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::date::YearMonth;
use qsec2_domain::pages::Page;

use crate::i18n::dates;
use crate::i18n::month::month as words;
use crate::routes;
use crate::state::site::{Site, use_address};

/// The month's name between the links to those before and after it.
pub(super) fn month_head(site: &Site, month: Memo<YearMonth>) -> AnyView {
    let (lang, today) = (site.lang(), site.today);
    let t = words(lang);
    let address = use_address();
    let href = move |month: Option<YearMonth>| {
        let at = address.read().address.clone();
        routes::href(&Page::Agenda, &Address { month, ..at })
    };
    let named = move |month: YearMonth| dates::month(lang, month);
    let (before, after) = (move || month.get().previous(), move || month.get().next());
    let away = move || month.get() != YearMonth::of(today);
    let to_today = move || href(Some(YearMonth::of(today)));
    view! {
        <div class="month-head">
            <a class="month-step" href=move || href(Some(before())) data-stay="" rel="nofollow">
                <span aria-hidden="true">"←"</span>
                <span class="unseen">{move || (t.previous)(&named(before()))}</span>
            </a>
            <h2 id="mois-titre" aria-live="polite">{move || capitalised(named(month.get()))}</h2>
            <a class="month-step month-next" href=move || href(Some(after())) data-stay="" rel="nofollow">
                <span aria-hidden="true">"→"</span>
                <span class="unseen">{move || (t.next)(&named(after()))}</span>
            </a>
            <a class="month-today" href=to_today data-stay="" hidden=move || !away()>{t.today}</a>
        </div>
    }
    .into_any()
}

/// With a capital, as a heading begins. By text, not by style: a style would part the letter from its word when it is read.
fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

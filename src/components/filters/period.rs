//! The first and the last day that are asked for.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::date::parse_day;
use qsec2_domain::query::Key;

use crate::browser::NATIVE;
use crate::browser::history::Entry;
use crate::components::search_box::FORM;
use crate::state::refine::use_refine;
use crate::state::site::use_site;

/// The first and the last day.
pub(super) fn period() -> AnyView {
    let t = &use_site().t.agenda;
    let refine = use_refine();
    let from = move || refine.look(|query| query.from);
    let until = move || refine.look(|query| query.until);
    let wrong = RwSignal::new(false);
    let set = move |from: Option<NaiveDate>, until: Option<NaiveDate>| {
        let in_order = from.zip(until).is_none_or(|(from, until)| from <= until);
        wrong.set(!in_order);
        if in_order {
            refine.with(Entry::Present, |query| (query.from, query.until) = (from, until));
        }
    };
    // A day half typed is no answer yet; an emptied field is one.
    let day = |event, before: Option<NaiveDate>| match event_target_value(&event).as_str() {
        "" => None,
        text => parse_day(text).ok().or(before),
    };
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let invalid = move || wrong.get().then_some("true");
    view! {
        <fieldset class="choices period">
            <legend>{t.period}</legend>
            <label for="du">{t.from}</label>
            <input id="du" type="date" name=Key::From.code() form=FORM value=NATIVE.then(|| written(untrack(from))) prop:value=move || written(from()) aria-invalid=invalid
                aria-describedby="periode-erreur" on:change=move |event| set(day(event, untrack(from)), untrack(until)) />
            <label for="au">{t.until}</label>
            <input id="au" type="date" name=Key::Until.code() form=FORM value=NATIVE.then(|| written(untrack(until))) prop:value=move || written(until()) aria-invalid=invalid
                aria-describedby="periode-erreur" on:change=move |event| set(untrack(from), day(event, untrack(until))) />
            <p class="error" id="periode-erreur" role="status">{move || wrong.get().then_some(t.invalid_period)}</p>
        </fieldset>
    }
    .into_any()
}

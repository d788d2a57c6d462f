//! The day that was opened in the month: all that is on it, what runs for long last.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::agenda::{Heading, Row};
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;

use crate::components::event_list::short_list;
use crate::i18n::dates;
use crate::i18n::month::month as words;
use crate::state::site::{use_address, use_feed, use_site};

/// The id of its heading.
pub(super) const HEADING: &str = "mois-jour";

/// What is on a day.
pub(super) fn day_panel(day: NaiveDate) -> AnyView {
    let (site, loaded) = (use_site(), use_feed());
    let address = use_address();
    let t = words(site.lang());
    let on_day = move || {
        let query = address.read().address.query.clone();
        Query { from: Some(day), until: Some(day), ..query }
    };
    let heading = dates::day(site.lang(), day);
    let today = site.today;
    let list = move || {
        let found = loaded.ask(loaded.find(&on_day(), today))?;
        let (running, own): (Vec<Row>, Vec<Row>) =
            found.rows.iter().partition(|row| row.heading == Heading::Running);
        let rows: Vec<_> = own.into_iter().chain(running).collect();
        let _ = loaded.ask(loaded.have(&rows));
        let nothing = rows.is_empty().then(|| view! { <p>{t.nothing}</p> });
        Some(view! { {nothing} {short_list(rows.into_iter())} }.into_any())
    };
    view! {
        <section class="month-day" aria-labelledby=HEADING>
            <h2 class="day" id=HEADING tabindex="-1">{heading}</h2>
            {list}
            <p><a class="more" href=move || site.href_with(&Page::Agenda, on_day())>{t.day_alone}</a></p>
        </section>
    }
    .into_any()
}

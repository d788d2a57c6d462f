//! Home: where the exhibition is now, where next, what is on, and the six ways in.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::agenda::Row;
use qsec2_domain::choices::Choice;
use qsec2_domain::date::Moment;
use qsec2_domain::department::Department;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::slices::Lacking;
use qsec2_domain::tour::{Standing, days_until};

use crate::components::bullet::{Bullet, line_class};
use crate::components::event_list::short_list;
use crate::i18n::dates;
use crate::pages::lazy::Piece;
use crate::pages::take_part::ways;
use crate::pages::{Heading, piece_if_here};
use crate::state::feed::Loaded;
use crate::state::site::{Site, use_feed, use_site};

/// How many of the next events are shown.
const EVENTS: usize = 6;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let site = use_site();
    let t = site.t.home();
    view! {
        <Heading title=t.title />
        <Where />
        <section class="near" aria-labelledby="pres">
            <h2 id="pres">{t.near}</h2>
            <Eight />
        </section>
        <NextEvents />
        <section class="what">
            <h2>{t.what}</h2>
            <p>{t.what_text}</p>
        </section>
        <section aria-labelledby="entrees">
            <h2 id="entrees">{t.ways_in}</h2>
            {ways(3)}
        </section>
    }
    .into_any()
}

/// The stop before, the stops now, the next, as stations on one line.
#[component]
fn Where() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.home();
    let tour = &loaded.tour;
    let now = tour.now(site.today);
    let next = tour.next(site.today);
    let nothing = now.is_empty().then(|| view! { <p class="where-nothing">{t.nothing_now}</p> });
    let before = if now.is_empty() { tour.last(site.today) } else { None };
    let before_label = if next.is_none() { t.over } else { t.before };
    let before = before.map(|stop| view! { <Here stop label=before_label kind="past" /> });
    let now = now.into_iter().map(|stop| {
        let sure = tour.standing(stop, site.today) == Standing::Now;
        view! { <Here stop label=if sure { t.now } else { t.perhaps } kind="now" /> }
    });
    let now = now.collect_view();
    let next = next.map(|stop| view! { <Here stop label=t.next kind="next" /> });
    view! {
        <section class="where" aria-label=t.title>
            {nothing}
            <ol class="where-line">{before} {now} {next}</ol>
            <p><a class="more" href=site.href(&Page::Itinerary)>{t.whole_tour}</a></p>
        </section>
    }
    .into_any()
}

/// One station of that line.
#[component]
fn Here(
    /// The stop's index in the feed.
    stop: usize,
    /// What it is to the day.
    label: &'static str,
    /// The same as a class.
    kind: &'static str,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let record = loaded.feed.stops.get(stop)?;
    let department = record
        .location
        .department
        .as_ref()
        .and_then(qsec2_domain::department::Territory::department);
    let exhibition = loaded.feed.exhibition(record.exhibition.as_str()).map(|it| it.name.clone());
    let town = record.location.address_locality.clone();
    let (venue, town) = match record.location.name.clone() {
        Some(venue) => (venue, town),
        None => (record.location.line(), None),
    };
    let class = department.map(line_class).unwrap_or_default();
    Some(
        view! {
            <li class=format!("here here-{kind} {class}")>
                <p class="here-label">{label}</p>
                <p class="here-place">
                    <a href=site.href(&Page::Stop(record.id.clone()))>{venue}</a>
                </p>
                <p class="here-town">
                    {department.map(|department| view! { <Bullet department /> })} " " {town}
                </p>
                <p class="here-what">{exhibition}</p>
                <p class="here-when">
                    {dates::stay(site.lang(), record.span)}
                    {countdown(&site, record.span.start, record.span.end).map(|said| view! { <span class="countdown">{said}</span> })}
                </p>
            </li>
        }
        .into_any(),
    )
}

/// « Encore 12 jours » while it runs, « Dans 3 jours » before; nothing where a day is not known.
fn countdown(site: &Site, start: Option<Moment>, end: Option<Moment>) -> Option<String> {
    let t = site.t.home();
    let start = start?.day()?;
    let to_start = days_until(start, site.today);
    match usize::try_from(to_start) {
        Ok(0) | Err(_) => {
            let left = usize::try_from(days_until(end?.day()?, site.today)).ok()?;
            Some(if left == 0 { t.last_day.to_owned() } else { (t.days_left)(left) })
        }
        Ok(1) => Some(t.tomorrow.to_owned()),
        Ok(days) => Some((t.in_days)(days)),
    }
}

/// The eight départements as links.
#[component]
pub fn Eight() -> impl IntoView {
    let site = use_site();
    let each = Department::ALL.iter().map(|&department| {
        let href = site.href(&Page::Department(department));
        view! { <li><a class="eight-link" href=href><Bullet department /> <span>{department.name()}</span></a></li> }
    });
    view! { <ul class="eight">{each.collect_view()}</ul> }.into_any()
}

/// The first rows of the agenda.
#[component]
fn NextEvents() -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.home();
    let rows = loaded.ask(rows(&loaded, site.today))?;
    let title = if loaded.is_over(site.today) { t.archive_events } else { t.events };
    let section = view! {
        <section aria-labelledby="rendez-vous">
            <h2 id="rendez-vous">{title}</h2>
            {short_list(rows.into_iter())}
            <div class="since">{piece_if_here(Piece::Changes)}</div>
            <p><a class="more" href=site.href(&Page::Agenda)>{t.all_events}</a></p>
        </section>
    };
    Some(section.into_any())
}

/// The events that the page shows: the next; of an archive the last, which is what one may remember.
///
/// # Errors
/// [`Lacking`].
pub fn rows(loaded: &Loaded, today: NaiveDate) -> Result<Vec<Row>, Lacking> {
    let rows = if loaded.is_over(today) {
        loaded.last(EVENTS)?
    } else {
        loaded.find(&Query::default(), today)?.first(EVENTS)
    };
    loaded.have(&rows)?;
    Ok(rows)
}

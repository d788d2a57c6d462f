//! One département: who runs it, its stops, events, groups, news and resources.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::agenda::{Row, Scope};
use qsec2_domain::choices::Choices;
use qsec2_domain::department::Department;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::slices::Lacking;

use crate::components::bullet::Bullet;
use crate::components::contact::Operator;
use crate::components::event_list::short_list;
use crate::components::keep_department::KeepDepartment;
use crate::components::parts::{items, more, ordered_items, paragraph, section};
use crate::components::station::Station;
use crate::pages::Heading;
use crate::pages::groups::GroupItem;
use crate::pages::news::NewsItem;
use crate::pages::resources::ResourceItem;
use crate::state::feed::Loaded;
use crate::state::site::{Site, use_feed, use_site};

/// How many events are shown before the link to all of them.
const EVENTS: usize = 8;

/// A département's page.
#[component]
pub fn DepartmentPage(
    /// Which one.
    department: Department,
) -> impl IntoView {
    let site = use_site();
    let t = site.t.departments();
    let neighbours = department.neighbours().iter().map(|&neighbour| {
        let href = site.href(&Page::Department(neighbour));
        view! { <li><a class="eight-link" href=href><Bullet department=neighbour /> <span>{neighbour.name()}</span></a></li> }
    });
    view! {
        <div class=format!("department dep-{}", department.code())>
            <Bullet department />
            <Heading title=department.to_string() />
            <section><h2>{t.operator}</h2><Operator department /></section>
            <Stops department />
            <Events department />
            <Community department />
            <section>
                <h2>{t.neighbours}</h2>
                <ul class="eight">{neighbours.collect_view()}</ul>
            </section>
            <KeepDepartment department />
        </div>
    }
    .into_any()
}

/// The stops of all seasons.
#[component]
fn Stops(
    /// Where.
    department: Department,
) -> impl IntoView {
    let t = use_site().t.departments();
    let stops = stops_in(&use_feed(), department);
    let empty = stops.is_empty().then(|| view! { <p>{t.no_stop}</p> });
    let list = stops.into_iter().map(|stop| view! { <Station stop /> }.into_any()).collect();
    view! {
        <section>
            <h2>{t.stops}</h2>
            {empty}
            {ordered_items("stations", Some(t.stops), list)}
        </section>
    }
    .into_any()
}

/// The next events, or the last of the archive.
#[component]
fn Events(
    /// Where.
    department: Department,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.departments();
    let Shown { query, rows, are_past } = loaded.ask(events(&loaded, department, site.today))?;
    let none = if rows.is_empty() { t.no_event } else { "" };
    let list = vec![
        paragraph("", none),
        short_list(rows.into_iter()),
        more(site.agenda(query), t.all_events),
    ];
    Some(section(if are_past { t.past_events } else { t.events }, list))
}

/// What a département's page shows of its events.
#[derive(Debug)]
pub struct Shown {
    /// The query that shows all of them.
    query: Query,
    rows: Vec<Row>,
    /// Whether nothing runs or comes here any more, and these are over.
    are_past: bool,
}

/// The next events of a département; when nothing runs or comes there any more, what there was, from its end.
///
/// # Errors
/// [`Lacking`].
pub fn events(loaded: &Loaded, department: Department, today: NaiveDate) -> Result<Shown, Lacking> {
    let here = Query { departments: Choices::only(department), ..Query::default() };
    let coming = loaded.find(&here, today)?;
    let is_over = coming.scope == Scope::Archive || coming.rows.is_empty();
    let are_past = is_over && coming.past > 0;
    let (query, found) = if are_past {
        let past = Query { from: loaded.first_day(), until: today.pred_opt(), ..here };
        let found = loaded.find(&past, today)?;
        (past, found)
    } else {
        (here, coming)
    };
    let rows = if is_over { found.last(EVENTS) } else { found.first(EVENTS) };
    loaded.have(&rows)?;
    Ok(Shown { query, rows, are_past })
}

/// Groups, news and resources.
#[component]
fn Community(
    /// Where.
    department: Department,
) -> impl IntoView {
    let loaded = use_feed();
    let Site { t, today, .. } = use_site();
    let t = t.departments();
    let feed = &loaded.feed;
    let groups = feed.groups.iter().filter(|it| it.department == department);
    let groups = groups.map(|it| view! { <GroupItem group=it.clone() /> }.into_any());
    let news = feed.news_until(today).filter(|it| it.department == Some(department));
    let news = news.map(|it| view! { <NewsItem news=it.clone() /> }.into_any());
    let resources = feed.resources.iter().filter(|it| it.department == Some(department));
    let resources = resources.map(|it| view! { <ResourceItem resource=it.clone() /> }.into_any());
    let lists = [
        titled(t.group, groups.collect()),
        titled(t.news, news.collect()),
        titled(t.resources, resources.collect()),
    ];
    lists.into_iter().flatten().collect_view().into_any()
}

/// A titled list; nothing when it is empty.
fn titled(title: &'static str, list: Vec<AnyView>) -> Option<AnyView> {
    (!list.is_empty()).then(|| section(title, vec![items("items", list)]))
}

/// The stops of a département, in order of time, as indices in the feed.
pub fn stops_in(loaded: &Loaded, department: Department) -> Vec<usize> {
    let here = |stop: &usize| {
        let place = loaded.feed.stops.get(*stop).and_then(|it| it.location.department.as_ref());
        place.and_then(qsec2_domain::department::Territory::department) == Some(department)
    };
    loaded.tour.stops().filter(here).collect()
}

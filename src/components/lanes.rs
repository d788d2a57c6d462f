//! The tour as lanes: eight départements over the months. A grid to assistive technology, one tab stop, arrows inside.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use qsec2_domain::date::YearMonth;
use qsec2_domain::pages::Page;
use qsec2_domain::timeline::{Bar, Direction, Edge, Lane, Timeline};

use crate::browser;
use crate::components::bullet::{Bullet, line_class};
use crate::components::station::{standing_class, standing_text};
use crate::i18n::dates;
use crate::state::feed::Loaded;
use crate::state::site::{Site, use_feed, use_site};

/// The lanes of some stops.
#[component]
pub fn Lanes(
    /// Where everything lies.
    timeline: Timeline,
) -> impl IntoView {
    let site = use_site();
    let t = site.t.tour();
    let earliest = timeline.lanes.iter().flat_map(|lane| &lane.bars);
    let earliest = earliest.min_by(|one, other| one.x.total_cmp(&other.x)).map(|bar| bar.stop);
    // The one bar that Tab reaches; arrows carry it along.
    let current = RwSignal::new(earliest);
    let today = timeline.position(site.today);
    let months = month_row(&site, &timeline);
    let rows = timeline.lanes.iter().map(|lane| lane_row(&site, lane, current)).collect_view();
    let columns = timeline.months.len();
    let on_key = move |event: KeyboardEvent| {
        let shortcut = event.alt_key() || event.ctrl_key() || event.meta_key();
        let towards = if shortcut { None } else { direction(&event.key()) };
        let next = towards.and_then(|to| timeline.neighbour(current.get_untracked()?, to));
        if let Some(next) = next {
            current.set(Some(next));
            browser::focus_in_view(&bar_id(next));
            event.prevent_default();
        }
    };
    view! {
        <p class="lanes-help" id="lanes-help">{t.lanes_help}</p>
        <div class="lanes-scroll" tabindex="0" role="region" aria-label=t.lanes>
            <div class="lanes" role="grid" on:keydown=on_key style=("--months", columns.to_string())
                aria-label=t.lanes aria-describedby="lanes-help" aria-colcount=(columns + 1).to_string() aria-readonly="true">
                {months}
                {rows}
                {today.map(|x| view! { <TodayLine x /> })}
            </div>
        </div>
    }
    .into_any()
}

/// The line of the day.
#[component]
fn TodayLine(
    /// Where, 0 to 1.
    x: f64,
) -> impl IntoView {
    let said = use_site().t.tour().today;
    view! {
        <div class="today-track" role="presentation">
            <div class="today" aria-hidden="true" style:left=percent(x)><span>{said}</span></div>
        </div>
    }
    .into_any()
}

fn month_row(site: &Site, timeline: &Timeline) -> AnyView {
    let lang = site.lang();
    let cells = timeline.columns().enumerate().map(|(place, (month, x, width))| {
        let year = (place == 0 || month.month() == 1).then(|| {
            view! { <span class="month-year">{month.year()}</span> }
        });
        view! {
            <div class="month" role="columnheader" aria-colindex=(place + 2).to_string() style:left=percent(x) style:width=percent(width)>
                {year} <abbr title=dates::month(lang, month)>{initial(lang, month)}</abbr>
            </div>
        }
    });
    view! {
        <div class="lane lane-head" role="row">
            <div class="lane-name" role="columnheader" aria-colindex="1">{site.t.tour().department}</div>
            <div class="lane-track" role="presentation">{cells.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn initial(lang: qsec2_domain::lang::Lang, month: YearMonth) -> String {
    dates::short_month_name(lang, month.month()).trim_end_matches('.').to_owned()
}

fn lane_row(site: &Site, lane: &Lane, current: RwSignal<Option<usize>>) -> AnyView {
    let loaded = use_feed();
    let department = lane.department;
    let bars = lane.bars.iter().map(|bar| bar_cell(site, &loaded, bar, current)).collect_view();
    let empty = lane.bars.is_empty().then(|| {
        let said = match lane.undated.len() {
            0 => site.t.tour().no_stop.to_owned(),
            count => (site.t.tour().undated)(count),
        };
        view! { <div class="lane-empty" role="gridcell" aria-colindex="2">{said}</div> }
    });
    view! {
        <div class=format!("lane {}", line_class(department)) role="row" style=("--tracks", lane.tracks.to_string())>
            <div class="lane-name" role="rowheader" aria-colindex="1">
                <Bullet department />
                <a href=site.href(&Page::Department(department)) tabindex="-1">{department.name()}</a>
            </div>
            <div class="lane-track" role="presentation">
                <svg class="lane-line" aria-hidden="true" preserveAspectRatio="none"><line x1="0" x2="100%" y1="50%" y2="50%" /></svg>
                {bars} {empty}
            </div>
        </div>
    }
    .into_any()
}

fn bar_cell(
    site: &Site,
    loaded: &Arc<Loaded>,
    bar: &Bar,
    current: RwSignal<Option<usize>>,
) -> Option<AnyView> {
    let index = bar.stop;
    let stop = loaded.feed.stops.get(bar.stop)?;
    let standing = loaded.tour.standing(bar.stop, site.today);
    let name = stop.location.line();
    let said = format!(
        "{name}, {}, {}",
        dates::stay(site.lang(), stop.span),
        standing_text(site.t, standing),
    );
    // A name would run out of the axis at its end: there it ends with its bar.
    let late = if bar.x > 0.82 { " bar-late" } else { "" };
    let class = format!(
        "bar bar-{} bar-start-{} bar-end-{}{late}",
        standing_class(standing),
        edge_class(bar.start),
        edge_class(bar.end),
    );
    let tab = move || if current.get() == Some(index) { "0" } else { "-1" };
    let short = stop.location.address_locality.clone().unwrap_or(name);
    Some(
        view! {
            <div class=class role="gridcell" aria-colindex=(bar.columns.0 + 2).to_string()
                aria-colspan=(bar.columns.1 - bar.columns.0 + 1).to_string()
                style:left=percent(bar.x) style:width=percent(bar.width) style=("--track", bar.track.to_string())>
                <a id=bar_id(index) href=site.href(&Page::Stop(stop.id.clone())) tabindex=tab aria-label=said
                    on:focus=move |_| current.set(Some(index))>
                    <span class="bar-name">{short}</span>
                </a>
            </div>
        }
        .into_any(),
    )
}

const fn edge_class(edge: Edge) -> &'static str {
    match edge {
        Edge::Known => "known",
        Edge::Vague => "vague",
        Edge::Open => "open",
    }
}

fn direction(key: &str) -> Option<Direction> {
    Some(match key {
        "ArrowRight" => Direction::Later,
        "ArrowLeft" => Direction::Earlier,
        "ArrowDown" => Direction::Down,
        "ArrowUp" => Direction::Up,
        "Home" => Direction::First,
        "End" => Direction::Last,
        _ => return None,
    })
}

fn bar_id(stop: usize) -> String {
    format!("etape-{stop}")
}

/// « 12.034% ». Whole numbers only: the browser then needs no code that prints floats.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fraction of 1")]
fn percent(fraction: f64) -> String {
    let thousandths = (fraction.clamp(0.0, 1.0) * 100_000.0).round() as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

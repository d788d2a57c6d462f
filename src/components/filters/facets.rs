//! The facets of the agenda, each a list of choices with how many events they would show.
//!
//! All of them are one component for the browser: a facet is told by functions of the place and the code of a choice.

use leptos::prelude::*;
use qsec2_domain::agenda::Found;
use qsec2_domain::choices::{Access, Audience, Choice, EventKind, Level};
use qsec2_domain::department::Department;
use qsec2_domain::feed::Feed;
use qsec2_domain::id::Id;
use qsec2_domain::lang::Lang;
use qsec2_domain::query::{Key, Query};

use crate::browser::NATIVE;
use crate::browser::history::Entry;
use crate::components::bullet::Bullet;
use crate::components::search_box::FORM;
use crate::i18n::{Agenda, codes};
use crate::state::refine::use_refine;
use crate::state::shown::use_found;
use crate::state::site::use_site;

/// A list that the query chooses from, and where its choices stand: one more is one line more.
pub(super) struct Facet {
    /// The key in addresses.
    key: Key,
    /// What the list is of.
    legend: &'static str,
    /// The choices in their order.
    boxes: Vec<Ticked>,
    contains: fn(&Query, usize, &str) -> bool,
    toggle: fn(&mut Query, usize, &str),
    /// `None` while it is not known.
    count: fn(&Found, usize, &str) -> Option<u32>,
}

/// What one choice says.
struct Ticked {
    code: String,
    name: String,
    /// The name as it is read aloud.
    aloud: String,
    bullet: Option<AnyView>,
}

/// A facet of a closed list, by its field in the query and in what was found:
/// `facet!(field: Type, Key::…, legend, what a choice says)`.
macro_rules! facet {
    ($field:ident: $choice:ty, $key:expr, $legend:expr, $says:expr) => {
        Facet {
            key: $key,
            legend: $legend,
            boxes: <$choice>::ALL.iter().copied().map($says).collect(),
            contains: |query, place, _| query.$field.contains(<$choice>::ALL[place]),
            toggle: |query, place, _| query.$field = query.$field.toggled(<$choice>::ALL[place]),
            count: |found, place, _| Some(found.facets.$field.get(<$choice>::ALL[place])),
        }
    };
}

/// A facet of records, of which one is chosen: `records!(field, Key::…, legend, the records, how they are counted)`.
macro_rules! records {
    ($field:ident, $key:expr, $legend:expr, $records:expr, $count:ident) => {
        Facet {
            key: $key,
            legend: $legend,
            boxes: $records.iter().map(|it| ticked(it.id.as_str(), &it.name)).collect(),
            contains: |query, _, code| query.$field.as_ref().is_some_and(|id| id.as_str() == code),
            toggle: |query, _, code| toggle(&mut query.$field, code),
            count: |found, _, code| found.belongings.as_ref().map(|it| it.$count(code)),
        }
    };
}

fn toggle(chosen: &mut Option<Id>, code: &str) {
    let id = code.parse().ok();
    *chosen = if *chosen == id { None } else { id };
}

fn ticked(code: &str, name: &str) -> Ticked {
    Ticked { code: code.to_owned(), name: name.to_owned(), aloud: name.to_owned(), bullet: None }
}

/// The eight.
pub(super) fn departments(t: &Agenda) -> Facet {
    let says = |department: Department| Ticked {
        aloud: department.to_string(),
        bullet: Some(view! { <Bullet department /> }.into_any()),
        ..ticked(department.code(), department.name())
    };
    facet!(departments: Department, Key::Departments, t.departments, says)
}

/// What most visitors choose from.
pub(super) fn common(t: &Agenda, lang: Lang) -> [Facet; 2] {
    [
        facet!(kinds: EventKind, Key::Kinds, t.kinds, |it| ticked(it.code(), codes::kind(lang, it))),
        facet!(audiences: Audience, Key::Audiences, t.audiences, |it| ticked(it.code(), codes::audience(lang, it))),
    ]
}

/// What some choose from. Seasons and exhibitions only where there are several.
pub(super) fn further(t: &Agenda, lang: Lang, feed: &Feed) -> Vec<Facet> {
    let mut facets = vec![
        facet!(access: Access, Key::Access, t.access, |it| ticked(it.code(), codes::access(lang, it))),
        facet!(levels: Level, Key::Levels, t.levels, |it| ticked(it.code(), codes::level(lang, it))),
    ];
    if feed.seasons.len() > 1 {
        facets.push(records!(season, Key::Season, t.season, feed.seasons, season));
    }
    if feed.exhibitions.len() > 1 {
        facets.push(records!(
            exhibition,
            Key::Exhibition,
            t.exhibition,
            feed.exhibitions,
            exhibition
        ));
    }
    facets
}

/// A facet's choices as checkboxes; none checked is all.
pub(super) fn group(facet: Facet) -> AnyView {
    let legend = facet.legend;
    let class =
        if facet.key == Key::Departments { "choices choices-departments" } else { "choices" };
    view! { <fieldset class=class><legend>{legend}</legend>{boxes(facet)}</fieldset> }.into_any()
}

/// A facet's choices, folded until one is chosen or asks for them.
pub(super) fn folded(facet: Facet) -> AnyView {
    let Facet { legend, contains, .. } = facet;
    let codes: Vec<_> = facet.boxes.iter().map(|it| it.code.clone()).collect();
    let refine = use_refine();
    let is_chosen = untrack(|| {
        refine.look(|query| {
            codes.iter().enumerate().any(|(place, code)| contains(query, place, code))
        })
    });
    view! {
        <details class="choices" open=is_chosen>
            <summary>{legend}</summary>
            <div role="group" aria-label=legend>{boxes(facet)}</div>
        </details>
    }
    .into_any()
}

fn boxes(facet: Facet) -> Vec<AnyView> {
    let Facet { key, boxes, contains, toggle, count, .. } = facet;
    let refine = use_refine();
    let one = |(place, ticked): (usize, Ticked)| {
        let Ticked { code, name, aloud, bullet } = ticked;
        let code: std::sync::Arc<str> = code.into();
        let [told, kept, counted] = [(); 3].map(|()| std::sync::Arc::clone(&code));
        let change = move |_| refine.with(Entry::New, |query| toggle(query, place, &kept));
        let chosen = move || refine.look(|query| contains(query, place, &told));
        let number_id = ["nombre-", &code].concat();
        let number = number(Box::new(move |found| count(found, place, &counted)));
        view! {
            <label class="choice">
                <input type="checkbox" name=key.code() value=code.to_string() form=FORM
                    checked=NATIVE && untrack(&chosen) aria-label=aloud aria-describedby=number_id.clone()
                    prop:checked=chosen on:change=change />
                {bullet}
                <span>{name}</span>
                <span id=number_id>{number}</span>
            </label>
        }
        .into_any()
    };
    boxes.into_iter().enumerate().map(one).collect()
}

/// Counts what a choice would show; `None` while that is not known.
type Counted = Box<dyn Fn(&Found) -> Option<u32> + Send + Sync>;

/// How many events a choice would show. Nothing is said while it is not known; of none it is said why.
pub(super) fn number(count: Counted) -> AnyView {
    let found = use_found();
    let value = Memo::new(move |_| count(&found.read()));
    let none = move || value.get() == Some(0);
    let why = use_site().t.agenda.none_with_others;
    view! {
        <span class="number" class:number-none=none>
            {value} <span class="unseen">{move || none().then_some(why)}</span>
        </span>
    }
    .into_any()
}

//! What a widget is to show. Without the app it is a form that leads to the same page.

use leptos::prelude::*;
use qsec2_domain::address::Number;
use qsec2_domain::choices::{Audience, Choice, EventKind};
use qsec2_domain::department::Department;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::query::{Key, Query};

use super::Shown;
use crate::browser::NATIVE;
use crate::components::search_box::carried;
use crate::i18n::codes;
use crate::i18n::facts::facts;
use crate::i18n::widget::Builder;
use crate::state::site::use_site;

/// The id of the choice of a number.
const NUMBER: &str = "nombre";

/// All choices.
pub(super) fn choices(t: &'static Builder, widget: Shown) -> AnyView {
    let site = use_site();
    let agenda = &site.t.agenda;
    let lists = lists([agenda.departments, agenda.kinds, agenda.audiences], site.lang());
    let lists: Vec<_> = lists.into_iter().map(|list| boxes(list, widget)).collect();
    let free = List {
        key: Key::Free,
        legend: facts(site.lang()).price,
        choices: vec![("1", agenda.free.to_owned())],
        contains: |query, _| query.only_free,
        toggle: |query, _| query.only_free = !query.only_free,
    };
    view! {
        <form class="widget-choices" action=Page::Widget.path()>
            {lists} {boxes(free, widget)} {number(t, widget)}
            {NATIVE.then(|| carried(&site.settings))}
            {NATIVE.then(|| view! { <noscript><button type="submit">{t.make}</button></noscript> })}
        </form>
    }
    .into_any()
}

/// A list of choices, told by their places in it, so that all lists share one component.
struct List {
    key: Key,
    legend: &'static str,
    /// The code and the name of each.
    choices: Vec<(&'static str, String)>,
    contains: fn(&Query, usize) -> bool,
    toggle: fn(&mut Query, usize),
}

/// A list of a field of the query: `list!(field: Type, Key::…, legend, what a choice says)`.
macro_rules! list {
    ($field:ident: $choice:ty, $key:expr, $legend:expr, $says:expr) => {
        List {
            key: $key,
            legend: $legend,
            choices: <$choice>::ALL.iter().map(|it| (it.code(), $says(*it))).collect(),
            contains: |query, place| query.$field.contains(<$choice>::ALL[place]),
            toggle: |query, place| query.$field = query.$field.toggled(<$choice>::ALL[place]),
        }
    };
}

fn lists([departments, kinds, audiences]: [&'static str; 3], lang: Lang) -> [List; 3] {
    [
        list!(departments: Department, Key::Departments, departments, |it: Department| it.to_string()),
        list!(kinds: EventKind, Key::Kinds, kinds, |it| codes::kind(lang, it).to_owned()),
        list!(audiences: Audience, Key::Audiences, audiences, |it| codes::audience(lang, it).to_owned()),
    ]
}

fn boxes(list: List, widget: Shown) -> AnyView {
    let List { key, legend, choices, contains, toggle } = list;
    let boxes = choices.into_iter().enumerate().map(|(place, (code, name))| {
        let chosen = move || widget.look(|it| contains(&it.query, place));
        let toggled = move |_| widget.change(|it| toggle(&mut it.query, place));
        view! {
            <label class="choice">
                <input type="checkbox" name=key.code() value=code checked=NATIVE && untrack(chosen)
                    prop:checked=chosen on:change=toggled />
                <span>{name}</span>
            </label>
        }
        .into_any()
    });
    view! { <fieldset class="choices"><legend>{legend}</legend>{boxes.collect_view()}</fieldset> }
        .into_any()
}

fn number(t: &'static Builder, widget: Shown) -> AnyView {
    let set = move |event| {
        let asked = event_target_value(&event);
        let asked = Number::all().find(|it| it.to_string() == asked).unwrap_or_default();
        widget.change(|it| it.number = asked);
    };
    let options = Number::all().map(|number| {
        let chosen = move || widget.look(|it| it.number == number);
        let (value, said) = (number.to_string(), number.to_string());
        view! { <option value=value selected=NATIVE && untrack(chosen) prop:selected=chosen>{said}</option> }
            .into_any()
    });
    view! {
        <p class="widget-number">
            <label for=NUMBER>{t.number}</label> " "
            <select id=NUMBER name=Key::Number.code() on:change=set>{options.collect_view()}</select>
        </p>
    }
    .into_any()
}

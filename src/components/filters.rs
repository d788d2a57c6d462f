//! The agenda's choices: words, départements, dates, kinds, audiences. All of them live in the address.

use chrono::NaiveDate;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::Facets;
use qsec2_domain::choices::{Audience, Choice, EventKind};
use qsec2_domain::date::parse_day;
use qsec2_domain::department::Department;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::query::{Key, Query};

use crate::browser::NATIVE;
use crate::browser::history::Entry;
use crate::components::bullet::Bullet;
use crate::i18n::{Agenda, codes};
use crate::state::navigation::Navigation;
use crate::state::shown::Shown;
use crate::state::site::{AddressMemo, use_address, use_site};

/// The id of the form that all choices belong to: without the app, it sends them to the agenda's address.
const FORM: &str = "choix";

/// Changes the query in the address one is at.
#[derive(Clone, Copy)]
pub struct Refine {
    navigation: Navigation,
    address: AddressMemo,
}

/// Changes the query in the address one is at.
pub fn use_refine() -> Refine {
    Refine { navigation: expect_context(), address: use_address() }
}

impl Refine {
    /// Writes the changed query into the address.
    pub fn with(self, entry: Entry, change: impl FnOnce(&mut Query)) {
        let mut address = self.address.get_untracked().address;
        change(&mut address.query);
        self.navigation.refine(&address, entry);
    }

    /// Looks at the query, tracked.
    pub fn look<T>(self, look: impl FnOnce(&Query) -> T) -> T {
        look(&self.address.read().address.query)
    }
}

/// All choices of the agenda, with the counts of what each would show.
#[component]
pub fn Filters(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let site = use_site();
    let t = &site.t.agenda;
    let refine = use_refine();
    let free = move || refine.look(|query| query.only_free);
    let clear = move |_| refine.with(Entry::New, |query| *query = Query::default());
    let untouched = move || refine.look(Query::is_empty);
    view! {
        {checkboxes(departments(t), found)}
        <Period />
        {others(t, site.lang()).into_iter().map(|facet| checkboxes(facet, found)).collect_view()}
        <label class="choice choice-alone">
            <input type="checkbox" name="gratuit" value="1" form=FORM checked=NATIVE && untrack(free) prop:checked=free
                on:change=move |event| refine.with(Entry::New, |query| query.only_free = event_target_checked(&event)) />
            <span>{t.free}</span>
            {number(found, |facets, _| facets.free, 0)}
        </label>
        <button class="clear" type="button" on:click=clear hidden=untouched>{t.clear}</button>
        {NATIVE.then(|| view! { <noscript><button type="submit" form=FORM>{t.apply}</button></noscript> })}
    }
    .into_any()
}

/// The box for words. What is typed is searched at once, and stands in one history entry.
#[component]
pub fn SearchBox() -> impl IntoView {
    let t = &use_site().t.agenda;
    let refine = use_refine();
    let words = move || refine.look(|query| query.words.clone());
    let typed =
        move |event| refine.with(Entry::Present, |query| query.words = event_target_value(&event));
    view! {
        <form class="search" id=FORM role="search" aria-label=t.search_form action=Page::Agenda.path()
            on:submit=|event: SubmitEvent| event.prevent_default()>
            <label for="recherche">{t.search}</label>
            <input id="recherche" type="search" name="q" autocomplete="off" enterkeyhint="search" maxlength="200"
                placeholder=t.search_help value=NATIVE.then(|| untrack(words)) prop:value=words on:input=typed />
            {NATIVE.then(carried)}
        </form>
    }
    .into_any()
}

/// What a form sent without the app must carry on: the language and the day.
fn carried() -> Vec<AnyView> {
    let settings = use_site().settings;
    let pairs = Address { settings, ..Address::default() }.to_string();
    let pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let fields = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> }.into_any())
        .collect()
}

/// The first and the last day.
#[component]
fn Period() -> impl IntoView {
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
            <input id="du" type="date" name="du" form=FORM value=NATIVE.then(|| written(untrack(from))) prop:value=move || written(from()) aria-invalid=invalid
                aria-describedby="periode-erreur" on:change=move |event| set(day(event, untrack(from)), untrack(until)) />
            <label for="au">{t.until}</label>
            <input id="au" type="date" name="au" form=FORM value=NATIVE.then(|| written(untrack(until))) prop:value=move || written(until()) aria-invalid=invalid
                aria-describedby="periode-erreur" on:change=move |event| set(untrack(from), day(event, untrack(until))) />
            <p class="error" id="periode-erreur" role="status">{move || wrong.get().then_some(t.invalid_period)}</p>
        </fieldset>
    }
    .into_any()
}

/// A closed list that the query chooses from, and where its choices stand: one more is one line more.
///
/// Choices are told by their place in the list, so that the browser gets one component for all facets.
struct Facet {
    /// The key in addresses.
    key: Key,
    /// The class of the list.
    class: &'static str,
    /// What the list is of.
    legend: &'static str,
    /// The choices in their order.
    boxes: Vec<Ticked>,
    contains: fn(&Query, usize) -> bool,
    toggle: fn(&mut Query, usize),
    count: fn(&Facets, usize) -> u32,
}

/// What one choice says.
struct Ticked {
    code: &'static str,
    name: &'static str,
    /// The name as it is read aloud.
    aloud: String,
    bullet: Option<AnyView>,
}

/// A facet by its field in the query and in what was found: `facet!(field: Type, Key::…, class, legend, what a choice says)`.
macro_rules! facet {
    ($field:ident: $choice:ty, $key:expr, $class:literal, $legend:expr, $says:expr) => {
        Facet {
            key: $key,
            class: $class,
            legend: $legend,
            boxes: <$choice>::ALL.iter().copied().map($says).collect(),
            contains: |query, place| query.$field.contains(<$choice>::ALL[place]),
            toggle: |query, place| query.$field = query.$field.toggled(<$choice>::ALL[place]),
            count: |facets, place| facets.$field.get(<$choice>::ALL[place]),
        }
    };
}

/// The facets, in the order in which they stand.
fn departments(t: &Agenda) -> Facet {
    let says = |department: Department| Ticked {
        code: department.code(),
        name: department.name(),
        aloud: department.to_string(),
        bullet: Some(view! { <Bullet department /> }.into_any()),
    };
    facet!(departments: Department, Key::Departments, "choices choices-departments", t.departments, says)
}

fn others(t: &Agenda, lang: Lang) -> Vec<Facet> {
    fn ticked(code: &'static str, name: &'static str) -> Ticked {
        Ticked { code, name, aloud: name.to_owned(), bullet: None }
    }
    vec![
        facet!(kinds: EventKind, Key::Kinds, "choices", t.kinds, |it| ticked(it.code(), codes::kind(lang, it))),
        facet!(audiences: Audience, Key::Audiences, "choices", t.audiences, |it| ticked(it.code(), codes::audience(lang, it))),
    ]
}

/// A facet's choices as checkboxes, each with how many events it would show; none checked is all.
fn checkboxes(facet: Facet, found: Memo<Shown>) -> AnyView {
    let refine = use_refine();
    let Facet { key, class, legend, boxes, contains, toggle, count } = facet;
    let boxes = boxes.into_iter().enumerate().map(|(place, Ticked { code, name, aloud, bullet })| {
        let change = move |_| refine.with(Entry::New, |query| toggle(query, place));
        let chosen = move || refine.look(|query| contains(query, place));
        view! {
            <label class="choice">
                <input type="checkbox" name=key.code() value=code form=FORM checked=NATIVE && untrack(chosen)
                    aria-label=aloud aria-describedby=number_id(code) prop:checked=chosen on:change=change />
                {bullet}
                <span>{name}</span>
                <span id=number_id(code)>{number(found, count, place)}</span>
            </label>
        }
        .into_any()
    });
    view! { <fieldset class=class><legend>{legend}</legend>{boxes.collect_view()}</fieldset> }
        .into_any()
}

/// The id of the number beside a choice: read after the choice’s name, which stays the same.
fn number_id(code: &str) -> String {
    format!("nombre-{code}")
}

/// How many events the choice at a place of its facet would show.
fn number(found: Memo<Shown>, count: fn(&Facets, usize) -> u32, place: usize) -> AnyView {
    let value = move || count(&found.read().facets, place);
    let none = move || value() == 0;
    view! { <span class="number" class:number-none=none>{value}</span> }.into_any()
}

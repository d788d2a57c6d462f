//! The agenda's choices: words, départements, dates, kinds, audiences. All of them live in the address.

use chrono::NaiveDate;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use qsec2_domain::address::Address;
use qsec2_domain::choices::{Audience, Choice, Choices, EventKind};
use qsec2_domain::date::parse_day;
use qsec2_domain::department::Department;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;

use crate::browser::NATIVE;
use crate::browser::history::Entry;
use crate::components::bullet::Bullet;
use crate::i18n::codes;
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
        <DepartmentFilter found />
        <Period />
        <ChoiceFilter legend=t.kinds key="type" of=|query| query.kinds label=codes::kind
            counts=move |kind: EventKind| found.read().facets.kinds.get(kind)
            set=|query, kinds| query.kinds = kinds />
        <ChoiceFilter legend=t.audiences key="public" of=|query| query.audiences label=codes::audience
            counts=move |audience: Audience| found.read().facets.audiences.get(audience)
            set=|query, audiences| query.audiences = audiences />
        <label class="choice choice-alone">
            <input type="checkbox" name="gratuit" value="1" form=FORM checked=NATIVE && untrack(free) prop:checked=free
                on:change=move |event| refine.with(Entry::New, |query| query.only_free = event_target_checked(&event)) />
            <span>{t.free}</span>
            <Number value=move || found.read().facets.free />
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

/// The eight départements as checkboxes; none checked is all.
#[component]
fn DepartmentFilter(
    /// What was found.
    found: Memo<Shown>,
) -> impl IntoView {
    let t = &use_site().t.agenda;
    let refine = use_refine();
    let boxes = Department::ALL.iter().map(|&department| {
        let toggle = move |_| {
            refine.with(Entry::New, |query| query.departments = query.departments.toggled(department));
        };
        let chosen = move || refine.look(|query| query.departments.contains(department));
        view! {
            <label class="choice">
                <input type="checkbox" name="dep" value=department.code() form=FORM
                    checked=NATIVE && untrack(chosen) aria-label=department.to_string() aria-describedby=number_id(department.code())
                    prop:checked=chosen on:change=toggle />
                <Bullet department />
                <span>{department.name()}</span>
                <span id=number_id(department.code())>
                    <Number value=move || found.read().facets.departments.get(department) />
                </span>
            </label>
        }
    });
    view! {
        <fieldset class="choices choices-departments">
            <legend>{t.departments}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
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

/// A facet: a closed list of choices as checkboxes.
#[component]
fn ChoiceFilter<T: Choice + Send + Sync>(
    /// What the list is of.
    legend: &'static str,
    /// Its key in addresses.
    key: &'static str,
    /// The chosen ones in a query.
    of: fn(&Query) -> Choices<T>,
    /// The words for a choice.
    label: fn(Lang, T) -> &'static str,
    /// How many events a choice would show.
    counts: impl Fn(T) -> u32 + Copy + Send + Sync + 'static,
    /// Puts a new choice into a query.
    set: fn(&mut Query, Choices<T>),
) -> impl IntoView {
    let lang = use_site().lang();
    let refine = use_refine();
    let boxes = T::ALL.iter().map(|&choice| {
        let toggle =
            move |_| refine.with(Entry::New, |query| set(query, of(query).toggled(choice)));
        let name = label(lang, choice);
        let chosen = move || refine.look(|query| of(query).contains(choice));
        view! {
            <label class="choice">
                <input type="checkbox" name=key value=choice.code() form=FORM checked=NATIVE && untrack(chosen)
                    aria-label=name aria-describedby=number_id(choice.code()) prop:checked=chosen on:change=toggle />
                <span>{name}</span>
                <span id=number_id(choice.code())><Number value=move || counts(choice) /></span>
            </label>
        }
        .into_any()
    });
    view! { <fieldset class="choices"><legend>{legend}</legend>{boxes.collect_view()}</fieldset> }
        .into_any()
}

/// The id of the number beside a choice: read after the choice’s name, which stays the same.
fn number_id(code: &str) -> String {
    format!("nombre-{code}")
}

/// How many events a choice would show.
#[component]
fn Number(
    /// The number.
    #[prop(into)]
    value: Signal<u32>,
) -> impl IntoView {
    let none = move || value.get() == 0;
    view! { <span class="number" class:number-none=none>{move || value.get()}</span> }.into_any()
}

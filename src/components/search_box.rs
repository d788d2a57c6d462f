//! The box for words, and the form that all choices of the agenda belong to.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use qsec2_domain::address::Settings;
use qsec2_domain::choices::Choice;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Key;

use crate::browser::NATIVE;
use crate::browser::history::Entry;
use crate::state::refine::use_refine;
use crate::state::site::use_site;

/// The id of the form that all choices belong to: without the app, it sends them to the agenda's address.
pub const FORM: &str = "choix";

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
            <input id="recherche" type="search" name=Key::Words.code() autocomplete="off" enterkeyhint="search" maxlength="200"
                placeholder=t.search_help value=NATIVE.then(|| untrack(words)) prop:value=words on:input=typed />
            {NATIVE.then(|| carried(&use_site().settings))}
        </form>
    }
    .into_any()
}

/// What a form sent without the app must carry on: the language and the day.
pub fn carried(settings: &Settings) -> Vec<AnyView> {
    let pairs = settings.to_string();
    let pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let fields = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> }.into_any())
        .collect()
}

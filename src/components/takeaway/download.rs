//! Files: sent by the server, or made here when there is none, the line is down or the server does not answer.

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::address::Format;
use qsec2_domain::choices::Choice as _;

use super::{Said, Taken};
use crate::api::fetch_file;
use crate::browser::{files, sharing};
use crate::components::parts::items;
use crate::i18n::takeaway::{file, opens_in, takeaway};
use crate::state::site::use_site;

/// The most useful first.
const ORDER: [Format; 4] = [Format::Calendar, Format::Table, Format::Atom, Format::Records];

/// The files of a page.
#[component]
pub fn Downloads() -> impl IntoView {
    let t = takeaway(use_site().lang());
    let taken: Taken = expect_context();
    let making = use_making(taken.clone());
    let links = ORDER.into_iter().map(|format| link(&taken, format, making)).collect();
    view! {
        <section>
            <h3>{t.download}</h3>
            <p>{t.download_text}</p>
            {items("take-files", links)}
        </section>
    }
    .into_any()
}

/// A file that is to be made here as soon as all of it is at hand.
fn use_making(taken: Taken) -> RwSignal<Option<Format>> {
    let t = takeaway(use_site().lang());
    let said: Said = expect_context();
    let making = RwSignal::new(None);
    Effect::new(move |_| {
        let Some(format) = making.get() else { return };
        let name = taken.file_name(format);
        let outcome = match taken.output(format, &taken.address.get_untracked()) {
            Some(output) => files::save(&name, format.media_type(), output.text.as_bytes()),
            None if taken.is_in_trouble() => false,
            None => {
                said.0.set(t.making.to_owned());
                return;
            }
        };
        making.set(None);
        let made = (t.made)(&name);
        said.0.set(if outcome { made } else { t.failed.to_owned() });
    });
    making
}

/// A link to a file of the server's, or a button where there is none.
fn link(taken: &Taken, format: Format, making: RwSignal<Option<Format>>) -> AnyView {
    let lang = use_site().lang();
    let said = [file(lang, format), " (.", format.code(), ")"].concat();
    let note = view! { <span class="take-note">{opens_in(lang, format)}</span> };
    if !taken.is_served() {
        let make = move |_| making.set(Some(format));
        return view! { <button type="button" on:click=make>{said}</button> " " {note} }.into_any();
    }
    let path = path(taken, format);
    let get = get(taken.clone(), format, making);
    view! {
        <a class="button" href=path download=taken.file_name(format) on:click=get>{said}</a> " " {note}
    }
    .into_any()
}

/// The path of a file of the server's, followed.
fn path(taken: &Taken, format: Format) -> impl Fn() -> String + Send + Clone + use<> {
    let (page, address) = (taken.page.clone(), taken.address);
    move || address.read().path_and_query(&page, format)
}

/// Fetches the file from the server, and has it made here when that can't be.
fn get(
    taken: Taken,
    format: Format,
    making: RwSignal<Option<Format>>,
) -> impl Fn(leptos::ev::MouseEvent) + 'static {
    let said: Said = expect_context();
    let t = takeaway(use_site().lang());
    move |click| {
        click.prevent_default();
        said.0.set(t.making.to_owned());
        // Asked before the file comes: the page may be left meanwhile.
        let (name, path) = (taken.file_name(format), untrack(path(&taken, format)));
        spawn_local(async move {
            let sent = if sharing::is_on_line() { fetch_file(&path).await } else { None };
            let is_saved = sent.is_some_and(|it| files::save(&name, format.media_type(), &it));
            if is_saved {
                said.0.try_set((t.made)(&name));
            } else {
                making.try_set(Some(format));
            }
        });
    }
}

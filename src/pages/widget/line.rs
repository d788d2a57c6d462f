//! The lines to paste, and what comes of them.
//!
//! They hold absolute addresses, and so need a browser that knows where it is: natively they say where to put the site's.

use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::address::{Address, Settings, WidgetAddress};
use qsec2_domain::pages::Page;

use super::Shown;
use crate::browser::{self, NATIVE, history, sharing};
use crate::i18n::widget::Builder;
use crate::routes;

/// The id of the field with the line for a frame.
const LINE: &str = "ligne";
/// The id of the field with the plain link.
const LINK: &str = "lien";

/// The line that shows the widget in a frame.
pub(super) fn frame_line(t: &'static Builder, widget: Shown) -> AnyView {
    let note = NATIVE.then(|| view! { <noscript><p>{t.needs_script}</p></noscript> });
    let line = move || widget.look(|it| frame(&history::origin(), it, t.frame));
    [note.into_any(), field(t, LINE, t.line, Signal::derive(line))].into_any()
}

/// The line that links to the agenda.
pub(super) fn plain_link(t: &'static Builder, widget: Shown) -> AnyView {
    let line = move || widget.look(|it| link(&history::origin(), it, t.frame));
    field(t, LINK, t.link, Signal::derive(line))
}

/// The widget itself. Another one is another element: a frame that is sent on makes an entry in the history.
pub(super) fn preview(t: &'static Builder, widget: Shown) -> AnyView {
    let address = move || widget.look(|it| (it.path_and_query(), height(it)));
    let frame = move |(src, height): (String, usize)| {
        view! { <iframe class="widget-preview" src=src title=t.frame height=height.to_string()></iframe> }
    };
    view! {
        <h3>{t.preview}</h3>
        <For each=move || [address()] key=Clone::clone children=frame />
    }
    .into_any()
}

/// A line in a field that it can be copied from, by hand or by a button.
fn field(
    t: &'static Builder,
    id: &'static str,
    label: &'static str,
    line: Signal<String>,
) -> AnyView {
    let said = RwSignal::new("");
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = sharing::copy(&line.get_untracked()).await;
            if !is_copied {
                browser::select(id);
            }
            said.try_set(if is_copied { t.copied } else { t.not_copied });
        });
    };
    view! {
        <div class="widget-line">
            <label for=id>{label}</label>
            <textarea id=id rows="4" readonly=true spellcheck="false" prop:value=line>{NATIVE.then(|| untrack(|| line.get()))}</textarea>
            <button type="button" on:click=copy>{t.copy}</button> " "
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// A frame with the widget. All of it is our own words and addresses; `&` in an attribute is written as HTML has it.
fn frame(origin: &str, widget: &WidgetAddress, title: &str) -> String {
    let address = [origin, &lasting(widget).path_and_query()].concat().replace('&', "&amp;");
    let height = height(widget);
    format!(
        r#"<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy" style="border:0"></iframe>"#
    )
}

/// A link to the agenda with the same query.
fn link(origin: &str, widget: &WidgetAddress, title: &str) -> String {
    let WidgetAddress { query, settings, .. } = lasting(widget);
    let path = routes::href(&Page::Agenda, &Address { query, settings, ..Address::default() });
    let address = [origin, &path].concat().replace('&', "&amp;");
    format!(r#"<a href="{address}">{title}</a>"#)
}

/// The same, but of whichever day it is: what is pasted stays for years.
fn lasting(widget: &WidgetAddress) -> WidgetAddress {
    let settings = Settings { day: None, ..widget.settings.clone() };
    WidgetAddress { settings, ..widget.clone() }
}

/// About as high as its events need in a narrow column, in CSS pixels.
fn height(widget: &WidgetAddress) -> usize {
    110 + 105 * widget.number.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_html_with_the_choices_and_without_the_day() {
        let widget =
            WidgetAddress::parse("dep=93&q=%22%3E%3Cscript%3E&nombre=3&le=2018-01-20&lang=en")
                .address;
        assert_eq!(
            frame("https://agenda.example", &widget, "QSEC² agenda"),
            "<iframe src=\"https://agenda.example/widget.html?dep=93&amp;q=%22%3E%3Cscript%3E&amp;nombre=3&amp;lang=en\" \
             title=\"QSEC² agenda\" width=\"100%\" height=\"425\" loading=\"lazy\" style=\"border:0\"></iframe>"
        );
        assert_eq!(
            link("https://agenda.example", &WidgetAddress::default(), "Agenda QSEC²"),
            "<a href=\"https://agenda.example/agenda\">Agenda QSEC²</a>"
        );
    }
}

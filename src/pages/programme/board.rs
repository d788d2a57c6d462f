//! The rows of a programme: what comes by day, each with what is at the same time; what is over apart, folded.

use leptos::prelude::*;
use qsec2_domain::agenda::{Heading, Row};
use qsec2_domain::date::Moment;
use qsec2_domain::id::Id;
use qsec2_domain::programme::{Visit, clashes};

use super::arranged;
use crate::browser::{focus_in_view, viewport};
use crate::components::event_list::heading_view;
use crate::components::event_row::EventRow;
use crate::i18n::{Count, dates};
use crate::state::favourites::Favourites;
use crate::state::site::{Site, use_feed};

/// The id of the button that undoes the last removal.
const UNDO: &str = "annuler";

/// What can be done with rows: each can be removed, and the last removal undone in its place. Nothing in somebody else's
/// programme.
#[derive(Clone, Copy)]
pub(super) struct Acts(Option<(Favourites, RwSignal<Option<Id>>)>);

impl Acts {
    pub(super) fn new(favourites: Favourites) -> Self {
        Self(Some((favourites, RwSignal::new(None))))
    }

    pub(super) const fn none() -> Self {
        Self(None)
    }

    /// What is kept, and the event that was just removed, tracked.
    pub(super) fn shown(self, kept: &[Id]) -> Vec<Id> {
        let mut shown = kept.to_vec();
        shown.extend(self.removed(kept));
        shown
    }

    /// The event that was just removed, and not kept again elsewhere.
    fn removed(self, kept: &[Id]) -> Option<Id> {
        let removed = self.0.and_then(|(_, removed)| removed.get());
        removed.filter(|id| !kept.contains(id))
    }

    fn is_removed(self, id: &Id) -> bool {
        self.0.is_some_and(|(favourites, removed)| {
            removed.read().as_ref() == Some(id) && !favourites.contains(id)
        })
    }
}

/// How the rows are drawn, for as long as the page stays.
#[derive(Clone, Copy)]
pub(super) struct Board {
    acts: Acts,
    /// Whether what is over is unfolded; always on paper.
    past: RwSignal<bool>,
    printing: RwSignal<bool>,
}

impl Board {
    pub(super) fn new(acts: Acts) -> Self {
        let printing = RwSignal::new(false);
        viewport::on_print(move |begins| printing.set(begins));
        Self { acts, past: RwSignal::new(false), printing }
    }

    /// The rows of some events, and how many of these are gone.
    pub(super) fn draw(self, site: &Site, ids: &[Id], gone: Count) -> AnyView {
        let loaded = use_feed();
        let Some(all) = loaded.ask(arranged(&loaded, ids, site.today)) else {
            return view! { <p role="status">{site.t.states.loading}</p> }.into_any();
        };
        let is_there = |id: &&Id| all.coming.iter().chain(&all.past).any(|it| it.id == **id);
        let missing = ids.iter().filter(|id| !is_there(id)).count();
        let missing = (missing > 0).then(|| view! { <p>{gone(missing)}</p> });
        let coming = self.coming(site, &all.coming);
        view! { {missing} {coming} {self.past(site, &all.past)} }.into_any()
    }

    fn coming(self, site: &Site, visits: &[Visit]) -> AnyView {
        let going: Vec<_> =
            visits.iter().filter(|it| !self.acts.is_removed(&it.id)).cloned().collect();
        // In the order of `going`, which is that of `visits`.
        let mut clashes = clashes(&going).into_iter();
        let mut before = None;
        let rows = visits.iter().map(|visit| {
            let heading = visit.row.heading;
            let is_first = before.replace(heading) != Some(heading);
            let heading = is_first.then(|| heading_view(site, heading));
            let is_going = !self.acts.is_removed(&visit.id);
            let others = is_going.then(|| clashes.next()).flatten().unwrap_or_default();
            let at_once = others.iter().map(|at| at_once(site, &going[*at])).collect();
            (heading, visit, at_once)
        });
        self.list(site, site.t.agenda.list, rows.collect())
    }

    fn past(self, site: &Site, visits: &[Visit]) -> AnyView {
        if visits.is_empty() {
            return ().into_any();
        }
        let said = (site.t.own().past)(visits.len());
        // With its whole date, since it stands under no day.
        let dated = visits.iter().map(|visit| Visit {
            row: Row { heading: Heading::Best, ..visit.row },
            ..visit.clone()
        });
        let dated: Vec<_> = dated.collect();
        let rows = dated.iter().map(|visit| (None, visit, Vec::new())).collect();
        let list = self.list(site, site.t.own().past_list, rows);
        let Self { past, printing, .. } = self;
        // Drawn anew at each removal, it stays as it was.
        let fold = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            past.update(|is_open| *is_open = !*is_open);
        };
        let open = move || past.get() || printing.get();
        view! {
            <details class="past" open=open><summary on:click=fold>{said}</summary>{list}</details>
        }
        .into_any()
    }

    fn list(
        self,
        site: &Site,
        label: &'static str,
        rows: Vec<(Option<AnyView>, &Visit, Vec<String>)>,
    ) -> AnyView {
        let mut is_told = false;
        let mut items = Vec::new();
        for (heading, visit, at_once) in rows {
            let item = if self.acts.is_removed(&visit.id) {
                // One line for the event, however many sessions it has.
                if std::mem::replace(&mut is_told, true) {
                    continue;
                }
                self.undo(site, visit)
            } else {
                let row = visit.row;
                view! { <EventRow row /> {self.more(site, visit, at_once)} }.into_any()
            };
            items.push(view! { <li>{heading} {item}</li> }.into_any());
        }
        if items.is_empty() {
            return ().into_any();
        }
        view! { <ul class="board programme" role="list" aria-label=label>{items}</ul> }.into_any()
    }

    /// Below a row: what is at the same time, and the button that removes it.
    fn more(self, site: &Site, visit: &Visit, at_once: Vec<String>) -> AnyView {
        let t = site.t.own();
        let at_once: Vec<_> = at_once
            .into_iter()
            .map(|said| view! { <p class="at-once">{said}</p> }.into_any())
            .collect();
        let remove = self.acts.0.map(|(favourites, removed)| {
            let id = visit.id.clone();
            let remove = move |_| {
                removed.set(Some(id.clone()));
                favourites.remove(&id);
                request_animation_frame(|| focus_in_view(UNDO));
            };
            let name = (t.remove_one)(&visit.name);
            view! { <button class="remove" type="button" id=remove_id(visit.row) aria-label=name on:click=remove>{t.remove}</button> }
        });
        let is_empty = at_once.is_empty() && remove.is_none();
        (!is_empty).then(|| view! { <div class="row-more">{at_once} {remove}</div> }).into_any()
    }

    /// In the place of what was removed: that it was, and the way back. It has the focus then.
    fn undo(self, site: &Site, visit: &Visit) -> AnyView {
        let t = site.t.own();
        let undo = self.acts.0.map(|(favourites, removed)| {
            let (id, back) = (visit.id.clone(), remove_id(visit.row));
            let undo = move |_| {
                favourites.keep(std::slice::from_ref(&id));
                removed.set(None);
                let back = back.clone();
                request_animation_frame(move || focus_in_view(&back));
            };
            let name = (t.undo_one)(&visit.name);
            view! { <button type="button" id=UNDO aria-label=name on:click=undo>{t.undo}</button> }
        });
        view! { <p class="removed" role="status">{(t.removed)(&visit.name)} " " {undo}</p> }
            .into_any()
    }
}

/// The id of the button that removes a row; the focus goes back there.
fn remove_id(row: Row) -> String {
    format!("retirer-{}-{}", row.event, row.session)
}

/// « En même temps que : Le bal, 14 h – 16 h ».
fn at_once(site: &Site, other: &Visit) -> String {
    let hour = |moment: Option<Moment>| {
        moment.and_then(Moment::time).map(|time| dates::time(site.lang(), time))
    };
    let hours: Vec<_> =
        [hour(other.span.start), hour(other.span.end)].into_iter().flatten().collect();
    (site.t.own().at_once)(&other.name, &hours.join(" – "))
}

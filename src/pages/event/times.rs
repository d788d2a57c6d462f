//! When an event takes place, and what became of it: in words, never by a colour or a line alone.

use leptos::prelude::*;
use qsec2_domain::date::Span;
use qsec2_domain::event::{Event, EventStatus, Session, SessionStanding};

use crate::components::parts::ordered_items;
use crate::i18n::record::{instead_of, meaning, record};
use crate::i18n::{codes, colon, dates};
use crate::state::site::Site;

/// Lists up to this long stand open.
const SHORT: usize = 12;

/// What became of it, and what that means for who wants to go. A date that it had before is struck out, and said.
pub(super) fn status(site: &Site, event: &Event) -> Option<AnyView> {
    let lang = site.lang();
    let before = event.previous_start_date.map(|before| {
        let (words, date) = instead_of(lang, before.date());
        view! { " " {words} <s>{date}</s> }.into_any()
    });
    let (word, means) = match (meaning(lang, event.event_status), &before) {
        (Some((word, _)), Some(_)) if event.event_status == EventStatus::Rescheduled => (word, ""),
        (Some(said), _) => said,
        // A feed may know the date before, and say no more.
        (None, Some(_)) => (meaning(lang, EventStatus::Rescheduled)?.0, ""),
        (None, None) => return None,
    };
    Some(
        view! { <p class="record-status"><strong>{word}</strong> " " {means} {before}</p> }
            .into_any(),
    )
}

/// The date in words, struck out when nothing takes place on it; and the next session of several.
pub(super) fn when(site: &Site, event: &Event) -> AnyView {
    let lang = site.lang();
    let t = record(lang);
    let standings = event.standings(site.today);
    let next = standings.iter().position(|it| *it == SessionStanding::Next);
    let next =
        next.filter(|_| event.sessions.len() > 1).and_then(|place| event.sessions.get(place));
    let next = next.map(|session| {
        let span = dates::span(lang, session.span);
        view! { <p class="record-next">{t.next_session} {colon(lang)} {span}</p> }
    });
    view! {
        <p class="record-when">{date(site, event.span, event.event_status)}</p>
        {next}
    }
    .into_any()
}

/// All sessions, each with what it is to today and what became of it; a long list is folded.
pub(super) fn sessions(site: &Site, event: &Event) -> Option<AnyView> {
    let standings = event.standings(site.today);
    let sessions: Vec<_> =
        event.sessions.iter().zip(standings).map(|(session, it)| one(site, session, it)).collect();
    let count = sessions.len();
    (count > 0).then(|| {
        let list = ordered_items("sessions", None, sessions);
        if count <= SHORT {
            return list;
        }
        let said = (record(site.lang()).all_sessions)(count);
        view! { <details><summary>{said}</summary>{list}</details> }.into_any()
    })
}

fn one(site: &Site, session: &Session, standing: SessionStanding) -> AnyView {
    let t = record(site.lang());
    let standing = match standing {
        SessionStanding::Past => Some(t.past_session),
        SessionStanding::Next => Some(t.next_session),
        SessionStanding::Other => None,
    };
    let class = match standing {
        Some(said) if said == t.next_session => "session session-next",
        Some(_) => "session session-past",
        None => "session",
    };
    let said = standing.map(|said| view! { " " <span class="session-mark">{said}</span> });
    let status = codes::status(site.lang(), session.event_status);
    let status = status.map(|said| view! { " " <strong class="session-status">{said}</strong> });
    view! { <span class=class>{date(site, session.span, session.event_status)} {said} {status}</span> }
        .into_any()
}

/// A date in words, struck out when nothing takes place on it.
fn date(site: &Site, span: Span, status: EventStatus) -> AnyView {
    let said = dates::span(site.lang(), span);
    let said = match span.start {
        Some(start) => view! { <time datetime=start.to_string()>{said}</time> }.into_any(),
        None => said.into_any(),
    };
    if status.is_off() { view! { <s>{said}</s> }.into_any() } else { said }
}

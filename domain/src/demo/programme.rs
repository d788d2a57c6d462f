//! The invented programme: event by event, each from its number alone.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::chance::Chance;
use super::forms::{Entry, FORMS, Form, Ground, OPENING};
use super::hours::Slot;
use super::lands::{OPEN_PLACES, SCHOOLS, VENUES};
use super::subjects::SUBJECTS;
use super::tour::{Stay, Tour};
use super::{SEASON, id, invented, page};
use crate::date::{Moment, Span, days_after};
use crate::event::{Event, EventStatus, Session};
use crate::place::Place;

/// So many events, in the order of their numbers: one for each stop in turn.
pub(super) fn events(tour: &Tour, count: usize) -> Vec<Event> {
    (0..count).map(|number| event(tour, number)).collect()
}

fn event(tour: &Tour, number: usize) -> Event {
    let turn = number % tour.stays.len();
    let round = number / tour.stays.len();
    let stay = &tour.stays[turn];
    let form = match round {
        0 => &OPENING,
        _ => &FORMS[(round - 1 + turn * 5) % FORMS.len()],
    };
    let mut chance = Chance::of(&[tour.seed(), number as u64]);
    let (subject, about) = *chance.pick(&SUBJECTS);
    let status = status(number);
    let times = if round == 0 { opening_hour(stay) } else { times(form, stay, &mut chance) };
    let (is_free, admission) = admission(*chance.pick(form.entries), status);
    let name = if round == 0 { "Clair-obscur" } else { subject };
    Event {
        id: id(&format!("demo-{number:06}")),
        name: format!("{name}\u{a0}— {}", form.label),
        kind: form.kind,
        season: Some(id(SEASON)),
        stop: Some(stay.id()),
        span: whole(&times),
        sessions: sessions(&times, status, &mut chance),
        time_note: (form.slot == Slot::Run).then(|| RUN_HOURS.to_owned()),
        event_status: status,
        previous_start_date: (status == EventStatus::Rescheduled)
            .then(|| before_the_move(&times, stay))
            .flatten(),
        location: Some(place(form, stay, &mut chance)),
        organizer: vec![stay.land.party()],
        audience: form.audience.iter().copied().collect(),
        audience_note: None,
        educational_level: form.levels.iter().copied().collect(),
        access: form.access.iter().copied().collect(),
        is_accessible_for_free: is_free,
        admission,
        description: Some(format!("{} {about}", form.about)),
        url: (status == EventStatus::MovedOnline).then(|| page("en-ligne")).flatten(),
        provenance: invented(),
    }
}

const RUN_HOURS: &str = "Aux heures d’ouverture du lieu.";

/// Most events are as planned; of the rest there are some of each, whatever chance says.
fn status(number: usize) -> EventStatus {
    match number % 47 {
        9 => EventStatus::Cancelled,
        15 => EventStatus::Postponed,
        21 => EventStatus::Rescheduled,
        30 => EventStatus::MovedOnline,
        38 | 44 => EventStatus::Full,
        _ => EventStatus::Scheduled,
    }
}

/// The opening is on the first day of the stay.
fn opening_hour(stay: &Stay) -> Vec<Span> {
    let hour = NaiveTime::from_hms_opt(18, 30, 0).unwrap_or_default();
    vec![OPENING.slot.span(stay.start.and_time(hour), OPENING.length)]
}

/// When it takes place: once, or some weeks in a row; never after the stay.
fn times(form: &Form, stay: &Stay, chance: &mut Chance) -> Vec<Span> {
    let last = back(stay.end, form.slot.reach(form.length));
    let (first, last) = window(form, stay, last, chance);
    let day = form.slot.day(chance, first, last);
    let hour = form.slot.hour(chance);
    let weeks = 1 + chance.below(form.times) as u64;
    let days = (0..weeks).map(|week| days_after(day, 7 * week));
    let kept = days.filter(|&each| each == day || (each <= last && form.slot.fits(each)));
    kept.map(|day| form.slot.span(day.and_time(hour), form.length)).collect()
}

/// The days on which it may begin: one in eight that needs neither exhibition nor class is before the stay.
fn window(
    form: &Form,
    stay: &Stay,
    last: NaiveDate,
    chance: &mut Chance,
) -> (NaiveDate, NaiveDate) {
    let eve = back(stay.start, 1 + form.slot.reach(form.length));
    let is_long = (eve - stay.lead).num_days() >= 14;
    let can_be_early = form.ground != Ground::Exhibition && form.slot != Slot::SchoolDay;
    if chance.once_in(8) && is_long && can_be_early { (stay.lead, eve) } else { (stay.start, last) }
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(chrono::Days::new(days)).unwrap_or(day)
}

fn whole(times: &[Span]) -> Span {
    Span {
        start: times.first().and_then(|span| span.start),
        end: times.last().and_then(|span| span.end),
    }
}

/// Sessions, when there are several; now and then one of many is cancelled.
fn sessions(times: &[Span], status: EventStatus, chance: &mut Chance) -> Vec<Session> {
    if times.len() < 2 {
        return Vec::new();
    }
    let cancelled = (times.len() > 2 && chance.once_in(6)).then(|| chance.below(times.len()));
    let all = if status == EventStatus::Cancelled { status } else { EventStatus::Scheduled };
    let of = |place| if cancelled == Some(place) { EventStatus::Cancelled } else { all };
    let sessions = times.iter().enumerate();
    sessions.map(|(place, &span)| Session { span, event_status: of(place) }).collect()
}

/// What was moved was a week earlier, or a week later when that would be before anything began.
fn before_the_move(times: &[Span], stay: &Stay) -> Option<Moment> {
    let start = times.first()?.start?;
    let earlier = back(start.day()?, 7);
    let day = if earlier < stay.lead { days_after(start.day()?, 7) } else { earlier };
    Some(match start.time() {
        Some(time) => Moment::Minute(NaiveDateTime::new(day, time)),
        None => Moment::Date(crate::date::PartialDate::Day(day)),
    })
}

fn place(form: &Form, stay: &Stay, chance: &mut Chance) -> Place {
    let venues: &[&str] = match form.ground {
        Ground::Exhibition => return stay.land.home(),
        Ground::Town => &VENUES,
        Ground::Outdoors => &OPEN_PLACES,
        Ground::School => &SCHOOLS,
    };
    let venue = chance.below(venues.len());
    stay.land.place(chance.below(stay.land.towns.len()), venues[venue], venue)
}

fn admission(entry: Entry, status: EventStatus) -> (Option<bool>, Option<String>) {
    let (is_free, words) = match entry {
        Entry::Open => (Some(true), "Entrée libre."),
        Entry::Booked => (Some(true), "Gratuit, sur réservation."),
        Entry::Paid => (Some(false), "5\u{a0}€, gratuit pour les moins de 12\u{a0}ans."),
        Entry::Unsaid => return (None, None),
    };
    let full = if status == EventStatus::Full { " Il n’y a plus de place." } else { "" };
    (is_free, Some([words, full].concat()))
}

//! One or two true sentences on a page, made of what the feed knows.
//!
//! Between [`LEAST`] and [`MOST`] characters, on one line: what fits, the most useful first. Nothing is made up to fill.

use chrono::NaiveDate;
use qsec2_domain::agenda::{Found, Heading, Scope};
use qsec2_domain::choices::{Choices, EventKind};
use qsec2_domain::date::{PartialDate, Span};
use qsec2_domain::department::Department;
use qsec2_domain::event::Event;
use qsec2_domain::feed::Feed;
use qsec2_domain::group::Group;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;
use qsec2_domain::query::Query;
use qsec2_domain::stop::Stop;
use qsec2_domain::tour::Standing;

use super::department_at;
use crate::i18n::facts::facts;
use crate::i18n::head::{head, labelled};
use crate::i18n::{codes, dates, texts};
use crate::state::feed::Loaded;

/// The fewest characters of a description.
pub(super) const LEAST: usize = 50;

/// The most: search engines cut what is longer.
pub(super) const MOST: usize = 160;

/// Below this, a text that had to be cut says nothing.
const LEAST_CUT: usize = 30;

/// The description of a page, or of « no such page ».
pub(super) fn of(page: Option<&Page>, loaded: &Loaded, lang: Lang, today: NaiveDate) -> String {
    let t = head(lang);
    let feed = &loaded.feed;
    let mut told = Told::default();
    if feed.is_demonstration && page.is_some() {
        told.say(t.invented);
    }
    match page {
        None => told.say(t.not_found),
        Some(Page::Event(id)) => {
            if let Some(record) = feed.event(id.as_str()) {
                event(&mut told, feed, record, lang);
            }
        }
        Some(Page::Stop(id)) => {
            if let Some(record) = feed.stop(id.as_str()) {
                stop(&mut told, feed, record, lang);
            }
        }
        Some(Page::Group(id)) => {
            if let Some(record) = feed.group(id.as_str()) {
                group(&mut told, record, lang);
            }
        }
        Some(Page::Department(it)) => department(&mut told, loaded, *it, lang, today),
        Some(Page::Home) => {
            told.say_some(stop_at(loaded, None, lang, today));
            told.say(t.site);
        }
        Some(Page::Agenda) => {
            let found = loaded.find(&Query::default(), today).unwrap_or_else(|_| Found::none());
            for sentence in coming(&found, feed.events.len(), lang) {
                told.say(&sentence);
            }
            told.say(t.agenda);
        }
        Some(Page::Itinerary) => told.say(t.itinerary),
        Some(Page::Departments) => told.say(t.departments),
        Some(Page::Groups) => told.say(t.groups),
        Some(Page::News) => told.say(t.news),
        Some(Page::Resources) => told.say(t.resources),
        Some(Page::Teachers) => told.say(t.teachers),
        Some(Page::TakePart) => told.say(t.take_part),
        Some(Page::Propose) => told.say(t.propose),
        Some(Page::Widget) => told.say(t.widget),
        Some(Page::Programme) => told.say(t.programme),
        Some(Page::About) => told.say(t.about),
        Some(Page::Accessibility) => told.say(t.accessibility),
        Some(Page::Privacy) => told.say(t.privacy),
        Some(Page::Changes) => told.say(t.changes),
        Some(Page::Desk) => told.say(t.desk),
    }
    told.long_enough(t.site)
}

/// What it is, when and where; then what it is about.
fn event(told: &mut Told, feed: &Feed, event: &Event, lang: Lang) {
    let t = head(lang);
    let kind = if event.kind == EventKind::Other { t.event } else { codes::kind(lang, event.kind) };
    told.say(&format!("{kind}, {}", dates::span(lang, event.span)));
    told.say_some(codes::status(lang, event.event_status));
    if let Some(place) = feed.place_of(event) {
        told.place(place, lang);
    }
    told.say_some((event.is_accessible_for_free == Some(true)).then_some(t.free));
    told.quote(event.description.as_deref());
    let organizer =
        event.organizer.first().map(|it| labelled(lang, facts(lang).organizer, &it.name));
    told.say_some(organizer);
}

/// What is shown, from when to when and on how many days, and where.
fn stop(told: &mut Told, feed: &Feed, stop: &Stop, lang: Lang) {
    let (t, words) = (head(lang), texts(lang));
    let stay = dates::stay(lang, stop.span);
    let days = days(stop.span).map(|days| format!(" ({})", (t.days)(days))).unwrap_or_default();
    let exhibition = feed.exhibition(stop.exhibition.as_str()).map(|it| (t.exhibition)(&it.name));
    told.say(&format!(
        "{}, {stay}{days}",
        exhibition.as_deref().unwrap_or(words.tour().exhibition)
    ));
    told.say_some(codes::status(lang, stop.event_status));
    told.place(&stop.location, lang);
    told.say_some((stop.is_accessible_for_free == Some(true)).then_some(t.free));
    told.say_some(
        stop.opening_hours.as_deref().map(|hours| labelled(lang, words.tour().hours, hours)),
    );
    told.quote(stop.description.as_deref());
}

/// On how many days a span lies, both ends included, if both are known to the day.
fn days(span: Span) -> Option<usize> {
    let (first, last) = (span.start?.day()?, span.end?.day()?);
    usize::try_from((last - first).num_days() + 1).ok()
}

/// Whose it is, whether it takes people in, and what it is about.
fn group(told: &mut Told, group: &Group, lang: Lang) {
    let t = texts(lang);
    let years = dates::years(lang, group.start_date, group.end_date);
    told.say(&format!("{}, {years}", (head(lang).group)(&group.department.to_string())));
    told.say(if group.is_open { t.community().open } else { t.community().closed });
    let theme = group.theme.as_deref().map(|theme| labelled(lang, t.community().theme, theme));
    told.quote(theme.as_deref());
}

/// Where the exhibition is or will be there, how many events are to come or were, and who runs it.
fn department(
    told: &mut Told,
    loaded: &Loaded,
    department: Department,
    lang: Lang,
    today: NaiveDate,
) {
    let t = head(lang);
    told.say_some(stop_at(loaded, Some(department), lang, today));
    let here = Query { departments: Choices::only(department), ..Query::default() };
    let found = loaded.find(&here, today).unwrap_or_else(|_| Found::none());
    let mut counts = coming(&found, loaded.feed.events_in(department), lang);
    told.say_some(counts.pop());
    let operator = loaded.feed.operator(department);
    told.say_some(operator.map(|it| labelled(lang, t.association, &it.name)));
}

/// The stop now, else the next, else the last; in one département or in all.
fn stop_at(
    loaded: &Loaded,
    department: Option<Department>,
    lang: Lang,
    today: NaiveDate,
) -> Option<String> {
    let t = texts(lang).home();
    let tour: Vec<(&Stop, Standing)> = loaded
        .tour
        .stops()
        .filter_map(|place| {
            Some((loaded.feed.stops.get(place)?, loaded.tour.standing(place, today)))
        })
        .filter(|(stop, _)| department.is_none() || department_at(&stop.location) == department)
        .collect();
    let first = |standing| tour.iter().find(|(_, it)| *it == standing).map(|(stop, _)| *stop);
    let over = || {
        let over =
            tour.iter().filter(|(stop, it)| *it == Standing::Past && stop.span.end.is_some());
        over.max_by_key(|(stop, _)| stop.span.last_day()).map(|(stop, _)| *stop)
    };
    let (label, stop) = None
        .or_else(|| Some((t.now, first(Standing::Now)?)))
        .or_else(|| Some((t.perhaps, first(Standing::Perhaps)?)))
        .or_else(|| Some((t.next, first(Standing::Coming)?)))
        .or_else(|| Some((t.over, over()?)))?;
    let when = dates::stay(lang, stop.span);
    // On a département's own page, the town and the number are said already.
    let place = match (department, &stop.location.name) {
        (Some(_), Some(venue)) => venue.clone(),
        _ => stop.location.line(),
    };
    Some(labelled(lang, label, &format!("{place}, {when}")))
}

/// The next day and how many events run or are to come; or that nothing is, and how many there were. The count comes last,
/// if there is one.
fn coming(found: &Found, in_all: usize, lang: Lang) -> Vec<String> {
    let t = head(lang);
    if found.scope == Scope::Archive || found.rows.is_empty() {
        let archive = (in_all > 0).then(|| (t.archive)(in_all));
        return std::iter::once(t.nothing_coming.to_owned()).chain(archive).collect();
    }
    let next = found.rows.iter().find_map(|row| match row.heading {
        Heading::Day(day) => Some(dates::day(lang, day)),
        Heading::Month(month) => Some(dates::partial(lang, PartialDate::Month(month))),
        Heading::Year(year) => Some(dates::partial(lang, PartialDate::Year(year))),
        Heading::Running | Heading::Unknown | Heading::Best => None,
    });
    let next = next.map(|next| labelled(lang, t.next, &next));
    next.into_iter().chain([(t.coming)(found.events)]).collect()
}

/// Sentences, as long as there is room for them.
#[derive(Default)]
struct Told {
    said: String,
    length: usize,
}

impl Told {
    /// Says a sentence whole, or not at all; the first one is cut when it must be.
    fn say(&mut self, sentence: &str) {
        let sentence = ended(one_line(sentence));
        let length = sentence.chars().count();
        if length <= self.room() {
            self.push(&sentence, length);
        } else if self.length == 0 {
            let sentence = cut(&sentence, MOST);
            self.push(&sentence, sentence.chars().count());
        }
    }

    fn say_some<T: AsRef<str>>(&mut self, sentence: Option<T>) {
        if let Some(sentence) = sentence {
            self.say(sentence.as_ref());
        }
    }

    /// Says where: the venue and its town, or the town alone where there is no room for both.
    fn place(&mut self, place: &Place, lang: Lang) {
        let before = self.length;
        for place in [place, &Place { name: None, ..place.clone() }] {
            let line = place.line();
            if self.length == before && !line.is_empty() {
                self.say(&labelled(lang, facts(lang).place, &line));
            }
        }
    }

    /// Says a text of the feed, or its beginning.
    fn quote(&mut self, text: Option<&str>) {
        let Some(text) = text else { return };
        let text = ended(one_line(text));
        let (length, room) = (text.chars().count(), self.room());
        if length <= room {
            self.push(&text, length);
        } else if room >= LEAST_CUT {
            let text = cut(&text, room);
            self.push(&text, text.chars().count());
        }
    }

    /// All that was said; what is too short for a description is followed by what the site is.
    fn long_enough(mut self, site: &str) -> String {
        if self.length < LEAST {
            self.say(site);
        }
        self.said
    }

    fn room(&self) -> usize {
        MOST.saturating_sub(self.length + usize::from(self.length > 0))
    }

    fn push(&mut self, text: &str, length: usize) {
        if text.is_empty() {
            return;
        }
        if self.length > 0 {
            self.said.push(' ');
            self.length += 1;
        }
        self.said.push_str(text);
        self.length += length;
    }
}

/// Line ends and runs of blanks as one blank; no-break spaces stay.
fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_control() || letter == ' ');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With a full stop, unless it ends already.
fn ended(mut sentence: String) -> String {
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

/// The beginning of a text, cut at a word, in at most so many characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    // One for the sign that it goes on, and one more letter to see whether a word ends here.
    let beginning: String = text.chars().take(most).collect();
    let at_word =
        beginning.rsplit_once(' ').map(|(words, _)| words).filter(|words| !words.is_empty());
    let kept = at_word.map_or_else(|| text.chars().take(most - 1).collect(), str::to_owned);
    format!(
        "{}…",
        kept.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:.–—-".contains(letter))
    )
}

//! Days, hours and spans in words. What is not known is said, never filled in.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use qsec2_domain::date::{Moment, PartialDate, Span, YearMonth};
use qsec2_domain::lang::Lang;

use super::pick;

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const SHORT_MONTHS: [[&str; 12]; 2] = [
    [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
    ],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// The name of a month, counted from 1.
pub fn month_name(lang: Lang, month: u32) -> &'static str {
    MONTHS[lang as usize][month_place(month)]
}

/// The name of a month, cut short, counted from 1.
pub fn short_month_name(lang: Lang, month: u32) -> &'static str {
    SHORT_MONTHS[lang as usize][month_place(month)]
}

/// « samedi ».
pub fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    WEEKDAYS[lang as usize][day.weekday().num_days_from_monday() as usize]
}

/// « novembre 2017 ».
pub fn month(lang: Lang, month: YearMonth) -> String {
    format!("{} {}", month_name(lang, month.month()), month.year())
}

/// « 1er janvier 2018 », without the weekday.
pub fn date(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", day_and_month(lang, day), day.year())
}

/// « 12 janvier », with the year when it is not this one.
pub fn recent(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { day_and_month(lang, day) } else { date(lang, day) }
}

/// « samedi 20 janvier 2018 ».
pub fn day(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", weekday(lang, day), date(lang, day))
}

/// « 14 h 30 », « 14 h », "14:30"; with no-break spaces.
pub fn time(lang: Lang, time: NaiveTime) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, minute) => format!("{:02}:{minute:02}", time.hour()),
    }
}

/// « en 2015 », « en novembre 2017 », « le 9 janvier 2018 ».
pub fn partial(lang: Lang, partial: PartialDate) -> String {
    match (lang, partial) {
        (Lang::Fr, PartialDate::Year(year)) => format!("en {year}"),
        (Lang::En, PartialDate::Year(year)) => format!("in {year}"),
        (Lang::Fr, PartialDate::Month(it)) => format!("en {}", month(lang, it)),
        (Lang::En, PartialDate::Month(it)) => format!("in {}", month(lang, it)),
        (Lang::Fr, PartialDate::Day(it)) => format!("le {}", date(lang, it)),
        (Lang::En, PartialDate::Day(it)) => format!("on {}", date(lang, it)),
    }
}

/// A span as one reads it aloud: « du 9 janvier au 10 mars 2018 », « à partir du 25 novembre 2017, fin inconnue »,
/// « le samedi 6 octobre 2018, de 14 h à 17 h 30 », « en 2015 », « date inconnue ».
pub fn span(lang: Lang, span: Span) -> String {
    if let Some(only) = span.only_day() {
        return one_day(lang, only, span);
    }
    match (span.start.map(Moment::date), span.end.map(Moment::date)) {
        (None, None) => pick(lang, "date inconnue", "date unknown").to_owned(),
        (Some(start), None) => partial(lang, start),
        (None, Some(end)) => open_start(lang, end),
        (Some(start), Some(end)) if start == end => partial(lang, start),
        (Some(start), Some(end)) => from_to(lang, start, end),
    }
}

/// A stay of an exhibition: as [`span`], but one whose end is not known did not end on its first day.
pub fn stay(lang: Lang, stay: Span) -> String {
    match (stay.start.map(Moment::date), stay.end) {
        (Some(start), None) => open_end(lang, start),
        _ => span(lang, stay),
    }
}

/// Whole days: « du 13 au 14 mars 2018 », « samedi 20 janvier 2018 ».
pub fn days(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        day(lang, first)
    } else {
        from_to(lang, PartialDate::Day(first), PartialDate::Day(last))
    }
}

/// A span in a narrow column: « 20 janv. 2018, 14 h », « 9 janv. → 10 mars 2018 », « 2015 ».
pub fn short(lang: Lang, span: Span) -> String {
    let brief = |date: PartialDate| match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(it) => {
            format!("{} {}", short_month_name(lang, it.month()), it.year())
        }
        PartialDate::Day(day) => {
            format!("{} {} {}", ordinal(lang, day), short_month_name(lang, day.month()), day.year())
        }
    };
    let ends = (span.start.map(Moment::date), span.end.map(Moment::date));
    match ends {
        (Some(start), _) if span.only_day().is_some() => {
            let hour = span.start.and_then(Moment::time).map(|it| format!(", {}", time(lang, it)));
            format!("{}{}", brief(start), hour.unwrap_or_default())
        }
        (Some(start), Some(end)) if start != end => format!("{} – {}", brief(start), brief(end)),
        (Some(date), _) | (None, Some(date)) => brief(date),
        (None, None) => pick(lang, "date inconnue", "date unknown").to_owned(),
    }
}

/// « jusqu’au 10 mars 2018 ».
pub fn until(lang: Lang, end: PartialDate) -> String {
    match lang {
        Lang::Fr => format!("jusqu’{}", after_french(end, "au ", "en ")),
        Lang::En => format!("until {}", bare(lang, end)),
    }
}

/// The hours of a span on one day: « de 14 h à 17 h 30 », « à 20 h »; nothing when no hour is known.
pub fn hours(lang: Lang, span: Span) -> Option<String> {
    let start = time(lang, span.start?.time()?);
    Some(match (lang, span.end.and_then(Moment::time)) {
        (Lang::Fr, Some(end)) => format!("de {start} à {}", time(lang, end)),
        (Lang::En, Some(end)) => format!("from {start} to {}", time(lang, end)),
        (Lang::Fr, None) => format!("à {start}"),
        (Lang::En, None) => format!("at {start}"),
    })
}

/// A season's years: « 2016–2020 », « 2014 », « fin en 2014 ».
pub fn years(lang: Lang, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
    let year = |date: PartialDate| date.first_day().year();
    match (start.map(year), end.map(year)) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start}–{end}"),
        (Some(start), None) => format!("{} {start}", pick(lang, "depuis", "since")),
        (None, Some(end)) => format!("{} {end}", pick(lang, "jusqu’en", "until")),
        (None, None) => pick(lang, "dates inconnues", "dates unknown").to_owned(),
    }
}

fn one_day(lang: Lang, only: NaiveDate, span: Span) -> String {
    let on = pick(lang, "le ", "");
    match hours(lang, span) {
        Some(hours) => format!("{on}{}, {hours}", day(lang, only)),
        None => format!("{on}{}", day(lang, only)),
    }
}

fn open_end(lang: Lang, start: PartialDate) -> String {
    match (lang, start) {
        (Lang::Fr, PartialDate::Day(it)) => {
            format!("à partir du {}, fin inconnue", date(lang, it))
        }
        (Lang::En, PartialDate::Day(it)) => format!("from {}, end unknown", date(lang, it)),
        _ => partial(lang, start),
    }
}

fn open_start(lang: Lang, end: PartialDate) -> String {
    match lang {
        Lang::Fr => format!("jusqu’{}, début inconnu", after_french(end, "au ", "en ")),
        Lang::En => format!("until {}, start unknown", bare(lang, end)),
    }
}

fn from_to(lang: Lang, start: PartialDate, end: PartialDate) -> String {
    let from = match (start, end) {
        (PartialDate::Day(first), PartialDate::Day(last)) if first.year() == last.year() => {
            if first.month() == last.month() {
                ordinal(lang, first)
            } else {
                day_and_month(lang, first)
            }
        }
        _ => bare(lang, start),
    };
    match lang {
        Lang::Fr => {
            let of = match start {
                PartialDate::Day(_) => "du ",
                PartialDate::Month(month) if matches!(month.month(), 4 | 8 | 10) => "d’",
                _ => "de ",
            };
            format!("{of}{from} {}", after_french(end, "au ", "à "))
        }
        Lang::En => format!("from {from} to {}", bare(lang, end)),
    }
}

/// The date with the French word that leads to it: one for a day, another for a month or a year.
fn after_french(date: PartialDate, to_day: &str, to_period: &str) -> String {
    let word = if date.day().is_some() { to_day } else { to_period };
    format!("{word}{}", bare(Lang::Fr, date))
}

fn bare(lang: Lang, partial: PartialDate) -> String {
    match partial {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(it) => month(lang, it),
        PartialDate::Day(it) => date(lang, it),
    }
}

fn day_and_month(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", ordinal(lang, day), month_name(lang, day.month()))
}

fn ordinal(lang: Lang, day: NaiveDate) -> String {
    match (lang, day.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    }
}

fn month_place(month: u32) -> usize {
    month.clamp(1, 12) as usize - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, start: &str, end: &str) -> String {
        span(lang, Span { start: start.parse().ok(), end: end.parse().ok() })
    }

    #[test]
    fn a_span_reads_as_one_would_say_it() {
        for (start, end, french, english) in [
            (
                "2018-01-09",
                "2018-03-10",
                "du 9 janvier au 10 mars 2018",
                "from 9 January to 10 March 2018",
            ),
            ("2018-03-13", "2018-03-14", "du 13 au 14 mars 2018", "from 13 to 14 March 2018"),
            (
                "2017-12-01",
                "2018-01-31",
                "du 1er décembre 2017 au 31 janvier 2018",
                "from 1 December 2017 to 31 January 2018",
            ),
            (
                "2018-10-06T14:00",
                "2018-10-06T17:30",
                "le samedi 6 octobre 2018, de 14\u{a0}h à 17\u{a0}h\u{a0}30",
                "Saturday 6 October 2018, from 14:00 to 17:30",
            ),
            (
                "2018-01-20T20:00",
                "2018-01-21T00:30",
                "le samedi 20 janvier 2018, de 20\u{a0}h à 0\u{a0}h\u{a0}30",
                "Saturday 20 January 2018, from 20:00 to 00:30",
            ),
            ("2015", "2016", "de 2015 à 2016", "from 2015 to 2016"),
            ("2016-10", "2017", "d’octobre 2016 à 2017", "from October 2016 to 2017"),
        ] {
            assert_eq!(said(Lang::Fr, start, end), french);
            assert_eq!(said(Lang::En, start, end), english);
        }
    }

    #[test]
    fn what_is_not_known_is_said_and_never_filled_in() {
        for (start, end, french, english) in [
            ("", "", "date inconnue", "date unknown"),
            ("2015", "", "en 2015", "in 2015"),
            ("2017-11", "", "en novembre 2017", "in November 2017"),
            (
                "",
                "2024-01-24",
                "jusqu’au 24 janvier 2024, début inconnu",
                "until 24 January 2024, start unknown",
            ),
            ("", "2014", "jusqu’en 2014, début inconnu", "until 2014, start unknown"),
        ] {
            assert_eq!(said(Lang::Fr, start, end), french);
            assert_eq!(said(Lang::En, start, end), english);
        }
    }

    #[test]
    fn a_stop_without_known_end_begins_and_says_so() {
        let stay = Span { start: "2017-11-25".parse().ok(), end: None };
        assert_eq!(super::stay(Lang::Fr, stay), "à partir du 25 novembre 2017, fin inconnue");
    }
}

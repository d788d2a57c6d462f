//! Days and hours in words, for readers of feeds and notes in calendars. What is not known is said, never filled in.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};

use crate::date::{Moment, PartialDate, Span};
use crate::lang::Lang;

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

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// « samedi 20 janvier 2018, 20 h – 22 h 30 », « 9 janvier 2018 – 10 mars 2018 », « 2015 », « date inconnue ».
pub(super) fn span(lang: Lang, span: Span) -> String {
    if let Some(only) = span.only_day() {
        let hours = [span.start, span.end].map(|it| it.and_then(Moment::time));
        let hours: Vec<_> = hours.into_iter().flatten().map(|it| time(lang, it)).collect();
        let day = [
            WEEKDAYS[lang as usize][only.weekday().num_days_from_monday() as usize],
            " ",
            &date(lang, only),
        ]
        .concat();
        return if hours.is_empty() { day } else { [&day, ", ", &hours.join(" – ")].concat() };
    }
    match (span.start, span.end) {
        (None, None) => match lang {
            Lang::Fr => "date inconnue".to_owned(),
            Lang::En => "date unknown".to_owned(),
        },
        (Some(one), None) => moment(lang, one),
        (None, Some(end)) => match lang {
            Lang::Fr => ["début inconnu – ", &moment(lang, end)].concat(),
            Lang::En => ["start unknown – ", &moment(lang, end)].concat(),
        },
        (Some(start), Some(end)) if start == end => moment(lang, start),
        (Some(start), Some(end)) => [&moment(lang, start), " – ", &*moment(lang, end)].concat(),
    }
}

fn moment(lang: Lang, moment: Moment) -> String {
    let day = match moment.date() {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(it) => [month(lang, it.month()), " ", &it.year().to_string()].concat(),
        PartialDate::Day(day) => date(lang, day),
    };
    match moment.time() {
        None => day,
        Some(hour) => [&day, ", ", &*time(lang, hour)].concat(),
    }
}

fn date(lang: Lang, day: NaiveDate) -> String {
    let first = if lang == Lang::Fr && day.day() == 1 { "er" } else { "" };
    format!("{}{first} {} {}", day.day(), month(lang, day.month()), day.year())
}

fn month(lang: Lang, month: u32) -> &'static str {
    MONTHS[lang as usize][month.clamp(1, 12) as usize - 1]
}

fn time(lang: Lang, time: NaiveTime) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, minute) => format!("{:02}:{minute:02}", time.hour()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_said_and_nothing_else() {
        for (start, end, french, english) in [
            (
                "2018-01-20T20:00",
                "2018-01-21T00:30",
                "samedi 20 janvier 2018, 20\u{a0}h – 0\u{a0}h\u{a0}30",
                "Saturday 20 January 2018, 20:00 – 00:30",
            ),
            ("2018-04-01", "", "dimanche 1er avril 2018", "Sunday 1 April 2018"),
            (
                "2018-01-09",
                "2018-03-10",
                "9 janvier 2018 – 10 mars 2018",
                "9 January 2018 – 10 March 2018",
            ),
            (
                "2018-01-09T10:00",
                "2018-03-10T18:00",
                "9 janvier 2018, 10\u{a0}h – 10 mars 2018, 18\u{a0}h",
                "9 January 2018, 10:00 – 10 March 2018, 18:00",
            ),
            ("2015", "", "2015", "2015"),
            ("2017-11", "2018", "novembre 2017 – 2018", "November 2017 – 2018"),
            (
                "",
                "2024-01-24",
                "début inconnu – 24 janvier 2024",
                "start unknown – 24 January 2024",
            ),
            ("", "", "date inconnue", "date unknown"),
        ] {
            let it = Span { start: start.parse().ok(), end: end.parse().ok() };
            assert_eq!([span(Lang::Fr, it), span(Lang::En, it)], [french, english]);
        }
    }
}

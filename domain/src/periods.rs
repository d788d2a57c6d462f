//! Periods that people ask for in a word: today, this week-end, the school holidays. Days only; what they hold is the
//! agenda's business, what they are called the pages'.

use chrono::{Datelike as _, NaiveDate};

use crate::choices::{Choice as _, choice};
use crate::date::{YearMonth, days_after, days_before};
use crate::holidays::school_holidays_from;
use crate::query::Query;

choice! {
    /// A period in a word, in the order in which they are offered.
    Period {
        /// Today.
        Today = "aujourdhui",
        /// Saturday and Sunday, these or the next ones; on a Sunday, that day.
        Weekend = "week-end",
        /// From today to Sunday.
        Week = "semaine",
        /// From today to the end of the month.
        Month = "mois",
        /// What is left of the school holidays of zone C, or the next ones.
        Holidays = "vacances",
        /// All that is to come: what the agenda shows when no days are asked for.
        Coming = "a-venir",
        /// All that is over: until yesterday.
        Past = "passe",
    }
}

/// First and last day, as [`Query::from`] and [`Query::until`].
pub type Days = (Option<NaiveDate>, Option<NaiveDate>);

impl Period {
    /// Its days. `None` when nobody knows them yet: school holidays are published a few years ahead.
    pub fn days(self, today: NaiveDate) -> Option<Days> {
        let until_sunday = 6 - u64::from(today.weekday().num_days_from_monday());
        let sunday = days_after(today, until_sunday);
        let (from, until) = match self {
            Self::Today => (today, today),
            Self::Weekend => (days_before(sunday, 1).max(today), sunday),
            Self::Week => (today, sunday),
            Self::Month => (today, YearMonth::of(today).last_day()),
            Self::Holidays => {
                let holidays = school_holidays_from(today).ok()??;
                (holidays.first.max(today), holidays.last)
            }
            Self::Coming => return Some((None, None)),
            Self::Past => return Some((None, Some(days_before(today, 1)))),
        };
        Some((Some(from), Some(until)))
    }

    /// Whether this is what a query says. Several may be: on a Sunday, today and this week-end are the same day.
    pub fn is_chosen(self, query: &Query, today: NaiveDate) -> bool {
        self.days(today) == Some((query.from, query.until))
    }

    /// The period that a query says, the first of those that are alike; `None` when it says other days.
    pub fn chosen(query: &Query, today: NaiveDate) -> Option<Self> {
        Self::ALL.iter().copied().find(|period| period.is_chosen(query, today))
    }

    /// The query with these days in place of its own; unchanged when nobody knows them.
    #[must_use]
    pub fn put_into(self, query: &Query, today: NaiveDate) -> Query {
        let (from, until) = self.days(today).unwrap_or((query.from, query.until));
        Query { from, until, ..query.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_day;
    use crate::holidays::{known_days, school_holidays};
    use chrono::Weekday;
    use proptest::prelude::*;

    fn days(period: Period, today: &str) -> (String, String) {
        let today = parse_day(today).unwrap_or_else(|_| panic!("{today}"));
        let (from, until) = period.days(today).unwrap_or_else(|| panic!("{period:?}"));
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        (text(from), text(until))
    }

    fn pair(from: &str, until: &str) -> (String, String) {
        (from.to_owned(), until.to_owned())
    }

    #[test]
    fn on_a_wednesday_each_period_is_what_people_mean() {
        let today = "2018-01-24";
        assert_eq!(days(Period::Today, today), pair("2018-01-24", "2018-01-24"));
        assert_eq!(days(Period::Weekend, today), pair("2018-01-27", "2018-01-28"));
        assert_eq!(days(Period::Week, today), pair("2018-01-24", "2018-01-28"));
        assert_eq!(days(Period::Month, today), pair("2018-01-24", "2018-01-31"));
        assert_eq!(days(Period::Holidays, today), pair("2018-02-17", "2018-03-04"));
        assert_eq!(days(Period::Coming, today), pair("", ""));
        assert_eq!(days(Period::Past, today), pair("", "2018-01-23"));
    }

    #[test]
    fn a_week_end_that_has_begun_is_the_one_that_is_meant() {
        assert_eq!(days(Period::Weekend, "2018-01-26"), pair("2018-01-27", "2018-01-28"));
        assert_eq!(days(Period::Weekend, "2018-01-27"), pair("2018-01-27", "2018-01-28"));
        assert_eq!(days(Period::Weekend, "2018-01-28"), pair("2018-01-28", "2018-01-28"));
        assert_eq!(days(Period::Weekend, "2018-01-29"), pair("2018-02-03", "2018-02-04"));
    }

    #[test]
    fn of_holidays_that_have_begun_the_rest_is_left() {
        assert_eq!(days(Period::Holidays, "2018-02-20"), pair("2018-02-20", "2018-03-04"));
        let unknown = parse_day("2199-01-01").unwrap_or_default();
        assert_eq!(Period::Holidays.days(unknown), None);
        assert_eq!(Period::Holidays.put_into(&Query::default(), unknown), Query::default());
    }

    #[test]
    fn a_query_says_which_period_it_asks_for() {
        let today = parse_day("2018-01-28").unwrap_or_default();
        let query = Period::Weekend.put_into(&Query { only_free: true, ..Query::default() }, today);
        assert!(query.only_free && Period::Weekend.is_chosen(&query, today));
        assert_eq!(Period::chosen(&query, today), Some(Period::Today));
        assert_eq!(Period::chosen(&Query::default(), today), Some(Period::Coming));
        let other = Query { from: query.from, until: None, ..Query::default() };
        assert_eq!(Period::chosen(&other, today), None);
    }

    proptest! {
        #[test]
        fn periods_hold_what_they_are_named_for(after in 0..80_000_u64) {
            let today = days_after(parse_day("1990-01-01").unwrap_or_default(), after);
            for &period in Period::ALL {
                let Some(days) = period.days(today) else {
                    prop_assert!(period == Period::Holidays && !(known_days().0..=known_days().1).contains(&today));
                    continue;
                };
                let query = period.put_into(&Query::default(), today);
                prop_assert_eq!((query.from, query.until), days);
                prop_assert!(period.is_chosen(&query, today));
                prop_assert_eq!(Period::chosen(&query, today).and_then(|it| it.days(today)), Some(days));
                let (Some(from), Some(until)) = days else { continue };
                prop_assert!(today <= from && from <= until);
                let starts_today = matches!(period, Period::Today | Period::Week | Period::Month);
                prop_assert!(!starts_today || from == today);
                match period {
                    Period::Weekend => {
                        prop_assert!((until - today).num_days() < 7 && until.weekday() == Weekday::Sun);
                        prop_assert!(from.weekday() == Weekday::Sat || from == today);
                    }
                    Period::Week => prop_assert!((until - today).num_days() < 7 && until.weekday() == Weekday::Sun),
                    Period::Month => prop_assert_eq!(YearMonth::of(days_after(until, 1)), YearMonth::of(today).next()),
                    Period::Holidays => for day in [from, until] {
                        prop_assert!(matches!(school_holidays(day), Ok(Some(_))));
                    },
                    _ => prop_assert_eq!(from, until),
                }
            }
        }
    }
}

//! School holidays of zone C, in which all of Île-de-France lies, and French public holidays.
//!
//! From packaged open data (`data/holidays.py` says which), read when this is compiled. Beyond the years that the data
//! has, nothing is known and nothing is guessed: ministers move holidays.

use chrono::NaiveDate;

use crate::choices::choice;

/// First day, last day, name: a line each, of so many bytes.
const TEXT: &[u8] = include_bytes!("../data/holidays.txt");
const LINE: usize = 24;

/// Where the lines begin, after one of explanation; the first of them says which days are known.
const START: usize = line_end(TEXT, 0);
const LINES: usize = (TEXT.len() - START) / LINE - 1;

/// The days of which all is known.
const KNOWN: (NaiveDate, NaiveDate) = (day(START), day(START + 11));

/// How many lines are school holidays, whose names are capital letters, and come first.
const SCHOOL_LINES: usize = school_lines();

/// School holidays, in order.
static SCHOOL: [(NaiveDate, NaiveDate, u8); SCHOOL_LINES] = lines(0);

/// Public holidays, in order. A table of its own: what does not ask for them does not carry them.
static PUBLIC: [(NaiveDate, NaiveDate, u8); LINES - SCHOOL_LINES] = lines(SCHOOL_LINES);

choice! {
    /// Holidays of schools.
    SchoolBreak {
        /// Around All Saints' Day.
        AllSaints = "toussaint",
        /// Around Christmas.
        Christmas = "noel",
        /// In winter.
        Winter = "hiver",
        /// In spring.
        Spring = "printemps",
        /// The days after Ascension Day.
        Ascension = "ascension",
        /// In summer.
        Summer = "ete",
    }
}

choice! {
    /// A public holiday in metropolitan France, in the order of the year.
    PublicHoliday {
        /// 1 January.
        NewYear = "nouvel-an",
        /// The day after Easter.
        EasterMonday = "lundi-de-paques",
        /// 1 May.
        Labour = "fete-du-travail",
        /// 8 May.
        Victory = "victoire-1945",
        /// The Thursday forty days after Easter.
        Ascension = "ascension",
        /// The Monday after Pentecost.
        WhitMonday = "lundi-de-pentecote",
        /// 14 July.
        National = "fete-nationale",
        /// 15 August.
        Assumption = "assomption",
        /// 1 November.
        AllSaints = "toussaint",
        /// 11 November.
        Armistice = "armistice-1918",
        /// 25 December.
        Christmas = "noel",
    }
}

/// The days lie beyond the years of the data: nobody here knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no holidays are known of these days")]
pub struct Unknown;

/// School holidays with their days, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holidays {
    /// The first day without school.
    pub first: NaiveDate,
    /// The last day without school.
    pub last: NaiveDate,
    /// Which they are.
    pub name: SchoolBreak,
}

/// The first and the last day of which all holidays are known.
pub const fn known_days() -> (NaiveDate, NaiveDate) {
    KNOWN
}

/// The school holidays that a day lies in, if it lies in some.
///
/// # Errors
/// [`Unknown`] outside [`known_days`].
pub fn school_holidays(day: NaiveDate) -> Result<Option<Holidays>, Unknown> {
    Ok(school_holidays_from(day)?.filter(|holidays| holidays.first <= day))
}

/// The school holidays that a day lies in, else the next ones; `None` after the last ones that are known.
///
/// # Errors
/// [`Unknown`] outside [`known_days`].
pub fn school_holidays_from(day: NaiveDate) -> Result<Option<Holidays>, Unknown> {
    check(day)?;
    let next = SCHOOL.get(SCHOOL.partition_point(|(_, last, _)| *last < day));
    Ok(next.and_then(|(first, last, name)| {
        let name = match name {
            b'T' => SchoolBreak::AllSaints,
            b'N' => SchoolBreak::Christmas,
            b'H' => SchoolBreak::Winter,
            b'P' => SchoolBreak::Spring,
            b'A' => SchoolBreak::Ascension,
            b'E' => SchoolBreak::Summer,
            _ => return None,
        };
        Some(Holidays { first: *first, last: *last, name })
    }))
}

/// The public holiday that a day is, if it is one.
///
/// # Errors
/// [`Unknown`] outside [`known_days`].
pub fn public_holiday(day: NaiveDate) -> Result<Option<PublicHoliday>, Unknown> {
    use crate::choices::Choice as _;
    check(day)?;
    let found = PUBLIC.get(PUBLIC.partition_point(|(first, ..)| *first < day));
    let found = found.filter(|(first, ..)| *first == day);
    Ok(found.and_then(|(_, _, name)| {
        PublicHoliday::ALL.get(usize::from(name.checked_sub(b'a')?)).copied()
    }))
}

fn check(day: NaiveDate) -> Result<(), Unknown> {
    if KNOWN.0 <= day && day <= KNOWN.1 { Ok(()) } else { Err(Unknown) }
}

/// The place after the end of the line at a place.
const fn line_end(text: &[u8], mut at: usize) -> usize {
    while text[at] != b'\n' {
        at += 1;
    }
    at + 1
}

/// Some of the lines, from a place on.
const fn lines<const COUNT: usize>(from: usize) -> [(NaiveDate, NaiveDate, u8); COUNT] {
    let mut days = [(NaiveDate::MIN, NaiveDate::MIN, 0); COUNT];
    let mut place = 0;
    while place < COUNT {
        let at = START + (from + place + 1) * LINE;
        assert!(TEXT[at + LINE - 1] == b'\n', "a line has another length");
        days[place] = (day(at), day(at + 11), TEXT[at + 22]);
        place += 1;
    }
    days
}

const fn school_lines() -> usize {
    let mut count = 0;
    while count < LINES && TEXT[START + (count + 1) * LINE + 22].is_ascii_uppercase() {
        count += 1;
    }
    count
}

/// The day that is written at a place of the text.
const fn day(at: usize) -> NaiveDate {
    #[expect(clippy::cast_possible_wrap, reason = "a year has four digits")]
    let year = digits(at, 4) as i32;
    match NaiveDate::from_ymd_opt(year, digits(at + 5, 2), digits(at + 8, 2)) {
        Some(day) => day,
        None => panic!("no such day"),
    }
}

const fn digits(at: usize, count: usize) -> u32 {
    let (mut number, mut place) = (0, 0);
    while place < count {
        let digit = TEXT[at + place];
        assert!(digit.is_ascii_digit(), "a digit is missing");
        number = number * 10 + (digit - b'0') as u32;
        place += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{days_after, parse_day};
    use chrono::{Datelike as _, Weekday};
    use proptest::prelude::*;

    fn on(text: &str) -> NaiveDate {
        parse_day(text).unwrap_or_else(|_| panic!("{text}"))
    }

    #[test]
    fn days_that_many_remember_are_right() {
        let school = |day| school_holidays(on(day)).map(|it| it.map(|holidays| holidays.name));
        assert_eq!(school("2018-02-16"), Ok(None));
        assert_eq!(school("2018-02-17"), Ok(Some(SchoolBreak::Winter)));
        assert_eq!(school("2018-03-04"), Ok(Some(SchoolBreak::Winter)));
        assert_eq!(school("2018-03-05"), Ok(None));
        assert_eq!(school("2017-12-24"), Ok(Some(SchoolBreak::Christmas)));
        assert_eq!(school("2020-08-01"), Ok(Some(SchoolBreak::Summer)));
        assert_eq!(public_holiday(on("2018-04-02")), Ok(Some(PublicHoliday::EasterMonday)));
        assert_eq!(public_holiday(on("2018-05-21")), Ok(Some(PublicHoliday::WhitMonday)));
        assert_eq!(public_holiday(on("2018-11-11")), Ok(Some(PublicHoliday::Armistice)));
        assert_eq!(public_holiday(on("2018-11-12")), Ok(None));
    }

    #[test]
    fn the_next_holidays_are_those_one_is_in_or_the_ones_to_come() {
        let next = |day| school_holidays_from(on(day)).map(|it| it.map(|next| next.first));
        assert_eq!(next("2018-01-20"), Ok(Some(on("2018-02-17"))));
        assert_eq!(next("2018-02-20"), Ok(Some(on("2018-02-17"))));
        assert_eq!(next("2018-03-05"), Ok(Some(on("2018-04-14"))));
    }

    #[test]
    fn beyond_the_data_nothing_is_said() {
        let (first, last) = known_days();
        assert_eq!(first, on("2014-01-01"));
        assert!(last >= on("2028-08-31"));
        for day in [on("2013-12-31"), days_after(last, 1), on("2199-12-31")] {
            assert_eq!(school_holidays(day), Err(Unknown));
            assert_eq!(school_holidays_from(day), Err(Unknown));
            assert_eq!(public_holiday(day), Err(Unknown));
        }
        assert!(public_holiday(first).is_ok() && public_holiday(last).is_ok());
    }

    #[test]
    fn every_year_has_eleven_public_holidays_and_five_breaks() {
        let (first, last) = known_days();
        for year in first.year()..last.year() {
            let days: Vec<_> = first
                .iter_days()
                .take_while(|day| *day <= last)
                .filter(|day| day.year() == year)
                .collect();
            let public: Vec<_> = days.iter().filter_map(|day| public_holiday(*day).ok()?).collect();
            assert_eq!(public.len(), 11, "{year}");
            for name in [
                SchoolBreak::AllSaints,
                SchoolBreak::Christmas,
                SchoolBreak::Winter,
                SchoolBreak::Spring,
                SchoolBreak::Summer,
            ] {
                let free = days.iter().filter(|day| {
                    matches!(school_holidays(**day), Ok(Some(holidays)) if holidays.name == name)
                });
                let free = free.count();
                assert!((9..=75).contains(&free), "{year} {name:?} {free}");
            }
        }
        let mut public = PUBLIC.iter();
        assert!(public.all(|(first, last, name)| first == last && name.is_ascii_lowercase()));
    }

    #[test]
    fn the_days_that_move_stand_where_easter_puts_them() {
        for (day, _, name) in &PUBLIC {
            let (weekday, away) = match name {
                b'b' | b'f' => (Weekday::Mon, if *name == b'b' { 0 } else { 49 }),
                b'e' => (Weekday::Thu, 38),
                _ => continue,
            };
            assert_eq!(day.weekday(), weekday);
            let easter = day.checked_sub_days(chrono::Days::new(away)).map(public_holiday);
            assert_eq!(easter, Some(Ok(Some(PublicHoliday::EasterMonday))), "{day}");
        }
    }

    proptest! {
        #[test]
        fn a_day_is_in_holidays_when_the_next_ones_have_begun(days in 0..5357_u64) {
            let day = days_after(known_days().0, days);
            let next = school_holidays_from(day);
            prop_assert!(next.is_ok());
            if let Ok(Some(next)) = next {
                prop_assert!(next.first <= next.last && day <= next.last);
                let now = school_holidays(day);
                prop_assert_eq!(now, Ok(Some(next).filter(|next| next.first <= day)));
            }
        }
    }
}

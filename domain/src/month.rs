//! The geometry of a month: whole weeks, Monday first, and where the keys of the keyboard lead. Days only; what stands on
//! them is the agenda's business ([`Agenda::month`](crate::agenda::Agenda::month)).

use chrono::{Datelike as _, Months, NaiveDate};

use crate::date::{YEARS, YearMonth, days_after, days_before};

/// The days of a week.
pub const WEEK: usize = 7;

/// A month as a grid of whole weeks, with the days of other months that fill the first and the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    month: YearMonth,
    first: NaiveDate,
    weeks: usize,
}

impl Grid {
    /// The grid of a month: four to six weeks.
    pub fn new(month: YearMonth) -> Self {
        let before = month.first_day().weekday().num_days_from_monday();
        let first = days_before(month.first_day(), u64::from(before));
        let days = before as usize + month.days() as usize;
        Self { month, first, weeks: days.div_ceil(WEEK) }
    }

    /// The month.
    pub const fn month(&self) -> YearMonth {
        self.month
    }

    /// The Monday it begins with, of this month or of the one before.
    pub const fn first_day(&self) -> NaiveDate {
        self.first
    }

    /// The Sunday it ends with, of this month or of the next one.
    pub fn last_day(&self) -> NaiveDate {
        days_after(self.first, (self.len() - 1) as u64)
    }

    /// How many days it has, those of other months among them.
    #[expect(clippy::len_without_is_empty, reason = "no month is empty")]
    pub const fn len(&self) -> usize {
        self.weeks * WEEK
    }

    /// All days, week by week.
    pub fn days(&self) -> impl ExactSizeIterator<Item = NaiveDate> {
        let first = self.first;
        (0..self.weeks * WEEK).map(move |place| days_after(first, place as u64))
    }

    /// The place of a day: in its week, divided by [`WEEK`], the rest in the row. `None` when it is not in the grid.
    pub fn place_of(&self, day: NaiveDate) -> Option<usize> {
        let place = usize::try_from((day - self.first).num_days()).ok()?;
        (place < self.len()).then_some(place)
    }

    /// Whether a day is one of the month itself.
    pub fn has(&self, day: NaiveDate) -> bool {
        YearMonth::of(day) == self.month
    }

    /// The one day that the tab key stops at: the one last stood on, else today, else the first of the month.
    pub fn tab_stop(&self, stood_on: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        let here = [stood_on, Some(today)].into_iter().flatten().find(|day| self.has(*day));
        here.unwrap_or(self.month.first_day())
    }
}

/// A move from day to day, as the pattern for grids of dates has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// To the day before.
    Left,
    /// To the day after.
    Right,
    /// A week back.
    Up,
    /// A week on.
    Down,
    /// To the Monday of the week.
    Home,
    /// To the Sunday of the week.
    End,
    /// A month back.
    PageUp,
    /// A month on.
    PageDown,
    /// A year back.
    YearUp,
    /// A year on.
    YearDown,
}

impl Move {
    /// The move that a key asks for, by the name that browsers give it.
    pub fn for_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::Home,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            _ => return None,
        })
    }

    /// The move with the shift key held: a year in place of a month.
    #[must_use]
    pub const fn shifted(self) -> Self {
        match self {
            Self::PageUp => Self::YearUp,
            Self::PageDown => Self::YearDown,
            other => other,
        }
    }

    /// The day that it leads to from another. A month or a year away, the same day, or the last one where the month is
    /// shorter. Beyond the years that feeds may name, nowhere: the day itself.
    pub fn from_day(self, day: NaiveDate) -> NaiveDate {
        let in_week = u64::from(day.weekday().num_days_from_monday());
        let to = match self {
            Self::Left => days_before(day, 1),
            Self::Right => days_after(day, 1),
            Self::Up => days_before(day, 7),
            Self::Down => days_after(day, 7),
            Self::Home => days_before(day, in_week),
            Self::End => days_after(day, 6 - in_week),
            Self::PageUp => day.checked_sub_months(Months::new(1)).unwrap_or(day),
            Self::PageDown => day.checked_add_months(Months::new(1)).unwrap_or(day),
            Self::YearUp => day.checked_sub_months(Months::new(12)).unwrap_or(day),
            Self::YearDown => day.checked_add_months(Months::new(12)).unwrap_or(day),
        };
        if YEARS.contains(&to.year()) { to } else { day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_day;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn on(text: &str) -> NaiveDate {
        parse_day(text).unwrap_or_else(|_| panic!("{text}"))
    }

    fn grid(text: &str) -> Grid {
        Grid::new(text.parse().unwrap_or_else(|_| panic!("{text}")))
    }

    #[test]
    fn a_grid_has_as_many_weeks_as_the_month_touches() {
        let weeks = |month| grid(month).len() / WEEK;
        assert_eq!((weeks("2021-02"), weeks("2018-01"), weeks("2018-04")), (4, 5, 6));
        assert_eq!(grid("2018-01").first_day(), on("2018-01-01"));
        assert_eq!(grid("2018-04").first_day(), on("2018-03-26"));
        assert_eq!(grid("2018-04").last_day(), on("2018-05-06"));
    }

    #[test]
    fn keys_lead_where_the_pattern_says() {
        let from = on("2018-01-31");
        let to = |key| Move::for_key(key).map(|to| to.from_day(from).to_string());
        for (key, day) in [
            ("ArrowLeft", "2018-01-30"),
            ("ArrowRight", "2018-02-01"),
            ("ArrowUp", "2018-01-24"),
            ("ArrowDown", "2018-02-07"),
            ("Home", "2018-01-29"),
            ("End", "2018-02-04"),
            ("PageUp", "2017-12-31"),
            ("PageDown", "2018-02-28"),
        ] {
            assert_eq!(to(key).as_deref(), Some(day), "{key}");
        }
        assert_eq!(Move::for_key("a"), None);
        let year = |to: Move| to.shifted().from_day(on("2020-02-29"));
        assert_eq!(year(Move::PageUp), on("2019-02-28"));
        assert_eq!(year(Move::PageDown), on("2021-02-28"));
        assert_eq!(year(Move::Left), on("2020-02-28"));
        assert_eq!(Move::Left.from_day(on("1900-01-01")), on("1900-01-01"));
        assert_eq!(Move::YearDown.from_day(on("2199-05-01")), on("2199-05-01"));
    }

    #[test]
    fn the_tab_key_stops_at_one_day_of_the_month() {
        let (grid, today) = (grid("2018-04"), on("2018-04-12"));
        assert_eq!(grid.tab_stop(Some(on("2018-04-20")), today), on("2018-04-20"));
        assert_eq!(grid.tab_stop(Some(on("2018-05-01")), today), today);
        assert_eq!(grid.tab_stop(None, on("2018-05-01")), on("2018-04-01"));
    }

    fn days() -> impl Strategy<Value = NaiveDate> {
        (0..109_572_u64).prop_map(|days| days_after(on("1900-01-01"), days))
    }

    proptest! {
        #[test]
        fn a_grid_is_whole_weeks_that_hold_the_month(day in days()) {
            let grid = Grid::new(YearMonth::of(day));
            let days: Vec<_> = grid.days().collect();
            prop_assert_eq!(days.len(), grid.len());
            prop_assert_eq!(days.iter().filter(|day| grid.has(**day)).count(), grid.month().days() as usize);
            for (place, day) in days.iter().enumerate() {
                prop_assert_eq!(day.weekday().num_days_from_monday() as usize, place % WEEK);
                prop_assert_eq!(grid.place_of(*day), Some(place));
            }
            prop_assert!(days[..WEEK].iter().any(|day| grid.has(*day)));
            prop_assert!(days[days.len() - WEEK..].iter().any(|day| grid.has(*day)));
            prop_assert_eq!((days[0], days[days.len() - 1]), (grid.first_day(), grid.last_day()));
            prop_assert_eq!(grid.place_of(days_before(days[0], 1)), None);
            prop_assert_eq!(grid.place_of(days_after(grid.last_day(), 1)), None);
        }

        #[test]
        fn moves_go_back_where_they_came_from(day in days()) {
            let within = on("1902-01-01")..on("2198-01-01");
            prop_assume!(within.contains(&day));
            prop_assert_eq!(Move::Right.from_day(Move::Left.from_day(day)), day);
            prop_assert_eq!(Move::Down.from_day(Move::Up.from_day(day)), day);
            let (home, end) = (Move::Home.from_day(day), Move::End.from_day(day));
            prop_assert!(home <= day && day <= end && (end - home).num_days() == 6);
            prop_assert_eq!((home.weekday(), end.weekday()), (Weekday::Mon, Weekday::Sun));
            for (there, months) in [(Move::PageDown, 1), (Move::YearDown, 12)] {
                let to = there.from_day(day);
                let month = (0..months).fold(YearMonth::of(day), |month, _| month.next());
                prop_assert_eq!(YearMonth::of(to), month);
                prop_assert_eq!(to.day(), day.day().min(month.days()));
            }
        }
    }
}

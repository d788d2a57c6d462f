//! Partial dates, moments and spans: what they read, print and mean.

use super::*;
use proptest::prelude::*;

fn moment(text: &str) -> Moment {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn a_day_that_does_not_exist_is_not_a_date() {
    for text in [
        "2018-02-30",
        "2018-13",
        "2018-1-9",
        "18",
        "+2018",
        "2018-02-29",
        "0000",
        "2018-01-09T25:00",
    ] {
        assert_eq!(text.parse::<Moment>(), Err(NotADate), "{text}");
    }
}

#[test]
fn wall_time_takes_no_offset() {
    assert_eq!("2018-03-25T02:30Z".parse::<Moment>(), Err(NotADate));
    assert_eq!("2018-03-25T02:30+01:00".parse::<Moment>(), Err(NotADate));
    assert_eq!(moment("2018-03-25T02:30:00").to_string(), "2018-03-25T02:30");
}

#[test]
fn a_year_may_mean_any_of_its_days() {
    let year: PartialDate = "2015".parse().unwrap_or_else(|_| unreachable!());
    assert_eq!(year.first_day().to_string(), "2015-01-01");
    assert_eq!(year.last_day().to_string(), "2015-12-31");
    assert_eq!(year.day(), None);
}

#[test]
fn a_night_that_ends_after_midnight_is_one_day() {
    let span =
        Span { start: Some(moment("2018-01-20T20:00")), end: Some(moment("2018-01-21T00:30")) };
    assert_eq!(span.only_day().map(|day| day.to_string()).as_deref(), Some("2018-01-20"));
}

#[test]
fn an_end_in_the_year_of_the_start_is_in_order() {
    let span = Span { start: Some(moment("2015-04-27")), end: Some(moment("2015")) };
    assert!(span.is_in_order());
    let span = Span { start: Some(moment("2015-04-27")), end: Some(moment("2014")) };
    assert!(!span.is_in_order());
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(year in 1900..2200, month in 1..13u32, day in 1..29u32, minute in 0..1440u32, precision in 0..4u8) {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let one = match precision {
            0 => Moment::Date(PartialDate::Year(year)),
            1 => Moment::Date(PartialDate::Month(YearMonth::of(date))),
            2 => Moment::Date(PartialDate::Day(date)),
            _ => Moment::Minute(date.and_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default()),
        };
        prop_assert_eq!(one.to_string().parse(), Ok(one));
    }

    #[test]
    fn no_text_panics(text in ".*") {
        let _ = text.parse::<Moment>();
    }
}

//! The invented tour: eight stays that follow each other, with days between them to carry the exhibition on.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::chance::Chance;
use super::lands::{LANDS, Land};
use super::{EXHIBITION, SEASON, id, invented};
use crate::choices::{Access, Choices};
use crate::date::{Moment, PartialDate, Span, YearMonth, days_after};
use crate::event::EventStatus;
use crate::stop::{Phase, Stop};

/// How long a stay lasts: this many days, and up to [`MORE_DAYS`] more; two and a half to three months.
const LEAST_DAYS: u64 = 76;
const MORE_DAYS: u64 = 16;

/// How many days at least lie between two stays, to carry the exhibition on.
const LEAST_TRANSPORT: u64 = 4;

/// How many days before a stay its programme may begin.
const LEAD: u64 = 30;

/// One stay.
pub(super) struct Stay {
    /// Where.
    pub(super) land: &'static Land,
    /// The first day on which its programme may have anything.
    pub(super) lead: NaiveDate,
    /// The day it opens.
    pub(super) start: NaiveDate,
    /// The last day it is open.
    pub(super) end: NaiveDate,
}

/// The whole tour.
pub(super) struct Tour {
    /// The month in which it begins; also what the season's chance depends on.
    pub(super) from: YearMonth,
    /// Its stays, in order.
    pub(super) stays: Vec<Stay>,
}

impl Tour {
    /// The tour that begins in this month, on its first Saturday.
    pub(super) fn starting_in(from: YearMonth) -> Self {
        let mut chance = Chance::of(&[seed(from)]);
        let mut stays = Vec::with_capacity(LANDS.len());
        let mut start = next(Weekday::Sat, from.first_day());
        for land in &LANDS {
            let end = days_after(start, LEAST_DAYS - 1 + chance.days_below(MORE_DAYS));
            let lead = (0..LEAD).fold(start, |day, _| day.pred_opt().unwrap_or(day));
            stays.push(Stay { land, lead: lead.max(from.first_day()), start, end });
            let opening = *chance.pick(&[Weekday::Sat, Weekday::Wed, Weekday::Tue]);
            // From the fifth day after the end, any day of the week is at most six days further.
            start = next(opening, days_after(end, LEAST_TRANSPORT + 1));
        }
        Self { from, stays }
    }

    /// The month in which it ends.
    pub(super) fn until(&self) -> YearMonth {
        self.stays.last().map_or(self.from, |stay| YearMonth::of(stay.end))
    }

    /// What chance depends on.
    pub(super) fn seed(&self) -> u64 {
        seed(self.from)
    }

    /// Its stays as records.
    pub(super) fn stops(&self) -> Vec<Stop> {
        self.stays.iter().map(Stay::stop).collect()
    }
}

impl Stay {
    /// The id of its record.
    pub(super) fn id(&self) -> crate::id::Id {
        id(&format!("demo-etape-{}", self.land.department.code()))
    }

    fn stop(&self) -> Stop {
        let moment = |day| Some(Moment::Date(PartialDate::Day(day)));
        Stop {
            id: self.id(),
            exhibition: id(EXHIBITION),
            season: Some(id(SEASON)),
            phase: Phase::Tour,
            location: self.land.home(),
            span: Span { start: moment(self.start), end: moment(self.end) },
            event_status: EventStatus::Scheduled,
            opening_hours: Some(HOURS.to_owned()),
            school_visits: Some(SCHOOL_VISITS.to_owned()),
            inauguration: Some(PartialDate::Day(self.start)),
            admission: Some("Gratuit, sans réservation hors groupes.".to_owned()),
            is_accessible_for_free: Some(true),
            access: [Access::Motor, Access::Hearing, Access::Intellectual]
                .into_iter()
                .collect::<Choices<_>>(),
            organizer: vec![self.land.party()],
            url: None,
            description: Some(format!(
                "Clair-obscur passe par {}\u{a0}: 150\u{a0}m² de manipulations, et ce que le groupe du département y a ajouté.",
                self.land.department.name(),
            )),
            provenance: invented(),
        }
    }
}

const HOURS: &str = "Du mardi au vendredi de 14\u{a0}h à 18\u{a0}h, le mercredi dès 10\u{a0}h, le samedi et le dimanche de 10\u{a0}h 30 à 18\u{a0}h.";
const SCHOOL_VISITS: &str = "Les classes viennent sur réservation le lundi, le mardi, le jeudi et le vendredi, de 9\u{a0}h à 12\u{a0}h et de 14\u{a0}h à 16\u{a0}h.";

fn seed(from: YearMonth) -> u64 {
    u64::from(from.year().unsigned_abs()) * 12 + u64::from(from.month())
}

/// The first such day of the week, from this day on.
fn next(weekday: Weekday, from: NaiveDate) -> NaiveDate {
    days_after(from, u64::from(weekday.days_since(from.weekday())))
}

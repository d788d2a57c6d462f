//! Values that several kinds of records share: dates, links, numbers, status, provenance.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::json::Node;
use super::record::Record;
use super::text::{Length, excerpt, is_unsafe};
use crate::choices::Choice;
use crate::date::{Moment, PartialDate, Span};
use crate::department::Department;
use crate::event::EventStatus;
use crate::feed::Feed;
use crate::id::Id;
use crate::link::Link;
use crate::provenance::Provenance;
use crate::report::{Effect, Fault};

/// The most links that a record may have under one property.
const MOST_LINKS: usize = 50;

/// Ids, each with the place of its record in the list.
pub(super) type Ids = BTreeMap<Id, usize>;

/// The ids that are there, list by list, as far as the feed has been read.
#[derive(Default)]
pub(super) struct Known {
    pub(super) seasons: Ids,
    pub(super) organizations: Ids,
    pub(super) exhibitions: Ids,
    pub(super) stops: Ids,
    pub(super) groups: Ids,
}

impl Known {
    /// What events may refer to in a feed that has been read.
    pub(super) fn of(feed: &Feed) -> Self {
        let mut known = Self::default();
        known.seasons.extend((0..).zip(&feed.seasons).map(|(at, one)| (one.id.clone(), at)));
        known.stops.extend((0..).zip(&feed.stops).map(|(at, one)| (one.id.clone(), at)));
        let organizations = (0..).zip(&feed.organizations);
        known.organizations.extend(organizations.map(|(at, one)| (one.id.clone(), at)));
        known
    }
}

/// A date or a minute, Paris wall time.
pub(super) fn moment(node: Node<'_>) -> Result<Moment, Fault> {
    let text = node.text()?;
    text.trim().parse().map_err(|_| Fault::UnreadableDate { text: excerpt(&text) })
}

/// A date; an hour behind it is dropped.
pub(super) fn partial_date(node: Node<'_>) -> Result<PartialDate, Fault> {
    moment(node).map(Moment::date)
}

/// A day; an hour behind it is dropped.
pub(super) fn day(node: Node<'_>) -> Result<NaiveDate, Fault> {
    let unreadable = |text| Fault::UnreadableDate { text };
    moment(node)?.day().ok_or_else(|| {
        unreadable(node.text().map_or_else(|_| String::new(), |text| excerpt(&text)))
    })
}

/// An address that may be made clickable.
pub(super) fn link(node: Node<'_>) -> Result<Link, Fault> {
    let text = node.text()?;
    let forbidden = || Fault::ForbiddenLink { text: excerpt(&text) };
    if text.chars().any(is_unsafe) {
        return Err(forbidden());
    }
    text.trim().parse().map_err(|_| forbidden())
}

/// An address for mail, such that `mailto:` before it makes a link to just this one.
pub(super) fn email(node: Node<'_>) -> Result<String, Fault> {
    let text = node.text()?;
    let address = text.trim();
    let is_one = address.len() <= 254
        && address
            .split_once('@')
            .is_some_and(|(who, host)| !who.is_empty() && !host.is_empty() && !host.contains('@'))
        && !address
            .chars()
            .any(|c| is_unsafe(c) || c.is_whitespace() || "?&,;:<>\"\\%".contains(c));
    if is_one {
        Ok(address.to_owned())
    } else {
        Err(Fault::UnreadableEmail { text: excerpt(&text) })
    }
}

/// A département of the eight.
pub(super) fn department(node: Node<'_>) -> Result<Department, Fault> {
    let text = node.text()?;
    Department::from_code(text.trim()).ok_or_else(|| Fault::UnknownKind { text: excerpt(&text) })
}

/// A number between two others, both inclusive.
pub(super) fn between(least: f64, most: f64) -> impl Fn(Node<'_>) -> Result<f64, Fault> {
    move |node| {
        let number = node.number()?;
        if (least..=most).contains(&number) { Ok(number) } else { Err(Fault::OutOfRange) }
    }
}

/// An age in whole years.
pub(super) fn age(node: Node<'_>) -> Result<u8, Fault> {
    let number = node.number()?;
    (0..=120u8).find(|&age| (f64::from(age) - number).abs() < f64::EPSILON).ok_or(Fault::OutOfRange)
}

/// A whole number that is not negative, as large as iCalendar's integers.
pub(super) fn count(node: Node<'_>) -> Result<u32, Fault> {
    node.number()?;
    let count = node.digits().and_then(|digits| digits.parse().ok());
    count.filter(|&count| count <= u32::MAX / 2).ok_or(Fault::OutOfRange)
}

impl Record<'_, '_> {
    /// From when to when. A date that can't be read is not known; an end before the start is not known either.
    pub(super) fn span(&self) -> Span {
        let start = self.optional("startDate", moment);
        let end = self.optional("endDate", moment);
        self.in_order(Span { start, end })
    }

    fn in_order(&self, span: Span) -> Span {
        if span.is_in_order() {
            return span;
        }
        self.note("endDate", Effect::ValueLeftOut, Fault::EndBeforeStart);
        Span { end: None, ..span }
    }

    /// As [`Self::span`], without hours.
    pub(super) fn dates(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        let start = self.optional("startDate", partial_date).map(Moment::Date);
        let end = self.optional("endDate", partial_date).map(Moment::Date);
        let span = self.in_order(Span { start, end });
        (span.start.map(Moment::date), span.end.map(Moment::date))
    }

    /// schema.org's status, with or without schema.org's prefix.
    pub(super) fn status(&self) -> EventStatus {
        let Some(text) = self.optional("eventStatus", Node::text) else {
            return EventStatus::default();
        };
        let code = text.trim();
        let code =
            code.strip_prefix("https://").or_else(|| code.strip_prefix("http://")).unwrap_or(code);
        let code = code.strip_prefix("schema.org/").unwrap_or(code);
        EventStatus::from_code(code).unwrap_or_else(|| {
            self.note("eventStatus", Effect::Noted, Fault::UnknownKind { text: excerpt(&text) });
            EventStatus::default()
        })
    }

    /// Where a record comes from.
    pub(super) fn provenance(&self) -> Provenance {
        let mut source = Vec::new();
        self.items("source", MOST_LINKS, &mut |_, node| {
            source.push(link(node)?);
            Ok(())
        });
        Provenance {
            source,
            precision: self.text("precision", Length::Prose),
            date_modified: self.optional("dateModified", day),
            sequence: self.optional("sequence", count).unwrap_or_default(),
        }
    }
}

//! The stations of the tour.

use serde::Serialize;

use crate::choices::{Access, Choices, choice};
use crate::date::{PartialDate, Span};
use crate::event::{EventStatus, Party};
use crate::id::Id;
use crate::link::Link;
use crate::place::Place;
use crate::provenance::Provenance;

choice! {
    /// Whether a stop belongs to the tour of its season or came later.
    #[derive(Default)]
    Phase {
        /// A stop of the tour.
        #[default]
        Tour = "tournee",
        /// A rerun after the project.
        Afterwards = "apres",
    }
}

/// One stay of an exhibition at one place, schema.org `ExhibitionEvent`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// Its id.
    pub id: Id,
    /// The exhibition that stays there.
    pub exhibition: Id,
    /// The season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// Of the tour, or after it.
    pub phase: Phase,
    /// Where.
    pub location: Place,
    /// From when to when, on the wire `startDate` and `endDate`.
    #[serde(flatten, serialize_with = "crate::event::serialize_span")]
    pub span: Span,
    /// What became of it.
    pub event_status: EventStatus,
    /// Opening hours, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_hours: Option<String>,
    /// Visits by classes, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub school_visits: Option<String>,
    /// The day of the opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inauguration: Option<PartialDate>,
    /// What it costs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admission: Option<String>,
    /// Whether it is free; `None` is « not known ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_accessible_for_free: Option<bool>,
    /// What it is accessible to.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub access: Choices<Access>,
    /// Who runs it there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizer: Vec<Party>,
    /// Its page elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// What else is known, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

//! Seasons of the project, and the exhibitions they made.

use serde::Serialize;

use crate::date::PartialDate;
use crate::id::Id;
use crate::provenance::Provenance;

/// A thematic season: its groups, its exhibition, its tour.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Season {
    /// Its id.
    pub id: Id,
    /// « Les Mobilités ».
    pub name: String,
    /// In a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The project it belongs to, if it is an earlier one than QSEC².
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<PartialDate>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<PartialDate>,
    /// The questions it asks, which visitors may answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A travelling exhibition, schema.org `CreativeWork`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exhibition {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The season that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// In a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// When its tour began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<PartialDate>,
    /// When its tour ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<PartialDate>,
    /// From what age on, in years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested_min_age: Option<u8>,
    /// Its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// What it shows with: games, panels, testimonies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
    /// What is particular about visiting it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// Who made it, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub creator: Vec<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

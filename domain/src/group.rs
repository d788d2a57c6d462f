//! Citizen groups, their news, what they leave behind, and the figures of it all.

use serde::Serialize;

use crate::choices::{Audience, Choices, choice};
use crate::date::PartialDate;
use crate::department::Department;
use crate::event::Party;
use crate::id::Id;
use crate::link::Link;
use crate::provenance::Provenance;

/// A group of citizens that made part of an exhibition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// The département.
    pub department: Department,
    /// Who looks after it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizer: Vec<Party>,
    /// Who is in it, in words; never by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What it does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    /// What it made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub productions: Vec<String>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<PartialDate>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<PartialDate>,
    /// Whether it takes people in now.
    pub is_open: bool,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A piece of news, schema.org `NewsArticle`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct News {
    /// Its id.
    pub id: Id,
    /// Its headline.
    pub name: String,
    /// What happened.
    pub description: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<PartialDate>,
    /// The département.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// The season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// The group it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Something to read, watch or use, schema.org `LearningResource`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is: a page, a film, a file for teachers; in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learning_resource_type: Option<String>,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// Of when it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<PartialDate>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub audience: Choices<Audience>,
    /// Whom it is for, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience_note: Option<String>,
    /// The season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// The département.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

choice! {
    /// How exact a figure is.
    #[derive(Default)]
    Exactness {
        /// Counted.
        #[default]
        Exact = "exact",
        /// Rounded.
        About = "environ",
        /// A lower bound.
        AtLeast = "au-moins",
    }
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Its id.
    pub id: Id,
    /// What is counted: « Visiteurs accueillis ».
    pub name: String,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<f64>,
    /// How exact it is.
    pub exactness: Exactness,
    /// The unit, in words: « visiteurs », « m² ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_text: Option<String>,
    /// The season it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Id>,
    /// What it is of, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The day or year it was true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observation_date: Option<PartialDate>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

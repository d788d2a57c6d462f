//! Operators and partners.

use serde::Serialize;

use crate::choices::{Choices, choice};
use crate::department::Department;
use crate::id::Id;
use crate::link::Link;
use crate::provenance::Provenance;

choice! {
    /// What an organization does for the project.
    Role {
        /// Runs the project in a département.
        Operator = "operateur",
        /// Hosts an exhibition or an event.
        Host = "accueil",
        /// Helps otherwise.
        Partner = "partenaire",
        /// Pays.
        Funder = "financeur",
    }
}

/// An organization, schema.org `Organization`. Never a private person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it does for the project.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub roles: Choices<Role>,
    /// The départements it works in; an operator has one.
    #[serde(skip_serializing_if = "Choices::is_empty_ref")]
    pub departments: Choices<Department>,
    /// In a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// How to reach it, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contact_point: Vec<ContactPoint>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A way to reach an organization, schema.org `ContactPoint`, with what it is known from.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContactPoint {
    /// As written in France: `01 40 79 58 15`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// An address for mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Postal address on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// From what, and from what year: « brochure, 2017 ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
}

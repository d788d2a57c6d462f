//! Where a record comes from and how sure it is.

use chrono::NaiveDate;
use serde::Serialize;

use crate::link::Link;

/// What every record keeps about itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The public pages that it was found on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<Link>,
    /// How precise it is and what was inferred, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// The day of its last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<NaiveDate>,
    /// How often it was changed since it was first published: iCalendar's `SEQUENCE`, which only ever grows.
    #[serde(skip_serializing_if = "is_none_yet", default)]
    #[cfg_attr(feature = "schema", schemars(range(max = 2_147_483_647)))]
    pub sequence: u32,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's `skip_serializing_if` passes a reference"
)]
const fn is_none_yet(sequence: &u32) -> bool {
    *sequence == 0
}

//! What QSEC² knows, without browser and without server.
//!
//! The model of the feed, its tolerant reader, the one query, where the tour is on a day, and the geometry of its lanes.
//! Pure: no clock, no file, no socket, no DOM. Now, zone and language are passed in.

pub mod address;
pub mod agenda;
pub mod changes;
pub mod choices;
pub mod date;
#[cfg(feature = "demo")]
pub mod demo;
pub mod department;
pub mod event;
pub mod feed;
pub mod group;
pub mod holidays;
pub mod id;
pub mod lang;
pub mod link;
pub mod map;
pub mod month;
mod order;
pub mod organization;
#[cfg(feature = "outputs")]
pub mod outputs;
pub mod pages;
pub mod periods;
pub mod place;
pub mod programme;
pub mod provenance;
pub mod query;
pub mod reader;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod search;
pub mod season;
pub mod slices;
pub mod stop;
pub mod timeline;
pub mod tour;

//! The built site in a real browser, as people's tasks. One program, so that all tests share one driver.

mod agenda;
mod bad_feeds;
mod chunks;
mod dates;
mod english;
mod failing_feed;
mod feeds;
mod finding;
mod harness;
mod headers;
mod home;
mod hostile;
mod keyboard;
mod month;
mod not_found;
mod notices;
mod offline;
mod programme;
mod resident;
mod slices;
mod sweep;
mod takeaway;
mod teacher;

//! The built site in a real browser, as people's tasks. One program, so that all tests share one driver.

mod agenda;
mod bad_feeds;
mod changes;
mod chunks;
mod dates;
mod english;
mod event;
mod failing_feed;
mod feeds;
mod finding;
mod harness;
mod headers;
mod home;
mod hostile;
mod keyboard;
mod map;
mod month;
mod not_found;
mod notices;
mod offline;
mod programme;
mod resident;
mod slices;
mod sweep;
mod teacher;
mod widget;

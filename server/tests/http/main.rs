//! The router over HTTP, without sockets: what is answered, how it may be kept, what every answer carries.

mod feed;
mod headers;
mod large;
mod outputs;
mod site;
mod sitemap;
mod support;
mod widget;

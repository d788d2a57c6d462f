//! What outlives a page: the feed, where one is, the language and the day, the favourites.

pub mod favourites;
pub mod feed;
pub mod kept;
pub mod loaded;
pub mod navigation;
pub mod shown;
pub mod site;

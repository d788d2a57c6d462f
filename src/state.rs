//! What outlives a page: the feed, where one is and who sends it, the language and the day, the favourites.

pub mod asking;
pub mod favourites;
pub mod feed;
pub mod host;
pub mod kept;
pub mod loaded;
pub mod navigation;
pub mod refine;
pub mod shown;
pub mod since;
pub mod site;

//! What pages share. A component draws; it decides nothing about the domain.

pub mod banners;
pub mod bullet;
pub mod contact;
pub mod event_list;
pub mod event_row;
pub mod facts;
pub mod filters;
pub mod footer;
pub mod header;
pub mod keep_button;
pub mod keep_department;
pub mod lanes;
pub mod left_out;
pub mod map;
pub mod marked;
pub mod month_sheet;
pub mod parts;
pub mod periods;
pub mod search_box;
pub mod since_line;
pub mod sources;
pub mod station;
pub mod takeaway;
pub mod views;
pub mod ways_out;

//! From the globe to map units: equirectangular, true at 48.7° N, as `data/outlines.py` has it. A unit is near 39 m.

use super::drawing::{FRAME, WIDTH};
use crate::place::Geo;

/// The longitude of the left edge, the latitude of the top edge.
const WEST: f64 = 1.44;
const NORTH: f64 = 49.25;

/// Map units for a degree.
const EASTWARD: f64 = 1_882.353;
const NORTHWARD: f64 = 2_852.043;

/// A place on the map, in map units to the right and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// Where a point of the globe lies; `None` outside the frame, which holds all of Île-de-France.
#[expect(clippy::cast_possible_truncation, reason = "no number is larger than the frame")]
pub fn project(geo: Geo) -> Option<Point> {
    let x = ((geo.longitude - WEST) * EASTWARD).round();
    let y = ((NORTH - geo.latitude) * NORTHWARD).round();
    let is_inside = (0.0..=f64::from(WIDTH)).contains(&x) && (0.0..=f64::from(FRAME)).contains(&y);
    is_inside.then_some(Point { x: x as i32, y: y as i32 })
}

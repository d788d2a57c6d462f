//! One drawing of two frames: the region, and below it, enlarged, Paris with the small départements around it.
//!
//! All of it is in map units, so that the region is drawn as it is. Each point is drawn once: enlarged if it can be.

use super::projection::Point;

/// The width of the drawing and of the frame of the region.
pub const WIDTH: i32 = 4000;
/// The height of the frame of the region.
pub const FRAME: i32 = 3250;
/// How much larger the second frame is than the region.
pub const SCALE: i32 = 3;
/// What the second frame shows of the region: its left and upper edge, its width and height.
pub const LENS: (i32, i32, i32, i32) = (1298, 648, 945, 984);
/// Where the second frame's upper left corner lies on the drawing: below the region, at the right.
pub const INSET_CORNER: Point = Point { x: WIDTH - SCALE * LENS.2 - 20, y: FRAME + 120 };
/// The height of the drawing.
pub const HEIGHT: i32 = INSET_CORNER.y + SCALE * LENS.3 + 20;

/// A part of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// The region.
    Region,
    /// The middle of it, enlarged.
    Inset,
}

/// A place on the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// In which frame.
    pub frame: Frame,
    /// To the right, from the drawing's edge.
    pub x: i32,
    /// Down, from the drawing's edge.
    pub y: i32,
}

impl Spot {
    /// The square of how far another place is, on the drawing.
    pub(super) const fn distance_squared(self, other: Self) -> i64 {
        let (x, y) = ((self.x - other.x) as i64, (self.y - other.y) as i64);
        x * x + y * y
    }
}

/// Where a point of the map is drawn.
pub const fn spot(point: Point) -> Spot {
    let (left, top, width, height) = LENS;
    let (x, y) = (point.x - left, point.y - top);
    if x >= 0 && y >= 0 && x <= width && y <= height {
        let Point { x: right, y: down } = INSET_CORNER;
        Spot { frame: Frame::Inset, x: right + SCALE * x, y: down + SCALE * y }
    } else {
        Spot { frame: Frame::Region, x: point.x, y: point.y }
    }
}

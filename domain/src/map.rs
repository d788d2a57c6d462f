//! Île-de-France as a drawing: the outlines of the eight départements, where a point of the globe lies on it, and its
//! venues as markers that never overlap.
//!
//! The outlines are open data (`data/outlines.py` says which, and how they were made). Numbers only: nothing here draws.
//! Parts that lack a position are counted, never placed.

mod drawing;
mod markers;
mod projection;
mod venues;

#[cfg(test)]
mod tests;

pub use self::drawing::{FRAME, Frame, HEIGHT, INSET_CORNER, LENS, SCALE, Spot, WIDTH, spot};
pub use self::markers::{APART, Marker, markers, signs};
pub use self::projection::{Point, project};
pub use self::venues::{Unplaced, Venue, VenueKey, Venues};
use crate::department::Department;

/// A line of explanation, then a line each: code, places for a sign, outline.
const TEXT: &str = include_str!("../data/outlines.txt");

/// The outline of a département, as an SVG path in map units. Neighbours share their border to the point.
pub fn outline(department: Department) -> &'static str {
    columns(department).1
}

/// The outline of a département as its corners, each once.
pub fn polygon(department: Department) -> Vec<Point> {
    let mut at = Point { x: 0, y: 0 };
    let mut corners = Vec::new();
    let numbers = numbers(outline(department));
    for step in numbers.chunks_exact(2) {
        at = Point { x: at.x + step[0], y: at.y + step[1] };
        corners.push(at);
    }
    corners
}

/// Places deep inside a département where its sign may stand, the best first.
fn sign_places(department: Department) -> Vec<Point> {
    let numbers = numbers(columns(department).0);
    numbers.chunks_exact(2).map(|pair| Point { x: pair[0], y: pair[1] }).collect()
}

fn columns(department: Department) -> (&'static str, &'static str) {
    let mut lines = TEXT.lines().filter_map(|line| line.split_once(' '));
    let line = lines.find(|(code, _)| *code == department.code());
    line.and_then(|(_, rest)| rest.split_once(' ')).unwrap_or_default()
}

/// The whole numbers in a text, whatever stands between them.
fn numbers(text: &str) -> Vec<i32> {
    let mut numbers = Vec::new();
    let (mut sign, mut number) = (1, None);
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_digit() {
            number = Some(number.unwrap_or(0) * 10 + i32::from(byte - b'0'));
        } else {
            numbers.extend(number.take().map(|number: i32| sign * number));
            sign = if byte == b'-' { -1 } else { 1 };
        }
    }
    numbers
}

//! Markers: venues that would be drawn over each other stand as one. And where signs stand so as not to be covered.

use super::drawing::{Frame, LENS, Spot, spot};
use super::sign_places;
use super::venues::Venue;
use crate::choices::Choice as _;
use crate::department::Department;
use crate::order::places_in_order;

/// How far apart the middles of two markers are at least, on the drawing: as wide as one of them is drawn.
pub const APART: i32 = 350;

/// One venue, or several that lie near each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Where it is drawn: where the first of its venues lies.
    pub spot: Spot,
    /// Its venues, by their place in the list that was given; the one with the most events first.
    pub venues: Vec<usize>,
    /// How many events they have together.
    pub events: usize,
}

/// The venues that have a point, each in one marker. Markers stand by département, then from north to south.
///
/// The venue with the most events that is in none yet makes the next marker, unless one is near enough to be in.
pub fn markers(venues: &[Venue]) -> Vec<Marker> {
    let order = places_in_order(venues.len(), &|one, other| {
        let (one, other) = (&venues[one], &venues[other]);
        let most_first = other.events().cmp(&one.events());
        let by_point = one.point.cmp(&other.point);
        most_first.then(by_point).then_with(|| one.key.name.cmp(&other.key.name))
    });
    let mut markers: Vec<Marker> = Vec::new();
    for at in order {
        let Some(spot) = venues[at].point.map(spot) else { continue };
        let near = |marker: &&mut Marker| is_near(marker.spot, spot);
        if let Some(marker) = markers.iter_mut().find(near) {
            marker.venues.push(at);
            marker.events += venues[at].events();
        } else {
            markers.push(Marker { spot, venues: vec![at], events: venues[at].events() });
        }
    }
    let department = |marker: &Marker| marker.venues.first().and_then(|at| venues[*at].department);
    let order = places_in_order(markers.len(), &|one, other| {
        let (one, other) = (&markers[one], &markers[other]);
        let by_department = department(one).cmp(&department(other));
        let from_north = one.spot.y.cmp(&other.spot.y);
        by_department.then(from_north).then(one.spot.x.cmp(&other.spot.x))
    });
    order.into_iter().map(|at| markers[at].clone()).collect()
}

fn is_near(one: Spot, other: Spot) -> bool {
    one.distance_squared(other) < i64::from(APART).pow(2)
}

/// Where each département's sign stands: in its own frame, as far from markers as its places allow.
pub fn signs(markers: &[Marker]) -> Vec<(Department, Spot)> {
    let signs = Department::ALL.iter().filter_map(|&department| {
        let places = sign_places(department).into_iter().map(spot);
        let own = places.filter(|place| stands_free(*place, department));
        // The first of equals: `max_by_key` would take the last.
        let best = own.rev().max_by_key(|place| room(*place, markers))?;
        Some((department, best))
    });
    signs.collect()
}

/// Whether a place is in a département's own frame, and clear of what else is drawn there: the frame of what is enlarged.
const fn stands_free(place: Spot, department: Department) -> bool {
    let (left, top, width, height) = LENS;
    let beside = place.x < left - SIGN || place.x > left + width + SIGN;
    let above = place.y < top - SIGN || place.y > top + height + SIGN;
    match (place.frame, frame_of(department)) {
        (Frame::Region, Frame::Region) => beside || above,
        (Frame::Inset, Frame::Inset) => true,
        _ => false,
    }
}

/// Half of what a sign is wide, on the drawing.
const SIGN: i32 = 200;

/// The square of how far the nearest marker is, as far as it matters: a sign that is clear of all may as well stand deep
/// inside.
fn room(place: Spot, markers: &[Marker]) -> i64 {
    let nearest = markers.iter().map(|marker| marker.spot.distance_squared(place)).min();
    nearest.unwrap_or(i64::MAX).min(i64::from(APART / 2 + SIGN + 60).pow(2))
}

/// The frame in which a département is chosen.
const fn frame_of(department: Department) -> Frame {
    match department {
        Department::Paris
        | Department::HautsDeSeine
        | Department::SeineSaintDenis
        | Department::ValDeMarne => Frame::Inset,
        Department::SeineEtMarne
        | Department::Yvelines
        | Department::Essonne
        | Department::ValDOise => Frame::Region,
    }
}

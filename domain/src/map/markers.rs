//! Markers: venues that would be drawn over each other stand as one. And where signs stand so as not to be covered.

use super::drawing::{Frame, Spot, spot};
use super::sign_places;
use super::venues::Venue;
use crate::choices::Choice as _;
use crate::department::Department;

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
    let mut order: Vec<usize> = (0..venues.len()).collect();
    order.sort_by_key(|&at| {
        let Venue { point, key, .. } = &venues[at];
        (std::cmp::Reverse(venues[at].events()), *point, &key.name, &key.town)
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
    markers.sort_by_key(|marker| (department(marker), marker.spot.y, marker.spot.x));
    markers
}

fn is_near(one: Spot, other: Spot) -> bool {
    one.distance_squared(other) < i64::from(APART).pow(2)
}

/// Where each département's sign stands: in its own frame, as far from markers as its places allow.
pub fn signs(markers: &[Marker]) -> Vec<(Department, Spot)> {
    let signs = Department::ALL.iter().filter_map(|&department| {
        let places = sign_places(department).into_iter().map(spot);
        let own = places.filter(|place| place.frame == frame_of(department));
        // The first of equals: `max_by_key` would take the last.
        let best = own.rev().max_by_key(|place| room(*place, markers))?;
        Some((department, best))
    });
    signs.collect()
}

/// How far the nearest marker is, as far as it matters: beyond a sign's width all places are as good.
fn room(place: Spot, markers: &[Marker]) -> i64 {
    let nearest = markers.iter().map(|marker| marker.spot.distance_squared(place)).min();
    nearest.unwrap_or(i64::MAX).min(i64::from(2 * APART).pow(2))
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

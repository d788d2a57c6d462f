//! The map against the globe, and its counts against what they count.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::choices::Choice as _;
use crate::date::YearMonth;
use crate::demo;
use crate::department::Territory;
use crate::place::{Geo, Place};

/// Whether a point lies inside a closed line of corners.
fn is_inside(corners: &[Point], point: Point) -> bool {
    let ends = corners.iter().cycle().skip(1);
    let crossings = corners.iter().zip(ends).filter(|(a, b)| {
        (a.y > point.y) != (b.y > point.y) && {
            let (rise, run) = (i64::from(b.y - a.y), i64::from(b.x - a.x));
            let across = i64::from(point.y - a.y) * run - i64::from(point.x - a.x) * rise;
            (across > 0) == (rise > 0)
        }
    });
    crossings.count() % 2 == 1
}

/// The edges of a département, each from its lesser end.
fn edges(department: Department) -> BTreeSet<(Point, Point)> {
    let corners = polygon(department);
    let ends = corners.iter().cycle().skip(1);
    corners.iter().zip(ends).map(|(a, b)| (*a.min(b), *a.max(b))).collect()
}

fn venue_strategy() -> impl Strategy<Value = Place> {
    let name = prop::option::of("[AB]");
    let town = prop::option::of("[CD]");
    let geo = prop::option::of((48.0..49.4_f64, 1.3..3.7_f64));
    let department = prop::option::of(prop::sample::select(Department::ALL));
    (name, town, geo, department).prop_map(|(name, town, geo, department)| Place {
        name,
        address_locality: town,
        department: department.map(Territory::Within),
        geo: geo.map(|(latitude, longitude)| Geo { latitude, longitude }),
        ..Place::default()
    })
}

#[test]
fn outlines_are_closed_and_have_no_corner_twice() {
    for &department in Department::ALL {
        let path = outline(department);
        assert!(path.starts_with('M') && path.ends_with('z'), "{department}");
        let corners = polygon(department);
        let distinct: BTreeSet<_> = corners.iter().collect();
        assert_eq!(distinct.len(), corners.len(), "{department}");
        assert!(corners.len() > 50, "{department}");
    }
}

#[test]
fn the_outlines_that_share_a_border_are_those_of_neighbours() {
    for &here in Department::ALL {
        for &there in Department::ALL.iter().filter(|there| **there != here) {
            let shared = edges(here).intersection(&edges(there)).count();
            assert_eq!(shared > 0, here.neighbours().contains(&there), "{here} / {there}");
        }
    }
}

#[test]
fn every_border_has_one_or_two_sides_and_no_gap_opens_between_them() {
    // Paris lies inside the others: each of its edges is an edge of a neighbour too.
    let around = Department::Paris.neighbours().iter().flat_map(|&there| edges(there));
    let around: BTreeSet<_> = around.collect();
    assert!(edges(Department::Paris).is_subset(&around));
}

#[test]
fn known_towns_lie_in_their_departement() {
    let towns = [
        (Department::Paris, 48.8566, 2.3522),
        (Department::SeineEtMarne, 48.5394, 2.6594), // Melun
        (Department::SeineEtMarne, 48.5583, 3.2997), // Provins
        (Department::Yvelines, 48.8049, 2.1204),     // Versailles
        (Department::Yvelines, 48.9906, 1.7172),     // Mantes-la-Jolie
        (Department::Essonne, 48.6298, 2.4417),      // Évry
        (Department::Essonne, 48.4341, 2.1617),      // Étampes
        (Department::HautsDeSeine, 48.8924, 2.2067), // Nanterre
        (Department::HautsDeSeine, 48.7538, 2.2987), // Antony
        (Department::SeineSaintDenis, 48.9070, 2.4450), // Bobigny
        (Department::SeineSaintDenis, 48.9362, 2.3574), // Saint-Denis
        (Department::ValDeMarne, 48.7904, 2.4556),   // Créteil
        (Department::ValDeMarne, 48.8473, 2.4392),   // Vincennes
        (Department::ValDOise, 49.0510, 2.1010),     // Pontoise
        (Department::ValDOise, 48.9472, 2.2467),     // Argenteuil
    ];
    for (department, latitude, longitude) in towns {
        let point = project(Geo { latitude, longitude });
        let point = point.unwrap_or_else(|| panic!("{department} is outside the frame"));
        for &other in Department::ALL {
            assert_eq!(
                is_inside(&polygon(other), point),
                other == department,
                "{latitude} {other}"
            );
        }
    }
}

#[test]
fn the_places_of_the_invented_season_lie_in_their_departement_but_for_a_few_strewn_over_its_border()
{
    let season = YearMonth::new(2026, 9).map(|month| demo::season(month, 600));
    let season = season.unwrap_or_else(|| unreachable!());
    let (mut inside, mut outside) = (0, 0);
    for place in season.events.iter().filter_map(|event| season.place_of(event)) {
        let department = place.department.as_ref().and_then(Territory::department);
        let Some((point, department)) = place.geo.and_then(project).zip(department) else {
            continue;
        };
        if is_inside(&polygon(department), point) { inside += 1 } else { outside += 1 }
    }
    assert!(inside > 500 && outside < 20, "{inside} {outside}");
}

#[test]
fn signs_stand_inside_their_departement_and_in_its_frame() {
    for &department in Department::ALL {
        for place in sign_places(department) {
            assert!(is_inside(&polygon(department), place), "{department}");
        }
    }
    assert_eq!(signs(&[]).len(), Department::ALL.len());
}

#[test]
fn a_sign_makes_way_for_a_marker() {
    let (paris, before) = signs(&[])[0];
    let marker = Marker { spot: before, venues: vec![], events: 1 };
    assert_ne!(signs(&[marker])[0], (paris, before));
}

#[test]
fn the_small_departements_are_enlarged_as_a_whole() {
    for &department in Department::ALL {
        let all = polygon(department).into_iter().all(|point| spot(point).frame == Frame::Inset);
        let is_small = matches!(department.code(), "75" | "92" | "93" | "94");
        assert_eq!(all, is_small, "{department}");
    }
}

#[test]
fn a_place_without_a_point_is_counted_and_never_placed() {
    let here = Place {
        name: Some("Salle".to_owned()),
        department: Some(Territory::Within(Department::Essonne)),
        ..Place::default()
    };
    let mut venues = Venues::default();
    venues.add(0, 7, Some(&here));
    venues.add(1, 7, Some(&here));
    venues.add(2, 8, None);
    let essonne = Unplaced { department: Some(Department::Essonne), events: 1 };
    assert_eq!(venues.unplaced(), [essonne, Unplaced { department: None, events: 1 }]);
    assert!(markers(&venues.list).is_empty());
}

#[test]
fn what_lies_far_away_is_outside_the_frame() {
    let at = |latitude, longitude| project(Geo { latitude, longitude });
    assert_eq!(at(44.84, -0.58), None);
    assert_eq!(at(f64::NAN, 2.35), None);
    assert!(at(48.8566, 2.3522).is_some());
}

proptest! {
    #[test]
    fn every_point_of_ile_de_france_lands_in_the_frame(
        latitude in 48.1201..49.2413_f64,
        longitude in 1.4463..3.5588_f64,
    ) {
        let point = project(Geo { latitude, longitude });
        prop_assert!(point.is_some());
        if let Some(Spot { x, y, frame }) = point.map(spot) {
            prop_assert!((0..=WIDTH).contains(&x) && (0..=HEIGHT).contains(&y));
            prop_assert_eq!(frame == Frame::Inset, y > FRAME);
        }
    }

    #[test]
    fn every_venue_with_a_point_is_in_one_marker_and_counts_add_up(
        places in prop::collection::vec((prop::option::of(venue_strategy()), 0..20_u32), 0..60),
    ) {
        let mut venues = Venues::default();
        // An event has one place.
        let mut places = places;
        places.sort_by_key(|(_, event)| *event);
        places.dedup_by_key(|(_, event)| *event);
        for (row, (place, event)) in places.iter().enumerate() {
            venues.add(row, *event, place.as_ref());
        }
        let rows: usize = venues.list.iter().map(|venue| venue.rows.len()).sum();
        prop_assert_eq!(rows, places.len());
        let markers = markers(&venues.list);
        let mut inside: Vec<usize> = markers.iter().flat_map(|it| it.venues.clone()).collect();
        inside.sort_unstable();
        let placed = (0..venues.list.len()).filter(|at| venues.list[*at].point.is_some());
        prop_assert_eq!(inside, placed.collect::<Vec<_>>());
        let drawn: usize = markers.iter().map(|marker| marker.events).sum();
        let unplaced: usize = venues.unplaced().iter().map(|unplaced| unplaced.events).sum();
        prop_assert_eq!(drawn + unplaced, places.len());
        for (at, one) in markers.iter().enumerate() {
            for other in &markers[at + 1..] {
                let apart = one.spot.distance_squared(other.spot);
                prop_assert!(apart >= i64::from(APART).pow(2));
            }
        }
    }

    #[test]
    fn the_order_of_venues_does_not_change_where_markers_stand(
        places in prop::collection::vec(venue_strategy(), 0..40),
    ) {
        let gather = |places: &mut dyn Iterator<Item = &Place>| {
            let mut venues = Venues::default();
            for (row, place) in (0..).zip(places) {
                venues.add(row as usize, row, Some(place));
            }
            venues.list
        };
        // The first point of a venue counts, so give each venue one point.
        let mut places = places;
        places.sort_by(|a, b| (&a.name, &a.address_locality).cmp(&(&b.name, &b.address_locality)));
        places.dedup_by(|a, b| a.name == b.name && a.address_locality == b.address_locality);
        let spots = |venues: &[Venue]| {
            let mut spots: Vec<_> = markers(venues).iter().map(|it| (it.spot.x, it.spot.y, it.events)).collect();
            spots.sort_unstable();
            spots
        };
        let forth = gather(&mut places.iter());
        let back = gather(&mut places.iter().rev());
        prop_assert_eq!(spots(&forth), spots(&back));
    }
}

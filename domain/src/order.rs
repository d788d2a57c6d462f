//! One sort for all lists. The browser would otherwise get the machine code of a sort once for each kind of list.

use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` asks for; places that compare equal stay in their order.
pub(crate) fn places_in_order(
    count: usize,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

#[cfg(test)]
mod tests {
    use super::places_in_order;

    #[test]
    fn equal_ones_stay_in_their_order() {
        let list = ["b", "a", "b", "a"];
        assert_eq!(places_in_order(4, &|one, other| list[one].cmp(list[other])), [1, 3, 0, 2]);
    }
}

//! The order of the functions: each stands behind one that it resembles, so that a compressor finds its like close by.

use std::collections::HashMap;

/// How many bytes in a row count as a thing that two functions share.
const RUN: usize = 4;

/// The places of functions in a good order, given their bodies: after each comes, of those left, the one of whose runs
/// the largest part is in it too. The same bodies always give the same order.
pub(super) fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let runs = runs(bodies);
    let mut holders = vec![Vec::new(); runs.iter().flatten().max().map_or(0, |last| last + 1)];
    for (function, runs) in runs.iter().enumerate() {
        for &run in runs {
            holders[run].push(function);
        }
    }
    let mut is_left = vec![true; bodies.len()];
    let (mut order, mut next) = (Vec::with_capacity(bodies.len()), 0);
    while order.len() < bodies.len() {
        order.push(next);
        is_left[next] = false;
        let mut shared = vec![0; bodies.len()];
        for &run in &runs[next] {
            for &function in &holders[run] {
                shared[function] += 1;
            }
            // Those that have a place are not looked at again.
            holders[run].retain(|&function| is_left[function]);
        }
        let alike = (0..bodies.len()).filter(|&other| is_left[other] && shared[other] > 0);
        // a / b > c / d, without fractions; of equals, the first.
        let better = |best: usize, other: usize| {
            let is_better = shared[other] * runs[best].len() > shared[best] * runs[other].len();
            if is_better { other } else { best }
        };
        let first_left = || is_left.iter().position(|&is_left| is_left);
        next = alike.reduce(better).or_else(first_left).unwrap_or_default();
    }
    order
}

/// For each function the different runs in it, each as a number of its own.
fn runs(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let mut numbers = HashMap::new();
    let of_body = |body: &&[u8]| {
        let mut runs: Vec<_> = body
            .windows(RUN.min(body.len().max(1)))
            .map(|run| {
                let number = numbers.len();
                *numbers.entry(run.to_vec()).or_insert(number)
            })
            .collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    };
    bodies.iter().map(of_body).collect()
}

/// Names that sort as the order has it, for each function in its present place.
pub(super) fn names(order: &[usize]) -> Vec<String> {
    let mut names = vec![String::new(); order.len()];
    for (rank, &function) in order.iter().enumerate() {
        names[function] = format!("{rank:06}");
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stands_behind_like() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"12345678", b"", b"xabcdefg", b"y1234567"];
        assert_eq!(by_likeness(&bodies), [0, 3, 1, 4, 2]);
    }

    #[test]
    fn names_sort_as_the_order() {
        assert_eq!(names(&[2, 0, 1]), ["000001", "000002", "000000"]);
    }
}

//! One slip of the finger: a letter too many, too few, another one, or two neighbours in the wrong order.
//!
//! Works on bytes: only words of the letters a to z are ever compared.

/// Whether one slip at most leads from a word to the other.
pub(super) fn is_slip(one: &[u8], other: &[u8]) -> bool {
    let (one, other) = from_first_difference(one, other);
    match (one, other) {
        // The same, or a letter too many at the end.
        ([], [] | [_]) | ([_], []) => true,
        ([], _) | (_, []) => false,
        ([_, rest @ ..], [_, others @ ..]) => {
            rest == others
                || rest == other
                || one == others
                || after_swap(one, other).is_some_and(|(rest, others)| rest == others)
        }
    }
}

/// Whether one slip at most leads from what was typed to the beginning of a word.
pub(super) fn begins_with_slip(typed: &[u8], word: &[u8]) -> bool {
    let (typed, word) = from_first_difference(typed, word);
    match (typed, word) {
        ([] | [_], _) => true,
        (_, []) => false,
        ([_, rest @ ..], [_, others @ ..]) => {
            others.starts_with(rest)
                || others.starts_with(typed)
                || word.starts_with(rest)
                || after_swap(typed, word).is_some_and(|(rest, others)| others.starts_with(rest))
        }
    }
}

/// Both words without the letters that they begin with alike: if one slip is all, it is the first difference.
fn from_first_difference<'w>(one: &'w [u8], other: &'w [u8]) -> (&'w [u8], &'w [u8]) {
    let alike = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    (&one[alike..], &other[alike..])
}

/// What follows the first two letters of each, when these are the same in the wrong order.
fn after_swap<'w>(one: &'w [u8], other: &'w [u8]) -> Option<(&'w [u8], &'w [u8])> {
    match (one, other) {
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c => Some((one, other)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_with_slip, is_slip};
    use proptest::prelude::*;

    /// Every word that one slip makes of a word, and the word.
    fn slips(word: &[u8], letters: &[u8]) -> Vec<Vec<u8>> {
        let mut slips = vec![word.to_vec()];
        for at in 0..=word.len() {
            let (before, after) = word.split_at(at);
            for letter in letters {
                slips.push([before, &[*letter], after].concat());
                slips.push([before, &[*letter], after.get(1..).unwrap_or_default()].concat());
            }
            if let [a, rest @ ..] = after {
                slips.push([before, rest].concat());
                if let [b, rest @ ..] = rest {
                    slips.push([before, &[*b, *a], rest].concat());
                }
            }
        }
        slips
    }

    proptest! {
        #[test]
        fn a_slip_is_what_one_slip_makes(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            let made = slips(one.as_bytes(), b"abc").contains(&other.clone().into_bytes());
            prop_assert_eq!(is_slip(one.as_bytes(), other.as_bytes()), made, "{} {}", one, other);
        }

        #[test]
        fn a_beginning_with_a_slip_is_a_slip_of_a_beginning(typed in "[abc]{1,6}", word in "[abc]{0,8}") {
            let slips = slips(typed.as_bytes(), b"abc");
            let made = slips.iter().any(|slip| word.as_bytes().starts_with(slip));
            prop_assert_eq!(begins_with_slip(typed.as_bytes(), word.as_bytes()), made, "{} {}", typed, word);
        }
    }
}

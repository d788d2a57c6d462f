//! Chance that can be repeated: `SplitMix64`, which is ten lines and gives the same numbers everywhere and for ever.
//!
//! For invented content only, never for secrets.

/// A sequence of numbers that look random.
pub(super) struct Chance(u64);

impl Chance {
    /// The sequence of a season's part: the same parts, the same sequence.
    pub(super) fn of(parts: &[u64]) -> Self {
        let mut chance = Self(0);
        for &part in parts {
            chance.0 ^= part;
            chance.0 = chance.next();
        }
        chance
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `limit`; 0 when the limit is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.next()) * (limit as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// As [`Self::below`], for days.
    pub(super) fn days_below(&mut self, limit: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(limit)) >> 64).unwrap_or_default()
    }

    /// One of a list, which is not empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_that_of_the_published_sequence() {
        // The reference implementation's first numbers for the seed 0.
        let mut chance = Chance(0);
        assert_eq!(chance.next(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(chance.next(), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn every_number_below_the_limit_comes_up() {
        let mut chance = Chance::of(&[1, 2]);
        let mut seen = [0; 7];
        for _ in 0..700 {
            seen[chance.below(7)] += 1;
        }
        assert!(seen.iter().all(|&times| times > 60), "{seen:?}");
    }
}

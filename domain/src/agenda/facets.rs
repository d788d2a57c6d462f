//! How many events each choice of a facet would show.

use std::marker::PhantomData;

use super::traits::{FACETS, Misses, Traits};
use crate::choices::{Access, Audience, Choice, EventKind, Level};
use crate::department::Department;
use crate::id::Id;
use crate::order::places_in_order;

/// By choice: how many events it would show alone in its facet, all other facets as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facets {
    /// By département.
    pub departments: Counts<Department>,
    /// By kind.
    pub kinds: Counts<EventKind>,
    /// By audience.
    pub audiences: Counts<Audience>,
    /// By level of classes.
    pub levels: Counts<Level>,
    /// By accessibility.
    pub access: Counts<Access>,
    /// Those known to be free.
    pub free: u32,
}

/// A number of events for each choice of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts<T> {
    counts: [u32; 16],
    of: PhantomData<T>,
}

impl<T: Choice> Counts<T> {
    /// How many events this choice would show, each counted once.
    pub fn get(&self, choice: T) -> u32 {
        self.counts.get(usize::from(choice.index())).copied().unwrap_or_default()
    }

    fn taken(counts: &[u32; 64], facet: usize) -> Self {
        let (start, width) = FACETS[facet];
        let mut own = [0; 16];
        for (own, count) in own.iter_mut().zip(&counts[start as usize..(start + width) as usize]) {
            *own = *count;
        }
        Self { counts: own, of: PhantomData }
    }
}

/// Counts events by their traits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    /// By bit of [`Traits::bits`].
    pub(crate) counts: [u32; 64],
    /// How many events miss nothing.
    pub(crate) events: usize,
}

impl Default for Tally {
    fn default() -> Self {
        Self { counts: [0; 64], events: 0 }
    }
}

impl Tally {
    /// Counts an event, which must not be counted twice.
    pub(crate) fn add(&mut self, traits: &Traits, misses: Misses) {
        self.events += usize::from(misses.is_none());
        let mut bits = traits.bits & misses.forgiving();
        while bits != 0 {
            self.counts[bits.trailing_zeros() as usize] += 1;
            bits &= bits - 1;
        }
    }

    /// As [`Self::add`], many times: what another tally counted is counted here too.
    pub(crate) fn add_all(&mut self, other: &Self) {
        self.events = self.events.saturating_add(other.events);
        for (own, other) in self.counts.iter_mut().zip(&other.counts) {
            *own = own.saturating_add(*other);
        }
    }

    /// The reverse of [`Self::add_all`]; never below nothing.
    pub(crate) fn take_all(&mut self, other: &Self) {
        self.events = self.events.saturating_sub(other.events);
        for (own, other) in self.counts.iter_mut().zip(&other.counts) {
            *own = own.saturating_sub(*other);
        }
    }

    /// How many events miss nothing.
    pub(super) const fn events(&self) -> usize {
        self.events
    }

    /// The counts by choice.
    pub(crate) fn facets(&self) -> Facets {
        Facets {
            departments: Counts::taken(&self.counts, 0),
            kinds: Counts::taken(&self.counts, 1),
            audiences: Counts::taken(&self.counts, 2),
            levels: Counts::taken(&self.counts, 3),
            access: Counts::taken(&self.counts, 4),
            free: self.counts[FACETS[5].0 as usize],
        }
    }
}

/// How many events each season, and each exhibition, would show alone, all other facets as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Belongings {
    seasons: Vec<(Id, u32)>,
    exhibitions: Vec<(Id, u32)>,
}

impl Belongings {
    /// How many events this season would show, each counted once.
    pub fn season(&self, id: &str) -> u32 {
        count_of(&self.seasons, id)
    }

    /// How many events this exhibition would show, each counted once.
    pub fn exhibition(&self, id: &str) -> u32 {
        count_of(&self.exhibitions, id)
    }
}

fn count_of(counts: &[(Id, u32)], id: &str) -> u32 {
    counts.iter().find(|(known, _)| known.as_str() == id).map_or(0, |(_, count)| *count)
}

/// Counts events by what they belong to: by place in the agenda's belongings, as a season and as an exhibition.
pub(super) struct BelongingTally(Vec<[u32; 2]>);

impl BelongingTally {
    /// Nothing counted, of so many belongings.
    pub(super) fn new(belongings: usize) -> Self {
        Self(vec![[0; 2]; belongings])
    }

    /// Counts an event, which must not be counted twice.
    pub(super) fn add(&mut self, traits: &Traits, misses: Misses) {
        let places = [traits.season, traits.exhibition];
        for (which, place) in places.into_iter().enumerate() {
            let count = place.and_then(|place| self.0.get_mut(place as usize));
            if let Some(count) = count.filter(|_| misses.forgives_belonging(which)) {
                count[which] += 1;
            }
        }
    }

    /// The counts by id; what would show nothing is left out.
    pub(super) fn named(self, belongings: &[Id]) -> Belongings {
        let mut named = Belongings::default();
        // In the order of ids: the same counts are the same value, whatever the order in which events name them.
        for place in
            places_in_order(belongings.len(), &|one, other| belongings[one].cmp(&belongings[other]))
        {
            let [season, exhibition] = self.0[place];
            for (list, count) in
                [(&mut named.seasons, season), (&mut named.exhibitions, exhibition)]
            {
                if count > 0 {
                    list.push((belongings[place].clone(), count));
                }
            }
        }
        named
    }
}

/// A set of events, one bit each.
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// No event, of so many.
    pub(super) fn new(events: usize) -> Self {
        Self(vec![0; events.div_ceil(64)])
    }

    /// Adds an event; `false` when it was in already.
    pub(super) fn add(&mut self, event: usize) -> bool {
        let bit = 1 << (event % 64);
        let word = &mut self.0[event / 64];
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// How many are in here and not in the other.
    pub(super) fn without(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(&other.0);
        pairs.map(|(own, other)| (own & !other).count_ones() as usize).sum()
    }
}

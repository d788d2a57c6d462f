//! What of an event the facets ask, packed so that a query looks at one number per event.

use crate::choices::{Access, Audience, Choice, Choices, EventKind, Level};
use crate::department::{Department, Territory};
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::query::{Key, Query};
use crate::stop::Stop;

/// Where the bits of each facet begin, and how many they are: départements, kinds, audiences, levels, accessibility, free.
pub(super) const FACETS: [(u32, u32); 6] = [
    span::<Department>(0),
    span::<EventKind>(8),
    span::<Audience>(18),
    span::<Level>(24),
    span::<Access>(29),
    (34, 1),
];

/// Where the bits of a facet begin, and how many they are.
const fn span<T: Choice>(start: u32) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, reason = "a closed list has at most 16 choices")]
    (start, T::ALL.len() as u32)
}

/// The bits of a facet.
const fn mask((start, width): (u32, u32)) -> u64 {
    ((1 << width) - 1) << start
}

// Facets follow each other without gap: a longer list of choices fails to compile here.
const _: () = {
    let mut place = 1;
    while place < FACETS.len() {
        assert!(FACETS[place].0 == FACETS[place - 1].0 + FACETS[place - 1].1);
        place += 1;
    }
};

/// The bits of some choices, at the place of their facet.
fn bits<T: Choice>(choices: Choices<T>, facet: usize) -> u64 {
    choices.iter().fold(0, |bits, choice| bits | 1 << (FACETS[facet].0 + u32::from(choice.index())))
}

/// The bits of the département of an event; none when it lies elsewhere.
pub(super) fn in_departments(traits: &Traits) -> u64 {
    traits.bits & mask(FACETS[0])
}

/// What of an event the facets ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Traits {
    /// Its choices in all facets.
    pub(crate) bits: u64,
    /// Its season, as a place in the agenda's belongings.
    pub(crate) season: Option<u32>,
    /// Its exhibition, likewise.
    pub(crate) exhibition: Option<u32>,
}

impl Traits {
    /// Packs an event; seasons and exhibitions become places in `belongings`.
    pub(crate) fn of(
        event: &Event,
        stop: Option<&Stop>,
        feed: &Feed,
        belongings: &mut Vec<Id>,
    ) -> Self {
        let exhibition = stop.map(|stop| &stop.exhibition);
        let of_exhibition = || feed.exhibition(exhibition?.as_str())?.season.as_ref();
        let season = event.season.as_ref().or_else(|| stop?.season.as_ref()).or_else(of_exhibition);
        let mut place = |id: &Id| {
            let known = belongings.iter().position(|belonging| belonging == id);
            let place = known.unwrap_or_else(|| {
                belongings.push(id.clone());
                belongings.len() - 1
            });
            u32::try_from(place).unwrap_or(u32::MAX)
        };
        Self {
            bits: facet_bits(event, stop),
            season: season.map(&mut place),
            exhibition: exhibition.map(&mut place),
        }
    }
}

fn facet_bits(event: &Event, stop: Option<&Stop>) -> u64 {
    let own = event.location.as_ref().and_then(|place| place.department.as_ref());
    let territory = own.or(stop.and_then(|stop| stop.location.department.as_ref()));
    let department = territory.and_then(Territory::department);
    let department = department.map_or(Choices::NONE, Choices::only);
    bits(department, 0)
        | bits(Choices::only(event.kind), 1)
        | bits(audiences(event.audience), 2)
        | bits(event.educational_level, 3)
        | bits(event.access, 4)
        | u64::from(event.is_accessible_for_free == Some(true)) << FACETS[5].0
}

/// Whom an event is for: what is for everyone is for each, but school classes come by arrangement only.
fn audiences(named: Choices<Audience>) -> Choices<Audience> {
    use Audience::{Adults, Children, Everyone, Families, Teenagers};
    if named.contains(Everyone) {
        [Families, Children, Teenagers, Adults].into_iter().fold(named, Choices::with)
    } else {
        named
    }
}

/// The season or the exhibition that is asked for.
#[derive(Debug, Clone, Copy)]
enum Belonging {
    /// None in particular.
    Any,
    /// The one at this place of the agenda's belongings.
    Only(u32),
    /// One that no event has.
    Nowhere,
}

impl Belonging {
    fn asked(id: Option<&Id>, belongings: &[Id]) -> Self {
        let Some(id) = id else { return Self::Any };
        let place = belongings.iter().position(|belonging| belonging == id);
        let place = place.and_then(|place| u32::try_from(place).ok());
        place.map_or(Self::Nowhere, Self::Only)
    }

    fn has(self, own: Option<u32>) -> bool {
        match self {
            Self::Any => true,
            Self::Only(place) => own == Some(place),
            Self::Nowhere => false,
        }
    }
}

/// What a query asks of the traits of an event.
pub(super) struct Wanted {
    /// By facet, the bits of which one is enough; 0 asks nothing.
    facets: [u64; 6],
    season: Belonging,
    exhibition: Belonging,
}

impl Wanted {
    /// Packs what a query asks.
    pub(super) fn new(query: &Query, belongings: &[Id]) -> Self {
        Self {
            facets: [
                bits(query.departments, 0),
                bits(query.kinds, 1),
                bits(query.audiences, 2),
                bits(query.levels, 3),
                bits(query.access, 4),
                u64::from(query.only_free) << FACETS[5].0,
            ],
            season: Belonging::asked(query.season.as_ref(), belongings),
            exhibition: Belonging::asked(query.exhibition.as_ref(), belongings),
        }
    }

    /// What an event misses.
    pub(super) fn misses(&self, traits: &Traits, has_words: bool) -> Misses {
        let mut misses = u16::from(!self.season.has(traits.season)) << SEASON
            | u16::from(!self.exhibition.has(traits.exhibition)) << EXHIBITION
            | u16::from(!has_words) << WORDS;
        for (facet, wanted) in self.facets.into_iter().enumerate() {
            misses |= u16::from(wanted != 0 && wanted & traits.bits == 0) << facet;
        }
        Misses(misses)
    }
}

/// The bits of [`Misses`] that follow those of the facets of [`FACETS`].
const SEASON: u32 = 6;
const EXHIBITION: u32 = 7;
const WORDS: u32 = 8;

/// What each bit of [`Misses`] stands for.
pub(super) const ASKED: [Key; 9] = [
    Key::Departments,
    Key::Kinds,
    Key::Audiences,
    Key::Levels,
    Key::Access,
    Key::Free,
    Key::Season,
    Key::Exhibition,
    Key::Words,
];

/// What an event misses of what is asked: a bit for each of [`ASKED`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Misses(u16);

impl Misses {
    /// Misses nothing.
    #[cfg(feature = "slicing")]
    pub(crate) const NONE: Self = Self(0);

    /// Whether it misses nothing.
    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The place in [`ASKED`] of the one thing that it misses. `None` when it misses nothing, or more.
    pub(super) const fn only(self) -> Option<u32> {
        if self.0.is_power_of_two() { Some(self.0.trailing_zeros()) } else { None }
    }

    /// The bits of the choices that would show the event, were each chosen alone in its facet: those of all facets when
    /// it misses nothing, those of the one facet that it misses, or none.
    pub(super) fn forgiving(self) -> u64 {
        if self.is_none() {
            return u64::MAX;
        }
        let facet = self.only().and_then(|facet| FACETS.get(facet as usize));
        facet.map_or(0, |facet| mask(*facet))
    }

    /// Whether its season (0) or its exhibition (1) would show the event, were it asked for.
    pub(super) fn forgives_belonging(self, which: usize) -> bool {
        self.is_none() || self.0 == 1 << SEASON << which
    }
}

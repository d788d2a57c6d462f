//! Closed lists of choices and sets of them: the facets of the query, and the kinds that records carry.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

/// One of a closed list, each with a code that stands in addresses and in the feed.
pub trait Choice: Copy + Eq + 'static {
    /// All of them, in the order in which people see them. At most 16 of those that stand in [`Choices`].
    const ALL: &'static [Self];

    /// The code in addresses and in the feed.
    fn code(self) -> &'static str;

    /// The place in [`Self::ALL`].
    fn index(self) -> u8;

    /// The choice with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }
}

/// A set of choices, in two bytes.
pub struct Choices<T> {
    bits: u16,
    of: PhantomData<T>,
}

impl<T: Choice> Choices<T> {
    /// The empty set.
    pub const NONE: Self = Self { bits: 0, of: PhantomData };

    /// The set of just one.
    pub fn only(choice: T) -> Self {
        Self::NONE.with(choice)
    }

    /// Whether nothing is chosen.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// As [`Self::is_empty`], by reference.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `skip_serializing_if` passes a reference"
    )]
    pub(crate) const fn is_empty_ref(&self) -> bool {
        self.bits == 0
    }

    /// How many are chosen.
    pub const fn len(self) -> u32 {
        self.bits.count_ones()
    }

    /// Whether this one is chosen.
    pub fn contains(self, choice: T) -> bool {
        self.bits & Self::bit(choice) != 0
    }

    /// Whether the two sets share a choice.
    pub const fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// The set with this one in it.
    #[must_use]
    pub fn with(self, choice: T) -> Self {
        Self { bits: self.bits | Self::bit(choice), of: PhantomData }
    }

    /// The set without this one.
    #[must_use]
    pub fn without(self, choice: T) -> Self {
        Self { bits: self.bits & !Self::bit(choice), of: PhantomData }
    }

    /// The set with this one turned over: in if it was out, out if it was in.
    #[must_use]
    pub fn toggled(self, choice: T) -> Self {
        Self { bits: self.bits ^ Self::bit(choice), of: PhantomData }
    }

    /// The chosen ones, in the order of [`Choice::ALL`].
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL.iter().copied().filter(move |choice| self.contains(*choice))
    }

    fn bit(choice: T) -> u16 {
        1 << choice.index()
    }
}

impl<T> Clone for Choices<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Choices<T> {}

impl<T> PartialEq for Choices<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Choices<T> {}

impl<T: Choice> Default for Choices<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T: Choice> FromIterator<T> for Choices<T> {
    fn from_iter<I: IntoIterator<Item = T>>(choices: I) -> Self {
        choices.into_iter().fold(Self::NONE, Self::with)
    }
}

impl<T: Choice> fmt::Display for Choices<T> {
    /// The codes, comma separated, as in an address: `75,93`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, choice) in self.iter().enumerate() {
            if place > 0 {
                f.write_str(",")?;
            }
            f.write_str(choice.code())?;
        }
        Ok(())
    }
}

impl<T: Choice> fmt::Debug for Choices<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

impl<T: Choice> Serialize for Choices<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Choice::code))
    }
}

/// Writes a closed list: the enum, its codes, and [`Choice`] for it.
macro_rules! choice {
    ($(#[doc = $about:literal])* $(#[derive($default:ident)])? $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[doc = $about])*
        $(#[derive($default)])?
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $crate::choices::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            fn index(self) -> u8 {
                self as u8
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::choices::Choice::code(*self))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let about = concat!($($about),*).trim();
                let default: &[Self] = &[$(<Self as $default>::default())?];
                $crate::schema::codes::<Self>(about, default.first().copied())
            }
        }
    };
}
pub(crate) use choice;

choice! {
    /// The kind of an event; `autre` also stands for kinds that this version does not know.
    #[derive(Default)]
    EventKind {
        /// A talk.
        Talk = "conference",
        /// A debate.
        Debate = "debat",
        /// A workshop, also a holiday course.
        Workshop = "atelier",
        /// A film or a recording shown.
        Screening = "projection",
        /// A show.
        Show = "spectacle",
        /// An opening.
        Opening = "inauguration",
        /// A guided visit.
        Visit = "visite",
        /// An activity with a mediator.
        Activity = "animation",
        /// A meeting, also of a citizen group.
        Meeting = "rencontre",
        /// Something else.
        #[default]
        Other = "autre",
    }
}

choice! {
    /// Whom something is for.
    Audience {
        /// Everyone.
        Everyone = "tous",
        /// Families.
        Families = "familles",
        /// Children.
        Children = "enfants",
        /// Teenagers.
        Teenagers = "adolescents",
        /// Adults.
        Adults = "adultes",
        /// School classes.
        Schools = "scolaires",
    }
}

choice! {
    /// The level of a class, in the words of French schools.
    Level {
        /// Nursery school (cycle 1).
        Maternelle = "maternelle",
        /// Primary school (cycles 2 and 3).
        Primaire = "primaire",
        /// Lower secondary (cycles 3 and 4).
        College = "college",
        /// Upper secondary.
        Lycee = "lycee",
        /// Higher education.
        Superieur = "superieur",
    }
}

choice! {
    /// The five families of disability of the French label « Tourisme & Handicap » and of public agendas.
    Access {
        /// Step-free, wheelchair.
        Motor = "moteur",
        /// Deaf and hard of hearing.
        Hearing = "auditif",
        /// Blind and partially sighted.
        Sight = "visuel",
        /// Mental health.
        Psychic = "psychique",
        /// Learning disability.
        Intellectual = "intellectuel",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::Department;

    fn codes_lead_back<T: Choice + fmt::Debug>() {
        for (place, &choice) in T::ALL.iter().enumerate() {
            assert_eq!(usize::from(choice.index()), place);
            assert!(T::from_code(choice.code()) == Some(choice), "{choice:?}");
        }
        assert!(T::ALL.len() <= 16);
    }

    #[test]
    fn every_code_leads_back_to_its_choice() {
        codes_lead_back::<Department>();
        codes_lead_back::<EventKind>();
        codes_lead_back::<Audience>();
        codes_lead_back::<Level>();
        codes_lead_back::<Access>();
    }

    #[test]
    fn a_set_prints_its_codes_in_order_whatever_the_order_of_choosing() {
        let set: Choices<Department> =
            [Department::SeineSaintDenis, Department::Paris].into_iter().collect();
        assert_eq!(set.to_string(), "75,93");
        assert_eq!(set.toggled(Department::Paris).to_string(), "93");
        assert_eq!(set.len(), 2);
    }
}

//! The eight départements of Île-de-France, the only ones the tour runs through, and areas outside them.
//!
//! Closed types: a code that is none of the eight can only be an [`AreaCode`], never a [`Department`].

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::choices::Choice;

/// One of the eight départements of Île-de-France. Ordered by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Department {
    /// Paris (75).
    Paris,
    /// Seine-et-Marne (77).
    SeineEtMarne,
    /// Yvelines (78).
    Yvelines,
    /// Essonne (91).
    Essonne,
    /// Hauts-de-Seine (92).
    HautsDeSeine,
    /// Seine-Saint-Denis (93).
    SeineSaintDenis,
    /// Val-de-Marne (94).
    ValDeMarne,
    /// Val-d'Oise (95).
    ValDOise,
}

impl Department {
    /// The two digits of the official geographic code (INSEE), also the first two of its postcodes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paris => "75",
            Self::SeineEtMarne => "77",
            Self::Yvelines => "78",
            Self::Essonne => "91",
            Self::HautsDeSeine => "92",
            Self::SeineSaintDenis => "93",
            Self::ValDeMarne => "94",
            Self::ValDOise => "95",
        }
    }

    /// The name, the same in French and English.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paris => "Paris",
            Self::SeineEtMarne => "Seine-et-Marne",
            Self::Yvelines => "Yvelines",
            Self::Essonne => "Essonne",
            Self::HautsDeSeine => "Hauts-de-Seine",
            Self::SeineSaintDenis => "Seine-Saint-Denis",
            Self::ValDeMarne => "Val-de-Marne",
            Self::ValDOise => "Val-d’Oise",
        }
    }

    /// The outline of its sign, as an SVG path in a box of 32 by 32: circle, square, diamond, hexagon, lozenge, octagon,
    /// shield, house.
    pub const fn outline(self) -> &'static str {
        match self {
            Self::Paris => "M16 1a15 15 0 1 1 0 30a15 15 0 1 1 0-30z",
            Self::SeineEtMarne => {
                "M5 2h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z"
            }
            Self::Yvelines => "M16 0l16 16l-16 16L0 16z",
            Self::Essonne => "M8 2h16l8 14l-8 14H8L0 16z",
            Self::HautsDeSeine => "M9 5h14a9 11 0 0 1 0 22H9A9 11 0 0 1 9 5z",
            Self::SeineSaintDenis => "M10 1h12l9 9v12l-9 9H10l-9-9V10z",
            Self::ValDeMarne => "M2 2h28v17c0 6-8 10-14 12C10 29 2 25 2 19z",
            Self::ValDOise => "M16 0l15 11v20H1V11z",
        }
    }

    /// The départements that share a border with this one, by code.
    pub const fn neighbours(self) -> &'static [Department] {
        use Department::{
            Essonne, HautsDeSeine, Paris, SeineEtMarne, SeineSaintDenis, ValDOise, ValDeMarne,
            Yvelines,
        };
        match self {
            Paris => &[HautsDeSeine, SeineSaintDenis, ValDeMarne],
            SeineEtMarne => &[Essonne, SeineSaintDenis, ValDeMarne, ValDOise],
            Yvelines => &[Essonne, HautsDeSeine, ValDOise],
            Essonne => &[SeineEtMarne, Yvelines, HautsDeSeine, ValDeMarne],
            HautsDeSeine => &[Paris, Yvelines, Essonne, SeineSaintDenis, ValDeMarne, ValDOise],
            SeineSaintDenis => &[Paris, SeineEtMarne, HautsDeSeine, ValDeMarne, ValDOise],
            ValDeMarne => &[Paris, SeineEtMarne, Essonne, HautsDeSeine, SeineSaintDenis],
            ValDOise => &[SeineEtMarne, Yvelines, HautsDeSeine, SeineSaintDenis],
        }
    }
}

impl Choice for Department {
    const ALL: &'static [Self] = &[
        Self::Paris,
        Self::SeineEtMarne,
        Self::Yvelines,
        Self::Essonne,
        Self::HautsDeSeine,
        Self::SeineSaintDenis,
        Self::ValDeMarne,
        Self::ValDOise,
    ];

    fn code(self) -> &'static str {
        Department::code(self)
    }

    fn index(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for Department {
    /// « Paris (75) », as checkboxes and headings name it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.code())
    }
}

/// The code of an area outside Île-de-France: 1 to 8 letters or digits, such as `33`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AreaCode(String);

impl AreaCode {
    /// The code as written in the feed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where something lies: in one of the eight, or elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Territory {
    /// One of the eight.
    Within(Department),
    /// Outside Île-de-France.
    Outside(AreaCode),
}

impl Territory {
    /// The département, if it is one of the eight.
    pub const fn department(&self) -> Option<Department> {
        match self {
            Self::Within(department) => Some(*department),
            Self::Outside(_) => None,
        }
    }

    /// The code, whichever side of the border.
    pub fn code(&self) -> &str {
        match self {
            Self::Within(department) => department.code(),
            Self::Outside(area) => area.as_str(),
        }
    }
}

/// The text is not the code of any area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an area code")]
pub struct NotAnArea;

impl FromStr for Territory {
    type Err = NotAnArea;

    fn from_str(text: &str) -> Result<Self, NotAnArea> {
        if let Some(department) = Department::from_code(text) {
            return Ok(Self::Within(department));
        }
        let plausible =
            (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if plausible { Ok(Self::Outside(AreaCode(text.to_owned()))) } else { Err(NotAnArea) }
    }
}

impl Serialize for Territory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_neighbours_both_ways() {
        for &here in Department::ALL {
            for &there in here.neighbours() {
                assert!(there.neighbours().contains(&here), "{here} / {there}");
            }
        }
    }

    #[test]
    fn a_code_outside_the_eight_is_an_area_and_never_a_department() {
        assert_eq!("93".parse(), Ok(Territory::Within(Department::SeineSaintDenis)));
        let bordeaux: Territory = "33".parse().unwrap_or_else(|_| unreachable!());
        assert_eq!(bordeaux.department(), None);
        assert_eq!("".parse::<Territory>(), Err(NotAnArea));
        assert_eq!("93 ou 94".parse::<Territory>(), Err(NotAnArea));
    }
}

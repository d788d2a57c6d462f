//! What is said on the map of what was found. Comes with the part of the program that draws it.

use qsec2_domain::department::Department;
use qsec2_domain::lang::Lang;

use super::Count;

/// What is said on the map.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct MapTexts {
    pub map: &'static str,
    pub help: &'static str,
    pub departments: &'static str,
    pub venues: &'static str,
    pub inset: &'static str,
    pub chosen: &'static str,
    pub too_many: &'static str,
    pub loading: &'static str,
    pub unplaced: &'static str,
    pub elsewhere: &'static str,
    pub unnamed: &'static str,
    pub of_venues: Count,
    pub more_towns: Count,
    pub colon: &'static str,
    pub all_venues: &'static str,
    pub pick: &'static str,
    pub credit: &'static str,
}

/// What is said on the map, in a language.
pub const fn map(lang: Lang) -> &'static MapTexts {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// « Essonne (91), 12 événements, choisi »: a département as its link is read aloud; `events` are counted in words.
pub fn department(
    t: &MapTexts,
    department: Department,
    events: &str,
    is_chosen: IsChosen,
) -> String {
    let parts = [department.to_string(), events.to_owned(), t.chosen.to_owned()];
    let said = if is_chosen == IsChosen::Yes { 3 } else { 2 };
    parts[..said].join(", ")
}

/// Whether something is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IsChosen {
    /// It is.
    Yes,
    /// It is not.
    No,
}

const FR: MapTexts = MapTexts {
    map: "Carte",
    help: "Choisissez un département, ou un rond numéroté pour voir ce qui s’y passe. Les mêmes événements sont dans la liste.",
    departments: "Départements sur la carte",
    venues: "Lieux sur la carte",
    inset: "Paris et ses voisins, en plus grand",
    chosen: "choisi",
    too_many: "Il y a trop d’événements pour montrer tous les lieux. Choisissez un département ou des dates.",
    loading: "Les lieux arrivent…",
    unplaced: "Nous ne savons pas où les mettre sur la carte, mais ils sont dans la liste\u{a0}:",
    elsewhere: "ailleurs, ou lieu inconnu",
    unnamed: "Lieu sans nom",
    of_venues: |n| format!("{n}\u{a0}lieux"),
    more_towns: |n| {
        if n == 1 { "1\u{a0}autre ville".to_owned() } else { format!("{n}\u{a0}autres villes") }
    },
    colon: "\u{a0}: ",
    all_venues: "Tous les lieux",
    pick: "Choisir un seul lieu",
    credit: "Contours des départements\u{a0}: IGN, ADMIN EXPRESS, édition 2018, Licence Ouverte.",
};

const EN: MapTexts = MapTexts {
    map: "Map",
    help: "Choose a département, or a numbered circle to see what is on there. The same events are in the list.",
    departments: "Départements on the map",
    venues: "Places on the map",
    inset: "Paris and its neighbours, larger",
    chosen: "chosen",
    too_many: "There are too many events to show every place. Choose a département or some days.",
    loading: "The places are coming…",
    unplaced: "We do not know where to put these on the map, but they are in the list:",
    elsewhere: "elsewhere, or place unknown",
    unnamed: "Place without a name",
    of_venues: |n| format!("{n}\u{a0}places"),
    more_towns: |n| {
        if n == 1 { "1\u{a0}other town".to_owned() } else { format!("{n}\u{a0}other towns") }
    },
    colon: ": ",
    all_venues: "All places",
    pick: "Choose one place",
    credit: "Outlines of the départements: IGN, ADMIN EXPRESS, 2018 edition, Licence Ouverte.",
};

//! The forms that the invented programme takes: a class in the morning, a debate in the evening, a walk at midnight.
//!
//! A table, so that every kind, audience, level and access has its place in the season.

use super::hours::Slot;
use crate::choices::{Access, Audience, EventKind, Level};

/// Where an event takes place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Where the exhibition stands.
    Exhibition,
    /// At a partner's, somewhere in the département.
    Town,
    /// In the open.
    Outdoors,
    /// At a school.
    School,
}

/// How one gets in.
#[derive(Clone, Copy)]
pub(super) enum Entry {
    /// Free, and one just comes.
    Open,
    /// Free, but one books.
    Booked,
    /// It costs something.
    Paid,
    /// Nothing is said.
    Unsaid,
}

/// A form of event.
pub(super) struct Form {
    pub(super) kind: EventKind,
    /// What stands behind the subject in the name.
    pub(super) label: &'static str,
    /// What happens, in a sentence.
    pub(super) about: &'static str,
    pub(super) audience: &'static [Audience],
    pub(super) levels: &'static [Level],
    pub(super) access: &'static [Access],
    pub(super) slot: Slot,
    /// How long it lasts, in minutes; for a run, in days.
    pub(super) length: u32,
    /// How many times at most, a week apart.
    pub(super) times: usize,
    pub(super) ground: Ground,
    pub(super) entries: &'static [Entry],
}

use Access::{Hearing, Intellectual, Motor, Psychic, Sight};
use Audience::{Adults, Children, Everyone, Families, Schools, Teenagers};
use Entry::{Booked, Open, Paid, Unsaid};
use EventKind::{
    Activity, Debate, Meeting, Opening, Other, Screening, Show, Talk, Visit, Workshop,
};
use Ground::{Exhibition, Outdoors, School, Town};
use Level::{College, Lycee, Maternelle, Primaire, Superieur};
use Slot::{Evening, Family, Night, Run, SchoolDay, Wednesday, Weekend};

/// The first event of each stop.
pub(super) const OPENING: Form = Form {
    kind: Opening,
    label: "inauguration",
    about: "L’exposition ouvre ses portes avec le groupe de citoyens et les partenaires.",
    audience: &[Everyone],
    levels: &[],
    access: &[Motor, Hearing],
    slot: Evening,
    length: 150,
    times: 1,
    ground: Exhibition,
    entries: &[Open],
};

/// Writes the table, a line or two a form.
macro_rules! forms {
    ($($kind:ident $label:literal $about:literal $audience:tt $levels:tt $access:tt $slot:ident $length:literal x $times:literal $ground:ident $entries:tt;)+) => {
        &[$(Form {
            kind: $kind, label: $label, about: $about, audience: &$audience, levels: &$levels, access: &$access,
            slot: $slot, length: $length, times: $times, ground: $ground, entries: &$entries,
        }),+]
    };
}

/// All the others, in the order in which a stop goes through them.
#[rustfmt::skip]
pub(super) const FORMS: &[Form] = forms![
    Visit "visite pour la classe" "La classe parcourt l’exposition en petits groupes, puis met ses questions en commun." [Schools] [Primaire] [Motor] SchoolDay 90 x 4 Exhibition [Booked];
    Workshop "atelier en famille" "On fabrique, on essaie, on emporte\u{a0}: grands et petits autour de la même table." [Families] [] [Motor] Family 90 x 3 Exhibition [Booked, Open];
    Talk "conférence" "Une heure d’exposé sans formules, puis vos questions." [Adults] [] [Motor, Hearing] Evening 90 x 1 Town [Open, Unsaid];
    Visit "visite pour la classe" "Une visite en questions, avec un carnet que chacun garde." [Schools] [College] [Motor] SchoolDay 90 x 4 Exhibition [Booked];
    Screening "ciné-débat" "Un film, puis une discussion avec quelqu’un du métier." [Adults, Teenagers] [] [Motor, Hearing] Evening 150 x 1 Town [Paid, Unsaid];
    Activity "animation au fil de l’eau" "On s’arrête cinq minutes ou une heure\u{a0}; une médiatrice fait essayer." [Everyone] [] [Motor] Weekend 180 x 2 Exhibition [Open];
    Debate "débat public" "Deux points de vue, une salle, et un micro qui circule." [Adults] [] [Motor] Evening 120 x 1 Town [Open];
    Workshop "atelier pour la classe" "Des expériences à faire soi-même, par tables de quatre." [Schools] [Primaire, College] [] SchoolDay 120 x 3 School [Booked];
    Meeting "réunion du groupe de citoyens" "Le groupe avance sur sa part de l’exposition. On peut venir voir avant de s’engager." [Adults] [] [Motor] Evening 120 x 5 Town [Open];
    Show "spectacle" "Un conte et des ombres, sans un mot de trop." [Families, Children] [] [Motor] Weekend 60 x 2 Town [Paid];
    Visit "visite guidée" "Le tour de l’exposition avec une médiatrice." [Everyone] [] [Motor] Weekend 60 x 4 Exhibition [Open];
    Visit "balade nocturne" "On marche sans lampe, on attend que les yeux s’habituent, on lève la tête." [Teenagers, Adults] [] [] Night 90 x 1 Outdoors [Booked, Open];
    Visit "visite pour les petits" "Une histoire, trois boîtes à toucher et une sieste sous les étoiles." [Schools] [Maternelle] [Motor] SchoolDay 60 x 3 Exhibition [Booked];
    Activity "mercredi des curieux" "Des défis à relever par deux, avec ce que l’on trouve dans un tiroir." [Children] [] [Motor] Wednesday 90 x 4 Town [Open];
    Talk "une heure avec une chercheuse" "Elle raconte ses journées, ses doutes et ce qu’elle cherche encore." [Teenagers, Adults] [] [Motor, Hearing] Weekend 60 x 1 Town [Open];
    Workshop "stage de cinq jours" "Cinq jours pour construire, mesurer, rater et recommencer." [Teenagers] [College, Lycee] [] Run 5 x 1 Town [Booked, Paid];
    Debate "débat mouvant" "On répond en se déplaçant dans la salle, et l’on peut changer d’avis." [Schools] [Lycee] [Motor] SchoolDay 90 x 2 School [Booked];
    Visit "visite en langue des signes" "Une visite menée en langue des signes française." [Everyone] [] [Hearing, Motor] Weekend 75 x 1 Exhibition [Booked];
    Other "marché des initiatives" "Les associations du quartier montrent ce qu’elles font et ce qu’elles cherchent." [Everyone] [] [Motor] Weekend 300 x 1 Outdoors [Open];
    Screening "séance de courts métrages" "Six films courts, sans paroles ou presque." [Families] [] [Motor] Weekend 60 x 1 Town [Paid, Open];
    Visit "visite à toucher" "Une visite décrite et tactile, en groupe de huit." [Adults] [] [Sight, Motor] Family 90 x 1 Exhibition [Booked];
    Talk "séminaire des étudiants" "Des étudiants exposent leur sujet en dix minutes, sans images." [Adults] [Superieur] [Motor] Evening 120 x 2 Town [Open];
    Debate "café des sciences" "On parle assis, une tasse à la main\u{a0}; personne ne lève le doigt." [Everyone] [] [] Evening 90 x 2 Town [Unsaid, Open];
    Visit "visite au calme" "Sons baissés, lumières douces, peu de monde et tout le temps qu’il faut." [Everyone] [] [Psychic, Intellectual, Motor] Wednesday 90 x 2 Exhibition [Booked];
    Show "théâtre de science" "Deux comédiennes, une table, et une expérience qui ne marche pas." [Schools] [College, Lycee] [Motor] SchoolDay 75 x 2 Town [Booked, Paid];
    Meeting "rencontre avec les métiers" "Des gens de métier répondent aux questions que l’on n’ose pas poser." [Teenagers] [Lycee] [Motor] Wednesday 120 x 1 Town [Open];
    Activity "observation du ciel" "Des télescopes sur le trottoir, et quelqu’un pour dire ce que l’on voit." [Everyone] [] [] Night 90 x 1 Outdoors [Open];
    Other "concours de photos" "Chacun envoie une image de sa nuit\u{a0}; elles sont accrochées au fur et à mesure." [Everyone] [] [Motor] Run 12 x 1 Exhibition [Open];
    Workshop "atelier d’écriture" "Écrire une page sur la première lumière du matin, et la lire si l’on veut." [Adults] [] [Motor, Sight, Psychic] Evening 120 x 6 Town [Open];
    Workshop "formation pour les enseignants" "De quoi préparer sa visite, avec du matériel simple." [Adults] [Primaire, College, Lycee] [Motor] Wednesday 150 x 1 Exhibition [Booked];
    Show "bal des lanternes" "On apporte sa lanterne, un orchestre fait le reste." [Families, Adults] [] [Motor] Night 90 x 1 Outdoors [Open, Unsaid];
    Meeting "goûter des questions" "Les enfants posent leurs questions, les réponses viennent la semaine suivante." [Children, Families] [] [Motor, Intellectual] Wednesday 60 x 3 Town [Open];
];

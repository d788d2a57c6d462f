//! The invented project around its programme: season, exhibition, associations, groups, figures.

use super::lands::{LANDS, Land};
use super::tour::Tour;
use super::{EXHIBITION, SEASON, id, invented};
use crate::choices::Choices;
use crate::date::PartialDate;
use crate::department::Department;
use crate::feed::DepartmentRecord;
use crate::group::{Exactness, Figure, Group};
use crate::organization::{ContactPoint, Organization, Role};
use crate::season::{Exhibition, Season};

/// The season, as long as its tour.
pub(super) fn season(tour: &Tour) -> Season {
    Season {
        id: id(SEASON),
        name: "La Lumière".to_owned(),
        description: Some(
            "Une saison imaginaire\u{a0}: la lumière qui éclaire, qui soigne, qui transporte, et la \
             nuit qu’elle efface."
                .to_owned(),
        ),
        project: None,
        start_date: Some(PartialDate::Month(tour.from)),
        end_date: Some(PartialDate::Month(tour.until())),
        questions: texts(&QUESTIONS),
        provenance: invented(),
    }
}

const QUESTIONS: [&str; 5] = [
    "De quelle lumière pourriez-vous vous passer\u{a0}?",
    "Qui décide de ce qui reste allumé la nuit dans votre rue\u{a0}?",
    "Où avez-vous vu le plus d’étoiles\u{a0}?",
    "Une ville plus sombre vous fait-elle peur, ou envie\u{a0}?",
    "Que faites-vous, le soir, sans écran\u{a0}?",
];

/// The exhibition that goes on tour.
pub(super) fn exhibition(tour: &Tour) -> Exhibition {
    Exhibition {
        id: id(EXHIBITION),
        name: "Clair-obscur, l’expo qui rallume nos nuits".to_owned(),
        season: Some(id(SEASON)),
        description: Some(
            "Une exposition imaginaire, à parcourir dans le jour et dans le noir, faite avec huit \
             groupes de citoyens."
                .to_owned(),
        ),
        start_date: Some(PartialDate::Month(tour.from)),
        end_date: Some(PartialDate::Month(tour.until())),
        suggested_min_age: Some(6),
        sections: texts(&["Dans l’œil", "Dans la rue", "Dans le ciel"]),
        formats: texts(&["Manipulations", "Témoignages", "Chambre noire", "Jeux", "Panneaux"]),
        features: texts(&["On la visite librement", "Une part change à chaque étape"]),
        creator: LANDS.iter().map(|land| land.association.to_owned()).collect(),
        provenance: invented(),
    }
}

/// The départements, each with its invented association.
pub(super) fn departments() -> Vec<DepartmentRecord> {
    let record = |land: &Land| DepartmentRecord {
        code: land.department,
        operator: Some(id(land.slug)),
        description: None,
        provenance: invented(),
    };
    let mut records: Vec<_> = LANDS.iter().map(record).collect();
    records.sort_by_key(|record| record.code);
    records
}

/// The invented associations.
pub(super) fn organizations() -> Vec<Organization> {
    LANDS.iter().map(organization).collect()
}

fn organization(land: &Land) -> Organization {
    Organization {
        id: id(land.slug),
        name: land.association.to_owned(),
        roles: Choices::only(Role::Operator),
        departments: Choices::only(land.department),
        description: Some(
            "Une association imaginaire, qui porte la saison dans son département.".to_owned(),
        ),
        url: land.site(),
        contact_point: vec![ContactPoint {
            telephone: Some(format!("01 99 00 {} 00", land.department.code())),
            email: Some(format!("{}@demonstration.example", land.slug)),
            address: None,
            known_from: Some("inventé\u{a0}; numéro réservé à la fiction".to_owned()),
        }],
        provenance: invented(),
    }
}

/// The groups, all of which take people in.
pub(super) fn groups(tour: &Tour) -> Vec<Group> {
    LANDS.iter().map(|land| group(land, tour)).collect()
}

/// The id of a département's group.
pub(super) fn group_id(department: Department) -> crate::id::Id {
    id(&format!("demo-groupe-{}", department.code()))
}

fn group(land: &Land, tour: &Tour) -> Group {
    Group {
        id: group_id(land.department),
        name: format!("Groupe {}", of(land.department)),
        season: Some(id(SEASON)),
        department: land.department,
        organizer: vec![land.party()],
        members: Some("Une quinzaine d’habitants, de 16 à 74\u{a0}ans.".to_owned()),
        theme: Some(land.theme.to_owned()),
        activities: texts(&["Une soirée de travail par mois", "Une sortie de nuit par saison"]),
        productions: texts(&[land.work]),
        start_date: Some(PartialDate::Month(tour.from)),
        end_date: None,
        is_open: true,
        provenance: invented(),
    }
}

/// The name of a département behind « groupe ».
pub(super) const fn of(department: Department) -> &'static str {
    match department {
        Department::Paris => "de Paris",
        Department::SeineEtMarne => "de Seine-et-Marne",
        Department::Yvelines => "des Yvelines",
        Department::Essonne => "de l’Essonne",
        Department::HautsDeSeine => "des Hauts-de-Seine",
        Department::SeineSaintDenis => "de Seine-Saint-Denis",
        Department::ValDeMarne => "du Val-de-Marne",
        Department::ValDOise => "du Val-d’Oise",
    }
}

/// Name, value, upper end, exactness, unit.
type FigureRow = (&'static str, f64, Option<f64>, Exactness, &'static str);

const FIGURES: [FigureRow; 8] = [
    ("Visiteurs attendus", 41_000.0, None, Exactness::About, "visiteurs"),
    ("Partenariats", 236.0, None, Exactness::Exact, "partenariats"),
    ("Groupes de citoyens", 8.0, None, Exactness::Exact, "groupes"),
    ("Citoyens dans les groupes", 124.0, None, Exactness::Exact, "personnes"),
    ("Surface de l’exposition", 120.0, Some(180.0), Exactness::Exact, "m²"),
    ("Durée d’une étape", 76.0, Some(91.0), Exactness::Exact, "jours"),
    ("Heures pour les classes", 900.0, None, Exactness::AtLeast, "heures"),
    ("Lampes éteintes pendant les balades", 312.0, None, Exactness::Exact, "lampes"),
];

/// Figures, as invented as the rest.
pub(super) fn figures(tour: &Tour) -> Vec<Figure> {
    let figure =
        |(place, &(name, value, max_value, exactness, unit)): (usize, &FigureRow)| Figure {
            id: id(&format!("demo-chiffre-{}", place + 1)),
            name: name.to_owned(),
            value,
            max_value,
            exactness,
            unit_text: Some(unit.to_owned()),
            season: Some(id(SEASON)),
            scope: Some("Chiffre inventé".to_owned()),
            observation_date: Some(PartialDate::Month(tour.from)),
            provenance: invented(),
        };
    FIGURES.iter().enumerate().map(figure).collect()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|&text| text.to_owned()).collect()
}

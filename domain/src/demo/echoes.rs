//! What the invented season leaves: three pieces of news and two resources from each département.

use chrono::NaiveDate;

use super::project::{group_id, of};
use super::tour::{Stay, Tour};
use super::{SEASON, id, invented, page};
use crate::choices::{Audience, Choices};
use crate::date::{PartialDate, days_after};
use crate::group::{News, Resource};

/// News, newest first.
pub(super) fn news(tour: &Tour) -> Vec<News> {
    let mut news: Vec<_> = tour.stays.iter().flat_map(of_stay).collect();
    news.sort_by_key(|one| std::cmp::Reverse(one.date_published.map(PartialDate::first_day)));
    news
}

fn of_stay(stay: &Stay) -> [News; 3] {
    let (group, work) = (of(stay.land.department), stay.land.work);
    let middle = days_after(stay.start, 40);
    [
        one(
            stay,
            "prepare",
            stay.lead,
            format!("Le groupe {group} prépare son étape"),
            format!("Derniers réglages\u{a0}: le groupe montre bientôt ce qu’il a fait. {work}."),
        ),
        one(
            stay,
            "ouvre",
            stay.start,
            format!("Clair-obscur ouvre à {}", stay.land.towns[0].0),
            format!("{} accueille l’exposition jusqu’à la fin de l’étape.", stay.land.venue),
        ),
        one(
            stay,
            "echo",
            middle,
            format!("À mi-parcours, ce que les visiteurs disent au groupe {group}"),
            "Un mur de réponses se remplit\u{a0}; le groupe en garde douze pour l’étape suivante."
                .to_owned(),
        ),
    ]
}

fn one(stay: &Stay, what: &str, day: NaiveDate, name: String, description: String) -> News {
    News {
        id: id(&format!("demo-actu-{}-{what}", stay.land.department.code())),
        name,
        description,
        date_published: Some(PartialDate::Day(day)),
        department: Some(stay.land.department),
        season: Some(id(SEASON)),
        group: Some(group_id(stay.land.department)),
        provenance: invented(),
    }
}

/// What a resource is, what it holds, whom it is for.
type Kind = (&'static str, &'static str, Audience);

const KINDS: [Kind; 4] = [
    (
        "Dossier pédagogique",
        "Trois séances à mener en classe, avec du papier, une lampe et une boîte.",
        Audience::Schools,
    ),
    ("Podcast", "Vingt minutes avec des gens qui vivent la nuit.", Audience::Everyone),
    (
        "Fiche d’expérience",
        "Une page à imprimer, pour recommencer à la maison.",
        Audience::Families,
    ),
    ("Vidéo", "Le groupe raconte comment il a travaillé.", Audience::Adults),
];

/// Resources: two of the four kinds in each département, in turn.
pub(super) fn resources(tour: &Tour) -> Vec<Resource> {
    let pairs = tour.stays.iter().enumerate().flat_map(|(turn, stay)| {
        let pair = if turn % 2 == 0 { [0, 1] } else { [2, 3] };
        pair.map(|kind| resource(stay, kind))
    });
    pairs.collect()
}

fn resource(stay: &Stay, kind: usize) -> Resource {
    let (what, about, audience) = KINDS[kind];
    let name = format!("demo-ressource-{}-{}", stay.land.department.code(), kind + 1);
    Resource {
        name: format!("{what}\u{a0}: {}", stay.land.theme),
        learning_resource_type: Some(what.to_owned()),
        description: Some(about.to_owned()),
        url: page(&name),
        date_published: Some(PartialDate::Day(stay.start)),
        audience: Choices::only(audience),
        audience_note: None,
        season: Some(id(SEASON)),
        department: Some(stay.land.department),
        provenance: invented(),
        id: id(&name),
    }
}

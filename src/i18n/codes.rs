//! The words for the closed choices of the domain: kinds, audiences, levels, access, statuses.

use qsec2_domain::choices::{Access, Audience, EventKind, Level};
use qsec2_domain::event::EventStatus;
use qsec2_domain::lang::Lang;

/// The kind of an event, in the singular.
pub const fn kind(lang: Lang, kind: EventKind) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, EventKind::Talk) => "Conférence",
        (Lang::Fr, EventKind::Debate) => "Débat",
        (Lang::Fr, EventKind::Workshop) => "Atelier",
        (Lang::Fr, EventKind::Screening) => "Projection",
        (Lang::Fr, EventKind::Show) => "Spectacle",
        (Lang::Fr | Lang::En, EventKind::Opening) => "Inauguration",
        (Lang::Fr, EventKind::Visit) => "Visite",
        (Lang::Fr, EventKind::Activity) => "Animation",
        (Lang::Fr, EventKind::Meeting) => "Rencontre",
        (Lang::Fr, EventKind::Other) => "Autre",
        (Lang::En, EventKind::Talk) => "Talk",
        (Lang::En, EventKind::Debate) => "Debate",
        (Lang::En, EventKind::Workshop) => "Workshop",
        (Lang::En, EventKind::Screening) => "Screening",
        (Lang::En, EventKind::Show) => "Show",
        (Lang::En, EventKind::Visit) => "Visit",
        (Lang::En, EventKind::Activity) => "Activity",
        (Lang::En, EventKind::Meeting) => "Meeting",
        (Lang::En, EventKind::Other) => "Other",
    }
}

/// Whom something is for.
pub const fn audience(lang: Lang, audience: Audience) -> &'static str {
    match (lang, audience) {
        (Lang::Fr, Audience::Everyone) => "Tout public",
        (Lang::Fr, Audience::Families) => "Familles",
        (Lang::Fr, Audience::Children) => "Enfants",
        (Lang::Fr, Audience::Teenagers) => "Adolescents",
        (Lang::Fr, Audience::Adults) => "Adultes",
        (Lang::Fr, Audience::Schools) => "Classes",
        (Lang::En, Audience::Everyone) => "Everyone",
        (Lang::En, Audience::Families) => "Families",
        (Lang::En, Audience::Children) => "Children",
        (Lang::En, Audience::Teenagers) => "Teenagers",
        (Lang::En, Audience::Adults) => "Adults",
        (Lang::En, Audience::Schools) => "School classes",
    }
}

/// The level of a class.
pub const fn level(lang: Lang, level: Level) -> &'static str {
    match (lang, level) {
        (Lang::Fr, Level::Maternelle) => "maternelle",
        (Lang::Fr, Level::Primaire) => "école élémentaire",
        (Lang::Fr, Level::College) => "collège",
        (Lang::Fr, Level::Lycee) => "lycée",
        (Lang::Fr, Level::Superieur) => "enseignement supérieur",
        (Lang::En, Level::Maternelle) => "nursery school",
        (Lang::En, Level::Primaire) => "primary school",
        (Lang::En, Level::College) => "lower secondary",
        (Lang::En, Level::Lycee) => "upper secondary",
        (Lang::En, Level::Superieur) => "higher education",
    }
}

/// What something is accessible to.
pub const fn access(lang: Lang, access: Access) -> &'static str {
    match (lang, access) {
        (Lang::Fr, Access::Motor) => "en fauteuil roulant",
        (Lang::Fr, Access::Hearing) => "aux personnes sourdes ou malentendantes",
        (Lang::Fr, Access::Sight) => "aux personnes aveugles ou malvoyantes",
        (Lang::Fr, Access::Psychic) => "aux personnes avec un handicap psychique",
        (Lang::Fr, Access::Intellectual) => "aux personnes avec un handicap intellectuel",
        (Lang::En, Access::Motor) => "in a wheelchair",
        (Lang::En, Access::Hearing) => "to deaf and hard-of-hearing people",
        (Lang::En, Access::Sight) => "to blind and partially sighted people",
        (Lang::En, Access::Psychic) => "to people with a mental health condition",
        (Lang::En, Access::Intellectual) => "to people with a learning disability",
    }
}

/// What became of an event; nothing when it simply takes place.
pub const fn status(lang: Lang, status: EventStatus) -> Option<&'static str> {
    Some(match (lang, status) {
        (_, EventStatus::Scheduled) => return None,
        (Lang::Fr, EventStatus::Cancelled) => "Annulé",
        (Lang::Fr, EventStatus::Postponed) => "Reporté, date à venir",
        (Lang::Fr, EventStatus::Rescheduled) => "Déplacé à cette date",
        (Lang::Fr, EventStatus::MovedOnline) => "En ligne",
        (Lang::Fr, EventStatus::Full) => "Complet",
        (Lang::En, EventStatus::Cancelled) => "Cancelled",
        (Lang::En, EventStatus::Postponed) => "Postponed, date to come",
        (Lang::En, EventStatus::Rescheduled) => "Moved to this date",
        (Lang::En, EventStatus::MovedOnline) => "Online",
        (Lang::En, EventStatus::Full) => "Full",
    })
}

/// A number with no-break spaces between thousands: « 32 000 ».
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(200), "200");
        assert_eq!(thousands(32_000), "32\u{a0}000");
        assert_eq!(thousands(1_234_567), "1\u{a0}234\u{a0}567");
    }
}

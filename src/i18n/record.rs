//! What is said on an event's page alone: what became of it, its sessions, its place, what stands around it. Comes with the
//! part of the program that draws the page.

use qsec2_domain::date::PartialDate;
use qsec2_domain::event::EventStatus;
use qsec2_domain::lang::Lang;

use super::dates;

/// What is said on an event's page alone.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Record {
    pub back: &'static str,
    pub position: fn(usize, usize) -> String,
    pub around: &'static str,
    pub around_all: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub near: &'static str,
    pub calendar: &'static str,
    pub next_session: &'static str,
    pub past_session: &'static str,
    pub all_sessions: fn(usize) -> String,
    pub map: &'static str,
}

/// What is said on an event's page, in a language.
pub const fn record(lang: Lang) -> &'static Record {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// What became of an event: a word, and what it means; nothing when it simply takes place.
pub const fn meaning(lang: Lang, status: EventStatus) -> Option<(&'static str, &'static str)> {
    Some(match (lang, status) {
        (_, EventStatus::Scheduled) => return None,
        (Lang::Fr, EventStatus::Cancelled) => ("Annulé.", "Il n’a pas lieu."),
        (Lang::Fr, EventStatus::Postponed) => {
            ("Reporté\u{a0}: nouvelle date à venir.", "Il n’a pas lieu à la date prévue.")
        }
        (Lang::Fr, EventStatus::Rescheduled) => ("Déplacé\u{a0}:", "la date a changé."),
        (Lang::Fr, EventStatus::MovedOnline) => {
            ("En ligne.", "Il a lieu sur internet, pas sur place.")
        }
        (Lang::Fr, EventStatus::Full) => ("Complet.", "Il n’y a plus de place."),
        (Lang::En, EventStatus::Cancelled) => ("Cancelled.", "It does not take place."),
        (Lang::En, EventStatus::Postponed) => {
            ("Postponed: new date to come.", "It does not take place on the date planned.")
        }
        (Lang::En, EventStatus::Rescheduled) => ("Moved:", "the date has changed."),
        (Lang::En, EventStatus::MovedOnline) => {
            ("Online.", "It takes place on the internet, not on site.")
        }
        (Lang::En, EventStatus::Full) => ("Full.", "No seat is left."),
    })
}

/// Leads to the date that an event had before: « au lieu du », with the date as it goes on.
pub fn instead_of(lang: Lang, date: PartialDate) -> (&'static str, String) {
    let said = match date {
        PartialDate::Day(day) => dates::date(lang, day),
        PartialDate::Month(month) => dates::month(lang, month),
        PartialDate::Year(year) => year.to_string(),
    };
    let words = match (lang, date) {
        (Lang::En, _) => "instead of ",
        (Lang::Fr, PartialDate::Day(_)) => "au lieu du ",
        (Lang::Fr, _) if said.starts_with(['a', 'o']) => "au lieu d’",
        (Lang::Fr, _) => "au lieu de ",
    };
    (words, said)
}

const FR: Record = Record {
    back: "Retour à la recherche",
    position: |place, of| format!("{place} sur {of}"),
    around: "Avant et après dans votre recherche",
    around_all: "Avant et après dans l’agenda",
    before: "Précédent",
    after: "Suivant",
    near: "Aussi près d’ici",
    calendar: "Ajouter à mon calendrier",
    next_session: "Prochaine séance",
    past_session: "passée",
    all_sessions: |count| format!("Voir les {count} séances"),
    map: "Voir sur la carte (OpenStreetMap)",
};

const EN: Record = Record {
    back: "Back to the search",
    position: |place, of| format!("{place} of {of}"),
    around: "Before and after in your search",
    around_all: "Before and after in the agenda",
    before: "Previous",
    after: "Next",
    near: "Also near here",
    calendar: "Add to my calendar",
    next_session: "Next session",
    past_session: "over",
    all_sessions: |count| format!("See all {count} sessions"),
    map: "See on the map (OpenStreetMap)",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_before_is_said_as_one_would() {
        for (date, said) in [
            ("2018-03-12", "au lieu du 12 mars 2018"),
            ("2018-03-01", "au lieu du 1er mars 2018"),
            ("2018-04", "au lieu d’avril 2018"),
            ("2018-03", "au lieu de mars 2018"),
            ("2018", "au lieu de 2018"),
        ] {
            let date = date.parse().unwrap_or(PartialDate::Year(0));
            let (words, date) = instead_of(Lang::Fr, date);
            assert_eq!([words, &date].concat(), said);
        }
    }
}

//! The words of the month's sheet. They come with the part of the program that draws it.

use qsec2_domain::holidays::PublicHoliday;
use qsec2_domain::lang::Lang;

use super::{Count, Named};

/// The words of the month's sheet.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Month {
    pub help: &'static str,
    pub previous: Named,
    pub next: Named,
    pub today: &'static str,
    pub more: Count,
    pub nothing: &'static str,
    pub runs: Count,
    pub runs_too: Count,
    pub vague: Count,
    pub day_alone: &'static str,
    pub school_holidays: &'static str,
    pub short_weekdays: [&'static str; 7],
    pub weekdays: [&'static str; 7],
}

/// The words of the month's sheet, in a language.
pub const fn month(lang: Lang) -> &'static Month {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// What a public holiday is called.
pub const fn public_holiday(lang: Lang, day: PublicHoliday) -> &'static str {
    match (lang, day) {
        (Lang::Fr, PublicHoliday::NewYear) => "Jour de l’an",
        (Lang::Fr, PublicHoliday::EasterMonday) => "Lundi de Pâques",
        (Lang::Fr, PublicHoliday::Labour) => "Fête du Travail",
        (Lang::Fr, PublicHoliday::Victory) => "Victoire de 1945",
        (Lang::Fr, PublicHoliday::Ascension) => "Ascension",
        (Lang::Fr, PublicHoliday::WhitMonday) => "Lundi de Pentecôte",
        (Lang::Fr, PublicHoliday::National) => "Fête nationale",
        (Lang::Fr, PublicHoliday::Assumption) => "Assomption",
        (Lang::Fr, PublicHoliday::AllSaints) => "Toussaint",
        (Lang::Fr, PublicHoliday::Armistice) => "Armistice de 1918",
        (Lang::Fr, PublicHoliday::Christmas) => "Noël",
        (Lang::En, PublicHoliday::NewYear) => "New Year’s Day",
        (Lang::En, PublicHoliday::EasterMonday) => "Easter Monday",
        (Lang::En, PublicHoliday::Labour) => "Labour Day",
        (Lang::En, PublicHoliday::Victory) => "Victory in 1945",
        (Lang::En, PublicHoliday::Ascension) => "Ascension Day",
        (Lang::En, PublicHoliday::WhitMonday) => "Whit Monday",
        (Lang::En, PublicHoliday::National) => "National Day",
        (Lang::En, PublicHoliday::Assumption) => "Assumption Day",
        (Lang::En, PublicHoliday::AllSaints) => "All Saints’ Day",
        (Lang::En, PublicHoliday::Armistice) => "Armistice of 1918",
        (Lang::En, PublicHoliday::Christmas) => "Christmas Day",
    }
}

const FR: Month = Month {
    help: "Avec les flèches on va de jour en jour, avec Page précédente et Page suivante de mois en mois\u{a0}; Entrée ouvre le jour.",
    previous: |month| format!("Mois précédent\u{a0}: {month}"),
    next: |month| format!("Mois suivant\u{a0}: {month}"),
    today: "Revenir à ce mois-ci",
    more: |n| format!("et {n}\u{a0}de plus"),
    nothing: "Aucun événement ce jour-là.",
    runs: |n| {
        if n == 1 {
            "1\u{a0}rendez-vous de longue durée ce mois-ci".to_owned()
        } else {
            format!("{n}\u{a0}rendez-vous de longue durée ce mois-ci")
        }
    },
    runs_too: |n| {
        if n == 1 {
            "1\u{a0}de longue durée".to_owned()
        } else {
            format!("{n}\u{a0}de longue durée")
        }
    },
    vague: |n| {
        if n == 1 {
            "1\u{a0}rendez-vous dont le jour n’est pas connu".to_owned()
        } else {
            format!("{n}\u{a0}rendez-vous dont le jour n’est pas connu")
        }
    },
    day_alone: "Ce jour seul, en liste",
    school_holidays: "Vacances scolaires, zone\u{a0}C",
    short_weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
};

const EN: Month = Month {
    help: "Arrow keys go from day to day, Page Up and Page Down from month to month; Enter opens the day.",
    previous: |month| format!("Previous month: {month}"),
    next: |month| format!("Next month: {month}"),
    today: "Back to this month",
    more: |n| format!("and {n} more"),
    nothing: "No event on that day.",
    runs: |n| {
        if n == 1 {
            "1 long-running event this month".to_owned()
        } else {
            format!("{n} long-running events this month")
        }
    },
    runs_too: |n| format!("{n} long-running"),
    vague: |n| {
        if n == 1 {
            "1 event whose day is not known".to_owned()
        } else {
            format!("{n} events whose day is not known")
        }
    },
    day_alone: "This day alone, as a list",
    school_holidays: "School holidays, zone C",
    short_weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

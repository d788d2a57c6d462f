//! What is said of subscriptions, files, sharing and paper. Comes with the part of the program that says it.
//!
//! How late each calendar may be is what its maker says, or what people measured; the sources are in
//! `docs/decisions/017-takeaway.md`.

use qsec2_domain::address::Format;
use qsec2_domain::lang::Lang;

use super::{Count, Named};

/// What is said of what is taken away.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Takeaway {
    pub title: &'static str,
    pub close: &'static str,
    pub holds: fn(&str, &str) -> String,
    pub left_out: Count,
    pub some_left_out: &'static str,
    pub beyond: Count,
    pub subscribe: &'static str,
    pub subscribe_text: &'static str,
    pub device: Calendar,
    pub not_on_android: &'static str,
    pub google: Calendar,
    pub outlook: Calendar,
    pub office: Calendar,
    pub cancelled: &'static str,
    pub cancelled_why: &'static str,
    pub calendar_address: &'static str,
    pub calendar_code: &'static str,
    pub download: &'static str,
    pub download_text: &'static str,
    pub making: &'static str,
    pub made: Named,
    pub failed: &'static str,
    pub share: &'static str,
    pub page_address: &'static str,
    pub page_code: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub paper_title: &'static str,
    pub paper_programme: &'static str,
    pub paper_day: Named,
}

/// A calendar that one can subscribe with, and how late it may be.
#[expect(missing_docs, reason = "its name and what is said of it")]
pub struct Calendar {
    pub name: &'static str,
    pub lateness: &'static str,
}

/// What is said of what is taken away, in a language.
pub const fn takeaway(lang: Lang) -> &'static Takeaway {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// What a file is good for, as its link says it.
pub const fn file(lang: Lang, format: Format) -> &'static str {
    match (lang, format) {
        (Lang::Fr, Format::Calendar) => "Calendrier",
        (Lang::Fr, Format::Table) => "Tableau",
        (Lang::Fr, Format::Atom) => "Fil de nouvelles",
        (Lang::Fr, Format::Records) => "Données",
        (Lang::En, Format::Calendar) => "Calendar",
        (Lang::En, Format::Table) => "Table",
        (Lang::En, Format::Atom) => "News feed",
        (Lang::En, Format::Records) => "Data",
    }
}

/// Where a file opens.
pub const fn opens_in(lang: Lang, format: Format) -> &'static str {
    match (lang, format) {
        (Lang::Fr, Format::Calendar) => "pour une application de calendrier",
        (Lang::Fr, Format::Table) => "pour un tableur\u{a0}: LibreOffice, Excel…",
        (Lang::Fr, Format::Atom) => "pour un lecteur de flux",
        (Lang::Fr, Format::Records) => "pour un programme",
        (Lang::En, Format::Calendar) => "for a calendar app",
        (Lang::En, Format::Table) => "for a spreadsheet: LibreOffice, Excel…",
        (Lang::En, Format::Atom) => "for a feed reader",
        (Lang::En, Format::Records) => "for a program",
    }
}

const FR: Takeaway = Takeaway {
    title: "S’abonner ou télécharger",
    close: "Fermer",
    holds: |events, asked| format!("{events}\u{a0}: {asked}."),
    left_out: |n| match n {
        1 => {
            "1\u{a0}date dont le jour n’est pas connu ne figure pas dans le calendrier.".to_owned()
        }
        n => format!(
            "{n}\u{a0}dates dont le jour n’est pas connu ne figurent pas dans le calendrier."
        ),
    },
    some_left_out: "Les dates dont le jour n’est pas connu ne figurent pas dans le calendrier.",
    beyond: |n| {
        format!(
            "C’est trop pour un fichier\u{a0}: il y manque les {n}\u{a0}dernières dates. Choisissez un département ou une période."
        )
    },
    subscribe: "S’abonner",
    subscribe_text: "Les événements s’ajoutent à votre calendrier, et s’y mettent à jour tout seuls.",
    device: Calendar {
        name: "Application Calendrier",
        lateness: "iPhone, iPad, Mac, Thunderbird… À jour selon votre réglage\u{a0}: chaque heure, chaque jour ou chaque semaine.",
    },
    not_on_android: "Sur Android, ce lien ne marche souvent pas\u{a0}: prenez Google Agenda, ou copiez l’adresse.",
    google: Calendar {
        name: "Google Agenda",
        lateness: "À faire sur un ordinateur\u{a0}; le téléphone suit. En retard d’environ 12\u{a0}heures, parfois de plus d’un jour.",
    },
    outlook: Calendar {
        name: "Outlook.com",
        lateness: "En retard d’environ 3\u{a0}heures, parfois de plus d’un jour.",
    },
    office: Calendar {
        name: "Outlook au travail ou à l’école",
        lateness: "Microsoft\u{a0}365. En retard d’environ 3\u{a0}heures, parfois de plus d’un jour.",
    },
    cancelled: "Montrer aussi les annulations dans Google Agenda",
    cancelled_why: "Sans cela, Google efface sans rien dire un événement annulé. Avec, il reste, et son nom commence par «\u{a0}ANNULÉ\u{a0}».",
    calendar_address: "Adresse du calendrier",
    calendar_code: "Code à scanner\u{a0}: adresse du calendrier",
    download: "Télécharger",
    download_text: "Un fichier reste tel qu’il est aujourd’hui\u{a0}: il ne se met pas à jour.",
    making: "Le fichier se prépare…",
    made: |name| format!("Fichier prêt\u{a0}: {name}"),
    failed: "Le fichier n’a pas pu être fait\u{a0}: une partie du programme manque. Vérifiez la connexion, puis réessayez.",
    share: "Partager cette page",
    page_address: "Adresse de cette page",
    page_code: "Code à scanner\u{a0}: adresse de cette page",
    copy: "Copier l’adresse",
    copied: "Adresse copiée",
    not_copied: "L’adresse n’a pas pu être copiée\u{a0}: elle est sélectionnée, copiez-la vous-même.",
    paper_title: "Agenda QSEC²",
    paper_programme: "Mon programme QSEC²",
    paper_day: |day| {
        format!("Programme connu le {day}. Une date peut changer\u{a0}: vérifiez ici.")
    },
};

const EN: Takeaway = Takeaway {
    title: "Subscribe or download",
    close: "Close",
    holds: |events, asked| format!("{events}: {asked}."),
    left_out: |n| match n {
        1 => "1\u{a0}date whose day is not known is not in the calendar.".to_owned(),
        n => format!("{n}\u{a0}dates whose day is not known are not in the calendar."),
    },
    some_left_out: "Dates whose day is not known are not in the calendar.",
    beyond: |n| {
        format!(
            "That is too much for one file: it lacks the last {n}\u{a0}dates. Choose a département or a period."
        )
    },
    subscribe: "Subscribe",
    subscribe_text: "The events join your calendar, and stay up to date there by themselves.",
    device: Calendar {
        name: "Calendar app",
        lateness: "iPhone, iPad, Mac, Thunderbird… As up to date as you set it: each hour, day or week.",
    },
    not_on_android: "On Android this link often does not work: take Google Calendar, or copy the address.",
    google: Calendar {
        name: "Google Calendar",
        lateness: "Do this on a computer; the phone follows. About 12\u{a0}hours late, sometimes more than a day.",
    },
    outlook: Calendar {
        name: "Outlook.com",
        lateness: "About 3\u{a0}hours late, sometimes more than a day.",
    },
    office: Calendar {
        name: "Outlook at work or school",
        lateness: "Microsoft\u{a0}365. About 3\u{a0}hours late, sometimes more than a day.",
    },
    cancelled: "Show cancelled events in Google Calendar too",
    cancelled_why: "Without this, Google deletes a cancelled event without a word. With it, the event stays, and its name begins with “CANCELLED”.",
    calendar_address: "Address of the calendar",
    calendar_code: "Code to scan: address of the calendar",
    download: "Download",
    download_text: "A file stays as it is today: it does not update itself.",
    making: "The file is being made…",
    made: |name| format!("File ready: {name}"),
    failed: "The file could not be made: a part of the programme is missing. Check the connection, then try again.",
    share: "Share this page",
    page_address: "Address of this page",
    page_code: "Code to scan: address of this page",
    copy: "Copy the address",
    copied: "Address copied",
    not_copied: "The address could not be copied: it is selected, copy it yourself.",
    paper_title: "QSEC² agenda",
    paper_programme: "My QSEC² programme",
    paper_day: |day| format!("Programme as known on {day}. A date may change: check here."),
};

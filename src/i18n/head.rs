//! What a page says of itself where it is found or shared: descriptions of one or two plain sentences.
//!
//! Never compiled into the browser's program: nobody reads them there.

use qsec2_domain::lang::Lang;

use super::{Count, Named, codes};

/// The words of descriptions, in one language. Each of a page alone has 50 to 160 characters.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Head {
    pub site: &'static str,
    pub agenda: &'static str,
    pub itinerary: &'static str,
    pub departments: &'static str,
    pub groups: &'static str,
    pub news: &'static str,
    pub resources: &'static str,
    pub teachers: &'static str,
    pub take_part: &'static str,
    pub propose: &'static str,
    pub widget: &'static str,
    pub programme: &'static str,
    pub about: &'static str,
    pub accessibility: &'static str,
    pub privacy: &'static str,
    pub changes: &'static str,
    pub desk: &'static str,
    pub not_found: &'static str,
    /// What an event of no particular kind is called.
    pub event: &'static str,
    pub exhibition: Named,
    pub group: Named,
    pub free: &'static str,
    pub days: Count,
    pub association: &'static str,
    pub coming: Count,
    pub next: &'static str,
    pub archive: Count,
    pub nothing_coming: &'static str,
    pub invented: &'static str,
    pub picture: Named,
}

/// The words of descriptions in a language.
pub const fn head(lang: Lang) -> &'static Head {
    match lang {
        Lang::Fr => &FRENCH,
        Lang::En => &ENGLISH,
    }
}

/// « Thème : la ville », "Subject: the city".
pub fn labelled(lang: Lang, label: &str, value: &str) -> String {
    match lang {
        Lang::Fr => format!("{label}\u{a0}: {value}"),
        Lang::En => format!("{label}: {value}"),
    }
}

fn count(count: usize, is_one: bool, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", codes::thousands(count), if is_one { one } else { many })
}

const FRENCH: Head = Head {
    site: "QSEC²\u{a0}: des expositions de sciences faites avec des habitants d’Île-de-France.",
    agenda: "Débats, ateliers, spectacles et films autour de l’exposition, dans les huit départements.",
    itinerary: "Les étapes de l’exposition dans les huit départements d’Île-de-France, par mois et par lieu.",
    departments: "Les huit départements d’Île-de-France\u{a0}: pour chacun, son association, ses étapes et ses événements.",
    groups: "Les groupes de citoyens qui préparent les expositions de QSEC², par département, et comment les rejoindre.",
    news: "Les nouvelles des groupes de citoyens et de la tournée des expositions de QSEC².",
    resources: "À lire, à regarder, à utiliser en classe ou chez soi, autour des expositions de QSEC².",
    teachers: "Venir avec une classe\u{a0}: les étapes de l’exposition, ce que l’on sait des visites et le contact pour réserver.",
    take_part: "Six façons de participer à QSEC²\u{a0}: visiter, entrer dans un groupe, venir avec une classe, accueillir, conseiller.",
    propose: "Proposer un événement, une ressource, un projet, une nouvelle ou une salle à l’association de son département.",
    widget: "Une ligne à coller pour montrer les prochains rendez-vous de QSEC² sur le site d’une ville, d’une médiathèque, d’une association.",
    programme: "Les rendez-vous que l’on garde pour soi\u{a0}: ils restent sur l’appareil, sans compte.",
    about: "QSEC²\u{a0}: des groupes d’habitants, une exposition qui tourne en Île-de-France, des saisons, des chiffres avec leur source.",
    accessibility: "Ce qui est fait pour que chacun puisse utiliser ce site, et à qui parler si quelque chose arrête.",
    privacy: "Ce site ne demande ni nom ni adresse, ne pose aucun cookie et ne mesure pas les visites.",
    changes: "Ce qui a changé dans le programme de QSEC², du plus récent au plus ancien.",
    desk: "L’espace où les huit associations suivront les inscriptions et les propositions. Il n’est pas encore ouvert.",
    not_found: "Cette adresse ne mène nulle part. L’agenda de QSEC² se cherche par mot, par ville ou par lieu.",
    event: "Événement",
    exhibition: |name| format!("Exposition «\u{a0}{name}\u{a0}»"),
    group: |place| format!("Groupe de citoyens, {place}"),
    free: "Gratuit",
    // The day of the opening and the last day count.
    days: |n| count(n, n < 2, "jour", "jours"),
    association: "Association",
    coming: |n| count(n, n < 2, "événement en cours ou à venir", "événements en cours ou à venir"),
    next: "Prochaine date",
    archive: |n| count(n, n < 2, "événement dans les archives", "événements dans les archives"),
    nothing_coming: "Aucun événement annoncé pour l’instant",
    invented: "Contenu inventé, pour la démonstration",
    picture: |place| format!("QSEC², {place}\u{a0}: agenda et itinéraire des expositions"),
};

const ENGLISH: Head = Head {
    site: "QSEC²: science exhibitions made with the residents of Île-de-France.",
    agenda: "Debates, workshops, shows and films around the exhibition, in the eight départements.",
    itinerary: "The stops of the exhibition in the eight départements of Île-de-France, by month and place.",
    departments: "The eight départements of Île-de-France: for each, its association, its stops and its events.",
    groups: "The citizen groups that prepare the exhibitions of QSEC², by département, and how to join one.",
    news: "News of the citizen groups and of the tour of the QSEC² exhibitions.",
    resources: "To read, to watch, to use in class or at home, around the exhibitions of QSEC².",
    teachers: "Come with a class: the stops of the exhibition, what is known of class visits and whom to contact to book.",
    take_part: "Six ways to take part in QSEC²: visit, join a group, come with a class, host, propose, advise.",
    propose: "Propose an event, a resource, a project, a piece of news or a hall to the association of your département.",
    widget: "One line to paste shows the next QSEC² events on the site of a town, a library or an association.",
    programme: "The events that you keep for yourself: they stay on your device, without an account.",
    about: "QSEC²: groups of residents, an exhibition that tours Île-de-France, seasons, and figures with their source.",
    accessibility: "What is done so that everyone can use this site, and whom to talk to if something stops you.",
    privacy: "This site asks for no name and no address, sets no cookie and does not measure visits.",
    changes: "What has changed in the programme of QSEC², newest first.",
    desk: "The desk where the eight associations will follow sign-ups and proposals. It is not open yet.",
    not_found: "This address leads nowhere. The events of QSEC² can be searched by word, town or place.",
    event: "Event",
    exhibition: |name| format!("Exhibition “{name}”"),
    group: |place| format!("Citizen group, {place}"),
    free: "Free",
    days: |n| count(n, n == 1, "day", "days"),
    association: "Association",
    coming: |n| count(n, n == 1, "event running or to come", "events running or to come"),
    next: "Next date",
    archive: |n| count(n, n == 1, "event in the archive", "events in the archive"),
    nothing_coming: "No event announced for now",
    invented: "Invented content, for demonstration",
    picture: |place| format!("QSEC², {place}: events and tour of the exhibitions"),
};

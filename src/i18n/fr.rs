//! The texts in French. Plain words, short sentences; a no-break space before `:`, `;`, `!`, `?` and inside « ».

use qsec2_domain::lang::Lang;

use super::{
    About, Agenda, Community, Departments, Frame, Home, Programme, Standings, States, TakePart,
    Texts, Tour, Way,
};

pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    // In French, zero is singular.
    format!("{}\u{a0}{}", super::codes::thousands(count), if count < 2 { one } else { many })
}

/// What a first visit needs, in French.
pub(super) const TEXTS: Texts =
    Texts { lang: Lang::Fr, frame: FRAME, states: STATES, agenda: AGENDA };

const FRAME: Frame = Frame {
    skip: "Aller au contenu",
    main_navigation: "Navigation principale",
    more_navigation: "Autres pages",
    tagline: "Questions de sciences, enjeux citoyens",
    home: "Accueil",
    agenda: "Agenda",
    itinerary: "Itinéraire",
    departments: "Départements",
    take_part: "Participer",
    teachers: "Enseignants",
    groups: "Groupes de citoyens",
    news: "Actualités",
    resources: "Ressources",
    programme: "Mon programme",
    about: "À propos",
    accessibility: "Accessibilité",
    privacy: "Confidentialité",
    changes: "Changements",
    desk: "Espace des opérateurs",
    propose: "Proposer",
    other_language: "English",
    funded: "Un projet de huit associations, financé par la Région Île-de-France et le programme d’investissements d’avenir.",
    notices: "À savoir",
    demonstration: "Saison de démonstration\u{a0}: tout ce contenu est inventé.",
    as_on: |day| format!("Le site est montré comme le {day}."),
    back_to_today: "Revenir à aujourd’hui",
    unreadable: |what| {
        format!(
            "Une partie de l’adresse n’a pas été comprise et a été laissée de côté\u{a0}: {what}."
        )
    },
};

const STATES: States = States {
    loading: "Chargement du programme…",
    failed: "Le programme n’a pas pu être chargé",
    offline: "Le réseau ne répond pas. Vérifiez la connexion, puis réessayez.",
    refused_by_server: |status| {
        format!("Le serveur a répondu par une erreur ({status}). Réessayez dans quelques minutes.")
    },
    page_failed: "La page n’a pas pu être chargée",
    page_failed_cure: "Vérifiez la connexion, puis réessayez. Si cela dure, rechargez la page dans le navigateur\u{a0}: le site vient peut-être de changer.",
    try_again: "Réessayer",
    part_missing: "Une partie du programme n’a pas pu être chargée.",
    as_sent: "La page est montrée telle que le serveur l’a envoyée.",
    stale: |age, why| format!("Programme enregistré {age} sur cet appareil. {why}"),
    left_out: |n| {
        if n == 1 {
            "1\u{a0}fiche du programme est illisible et n’est pas montrée.".to_owned()
        } else {
            format!("{n}\u{a0}fiches du programme sont illisibles et ne sont pas montrées.")
        }
    },
    left_out_list: "Voir lesquelles",
    not_found: "Page introuvable",
    not_found_page: "Cette adresse ne mène nulle part. Cherchez dans l’agenda, ou repartez de l’accueil.",
    not_found_record: |id| {
        format!(
            "Le programme n’a rien sous le nom «\u{a0}{id}\u{a0}». Cherchez dans l’agenda, ou repartez de l’accueil."
        )
    },
};

pub(super) const HOME: Home = Home {
    title: "Où est l’exposition\u{a0}?",
    now: "En ce moment",
    perhaps: "Peut-être en ce moment",
    next: "Prochaine étape",
    before: "Étape précédente",
    over: "Dernière étape connue",
    nothing_now: "L’exposition n’est ouverte nulle part ce jour-là.",
    days_left: |n| format!("Encore {}", count(n, "jour", "jours")),
    last_day: "Dernier jour",
    in_days: |n| format!("Dans {}", count(n, "jour", "jours")),
    tomorrow: "Demain",
    events: "Prochains rendez-vous",
    archive_events: "Rien n’est annoncé pour l’instant\u{a0}: les archives",
    all_events: "Tout l’agenda",
    whole_tour: "Tout l’itinéraire",
    near: "Dans votre département",
    ways_in: "Vous êtes…",
    what: "QSEC², qu’est-ce que c’est\u{a0}?",
    what_text: "Des habitants et des scientifiques préparent ensemble une exposition. Elle passe ensuite deux à trois mois dans chaque département d’Île-de-France, avec des débats, des ateliers, des spectacles et des films.",
};

const AGENDA: Agenda = Agenda {
    title: "Agenda",
    list: "Événements",
    search_form: "Chercher dans l’agenda",
    search: "Rechercher",
    search_help: "un mot, une ville, un lieu",
    filters: "Filtrer",
    departments: "Départements",
    period: "Dates",
    from: "Du",
    until: "Au",
    kinds: "Types de rendez-vous",
    audiences: "Publics",
    free: "Gratuit",
    clear: "Tout effacer",
    apply: "Appliquer",
    close: "Fermer",
    show: |n| {
        if n == 0 {
            "Aucun événement".to_owned()
        } else {
            format!("Voir {}", count(n, "événement", "événements"))
        }
    },
    greyed: "En gris\u{a0}: aucun événement avec vos autres choix.",
    none_with_others: "événement avec vos autres choix",
    season: "Saison",
    exhibition: "Exposition",
    periods: [
        "Aujourd’hui",
        "Ce week-end",
        "Cette semaine",
        "Ce mois-ci",
        "Vacances scolaires (zone\u{a0}C)",
        "À venir",
        "Passés",
    ],
    views_label: "Affichage",
    views: ["Liste", "Mois", "Carte"],
    corrected: |typed, meant| {
        format!("Rien pour «\u{a0}{typed}\u{a0}»\u{a0}: voici «\u{a0}{meant}\u{a0}».")
    },
    folded: |n| {
        format!(
            "Montrer aussi {} depuis plus longtemps",
            count(n, "événement commencé", "événements commencés")
        )
    },
    from_day_on: |day| format!("La suite, à partir du {day}"),
    found: |n| count(n, "événement", "événements"),
    times: |n| count(n, "date", "dates"),
    archive: "Rien n’est en cours ni à venir\u{a0}: voici les archives.",
    past: |n| format!("Voir aussi {}", count(n, "événement passé", "événements passés")),
    empty: "Aucun événement ne correspond à cette recherche.",
    running: "Déjà commencé",
    unknown_date: "Date inconnue",
    best: "Du plus proche de votre recherche au moins proche",
    in_year: |year| format!("En {year}, jour inconnu"),
    sometime: "jour inconnu",
    no_hour: "heure inconnue",
    is_free: "gratuit",
    access: "Accessible",
    levels: "Niveaux scolaires",
    invalid_period: "La date de fin vient avant la date de début\u{a0}: changez l’une des deux.",
};

pub(super) const STANDINGS: Standings = Standings {
    now: "en cours",
    perhaps: "peut-être en cours",
    coming: "à venir",
    past: "passée",
    undated: "date inconnue",
};

/// The itinerary and a stop's page.
pub(super) const TOUR: Tour = Tour {
    title: "Itinéraire",
    lead: "Chaque département est une ligne, chaque étape une station.",
    exhibition: "Exposition",
    lanes: "Étapes par département et par mois",
    lanes_help: "Flèches pour aller d’une étape à l’autre, Entrée pour l’ouvrir.",
    list: "Étapes",
    department: "Département",
    no_stop: "aucune étape connue",
    undated: |n| format!("{} sans date", count(n, "étape", "étapes")),
    nothing: "Aucune étape de cette exposition n’est connue.",
    after: "Après la tournée",
    after_note: "Reprises de l’exposition après la fin du projet, ou hors d’Île-de-France.",
    today: "Aujourd’hui",
    legend: "Lire le tracé",
    legend_known: "dates connues",
    legend_vague: "connue au mois ou à l’année",
    legend_open: "début ou fin inconnus",
    hours: "Horaires",
    schools: "Visites de classes",
    inauguration: "Inauguration",
    operator: "Opérateur",
    programme: "Autour de cette étape",
    no_programme: "Aucun rendez-vous connu autour de cette étape.",
    previous: "Étape d’avant",
    next: "Étape d’après",
};

/// The départements.
pub(super) const DEPARTMENTS: Departments = Departments {
    title: "Les huit départements",
    lead: "Une association par département fait vivre le projet, avec les habitants et les lieux qui accueillent l’exposition.",
    operator: "L’association du département",
    no_operator: "L’association de ce département n’est pas connue.",
    stops: "Étapes de l’exposition",
    no_stop: "Aucune étape connue dans ce département.",
    events: "Événements",
    past_events: "Événements passés",
    no_event: "Aucun événement connu dans ce département.",
    all_events: "Tous les événements du département",
    group: "Groupes de citoyens",
    news: "Actualités",
    resources: "Ressources",
    neighbours: "Départements voisins",
    known_from: |from| format!("d’après\u{a0}: {from}"),
    stop_count: |n| count(n, "étape", "étapes"),
    event_count: |n| count(n, "événement", "événements"),
    keep: "Garder ce département sur cet appareil, pour quand il n’y a pas de réseau",
    keep_working: "Enregistrement en cours…",
    keep_done: "C’est gardé\u{a0}: ce qui vient ici s’ouvre aussi sans réseau.",
    keep_failed: "Tout n’a pas pu être enregistré\u{a0}: le réseau ne répond pas, ou l’appareil n’a plus de place. La prochaine visite essaiera de nouveau.",
    kept_whole: "Tout le programme est gardé sur cet appareil\u{a0}: il s’ouvre aussi sans réseau.",
};

/// Groups, news, resources.
pub(super) const COMMUNITY: Community = Community {
    groups: "Groupes de citoyens",
    groups_lead: "Dans chaque département, des habitants se réunissent pour préparer l’exposition. Pas besoin de s’y connaître\u{a0}: il suffit d’être curieux.",
    open: "Inscriptions ouvertes",
    closed: "Ce groupe a terminé son travail.",
    theme: "Thème",
    members: "Qui",
    period: "Quand",
    activities: "Ce que le groupe a fait",
    productions: "Ce qu’il a créé",
    join: "Rejoindre un groupe",
    join_text: "Entre deux saisons, on s’inscrit pour la suivante. L’association du département prend votre nom et vous rappelle\u{a0}:",
    news: "Actualités",
    news_lead: "Les nouvelles des groupes et de la tournée.",
    no_news: "Aucune nouvelle pour l’instant.",
    resources: "Ressources",
    resources_lead: "À lire, à regarder, à utiliser en classe ou chez soi.",
    no_resources: "Aucune ressource pour l’instant.",
    season: "Saison",
    other_season: "Sans saison",
};

/// The ways to take part, for each of the six publics.
pub(super) const TAKE_PART: TakePart = TakePart {
    title: "Participer",
    lead: "L’exposition se fait avec vous. Six façons d’entrer\u{a0}:",
    ways: [
        Way {
            who: "Visiteur, visiteuse",
            what: "Trouver l’exposition et les rendez-vous près de chez soi.",
            link: "Voir l’agenda",
        },
        Way {
            who: "Habitant, habitante",
            what: "Entrer dans le groupe de citoyens du département et préparer l’exposition.",
            link: "Voir les groupes",
        },
        Way {
            who: "Enseignant, enseignante",
            what: "Venir avec une classe, ou monter un projet avec elle.",
            link: "Dates pour les classes",
        },
        Way {
            who: "Médiathèque, MJC, cinéma, association",
            what: "Accueillir l’exposition, ou proposer un événement.",
            link: "Proposer",
        },
        Way {
            who: "Élu, élue",
            what: "Voir ce qui s’est passé dans le département, et qui appeler.",
            link: "Voir les départements",
        },
        Way {
            who: "Chercheur, chercheuse",
            what: "Présenter ses recherches, conseiller, rencontrer un groupe.",
            link: "Écrire à une association",
        },
    ],
    contacts: "Les huit associations",
    contacts_lead: "Un appel suffit\u{a0}: l’association de votre département répond à toutes les questions.",
    teachers: "Venir avec une classe",
    teachers_lead: "Les étapes de l’exposition, avec ce que l’on sait des visites de classes et le contact pour réserver.",
    teachers_stops: "Étapes et visites de classes",
    teachers_project: "Monter un projet",
    teachers_project_text: "Une classe d’école, de collège ou de lycée peut préparer un projet sur le thème de la saison et le montrer dans l’exposition. L’association du département accompagne la classe.",
    propose: "Proposer",
    propose_lead: "Un événement, une ressource, un projet, une nouvelle, une salle pour l’exposition\u{a0}: l’association de votre département reçoit les propositions.",
    propose_say: "Ce qu’il est utile de dire",
    propose_points: [
        "ce que c’est, et pour qui\u{a0};",
        "le jour et l’heure, ou la période\u{a0};",
        "le lieu, son adresse, et s’il est accessible sans marche\u{a0};",
        "le nom de votre structure et comment vous joindre.",
    ],
    questions: "Les questions de la saison",
    questions_lead: "Qu’en pensez-vous\u{a0}? Apportez votre réponse à l’exposition ou à l’association de votre département.",
    desk: "Espace des opérateurs",
    desk_lead: "Ici, les huit associations suivront les inscriptions et les propositions de leur département.",
    desk_now: "Cet espace n’est pas encore ouvert. Le programme se met à jour par son fichier, que voici\u{a0}:",
};

pub(super) const PROGRAMME: Programme = Programme {
    title: "Mon programme",
    lead: "Les rendez-vous que vous gardez restent sur cet appareil. Aucun compte, rien n’est envoyé.",
    empty: "Vous n’avez encore rien gardé. Sur la page d’un événement, choisissez «\u{a0}Garder dans mon programme\u{a0}».",
    keep: "Garder dans mon programme",
    gone: |n| {
        format!(
            "{} plus dans le programme.",
            count(n, "événement gardé n’est", "événements gardés ne sont")
        )
    },
};

/// About and the statements.
pub(super) const ABOUT: About = About {
    title: "À propos",
    paragraphs: [
        "QSEC² veut dire «\u{a0}Questions de sciences, enjeux citoyens\u{a0}». Au début de chaque saison, dans chaque département d’Île-de-France, un groupe d’habitants réfléchit à un sujet avec une association de culture scientifique.",
        "De leurs échanges naît une exposition que l’on touche et que l’on complète. Elle fait le tour des huit départements et grandit avec les visiteurs.",
        "Autour d’elle, médiathèques, cinémas, laboratoires, écoles et centres sociaux organisent débats, ateliers, spectacles et projections.",
    ],
    seasons: "Les saisons",
    figures: "En chiffres",
    figures_lead: "Chaque chiffre avec sa source.",
    partners: "Associations et partenaires",
    approximately: "environ",
    at_least: "au moins",
    to: "à",
    accessibility: "Accessibilité",
    accessibility_paragraphs: [
        "Ce site est fait pour être utilisé par tout le monde\u{a0}: au clavier, avec un lecteur d’écran, agrandi à 200\u{a0}%, en couleurs forcées, sans animation, sur un petit écran.",
        "À chaque version, toutes les pages sont contrôlées automatiquement avec axe-core, en français et en anglais, à 320 et à 1\u{a0}280 pixels de large\u{a0}; leurs couleurs aussi en sombre. Une version avec un défaut trouvé n’est pas publiée.",
        "Un contrôle automatique ne voit pas tout\u{a0}: aucun audit complet du RGAA par une personne extérieure n’a encore été fait.",
        "Si quelque chose vous arrête, appelez l’association de votre département\u{a0}: elle vous donnera l’information autrement.",
    ],
    privacy: "Confidentialité",
    privacy_paragraphs: [
        "Ce site ne demande ni nom ni adresse, ne pose aucun cookie et ne mesure pas votre visite.",
        "Il ne demande rien à aucun autre site\u{a0}: ni police, ni carte, ni vidéo venues d’ailleurs.",
        "Sur votre appareil, il garde le dernier programme reçu, pour s’ouvrir sans réseau, les rendez-vous que vous avez choisis, les départements que vous gardez et un résumé du programme que vous avez vu, pour dire ce qui a changé depuis. Effacer les données du site dans le navigateur efface tout.",
        "Le serveur écrit les pages demandées et l’heure, sans rien qui désigne une personne.",
    ],
    changes: "Changements",
    changes_lead: "Ce qui a changé dans le programme, du plus récent au plus ancien.",
    changes_none: "Aucun changement daté pour l’instant.",
    feed_date: |day| format!("Programme mis à jour le {day}."),
    credits: "Crédits",
    credits_text: "Police Atkinson Hyperlegible Next, dessinée pour le Braille Institute, sous licence SIL OFL 1.1.",
    credits_map: "Contours des départements\u{a0}: IGN, ADMIN EXPRESS COG, édition 2018, sous Licence Ouverte (Etalab), simplifiés.",
};

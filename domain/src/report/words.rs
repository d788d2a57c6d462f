//! The sentences of a report. Only reached through `message` and `cure`, so that a build that shows none drops them.
//!
//! Written for the person who keeps the feed, not for a programmer; never shows markup, only text.

use super::{Effect, Fault, Problem, Refusal, Shape};
use crate::lang::Lang;

pub(super) fn refusal(refusal: &Refusal, lang: Lang) -> String {
    let fr = lang == Lang::Fr;
    match refusal {
        Refusal::TooLarge { bytes } => {
            let megabytes = (bytes >> 20).to_string();
            let (before, after) = pick(
                lang,
                ("Le fichier pèse ", " Mo, plus que les 64 Mo que le site sait lire. Partagez-le en plusieurs fichiers, par exemple un par saison."),
                ("The file weighs ", " MB, more than the 64 MB that the site can read. Split it into several files, for instance one per season."),
            );
            [before, &megabytes, after].concat()
        }
        Refusal::NotUtf8 { .. } => pick(
            lang,
            "Le fichier n’est pas du texte en UTF-8. Enregistrez-le de nouveau en choisissant l’encodage UTF-8.",
            "The file is not text in UTF-8. Save it again with the encoding UTF-8.",
        )
        .to_owned(),
        Refusal::NotJson { line, column } => not_json(*line, *column, fr),
        Refusal::Truncated => pick(
            lang,
            "Le fichier s’arrête avant la fin : il en manque une partie. Téléchargez-le ou enregistrez-le de nouveau.",
            "The file stops before its end: a part is missing. Download it or save it again.",
        )
        .to_owned(),
        Refusal::NotAFeed => pick(
            lang,
            "Ce fichier n’est pas un flux QSEC² : il n’y a ni événements, ni étapes, ni aucune autre liste connue. Vérifiez que c’est le bon fichier ; le format est décrit dans feed.schema.json.",
            "This file is not a QSEC² feed: it has no events, no stops and no other known list. Check that it is the right file; the format is described in feed.schema.json.",
        )
        .to_owned(),
        Refusal::LaterVersion { version } => {
            let (before, after) = pick(
                lang,
                ("Ce flux est à la version ", ", plus récente que ce site. Rechargez la page ; si cela ne suffit pas, mettez le site à jour."),
                ("This feed is of version ", ", which is later than this site. Reload the page; if that does not help, update the site."),
            );
            [before, version, after].concat()
        }
    }
}

fn not_json(line: usize, column: usize, fr: bool) -> String {
    let (line, column) = (line.to_string(), column.to_string());
    if fr {
        [
            "Le fichier n’est pas du JSON : on ne comprend plus à la ligne ", &line, ", colonne ", &column,
            ". Corrigez cet endroit, ou vérifiez que l’adresse donne bien le flux et non une page web.",
        ]
        .concat()
    } else {
        [
            "The file is not JSON: it stops making sense at line ",
            &line,
            ", column ",
            &column,
            ". Correct that place, or check that the address gives the feed and not a web page.",
        ]
        .concat()
    }
}

pub(super) fn message(problem: &Problem, lang: Lang) -> String {
    let subject = match problem.property() {
        "" => pick(lang, "L’enregistrement", "The record").to_owned(),
        property => quoted(property, lang),
    };
    let (before, after) = sentence(&problem.fault, lang);
    let detail = detail(&problem.fault, lang);
    [before, &subject, after, &detail, "."].concat()
}

/// What stands before and after the name of the property.
fn sentence(fault: &Fault, lang: Lang) -> (&'static str, &'static str) {
    match fault {
        Fault::MissingProperty => {
            pick(lang, ("", " manque ou est vide"), ("", " is missing or empty"))
        }
        Fault::WrongType { .. } => pick(lang, ("", " devrait être "), ("", " should be ")),
        Fault::UnreadableText => pick(
            lang,
            ("", " contient un caractère coupé en deux"),
            ("", " holds half a character"),
        ),
        Fault::UnreadableDate { .. } => pick(
            lang,
            ("", " n’est pas une date qui existe : "),
            ("", " is not a date that exists: "),
        ),
        Fault::EndBeforeStart => {
            pick(lang, ("", " vient avant le début"), ("", " comes before the start"))
        }
        Fault::DuplicateId => pick(
            lang,
            ("", " est déjà celui d’un enregistrement plus haut"),
            ("", " is already that of an earlier record"),
        ),
        Fault::DuplicateProperty => pick(
            lang,
            ("", " est écrit deux fois ; le dernier compte"),
            ("", " is written twice; the last one counts"),
        ),
        Fault::UnreadableId => pick(lang, ("", " n’est pas un identifiant"), ("", " is not an id")),
        Fault::DanglingReference { .. } => pick(
            lang,
            ("", " renvoie à un enregistrement qui manque : "),
            ("", " refers to a record that is missing: "),
        ),
        Fault::ForbiddenLink { .. } => pick(
            lang,
            ("", " n’est pas une adresse permise : "),
            ("", " is not an address that is allowed: "),
        ),
        Fault::UnreadableEmail { .. } => pick(
            lang,
            ("", " n’est pas une adresse électronique : "),
            ("", " is not an e-mail address: "),
        ),
        Fault::TooLong { .. } => pick(
            lang,
            ("", " est trop long ; limite en caractères : "),
            ("", " is too long; limit in characters: "),
        ),
        Fault::TooMany { .. } => pick(
            lang,
            ("La liste ", " est trop longue ; limite : "),
            ("The list ", " is too long; limit: "),
        ),
        Fault::UnsafeCharacters => pick(
            lang,
            ("", " contenait des caractères invisibles qui ont été retirés"),
            ("", " held invisible characters, which were taken out"),
        ),
        Fault::UnknownKind { .. } => {
            pick(lang, ("", " a une valeur inconnue : "), ("", " has an unknown value: "))
        }
        Fault::OutOfRange => pick(
            lang,
            ("", " est un nombre impossible ici"),
            ("", " is a number that can’t be right here"),
        ),
        Fault::UnreadableVersion { .. } => pick(
            lang,
            ("", " n’est pas un numéro de version : "),
            ("", " is not a version number: "),
        ),
    }
}

fn detail(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::WrongType { expected } => shape(*expected, lang).to_owned(),
        Fault::UnreadableDate { text }
        | Fault::ForbiddenLink { text }
        | Fault::UnreadableEmail { text }
        | Fault::UnknownKind { text }
        | Fault::UnreadableVersion { text }
        | Fault::DanglingReference { to: text } => quoted(text, lang),
        Fault::TooLong { limit } | Fault::TooMany { limit } => limit.to_string(),
        _ => String::new(),
    }
}

pub(super) fn cure(fault: &Fault, lang: Lang) -> String {
    let text = match fault {
        Fault::MissingProperty => pick(lang, "Ajoutez cette propriété.", "Add this property."),
        Fault::WrongType { .. } => {
            pick(lang, "Réécrivez la valeur sous cette forme.", "Write the value in that form.")
        }
        Fault::UnreadableText => {
            pick(lang, "Saisissez de nouveau ce texte.", "Type this text again.")
        }
        Fault::UnreadableDate { .. } => pick(
            lang,
            "Écrivez 2018, 2018-01, 2018-01-09 ou 2018-01-09T14:30 (heure de Paris), ou retirez la date si elle n’est pas connue.",
            "Write 2018, 2018-01, 2018-01-09 or 2018-01-09T14:30 (Paris time), or take the date out if it is not known.",
        ),
        Fault::EndBeforeStart => {
            pick(lang, "Corrigez l’une des deux dates.", "Correct one of the two dates.")
        }
        Fault::DuplicateId => pick(
            lang,
            "Donnez un autre identifiant à l’un des deux, ou retirez le doublon.",
            "Give one of the two another id, or take the copy out.",
        ),
        Fault::DuplicateProperty => pick(lang, "Gardez-en une seule.", "Keep only one."),
        Fault::UnreadableId => pick(
            lang,
            "Utilisez 1 à 80 caractères parmi a–z, 0–9 et le tiret.",
            "Use 1 to 80 of a–z, 0–9 and the hyphen.",
        ),
        Fault::DanglingReference { .. } => pick(
            lang,
            "Ajoutez l’enregistrement manquant, corrigez-le s’il a été laissé de côté, ou corrigez le renvoi.",
            "Add the missing record, correct it if it was left out, or correct the reference.",
        ),
        Fault::ForbiddenLink { .. } => pick(
            lang,
            "Donnez une adresse complète qui commence par https:, http:, mailto: ou tel:.",
            "Give a complete address that begins with https:, http:, mailto: or tel:.",
        ),
        Fault::UnreadableEmail { .. } => {
            pick(lang, "Écrivez-la comme nom@exemple.fr.", "Write it like name@example.org.")
        }
        Fault::TooLong { .. } => pick(lang, "Raccourcissez le texte.", "Shorten the text."),
        Fault::TooMany { .. } => pick(lang, "Raccourcissez la liste.", "Shorten the list."),
        Fault::UnsafeCharacters => pick(
            lang,
            "Saisissez de nouveau ce texte sans le copier-coller.",
            "Type this text again instead of pasting it.",
        ),
        Fault::UnknownKind { .. } => pick(
            lang,
            "Choisissez une des valeurs que donne feed.schema.json.",
            "Choose one of the values that feed.schema.json lists.",
        ),
        Fault::OutOfRange => pick(lang, "Vérifiez ce nombre.", "Check this number."),
        Fault::UnreadableVersion { .. } => pick(lang, "Écrivez « 1.0 ».", "Write “1.0”."),
    };
    text.to_owned()
}

pub(super) const fn effect(effect: Effect, lang: Lang) -> &'static str {
    match effect {
        Effect::RecordLeftOut => pick(lang, "enregistrement laissé de côté", "record left out"),
        Effect::ValueLeftOut => pick(lang, "valeur laissée de côté", "value left out"),
        Effect::ValueCorrected => pick(lang, "valeur corrigée", "value corrected"),
        Effect::Noted => pick(lang, "signalé", "noted"),
    }
}

const fn shape(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Object => pick(lang, "un objet {…}", "an object {…}"),
        Shape::List => pick(lang, "une liste […]", "a list […]"),
        Shape::Text => pick(lang, "un texte entre guillemets", "a text in quotes"),
        Shape::Number => pick(lang, "un nombre sans guillemets", "a number without quotes"),
        Shape::Truth => {
            pick(lang, "true ou false, sans guillemets", "true or false, without quotes")
        }
    }
}

fn quoted(text: &str, lang: Lang) -> String {
    let (open, close) = pick(lang, ("«\u{a0}", "\u{a0}»"), ("“", "”"));
    [open, text, close].concat()
}

const fn pick<T: Copy>(lang: Lang, fr: T, en: T) -> T {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

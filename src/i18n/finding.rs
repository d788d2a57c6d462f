//! What is said of a result that is empty, and of what leads out of it. Comes with the part of the program that says it.

use qsec2_domain::agenda::Way;
use qsec2_domain::lang::Lang;
use qsec2_domain::query::Key;

use super::{Named, dates};

/// What is said of an empty result.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Finding {
    pub emptied_by_one: &'static str,
    pub emptied_by_all: &'static str,
    pub other_days: &'static str,
    pub next_door: &'static str,
    pub everything: &'static str,
    pub without_words: Named,
    pub before: Named,
    pub after: Named,
}

/// What is said of an empty result, in a language.
pub const fn finding(lang: Lang) -> &'static Finding {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// What leads out of an empty result, as a link says it; `words` are those of the query.
pub fn way_out(lang: Lang, way: Way, words: &str) -> String {
    let t = finding(lang);
    match way {
        Way::Without(Key::Words) => (t.without_words)(words.trim()),
        Way::Without(key) => any(lang, key).to_owned(),
        Way::Before(from, until) => (t.before)(&dates::days(lang, from, until)),
        Way::After(from, until) => (t.after)(&dates::days(lang, from, until)),
        Way::Neighbour(department) => department.to_string(),
        Way::Everything => t.everything.to_owned(),
    }
}

/// Asking no more for this.
const fn any(lang: Lang, key: Key) -> &'static str {
    match (lang, key) {
        (Lang::Fr, Key::Departments) => "dans tous les départements",
        (Lang::Fr, Key::Kinds) => "de tous les types",
        (Lang::Fr, Key::Audiences) => "pour tous les publics",
        (Lang::Fr, Key::Levels) => "pour tous les niveaux de classe",
        (Lang::Fr, Key::Access) => "quelle que soit l’accessibilité",
        (Lang::Fr, Key::Free) => "gratuits ou non",
        (Lang::Fr, Key::Season) => "de toutes les saisons",
        (Lang::Fr, Key::Exhibition) => "autour de toutes les expositions",
        (Lang::Fr, _) => "à toutes les dates",
        (Lang::En, Key::Departments) => "in every département",
        (Lang::En, Key::Kinds) => "of every type",
        (Lang::En, Key::Audiences) => "for every audience",
        (Lang::En, Key::Levels) => "for classes of every level",
        (Lang::En, Key::Access) => "whatever the accessibility",
        (Lang::En, Key::Free) => "free or not",
        (Lang::En, Key::Season) => "of every season",
        (Lang::En, Key::Exhibition) => "around every exhibition",
        (Lang::En, _) => "on any date",
    }
}

const FR: Finding = Finding {
    emptied_by_one: "Aucun événement avec tous ces choix à la fois. En changeant l’un d’eux\u{a0}:",
    emptied_by_all: "Plusieurs de vos choix ensemble vident la liste.",
    other_days: "Les jours les plus proches où il y a quelque chose\u{a0}:",
    next_door: "Juste à côté\u{a0}:",
    everything: "tous les événements, sans aucun choix",
    without_words: |words| format!("sans les mots «\u{a0}{words}\u{a0}»"),
    before: |days| format!("{days} (avant)"),
    after: |days| format!("{days} (après)"),
};

const EN: Finding = Finding {
    emptied_by_one: "Nothing fits all of these choices at once. Changing one of them:",
    emptied_by_all: "Several of your choices together empty the list.",
    other_days: "The nearest days that have something:",
    next_door: "Next door:",
    everything: "every event, without any choice",
    without_words: |words| format!("without the words “{words}”"),
    before: |days| format!("{days} (before)"),
    after: |days| format!("{days} (after)"),
};

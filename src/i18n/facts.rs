//! What the facts of a record are called: an event's, a stop's. They come with the parts of the program that show them.

use qsec2_domain::lang::Lang;

/// What the facts of a record are called.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Facts {
    pub sessions: &'static str,
    pub when: &'static str,
    pub place: &'static str,
    pub price: &'static str,
    pub audience: &'static str,
    pub organizer: &'static str,
    pub stop: &'static str,
    pub sources: &'static str,
    pub more: &'static str,
    pub back: &'static str,
}

/// What the facts of a record are called, in a language.
pub const fn facts(lang: Lang) -> &'static Facts {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

const FR: Facts = Facts {
    sessions: "Séances",
    when: "Quand",
    place: "Où",
    price: "Tarif",
    audience: "Pour qui",
    organizer: "Organisé par",
    stop: "Autour de l’étape",
    sources: "Sources",
    more: "Page de l’événement",
    back: "Retour à l’agenda",
};

const EN: Facts = Facts {
    sessions: "Sessions",
    when: "When",
    place: "Where",
    price: "Price",
    audience: "For whom",
    organizer: "Organised by",
    stop: "Around the stop",
    sources: "Sources",
    more: "The event’s own page",
    back: "Back to the events",
};

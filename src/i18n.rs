//! Every text of the site, once per language: a text that is missing in one of them does not compile.
//!
//! Texts only: which one is shown is decided by whoever shows it. French is written first, with no-break spaces.

pub mod asked;
pub mod codes;
pub mod dates;
mod en;
pub mod facts;
pub mod finding;
mod fr;
#[cfg(not(target_arch = "wasm32"))]
pub mod head;
pub mod map;
pub mod month;
mod own;
pub mod record;
mod sections;
pub mod takeaway;
pub mod toolbar;
pub mod widget;

use qsec2_domain::lang::Lang;

pub use self::sections::{About, Community, Departments, Programme, TakePart, Tour, Way};

pub use self::own::{Own, SinceLine};

/// A sentence with a number in it.
pub type Count = fn(usize) -> String;
/// A sentence with a name in it.
pub type Named = fn(&str) -> String;

/// All texts in one language.
///
/// What a first visit needs are fields. The others are functions: their texts then come with the part of the program that
/// alone asks for them (`src/pages/lazy.rs`), while what one field names, the first visit loads.
pub struct Texts {
    /// The language they are in.
    pub lang: Lang,
    /// What stands around every page.
    pub frame: Frame,
    /// What is said when something is late, broken or not there.
    pub states: States,
    /// The agenda and an event's page.
    pub agenda: Agenda,
}

impl Texts {
    /// The home page.
    pub const fn home(&self) -> &'static Home {
        match self.lang {
            Lang::Fr => &fr::HOME,
            Lang::En => &en::HOME,
        }
    }

    /// What a stop is to a day.
    pub const fn standings(&self) -> &'static Standings {
        match self.lang {
            Lang::Fr => &fr::STANDINGS,
            Lang::En => &en::STANDINGS,
        }
    }

    /// Favourites.
    pub const fn programme(&self) -> &'static Programme {
        match self.lang {
            Lang::Fr => &fr::PROGRAMME,
            Lang::En => &en::PROGRAMME,
        }
    }

    /// The itinerary and a stop's page.
    pub const fn tour(&self) -> &'static Tour {
        match self.lang {
            Lang::Fr => &fr::TOUR,
            Lang::En => &en::TOUR,
        }
    }

    /// The départements.
    pub const fn departments(&self) -> &'static Departments {
        match self.lang {
            Lang::Fr => &fr::DEPARTMENTS,
            Lang::En => &en::DEPARTMENTS,
        }
    }

    /// Groups, news, resources.
    pub const fn community(&self) -> &'static Community {
        match self.lang {
            Lang::Fr => &fr::COMMUNITY,
            Lang::En => &en::COMMUNITY,
        }
    }

    /// The ways to take part, for each of the six publics.
    pub const fn take_part(&self) -> &'static TakePart {
        match self.lang {
            Lang::Fr => &fr::TAKE_PART,
            Lang::En => &en::TAKE_PART,
        }
    }

    /// What one keeps, and what changed since one's last visit.
    pub const fn own(&self) -> &'static Own {
        match self.lang {
            Lang::Fr => &own::FRENCH,
            Lang::En => &own::ENGLISH,
        }
    }

    /// How much changed since one's last visit.
    pub const fn since_line(&self) -> &'static SinceLine {
        match self.lang {
            Lang::Fr => &own::LINE_FRENCH,
            Lang::En => &own::LINE_ENGLISH,
        }
    }

    /// About and the statements.
    pub const fn about(&self) -> &'static About {
        match self.lang {
            Lang::Fr => &fr::ABOUT,
            Lang::En => &en::ABOUT,
        }
    }
}

/// One of two texts.
const fn pick(lang: Lang, french: &'static str, english: &'static str) -> &'static str {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}

/// What stands between a word and what it announces.
pub const fn colon(lang: Lang) -> &'static str {
    pick(lang, "\u{a0}: ", ": ")
}

/// What stands between the parts of a longer list.
pub const fn semicolon(lang: Lang) -> &'static str {
    pick(lang, "\u{a0}; ", "; ")
}

/// The texts in a language.
pub const fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Fr => &fr::TEXTS,
        Lang::En => &en::TEXTS,
    }
}

/// What stands around every page.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Frame {
    pub skip: &'static str,
    pub main_navigation: &'static str,
    pub more_navigation: &'static str,
    pub tagline: &'static str,
    pub home: &'static str,
    pub agenda: &'static str,
    pub itinerary: &'static str,
    pub departments: &'static str,
    pub take_part: &'static str,
    pub teachers: &'static str,
    pub groups: &'static str,
    pub news: &'static str,
    pub resources: &'static str,
    pub programme: &'static str,
    pub about: &'static str,
    pub accessibility: &'static str,
    pub privacy: &'static str,
    pub changes: &'static str,
    pub desk: &'static str,
    pub propose: &'static str,
    pub other_language: &'static str,
    pub funded: &'static str,
    pub notices: &'static str,
    pub demonstration: &'static str,
    pub as_on: Named,
    pub back_to_today: &'static str,
    pub unreadable: Named,
}

/// What is said when something is late, broken or not there.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct States {
    pub loading: &'static str,
    pub failed: &'static str,
    pub offline: &'static str,
    pub refused_by_server: fn(u16) -> String,
    pub page_failed: &'static str,
    pub page_failed_cure: &'static str,
    pub try_again: &'static str,
    pub as_sent: &'static str,
    pub part_missing: &'static str,
    pub stale: fn(&str, &str) -> String,
    pub left_out: Count,
    pub left_out_list: &'static str,
    pub not_found: &'static str,
    pub not_found_page: &'static str,
    pub not_found_record: Named,
}

/// The home page.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Home {
    pub title: &'static str,
    pub now: &'static str,
    pub perhaps: &'static str,
    pub next: &'static str,
    pub before: &'static str,
    pub over: &'static str,
    pub nothing_now: &'static str,
    pub days_left: Count,
    pub last_day: &'static str,
    pub in_days: Count,
    pub tomorrow: &'static str,
    pub events: &'static str,
    pub archive_events: &'static str,
    pub all_events: &'static str,
    pub whole_tour: &'static str,
    pub near: &'static str,
    pub ways_in: &'static str,
    pub what: &'static str,
    pub what_text: &'static str,
}

/// The agenda and an event's page.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Agenda {
    pub title: &'static str,
    pub list: &'static str,
    pub search_form: &'static str,
    pub search: &'static str,
    pub search_help: &'static str,
    pub filters: &'static str,
    pub departments: &'static str,
    pub period: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub kinds: &'static str,
    pub audiences: &'static str,
    pub free: &'static str,
    pub clear: &'static str,
    pub apply: &'static str,
    pub close: &'static str,
    pub show: Count,
    pub greyed: &'static str,
    pub none_with_others: &'static str,
    pub season: &'static str,
    pub exhibition: &'static str,
    pub periods: [&'static str; 7],
    pub views_label: &'static str,
    pub views: [&'static str; 3],
    pub corrected: fn(&str, &str) -> String,
    pub folded: Count,
    pub from_day_on: Named,
    pub found: Count,
    pub times: Count,
    pub archive: &'static str,
    pub past: Count,
    pub empty: &'static str,
    pub running: &'static str,
    pub unknown_date: &'static str,
    pub best: &'static str,
    pub in_year: fn(i32) -> String,
    pub sometime: &'static str,
    pub no_hour: &'static str,
    pub is_free: &'static str,
    pub access: &'static str,
    pub levels: &'static str,
    pub invalid_period: &'static str,
}

/// What a stop is to a day.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Standings {
    pub now: &'static str,
    pub perhaps: &'static str,
    pub coming: &'static str,
    pub past: &'static str,
    pub undated: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_keeps_its_signs_off_the_line_start() {
        let texts = texts(Lang::Fr);
        for text in [texts.home().what_text, texts.take_part().lead, texts.states.failed] {
            for sign in [" :", " ;", " !", " ?", " »"] {
                assert!(!text.contains(sign), "a plain space before a sign in « {text} »");
            }
        }
    }
}

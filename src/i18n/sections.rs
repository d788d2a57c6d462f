//! The texts of the pages that come in chunks, by section: what there is to be said, for both languages to say.

use super::{Count, Named};

/// The itinerary and a stop's page.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Tour {
    pub title: &'static str,
    pub lead: &'static str,
    pub exhibition: &'static str,
    pub lanes: &'static str,
    pub lanes_help: &'static str,
    pub list: &'static str,
    pub department: &'static str,
    pub no_stop: &'static str,
    pub undated: Count,
    pub nothing: &'static str,
    pub after: &'static str,
    pub after_note: &'static str,
    pub today: &'static str,
    pub legend: &'static str,
    pub legend_known: &'static str,
    pub legend_vague: &'static str,
    pub legend_open: &'static str,
    pub hours: &'static str,
    pub schools: &'static str,
    pub inauguration: &'static str,
    pub operator: &'static str,
    pub programme: &'static str,
    pub no_programme: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
}

/// The départements.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Departments {
    pub title: &'static str,
    pub lead: &'static str,
    pub operator: &'static str,
    pub no_operator: &'static str,
    pub stops: &'static str,
    pub no_stop: &'static str,
    pub events: &'static str,
    pub no_event: &'static str,
    pub past_events: &'static str,
    pub all_events: &'static str,
    pub group: &'static str,
    pub news: &'static str,
    pub resources: &'static str,
    pub neighbours: &'static str,
    pub known_from: Named,
    pub stop_count: Count,
    pub event_count: Count,
    pub keep: &'static str,
    pub keep_working: &'static str,
    pub keep_done: &'static str,
    pub keep_failed: &'static str,
    pub kept_whole: &'static str,
}

/// Groups, news, resources.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Community {
    pub groups: &'static str,
    pub groups_lead: &'static str,
    pub open: &'static str,
    pub closed: &'static str,
    pub theme: &'static str,
    pub members: &'static str,
    pub period: &'static str,
    pub activities: &'static str,
    pub productions: &'static str,
    pub join: &'static str,
    pub join_text: &'static str,
    pub news: &'static str,
    pub news_lead: &'static str,
    pub no_news: &'static str,
    pub resources: &'static str,
    pub resources_lead: &'static str,
    pub no_resources: &'static str,
    pub season: &'static str,
    pub other_season: &'static str,
}

/// The ways to take part.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct TakePart {
    pub title: &'static str,
    pub lead: &'static str,
    pub ways: [Way; 6],
    pub contacts: &'static str,
    pub contacts_lead: &'static str,
    pub teachers: &'static str,
    pub teachers_lead: &'static str,
    pub teachers_stops: &'static str,
    pub teachers_project: &'static str,
    pub teachers_project_text: &'static str,
    pub propose: &'static str,
    pub propose_lead: &'static str,
    pub propose_say: &'static str,
    pub propose_points: [&'static str; 4],
    pub questions: &'static str,
    pub questions_lead: &'static str,
    pub desk: &'static str,
    pub desk_lead: &'static str,
    pub desk_now: &'static str,
}

/// One of the six publics, and what is there for it.
pub struct Way {
    /// Who.
    pub who: &'static str,
    /// What for.
    pub what: &'static str,
    /// What the link says.
    pub link: &'static str,
}

/// Favourites.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Programme {
    pub title: &'static str,
    pub lead: &'static str,
    pub empty: &'static str,
    pub keep: &'static str,
    pub gone: Count,
}

/// About and the statements.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct About {
    pub title: &'static str,
    pub paragraphs: [&'static str; 3],
    pub seasons: &'static str,
    pub figures: &'static str,
    pub figures_lead: &'static str,
    pub partners: &'static str,
    pub approximately: &'static str,
    pub at_least: &'static str,
    pub to: &'static str,
    pub accessibility: &'static str,
    pub accessibility_paragraphs: [&'static str; 4],
    pub privacy: &'static str,
    pub privacy_paragraphs: [&'static str; 4],
    pub changes: &'static str,
    pub changes_lead: &'static str,
    pub changes_none: &'static str,
    pub feed_date: Named,
    pub credits: &'static str,
    pub credits_text: &'static str,
    pub credits_map: &'static str,
}

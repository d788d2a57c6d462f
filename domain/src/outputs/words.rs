//! The words around those of the feed, in French and English.

use crate::changes::ChangeKind;
use crate::choices::{Audience, EventKind};
use crate::event::EventStatus;
use crate::lang::Lang;
use crate::pages::Page;
use crate::query::Query;

const fn pick(lang: Lang, french: &'static str, english: &'static str) -> &'static str {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}

/// What people's programs call an output: « QSEC² : agenda (Paris, Débat, « vélo ») ».
pub(super) fn title(lang: Lang, page: &Page, query: Option<&Query>, is_demo: bool) -> String {
    let what = match page {
        Page::Programme => pick(lang, "QSEC² : mon programme", "QSEC²: my programme"),
        Page::Changes => pick(lang, "QSEC² : changements", "QSEC²: changes"),
        _ => pick(lang, "QSEC² : agenda", "QSEC²: agenda"),
    };
    let mut title = what.to_owned();
    let choices = query.map(|query| choices(lang, query)).unwrap_or_default();
    if !choices.is_empty() {
        title = [&title, " (", &choices.join(", "), ")"].concat();
    }
    if is_demo {
        title.push_str(pick(lang, " — démonstration", " — demonstration"));
    }
    title
}

fn choices(lang: Lang, query: &Query) -> Vec<String> {
    let departments = query.departments.iter().map(|it| it.name().to_owned());
    let kinds = query.kinds.iter().map(|it| kind(lang, it).to_owned());
    let words = query.words.trim();
    let quoted = match lang {
        Lang::Fr => format!("«\u{a0}{words}\u{a0}»"),
        Lang::En => format!("“{words}”"),
    };
    let words = (!words.is_empty()).then_some(quoted);
    departments.chain(kinds).chain(words).collect()
}

/// Before the name of what is invented.
pub(super) const fn demo_mark(lang: Lang) -> &'static str {
    pick(lang, "[démo] ", "[demo] ")
}

/// Said of what is invented.
pub(super) const fn invented(lang: Lang) -> &'static str {
    pick(
        lang,
        "Contenu de démonstration : cet événement est inventé.",
        "Demonstration content: this event is invented.",
    )
}

/// Said of a file that does not hold all that the page shows; `None` when it does.
pub(super) fn beyond(lang: Lang, beyond: usize) -> Option<String> {
    let most = super::MOST;
    let said = match lang {
        Lang::Fr => format!(
            "Ce fichier s’arrête aux {most} premières dates\u{a0}: {beyond} autres n’y sont pas. Précisez la recherche, par \
             exemple par département ou par jours."
        ),
        Lang::En => format!(
            "This file ends with the first {most} dates: {beyond} more are not in it. Narrow the search, by département or by \
             days for instance."
        ),
    };
    (beyond > 0).then_some(said)
}

/// The category of what is invented.
pub(super) const fn demonstration(lang: Lang) -> &'static str {
    pick(lang, "Démonstration", "Demonstration")
}

/// Before the name of what does not simply take place where and when it was planned.
pub(super) const fn mark(lang: Lang, status: EventStatus) -> &'static str {
    match status {
        EventStatus::Scheduled | EventStatus::Rescheduled => "",
        EventStatus::Cancelled => pick(lang, "ANNULÉ : ", "CANCELLED: "),
        EventStatus::Postponed => pick(lang, "REPORTÉ : ", "POSTPONED: "),
        EventStatus::MovedOnline => pick(lang, "EN LIGNE : ", "ONLINE: "),
        EventStatus::Full => pick(lang, "COMPLET : ", "FULL: "),
    }
}

/// What became of it; nothing when it simply takes place.
pub(super) const fn status(lang: Lang, status: EventStatus) -> Option<&'static str> {
    Some(match status {
        EventStatus::Scheduled => return None,
        EventStatus::Cancelled => pick(lang, "Annulé", "Cancelled"),
        EventStatus::Postponed => pick(
            lang,
            "Reporté, date à venir : n’a pas lieu à cette date",
            "Postponed, date to come: does not take place on this date",
        ),
        EventStatus::Rescheduled => pick(lang, "Déplacé à cette date", "Moved to this date"),
        EventStatus::MovedOnline => pick(lang, "En ligne", "Online"),
        EventStatus::Full => pick(lang, "Complet", "Full"),
    })
}

/// Leads from « moved to this date » to the date before.
pub(super) const fn before(lang: Lang) -> &'static str {
    pick(lang, " ; prévu d’abord ", "; first planned ")
}

/// It costs nothing.
pub(super) const fn free(lang: Lang) -> &'static str {
    pick(lang, "Gratuit.", "Free.")
}

/// Leads to the names of organizers.
pub(super) const fn organized_by(lang: Lang) -> &'static str {
    pick(lang, "Organisé par : ", "Organized by: ")
}

/// Leads to whom it is for.
pub(super) const fn meant_for(lang: Lang) -> &'static str {
    pick(lang, "Public : ", "For: ")
}

/// The kind of an event, in the singular, as the site says it.
pub(super) const fn kind(lang: Lang, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Talk => pick(lang, "Conférence", "Talk"),
        EventKind::Debate => pick(lang, "Débat", "Debate"),
        EventKind::Workshop => pick(lang, "Atelier", "Workshop"),
        EventKind::Screening => pick(lang, "Projection", "Screening"),
        EventKind::Show => pick(lang, "Spectacle", "Show"),
        EventKind::Opening => "Inauguration",
        EventKind::Visit => pick(lang, "Visite", "Visit"),
        EventKind::Activity => pick(lang, "Animation", "Activity"),
        EventKind::Meeting => pick(lang, "Rencontre", "Meeting"),
        EventKind::Other => pick(lang, "Autre", "Other"),
    }
}

/// Whom something is for, as the site says it.
pub(super) const fn audience(lang: Lang, audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => pick(lang, "Tout public", "Everyone"),
        Audience::Families => pick(lang, "Familles", "Families"),
        Audience::Children => pick(lang, "Enfants", "Children"),
        Audience::Teenagers => pick(lang, "Adolescents", "Teenagers"),
        Audience::Adults => pick(lang, "Adultes", "Adults"),
        Audience::Schools => pick(lang, "Classes", "School classes"),
    }
}

/// What became of a record, in a change log.
pub(super) const fn change(lang: Lang, kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Cancelled => pick(lang, "Annulé", "Cancelled"),
        ChangeKind::Restored => pick(lang, "Rétabli", "On again"),
        ChangeKind::Moved => pick(lang, "Nouvelle date", "New date"),
        ChangeKind::Relocated => pick(lang, "Nouveau lieu", "New place"),
        ChangeKind::Added => pick(lang, "Ajouté", "Added"),
        ChangeKind::Removed => pick(lang, "Retiré", "Removed"),
        ChangeKind::Edited => pick(lang, "Modifié", "Edited"),
    }
}

/// The colon as each language sets it.
pub(super) const fn colon(lang: Lang) -> &'static str {
    pick(lang, " : ", ": ")
}

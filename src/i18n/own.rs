//! What one keeps, and what changed since one's last visit: the texts in both languages, for pages in chunks.

use qsec2_domain::changes::ChangeKind;

use super::{Count, Named, en, fr};

/// What one keeps, and what changed since one's last visit.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Own {
    pub remove: &'static str,
    pub remove_one: Named,
    pub removed: Named,
    pub undo: &'static str,
    pub undo_one: Named,
    pub at_once: fn(&str, &str) -> String,
    pub past: Count,
    pub past_list: &'static str,
    pub share: &'static str,
    pub share_text: &'static str,
    pub share_link: &'static str,
    pub share_part: Count,
    pub shared: &'static str,
    pub shared_lead: &'static str,
    pub shared_gone: Count,
    pub keep_all: &'static str,
    pub kept_all: &'static str,
    pub mine: &'static str,
    pub since_last: &'static str,
    pub since_day: Named,
    pub nothing_since: Named,
    pub first_visit: &'static str,
    pub only_kept: &'static str,
    pub kind: fn(ChangeKind) -> &'static str,
    pub gone: Count,
    pub others: Count,
    pub log: &'static str,
}

/// The line that says how much changed.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct SinceLine {
    pub since: Named,
    pub since_short: Named,
    pub changes: Count,
    pub kinds: fn(ChangeKind, usize) -> String,
}

pub(super) const LINE_FRENCH: SinceLine = SinceLine {
    since: |day| format!("Depuis votre visite du {day}\u{a0}: "),
    since_short: |day| format!("Depuis le {day}\u{a0}: "),
    changes: |n| fr::count(n, "changement", "changements"),
    kinds: |kind, n| {
        let (one, many) = match kind {
            ChangeKind::Cancelled => ("annulé", "annulés"),
            ChangeKind::Restored => ("de nouveau prévu", "de nouveau prévus"),
            ChangeKind::Moved => ("déplacé", "déplacés"),
            ChangeKind::Relocated => ("dans un autre lieu", "dans un autre lieu"),
            ChangeKind::Added => ("ajouté", "ajoutés"),
            ChangeKind::Removed => ("retiré", "retirés"),
            ChangeKind::Edited => ("modifié", "modifiés"),
        };
        fr::count(n, one, many)
    },
};

pub(super) const LINE_ENGLISH: SinceLine = SinceLine {
    since: |day| format!("Since your visit on {day}: "),
    since_short: |day| format!("Since {day}: "),
    changes: |n| en::count(n, "change", "changes"),
    kinds: |kind, n| {
        let what = match kind {
            ChangeKind::Cancelled => "cancelled",
            ChangeKind::Restored => "on again",
            ChangeKind::Moved => "moved",
            ChangeKind::Relocated => "at another place",
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Edited => "edited",
        };
        en::count(n, what, what)
    },
};

pub(super) const FRENCH: Own = Own {
    remove: "Retirer",
    remove_one: |name| format!("Retirer\u{a0}: {name}"),
    removed: |name| format!("Retiré\u{a0}: {name}."),
    undo: "Annuler",
    undo_one: |name| format!("Annuler, garder\u{a0}: {name}"),
    at_once: |name, hours| format!("En même temps que\u{a0}: {name}, {hours}"),
    past: |n| fr::count(n, "rendez-vous passé", "rendez-vous passés"),
    past_list: "Événements passés",
    share: "Partager",
    share_text: "Ce lien porte la liste de ces rendez-vous, et rien d’autre. Qui l’ouvre voit les mêmes.",
    share_link: "Lien vers ce programme",
    share_part: |n| format!("Le lien porte les {n}\u{a0}premiers événements."),
    shared: "Programme partagé",
    shared_lead: "Quelqu’un a choisi ces rendez-vous et en a fait un lien.",
    shared_gone: |n| {
        format!(
            "{} plus dans le programme.",
            fr::count(n, "événement de ce lien n’est", "événements de ce lien ne sont")
        )
    },
    keep_all: "Garder ces événements sur cet appareil",
    kept_all: "Ces rendez-vous sont tous gardés sur cet appareil.",
    mine: "Voir mon programme",
    since_last: "Depuis votre dernière visite",
    since_day: |day| {
        format!("Votre dernière visite\u{a0}: le {day}. Seul cet appareil s’en souvient.")
    },
    nothing_since: |day| format!("Rien n’a changé depuis votre visite du {day}."),
    first_visit: "À votre prochaine visite, cette page dira ce qui a changé depuis celle-ci. Seul cet appareil s’en souvient.",
    only_kept: "Le programme est très grand\u{a0}: seuls les rendez-vous que vous gardez sont comparés.",
    kind: |kind| match kind {
        ChangeKind::Cancelled => "Annulé",
        ChangeKind::Restored => "De nouveau prévu",
        ChangeKind::Moved => "Nouvelle date",
        ChangeKind::Relocated => "Nouveau lieu",
        ChangeKind::Added => "Ajouté",
        ChangeKind::Removed => "Retiré",
        ChangeKind::Edited => "Modifié",
    },
    gone: |n| {
        format!(
            "{} du programme.",
            fr::count(n, "événement a été retiré", "événements ont été retirés")
        )
    },
    others: |n| format!("Et {}.", fr::count(n, "autre", "autres")),
    log: "Le journal du programme",
};

pub(super) const ENGLISH: Own = Own {
    remove: "Remove",
    remove_one: |name| format!("Remove: {name}"),
    removed: |name| format!("Removed: {name}."),
    undo: "Undo",
    undo_one: |name| format!("Undo, keep: {name}"),
    at_once: |name, hours| format!("At the same time as: {name}, {hours}"),
    past: |n| en::count(n, "past event", "past events"),
    past_list: "Past events",
    share: "Share",
    share_text: "This link carries the list of these events, and nothing else. Whoever opens it sees the same.",
    share_link: "Link to this programme",
    share_part: |n| format!("The link carries the first {n} events."),
    shared: "Shared programme",
    shared_lead: "Somebody chose these events and made a link of them.",
    shared_gone: |n| {
        let said = en::count(n, "event of this link is", "events of this link are");
        format!("{said} no longer in the programme.")
    },
    keep_all: "Keep these events on this device",
    kept_all: "All these events are kept on this device.",
    mine: "See my programme",
    since_last: "Since your last visit",
    since_day: |day| format!("Your last visit: {day}. Only this device remembers it."),
    nothing_since: |day| format!("Nothing has changed since your visit on {day}."),
    first_visit: "On your next visit, this page will tell what has changed since this one. Only this device remembers it.",
    only_kept: "The programme is very large: only the events you keep are compared.",
    kind: |kind| match kind {
        ChangeKind::Cancelled => "Cancelled",
        ChangeKind::Restored => "On again",
        ChangeKind::Moved => "New date",
        ChangeKind::Relocated => "New place",
        ChangeKind::Added => "Added",
        ChangeKind::Removed => "Removed",
        ChangeKind::Edited => "Edited",
    },
    gone: |n| {
        let said = en::count(n, "event has been removed", "events have been removed");
        format!("{said} from the programme.")
    },
    others: |n| format!("And {}.", en::count(n, "other", "others")),
    log: "The programme’s log",
};

//! What changed since the last visit, by what the device remembers of the feed. A visit is a day (`changes::Visits`).
//!
//! Nothing is remembered, and nothing compared, when the address has a day or another feed: what is seen then is not what
//! is. Nor natively. Only chunks call this; a first visit loads none of it.

use std::cell::RefCell;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::changes::{AtHand, Reach, Seen, Since, Visits};
use qsec2_domain::event::Event;
use qsec2_domain::id::Id;

use crate::browser::{NATIVE, saved};
use crate::state::favourites::Favourites;
use crate::state::loaded::Loaded;
use crate::state::site::Site;

/// The visit that goes on, or the last one.
const LAST: &str = "qsec2.visite";
/// The visit before.
const BEFORE: &str = "qsec2.visite-avant";

/// What something was found from: the feed's number, the day, what is kept.
type Key = (u32, NaiveDate, Vec<Id>);

/// What was found.
type Found = (Key, Option<Arc<Since>>);

thread_local! {
    /// What was found last, so that going from page to page compares nothing anew. Not in context: what the app puts there,
    /// a first visit loads. Natively nothing is found.
    static FOUND: RefCell<Option<Found>> = const { RefCell::new(None) };
}

/// What changed, for as long as the page stays; `None` while it can't be told. What the device remembers is brought up to
/// date, once a visit.
pub fn use_since(site: &Site, loaded: &Arc<Loaded>) -> Memo<Option<Arc<Since>>> {
    let favourites: Favourites = expect_context();
    let is_real = is_real(site);
    let (today, loaded) = (site.today, Arc::clone(loaded));
    let of = Arc::clone(&loaded);
    let since = Memo::new(move |_| {
        let key = (of.number, today, favourites.ids());
        let before = FOUND.with_borrow(|found| found.clone().filter(|(of, _)| *of == key));
        if let Some((_, since)) = before.filter(|_| is_real) {
            return since;
        }
        let mut since = None;
        let mut compare = |at_hand: &AtHand<'_>| since = visits().since(at_hand).map(Arc::new);
        if is_real && look(&of, favourites, today, &mut compare) {
            FOUND.set(Some((key, since.clone())));
        }
        since
    });
    Effect::new(move |_| {
        if is_real && !visits().have(today, &favourites.ids()) {
            look(&loaded, favourites, today, &mut remember);
        }
    });
    since
}

/// Whether this is the first visit that the device knows of: the next one will tell what changed since.
pub fn is_first_visit(site: &Site) -> bool {
    is_real(site) && visits().is_first(site.today)
}

/// Whether what one sees is what is, seen by somebody.
const fn is_real(site: &Site) -> bool {
    !NATIVE && site.settings.day.is_none() && site.settings.feed.is_none()
}

fn remember(at_hand: &AtHand<'_>) {
    let was = visits();
    let now = was.clone().with(Seen::of(at_hand));
    for (key, was, now) in [(BEFORE, was.before, now.before), (LAST, was.last, now.last)] {
        if let Some(now) = now.filter(|now| was.as_ref() != Some(now)) {
            saved::keep(key, &now.to_string());
        }
    }
}

fn visits() -> Visits {
    let visit = |key| saved::kept(key)?.parse().ok();
    Visits { last: visit(LAST), before: visit(BEFORE) }
}

/// Looks at all events if they are at hand; of a large feed, at those that are kept, if those are. Says whether it did.
/// Nothing is loaded for it.
fn look(
    loaded: &Loaded,
    favourites: Favourites,
    today: NaiveDate,
    look: &mut dyn FnMut(&AtHand<'_>),
) -> bool {
    let (kept, feed) = (favourites.ids(), &loaded.feed);
    let mut with = |reach, events: &[&Event]| {
        look(&AtHand { reach, events, feed, kept: &kept, today });
    };
    if loaded.with_all_events(&mut |events| with(Reach::All, events)).is_ok() {
        return true;
    }
    if loaded.is_small() || kept.is_empty() {
        return false;
    }
    let events: Result<Vec<_>, _> = kept.iter().map(|id| loaded.event(id)).collect();
    let Ok(events) = events else { return false };
    with(Reach::Kept, &events.iter().flatten().collect::<Vec<_>>());
    true
}

//! Under which address a page is to be known, and what robots may do with the one it was asked at.
//!
//! Every page has one address in each language; choices on it are parts of that page. Days, words and feeds make endless
//! addresses of one page: those are not to be indexed.

use qsec2_domain::address::{Address, Settings, View};
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;

use crate::routes;

/// What robots are told of what is not to be found.
const HIDDEN: &str = "noindex, follow";

/// What a head says of addresses.
pub(super) struct Addresses {
    pub(super) canonical: Option<String>,
    pub(super) alternates: Vec<(&'static str, String)>,
    pub(super) robots: Option<&'static str>,
}

/// What is said of the addresses of a page. An invented season is never to be found: its dates would be taken for real.
pub(super) fn of(page: Option<&Page>, address: &Address, is_demonstration: bool) -> Addresses {
    let Some(page) = page.filter(|page| is_public(page)) else {
        return Addresses { canonical: None, alternates: Vec::new(), robots: Some(HIDDEN) };
    };
    let endless = is_endless(page, address);
    Addresses {
        canonical: Some(bare(page, address.settings.lang)),
        // Languages are those of the canonical address: the parts of a page name none.
        alternates: if endless { Vec::new() } else { alternates(page) },
        robots: (endless || is_demonstration).then_some(HIDDEN),
    }
}

/// Whether a page says the same to everyone, and is worth finding.
pub(super) const fn is_public(page: &Page) -> bool {
    !matches!(page, Page::Programme | Page::Desk)
}

/// Whether there is no end to addresses like this: another day, another word, another feed; an event, and any search that
/// may have led to it.
pub(super) fn is_endless(page: &Page, address: &Address) -> bool {
    let Address { query, month, settings, view, .. } = address;
    if matches!(page, Page::Event(_)) && (!query.is_empty() || *view != View::List) {
        return true;
    }
    let dated =
        query.from.is_some() || query.until.is_some() || month.is_some() || settings.day.is_some();
    dated || !query.words.is_empty() || settings.feed.is_some()
}

/// The address of a page with nothing chosen.
pub(super) fn bare(page: &Page, lang: Lang) -> String {
    let settings = Settings { lang, ..Settings::default() };
    routes::href(page, &Address { settings, ..Address::default() })
}

/// The page in each language, French for those who read neither.
pub(super) fn alternates(page: &Page) -> Vec<(&'static str, String)> {
    let french = bare(page, Lang::Fr);
    vec![("fr", french.clone()), ("en", bare(page, Lang::En)), ("x-default", french)]
}

//! What every component may ask: the texts, the day, the links. Fixed while one language, day and feed are shown.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::address::{Address, Settings};
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;

use crate::i18n::Texts;
use crate::routes;
use crate::state::feed::Loaded;

/// What every component may ask. Put into context by the frame.
#[derive(Clone)]
pub struct Site {
    /// The texts of the language.
    pub t: &'static Texts,
    /// The day that is taken as today.
    pub today: NaiveDate,
    /// Day, language and feed, as links carry them on.
    pub settings: Settings,
}

impl Site {
    /// The language.
    pub const fn lang(&self) -> Lang {
        self.t.lang
    }

    /// The language of what the feed's records say, where it is not that of the page: the attribute `lang` of an element
    /// that holds some of it.
    pub fn records(&self) -> Option<&'static str> {
        (self.lang() != Lang::Fr).then_some("fr")
    }

    /// A link to a page.
    pub fn href(&self, page: &Page) -> String {
        self.href_with(page, Query::default())
    }

    /// A link to the agenda with a query.
    pub fn agenda(&self, query: Query) -> String {
        self.href_with(&Page::Agenda, query)
    }

    /// A link to a page with a query.
    pub fn href_with(&self, page: &Page, query: Query) -> String {
        let settings = self.settings.clone();
        routes::href(page, &Address { query, settings, ..Address::default() })
    }
}

/// What every component may ask.
pub fn use_site() -> Site {
    expect_context()
}

/// The feed that the page is drawn from. Only inside a page that waits for it.
pub fn use_feed() -> Arc<Loaded> {
    expect_context()
}

/// The address one is at, read. Put into context by the app.
pub type AddressMemo = Memo<qsec2_domain::address::ParsedAddress>;

/// The address one is at, read.
pub fn use_address() -> AddressMemo {
    expect_context()
}

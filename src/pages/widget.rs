//! Makes a widget: what it is to show, in the address as on the agenda, and the line to paste for it.

mod choices;
mod line;

use leptos::prelude::*;
use qsec2_domain::address::WidgetAddress;

use self::choices::choices;
use self::line::{frame_line, plain_link, preview};
use crate::browser::history::Entry;
use crate::components::parts::{paragraph, section};
use crate::i18n::widget::builder;
use crate::pages::page;
use crate::state::host::{Host, use_host};
use crate::state::navigation::Navigation;
use crate::state::site::use_site;

/// The page that makes a widget.
#[component]
pub fn WidgetPage() -> impl IntoView {
    let t = builder(use_site().lang());
    let widget = Shown::here();
    let mut parts = vec![section(t.choose, vec![choices(t, widget)])];
    if use_host() == Host::Server {
        let line = frame_line(t, widget);
        parts.push(section(t.paste, vec![paragraph("", t.paste_how), line, preview(t, widget)]));
    } else {
        parts.push(paragraph("widget-none", t.no_server));
    }
    parts.push(section(t.link, vec![paragraph("", t.link_how), plain_link(t, widget)]));
    page(t.title, t.lead, parts)
}

/// The widget that the page's address asks for.
#[derive(Clone, Copy)]
struct Shown {
    navigation: Navigation,
    address: Memo<WidgetAddress>,
}

impl Shown {
    fn here() -> Self {
        let navigation: Navigation = expect_context();
        let address = Memo::new(move |_| WidgetAddress::parse(&navigation.search()).address);
        Self { navigation, address }
    }

    /// Looks at it, tracked.
    fn look<T>(self, look: impl FnOnce(&WidgetAddress) -> T) -> T {
        look(&self.address.read())
    }

    /// Writes a changed one into the address.
    fn change(self, change: impl FnOnce(&mut WidgetAddress)) {
        let mut changed = self.address.get_untracked();
        change(&mut changed);
        self.navigation.rewrite(&changed.to_string(), Entry::New);
    }
}

//! The app: what all pages share, and the frame around them.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::address::{Address, Settings};

use crate::browser;
use crate::components::banners::Banners;
use crate::components::event_list::Measured;
use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::i18n::texts;
use crate::pages::PageView;
use crate::routes;
use crate::state::favourites::Favourites;
use crate::state::feed::FeedResource;
use crate::state::navigation::{CONTENT, Navigation};
use crate::state::site::{Site, use_site};

/// The whole site. Drawn anew when language, day or feed change; all else changes in place.
#[component]
pub fn App() -> impl IntoView {
    let navigation = Navigation::start();
    let parsed = Memo::new(move |_| Address::parse(&navigation.search()));
    let settings = Memo::new(move |_| parsed.read().address.settings.clone());
    let feed_path =
        Memo::new(move |_| settings.read().feed.as_ref().map(|path| path.as_str().to_owned()));
    provide_context(navigation);
    provide_context(parsed);
    provide_context(FeedResource::new(feed_path));
    provide_context(Favourites::restore());
    provide_context(Measured::default());
    let today = RwSignal::new(browser::today());
    browser::on_return(move || {
        let now = browser::today();
        if today.get_untracked() != now {
            today.set(now);
        }
    });
    move || view! { <Frame settings=settings.get() today=today.get() /> }.into_any()
}

/// What stands around every page: skip link, header, notices, the page, footer.
#[component]
fn Frame(
    /// Language, day and feed.
    settings: Settings,
    /// The day it is in Paris.
    today: NaiveDate,
) -> impl IntoView {
    let t = texts(settings.lang);
    let today = settings.day.unwrap_or(today);
    provide_context(Site { t, today, settings });
    browser::set_language(qsec2_domain::choices::Choice::code(t.lang));
    view! {
        <a class="skip" href=format!("#{CONTENT}")>{t.frame.skip}</a>
        <Header />
        <Banners />
        <main id=CONTENT tabindex="-1"><PageView /></main>
        <Footer />
    }
    .into_any()
}

/// Names the tab after the page: « … — QSEC² ».
pub fn use_title(title: &str) {
    browser::set_title(&format!("{title} — QSEC²"));
}

/// The link to the page one is on in the other language.
pub fn use_other_language() -> impl Fn() -> String + Clone {
    use qsec2_domain::lang::Lang;
    let navigation: Navigation = expect_context();
    let parsed: crate::state::site::AddressMemo = expect_context();
    let lang = if use_site().lang() == Lang::Fr { Lang::En } else { Lang::Fr };
    move || {
        let mut address = parsed.get().address;
        address.settings.lang = lang;
        routes::join(navigation.path(), &address)
    }
}

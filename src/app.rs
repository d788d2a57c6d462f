//! The app: what all pages share, and the frame around them.

use chrono::NaiveDate;
use leptos::prelude::*;
use qsec2_domain::address::{Address, ParsedAddress, Settings};
use qsec2_domain::pages::Page;

use crate::browser;
use crate::browser::takeover;
use crate::components::banners::Banners;
use crate::components::event_list::Measured;
use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::i18n::{Texts, texts};
use crate::pages::lazy::{Chunk, Chunks, Part, Piece};
use crate::pages::readiness::provide_readiness;
use crate::pages::{self, PageView, piece};
use crate::routes;
use crate::state::favourites::Favourites;
use crate::state::feed::FeedResource;
use crate::state::host::Host;
use crate::state::kept::Kept;
use crate::state::navigation::{CONTENT, Navigation};
use crate::state::site::{Site, use_address, use_site};

/// The id of the element that the site lives in.
pub const ROOT: &str = "app";

/// The whole site in a browser. Drawn anew when language, day or feed change; all else changes in place.
///
/// What the server rendered stays until the feed and what draws the page are there; when one can't be had it stays, and a
/// notice says why.
#[component]
pub fn App() -> impl IntoView {
    let navigation = Navigation::start();
    let settings = provide_address(navigation);
    let feed = FeedResource::new(Memo::new(move |_| feed_path(&settings.read())));
    provide_context(feed);
    provide_context(Host::of_document());
    let chunks = Chunks::new();
    provide_context(chunks);
    let address = use_address();
    Effect::new(move |_| chunks.ask(&navigation.path(), address.read().address.view));
    let today = RwSignal::new(browser::today());
    browser::on_return(move || {
        let now = browser::today();
        if today.get_untracked() != now {
            today.set(now);
        }
    });
    let rendered = StoredValue::new(takeover::is_rendered(ROOT));
    let try_again = move || {
        let answer = untrack(|| feed.get());
        if !matches!(answer, Some(Ok(loaded)) if untrack(|| loaded.trouble()).is_none()) {
            feed.try_again();
        }
        untrack(|| chunks.ask(&navigation.path(), address.read().address.view));
    };
    browser::on_line(move || {
        if rendered.get_value() {
            try_again();
        }
    });
    let kept: Kept = expect_context();
    let day = move || settings.read().day.unwrap_or_else(|| today.get());
    let readiness = provide_readiness(day);
    let ready = Memo::new(move |before| {
        before == Some(&true)
            || !rendered.get_value()
            || pages::can_be_drawn(&readiness.read(), chunks, address.read().address.view)
    });
    Effect::new(move |_| {
        let loaded = feed.get().and_then(Result::ok).filter(|_| readiness.read().is_ready);
        let Some(loaded) = loaded else { return };
        if !browser::saves_data() {
            chunks.fetch(Chunk::Entry);
            loaded.ask(loaded.ready_for_more());
            if matches!(chunks.get(Chunk::Entry), Part::Here(_)) {
                chunks.fetch(Chunk::Own);
            }
        }
        if kept.is_any() {
            match chunks.get(Chunk::Tour) {
                Part::Here(brought) => {
                    brought.store.iter().for_each(|store| store(kept, &loaded, day()));
                }
                Part::Away => chunks.fetch(Chunk::Tour),
                Part::Coming | Part::Missing => {}
            }
        }
    });
    move || {
        if ready.get() {
            rendered.set_value(false);
            takeover::begin(ROOT);
            return view! { <Frame settings=settings.get() today=today.get() /> }.into_any();
        }
        let t = texts(settings.read().lang);
        let of_feed = feed.get().and_then(|answer| match answer {
            Ok(loaded) => loaded.trouble(),
            Err(problem) => Some(problem),
        });
        let is_missing = matches!(
            chunks.part(&navigation.path(), address.read().address.view),
            Some(Part::Missing)
        );
        let missing = is_missing.then(|| t.states.page_failed_cure.to_owned());
        let said = of_feed.map(|problem| problem.sentence(t)).or(missing);
        said.map(|said| not_taken_over(t, said, try_again)).into_any()
    }
}

/// Says, below the page as it was sent, why the app does not go on from it.
fn not_taken_over(t: &'static Texts, said: String, again: impl Fn() + 'static) -> AnyView {
    view! {
        <p class="banner banner-stale banner-below" role="alert" data-app="">
            {t.states.as_sent} " " {said} " "
            <button type="button" on:click=move |_| again()>{t.states.try_again}</button>
        </p>
    }
    .into_any()
}

/// Puts into context what every page asks, whatever draws it: the address, read. Returns its settings.
pub fn provide_address(navigation: Navigation) -> Memo<Settings> {
    let parsed = Memo::new(move |_| {
        let parsed = Address::parse(&navigation.search());
        let page = Page::parse(&navigation.path());
        ParsedAddress { address: parsed.address.of_page(page.as_ref()), ..parsed }
    });
    provide_context(navigation);
    provide_context(parsed);
    provide_context(Favourites::restore());
    provide_context(Kept::restore());
    provide_context(Measured::default());
    Memo::new(move |_| parsed.read().address.settings.clone())
}

/// The path of the feed that an address asks for, when it is not the site's own.
pub fn feed_path(settings: &Settings) -> Option<String> {
    settings.feed.as_ref().map(|path| path.as_str().to_owned())
}

/// What stands around every page: skip link, header, notices, the page, footer.
#[component]
pub fn Frame(
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
        <Banners left_out=|| piece(Piece::LeftOut) />
        <main id=CONTENT tabindex="-1"><PageView /></main>
        <Footer />
    }
    .into_any()
}

/// The title of a page that is drawn natively, where there is no tab to name.
#[derive(Clone, Copy, Default)]
pub struct Title(StoredValue<String>);

impl Title {
    /// What the page calls itself; empty before it is drawn.
    pub fn get(self) -> String {
        self.0.get_value()
    }
}

/// Names the tab after the page: « … — QSEC² ».
pub fn use_title(title: &str) {
    let title = format!("{title} — QSEC²");
    match use_context::<Title>() {
        Some(named) => named.0.set_value(title),
        None => browser::set_title(&title),
    }
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

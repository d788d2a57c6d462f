//! The address of a page: what is printed is read back, and what can't be read is named and harmless.

use chrono::{Days, NaiveDate};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use qsec2_domain::address::{
    Address, Cancellations, EventIds, FeedPath, MOST_EVENTS, NotAFeedPath, OutputAddress,
    ParsedAddress, ParsedOutput, Settings, View,
};
use qsec2_domain::choices::{Choice, Choices, EventKind};
use qsec2_domain::date::{YearMonth, parse_day};
use qsec2_domain::department::Department;
use qsec2_domain::id::Id;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::query::{Key, LONGEST_WORDS, Query, typed_words};

/// An address that can be read in full, printed again.
fn printed(search: &str) -> String {
    let parsed = Address::parse(search);
    assert_eq!(parsed.unreadable, [], "{search}");
    parsed.address.to_string()
}

/// What is left of an address, printed, and what could not be read.
fn left(search: &str) -> (String, Vec<(String, String)>) {
    let ParsedAddress { address, unreadable } = Address::parse(search);
    (address.to_string(), unreadable.into_iter().map(|it| (it.key, it.value)).collect())
}

fn named(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[test]
fn every_key_of_the_contract_is_read_and_printed_in_its_order() {
    let all = "dep=75,93&du=2018-01-01&au=2018-02-28&type=debat,atelier&public=familles&niveau=college,lycee\
        &acces=moteur&gratuit=1&saison=mobilites&expo=trajectoires&q=l%27air&evenements=bal,debat&vue=carte&mois=2018-02\
        &le=2018-01-20&lang=en&flux=/demo/feed.json";
    assert_eq!(printed(all), all);
    let turned: Vec<_> = all.split('&').rev().collect();
    assert_eq!(printed(&format!("?{}", turned.join("&"))), all);
    // One key stands in the addresses of outputs only, and one in the widget's.
    assert_eq!(Key::ALL.len() - 2, all.split('&').count());
}

#[test]
fn what_is_default_is_not_written() {
    assert_eq!(Address::default().to_string(), "");
    assert_eq!(printed("?vue=liste&lang=fr&q=&dep=&du="), "");
    assert!(Query::default().is_empty());
    assert!(!Address::parse("gratuit=1").address.query.is_empty());
}

#[test]
fn the_query_and_the_settings_print_their_part_alone() {
    let address = Address::parse("le=2018-01-20&dep=75&lang=en&vue=mois").address;
    assert_eq!(address.query.to_string(), "dep=75");
    assert_eq!(address.settings.to_string(), "le=2018-01-20&lang=en");
}

#[test]
fn unknown_keys_are_passed_over_in_silence() {
    assert_eq!(left("utm_source=x&DEP=75&dep=91&&=&%"), ("dep=91".to_owned(), vec![]));
}

#[test]
fn of_a_list_the_good_codes_stay_and_the_bad_ones_are_named() {
    let (printed, unreadable) = left("dep=75,33, 91,,paris&type=debat,concert");
    assert_eq!(printed, "dep=75,91&type=debat");
    assert_eq!(unreadable, [named("dep", "33"), named("dep", "paris"), named("type", "concert")]);
}

#[test]
fn what_cannot_be_read_is_named() {
    for (key, value) in [
        ("du", "2018-02-30"),
        ("au", "demain"),
        ("du", "1899-12-31"),
        ("au", "2200-01-01"),
        ("gratuit", "oui"),
        ("saison", "Les Mobilités"),
        ("expo", "a/b"),
        ("vue", "3d"),
        ("mois", "2018-13"),
        ("le", "2018"),
        ("lang", "de"),
        ("flux", "https://ailleurs.example/feed.json"),
    ] {
        assert_eq!(left(&format!("{key}={value}")), (String::new(), vec![named(key, value)]));
    }
}

#[test]
fn repeated_lists_are_merged_and_of_other_values_the_first_readable_counts() {
    assert_eq!(printed("dep=93&dep=75&dep=93"), "dep=75,93");
    let (printed, unreadable) = left("du=x&du=2018-01-02&du=2018-01-03");
    assert_eq!((printed.as_str(), unreadable), ("du=2018-01-02", vec![named("du", "x")]));
}

#[test]
fn a_last_day_before_the_first_is_refused() {
    let (printed, unreadable) = left("du=2018-02-01&au=2018-01-31");
    assert_eq!((printed.as_str(), unreadable), ("du=2018-02-01", vec![named("au", "2018-01-31")]));
    assert_eq!(left("du=2018-02-01&au=2018-02-01").1, []);
}

#[test]
fn all_eight_departments_are_written_since_they_leave_out_the_rest() {
    assert_eq!(printed("dep=95,94,93,92,91,78,77,75"), "dep=75,77,78,91,92,93,94,95");
}

#[test]
fn words_are_kept_as_they_are_being_typed() {
    let words = |search: &str| Address::parse(search).address.query.words;
    assert_eq!(words("q=d%C3%A9bat+%2B+air+"), "débat + air ");
    assert_eq!(words("q=%09a%00%0Ab"), "ab");
    assert_eq!(words("q=++%C2%A0"), "");
    assert_eq!(words(&format!("q={}", "é".repeat(300))), "é".repeat(LONGEST_WORDS));
    assert_eq!(words("q=%FF%C3"), "\u{fffd}\u{fffd}");
}

#[test]
fn what_is_named_is_short_and_shows_what_it_is() {
    let (_, unreadable) = left(&format!("du=%E2%80%AE%07<b>{}", "x".repeat(1000)));
    assert_eq!(unreadable, [named("du", &format!("<b>{}", "x".repeat(57)))]);
    let many: Vec<_> = (0..1000).map(|place| format!("dep=x{place}")).collect();
    assert_eq!(left(&many.join("&")).1.len(), 20);
    assert_eq!(left("le=x&le=x").1.len(), 1);
}

#[test]
fn only_a_path_of_the_same_origin_is_a_feed() {
    for path in ["/feed.json", "/a/b-c.d/é.json", "/.json"] {
        assert!(path.parse::<FeedPath>().is_ok(), "{path}");
    }
    for path in [
        "",
        "/",
        "feed.json",
        "//a.fr/feed.json",
        "/\\a.fr/feed.json",
        "/a//feed.json",
        "/../feed.json",
        "/%2e%2e/feed.json",
        "/\t/a.fr/feed.json",
        "/feed.json?x",
        "/a?x=.json",
        "/a#.json",
        "/feed.xml",
        "https://a.fr/feed.json",
        "javascript:/x.json",
        "/ feed.json",
    ] {
        assert_eq!(path.parse::<FeedPath>(), Err(NotAFeedPath), "{path}");
    }
    let long = format!("/{}.json", "a".repeat(195));
    assert_eq!((long.len(), long.parse::<FeedPath>()), (201, Err(NotAFeedPath)));
}

#[test]
fn events_keep_their_order_each_once_and_what_is_no_id_is_named() {
    assert_eq!(
        printed("evenements=debat,,bal,debat&evenements=bal,atelier"),
        "evenements=debat,bal,atelier"
    );
    let (printed, unreadable) = left("evenements=bal,Le+Bal,../x");
    assert_eq!(printed, "evenements=bal");
    assert_eq!(unreadable, [named("evenements", "Le Bal"), named("evenements", "../x")]);
}

#[test]
fn an_address_names_so_many_events_and_says_which_are_left_out() {
    let ids: Vec<_> = (0..MOST_EVENTS + 2).map(|place| format!("e{place}")).collect();
    let (printed, unreadable) = left(&format!("evenements={}", ids.join(",")));
    assert_eq!(printed, format!("evenements={}", ids[..MOST_EVENTS].join(",")));
    assert_eq!(unreadable, [named("evenements", "e200"), named("evenements", "e201")]);
    let named: EventIds = ids.iter().filter_map(|id| id.parse().ok()).collect();
    assert_eq!(named.as_slice().len(), MOST_EVENTS);
}

#[test]
fn only_a_programme_carries_events_on() {
    let address = || Address::parse("dep=75&evenements=bal&le=2018-01-20").address;
    let output =
        || OutputAddress::parse("dep=75&evenements=bal&annulations=visibles&le=2018-01-20").address;
    let of = |page: Page| {
        (address().of_page(Some(&page)).to_string(), output().of_page(&page).to_string())
    };
    let with = |page: &str, output: &str| (page.to_owned(), output.to_owned());
    assert_eq!(
        of(Page::Programme),
        with(
            "dep=75&evenements=bal&le=2018-01-20",
            "evenements=bal&annulations=visibles&le=2018-01-20"
        )
    );
    assert_eq!(
        of(Page::Agenda),
        with("dep=75&le=2018-01-20", "dep=75&annulations=visibles&le=2018-01-20")
    );
    assert_eq!(of(Page::Changes), with("dep=75&le=2018-01-20", ""));
    assert_eq!(address().of_page(None).to_string(), "dep=75&le=2018-01-20");
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..365 * 299u64).prop_map(|days| {
        let first = parse_day("1900-01-01").unwrap_or_default();
        first.checked_add_days(Days::new(days)).unwrap_or_default()
    })
}

fn any_choices<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = Choices<T>> {
    any::<u16>().prop_map(|bits| {
        let chosen = T::ALL.iter().filter(|choice| bits >> choice.index() & 1 == 1);
        chosen.copied().collect()
    })
}

fn any_id() -> impl Strategy<Value = Option<Id>> {
    of("[a-z0-9-]{1,80}".prop_filter_map("an id", |text| text.parse().ok()))
}

/// Words that look like parts of an address, or like nothing at all.
fn any_words() -> impl Strategy<Value = String> {
    let nasty = "([&=+%#?/, '’;]|%[0-9A-F]{2}|[éœ²\u{202e}\u{fffd}\u{feff}🚲 ]|dep=|\\PC|[a-z])*";
    prop_oneof![any::<String>(), nasty].prop_map(|text| typed_words(&text))
}

fn any_query() -> impl Strategy<Value = Query> {
    let facets = (any_choices(), any_choices(), any_choices(), any_choices(), any_choices());
    let rest = (any::<bool>(), any_id(), any_id(), any_words());
    (facets, of(any_day()), of(any_day()), rest).prop_map(|(facets, one, other, rest)| {
        let (departments, kinds, audiences, levels, access) = facets;
        let (only_free, season, exhibition, words) = rest;
        let (from, until) = if one.is_some() && other.is_some() {
            (one.min(other), one.max(other))
        } else {
            (one, other)
        };
        Query {
            departments,
            from,
            until,
            kinds,
            audiences,
            levels,
            access,
            only_free,
            season,
            exhibition,
            words,
        }
    })
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let feed = "(/[a-zA-Zé0-9&=+;,'.-]{1,12}){1,4}\\.json"
        .prop_filter_map("a path", |path| path.parse().ok());
    (of(any_day()), select(Lang::ALL), of(feed)).prop_map(|(day, lang, feed)| Settings {
        day,
        lang,
        feed,
    })
}

fn any_events() -> impl Strategy<Value = EventIds> {
    prop::collection::vec(any_id(), 0..6).prop_map(|ids| ids.into_iter().flatten().collect())
}

fn any_address() -> impl Strategy<Value = Address> {
    let month = of(any_day().prop_map(YearMonth::of));
    (any_query(), any_events(), select(View::ALL), month, any_settings()).prop_map(
        |(query, events, view, month, settings)| Address { query, events, view, month, settings },
    )
}

fn any_output() -> impl Strategy<Value = OutputAddress> {
    (any_query(), any_events(), select(Cancellations::ALL), any_settings()).prop_map(
        |(query, events, cancellations, settings)| OutputAddress {
            query,
            events,
            cancellations,
            settings,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_printed_is_read_back(address in any_address()) {
        let printed = address.to_string();
        prop_assert!(printed.is_ascii());
        let parsed = Address::parse(&printed);
        prop_assert_eq!(&parsed, &ParsedAddress { address, unreadable: vec![] });
        prop_assert_eq!(parsed.address.to_string(), printed);
    }

    #[test]
    fn what_is_printed_of_an_output_is_read_back(address in any_output()) {
        let printed = address.to_string();
        prop_assert!(printed.is_ascii());
        prop_assert_eq!(OutputAddress::parse(&printed), ParsedOutput { address, unreadable: vec![] });
    }

    #[test]
    fn no_text_panics_and_what_is_read_prints_what_is_read(search in "\\PC*|((dep|du|au|type|q|evenements|le|lang|flux|gratuit|mois|vue)=([0-9a-z,/.%+-]|\\PC){0,12}&){0,6}") {
        let address = Address::parse(&search).address;
        let again = Address::parse(&address.to_string());
        prop_assert_eq!(again, ParsedAddress { address, unreadable: vec![] });
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Address::parse(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn the_codes_of_a_query_are_those_of_the_feed() {
    assert_eq!(Address::parse("type=autre").address.query.kinds, Choices::only(EventKind::Other));
    assert_eq!(
        Address::parse("dep=95").address.query.departments,
        Choices::only(Department::ValDOise)
    );
}

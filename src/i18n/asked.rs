//! What a query asks, in words: « Paris (75) ; du 1er au 31 mars 2028 ; débats, ateliers ; gratuits ». For paper and for what
//! is taken away; comes with the part of the program that says it.

use qsec2_domain::choices::{Audience, Choice, Choices, EventKind};
use qsec2_domain::date::PartialDate;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::query::Query;

use super::{codes, dates, pick};

/// What a query asks; that it is everything, when it asks for nothing in particular. The feed has the names of seasons and
/// exhibitions; what it does not know goes by its id.
pub fn asked(lang: Lang, query: &Query, feed: &Feed) -> String {
    let said = [
        listed(query.departments, |it| it.to_string()),
        days(lang, query),
        listed(query.kinds, |it| kinds(lang, it).to_owned()),
        listed(query.audiences, |it| audience(lang, it).to_owned()),
        labelled(
            lang,
            ["niveaux", "levels"],
            &listed(query.levels, |it| codes::level(lang, it).to_owned()),
        ),
        access(lang, query),
        if query.only_free { pick(lang, "gratuits", "free").to_owned() } else { String::new() },
        season(lang, query, feed),
        exhibition(lang, query, feed),
        words(lang, query),
    ];
    let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() {
        return pick(lang, "tout l’agenda", "the whole agenda").to_owned();
    }
    said.join(pick(lang, "\u{a0}; ", "; "))
}

fn days(lang: Lang, query: &Query) -> String {
    match (query.from, query.until) {
        (Some(from), Some(until)) => dates::days(lang, from, until),
        (Some(from), None) => match lang {
            Lang::Fr => ["à partir du ", &dates::date(lang, from)].concat(),
            Lang::En => ["from ", &dates::date(lang, from), " on"].concat(),
        },
        (None, Some(until)) => dates::until(lang, PartialDate::Day(until)),
        (None, None) => String::new(),
    }
}

fn access(lang: Lang, query: &Query) -> String {
    let to = listed(query.access, |it| codes::access(lang, it).to_owned());
    if to.is_empty() { to } else { [pick(lang, "accessibles ", "accessible "), &to].concat() }
}

fn season(lang: Lang, query: &Query, feed: &Feed) -> String {
    let Some(id) = &query.season else { return String::new() };
    let name = feed.season(id.as_str()).map_or(id.as_str(), |season| &season.name);
    labelled(lang, ["saison", "season"], name)
}

fn exhibition(lang: Lang, query: &Query, feed: &Feed) -> String {
    let Some(id) = &query.exhibition else { return String::new() };
    let name = feed.exhibition(id.as_str()).map_or(id.as_str(), |exhibition| &exhibition.name);
    labelled(lang, ["exposition", "exhibition"], name)
}

fn words(lang: Lang, query: &Query) -> String {
    let words = query.words.trim();
    match lang {
        _ if words.is_empty() => String::new(),
        Lang::Fr => format!("avec les mots «\u{a0}{words}\u{a0}»"),
        Lang::En => format!("with the words “{words}”"),
    }
}

fn listed<T: Choice>(choices: Choices<T>, name: impl Fn(T) -> String) -> String {
    choices.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn labelled(lang: Lang, [french, english]: [&str; 2], said: &str) -> String {
    match lang {
        _ if said.is_empty() => String::new(),
        Lang::Fr => [french, "\u{a0}: ", said].concat(),
        Lang::En => [english, ": ", said].concat(),
    }
}

/// A kind of event, of which there may be several.
const fn kinds(lang: Lang, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Talk => pick(lang, "conférences", "talks"),
        EventKind::Debate => pick(lang, "débats", "debates"),
        EventKind::Workshop => pick(lang, "ateliers", "workshops"),
        EventKind::Screening => pick(lang, "projections", "screenings"),
        EventKind::Show => pick(lang, "spectacles", "shows"),
        EventKind::Opening => "inaugurations",
        EventKind::Visit => pick(lang, "visites", "visits"),
        EventKind::Activity => pick(lang, "animations", "activities"),
        EventKind::Meeting => pick(lang, "rencontres", "meetings"),
        EventKind::Other => pick(lang, "autres rendez-vous", "other events"),
    }
}

const fn audience(lang: Lang, audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => pick(lang, "tout public", "for everyone"),
        Audience::Families => pick(lang, "pour les familles", "for families"),
        Audience::Children => pick(lang, "pour les enfants", "for children"),
        Audience::Teenagers => pick(lang, "pour les adolescents", "for teenagers"),
        Audience::Adults => pick(lang, "pour les adultes", "for adults"),
        Audience::Schools => pick(lang, "pour les classes", "for school classes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qsec2_domain::address::Address;
    use qsec2_domain::reader;

    fn said(lang: Lang, search: &str) -> String {
        let Ok(reading) = reader::read(include_bytes!("../../public/feed.json")) else {
            panic!("the archive reads")
        };
        asked(lang, &Address::parse(search).address.query, &reading.feed)
    }

    #[test]
    fn everything_that_a_query_asks_is_said() {
        let all = "dep=75,93&du=2018-03-01&au=2018-03-31&type=debat,atelier&public=familles&niveau=college&acces=moteur\
                   &gratuit=1&saison=mobilites&expo=inconnue&q=air+pur";
        assert_eq!(
            said(Lang::Fr, all).replace('\u{a0}', " "),
            "Paris (75), Seine-Saint-Denis (93) ; du 1er au 31 mars 2018 ; débats, ateliers ; pour les familles ; \
             niveaux : collège ; accessibles en fauteuil roulant ; gratuits ; saison : Les Mobilités ; \
             exposition : inconnue ; avec les mots « air pur »"
        );
        assert_eq!(
            said(Lang::En, all),
            "Paris (75), Seine-Saint-Denis (93); from 1 to 31 March 2018; debates, workshops; for families; \
             levels: lower secondary; accessible in a wheelchair; free; season: Les Mobilités; exhibition: inconnue; \
             with the words “air pur”"
        );
    }

    #[test]
    fn no_key_of_the_query_is_passed_over() {
        let nothing = said(Lang::Fr, "");
        assert_eq!(nothing, "tout l’agenda");
        for key in [
            "dep=75",
            "du=2018-03-01",
            "au=2018-03-31",
            "type=autre",
            "public=tous",
            "niveau=lycee",
            "acces=visuel",
            "gratuit=1",
            "saison=air",
            "expo=trajectoires",
            "q=vent",
        ] {
            for lang in [Lang::Fr, Lang::En] {
                let said = said(lang, key);
                assert!(
                    !said.is_empty() && said != nothing && !said.contains("agenda"),
                    "{key}: {said}"
                );
            }
        }
    }

    #[test]
    fn a_period_without_one_end_says_which() {
        assert_eq!(said(Lang::Fr, "du=2018-03-01"), "à partir du 1er mars 2018");
        assert_eq!(said(Lang::Fr, "au=2018-03-01"), "jusqu’au 1er mars 2018");
        assert_eq!(said(Lang::En, "du=2018-03-01"), "from 1 March 2018 on");
        assert_eq!(said(Lang::En, "au=2018-03-01"), "until 1 March 2018");
    }
}

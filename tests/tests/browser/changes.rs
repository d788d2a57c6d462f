//! A visitor comes back: what changed since is told, exactly, and all day long; nothing of it leaves the device.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::{Value, json};

use crate::feeds;
use crate::programme::is_sound;

/// Events that lie ahead of any clock, but for one.
fn before() -> Vec<Value> {
    [
        ("bal", "Le bal des vélos", "2190-01-20T14:00"),
        ("debat", "Un débat", "2190-01-20T15:00"),
        ("visite", "Une visite", "2190-01-21T10:00"),
        ("atelier", "Un atelier", "2190-01-22T10:00"),
        ("ancien", "Un ancien rendez-vous", "2018-01-20T14:00"),
    ]
    .map(|(id, name, start)| feeds::event(id, name, start, "93"))
    .to_vec()
}

/// One is cancelled, one moved, one gone, one new; the past is gone too, which is of no interest.
fn after() -> Vec<Value> {
    let mut events = before();
    events[0]["eventStatus"] = "EventCancelled".into();
    events[1]["startDate"] = "2190-01-23T15:00".into();
    events.truncate(3);
    events.push(feeds::event("neuf", "Un tout nouveau rendez-vous", "2190-01-22T10:00", "94"));
    events
}

fn feed(events: Vec<Value>) -> String {
    feeds::feed(&json!({ "events": events })).to_string()
}

/// As [`feed`], so long that a server sends it in slices.
fn long_feed(mut events: Vec<Value>) -> String {
    let prose = "Un récit qui n’en finit pas. ".repeat(300);
    for event in &mut events {
        event["description"] = prose.clone().into();
    }
    for place in 0..40 {
        let mut more = feeds::event(&format!("e{place}"), "Encore", "2190-02-01T10:00", "75");
        more["description"] = prose.clone().into();
        events.push(more);
    }
    feed(events)
}

const SINCE: &str =
    "Depuis votre visite du 12 janvier 2018 : 1 annulé, 1 déplacé, 1 ajouté, 1 retiré";

#[tokio::test]
async fn who_comes_back_is_told_what_changed_on_the_agenda_at_home_and_in_full() -> Outcome {
    visit(&feeds::with_events(&before().into()), async |visitor| {
        visitor.open("/changements").await?;
        visitor.sees("À votre prochaine visite, cette page dira ce qui a changé").await?;
        visitor.open("/agenda").await?;
        visitor.hears("4 événements").await?;
        remembered(visitor).await?;
        assert!(visitor.all(with(Role::Link, "Depuis votre visite")).await?.is_empty());
        another_day(visitor).await?;
        visitor.server.replace_feed(&feed(after()))?;
        visitor.open("/agenda").await?;
        visitor.hears("4 événements").await?;
        visitor.find(named(Role::Link, SINCE)).await?;
        // All day long.
        remembered(visitor).await?;
        visitor.reload().await?;
        visitor.find(named(Role::Link, SINCE)).await?;
        visitor.open("/").await?;
        visitor.find(named(Role::Link, SINCE)).await?;
        visitor.follow(SINCE).await?;
        visitor.is_at("/changements").await?;
        visitor.sees("Votre dernière visite : le 12 janvier 2018.").await?;
        assert_eq!(
            told(visitor).await?,
            [
                "Annulé Le bal des vélos",
                "Nouvelle date Un débat",
                "Ajouté Un tout nouveau rendez-vous"
            ]
        );
        visitor.sees("1 événement a été retiré du programme.").await?;
        visitor.follow("Un débat").await?;
        visitor.is_at("/agenda/debat").await
    })
    .await
}

#[tokio::test]
async fn what_one_keeps_is_named_first_and_the_pages_are_sound() -> Outcome {
    visit(&feeds::with_events(&before().into()), async |visitor| {
        visitor.session.bring_axe().await?;
        visitor.open("/agenda/debat").await?;
        visitor.press("Garder dans mon programme").await?;
        visitor.follow("Mon programme").await?;
        remembered(visitor).await?;
        another_day(visitor).await?;
        visitor.server.replace_feed(&feed(after()))?;
        visitor.open("/mon-programme").await?;
        visitor.find(named(Role::Link, SINCE)).await?;
        assert_eq!(told(visitor).await?, ["Nouvelle date Un débat"]);
        is_sound(visitor).await?;
        visitor.open("/changements").await?;
        visitor.sees("Depuis votre dernière visite").await?;
        is_sound(visitor).await?;
        visitor.open("/agenda").await?;
        visitor.find(named(Role::Link, SINCE)).await?;
        is_sound(visitor).await
    })
    .await
}

#[tokio::test]
async fn nothing_is_compared_on_another_day_or_with_another_feed_or_when_nothing_changed() -> Outcome
{
    visit(&feeds::with_events(&before().into()), async |visitor| {
        visitor.open("/agenda").await?;
        remembered(visitor).await?;
        another_day(visitor).await?;
        visitor.open("/changements").await?;
        visitor.sees("Rien n’a changé depuis votre visite du 12 janvier 2018.").await?;
        another_day(visitor).await?;
        visitor.server.replace_feed(&feed(after()))?;
        for address in ["/changements?le=2018-01-20", "/changements?flux=/feed.json"] {
            visitor.open(address).await?;
            visitor.sees("Le journal du programme").await?;
            visitor.no_longer_sees("dernière visite").await?;
        }
        visitor.open("/changements").await?;
        visitor.sees("Votre dernière visite : le 12 janvier 2018.").await
    })
    .await
}

#[tokio::test]
async fn a_feed_in_slices_is_compared_once_all_of_it_is_there_and_nothing_is_pushed_down() -> Outcome
{
    let programme = qsec2_tests::support::programme::Programme::Written(long_feed(before()));
    visit(&programme, async |visitor| {
        visitor.session.resize(360, 740).await?;
        visitor.open("/agenda").await?;
        remembered(visitor).await?;
        another_day(visitor).await?;
        visitor.server.replace_feed(&long_feed(after()))?;
        visitor.open("/agenda").await?;
        visitor.find(named(Role::Link, "Depuis le 12 janvier 2018 : 4 changements")).await?;
        let shifts: f64 = visitor.session.web.execute_async(SHIFTS, Vec::new()).await?.convert()?;
        assert!(shifts < 0.001, "the page was pushed down by {shifts}");
        Ok(())
    })
    .await
}

/// How much of what stands below the line was moved while what it stands in was not, as browsers reckon it.
const SHIFTS: &str = "
    const [done] = arguments;
    let sum = 0;
    new PerformanceObserver(list => {
        const head = document.querySelector('.agenda-head');
        const pushed = entry => !entry.sources.some(it => it.node === head);
        for (const entry of list.getEntries()) if (!entry.hadRecentInput && pushed(entry)) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
";

/// What the list of changes since the last visit says.
async fn told(visitor: &Visitor) -> Outcome<Vec<String>> {
    let said = "
        return [...document.querySelectorAll('.told li')].map(item => item.innerText.replace(/\\s+/g, ' ').trim());
    ";
    let some = async || {
        let said: Vec<String> = visitor.session.web.execute(said, Vec::new()).await?.convert()?;
        Ok((!said.is_empty()).then_some(said))
    };
    visitor.until("what changed is told", some).await
}

/// Waits until the device remembers what was seen today.
async fn remembered(visitor: &Visitor) -> Outcome {
    let today = "
        const seen = localStorage.getItem('qsec2.visite') || '';
        return seen !== '' && !seen.includes(' 2018-01-12');
    ";
    let is_there = async || {
        let is_there: bool = visitor.session.web.execute(today, Vec::new()).await?.convert()?;
        Ok(is_there.then_some(()))
    };
    visitor.until("the device remembers the visit", is_there).await
}

/// As if the last visit had been on 12 January 2018.
async fn another_day(visitor: &Visitor) -> Outcome {
    let age = "
        const seen = localStorage.getItem('qsec2.visite');
        localStorage.setItem('qsec2.visite', seen.replace(/ \\d{4}-\\d\\d-\\d\\d/, ' 2018-01-12'));
    ";
    Ok(visitor.session.web.execute(age, Vec::new()).await.map(drop)?)
}

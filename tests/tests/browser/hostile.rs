//! Feeds that mean harm: nothing of them runs, nothing dangerous is clickable, nothing breaks the page.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

use crate::feeds::{feed, with_events};

const PAGES: [&str; 12] = [
    "/",
    "/agenda",
    "/agenda/mal",
    "/itineraire",
    "/itineraire/etape-mal",
    "/departements",
    "/departements/93",
    "/groupes",
    "/groupes/groupe-mal",
    "/actualites",
    "/ressources",
    "/a-propos",
];

/// A feed whose every text is this.
fn all_texts(text: &str) -> Programme {
    let place = json!({
        "name": text, "department": "93",
        "address": { "addressLocality": text, "streetAddress": text, "postalCode": text },
    });
    let link = "javascript:window.ran=1";
    let lists = json!({
        "name": text, "description": text,
        "seasons": [{ "id": "saison", "name": text, "description": text, "questions": [text], "source": [link] }],
        "organizations": [{ "id": "op", "name": text, "roles": ["operateur"], "departments": ["93"], "url": link,
            "contactPoint": [{ "telephone": text, "email": text, "address": text, "knownFrom": text }] }],
        "exhibitions": [{ "id": "expo", "name": text, "season": "saison", "description": text }],
        "stops": [{ "id": "etape-mal", "exhibition": "expo", "location": place, "startDate": "2018-01-09",
            "endDate": "2018-03-10", "openingHours": text, "schoolVisits": text, "admission": text, "description": text,
            "url": link, "precision": text }],
        "events": [{ "id": "mal", "name": text, "startDate": "2018-01-20T14:00", "location": place, "stop": "etape-mal",
            "description": text, "url": link, "timeNote": text, "audienceNote": text, "admission": text,
            "organizer": [{ "name": text }], "source": [link, "data:text/html,<script>window.ran=1</script>"],
            "precision": text }],
        "groups": [{ "id": "groupe-mal", "name": text, "department": "93", "season": "saison", "theme": text,
            "members": text, "activities": [text], "productions": [text] }],
        "news": [{ "id": "n", "name": text, "description": text, "group": "groupe-mal", "department": "93" }],
        "resources": [{ "id": "r", "name": text, "description": text, "url": link, "department": "93" }],
        "figures": [{ "id": "f", "name": text, "value": 12, "unitText": text, "scope": text }],
    });
    Programme::Written(feed(&lists).to_string())
}

#[tokio::test]
async fn markup_in_every_text_is_shown_as_text_and_runs_nowhere() -> Outcome {
    let text = "<script>window.ran=1</script><img src=x onerror=\"window.ran=1\"><svg onload=window.ran=1>";
    visit(&all_texts(text), async |visitor| {
        for page in PAGES {
            visitor.open(&format!("{page}?le=2018-01-20")).await?;
            unharmed(visitor, page).await?;
        }
        visitor.open("/agenda/mal").await?;
        visitor.find(with(Role::Heading, "<script>window.ran=1</script>")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn only_links_of_four_kinds_are_ever_clickable() -> Outcome {
    let links = [
        "javascript:window.ran=1",
        "JaVaScRiPt:window.ran=1",
        " javascript:window.ran=1",
        "java\tscript:window.ran=1",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "//ailleurs.example",
    ];
    let events: Vec<_> = links.iter().enumerate().map(|(place, link)| {
        json!({ "id": format!("lien-{place}"), "name": format!("Lien {place}"), "url": link, "source": [link] })
    }).collect();
    visit(&with_events(&json!(events)), async |visitor| {
        for place in 0..links.len() {
            let page = format!("/agenda/lien-{place}");
            visitor.open(&page).await?;
            visitor.find(named(Role::Heading, &format!("Lien {place}"))).await?;
            unharmed(visitor, &page).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn marks_that_turn_the_direction_of_writing_turn_nothing() -> Outcome {
    let turned = "Entrée libre \u{202e}stiutarg tnos suot\u{2066} et après\u{200f}";
    visit(&all_texts(turned), async |visitor| {
        for page in PAGES {
            visitor.open(&format!("{page}?le=2018-01-20")).await?;
            let marks = "return /[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]/.test(document.documentElement.textContent + document.title)";
            let marks: bool = visitor.session.web.execute(marks, Vec::new()).await?.convert()?;
            assert!(!marks, "{page} still has the marks");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn names_of_ten_thousand_characters_make_no_page_wider_than_a_phone() -> Outcome {
    for long in ["a".repeat(10_000), "mot ".repeat(2_500)] {
        visit(&all_texts(&long), async |visitor| {
            visitor.session.resize(320, 640).await?;
            for page in PAGES {
                visitor.open(&format!("{page}?le=2018-01-20")).await?;
                visitor.find(any(Role::Main)).await?;
                unharmed(visitor, page).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Nothing ran, no link runs anything, and the page is no wider than the window.
async fn unharmed(visitor: &Visitor, page: &str) -> Outcome {
    let look = "
        const bad = [...document.querySelectorAll('a[href]')].map(link => link.protocol)
            .filter(it => !['http:', 'https:', 'mailto:', 'tel:'].includes(it));
        const root = document.documentElement;
        const wide = [...document.body.querySelectorAll('*')].filter(it => it.getBoundingClientRect().right > root.clientWidth + 1);
        const too_wide = root.scrollWidth > root.clientWidth
            ? wide.slice(0, 6).map(it => `too wide: ${it.tagName} ${it.getAttribute('class')}`) : [];
        return [...bad, ...('ran' in window ? ['it ran'] : []), ...too_wide];
    ";
    let harm: Vec<String> = visitor.session.web.execute(look, Vec::new()).await?.convert()?;
    assert!(harm.is_empty(), "{page}: {harm:?}");
    Ok(())
}

//! Query strings that nobody meant: what can't be read is named, and nothing else breaks.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::visitor::visit;

use crate::feeds;

const NOTICE: &str = "n’a pas été comprise et a été laissée de côté";

#[tokio::test]
async fn values_that_cant_be_read_are_named_and_the_rest_of_the_query_holds() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        for (query, named_as) in [
            ("dep=99", "dep=99"),
            ("dep=93,99", "dep=99"),
            ("du=2018-02-30", "du=2018-02-30"),
            ("type=concert", "type=concert"),
            ("le=demain", "le=demain"),
            ("vue=plan", "vue=plan"),
            ("flux=https://ailleurs.example/feed.json", "flux=https://ailleurs.example/feed.json"),
            ("lang=de", "lang=de"),
        ] {
            visitor.open(&format!("/agenda?{query}")).await?;
            visitor.hears(NOTICE).await?;
            visitor.sees(named_as).await?;
            visitor.find(named(Role::Heading, "Agenda")).await?;
        }
        visitor.open("/agenda?dep=93,99&le=2018-01-19").await?;
        visitor.hears("2 événements").await
    })
    .await
}

#[tokio::test]
async fn what_is_unknown_or_readable_is_not_complained_about() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?utm_source=lettre&dep=93&le=2018-01-19").await?;
        visitor.hears("2 événements").await?;
        visitor.no_longer_sees(NOTICE).await
    })
    .await
}

#[tokio::test]
async fn long_and_hostile_queries_break_nothing_and_run_nothing() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        let long = format!("q={}", "a".repeat(4000));
        let many = format!("dep={}", vec!["99"; 1000].join(","));
        for query in [
            "q=%3Cscript%3Ewindow.ran=1%3C/script%3E",
            "dep=%3Cimg%20src=x%20onerror=window.ran=1%3E",
            "dep=%ff%fe&q=%00%e2%80%ae",
            "du=9999999999-01-01&au=-1",
            "q=%",
            "&&&===&?&#",
            &long,
            &many,
        ] {
            visitor.open(&format!("/agenda?{query}&le=2018-01-19")).await?;
            visitor.find(named(Role::Heading, "Agenda")).await?;
            let query: String = query.chars().take(60).collect();
            let ran: bool = visitor.session.web.execute("return 'ran' in window", Vec::new()).await?.convert()?;
            assert!(!ran, "{query} ran");
            let overflows = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
            let wide: bool = visitor.session.web.execute(overflows, Vec::new()).await?.convert()?;
            assert!(!wide, "{query}… makes the page wider than the window");
        }
        Ok(())
    })
    .await
}

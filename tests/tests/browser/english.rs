//! The site in English: complete, and the same page with the same query.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};

#[tokio::test]
async fn the_other_language_keeps_page_and_query_and_names_itself_to_the_browser() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/agenda?dep=93&le=2018-01-20").await?;
        assert_eq!(language(visitor).await?, "fr");
        visitor.follow("English").await?;
        visitor.is_at("/agenda?dep=93&le=2018-01-20&lang=en").await?;
        visitor.find(named(Role::SearchBox, "Search")).await?;
        assert_eq!(language(visitor).await?, "en");
        assert!(
            visitor
                .find(named(Role::Checkbox, "Seine-Saint-Denis (93)"))
                .await?
                .is_selected()
                .await?
        );
        visitor.sees("The site is shown as on").await?;
        visitor.follow("Français").await?;
        visitor.is_at("/agenda?dep=93&le=2018-01-20").await?;
        visitor.find(named(Role::SearchBox, "Rechercher")).await?;
        assert_eq!(language(visitor).await?, "fr");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn links_of_an_english_page_lead_to_english_pages() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/?lang=en&le=2018-01-20").await?;
        visitor.sees("from 9 January to 10 March 2018").await?;
        visitor.sees("49 days left").await?;
        let links = "
            const ours = [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'));
            return ours.filter(href => !href.includes('lang=en') && !href.endsWith('.json'));
        ";
        let french: Vec<String> = visitor.session.web.execute(links, Vec::new()).await?.convert()?;
        // One link leads to French on purpose.
        assert_eq!(french, ["/?le=2018-01-20"]);
        Ok(())
    })
    .await
}

async fn language(visitor: &Visitor) -> Outcome<String> {
    Ok(visitor
        .session
        .web
        .execute("return document.documentElement.lang", Vec::new())
        .await?
        .convert()?)
}

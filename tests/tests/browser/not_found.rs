//! Addresses that lead nowhere.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

#[tokio::test]
async fn an_unknown_address_and_an_unknown_id_say_so_with_a_404_and_the_agendas_search() -> Outcome
{
    visit(&Programme::Archive, async |visitor| {
        visitor.expect_complaint("status of 404");
        for path in [
            "/nulle-part",
            "/agenda/pas-un-evenement",
            "/itineraire/x",
            "/departements/13",
            "/groupes/y",
        ] {
            visitor.open(path).await?;
            visitor.find(named(Role::Heading, "Page introuvable")).await?;
            assert_eq!(status(visitor, path).await?, 404, "{path}");
        }
        visitor.search_for("Drancy").await?;
        visitor.press("Rechercher").await?;
        visitor.is_at("/agenda?q=Drancy").await?;
        visitor.hears("événement").await?;
        visitor.find(named(Role::Heading, "Agenda")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_page_that_exists_is_answered_with_200() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        for path in ["/", "/agenda?dep=93", "/itineraire", "/departements/93", "/espace"] {
            assert_eq!(status(visitor, path).await?, 200, "{path}");
        }
        Ok(())
    })
    .await
}

async fn status(visitor: &Visitor, path: &str) -> Outcome<u16> {
    let ask = "const [path, done] = arguments; fetch(path).then(answer => done(answer.status), () => done(0));";
    Ok(visitor.session.web.execute_async(ask, vec![json!(path)]).await?.convert()?)
}

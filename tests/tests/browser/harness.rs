//! The tests' own eyes: what they rely on to notice that something is wrong does notice it.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::visit;

#[tokio::test]
async fn an_error_in_the_console_fails_a_test() {
    let visit = visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        visitor.session.web.execute("console.error('provoked by a test')", Vec::new()).await?;
        Ok(())
    });
    let Err(error) = visit.await else { panic!("nobody noticed") };
    assert!(error.to_string().contains("provoked by a test"), "{error}");
}

#[tokio::test]
async fn a_script_that_the_policy_refuses_fails_a_test_and_does_not_run() {
    let refused = visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        let script = "const it = document.createElement('script'); it.textContent = 'window.ran = 1'; document.body.append(it);";
        visitor.session.web.execute(script, Vec::new()).await?;
        let ran: bool =
            visitor.session.web.execute("return 'ran' in window", Vec::new()).await?.convert()?;
        assert!(!ran, "an inline script ran");
        Ok(())
    });
    let Err(error) = refused.await else { panic!("nobody noticed") };
    assert!(error.to_string().contains("Content Security Policy"), "{error}");
}

#[tokio::test]
async fn axe_finds_what_is_wrong() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.session.bring_axe().await?;
        visitor.open("/").await?;
        let image = "document.querySelector('main').append(Object.assign(new Image(), { src: '/icon.svg' }));";
        visitor.session.web.execute(image, Vec::new()).await?;
        let verdict = visitor.session.axe(Rules::All).await?;
        assert!(verdict.violations.iter().any(|it| it.rule == "image-alt"), "{verdict:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_hidden_is_not_found() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        let agenda = named(Role::Link, "Agenda");
        assert_eq!(visitor.all(agenda).await?.len(), 1);
        visitor
            .session
            .web
            .execute("document.querySelector('header').hidden = true", Vec::new())
            .await?;
        visitor.gone(agenda).await
    })
    .await
}

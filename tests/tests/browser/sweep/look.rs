//! What is looked at on every page.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::visitor::Visitor;
use serde::Deserialize;

use super::defects::Defects;

/// What must hold on every page, as the browser has it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    title: String,
    headings: usize,
    language: String,
    landmarks: Vec<String>,
    skip_link_first: bool,
}

const LOOK: &str = "
    const landmarks = ['banner', 'main', 'contentinfo'];
    const all = [...document.body.querySelectorAll('*')];
    const first = all.find(it => it.matches('a[href], button, input, summary'));
    return {
        title: document.title,
        headings: document.querySelectorAll('h1').length,
        language: document.documentElement.lang,
        landmarks: all.filter(it => landmarks.includes(it.computedRole)).map(it => it.computedRole)
            .concat([...document.querySelectorAll('nav')].map(it => `navigation ${it.computedName}`)),
        skipLinkFirst: first !== undefined && first.getAttribute('href')?.startsWith('#') === true,
    };
";

/// Everything: frame, width, axe-core.
pub(crate) async fn at(
    visitor: &Visitor,
    page: &str,
    variant: &str,
    defects: &mut Defects,
) -> Outcome {
    visitor.session.at_rest().await?;
    for_frame(visitor, page, variant, defects).await?;
    for_width(visitor, page, variant, defects).await?;
    defects.add_verdict(page, variant, &visitor.session.axe(Rules::All).await?);
    Ok(())
}

/// What another scheme changes: colours.
pub(crate) async fn for_colours(
    visitor: &Visitor,
    page: &str,
    variant: &str,
    defects: &mut Defects,
) -> Outcome {
    visitor.session.at_rest().await?;
    defects.add_verdict(page, variant, &visitor.session.axe(Rules::Colours).await?);
    Ok(())
}

/// Whether the page is no wider than the window; if it is, what sticks out.
pub(crate) async fn for_width(
    visitor: &Visitor,
    page: &str,
    variant: &str,
    defects: &mut Defects,
) -> Outcome {
    let wide = "
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        const out = [...document.body.querySelectorAll('*')].filter(it => {
            const box = it.getBoundingClientRect();
            return box.width > 0 && box.right > root.clientWidth + 1;
        });
        const name = it => it.tagName.toLowerCase() + (it.getAttribute('class') ? '.' + it.getAttribute('class').split(' ').join('.') : '');
        return [`${root.scrollWidth} > ${root.clientWidth}`, ...out.slice(0, 5).map(name)];
    ";
    let wide: Vec<String> = visitor.session.web.execute(wide, Vec::new()).await?.convert()?;
    if !wide.is_empty() {
        defects.add(page, variant, format!("scrolls sideways: {}", wide.join(", ")));
    }
    Ok(())
}

async fn for_frame(visitor: &Visitor, page: &str, variant: &str, defects: &mut Defects) -> Outcome {
    let seen: Page = visitor.session.web.execute(LOOK, Vec::new()).await?.convert()?;
    if seen.headings != 1 {
        defects.add(page, variant, format!("{} headings of level 1", seen.headings));
    }
    let name = seen.title.strip_suffix(" — QSEC²").unwrap_or_default();
    if name.trim().is_empty() {
        defects.add(page, variant, format!("title « {} »", seen.title));
    }
    let lang = if page.contains("lang=en") { "en" } else { "fr" };
    if seen.language != lang {
        defects.add(page, variant, format!("language « {} »", seen.language));
    }
    if !seen.skip_link_first {
        defects.add(page, variant, "the skip link is not the first thing that Tab reaches");
    }
    let main_navigation = if lang == "fr" {
        "navigation Navigation principale"
    } else {
        "navigation Main navigation"
    };
    for landmark in ["banner", "main", "contentinfo", main_navigation] {
        let count = seen.landmarks.iter().filter(|it| *it == landmark).count();
        if count != 1 {
            defects.add(page, variant, format!("{count} landmarks « {landmark} »"));
        }
    }
    Ok(())
}

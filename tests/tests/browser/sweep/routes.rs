//! Every address that is looked at: the fixed pages, one record of each kind, and the states of the agenda.

use qsec2_domain::pages::Page;
use qsec2_domain::reader;
use qsec2_tests::support::Outcome;
use qsec2_tests::support::visitor::Visitor;

/// All of them, in a language, with the records that the server's feed has.
pub(crate) async fn all(visitor: &Visitor, lang: &str) -> Outcome<Vec<String>> {
    let mut paths: Vec<String> = Page::fixed().map(|page| page.path()).collect();
    paths.extend(records(visitor).await?);
    paths.extend(
        [
            "/agenda?dep=93&type=debat,atelier&q=air&du=2015-01-01",
            "/agenda?q=xylophone",
            "/agenda?vue=mois&mois=2018-01",
            "/agenda?dep=99&le=hier",
            "/?le=2018-01-20",
            "/?le=2018-07-01",
            "/agenda?le=2018-01-20",
            "/itineraire?le=2018-01-20",
            "/itineraire?expo=air-lexpo-qui-inspire",
            "/nulle-part",
            "/agenda/pas-un-evenement",
        ]
        .map(str::to_owned),
    );
    Ok(paths.into_iter().map(|path| in_language(lang, &path)).collect())
}

/// A page as on a day.
pub(crate) fn on(day: &str, path: &str) -> String {
    with_key(path, &format!("le={day}"))
}

fn in_language(lang: &str, path: &str) -> String {
    if lang == "fr" { path.to_owned() } else { with_key(path, &format!("lang={lang}")) }
}

fn with_key(path: &str, key: &str) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}{key}")
}

/// An event, a stop and a group: the first and the last of each, which differ most in what is known.
async fn records(visitor: &Visitor) -> Outcome<Vec<String>> {
    visitor.open("/").await?;
    let ask =
        "const [done] = arguments; fetch('/feed.json').then(answer => answer.text()).then(done);";
    let text: String = visitor.session.web.execute_async(ask, Vec::new()).await?.convert()?;
    let feed = reader::read(text.as_bytes())?.feed;
    let ends = |ids: Vec<Page>| [ids.first().cloned(), ids.last().cloned()];
    let events = ends(feed.events.iter().map(|it| Page::Event(it.id.clone())).collect());
    let stops = ends(feed.stops.iter().map(|it| Page::Stop(it.id.clone())).collect());
    let groups = ends(feed.groups.iter().map(|it| Page::Group(it.id.clone())).collect());
    let pages = events.into_iter().chain(stops).chain(groups);
    Ok(pages.flatten().map(|page| page.path()).collect())
}

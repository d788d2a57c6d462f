//! What the browser module does in a real browser; run as wasm in headless Chromium.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::history::{self, Entry};
use super::{focus, now_ms, saved, set_language, set_title, takeover, today};

wasm_bindgen_test_configure!(run_in_browser);

fn page() -> web_sys::Document {
    let Some(document) = super::document() else { panic!("these tests run in a page") };
    document
}

/// Puts an element of one's own into the page.
fn put(html: &str) {
    if let Some(body) = page().body() {
        let _ = body.insert_adjacent_html("beforeend", html);
    }
}

#[wasm_bindgen_test]
fn today_is_a_day_near_the_clocks() {
    let Some((on_device, _)) = super::day_and_hour(now_ms()) else { panic!("no clock") };
    assert!((today() - on_device).num_days().abs() <= 1);
}

#[wasm_bindgen_test]
fn what_is_kept_comes_back_and_the_tab_keeps_its_own() {
    saved::keep("essai", "sur l’appareil");
    saved::keep_in_tab("essai", "dans l’onglet");
    assert_eq!(saved::kept("essai").as_deref(), Some("sur l’appareil"));
    assert_eq!(saved::kept_in_tab("essai").as_deref(), Some("dans l’onglet"));
    assert_eq!(saved::kept("jamais-garde"), None);
}

#[wasm_bindgen_test]
async fn a_kept_feed_comes_back_byte_by_byte_with_its_age_and_only_under_its_path() {
    let before = now_ms();
    saved::keep_feed("/essai.json", b"{\"version\": \"1.0\"}").await;
    let Some(feed) = saved::kept_feed("/essai.json").await else { panic!("nothing was kept") };
    assert_eq!(feed.bytes, b"{\"version\": \"1.0\"}");
    assert!((before..=now_ms()).contains(&feed.at_ms));
    assert!(saved::kept_feed("/autre.json").await.is_none());
}

#[wasm_bindgen_test]
async fn a_feed_kept_later_takes_the_place_of_the_one_before() {
    saved::keep_feed("/deux-fois.json", b"1").await;
    saved::keep_feed("/deux-fois.json", b"2").await;
    assert_eq!(
        saved::kept_feed("/deux-fois.json").await.map(|feed| feed.bytes),
        Some(b"2".to_vec())
    );
}

#[wasm_bindgen_test]
fn an_address_is_written_and_read_and_a_refined_one_stays_the_same_entry() {
    history::take_over();
    history::write("/agenda?dep=75#liste", Entry::New);
    let here = history::location();
    assert_eq!((here.path.as_str(), here.search.as_str()), ("/agenda", "dep=75"));
    assert_eq!(here.fragment, "liste");
    let key = history::key();
    history::write("/agenda?dep=75,93", Entry::Present);
    assert_eq!(history::key(), key, "the entry is the same");
    history::write("/itineraire", Entry::New);
    assert_ne!(history::key(), key, "the entry is another");
}

#[wasm_bindgen_test]
fn title_language_and_focus_are_the_documents() {
    set_title("Essai — QSEC²");
    set_language("en");
    put(r#"<h1 id="essai-titre" tabindex="-1">Essai</h1>"#);
    focus("essai-titre");
    assert_eq!(page().title(), "Essai — QSEC²");
    let language = page().document_element().and_then(|root| root.get_attribute("lang"));
    assert_eq!(language.as_deref(), Some("en"));
    assert_eq!(page().active_element().map(|it| it.id()).as_deref(), Some("essai-titre"));
}

#[wasm_bindgen_test]
fn what_was_sent_goes_and_what_the_app_put_beside_it_stays() {
    put(r#"<div id="essai-app" data-rendered><p>Envoyé</p><p data-app>De l’application</p></div>"#);
    assert!(takeover::is_rendered("essai-app"));
    takeover::begin("essai-app");
    assert!(!takeover::is_rendered("essai-app"));
    let left = page().get_element_by_id("essai-app").and_then(|root| root.text_content());
    assert_eq!(left.as_deref(), Some("De l’application"));
    takeover::begin("pas-la");
}

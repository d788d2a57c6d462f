//! Texts and links: nothing runs, nothing hides, nothing turns round, nothing is without end.

use serde_json::json;

use super::{event_with, only, reading_with};
use crate::report::{Effect, Fault};

#[test]
fn a_script_in_a_name_is_text_like_any_other() {
    let name = "<script>alert(1)</script> & <b>";
    let (event, problems) = event_with("name", json!(name));
    assert_eq!(event.name, name);
    assert!(problems.is_empty());
}

#[test]
fn marks_that_turn_the_writing_are_taken_out() {
    let name = "Dé\u{202e}bat\u{200f} \u{2066}du\u{2069} \u{61c}soir\u{feff}";
    let (event, problems) = event_with("name", json!(name));
    assert_eq!(event.name, "Débat du soir");
    assert_eq!(only(&problems), ("/events/0/name", Effect::ValueCorrected));
    assert_eq!(problems[0].fault, Fault::UnsafeCharacters);
}

#[test]
fn a_name_is_one_line_and_a_description_may_have_several() {
    let (event, problems) = event_with("name", json!(" Un\ndébat\tdu\r\nsoir "));
    assert_eq!(event.name, "Un débat du soir");
    assert!(problems.is_empty());
    let (event, problems) = event_with("description", json!("Un\r\ndeux\u{0}\u{1b}[31m"));
    assert_eq!(event.description.as_deref(), Some("Un\ndeux[31m"));
    assert_eq!(only(&problems), ("/events/0/description", Effect::ValueCorrected));
}

#[test]
fn a_name_of_ten_thousand_characters_is_cut_at_three_hundred() {
    let (event, problems) = event_with("name", json!("é".repeat(10_000)));
    assert_eq!(event.name.chars().count(), 300);
    assert!(event.name.ends_with("é…"));
    assert_eq!(only(&problems), ("/events/0/name", Effect::ValueCorrected));
    assert_eq!(problems[0].fault, Fault::TooLong { limit: 300 });
    let (event, _) = event_with("name", json!("é".repeat(300)));
    assert!(event.name.ends_with("éé"));
}

#[test]
fn a_description_is_cut_at_five_thousand() {
    let (event, problems) = event_with("description", json!("🚲".repeat(10_000)));
    assert_eq!(event.description.map(|text| text.chars().count()), Some(5000));
    assert_eq!(problems[0].fault, Fault::TooLong { limit: 5000 });
}

#[test]
fn half_a_character_spoils_only_its_own_value() {
    let text = r#"{"version":"1.0","name":"n","events":[{"id":"a","name":"a","description":"\ud83d","\udead":1},{"id":"b","name":"\ude00"}]}"#;
    let Ok(reading) = crate::reader::read(text.as_bytes()) else { panic!("refused") };
    assert_eq!(reading.feed.events.len(), 1);
    assert_eq!(reading.feed.events[0].description, None);
    assert!(reading.report.problems().iter().all(|one| one.fault == Fault::UnreadableText));
    assert_eq!(reading.report.omitted(), 1);
}

#[test]
fn an_escaped_name_of_a_property_is_that_property() {
    let text = r#"{"version":"1.0","n\u0061me":"n","\u0065vents":[{"\u0069d":"a","name":"\u00e9\ud83d\ude00"}]}"#;
    let Ok(reading) = crate::reader::read(text.as_bytes()) else { panic!("refused") };
    assert!(reading.report.is_clean(), "{:?}", reading.report);
    assert_eq!(reading.feed.events[0].name, "é😀");
}

#[test]
fn only_four_kinds_of_address_become_links() {
    for text in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>",
        "java\tscript:alert(1)",
        "//example.org",
        "www.example.org",
        "https://exa\u{200f}mple.org",
    ] {
        let (event, problems) = event_with("url", json!(text));
        assert_eq!(event.url, None, "{text}");
        assert_eq!(only(&problems), ("/events/0/url", Effect::ValueLeftOut));
        assert!(matches!(problems[0].fault, Fault::ForbiddenLink { .. }));
    }
    for text in
        ["https://example.org/", "http://example.org", "mailto:a@example.org", "tel:+33140795815"]
    {
        let (event, problems) = event_with("url", json!(text));
        assert_eq!(event.url.map(|link| link.to_string()).as_deref(), Some(text));
        assert!(problems.is_empty());
    }
}

#[test]
fn a_bad_link_among_sources_is_left_out_and_the_others_stay() {
    let (event, problems) =
        event_with("source", json!(["https://example.org/", "javascript:alert(1)"]));
    assert_eq!(event.provenance.source.len(), 1);
    assert_eq!(only(&problems), ("/events/0/source/1", Effect::ValueLeftOut));
}

#[test]
fn a_mail_address_cannot_smuggle_a_copy_or_a_subject() {
    for (email, kept) in [
        ("contact@example.org", true),
        ("contact@example.org?bcc=a@b.c", false),
        ("a@b.c,d@e.f", false),
        ("contact", false),
        ("a b@c.d", false),
        ("a%0ab@c.d", false),
    ] {
        let reading = reading_with(
            "/organizations/0/contactPoint",
            json!({ "email": email, "telephone": "01" }),
        );
        let contact = &reading.feed.organizations[0].contact_point[0];
        assert_eq!(contact.email.is_some(), kept, "{email}");
        assert_eq!(reading.report.is_clean(), kept, "{email}");
    }
}

#[test]
fn a_report_shows_no_more_of_a_value_than_a_short_clean_piece() {
    let (_, problems) =
        event_with("url", json!(["javascript:\u{202e}", &"x".repeat(10_000)].concat()));
    let Fault::ForbiddenLink { text } = &problems[0].fault else { panic!("{problems:?}") };
    assert!(text.chars().count() <= 80 && !text.contains('\u{202e}'), "{text}");
}

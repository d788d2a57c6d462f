//! Content lines of iCalendar: escaped, ended by CR LF, folded after at most 75 octets and never inside a character.
//!
//! No text can begin a line of its own, whatever it holds: control characters are dropped or escaped on the way in.

use crate::outputs::details::{one_line, plain};

/// The most octets of a line, its end not counted.
const LIMIT: usize = 75;

/// The lines written so far.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// A line whose value needs no escaping. Should it hold an end of line all the same, that is no end here.
    pub(super) fn line(&mut self, line: &str) {
        let mut room = LIMIT;
        for c in line.chars().filter(|c| !c.is_control()) {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LIMIT - 1;
            }
            self.text.push(c);
            room -= c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A property whose value is any text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.line(&[name, ":", &escaped(value)].concat());
    }

    /// A property whose value is a list of texts.
    pub(super) fn texts(&mut self, name: &str, values: &[&str]) {
        let values: Vec<_> = values.iter().map(|value| escaped(value)).collect();
        self.line(&[name, ":", &values.join(",")].concat());
    }

    /// All of it.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Text as a value: `\`, `;`, `,` and ends of lines stand behind a `\`.
fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text as the value of a parameter, in quotes. It can't hold quotes itself: they become single ones.
pub(super) fn quoted(text: &str) -> String {
    ["\"", &one_line(text).replace('"', "'"), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    proptest! {
        #[test]
        fn any_text_is_one_line_of_at_most_75_octets_a_piece(text in "(\\PC|[\\x00-\\x1f\u{85}🚲é;,\\\\\"]|a{1,80}){0,60}") {
            let mut lines = Lines::default();
            lines.text("X", &text);
            let all = lines.into_text();
            prop_assert!(all.ends_with("\r\n"));
            for piece in all.split_terminator("\r\n") {
                prop_assert!(piece.len() <= LIMIT, "{piece:?}");
                prop_assert!(!piece.chars().any(char::is_control), "{piece:?}");
            }
            let line = unfolded(&all);
            prop_assert_eq!(line.matches("\r\n").count(), 1);
            let value = line.trim_end_matches("\r\n").strip_prefix("X:").map(|value| {
                value.replace("\\\\", "\0").replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace('\0', "\\")
            });
            prop_assert_eq!(value, Some(plain(&text)));
        }

        #[test]
        fn any_text_stays_within_its_quotes(text in "(\\PC|[\\x00-\\x1f\";:,])*") {
            let quoted = quoted(&text);
            prop_assert_eq!(quoted.matches('"').count(), 2);
            prop_assert!(!quoted.chars().any(char::is_control));
        }
    }

    #[test]
    fn no_end_of_line_in_a_value_ends_the_line() {
        let mut lines = Lines::default();
        lines.line("URL:https://a.example\r\nX-BAD:1\u{85}");
        assert_eq!(lines.text, "URL:https://a.exampleX-BAD:1\r\n");
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded_and_one_more_is() {
        let mut lines = Lines::default();
        lines.line(&"a".repeat(75));
        lines.line(&"a".repeat(75 + 74));
        lines.line(&"a".repeat(75 + 75));
        let lengths: Vec<_> = lines.text.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 75, 75, 75, 2]);
    }
}

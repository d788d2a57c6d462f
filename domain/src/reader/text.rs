//! Text made plain: no control characters, no marks that turn the direction of writing, of bounded length.
//!
//! Markup is not looked for: `<script>` in a name is eight characters that are shown as such.

use std::borrow::Cow;

use crate::report::Fault;

/// How long a text may be, in characters, and whether it may have lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// One line of at most 300.
    Name,
    /// One line of at most 5,000.
    Words,
    /// Lines, together at most 5,000.
    Prose,
}

impl Length {
    const fn limit(self) -> usize {
        match self {
            Self::Name => 300,
            Self::Words | Self::Prose => 5000,
        }
    }
}

/// Makes a text plain. Returns what was wrong with it besides blanks; the text may come out empty.
pub(super) fn plain(text: &str, length: Length) -> (String, Vec<Fault>) {
    let (mut faults, mut hidden) = (Vec::new(), false);
    // Most texts are plain already.
    if text.len() <= length.limit() && !text.chars().any(|c| is_unsafe(c) || ends_line(c)) {
        return (text.trim().to_owned(), faults);
    }
    let (mut clean, mut before) = (String::with_capacity(text.len()), ' ');
    for c in text.chars() {
        match c {
            // Of the two characters that end a line on some machines, the first has already done so.
            '\n' if before == '\r' => {}
            '\t' => clean.push(' '),
            c if ends_line(c) => clean.push(if length == Length::Prose { '\n' } else { ' ' }),
            c if is_unsafe(c) => hidden = true,
            c => clean.push(c),
        }
        before = c;
    }
    if hidden {
        faults.push(Fault::UnsafeCharacters);
    }
    let clean = clean.trim();
    let cut = cut(clean, length.limit());
    if cut.len() != clean.len() {
        faults.push(Fault::TooLong { limit: length.limit() });
    }
    (cut.into_owned(), faults)
}

/// A short piece of a text, fit to be shown in a report.
pub(super) fn excerpt(text: &str) -> String {
    let start: String = text.chars().take(200).filter(|&c| !is_unsafe(c)).collect();
    cut(start.trim(), 80).into_owned()
}

/// Whether a character may hide, break or turn round the text that it stands in.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// At most `limit` characters, the last of them « … » if there were more.
fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit || text.char_indices().nth(limit).is_none() {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(limit - 1).map_or(text.len(), |(end, _)| end);
    Cow::Owned([text[..end].trim_end(), "…"].concat())
}

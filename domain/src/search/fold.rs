//! Folding: what of a text matters to search. A small table instead of Unicode's, which weigh kilobytes in the browser.

use std::ops::Range;

/// The letters from U+00C0 to U+017F without case and accent; a capital stands for what [`expansion`] says, a blank for
/// what is no letter.
const LATIN: &[u8; 192] = b"aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrsssssssstttttt\
uuuuuuuuuuuuwwyyyzzzzzzs";

/// A text in lower case, without accents, ligatures spelled out, and each run of anything but letters and digits as one
/// blank: `L’Œuvre d’été` is `l oeuvre d ete`. No blank at either end.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_word(text, &mut |_, word| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

/// Visits the words of a text: the bytes where each stands, and its folded form, never empty.
pub(crate) fn each_word(text: &str, visit: &mut dyn FnMut(Range<usize>, &str)) {
    let mut word = String::new();
    let mut start = 0;
    for (place, letter) in text.char_indices() {
        if word.is_empty() {
            start = place;
        }
        if !push_folded(letter, &mut word) && !word.is_empty() {
            visit(start..place, &word);
            word.clear();
        }
    }
    if !word.is_empty() {
        visit(start..text.len(), &word);
    }
}

/// Where in a word its first folded bytes end: a place between two of its characters.
pub(super) fn prefix_end(word: &str, folded_bytes: usize) -> usize {
    let mut folded = String::new();
    let mut letters = word.char_indices().skip_while(|(_, letter)| {
        push_folded(*letter, &mut folded);
        folded.len() < folded_bytes
    });
    letters.next().map_or(word.len(), |(place, letter)| place + letter.len_utf8())
}

/// Appends what a character means to search; `false` when it stands between words.
fn push_folded(letter: char, word: &mut String) -> bool {
    match letter {
        'a'..='z' | '0'..='9' => word.push(letter),
        'A'..='Z' => word.push(letter.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => return push_latin(letter, word),
        '²' | '³' => word.push(digit(letter, 0xb0)),
        '¹' => word.push('1'),
        '⁰' | '⁴'..='⁹' => word.push(digit(letter, 0x2070)),
        '₀'..='₉' => word.push(digit(letter, 0x2080)),
        '\u{fb00}'..='\u{fb06}' => word.push_str(ligature(letter)),
        // Accents on their own, soft hyphens and joiners are within a word, and mean nothing.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => {}
        // Signs and punctuation; what follows are letters of other scripts, which stay as they are.
        '\0'..='\u{bf}'
        | '\u{2b0}'..='\u{2ff}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{3020}'
        | '\u{feff}' => return false,
        _ => word.push(letter),
    }
    true
}

fn push_latin(letter: char, word: &mut String) -> bool {
    let place = letter as usize - 0xc0;
    match LATIN.get(place).copied().unwrap_or(b' ') {
        b' ' => return false,
        plain @ b'a'..=b'z' => word.push(char::from(plain)),
        capital => word.push_str(expansion(capital)),
    }
    true
}

fn expansion(capital: u8) -> &'static str {
    match capital {
        b'A' => "ae",
        b'O' => "oe",
        b'S' => "ss",
        b'T' => "th",
        _ => "ij",
    }
}

fn ligature(letter: char) -> &'static str {
    match letter {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "st",
    }
}

/// The digit that a raised or lowered one stands for; these stand in order from the code point of their zero.
fn digit(letter: char, zero: u32) -> char {
    char::from_digit((letter as u32).wrapping_sub(zero), 10).unwrap_or('0')
}

//! Word endings of French, so that `mesurons` finds `mesurer` and `locaux` finds `locale`.
//!
//! Our own rules after J. Savoy's light French stemmer: Snowball's French adds 13 kB to the browser's binary and leans on
//! accents, which those who search leave out.

/// An ending, what takes its place, and how many letters must stand before it.
type Ending = (&'static str, &'static str, usize);

/// The plural, first of all: everything after it sees singulars.
const PLURAL: &[Ending] = &[
    ("eaux", "eau", 1),
    ("eux", "eu", 1),
    ("aux", "al", 3),
    ("ux", "u", 2),
    ("ss", "ss", 0),
    ("s", "", 3),
];

/// What has a form for men and another for women.
const GENDER: &[Ending] = &[
    ("trice", "teu", 2),
    ("euse", "eu", 2),
    ("eure", "eu", 3),
    ("eur", "eu", 3),
    ("ere", "er", 3),
    ("aise", "ai", 3),
    ("oise", "oi", 3),
    ("eau", "el", 3),
];

/// Verbs, without the `s` that the plural took; each becomes its form in `-e`.
const VERB: &[Ending] = &[
    ("issaient", "e", 3),
    ("eraient", "e", 3),
    ("issent", "e", 3),
    ("issait", "e", 3),
    ("issant", "e", 3),
    ("aient", "e", 3),
    ("erait", "e", 3),
    ("eront", "e", 3),
    ("isson", "e", 3),
    ("issez", "e", 3),
    ("ante", "e", 3),
    ("ente", "e", 3),
    ("eron", "e", 3),
    ("erez", "e", 3),
    ("ait", "e", 3),
    ("ant", "e", 3),
    ("ent", "e", 3),
    ("era", "e", 3),
    // Saisons, camions and leçons are no verbs.
    ("son", "son", 0),
    ("ion", "ion", 0),
    ("con", "con", 0),
    ("on", "e", 4),
    ("ee", "e", 3),
    ("er", "e", 3),
    ("ez", "e", 3),
    ("ir", "e", 3),
];

/// What is left to make the same: `bougee` of `bougeons`, `publiqu`, `citoyenn`, `travail`, `actif`.
const REST: &[Ending] =
    &[("qu", "c", 3), ("ll", "l", 2), ("nn", "n", 2), ("tt", "t", 2), ("f", "v", 3)];

/// Words that are everywhere: nothing may be shortened to one of them.
const EVERYWHERE: [&str; 7] = ["dans", "mais", "plus", "sans", "sous", "vers", "puis"];

/// The part of a folded word that its forms share. Words with digits or of other scripts stay whole.
pub(crate) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if EVERYWHERE.contains(&word) || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return stem;
    }
    for endings in [PLURAL, GENDER, VERB, &[("ee", "e", 0)]] {
        replace(&mut stem, endings);
    }
    if stem.len() > 4 && stem.ends_with('e') && !EVERYWHERE.contains(&&stem[..stem.len() - 1]) {
        stem.pop();
    }
    replace(&mut stem, REST);
    replace(&mut stem, &[("ail", "al", 3)]);
    stem
}

/// Replaces the first ending that fits.
fn replace(word: &mut String, endings: &[Ending]) {
    let fitting = endings
        .iter()
        .find(|(ending, _, before)| word.ends_with(ending) && word.len() - ending.len() >= *before);
    if let Some((ending, other, _)) = fitting {
        word.truncate(word.len() - ending.len());
        word.push_str(other);
    }
}

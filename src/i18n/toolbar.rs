//! What the buttons above the list say: all that a first visit needs of what is taken away.

use qsec2_domain::lang::Lang;

/// What the buttons above the list say.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Toolbar {
    /// What it opens: in a word, and the rest, which a narrow screen leaves to be read aloud.
    pub take: [&'static str; 2],
    pub share: &'static str,
    pub print: &'static str,
}

/// What the buttons above the list say, in a language.
pub const fn toolbar(lang: Lang) -> &'static Toolbar {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

const FR: Toolbar =
    Toolbar { take: ["S’abonner", " ou télécharger"], share: "Partager", print: "Imprimer" };

const EN: Toolbar = Toolbar { take: ["Subscribe", " or download"], share: "Share", print: "Print" };

//! What the widget says, and the page that makes one. The page comes with the part of the program that draws it; the widget's
//! own words stay on the server.

use qsec2_domain::lang::Lang;

/// What stands in a widget.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Widget {
    pub title: &'static str,
    pub all: &'static str,
    pub nothing: &'static str,
    pub invented: &'static str,
}

/// What stands in a widget, in a language.
pub const fn widget(lang: Lang) -> &'static Widget {
    match lang {
        Lang::Fr => &WIDGET_FR,
        Lang::En => &WIDGET_EN,
    }
}

const WIDGET_FR: Widget = Widget {
    title: "Agenda QSEC²",
    all: "Tout l’agenda",
    nothing: "Rien n’est annoncé pour le moment.",
    invented: "Démonstration\u{a0}: tout ce contenu est inventé.",
};

const WIDGET_EN: Widget = Widget {
    title: "QSEC² agenda",
    all: "The whole agenda",
    nothing: "Nothing is announced for now.",
    invented: "Demonstration: all of this content is invented.",
};

/// The page that makes a widget.
#[expect(missing_docs, reason = "each is a text; its name and its French say what it is")]
pub struct Builder {
    pub title: &'static str,
    pub lead: &'static str,
    pub way_in: &'static str,
    pub choose: &'static str,
    pub number: &'static str,
    pub make: &'static str,
    pub paste: &'static str,
    pub paste_how: &'static str,
    pub line: &'static str,
    pub frame: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub needs_script: &'static str,
    pub link: &'static str,
    pub link_how: &'static str,
    pub preview: &'static str,
    pub no_server: &'static str,
}

/// The page that makes a widget, in a language.
pub const fn builder(lang: Lang) -> &'static Builder {
    match lang {
        Lang::Fr => &BUILDER_FR,
        Lang::En => &BUILDER_EN,
    }
}

const BUILDER_FR: Builder = Builder {
    title: "L’agenda sur votre site",
    lead: "Montrez les prochains rendez-vous sur le site de votre médiathèque, de votre ville ou de votre association. Une ligne à coller suffit. Pas de compte, pas de traceur, pas de script.",
    way_in: "Mettre l’agenda sur votre site",
    choose: "1. Choisir",
    number: "Nombre de rendez-vous",
    make: "Faire la ligne",
    paste: "2. Coller",
    paste_how: "Copiez cette ligne, et collez-la dans votre page. L’agenda s’y met à jour tout seul.",
    line: "La ligne à coller",
    frame: "Agenda QSEC²",
    copy: "Copier la ligne",
    copied: "C’est copié.",
    not_copied: "Votre navigateur ne laisse pas copier. La ligne est sélectionnée\u{a0}: copiez-la avec Ctrl et C.",
    needs_script: "Sans JavaScript, cette page ne connaît pas l’adresse du site. Mettez-la devant «\u{a0}/widget.html\u{a0}»\u{a0}:",
    link: "Un simple lien",
    link_how: "Si votre site n’accepte pas les cadres (iframe), collez ce lien\u{a0}:",
    preview: "Aperçu",
    no_server: "Ce site est ici une copie sans serveur\u{a0}: le cadre n’y existe pas. Le lien, lui, marche.",
};

const BUILDER_EN: Builder = Builder {
    title: "The agenda on your site",
    lead: "Show the next events on the site of your library, your town or your association. One line to paste is enough. No account, no tracker, no script.",
    way_in: "Put the agenda on your site",
    choose: "1. Choose",
    number: "Number of events",
    make: "Make the line",
    paste: "2. Paste",
    paste_how: "Copy this line, and paste it into your page. The agenda there keeps itself up to date.",
    line: "The line to paste",
    frame: "QSEC² agenda",
    copy: "Copy the line",
    copied: "It is copied.",
    not_copied: "Your browser does not let us copy. The line is selected: copy it with Ctrl and C.",
    needs_script: "Without JavaScript, this page does not know the address of the site. Put it before “/widget.html”:",
    link: "A plain link",
    link_how: "If your site takes no frames (iframe), paste this link:",
    preview: "Preview",
    no_server: "This is a copy of the site without its server: there is no frame here. The link does work.",
};

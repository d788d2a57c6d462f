//! What the invented programme is about: forty subjects on light, each with a sentence.

/// A subject: how it is named in a title, and a sentence on it.
pub(super) type Subject = (&'static str, &'static str);

/// All of them.
pub(super) const SUBJECTS: [Subject; 40] = [
    (
        "Pourquoi la nuit n’est plus noire",
        "D’où vient le halo orange au-dessus des villes, et qui peut l’éteindre\u{a0}?",
    ),
    ("Voir dans le noir", "Ce que nos yeux savent faire quand on leur laisse vingt minutes."),
    (
        "La couleur n’existe pas",
        "Une rose est-elle encore rouge quand personne ne la regarde\u{a0}?",
    ),
    ("Les lucioles et les réverbères", "Comment une lampe de rue change la vie d’un pré."),
    (
        "Le soleil sur nos toits",
        "Ce qu’un toit d’immeuble peut donner d’électricité, mois par mois.",
    ),
    (
        "Un écran avant de dormir",
        "Lumière bleue, sommeil et habitudes\u{a0}: ce que l’on sait, ce que l’on croit.",
    ),
    (
        "Internet passe par la lumière",
        "Un fil de verre plus fin qu’un cheveu porte nos messages sous la rue.",
    ),
    (
        "Éclairer sans éblouir",
        "Comment régler une lampe pour que chacun y voie, sans gêner personne.",
    ),
    ("La lumière qui soigne", "Des lampes contre la tristesse de l’hiver aux lasers de l’hôpital."),
    (
        "Une ombre, plusieurs couleurs",
        "Trois lampes suffisent pour que les ombres se mettent à parler.",
    ),
    (
        "Les plantes suivent-elles l’heure\u{a0}?",
        "Une graine, une boîte, un trou\u{a0}: la tige trouve toujours le jour.",
    ),
    (
        "Photographier le temps qui passe",
        "Une boîte de conserve et une feuille de papier retiennent six mois de soleil.",
    ),
    (
        "À quoi servent les vitrines allumées\u{a0}?",
        "La loi, l’habitude et le commerce\u{a0}: enquête dans une rue éteinte à minuit.",
    ),
    (
        "Travailler quand les autres dorment",
        "Soignants, boulangers, conducteurs\u{a0}: des vies décalées racontées de près.",
    ),
    (
        "Le ciel de nos grands-parents",
        "Combien d’étoiles voyait-on d’ici, et combien en reste-t-il\u{a0}?",
    ),
    ("Le métro sans fenêtres", "Ce que change une lumière bien choisie sous la terre."),
    (
        "Peindre avec des pixels",
        "Trois couleurs et des milliers de points\u{a0}: un écran vu à la loupe.",
    ),
    (
        "La vitesse la plus grande",
        "Mesurer la lumière avec du chocolat et un four, puis avec des miroirs.",
    ),
    (
        "Faut-il éteindre la ville\u{a0}?",
        "Sécurité, économies, animaux, sommeil\u{a0}: peser le pour et le contre ensemble.",
    ),
    (
        "Des miroirs pour chauffer l’eau",
        "Un four solaire en carton fait fondre bien plus que du fromage.",
    ),
    ("Nos nuits vues de l’espace", "Des images prises d’en haut pour comprendre où l’on vit."),
    ("Le premier feu", "Ce que la flamme a changé dans la vie de nos ancêtres."),
    ("Sous la lumière noire", "Billets, fleurs et minéraux montrent ce qu’ils cachaient."),
    ("Lire les étoiles", "La couleur d’une étoile dit son âge et ce dont elle est faite."),
    ("La lampe qui ne s’use pas", "Pourquoi certaines ampoules durent, et d’autres non."),
    ("Voir autrement", "Des personnes qui voient peu ou pas du tout racontent leur ville."),
    (
        "Les animaux de la nuit",
        "Chauves-souris, hérissons et chouettes vivent au pied de nos immeubles.",
    ),
    (
        "L’arc-en-ciel au robinet",
        "Fabriquer un arc-en-ciel et comprendre pourquoi on ne le touche jamais.",
    ),
    ("Le chemin de l’école à sept heures", "Marcher dans le noir, être vu, ne pas avoir peur."),
    ("La lumière au musée", "Montrer un dessin sans l’abîmer\u{a0}: une affaire de minutes."),
    ("Des vers luisants en laboratoire", "Comment la vie fabrique une lumière froide."),
    ("Les heures du soleil", "Cadrans, fuseaux et heure d’été\u{a0}: qui décide de midi\u{a0}?"),
    (
        "Un hologramme dans la poche",
        "Du billet de banque au théâtre, des images qui ont du volume.",
    ),
    ("La facture de la lumière", "Ce que coûte une rue éclairée, et ce que l’on en fait."),
    ("Illusions", "Nos yeux se trompent, toujours de la même façon."),
    ("Filmer la nuit", "Comment le cinéma fabrique un clair de lune en plein jour."),
    (
        "Le verre et le sable",
        "De la plage à la fenêtre, l’histoire d’une matière qui laisse passer le jour.",
    ),
    ("Les signaux de la rade", "Phares, feux et drapeaux\u{a0}: parler de loin sans fil."),
    ("Grandir au soleil", "La peau, les os, le moral\u{a0}: la juste dose de lumière."),
    (
        "Et s’il n’y avait plus de courant\u{a0}?",
        "Une soirée pour imaginer une ville qui s’éclaire autrement.",
    ),
];

//! What search finds, rule by rule.

use proptest::prelude::*;

use super::*;

fn stems(words: &str) -> Vec<String> {
    fold(words).split(' ').map(stem::stem).collect()
}

/// The names that are found, best first.
fn found<'n>(names: &[&'n str], words: &str) -> Vec<&'n str> {
    let mut builder = IndexBuilder::default();
    for name in names {
        builder.document();
        builder.text(Field::Name, name);
    }
    ranked(names, &builder.build(), words)
}

fn ranked<'n>(names: &[&'n str], index: &Index, words: &str) -> Vec<&'n str> {
    let scores = rank(&[index], names.len(), words, &index.corrections(words)).unwrap_or_default();
    let mut found: Vec<_> = scores.iter().zip(names).filter(|(score, _)| **score > 0).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(**score));
    found.into_iter().map(|(_, name)| *name).collect()
}

#[test]
fn accents_case_ligatures_and_signs_do_not_matter() {
    assert_eq!(fold("L’Œuvre d'été : ÉCOLE, ça « va » !"), "l oeuvre d ete ecole ca va");
    assert_eq!(fold("Œdème ætna straße Łódź ÿ Ÿ ĳ ŉ"), "oedeme aetna strasse lodz y y ij n");
    assert_eq!(fold("QSEC² CO₂ 10⁵ ﬁn ¹"), "qsec2 co2 105 fin 1");
    assert_eq!(fold("e\u{301}te\u{301} co\u{ad}vélo"), "ete covelo");
    assert_eq!(fold(" — ’ "), "");
    assert_eq!(fold("Москва 東京"), "Москва 東京");
}

#[test]
fn every_letter_of_the_table_is_that_of_its_lower_case() {
    for letter in '\u{c0}'..='\u{17f}' {
        // The capital dotted I has no lower case of one character.
        if letter != 'İ' {
            let lower: String = letter.to_lowercase().collect();
            assert_eq!(fold(&letter.to_string()), fold(&lower), "{letter}");
        }
    }
    for (letter, plain) in "àčďéğĥįıĵķłñŋōŕśŧũŵŷžſþß".chars().zip([
        "a", "c", "d", "e", "g", "h", "i", "i", "j", "k", "l", "n", "n", "o", "r", "s", "t", "u",
        "w", "y", "z", "s", "th", "ss",
    ]) {
        assert_eq!(fold(&letter.to_string()), plain, "{letter}");
    }
}

#[test]
fn the_forms_of_a_word_share_its_stem() {
    for family in [
        "mesurer mesure mesures mesurent mesurons mesurez mesurait mesurée mesurés mesurant",
        "marcher marche marchent marchons marché marchez",
        "bouger bouge bougeons bougent",
        "parler parle parlons parlez",
        "choisir choisissez choisissent choisissons",
        "danse danses danser dansent",
        "créer crée créez créent",
        "local locaux locale locales",
        "cheval chevaux",
        "bateau bateaux",
        "jeu jeux",
        "travail travaux travailler",
        "citoyen citoyenne citoyens citoyennes",
        "français française françaises",
        "actif active actifs actives",
        "public publique publics publiques",
        "heureux heureuse heureuses",
        "chercheur chercheuse chercheurs chercheuses",
        "animateur animatrice animatrices",
        "premier première premières",
        "nouveau nouvelle nouvelles nouveaux",
        "ouvert ouverte ouverts",
        "saison saisons",
        "maison maisons",
        "exposition expositions",
        "quartier quartiers",
        "atelier ateliers",
        "enfant enfants",
        "habitant habitants habitante",
        "événement événements",
        "air airs",
    ] {
        let stems = stems(family);
        assert!(stems.iter().all(|stem| *stem == stems[0]), "{family}: {stems:?}");
    }
}

#[test]
fn other_words_keep_apart() {
    for (one, other) in [
        ("danse", "dans"),
        ("mai", "mais"),
        ("maison", "mais"),
        ("mobile", "mobilité"),
        ("air", "aire"),
        ("ville", "vie"),
        ("co2", "co"),
        ("exposition", "exposé"),
        ("transport", "transition"),
    ] {
        assert_ne!(stems(one), stems(other), "{one} {other}");
    }
}

#[test]
fn all_words_must_be_found() {
    let names = ["L’air de Paris", "L’air de Nanterre", "Paris à vélo"];
    assert_eq!(found(&names, "paris air "), ["L’air de Paris"]);
    assert_eq!(found(&names, "air nulle-part "), [""; 0]);
}

#[test]
fn the_word_being_typed_matches_by_its_beginning_and_a_finished_one_does_not() {
    let names = ["Mobilités douces", "Mobile"];
    assert_eq!(found(&names, "mobilit"), ["Mobilités douces"]);
    assert_eq!(found(&names, "mobi "), [""; 0]);
    assert_eq!(found(&names, "mobi dou"), [""; 0]);
    assert_eq!(found(&names, "mobilité dou"), ["Mobilités douces"]);
}

#[test]
fn small_words_count_only_when_alone() {
    let names = ["Débat sur le vélo", "Le débat", "Laboratoire"];
    assert_eq!(found(&names, "l’air du débat").len(), 0);
    assert_eq!(found(&names, "les débats"), ["Débat sur le vélo", "Le débat"]);
    assert_eq!(found(&names, "débat d"), ["Débat sur le vélo", "Le débat"]);
    assert_eq!(found(&names, "la"), ["Laboratoire"]);
}

#[test]
fn the_word_itself_ranks_before_its_forms_and_these_before_beginnings() {
    let names = ["Mesurables", "Mesurer l’air", "La mesure"];
    assert_eq!(found(&names, "mesur"), ["Mesurer l’air", "La mesure", "Mesurables"]);
    assert_eq!(found(&names, "mesure "), ["La mesure", "Mesurer l’air"]);
}

#[test]
fn the_name_weighs_more_than_the_place_the_organizer_and_the_description() {
    let names = ["description", "organizer", "place", "name"];
    let fields = [Field::Description, Field::Organizer, Field::Place, Field::Name];
    let mut builder = IndexBuilder::default();
    for field in fields {
        builder.document();
        builder.text(field, "Paris");
    }
    let index = builder.build();
    assert_eq!(ranked(&names, &index, "paris"), ["name", "place", "organizer", "description"]);
    assert_eq!(rank(&[&index], 4, "paris", &[]), Some(vec![4, 12, 16, 32]));
}

#[test]
fn a_text_without_a_word_asks_for_nothing() {
    let index = IndexBuilder::default().build();
    assert_eq!(rank(&[&index], 0, " ’ !", &[]), None);
    assert_eq!(rank(&[&index], 0, "air", &[]), Some(vec![]));
}

/// What a word is corrected to, given the names there are.
fn meant(names: &[&str], words: &str) -> Vec<(String, Vec<String>)> {
    let mut builder = IndexBuilder::default();
    for name in names {
        builder.document();
        builder.text(Field::Name, name);
    }
    let corrections = builder.build().corrections(words).into_iter();
    corrections.map(|correction| (correction.typed, correction.meant)).collect()
}

#[test]
fn one_slip_is_forgiven_in_words_of_five_letters_and_more() {
    let names = ["La conférence", "Mobilité douce", "Vélo", "Le poisson"];
    for typed in ["conférance", "confrence", "conferrence", "ocnference", "conférances"] {
        assert_eq!(found(&names, typed), ["La conférence"], "{typed}");
    }
    assert_eq!(found(&names, "mobilté "), ["Mobilité douce"]);
    assert_eq!(found(&names, "poison "), ["Le poisson"]);
    assert_eq!(found(&names, "véllo"), ["Vélo"]);
    assert_eq!(found(&["Les conférences"], "conférance "), ["Les conférences"]);
    for typed in ["conférants", "cnofréence", "vlo", "vélp", "mob1lité"] {
        assert_eq!(found(&names, typed), [""; 0], "{typed}");
    }
}

#[test]
fn what_is_found_as_it_was_typed_is_not_corrected() {
    let names = ["Le poison", "Le poisson", "Les marchés", "La marche à pied"];
    assert_eq!(found(&names, "poison"), ["Le poison"]);
    assert_eq!(found(&names, "poissons "), ["Le poisson"]);
    assert_eq!(found(&names, "marchons").len(), 2);
    assert_eq!(meant(&names, "poison poissons marchons march"), []);
}

#[test]
fn the_beginning_of_a_word_being_typed_may_have_a_slip() {
    let names = ["Mobilité douce", "Mobilier"];
    assert_eq!(found(&names, "mobli"), names);
    assert_eq!(found(&names, "mobli "), [""; 0]);
    assert_eq!(found(&names, "mobl"), [""; 0]);
    // A whole word that is like it comes before all that only begin like it.
    assert_eq!(found(&["Mobile", "Mobilier"], "mobyle"), ["Mobile"]);
}

#[test]
fn a_correction_names_the_most_common_words_first_and_counts_with_the_others() {
    let names = ["Le bateau", "Les bateaux", "Un rateau", "Le bateau blanc"];
    let expected = [("bateu".to_owned(), vec!["bateau".to_owned()])];
    assert_eq!(meant(&names, "bateu "), expected);
    let both = vec!["bateau".to_owned(), "rateau".to_owned()];
    assert_eq!(meant(&names, "pateau "), [("pateau".to_owned(), both)]);
    assert_eq!(found(&names, "pateau blanc"), ["Le bateau blanc"]);
    assert_eq!(found(&names, "bateua").len(), 3);
}

#[test]
fn what_was_corrected_can_be_marked_and_named_as_it_is_written() {
    let names = ["Deux Conférences"];
    let mut builder = IndexBuilder::default();
    builder.document();
    builder.text(Field::Name, names[0]);
    let corrections = builder.build().corrections("deux conférance");
    assert_eq!(matches(names[0], "deux conférance", &corrections), [0..4, 5..17]);
    assert_eq!(corrections[0].meant, ["conferences"]);
    assert_eq!(as_written(names[0], "conferences"), Some("Conférences"));
    assert_eq!(as_written("deux conférance", &corrections[0].typed), Some("conférance"));
    assert_eq!(as_written(names[0], "autre"), None);
}

#[test]
fn what_matched_can_be_marked() {
    let marked = |text: &'static str, words: &str| -> Vec<&str> {
        matches(text, words, &[]).into_iter().map(|place| &text[place]).collect()
    };
    assert_eq!(marked("L’Œuvre : mesurons l’été", "mesure oeuvre"), ["Œuvre", "mesurons"]);
    assert_eq!(marked("Mobilités, œuvres", "mob"), ["Mob"]);
    assert_eq!(marked("Œuvres", "o"), ["Œ"]);
    assert_eq!(marked("Le débat", "le débat"), ["débat"]);
    assert_eq!(marked("Le débat", ""), [""; 0]);
    assert_eq!(marked("Débats et débattre", "deb"), ["Déb", "déb"]);
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn marks_stand_between_characters_and_in_order(text in "(\\PC|[éŒœ’ a-e]){0,30}", words in "(\\PC|[éœa-e ]){0,5}") {
        let mut after = 0;
        for place in matches(&text, &words, &[]) {
            prop_assert!(place.start >= after && place.end > place.start && text.get(place.clone()).is_some());
            after = place.end;
        }
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words_and_their_beginnings(text in "[ a-zéèêàçœ’-]{1,30}") {
        for word in fold(&text).split(' ').filter(|word| !word.is_empty()) {
            for length in 1..=word.len() {
                prop_assert_eq!(found(&[&text], &word[..length]).len(), 1);
            }
            prop_assert!(!matches(&text, word, &[]).is_empty());
        }
    }

    #[test]
    fn any_slip_in_a_long_word_still_finds_it(word in "[a-z]{6,12}", at in 0..12_usize, letter in "[a-z]", how in 0..4) {
        let at = at % (word.len() - 1);
        let (before, after) = word.split_at(at);
        let slip = match how {
            0 => [before, &letter, after].concat(),
            1 => [before, &letter, &after[1..]].concat(),
            2 => [before, &after[1..]].concat(),
            _ => [before, &after[1..2], &after[..1], &after[2..]].concat(),
        };
        let name = [word.as_str(), " et"].concat();
        prop_assert_eq!(found(&[&name], &slip), [name.as_str()], "{}", slip);
        let mut builder = IndexBuilder::default();
        builder.document();
        builder.text(Field::Name, &name);
        prop_assert!(!matches(&name, &slip, &builder.build().corrections(&slip)).is_empty());
    }
}

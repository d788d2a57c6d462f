//! The eight départements of the invented season: real towns, invented venues, invented associations.

use super::{id, page};
use crate::department::{Department, Territory};
use crate::event::Party;
use crate::place::{Geo, Place};

/// A département as the invented tour meets it.
pub(super) struct Land {
    /// Which one.
    pub(super) department: Department,
    /// The id of its invented association, also the name of its site.
    pub(super) slug: &'static str,
    /// The invented association that runs the project there.
    pub(super) association: &'static str,
    /// The venue of the exhibition, in the first of the towns.
    pub(super) venue: &'static str,
    /// What the citizen group works on.
    pub(super) theme: &'static str,
    /// What the citizen group makes.
    pub(super) work: &'static str,
    /// Towns, real: name, postcode, and the middle of the town in ten-thousandths of a degree north and east.
    pub(super) towns: [(&'static str, &'static str, i32, i32); 6],
}

/// Venues of the programme, invented, in any town.
pub(super) const VENUES: [&str; 14] = [
    "Médiathèque du Petit-Prisme",
    "Cinéma Le Clair-de-Lune",
    "MJC des Quatre-Lampes",
    "Centre social La Veilleuse",
    "Théâtre du Demi-Jour",
    "Ludothèque L’Étincelle",
    "Maison de quartier du Lampadaire",
    "Bibliothèque des Lucioles",
    "Centre culturel Le Réverbère",
    "Foyer des Néons",
    "Salle du Contre-Jour",
    "Café associatif La Mèche",
    "Conservatoire des Ombres",
    "Maison des jeunes Le Faisceau",
];

/// Open places, invented.
pub(super) const OPEN_PLACES: [&str; 4] = [
    "Parc de la Grande-Ourse",
    "Square des Vers-Luisants",
    "Berges du Reflet",
    "Place de l’Aurore",
];

/// Schools, invented.
pub(super) const SCHOOLS: [&str; 4] = [
    "École des Lampions",
    "Collège du Spectre",
    "Lycée des Longueurs-d’Onde",
    "École du Point-du-Jour",
];

const STREETS: [&str; 4] = [
    "rue de l’Exemple",
    "avenue de la Démonstration",
    "place de la Fiction",
    "allée des Inventions",
];

impl Land {
    /// The association as a party to something.
    pub(super) fn party(&self) -> Party {
        Party { name: self.association.to_owned(), organization: Some(id(self.slug)) }
    }

    /// Where the exhibition stands.
    pub(super) fn home(&self) -> Place {
        self.place(0, self.venue, 7)
    }

    /// A venue in one of its towns. Its street, number and point on the map follow from town and venue.
    pub(super) fn place(&self, town: usize, venue: &str, number: usize) -> Place {
        let (city, postcode, north, east) = self.towns[town % self.towns.len()];
        let spread = i32::try_from((town * 31 + number * 17) % 81).unwrap_or_default() - 40;
        let degrees = |place: i32| f64::from(place) / 10_000.0;
        let street = STREETS[(town + number) % STREETS.len()];
        Place {
            name: Some(venue.to_owned()),
            street_address: Some(format!("{} {street}", 1 + (town * 13 + number * 7) % 60)),
            postal_code: Some(postcode.to_owned()),
            address_locality: Some(city.to_owned()),
            department: Some(Territory::Within(self.department)),
            geo: Some(Geo { latitude: degrees(north + spread), longitude: degrees(east - spread) }),
        }
    }

    /// The first page of the association's site, which does not exist.
    pub(super) fn site(&self) -> Option<crate::link::Link> {
        page(self.slug)
    }
}

/// The eight, in the order of the invented tour.
pub(super) const LANDS: [Land; 8] = [
    Land {
        department: Department::SeineSaintDenis,
        slug: "demo-phares-du-canal",
        association: "Phares du Canal (association inventée)",
        venue: "Halle aux Lanternes",
        theme: "Les vitrines et les enseignes\u{a0}: à qui est la lumière de la rue\u{a0}?",
        work: "Une carte des lumières qui restent allumées la nuit",
        towns: [
            ("Montreuil", "93100", 488_638, 24_430),
            ("Saint-Denis", "93200", 489_362, 23_574),
            ("Aubervilliers", "93300", 489_140, 23_830),
            ("Drancy", "93700", 489_250, 24_450),
            ("Sevran", "93270", 489_400, 25_310),
            ("Noisy-le-Grand", "93160", 488_480, 25_530),
        ],
    },
    Land {
        department: Department::Paris,
        slug: "demo-lucioles-de-paris",
        association: "Les Lucioles de Paris (association inventée)",
        venue: "Maison des Éclairs",
        theme: "Dormir en ville quand il ne fait jamais noir",
        work: "Un journal de nuits, écrit à douze mains",
        towns: [
            ("Paris", "75013", 488_280, 23_620),
            ("Paris", "75018", 488_920, 23_480),
            ("Paris", "75020", 488_630, 24_010),
            ("Paris", "75005", 488_450, 23_490),
            ("Paris", "75010", 488_760, 23_600),
            ("Paris", "75015", 488_400, 22_930),
        ],
    },
    Land {
        department: Department::HautsDeSeine,
        slug: "demo-fabrique-des-ombres",
        association: "La Fabrique des Ombres (association inventée)",
        venue: "Pavillon du Contre-Jour",
        theme: "Travailler sous les néons",
        work: "Des portraits de métiers de nuit",
        towns: [
            ("Gennevilliers", "92230", 489_330, 22_940),
            ("Nanterre", "92000", 488_920, 22_070),
            ("Bagneux", "92220", 487_980, 23_100),
            ("Colombes", "92700", 489_230, 22_540),
            ("Clamart", "92140", 488_010, 22_630),
            ("Suresnes", "92150", 488_710, 22_290),
        ],
    },
    Land {
        department: Department::Yvelines,
        slug: "demo-prisme-des-yvelines",
        association: "Le Prisme des Yvelines (association inventée)",
        venue: "Orangerie des Arcs-en-Ciel",
        theme: "Des couleurs pour se soigner\u{a0}?",
        work: "Un cabinet de couleurs où l’on entre",
        towns: [
            ("Trappes", "78190", 487_750, 20_030),
            ("Versailles", "78000", 488_010, 21_300),
            ("Mantes-la-Jolie", "78200", 489_900, 17_170),
            ("Rambouillet", "78120", 486_440, 18_300),
            ("Poissy", "78300", 489_290, 20_450),
            ("Sartrouville", "78500", 489_370, 21_590),
        ],
    },
    Land {
        department: Department::Essonne,
        slug: "demo-photons-en-essonne",
        association: "Photons en Essonne (association inventée)",
        venue: "Hangar de l’Aurore",
        theme: "La lumière qui transporte nos messages",
        work: "Un jeu de signaux d’une fenêtre à l’autre",
        towns: [
            ("Évry-Courcouronnes", "91000", 486_290, 24_410),
            ("Massy", "91300", 487_310, 22_710),
            ("Étampes", "91150", 484_340, 21_620),
            ("Palaiseau", "91120", 487_140, 22_460),
            ("Ris-Orangis", "91130", 486_520, 24_170),
            ("Dourdan", "91410", 485_290, 20_110),
        ],
    },
    Land {
        department: Department::ValDeMarne,
        slug: "demo-atelier-boreal",
        association: "Atelier Boréal (association inventée)",
        venue: "Grande Verrière",
        theme: "Les écrans et nos yeux",
        work: "Une pièce de théâtre sans électricité",
        towns: [
            ("Créteil", "94000", 487_900, 24_550),
            ("Vitry-sur-Seine", "94400", 487_870, 23_930),
            ("Ivry-sur-Seine", "94200", 488_130, 23_850),
            ("Champigny-sur-Marne", "94500", 488_170, 25_150),
            ("Villejuif", "94800", 487_920, 23_640),
            ("Fontenay-sous-Bois", "94120", 488_510, 24_770),
        ],
    },
    Land {
        department: Department::SeineEtMarne,
        slug: "demo-brie-lumiere",
        association: "Brie Lumière (association inventée)",
        venue: "Grange des Étoiles",
        theme: "Garder un ciel noir au-dessus des champs",
        work: "Une promenade sonore pour les nuits d’été",
        towns: [
            ("Melun", "77000", 485_400, 26_600),
            ("Meaux", "77100", 489_600, 28_790),
            ("Provins", "77160", 485_590, 32_990),
            ("Fontainebleau", "77300", 484_040, 27_020),
            ("Chelles", "77500", 488_830, 25_930),
            ("Coulommiers", "77120", 488_150, 30_850),
        ],
    },
    Land {
        department: Department::ValDOise,
        slug: "demo-lanternes-du-vexin",
        association: "Lanternes du Vexin (association inventée)",
        venue: "Espace des Mille-Feux",
        theme: "Les plantes, les bêtes et nos lampadaires",
        work: "Un herbier de plantes qui suivent le soleil",
        towns: [
            ("Cergy", "95000", 490_360, 20_630),
            ("Argenteuil", "95100", 489_470, 22_470),
            ("Sarcelles", "95200", 489_950, 23_800),
            ("Pontoise", "95300", 490_500, 21_000),
            ("Garges-lès-Gonesse", "95140", 489_720, 23_980),
            ("Magny-en-Vexin", "95420", 491_530, 17_870),
        ],
    },
];

//! What the occurrences of `feed.json` mean in the world: reckoned by hand, not by the code under test.

/// `UID` without its authority, status, start and end in UTC, and what stands before the name.
/// A day is a day; an end of days is the day after. Before 1996 there is no zone, only a clock on a wall.
pub(crate) type Meant = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// All that a calendar can hold, in order of time.
pub(crate) const MEANT: [Meant; 24] = [
    ("vieux", "CONFIRMED", "1989-07-14T20:00", "1989-07-14T22:00", ""),
    ("passage", "CONFIRMED", "2017-12-31", "2018-01-02", ""),
    ("exposition", "CONFIRMED", "2018-01-09", "2018-03-11", ""),
    // Until midnight.
    ("bal", "CONFIRMED", "2018-01-20T19:00Z", "2018-01-20T23:00Z", ""),
    ("seances", "CONFIRMED", "2018-02-01T19:00Z", "2018-02-01T21:00Z", ""),
    ("seances.2", "CANCELLED", "2018-02-02T19:00Z", "2018-02-02T21:00Z", ""),
    ("sans-fin", "CONFIRMED", "2018-02-03T13:30Z", "", ""),
    ("seances.3", "CONFIRMED", "2018-02-03T19:00Z", "2018-02-03T21:00Z", "COMPLET : "),
    ("annule", "CANCELLED", "2018-02-10T17:00Z", "2018-02-10T19:00Z", ""),
    ("reporte", "TENTATIVE", "2018-02-11T17:00Z", "", "REPORTÉ : "),
    ("deplace", "CONFIRMED", "2018-02-12T17:00Z", "", ""),
    ("en-ligne", "CONFIRMED", "2018-02-13T17:00Z", "", "EN LIGNE : "),
    ("complet", "CONFIRMED", "2018-02-14T17:00Z", "", "COMPLET : "),
    ("accents", "CONFIRMED", "2018-02-15T08:05Z", "", ""),
    ("longue-ligne", "CONFIRMED", "2018-02-16T08:00Z", "", ""),
    ("hostile", "CONFIRMED", "2018-02-17T08:00Z", "", ""),
    ("formule", "CONFIRMED", "2018-02-18", "2018-02-19", ""),
    // Three days, the last of which ends at midnight.
    ("stage", "CONFIRMED", "2018-02-26", "2018-03-01", ""),
    ("journee", "CONFIRMED", "2018-02-28", "2018-03-01", ""),
    // Three hours on the wall, two in the world.
    ("nuit-printemps", "CONFIRMED", "2018-03-24T23:30Z", "2018-03-25T01:30Z", ""),
    // 2:30 is 3:30, an hour and a half after midnight UTC.
    ("heure-sautee", "CONFIRMED", "2018-03-25T01:30Z", "2018-03-25T02:00Z", ""),
    ("ete", "CONFIRMED", "2018-07-14T20:00Z", "2018-07-15T00:00Z", ""),
    // Four hours on the wall, five in the world.
    ("nuit-automne", "CONFIRMED", "2018-10-27T21:30Z", "2018-10-28T02:30Z", ""),
    // The first of the two.
    ("heure-double", "CONFIRMED", "2018-10-28T00:30Z", "", ""),
];

/// Of Paris.
pub(crate) const PARIS: [Meant; 3] = [
    ("accents", "CONFIRMED", "2018-02-15T08:05Z", "", ""),
    ("nuit-printemps", "CONFIRMED", "2018-03-24T23:30Z", "2018-03-25T01:30Z", ""),
    ("nuit-automne", "CONFIRMED", "2018-10-27T21:30Z", "2018-10-28T02:30Z", ""),
];

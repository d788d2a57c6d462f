//! The keys of the site's addresses, spelled here and nowhere else.

use crate::choices::choice;

choice! {
    /// A key of an address, in the order in which keys are written.
    Key {
        /// Départements, by code.
        Departments = "dep",
        /// The first day.
        From = "du",
        /// The last day.
        Until = "au",
        /// Kinds of events.
        Kinds = "type",
        /// Audiences.
        Audiences = "public",
        /// Levels of classes.
        Levels = "niveau",
        /// Accessibility.
        Access = "acces",
        /// Only what is free.
        Free = "gratuit",
        /// A season.
        Season = "saison",
        /// An exhibition.
        Exhibition = "expo",
        /// Words.
        Words = "q",
        /// Events, by id; only in the addresses of a programme and of its outputs.
        Events = "evenements",
        /// How the agenda is shown.
        View = "vue",
        /// The month that is shown.
        Month = "mois",
        /// What calendars are told of cancelled events; only in the addresses of outputs.
        Cancellations = "annulations",
        /// How many events are shown; only in the addresses of the widget.
        Number = "nombre",
        /// The day taken as today.
        Day = "le",
        /// The language.
        Lang = "lang",
        /// Another feed.
        Feed = "flux",
    }
}

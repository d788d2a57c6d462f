//! The two languages of the site.

use crate::choices::choice;

choice! {
    /// A language of the site. French is the default and is not written into addresses.
    #[derive(Default)]
    Lang {
        /// French.
        #[default]
        Fr = "fr",
        /// English.
        En = "en",
    }
}

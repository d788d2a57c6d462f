//! The feeds that tests open the site with.

use qsec2_domain::date::YearMonth;
use qsec2_domain::demo;

use super::Outcome;

/// What a server has to show.
#[derive(Debug, Clone)]
pub enum Programme {
    /// The real archive, as the site was built with.
    Archive,
    /// A demonstration season that begins in a month, with so many events.
    Demonstration {
        /// `2027-09`.
        from: &'static str,
        /// How many.
        events: usize,
    },
    /// A feed of the test's own, as a file that the server reads. It may have faults, but not be refused as a whole.
    Written(String),
}

/// The demonstration season that most tests use, from September 2027, long enough to be scrolled.
pub const SEASON: Programme = Programme::Demonstration { from: "2027-09", events: 320 };

impl Programme {
    /// Its bytes; none for the site's own.
    ///
    /// # Errors
    /// When the month is none.
    pub fn bytes(&self) -> Outcome<Option<Vec<u8>>> {
        Ok(match self {
            Self::Archive => None,
            Self::Demonstration { from, events } => {
                let from: YearMonth = from.parse().map_err(|_| format!("{from} is no month"))?;
                Some(serde_json::to_vec(&demo::season(from, *events))?)
            }
            Self::Written(text) => Some(text.clone().into_bytes()),
        })
    }
}

//! How people's calendars are led to an output: the links that each of them takes a subscription by.
//!
//! Google's and Microsoft's forms are undocumented, and in use everywhere; `docs/decisions/017-takeaway.md` has the sources.

use form_urlencoded::byte_serialize;

use super::Selection;
use crate::address::Format;

/// The links that subscribe to the calendar of a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The address itself, for programs that ask for one.
    pub address: String,
    /// For the calendar of the device: iPhone, Mac, Thunderbird, Outlook on a desk.
    pub webcal: String,
    /// For Google's calendar.
    pub google: String,
    /// For Outlook.com, which people have at home.
    pub outlook: String,
    /// For Outlook at work or school.
    pub office: String,
}

impl Selection<'_> {
    /// The links that subscribe to it.
    pub fn subscription(&self) -> Subscription {
        let address = self.address(Format::Calendar);
        let webcal = match address.split_once("://") {
            Some((_, rest)) => ["webcal://", rest].concat(),
            None => address.clone(),
        };
        // Google takes an address with `https` for somebody's name.
        let google = ["https://calendar.google.com/calendar/render?cid=", &encoded(&webcal)];
        let told = ["?url=", &encoded(&address), "&name=", &encoded(&self.title)].concat();
        let outlook = |host| ["https://", host, "/calendar/0/addfromweb", &told].concat();
        Subscription {
            google: google.concat(),
            outlook: outlook("outlook.live.com"),
            office: outlook("outlook.office.com"),
            webcal,
            address,
        }
    }
}

/// As a value in a query string that is not ours: blanks as `%20`, which everybody reads alike.
fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::super::{NotAnOrigin, Origin};
    use super::*;
    use crate::address::OutputAddress;
    use crate::feed::Feed;

    fn subscription(origin: &str, search: &str) -> Result<Subscription, NotAnOrigin> {
        let origin: Origin = origin.parse()?;
        let address = OutputAddress::parse(search).address;
        Ok(Selection::agenda(&Feed::default(), &origin, &address).subscription())
    }

    #[test]
    fn every_calendar_is_led_to_the_whole_query() -> Result<(), NotAnOrigin> {
        let search = "dep=75,93&q=air+pur&annulations=visibles";
        let links = subscription("https://agenda.example", search)?;
        assert_eq!(
            links.address,
            "https://agenda.example/agenda.ics?dep=75,93&q=air+pur&annulations=visibles"
        );
        assert_eq!(links.webcal, links.address.replace("https", "webcal"));
        let led_to = |link: &str, key: &str| {
            let (_, pairs) = link.split_once('?').unwrap_or_default();
            let pairs = form_urlencoded::parse(pairs.as_bytes());
            let found = pairs.into_iter().find(|(name, _)| name == key);
            found.map(|(_, value)| value.into_owned()).unwrap_or_default()
        };
        assert_eq!(led_to(&links.google, "cid"), links.webcal);
        for link in [&links.outlook, &links.office] {
            assert_eq!(led_to(link, "url"), links.address);
            assert!(led_to(link, "name").starts_with("QSEC² : agenda (Paris, "), "{link}");
            assert!(!link.contains('+'), "{link}");
        }
        Ok(())
    }

    #[test]
    fn a_site_without_https_is_subscribed_to_all_the_same() -> Result<(), NotAnOrigin> {
        let links = subscription("http://localhost:8080", "")?;
        assert_eq!(links.webcal, "webcal://localhost:8080/agenda.ics");
        assert_eq!(links.address, "http://localhost:8080/agenda.ics");
        Ok(())
    }
}

//! What each session of an event is to a day: over, the next one to go to, or neither.

use chrono::NaiveDate;

use super::Event;

/// What a session is to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStanding {
    /// Its last day is over.
    Past,
    /// The first one that still takes place, or is going on.
    Next,
    /// A later one, one of an unknown day, or one that does not take place.
    Other,
}

impl Event {
    /// What each session is to a day, in their order; none for an event that is one session.
    pub fn standings(&self, today: NaiveDate) -> Vec<SessionStanding> {
        let mut is_next_known = self.event_status.is_off();
        let standing = |session: &super::Session| match session.span.last_day() {
            Some(last) if last < today => SessionStanding::Past,
            Some(_) if !is_next_known && !session.event_status.is_off() => {
                is_next_known = true;
                SessionStanding::Next
            }
            _ => SessionStanding::Other,
        };
        self.sessions.iter().map(standing).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::SessionStanding::{Next, Other, Past};
    use super::*;
    use crate::date::Span;
    use crate::event::{EventStatus, Session};

    fn session(start: &str, event_status: EventStatus) -> Session {
        Session { span: Span { start: start.parse().ok(), end: None }, event_status }
    }

    fn standings(event_status: EventStatus, sessions: &[Session]) -> Vec<SessionStanding> {
        let one = r#"{"version": "1.0", "events": [{"id": "e", "name": "E", "kind": "debat"}]}"#;
        let read = crate::reader::read(one.as_bytes())
            .ok()
            .and_then(|it| it.feed.events.into_iter().next());
        let Some(event) = read else { panic!("the feed reads") };
        let today = NaiveDate::from_ymd_opt(2018, 1, 20).unwrap_or_default();
        Event { event_status, sessions: sessions.into(), ..event }.standings(today)
    }

    #[test]
    fn the_next_session_is_the_first_one_that_takes_place_today_or_later() {
        let sessions = [
            session("2018-01-19T20:00", EventStatus::Scheduled),
            session("2018-01-20", EventStatus::Cancelled),
            session("", EventStatus::Scheduled),
            session("2018-01-20T14:00", EventStatus::Full),
            session("2018-02", EventStatus::Scheduled),
        ];
        assert_eq!(standings(EventStatus::Scheduled, &sessions), [Past, Other, Other, Next, Other]);
        let cancelled = standings(EventStatus::Cancelled, &sessions);
        assert_eq!(cancelled, [Past, Other, Other, Other, Other]);
        assert_eq!(standings(EventStatus::Scheduled, &[]), []);
    }

    #[test]
    fn a_session_of_this_month_is_not_over_before_the_month_is() {
        let sessions = [session("2018-01", EventStatus::Scheduled)];
        assert_eq!(standings(EventStatus::Scheduled, &sessions), [Next]);
    }
}

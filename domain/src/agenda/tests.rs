//! What the agenda shows, rule by rule.

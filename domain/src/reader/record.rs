//! A cursor over one record: asks for its properties by name, and notes what is wrong with them where it stands.
//!
//! It decides nothing about what a record means; `programme` and `project` do.

use std::cell::RefCell;

use super::json::{Node, Properties};
use super::text::{Length, plain};
use crate::id::Id;
use crate::report::{Effect, Fault, Problem, Report};

/// What all problems of a record have in common: its name in the report.
pub(super) struct Head {
    noun: &'static str,
    place: Option<usize>,
    id: Option<String>,
}

impl Head {
    /// The feed itself.
    pub(super) const FEED: Self = Self { noun: "feed", place: None, id: None };

    fn name(&self) -> String {
        match (&self.id, self.place) {
            (Some(id), _) => [self.noun, " ", id].concat(),
            (None, Some(place)) => [self.noun, " n° ", &(place + 1).to_string()].concat(),
            (None, None) => self.noun.to_owned(),
        }
    }
}

/// An object of the feed, and the report on it.
pub(super) struct Record<'a, 'r> {
    report: &'r RefCell<Report>,
    head: &'r Head,
    pointer: String,
    /// What becomes of it when it lacks what it needs.
    loss: Effect,
    properties: Properties<'a>,
}

impl<'a, 'r> Record<'a, 'r> {
    /// The feed as the outermost record.
    pub(super) fn feed(report: &'r RefCell<Report>, properties: Properties<'a>) -> Self {
        let pointer = String::new();
        Self { report, head: &Head::FEED, pointer, loss: Effect::Noted, properties }
    }

    /// The properties as they stand in the text.
    #[cfg(feature = "slicing")]
    pub(super) fn into_properties(self) -> Properties<'a> {
        self.properties
    }

    /// Whether the property is there at all.
    pub(super) fn has(&self, name: &str) -> bool {
        self.properties.iter().any(|(property, _)| property == name)
    }

    /// Goes through a list of records of the feed; what is no object is left out.
    pub(super) fn each(
        &self,
        list: &'static str,
        noun: &'static str,
        limit: usize,
        visit: &mut dyn FnMut(&Record<'a, '_>),
    ) {
        self.list(list, limit, &mut |place, node| self.visit_one(list, noun, place, node, visit));
    }

    /// Goes through a list of the feed, whatever its values are.
    pub(super) fn list(
        &self,
        list: &'static str,
        limit: usize,
        visit: &mut dyn FnMut(usize, Node<'a>),
    ) {
        let Some(node) = self.get(list) else { return };
        let outcome = node.each(&mut |place, node| {
            if place == limit {
                self.note(list, Effect::ValueLeftOut, Fault::TooMany { limit });
                return false;
            }
            visit(place, node);
            true
        });
        if let Err(fault) = outcome {
            self.note(list, Effect::ValueLeftOut, fault);
        }
    }

    /// Visits a record of a list of the feed; what is no object is left out.
    pub(super) fn visit_one(
        &self,
        list: &'static str,
        noun: &'static str,
        place: usize,
        node: Node<'a>,
        visit: &mut dyn FnMut(&Record<'a, '_>),
    ) {
        let properties = node.properties();
        let id = properties.as_ref().ok().and_then(spoken_id);
        let head = Head { noun, place: Some(place), id };
        let pointer = ["/", list, "/", &place.to_string()].concat();
        let loss = Effect::RecordLeftOut;
        let mut record =
            Record { report: self.report, head: &head, pointer, loss, properties: Vec::new() };
        match properties {
            Ok(properties) => {
                record.properties = properties;
                visit(&record);
            }
            Err(fault) => record.note("", loss, fault),
        }
    }

    /// The value of a property, unless it says nothing. When it stands twice, the last one counts, as everywhere in JSON.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        let mut found = self.properties.iter().rev().filter(|(property, _)| property == name);
        let (_, node) = found.next()?;
        if found.next().is_some() {
            self.note(name, Effect::Noted, Fault::DuplicateProperty);
        }
        (!node.is_blank()).then_some(*node)
    }

    /// As [`Self::get`], but notes nothing: for a look at the shape before the value is read.
    pub(super) fn peek(&self, name: &str) -> Option<Node<'a>> {
        let mut found = self.properties.iter().rev().filter(|(property, _)| property == name);
        let (_, node) = found.next()?;
        (!node.is_blank()).then_some(*node)
    }

    /// Notes a problem at a property; an empty name means the record itself.
    pub(super) fn note(&self, name: &str, effect: Effect, fault: Fault) {
        self.note_at(name, None, effect, fault);
    }

    /// Notes a problem at a place of a list.
    pub(super) fn note_at(&self, name: &str, place: Option<usize>, effect: Effect, fault: Fault) {
        self.report.borrow_mut().note(effect, || {
            let pointer = self.pointer_to(name, place);
            Problem { record: self.head.name(), pointer, effect, fault }
        });
    }

    fn pointer_to(&self, name: &str, place: Option<usize>) -> String {
        let mut pointer = self.pointer.clone();
        if !name.is_empty() {
            pointer.push('/');
            pointer.push_str(name);
        }
        if let Some(place) = place {
            pointer.push('/');
            pointer.push_str(&place.to_string());
        }
        pointer
    }

    /// A value that the record can do without.
    pub(super) fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(Node<'a>) -> Result<T, Fault>,
    ) -> Option<T> {
        match read(self.get(name)?) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.note(name, Effect::ValueLeftOut, fault);
                None
            }
        }
    }

    /// A value without which the record is left out.
    pub(super) fn required<T>(
        &self,
        name: &str,
        read: impl FnOnce(Node<'a>) -> Result<T, Fault>,
    ) -> Option<T> {
        match self.get(name).map_or(Err(Fault::MissingProperty), read) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.note(name, self.loss, fault);
                None
            }
        }
    }

    /// Plain text; an empty one is none.
    pub(super) fn text(&self, name: &str, length: Length) -> Option<String> {
        let text = self.optional(name, Node::text)?;
        self.plain_at(name, None, &text, length)
    }

    /// Plain text without which the record is left out.
    pub(super) fn required_text(&self, name: &str, length: Length) -> Option<String> {
        let text = self.required(name, Node::text)?;
        let text = self.plain_at(name, None, &text, length);
        if text.is_none() {
            self.note(name, self.loss, Fault::MissingProperty);
        }
        text
    }

    /// Makes a text plain and notes what that took; an empty one is none.
    pub(super) fn plain_at(
        &self,
        name: &str,
        place: Option<usize>,
        text: &str,
        length: Length,
    ) -> Option<String> {
        let (text, faults) = plain(text, length);
        for fault in faults {
            self.note_at(name, place, Effect::ValueCorrected, fault);
        }
        (!text.is_empty()).then_some(text)
    }

    /// Goes through a list, or through a single value that stands for a list of one.
    /// A value that `read` refuses is left out, as is what says nothing.
    pub(super) fn items(
        &self,
        name: &str,
        limit: usize,
        read: &mut dyn FnMut(Option<usize>, Node<'a>) -> Result<(), Fault>,
    ) {
        let Some(node) = self.get(name) else { return };
        let mut one = |place, node: Node<'a>| {
            if node.is_blank() {
                return;
            }
            if let Err(fault) = read(place, node) {
                self.note_at(name, place, Effect::ValueLeftOut, fault);
            }
        };
        let listed = node.each(&mut |place, node| {
            if place < limit {
                one(Some(place), node);
            } else {
                self.note(name, Effect::ValueLeftOut, Fault::TooMany { limit });
            }
            place < limit
        });
        if listed.is_err() {
            one(None, node);
        }
    }

    /// An object within the record; what it lacks leaves out only itself.
    pub(super) fn within(
        &self,
        name: &str,
        place: Option<usize>,
        node: Node<'a>,
    ) -> Result<Record<'a, 'r>, Fault> {
        Ok(Record {
            report: self.report,
            head: self.head,
            pointer: self.pointer_to(name, place),
            loss: Effect::ValueLeftOut,
            properties: node.properties()?,
        })
    }
}

/// What a report calls the record: its id or its code, if that can be read at all.
fn spoken_id(properties: &Properties<'_>) -> Option<String> {
    let named = |wanted: &str| properties.iter().rev().find(|(name, _)| name == wanted);
    let (_, node) = named("id").or_else(|| named("code"))?;
    node.text().ok()?.parse::<Id>().ok().map(|id| id.to_string())
}

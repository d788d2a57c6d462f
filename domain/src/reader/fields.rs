//! Properties that are ids, references, choices or lists of texts.

use super::json::Node;
use super::record::Record;
use super::text::{Length, excerpt};
use super::values::Ids;
use crate::choices::{Choice, Choices};
use crate::id::Id;
use crate::report::{Effect, Fault};

/// The most values of a list of choices that are looked at.
const MOST_CHOICES: usize = 100;

/// The most texts that a list may have.
const MOST_TEXTS: usize = 200;

impl Record<'_, '_> {
    /// The id of the record, which must not be taken yet.
    pub(super) fn own_id(&self, taken: &Ids) -> Option<Id> {
        self.required("id", |node| {
            let id = id(node)?;
            if taken.contains_key(&id) { Err(Fault::DuplicateId) } else { Ok(id) }
        })
    }

    /// A reference to a record that is there.
    pub(super) fn reference(&self, name: &str, known: &Ids) -> Option<Id> {
        self.optional(name, |node| known_id(node, known))
    }

    /// A reference without which the record is left out.
    pub(super) fn required_reference(&self, name: &str, known: &Ids) -> Option<Id> {
        self.required(name, |node| known_id(node, known))
    }

    /// One of a closed list, or `otherwise` when it is missing or not known.
    pub(super) fn choice<T: Choice>(&self, name: &str, otherwise: T) -> T {
        let Some(text) = self.optional(name, Node::text) else { return otherwise };
        let known = T::from_code(text.trim());
        if known.is_none() {
            self.note(name, Effect::Noted, Fault::UnknownKind { text: excerpt(&text) });
        }
        known.unwrap_or(otherwise)
    }

    /// Several of a closed list.
    pub(super) fn choices<T: Choice>(&self, name: &str) -> Choices<T> {
        let mut set = Choices::NONE;
        self.items(name, MOST_CHOICES, &mut |_, node| {
            let text = node.text()?;
            let one = T::from_code(text.trim());
            set = set.with(one.ok_or_else(|| Fault::UnknownKind { text: excerpt(&text) })?);
            Ok(())
        });
        set
    }

    /// Plain texts.
    pub(super) fn texts(&self, name: &str, length: Length) -> Vec<String> {
        let mut texts = Vec::new();
        self.items(name, MOST_TEXTS, &mut |place, node| {
            texts.extend(self.plain_at(name, place, &node.text()?, length));
            Ok(())
        });
        texts
    }
}

/// An id.
pub(super) fn id(node: Node<'_>) -> Result<Id, Fault> {
    node.text()?.parse().map_err(|_| Fault::UnreadableId)
}

/// An id that leads somewhere.
pub(super) fn known_id(node: Node<'_>, known: &Ids) -> Result<Id, Fault> {
    let id = id(node)?;
    if known.contains_key(&id) {
        Ok(id)
    } else {
        Err(Fault::DanglingReference { to: id.to_string() })
    }
}

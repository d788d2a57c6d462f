//! JSON that has been checked but not yet read: a value is the piece of text it stands in, and is read when asked for.
//!
//! So a feed of any size costs no memory beyond its own bytes, a value that cannot be read (half a character, a number
//! beyond all numbers) spoils only itself, and no depth of nesting can overflow the stack: nothing here recurses.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::number::decimal;
use crate::report::{Fault, Shape};

/// The most properties of an object that are looked at.
const MOST_PROPERTIES: usize = 256;

/// The properties of an object, in the order of the text.
pub(crate) type Properties<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

/// One JSON value as text, without blanks around it.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a>(&'a RawValue);

impl<'a> Node<'a> {
    /// Checks a whole JSON text, to its last byte.
    pub(crate) fn check(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self)
    }

    /// Checks a whole JSON text and takes the properties of the object that it is, in one go. `None` when it is none, or
    /// has too many: then [`Self::check`] says what is wrong.
    pub(crate) fn check_object(text: &'a str) -> Option<Properties<'a>> {
        let mut found = Properties::new();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        deserializer.deserialize_map(Fill(&mut found)).ok()?;
        deserializer.end().ok()?;
        Some(found)
    }

    /// The shape of the value; `None` for `null`.
    pub(crate) fn shape(self) -> Option<Shape> {
        match self.0.get().as_bytes().first() {
            Some(b'{') => Some(Shape::Object),
            Some(b'[') => Some(Shape::List),
            Some(b'"') => Some(Shape::Text),
            Some(b't' | b'f') => Some(Shape::Truth),
            Some(b'n') | None => None,
            Some(_) => Some(Shape::Number),
        }
    }

    /// The value as it stands in the text.
    pub(crate) fn json(self) -> &'a str {
        self.0.get()
    }

    /// Whether it says nothing: `null`, or a text of blanks.
    pub(crate) fn is_blank(self) -> bool {
        let is_blank = |text: &str| text.bytes().all(|byte| byte == b' ');
        self.shape().is_none() || self.written().is_some_and(is_blank)
    }

    /// The text.
    pub(crate) fn text(self) -> Result<Cow<'a, str>, Fault> {
        match self.written() {
            None => Err(Fault::WrongType { expected: Shape::Text }),
            Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
            Some(_) => serde_json::from_str(self.0.get())
                .map(Cow::Owned)
                .map_err(|_| Fault::UnreadableText),
        }
    }

    /// The number, if it is one that the feed may count.
    pub(crate) fn number(self) -> Result<f64, Fault> {
        let digits = self.digits().ok_or(Fault::WrongType { expected: Shape::Number })?;
        decimal(digits).ok_or(Fault::OutOfRange)
    }

    /// The digits of a number as they are written.
    pub(crate) fn digits(self) -> Option<&'a str> {
        (self.shape() == Some(Shape::Number)).then(|| self.0.get())
    }

    /// `true` or `false`, and nothing that merely looks like it.
    pub(crate) fn truth(self) -> Result<bool, Fault> {
        match self.0.get() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Fault::WrongType { expected: Shape::Truth }),
        }
    }

    /// The first properties of an object, each still unread.
    pub(crate) fn properties(self) -> Result<Properties<'a>, Fault> {
        if self.shape() != Some(Shape::Object) {
            return Err(Fault::WrongType { expected: Shape::Object });
        }
        let mut found = Properties::new();
        // An error here only says that the visitor stopped before the end; the text itself was checked before.
        drop(serde_json::Deserializer::from_str(self.0.get()).deserialize_map(Fill(&mut found)));
        Ok(found)
    }

    /// Goes through the values of a list until `visit` has had enough and says `false`.
    pub(crate) fn each(self, visit: &mut dyn FnMut(usize, Node<'a>) -> bool) -> Result<(), Fault> {
        if self.shape() != Some(Shape::List) {
            return Err(Fault::WrongType { expected: Shape::List });
        }
        drop(serde_json::Deserializer::from_str(self.0.get()).deserialize_seq(Walk(visit)));
        Ok(())
    }

    /// What stands between the quotes of a text, escapes and all.
    fn written(self) -> Option<&'a str> {
        self.0.get().strip_prefix('"')?.strip_suffix('"')
    }
}

/// Collects the properties of an object.
struct Fill<'v, 'a>(&'v mut Properties<'a>);

impl<'de> Visitor<'de> for Fill<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((name, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            // A name that is no text is the name of nothing that we know.
            if let Ok(name) = Node(name).text() {
                self.0.push((name, Node(value)));
            }
            if self.0.len() == MOST_PROPERTIES {
                break;
            }
        }
        Ok(())
    }
}

/// Goes through a list.
struct Walk<'v, 'a>(&'v mut dyn FnMut(usize, Node<'a>) -> bool);

impl<'de> Visitor<'de> for Walk<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut place = 0;
        while let Some(value) = list.next_element::<&RawValue>()? {
            if !(self.0)(place, Node(value)) {
                break;
            }
            place += 1;
        }
        Ok(())
    }
}

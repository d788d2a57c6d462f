//! Where in a text the value of a JSON Pointer stands, so that a problem can be found in an editor.
//!
//! Only for text that is JSON already. A value that is not there has the place of what should hold it.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::value::RawValue;

/// What an object or a list holds, each as the piece of text it stands in.
enum Children<'a> {
    Properties(HashMap<String, &'a RawValue>),
    Items(Vec<&'a RawValue>),
    None,
}

/// A JSON text, ready to be asked for lines. What was opened once stays open: records are asked for again and again.
pub(super) struct Lines<'a> {
    text: &'a str,
    breaks: Vec<usize>,
    open: HashMap<String, Rc<Children<'a>>>,
}

impl<'a> Lines<'a> {
    /// Looks at a text.
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { text, breaks: breaks.map(|(place, _)| place).collect(), open: HashMap::new() }
    }

    /// The line of a value, from 1; of what should hold it when it is missing.
    pub(super) fn line(&mut self, pointer: &str) -> usize {
        let mut here = self.text.trim_start_matches('\u{feff}').trim_start();
        let mut path = String::new();
        for step in pointer.split('/').skip(1) {
            let children = self.children(&path, here);
            let Some(next) = children.get(step) else { break };
            here = next;
            path = [&path, "/", step].concat();
        }
        let offset = here.as_ptr() as usize - self.text.as_ptr() as usize;
        self.breaks.partition_point(|&place| place < offset) + 1
    }

    fn children(&mut self, path: &str, text: &'a str) -> Rc<Children<'a>> {
        if let Some(children) = self.open.get(path) {
            return Rc::clone(children);
        }
        let children = Rc::new(Children::of(text));
        self.open.insert(path.to_owned(), Rc::clone(&children));
        children
    }
}

impl<'a> Children<'a> {
    fn of(text: &'a str) -> Self {
        let properties = serde_json::from_str(text).map(Self::Properties);
        properties.or_else(|_| serde_json::from_str(text).map(Self::Items)).unwrap_or(Self::None)
    }

    fn get(&self, step: &str) -> Option<&'a str> {
        let child = match self {
            Self::Properties(properties) => properties.get(step)?,
            Self::Items(items) => items.get(step.parse::<usize>().ok()?)?,
            Self::None => return None,
        };
        Some(child.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\u{feff}{\n \"events\": [\n  {\"id\": \"a\"},\n  {\n   \"id\": \"b\",\n   \"name\": 3\n  }\n ]\n}";

    #[test]
    fn a_value_is_on_the_line_where_it_begins() {
        let mut lines = Lines::new(TEXT);
        for (pointer, line) in
            [("", 1), ("/events", 2), ("/events/0/id", 3), ("/events/1", 4), ("/events/1/name", 6)]
        {
            assert_eq!(lines.line(pointer), line, "{pointer}");
        }
    }

    #[test]
    fn what_is_missing_is_on_the_line_of_what_should_hold_it() {
        let mut lines = Lines::new(TEXT);
        assert_eq!(lines.line("/events/1/startDate"), 4);
        assert_eq!(lines.line("/events/1/name/3"), 6);
        assert_eq!(lines.line("/events/9"), 2);
        assert_eq!(lines.line("/version"), 1);
    }

    #[test]
    fn text_that_is_no_json_has_only_its_first_line() {
        assert_eq!(Lines::new("").line("/events/1"), 1);
        assert_eq!(Lines::new("\n{").line("/events/1"), 2);
    }
}

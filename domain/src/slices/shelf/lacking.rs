//! What a question lacks: the files that are to be loaded before it can be answered.

/// What is to be loaded before a question can be answered. Never empty; all of it may be asked for at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking(pub Vec<File>);

/// A file beside the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What is in it.
    pub part: Part,
    /// Its name, below [`FOLDER`](crate::slices::FOLDER).
    pub name: Box<str>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The days of a month.
    Month,
    /// Events, with their numbers: what is shown first on some days, what was last, what changed.
    Selection,
    /// The names of the files below.
    Directory,
    /// What the agenda knows of all events.
    Catalogue,
    /// Some of the words.
    Words,
    /// Every word that may be a correction.
    Vocabulary,
    /// Some of the ids.
    Ids,
    /// The events of the slice at this place.
    Slice(usize),
}

/// Files of one kind: few, so that looking through them costs nothing.
pub(super) type Named<T> = Vec<(Box<str>, T)>;

impl Lacking {
    pub(super) fn one(part: Part, name: &str) -> Self {
        Self(vec![File { part, name: name.into() }])
    }
}

/// A file of a kind, or that it is lacking.
pub(super) fn on<'s, T>(shelf: &'s Named<T>, part: Part, name: &str) -> Result<&'s T, Lacking> {
    let found = shelf.iter().find(|(own, _)| own.as_ref() == name);
    found.map(|(_, file)| file).ok_or_else(|| Lacking::one(part, name))
}

/// What several answers lack together, each file once.
#[derive(Default)]
pub(super) struct Gathering(pub(super) Vec<File>);

impl Gathering {
    /// The answer; nothing while it lacks something.
    pub(super) fn take<T>(&mut self, answer: Result<T, Lacking>) -> Option<T> {
        let Lacking(files) = match answer {
            Ok(answer) => return Some(answer),
            Err(lacking) => lacking,
        };
        for file in files {
            if !self.0.contains(&file) {
                self.0.push(file);
            }
        }
        None
    }

    /// `Ok` when nothing is lacking.
    pub(super) fn complete(self) -> Result<(), Lacking> {
        if self.0.is_empty() { Ok(()) } else { Err(Lacking(self.0)) }
    }
}

//! Which chunk draws which page, and which part of one.

use qsec2_domain::address::View;
use qsec2_domain::pages::Page;

/// A part of the program that is fetched when one of its pages is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The ways in beside the agenda: home, and the page of an event. Fetched as soon as there is time.
    Entry,
    /// The itinerary, the départements, the groups.
    Tour,
    /// What is mostly text.
    Texts,
    /// The agenda as a month and on a map.
    Views,
    /// What is taken away: subscriptions, files, codes to scan.
    Takeaway,
    /// The choices of the agenda. Fetched at once where that is shown, beside what shows it.
    Choices,
    /// What is a visitor's own: the programme, and what changed since the last visit.
    Own,
}

impl Chunk {
    /// How many there are.
    pub const COUNT: usize = 7;

    /// All of them, in their order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Entry,
        Self::Tour,
        Self::Texts,
        Self::Views,
        Self::Takeaway,
        Self::Choices,
        Self::Own,
    ];

    /// The chunk that draws a page; `None` for what is there from the start.
    pub const fn of(page: &Page) -> Option<Self> {
        match page {
            Page::Agenda => None,
            Page::Home | Page::Event(_) => Some(Self::Entry),
            Page::Programme | Page::Changes => Some(Self::Own),
            Page::Itinerary
            | Page::Stop(_)
            | Page::Departments
            | Page::Department(_)
            | Page::Groups
            | Page::Group(_) => Some(Self::Tour),
            Page::News
            | Page::Resources
            | Page::Teachers
            | Page::TakePart
            | Page::Propose
            | Page::Widget
            | Page::About
            | Page::Accessibility
            | Page::Privacy
            | Page::Desk => Some(Self::Texts),
        }
    }

    /// The chunk that draws what stands at a path, seen in a way, or says that there is nothing.
    pub fn at(path: &str, view: View) -> Option<Self> {
        match Page::parse(path) {
            Some(Page::Agenda) => Piece::of(view).map(Piece::chunk),
            page => page.map_or(Asked::Nothing(None), Asked::Page).chunk(),
        }
    }

    /// Its name, as the build writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Tour => "tour",
            Self::Texts => "texts",
            Self::Views => "views",
            Self::Takeaway => "takeaway",
            Self::Choices => "choices",
            Self::Own => "own",
        }
    }
}

/// A part of a page that comes in a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// What was found, as a month.
    Month,
    /// What was found, on a map.
    Map,
    /// What leads out of an empty result.
    WaysOut,
    /// What was found, to be taken away.
    Takeaway,
    /// How much changed since the last visit.
    Changes,
    /// The choices of the agenda.
    Choices,
    /// The same, before the page.
    Sheet,
    /// Which records of the feed can't be read.
    LeftOut,
}

impl Piece {
    /// What shows the agenda in a way; `None` for the list, which is there from the start.
    pub const fn of(view: View) -> Option<Self> {
        match view {
            View::List => None,
            View::Month => Some(Self::Month),
            View::Map => Some(Self::Map),
        }
    }

    /// The chunk that draws it.
    pub const fn chunk(self) -> Chunk {
        match self {
            Self::Month | Self::Map => Chunk::Views,
            Self::WaysOut => Chunk::Entry,
            Self::Changes => Chunk::Own,
            Self::LeftOut => Chunk::Texts,
            Self::Takeaway => Chunk::Takeaway,
            Self::Choices | Self::Sheet => Chunk::Choices,
        }
    }
}

/// What a chunk is asked to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A page.
    Page(Page),
    /// That there is none; which, when the address has the form of one and the feed has no such record.
    Nothing(Option<Page>),
    /// A part of one, in the context of the page.
    Piece(Piece),
}

impl Asked {
    /// The chunk that draws it; `None` for what is there from the start.
    pub const fn chunk(&self) -> Option<Chunk> {
        match self {
            Self::Page(page) | Self::Nothing(Some(page)) => Chunk::of(page),
            Self::Nothing(None) => Some(Chunk::Entry),
            Self::Piece(piece) => Some(piece.chunk()),
        }
    }
}

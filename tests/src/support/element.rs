//! Finding things as people and assistive technology do: by role and name, as the browser itself computes them.

use std::fmt;

use serde_json::json;
use thirtyfour::WebElement;

use super::Outcome;
use super::session::Session;

/// What something is to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Something that needs attention now.
    Alert,
    /// A piece that stands for itself.
    Article,
    /// The top of every page.
    Banner,
    /// Something to press.
    Button,
    /// Something to tick.
    Checkbox,
    /// The bottom of every page.
    ContentInfo,
    /// Something over the page that keeps it waiting.
    Dialog,
    /// A group of fields.
    Group,
    /// A table that arrows move in.
    Grid,
    /// A cell of it.
    GridCell,
    /// A heading of any level.
    Heading,
    /// A link.
    Link,
    /// A list.
    List,
    /// One of a list.
    ListItem,
    /// The page itself.
    Main,
    /// A set of ways.
    Navigation,
    /// The head of a row.
    RowHeader,
    /// A form that searches.
    Search,
    /// A box for words to search.
    SearchBox,
    /// Something said when it changes.
    Status,
}

impl Role {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Article => "article",
            Self::Banner => "banner",
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::ContentInfo => "contentinfo",
            Self::Dialog => "dialog",
            Self::Group => "group",
            Self::Grid => "grid",
            Self::GridCell => "gridcell",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::List => "list",
            Self::ListItem => "listitem",
            Self::Main => "main",
            Self::Navigation => "navigation",
            Self::RowHeader => "rowheader",
            Self::Search => "search",
            Self::SearchBox => "searchbox",
            Self::Status => "status",
        }
    }
}

/// What is looked for: a role, and a name or a part of it.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    role: Role,
    name: Name<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Name<'a> {
    Any,
    Is(&'a str),
    Has(&'a str),
}

/// Anything of this role.
pub const fn any(role: Role) -> Sought<'static> {
    Sought { role, name: Name::Any }
}

/// What has this role and exactly this name. No-break spaces are spaces.
pub const fn named(role: Role, name: &str) -> Sought<'_> {
    Sought { role, name: Name::Is(name) }
}

/// What has this role and this in its name. No-break spaces are spaces.
pub const fn with(role: Role, part: &str) -> Sought<'_> {
    Sought { role, name: Name::Has(part) }
}

impl fmt::Display for Sought<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Name::Any => write!(f, "any {}", self.role.as_str()),
            Name::Is(name) => write!(f, "{} « {name} »", self.role.as_str()),
            Name::Has(part) => write!(f, "{} « …{part}… »", self.role.as_str()),
        }
    }
}

const FIND: &str = "
    const [role, how, name, within] = arguments;
    const plain = text => (text || '').replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
    const fits = element => {
        if (element.computedRole !== role) return false;
        const own = plain(element.computedName);
        return how === 'any' || (how === 'is' ? own === plain(name) : own.includes(plain(name)));
    };
    return [...(within || document.body).querySelectorAll('*')].filter(fits);
";

impl Session {
    /// All that is there now and fits, in the order of the page; within an element if one is given.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn all(
        &self,
        sought: Sought<'_>,
        within: Option<&WebElement>,
    ) -> Outcome<Vec<WebElement>> {
        let (how, name) = match sought.name {
            Name::Any => ("any", ""),
            Name::Is(name) => ("is", name),
            Name::Has(part) => ("has", part),
        };
        let within = within.map_or(Ok(serde_json::Value::Null), WebElement::to_json)?;
        let arguments = vec![json!(sought.role.as_str()), json!(how), json!(name), within];
        Ok(self.web.execute(FIND, arguments).await?.elements()?)
    }
}

//! What stands in the head of a page: what search engines, and people who are sent a link, see of it.
//!
//! Native only: the server and the build write it, the browser's program carries none of it. It says what the page says,
//! never more: an hour, a day or a place that is not known is left out.

mod addresses;
mod description;
mod jsonld;
mod outputs;
pub mod preload;
pub mod sitemap;
#[cfg(test)]
mod tests;

pub(crate) use self::description::cut;
use chrono::NaiveDate;
use qsec2_domain::address::Address;
use qsec2_domain::department::{Department, Territory};
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;
use quick_xml::escape::escape;
use serde_json::Value;

use crate::i18n::texts;
use crate::state::feed::Loaded;

/// The name of the site, at the end of every title.
const SITE: &str = "QSEC²";

/// What stands in the head of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The language of the page.
    pub lang: Lang,
    /// « … — QSEC² », as the page's own heading names the tab.
    pub title: String,
    /// A sentence or two, 50 to 160 characters, plain text.
    pub description: String,
    /// The address, path and query, under which the page is to be known; `None` when it is not to be known at all.
    pub canonical: Option<String>,
    /// The page in each language: `hreflang` and address, path and query.
    pub alternates: Vec<(&'static str, String)>,
    /// What programs can subscribe to of it: media type, title and address, path and query.
    pub outputs: Vec<outputs::Link>,
    /// What robots are told; `None` when they may do as they do.
    pub robots: Option<&'static str>,
    /// The path of the picture that is shown where the page is shared, 1200 by 630.
    pub image: String,
    /// What that picture shows, in words.
    pub image_alt: String,
    /// Its kind, Open Graph's `og:type`.
    pub kind: &'static str,
    /// What is on it, in schema.org's words. Addresses of the site in it are paths, made absolute by [`Head::to_html`].
    pub jsonld: Vec<Value>,
}

/// The head of a page on a day, at an address; of « no such page » when there is no page or the feed has no such record.
pub fn head(page: Option<&Page>, address: &Address, loaded: &Loaded, today: NaiveDate) -> Head {
    let lang = address.settings.lang;
    let page = page.filter(|page| page.exists_in(&loaded.feed));
    let heading = match page {
        None => texts(lang).states.not_found.to_owned(),
        Some(Page::Programme) if !address.events.is_empty() => texts(lang).own().shared.to_owned(),
        Some(page) => heading(page, loaded, lang),
    };
    let addresses = addresses::of(page, address, loaded.feed.is_demonstration);
    let department = page.and_then(|page| department_of(page, loaded));
    let shown = department.map_or_else(|| "Île-de-France".to_owned(), |it| it.to_string());
    let title = format!("{heading} — {SITE}");
    Head {
        lang,
        outputs: page.map_or_else(Vec::new, |page| outputs::of(page, &title, address)),
        title,
        description: description::of(page, loaded, lang, today),
        canonical: addresses.canonical,
        alternates: addresses.alternates,
        robots: addresses.robots,
        image: format!("/og/{}.png", department.map_or("site", Department::code)),
        image_alt: (crate::i18n::head::head(lang).picture)(&shown),
        kind: match page {
            Some(Page::Event(_) | Page::Stop(_) | Page::Group(_)) => "article",
            _ => "website",
        },
        jsonld: match page {
            // Nobody indexes endless addresses: what is on them is said at the one they are parts of.
            Some(page) if !addresses::is_endless(page, address) => {
                jsonld::of(page, &heading, address, loaded, today)
            }
            _ => Vec::new(),
        },
    }
}

/// What the page's `h1` says. The page sets the same title in the browser; a test holds them together.
fn heading(page: &Page, loaded: &Loaded, lang: Lang) -> String {
    let t = texts(lang);
    let feed = &loaded.feed;
    let text = match page {
        Page::Event(id) => {
            return feed.event(id.as_str()).map(|it| it.name.clone()).unwrap_or_default();
        }
        Page::Stop(id) => {
            return feed.stop(id.as_str()).map(|it| it.location.line()).unwrap_or_default();
        }
        Page::Group(id) => {
            return feed.group(id.as_str()).map(|it| it.name.clone()).unwrap_or_default();
        }
        Page::Department(department) => return department.to_string(),
        Page::Home => t.home().title,
        Page::Agenda => t.agenda.title,
        Page::Itinerary => t.tour().title,
        Page::Departments => t.departments().title,
        Page::Groups => t.community().groups,
        Page::News => t.community().news,
        Page::Resources => t.community().resources,
        Page::Teachers => t.take_part().teachers,
        Page::TakePart => t.take_part().title,
        Page::Propose => t.take_part().propose,
        Page::Widget => crate::i18n::widget::builder(lang).title,
        Page::Programme => t.programme().title,
        Page::About => t.about().title,
        Page::Accessibility => t.about().accessibility,
        Page::Privacy => t.about().privacy,
        Page::Changes => t.about().changes,
        Page::Desk => t.take_part().desk,
    };
    text.to_owned()
}

/// The one of the eight that a page is about.
fn department_of(page: &Page, loaded: &Loaded) -> Option<Department> {
    let feed = &loaded.feed;
    let place = match page {
        Page::Department(department) => return Some(*department),
        Page::Group(id) => return Some(feed.group(id.as_str())?.department),
        Page::Event(id) => feed.place_of(feed.event(id.as_str())?)?,
        Page::Stop(id) => &feed.stop(id.as_str())?.location,
        _ => return None,
    };
    department_at(place)
}

fn department_at(place: &Place) -> Option<Department> {
    place.department.as_ref().and_then(Territory::department)
}

impl Head {
    /// The same, where each page is a file in French: the address that names another language is answered with the same
    /// file, so it is no page in that language.
    #[must_use]
    pub fn in_one_language(self) -> Self {
        Self { alternates: Vec::new(), ..self }
    }

    /// The same, where no server makes outputs: their addresses would lead nowhere.
    #[must_use]
    pub fn without_outputs(self) -> Self {
        Self { outputs: Vec::new(), ..self }
    }

    /// The tags, escaped, with absolute addresses under `origin` (`https://host`, no slash at its end).
    ///
    /// Without an origin, tags that need an absolute address are left out, and addresses in JSON-LD stay paths.
    pub fn to_html(&self, origin: Option<&str>) -> String {
        let mut tags = vec![
            format!("<title>{}</title>", escape(self.title.as_str())),
            meta("name", "description", &self.description),
        ];
        tags.extend(self.robots.map(|robots| meta("name", "robots", robots)));
        tags.extend(self.outputs.iter().map(outputs::Link::to_html));
        tags.extend(self.open_graph());
        tags.extend(origin.into_iter().flat_map(|origin| self.absolute(origin)));
        for value in &self.jsonld {
            let mut value = value.clone();
            jsonld::make_absolute(&mut value, origin.unwrap_or_default());
            // Nothing that a record says can end the script, or open a comment in it.
            let text = value.to_string().replace('<', "\\u003c");
            tags.push(format!(r#"<script type="application/ld+json">{text}</script>"#));
        }
        tags.concat()
    }

    /// What Open Graph needs no address for.
    fn open_graph(&self) -> Vec<String> {
        let (locale, other) = match self.lang {
            Lang::Fr => ("fr_FR", "en_GB"),
            Lang::En => ("en_GB", "fr_FR"),
        };
        let other = (!self.alternates.is_empty()).then_some(("og:locale:alternate", other));
        let tags = [
            ("og:type", self.kind),
            ("og:site_name", SITE),
            ("og:title", &self.title),
            ("og:description", &self.description),
            ("og:locale", locale),
        ];
        tags.into_iter().chain(other).map(|(name, said)| meta("property", name, said)).collect()
    }

    /// The tags that hold absolute addresses, and what goes with the picture.
    fn absolute(&self, origin: &str) -> Vec<String> {
        let mut tags = Vec::new();
        if let Some(canonical) = &self.canonical {
            let address = format!("{origin}{canonical}");
            tags.push(meta("property", "og:url", &address));
            tags.push(format!(r#"<link rel="canonical" href="{}">"#, escape(address.as_str())));
        }
        for (lang, path) in &self.alternates {
            let address = format!("{origin}{path}");
            let address = escape(address.as_str());
            tags.push(format!(r#"<link rel="alternate" hreflang="{lang}" href="{address}">"#));
        }
        let picture = format!("{origin}{}", self.image);
        let properties = [
            ("og:image", picture.as_str()),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", &self.image_alt),
        ];
        tags.extend(properties.map(|(name, said)| meta("property", name, said)));
        tags.push(meta("name", "twitter:card", "summary_large_image"));
        tags
    }
}

fn meta(key: &str, name: &str, content: &str) -> String {
    format!(r#"<meta {key}="{name}" content="{}">"#, escape(content))
}

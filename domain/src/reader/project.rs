//! How the project is read: seasons, exhibitions, organizations, départements, groups, news, resources, figures.

use super::json::Node;
use super::record::Record;
use super::text::Length;
use super::values::{Ids, Known, age, day, department, email, link, partial_date};
use crate::department::Department;
use crate::feed::{DepartmentRecord, Feed};
use crate::group::{Exactness, Figure, Group, News, Resource};
use crate::organization::{ContactPoint, Organization};
use crate::report::Fault;
use crate::season::{Exhibition, Season};

/// The most ways to reach an organization.
const MOST_CONTACTS: usize = 20;

/// What the feed says about itself.
pub(super) fn heading(record: &Record<'_, '_>, feed: &mut Feed) {
    if let Some(name) = record.required_text("name", Length::Name) {
        feed.name = name;
    }
    feed.description = record.text("description", Length::Prose);
    feed.is_demonstration = record.optional("isDemonstration", Node::truth).unwrap_or_default();
    feed.date_modified = record.optional("dateModified", day);
}

/// A season.
pub(super) fn season(record: &Record<'_, '_>, known: &Known) -> Option<Season> {
    let id = record.own_id(&known.seasons)?;
    let name = record.required_text("name", Length::Name)?;
    let (start_date, end_date) = record.dates();
    Some(Season {
        id,
        name,
        description: record.text("description", Length::Prose),
        project: record.text("project", Length::Name),
        start_date,
        end_date,
        questions: record.texts("questions", Length::Words),
        provenance: record.provenance(),
    })
}

/// An exhibition.
pub(super) fn exhibition(record: &Record<'_, '_>, known: &Known) -> Option<Exhibition> {
    let id = record.own_id(&known.exhibitions)?;
    let name = record.required_text("name", Length::Name)?;
    let (start_date, end_date) = record.dates();
    Some(Exhibition {
        id,
        name,
        season: record.reference("season", &known.seasons),
        description: record.text("description", Length::Prose),
        start_date,
        end_date,
        suggested_min_age: record.optional("suggestedMinAge", age),
        sections: record.texts("sections", Length::Words),
        formats: record.texts("formats", Length::Words),
        features: record.texts("features", Length::Words),
        creator: record.texts("creator", Length::Name),
        provenance: record.provenance(),
    })
}

/// An organization.
pub(super) fn organization(record: &Record<'_, '_>, known: &Known) -> Option<Organization> {
    let id = record.own_id(&known.organizations)?;
    let name = record.required_text("name", Length::Name)?;
    let mut contact_point = Vec::new();
    record.items("contactPoint", MOST_CONTACTS, &mut |place, node| {
        let contact = contact(&record.within("contactPoint", place, node)?);
        contact_point.push(contact.ok_or(Fault::MissingProperty)?);
        Ok(())
    });
    Some(Organization {
        id,
        name,
        roles: record.choices("roles"),
        departments: record.choices("departments"),
        description: record.text("description", Length::Prose),
        url: record.optional("url", link),
        contact_point,
        provenance: record.provenance(),
    })
}

/// A way to reach somebody; one by which nobody can be reached is none.
fn contact(record: &Record<'_, '_>) -> Option<ContactPoint> {
    let contact = ContactPoint {
        telephone: record.text("telephone", Length::Name),
        email: record.optional("email", email),
        address: record.text("address", Length::Name),
        known_from: record.text("knownFrom", Length::Name),
    };
    let reaches =
        contact.telephone.is_some() || contact.email.is_some() || contact.address.is_some();
    reaches.then_some(contact)
}

/// What is known about a département. `taken` are those before it.
pub(super) fn department_record(
    record: &Record<'_, '_>,
    known: &Known,
    taken: &[DepartmentRecord],
) -> Option<DepartmentRecord> {
    let is_taken = |code: Department| taken.iter().any(|other| other.code == code);
    let code = record.required("code", |node| {
        let code = department(node)?;
        if is_taken(code) { Err(Fault::DuplicateId) } else { Ok(code) }
    })?;
    Some(DepartmentRecord {
        code,
        operator: record.reference("operator", &known.organizations),
        description: record.text("description", Length::Prose),
        provenance: record.provenance(),
    })
}

/// A group.
pub(super) fn group(record: &Record<'_, '_>, feed: &Feed, known: &Known) -> Option<Group> {
    let id = record.own_id(&known.groups)?;
    let name = record.required_text("name", Length::Name)?;
    let department = record.required("department", department)?;
    let (start_date, end_date) = record.dates();
    Some(Group {
        id,
        name,
        season: record.reference("season", &known.seasons),
        department,
        organizer: record.parties(feed, known),
        members: record.text("members", Length::Prose),
        theme: record.text("theme", Length::Words),
        activities: record.texts("activities", Length::Words),
        productions: record.texts("productions", Length::Words),
        start_date,
        end_date,
        is_open: record.optional("isOpen", Node::truth).unwrap_or_default(),
        provenance: record.provenance(),
    })
}

/// A piece of news.
pub(super) fn news(record: &Record<'_, '_>, known: &Known, taken: &Ids) -> Option<News> {
    Some(News {
        id: record.own_id(taken)?,
        name: record.required_text("name", Length::Name)?,
        description: record.required_text("description", Length::Prose)?,
        date_published: record.optional("datePublished", partial_date),
        department: record.optional("department", department),
        season: record.reference("season", &known.seasons),
        group: record.reference("group", &known.groups),
        provenance: record.provenance(),
    })
}

/// A resource.
pub(super) fn resource(record: &Record<'_, '_>, known: &Known, taken: &Ids) -> Option<Resource> {
    Some(Resource {
        id: record.own_id(taken)?,
        name: record.required_text("name", Length::Name)?,
        learning_resource_type: record.text("learningResourceType", Length::Name),
        description: record.text("description", Length::Prose),
        url: record.optional("url", link),
        date_published: record.optional("datePublished", partial_date),
        audience: record.choices("audience"),
        audience_note: record.text("audienceNote", Length::Prose),
        season: record.reference("season", &known.seasons),
        department: record.optional("department", department),
        provenance: record.provenance(),
    })
}

/// A figure.
pub(super) fn figure(record: &Record<'_, '_>, known: &Known, taken: &Ids) -> Option<Figure> {
    let id = record.own_id(taken)?;
    let name = record.required_text("name", Length::Name)?;
    let value = record.required("value", Node::number)?;
    Some(Figure {
        id,
        name,
        value,
        max_value: record.optional("maxValue", |node| {
            let most = node.number()?;
            if most >= value { Ok(most) } else { Err(Fault::OutOfRange) }
        }),
        exactness: record.choice("exactness", Exactness::default()),
        unit_text: record.text("unitText", Length::Name),
        season: record.reference("season", &known.seasons),
        scope: record.text("scope", Length::Words),
        observation_date: record.optional("observationDate", partial_date),
        provenance: record.provenance(),
    })
}

//! Whom to call in a département.

use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::department::Department;
use qsec2_domain::organization::{ContactPoint, Organization};

use crate::components::bullet::Bullet;
use crate::components::parts::{items, paragraph};
use crate::components::sources::SourceLink;
use crate::state::site::{use_feed, use_site};

/// The operator of a département with its phone, mail and site.
#[component]
pub fn Operator(
    /// Whose operator.
    department: Department,
    /// Whether the name of the département leads the entry.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let loaded = use_feed();
    let none = use_site().t.departments().no_operator;
    let known = loaded.feed.operator(department).map(|operator| details(operator.clone()));
    let head = named.then(|| {
        view! { <p class="contact-of"><Bullet department /> {department.name()}</p> }
    });
    view! {
        <div class="contact">
            {head}
            {known.unwrap_or_else(|| view! { <p>{none}</p> }.into_any())}
        </div>
    }
    .into_any()
}

/// All eight operators, under a heading that links may lead to.
pub fn contacts() -> AnyView {
    let t = use_site().t.take_part();
    let lead = paragraph("", t.contacts_lead);
    view! { <section><h2 id="contacts" tabindex="-1">{t.contacts}</h2>{lead}{operators()}</section> }.into_any()
}

/// All eight operators.
pub fn operators() -> AnyView {
    let each = Department::ALL.iter();
    let each = each.map(|&department| view! { <Operator department named=true /> }.into_any());
    items("contacts", each.collect())
}

fn details(operator: Organization) -> AnyView {
    let name = operator.name.clone();
    view! { <p class="contact-name">{name}</p> {contact_ways(operator)} }.into_any()
}

/// The ways to reach an organization; nothing when none is known.
pub fn contact_ways(organization: Organization) -> AnyView {
    if organization.contact_point.is_empty() && organization.url.is_none() {
        return ().into_any();
    }
    let site = organization.url.map(|link| view! { <li><SourceLink link /></li> });
    let points = organization.contact_point.into_iter().map(point).collect_view();
    view! { <ul class="contact-ways">{points} {site}</ul> }.into_any()
}

fn point(point: ContactPoint) -> AnyView {
    let t = use_site().t;
    let phone = point.telephone.and_then(|number| Some((phone_link(&number)?, number)));
    let phone = phone.map(|(href, number)| view! { <a class="phone" href=href>{number}</a> " " });
    let mail = point.email.map(|mail| {
        let href = format!("mailto:{mail}");
        view! { <a href=href>{mail}</a> " " }
    });
    let from =
        point.known_from.map(|from| view! { <small>{(t.departments().known_from)(&from)}</small> });
    view! { <li>{phone} {mail} {point.address.map(|it| format!("{it} "))} {from}</li> }.into_any()
}

/// `tel:+33140795815` for a French number as written; nothing for what is no number.
fn phone_link(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) if digits.len() == 10 => Some(format!("tel:+33{rest}")),
        _ if number.starts_with('+') && digits.len() >= 8 => Some(format!("tel:+{digits}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::phone_link;

    #[test]
    fn a_french_number_is_called_from_anywhere() {
        assert_eq!(phone_link("01 40 79 58 15").as_deref(), Some("tel:+33140795815"));
        assert_eq!(phone_link("+33 1 40 79 58 15").as_deref(), Some("tel:+33140795815"));
        assert_eq!(phone_link("voir le site"), None);
    }
}

//! The top of every page: the name, the main ways, the other language.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::app::use_other_language;
use crate::state::navigation::Navigation;
use crate::state::site::use_site;

/// The banner of the site.
#[component]
pub fn Header() -> impl IntoView {
    let site = use_site();
    let t = &site.t.frame;
    let other = use_other_language();
    let other_code = if site.lang() == qsec2_domain::lang::Lang::Fr { "en" } else { "fr" };
    view! {
        <header class="header">
            <a class="name" href=site.href(&Page::Home)>
                <span class="name-sign">"QSEC²"</span>
                <span class="name-tagline">{t.tagline}</span>
            </a>
            <nav class="ways" aria-label=t.main_navigation>
                <ul>
                    <NavItem page=Page::Agenda label=t.agenda />
                    <NavItem page=Page::Itinerary label=t.itinerary />
                    <NavItem page=Page::Departments label=t.departments />
                    <NavItem page=Page::TakePart label=t.take_part />
                    <NavItem page=Page::Teachers label=t.teachers />
                </ul>
            </nav>
            <a class="language" id="langue" href=other lang=other_code hreflang=other_code>
                {t.other_language}
            </a>
        </header>
    }
    .into_any()
}

/// A link in a navigation; says when it leads to where one is, or to the list that one's page is from.
#[component]
pub fn NavItem(
    /// Where it leads.
    page: Page,
    /// What it says.
    label: &'static str,
) -> impl IntoView {
    let site = use_site();
    let navigation: Navigation = expect_context();
    let path = page.path();
    let href = site.href(&page);
    let current = move || {
        let here = navigation.path();
        if here == path {
            Some("page")
        } else {
            here.strip_prefix(path.as_str()).filter(|rest| rest.starts_with('/')).map(|_| "true")
        }
    };
    view! { <li><a href=href aria-current=current>{label}</a></li> }.into_any()
}

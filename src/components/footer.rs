//! The bottom of every page: the other pages, and who makes this.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::components::header::NavItem;
use crate::state::site::use_site;

/// The information about the site.
#[component]
pub fn Footer() -> impl IntoView {
    let t = &use_site().t.frame;
    view! {
        <footer class="footer">
            <nav aria-label=t.more_navigation>
                <ul>
                    <NavItem page=Page::Programme label=t.programme />
                    <NavItem page=Page::Groups label=t.groups />
                    <NavItem page=Page::News label=t.news />
                    <NavItem page=Page::Resources label=t.resources />
                    <NavItem page=Page::Propose label=t.propose />
                    <NavItem page=Page::About label=t.about />
                    <NavItem page=Page::Changes label=t.changes />
                    <NavItem page=Page::Accessibility label=t.accessibility />
                    <NavItem page=Page::Privacy label=t.privacy />
                    <NavItem page=Page::Desk label=t.desk />
                </ul>
            </nav>
            <p>{t.funded}</p>
        </footer>
    }
    .into_any()
}

//! Links. Paths are spelled in the domain's `pages`, keys in its `address`; here they meet.

use qsec2_domain::address::Address;
use qsec2_domain::pages::Page;

/// The address of a page, relative to the origin.
pub fn href(page: &Page, address: &Address) -> String {
    join(page.path(), address)
}

/// A path with what stands behind its `?`, if anything.
pub fn join(path: String, address: &Address) -> String {
    let search = address.to_string();
    if search.is_empty() { path } else { format!("{path}?{search}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qsec2_domain::choices::Choices;
    use qsec2_domain::department::Department;
    use qsec2_domain::query::Query;

    #[test]
    fn a_link_carries_its_query_and_nothing_that_is_default() {
        assert_eq!(href(&Page::Agenda, &Address::default()), "/agenda");
        let departments = Choices::only(Department::Essonne);
        let query = Query { departments, ..Query::default() };
        assert_eq!(href(&Page::Agenda, &Address { query, ..Address::default() }), "/agenda?dep=91");
    }
}

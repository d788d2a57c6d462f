//! Starts the site in the browser.

fn main() {
    qsec2_site::mount();
}

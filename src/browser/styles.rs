//! The styles that only some pages need, on a page that was sent without them.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlLinkElement};

use super::document;

/// The name of the tag that says where the styles are; the page has all of them when there is none.
pub const NAMED: &str = "later-style";

/// Has the styles loaded, unless they are here, from now on; the answer is whether they are. What did not come may be asked
/// for again.
pub fn complete() -> impl Future<Output = bool> {
    let coming = document().and_then(|document| {
        let link = loaded(&document).or_else(|| begin(&document))?;
        // A stylesheet that has come says so by itself.
        link.sheet().is_none().then_some(link)
    });
    async move {
        let Some(link) = coming else { return true };
        let came = Promise::new(&mut |resolve, reject| {
            link.set_onload(Some(&resolve));
            link.set_onerror(Some(&reject));
        });
        let is_here = JsFuture::from(came).await.is_ok();
        if !is_here {
            link.remove();
        }
        is_here
    }
}

/// The link to the styles, if it stands in the page already.
fn loaded(document: &Document) -> Option<HtmlLinkElement> {
    document.get_element_by_id(NAMED)?.dyn_into().ok()
}

fn begin(document: &Document) -> Option<HtmlLinkElement> {
    let named = document.query_selector(&["meta[name=", NAMED, "]"].concat()).ok()??;
    let link: HtmlLinkElement = document.create_element("link").ok()?.dyn_into().ok()?;
    link.set_id(NAMED);
    link.set_rel("stylesheet");
    link.set_href(&named.get_attribute("content")?);
    document.head()?.append_child(&link).ok()?;
    Some(link)
}

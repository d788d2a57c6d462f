//! What a page asks for at once instead of one after the other: the files of the feed that the app will need first.

use quick_xml::escape::escape;

/// The tags that make a browser fetch these paths, as the app will: `GET`, with the mode and credentials of a plain `fetch`.
pub fn preloads(paths: &[String]) -> String {
    let tag = |path: &String| {
        let path = escape(path.as_str());
        format!(r#"<link rel="preload" href="{path}" as="fetch" crossorigin>"#)
    };
    paths.iter().map(tag).collect()
}

#[cfg(test)]
mod tests {
    use super::preloads;

    #[test]
    fn each_file_is_fetched_as_the_feed_is() {
        let html = preloads(&["/feed/a.json".to_owned(), "/feed/\">.bin".to_owned()]);
        let expected = "<link rel=\"preload\" href=\"/feed/a.json\" as=\"fetch\" crossorigin>\
                        <link rel=\"preload\" href=\"/feed/&quot;&gt;.bin\" as=\"fetch\" crossorigin>";
        assert_eq!(html, expected);
        assert_eq!(preloads(&[]), "");
    }
}

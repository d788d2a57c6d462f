//! The pages that the build draws into files, of a feed in one file and of one in slices.

use std::fs;
use std::path::Path;
use std::process::Command;

use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::season;
use qsec2_domain::reader::Limits;
use qsec2_domain::slices::{FOLDER, build};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A page with a place for a head and a body.
const SHELL: &str = "<html lang=\"fr\"><!--head--><!--/head--><!--body--><!--/body-->";

/// Draws a site whose feed is cut when it has more than so many bytes.
fn drawn(threshold: usize) -> Outcome<tempfile::TempDir> {
    let site = tempfile::tempdir()?;
    let from = YearMonth::new(2199, 1).ok_or("a month")?;
    let feed = serde_json::to_vec(&season(from, 300))?;
    fs::create_dir_all(site.path().join(FOLDER))?;
    build(&feed, Limits::NATIVE, threshold, &mut |name, bytes| {
        fs::write(site.path().join(name), bytes)
    })?;
    fs::write(site.path().join("shell.html"), SHELL)?;
    let mut draw = Command::new(env!("CARGO_BIN_EXE_qsec2-prerender"));
    draw.env_clear().arg("--site").arg(site.path());
    let output = draw.arg("--public-url").arg("https://agenda.example").output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(site)
}

fn page(site: &Path, path: &str) -> Outcome<String> {
    Ok(fs::read_to_string(site.join(path).join("index.html"))?)
}

/// What a page has preloaded.
fn preloads(page: &str) -> Vec<&str> {
    let links = page.split("<link rel=\"preload\" href=\"/").skip(1);
    links.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_feed_in_slices_is_drawn_as_in_one_file_and_names_what_is_asked_for_first() -> Outcome {
    let (whole, cut) = (drawn(usize::MAX)?, drawn(0)?);
    for path in ["", "agenda", "agenda/demo-000001", "departements/75"] {
        let (whole, cut) = (page(whole.path(), path)?, page(cut.path(), path)?);
        let named = preloads(&cut);
        let expected = match path {
            "" => 2,
            // What its choices need comes along.
            "agenda" => 4,
            _ => 0,
        };
        assert_eq!(named.len(), expected, "{path}");
        assert!(preloads(&whole).is_empty(), "{path}");
        let rest = cut.split("<title>").nth(1);
        assert!(rest.is_some() && rest == whole.split("<title>").nth(1), "{path}");
    }
    for file in preloads(&page(cut.path(), "agenda")?) {
        assert!(cut.path().join(file).is_file(), "{file}");
    }
    Ok(())
}

#[test]
fn files_in_french_announce_no_english() -> Outcome {
    let site = drawn(usize::MAX)?;
    let agenda = page(site.path(), "agenda")?;
    let head = agenda.split("<div id=").next().unwrap_or_default();
    assert!(head.contains("rel=\"canonical\"") && !head.contains("rel=\"alternate\""), "{head}");
    let sitemap = fs::read_to_string(site.path().join("sitemap.xml"))?;
    assert!(sitemap.contains("https://agenda.example/agenda<") && !sitemap.contains("lang="));
    Ok(())
}

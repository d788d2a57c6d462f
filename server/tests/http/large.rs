//! A large feed over HTTP: an index, and slices that never change.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use axum::http::StatusCode;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::season;
use qsec2_domain::reader::Limits;
use qsec2_domain::slices::{FOLDER, THRESHOLD, build, files_of};

use crate::support::{Answer, FEED, Outcome, Site};

/// An invented season that is large enough to be cut.
fn large(events: usize) -> Outcome<Vec<u8>> {
    let from = YearMonth::new(2017, 9).ok_or("a month")?;
    let feed = serde_json::to_vec(&season(from, events))?;
    assert!(feed.len() > THRESHOLD);
    Ok(feed)
}

/// Cuts a feed into a folder, as `cargo xtask feed slice` does.
fn cut_into(folder: &Path, feed: &[u8]) -> Outcome {
    fs::create_dir_all(folder.join(FOLDER))?;
    build(feed, Limits::NATIVE, THRESHOLD, &mut |name, bytes| fs::write(folder.join(name), bytes))?;
    Ok(())
}

/// The paths of all files that the index leads to, each asked for.
async fn answers(site: &Site) -> Outcome<Vec<(String, Answer)>> {
    let index = site.get("/feed.json").await?.body;
    // To follow the index, its files must be at hand at once: those that lead on are asked for until none is new.
    let mut known = std::collections::BTreeMap::new();
    let names = loop {
        let mut missing = BTreeSet::new();
        let named = files_of(&index, &mut |name| {
            known.get(name).cloned().ok_or_else(|| {
                missing.insert(name.to_owned());
                io::ErrorKind::NotFound.into()
            })
        });
        if let Some(names) = named {
            break names;
        }
        for name in missing {
            let answer = site.get(&format!("/{name}")).await?;
            assert_eq!(answer.status, StatusCode::OK, "{name}");
            known.insert(name, answer.body.to_vec());
        }
    };
    let mut answers = Vec::new();
    for name in names {
        let path = format!("/{name}");
        let answer = site.get(&path).await?;
        answers.push((path, answer));
    }
    Ok(answers)
}

/// What a page has preloaded.
fn preloads(page: &str) -> Vec<&str> {
    let links = page.split("<link rel=\"preload\" href=\"").skip(1);
    links
        .filter_map(|rest| rest.split_once("\" as=\"fetch\" crossorigin>"))
        .map(|it| it.0)
        .collect()
}

#[tokio::test]
async fn every_file_that_the_index_leads_to_is_answered_and_may_be_kept_for_good() -> Outcome {
    let site = Site::with_feed_of(&large(2000)?)?;
    let index = site.get("/feed.json").await?;
    assert_eq!((index.status, index.header("cache-control")), (StatusCode::OK, "no-cache"));
    assert!(index.text().contains("\"eventSlices\""));
    let answers = answers(&site).await?;
    assert!(answers.len() > 30, "{}", answers.len());
    for (path, answer) in &answers {
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let kept = "public, max-age=31536000, immutable";
        assert_eq!(answer.header("cache-control"), kept, "{path}");
        let kind = match path.rsplit_once('.') {
            Some((_, "bin")) => "application/octet-stream",
            _ => "application/json",
        };
        assert_eq!(answer.header("content-type"), kind, "{path}");
        assert!(answer.header("etag").starts_with('"'), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_slice_is_sent_encoded_once_and_without_its_content_to_who_has_it() -> Outcome {
    let site = Site::with_feed_of(&large(2000)?)?;
    let answers = answers(&site).await?;
    let (path, plain) = answers.iter().find(|it| it.0.contains("events-")).ok_or("no slice")?;
    let brotli = site.get_with(path, &[("accept-encoding", "gzip, br")]).await?;
    let gzip = site.get_with(path, &[("accept-encoding", "gzip")]).await?;
    let mut decoded = Vec::new();
    brotli::BrotliDecompress(&mut &brotli.body[..], &mut decoded)?;
    assert_eq!(decoded, plain.body);
    let mut decoded = Vec::new();
    io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&gzip.body[..]), &mut decoded)?;
    assert_eq!(decoded, plain.body);
    assert!(brotli.body.len() < gzip.body.len() && gzip.body.len() < plain.body.len() / 3);
    let tags: BTreeSet<_> = [plain, &brotli, &gzip].map(|it| it.header("etag")).into();
    assert_eq!(tags.len(), 3);
    let known = [("accept-encoding", "br"), ("if-none-match", brotli.header("etag"))];
    let again = site.get_with(path, &known).await?;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = site.ask("HEAD", path, &[]).await?;
    assert_eq!(head.header("content-length"), plain.body.len().to_string());
    assert_eq!((head.body.len(), head.header("etag")), (0, plain.header("etag")));
    Ok(())
}

#[tokio::test]
async fn what_is_no_slice_is_not_found() -> Outcome {
    for site in [Site::with_feed_of(&large(2000)?)?, Site::with_feed(FEED)?] {
        for name in ["nothing", "ids.0123456789abcdef.bin", "..%2fsecret.txt", "%ff", "feed.json"] {
            let answer = site.get(&format!("/feed/{name}")).await?;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
            assert!(!answer.text().contains("<html"), "{name}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_same_feed_has_the_same_index_and_one_cut_beforehand_is_sent_the_same() -> Outcome {
    let feed = large(2000)?;
    let (one, other) = (Site::with_feed_of(&feed)?, Site::with_feed_of(&feed)?);
    let beforehand = Site::with_feed(FEED)?;
    cut_into(&beforehand.dist(), &feed)?;
    // Not through a reload: as a server finds it that is started.
    let beforehand = beforehand.opened_again()?;
    let index = one.get("/feed.json").await?;
    for site in [&other, &beforehand] {
        let same = site.get("/feed.json").await?;
        assert_eq!((same.header("etag"), &same.body), (index.header("etag"), &index.body));
    }
    let (cut, found) = (answers(&one).await?, answers(&beforehand).await?);
    assert_eq!(cut.len(), found.len());
    for ((path, cut), (other, found)) in cut.iter().zip(&found) {
        assert_eq!(
            (path, &cut.body, cut.header("etag")),
            (other, &found.body, found.header("etag"))
        );
    }
    for path in ["/", "/agenda?le=2018-01-20", "/agenda/demo-000001", "/agenda?q=lumiere"] {
        let (cut, found) = (one.get(path).await?, beforehand.get(path).await?);
        assert_eq!((cut.status, cut.text()), (found.status, found.text()), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn the_files_of_two_versions_before_are_still_answered() -> Outcome {
    let site = Site::with_feed_of(&large(2000)?)?;
    let mut versions = Vec::new();
    for events in [2001, 2002, 2003] {
        versions.push(answers(&site).await?);
        site.write_feed(&large(events)?).await?;
        assert!(site.get("/feed.json").await?.text().contains(&format!("\"events\":{events},")));
    }
    let newest = answers(&site).await?;
    let names = |it: &[(String, Answer)]| it.iter().map(|it| it.0.clone()).collect::<BTreeSet<_>>();
    for before in &versions[1..] {
        assert!(!names(before).is_subset(&names(&newest)));
        for (path, answer) in before {
            let now = site.get(path).await?;
            assert_eq!((now.status, &now.body), (StatusCode::OK, &answer.body), "{path}");
        }
    }
    let kept: BTreeSet<_> =
        versions[1..].iter().chain([&newest]).flat_map(|it| names(it)).collect();
    let oldest = names(&versions[0]);
    let gone: Vec<_> = oldest.difference(&kept).collect();
    assert!(!gone.is_empty());
    for path in gone {
        assert_eq!(site.get(path).await?.status, StatusCode::NOT_FOUND, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_name_that_is_not_known_yet_makes_the_server_look_for_a_new_feed() -> Outcome {
    let (site, ahead) = (Site::with_feed_of(&large(2000)?)?, Site::with_feed_of(&large(2001)?)?);
    let known: BTreeSet<_> = answers(&site).await?.into_iter().map(|it| it.0).collect();
    let newer = answers(&ahead).await?;
    let (path, slice) = newer.iter().find(|it| !known.contains(&it.0)).ok_or("nothing new")?;
    assert_eq!(site.get(path).await?.status, StatusCode::NOT_FOUND);
    fs::write(site.feed_file(), large(2001)?)?;
    // The first who asks may be too early on a slow machine.
    site.get(path).await?;
    site.settled().await;
    assert_eq!(site.get(path).await?.body, slice.body);
    Ok(())
}

#[tokio::test]
async fn a_bad_new_feed_leaves_the_old_one_and_its_slices() -> Outcome {
    let feed = large(2000)?;
    let site = Site::with_feed_of(&feed)?;
    let (index, before) = (site.get("/feed.json").await?.body, answers(&site).await?);
    let other = tempfile::tempdir()?;
    cut_into(other.path(), &large(2001)?)?;
    let without_slices = fs::read(other.path().join("feed.json"))?;
    for bad in [&feed[..feed.len() / 2], &without_slices] {
        site.write_feed(bad).await?;
        assert_eq!(site.get("/feed.json").await?.body, index);
        for (path, answer) in &before {
            assert_eq!(&site.get(path).await?.body, &answer.body, "{path}");
        }
        assert_eq!(site.get("/agenda/demo-000001").await?.status, StatusCode::OK);
    }
    Ok(())
}

#[tokio::test]
async fn an_index_whose_slices_are_not_whole_is_not_taken() -> Outcome {
    let site = Site::with_feed(FEED)?;
    cut_into(&site.dist(), &large(2000)?)?;
    let mut slices = fs::read_dir(site.dist().join(FOLDER))?.collect::<Result<Vec<_>, _>>()?;
    slices.retain(|slice| slice.file_name().to_string_lossy().starts_with("events-"));
    let slice = slices.first().ok_or("no slice")?.path();
    let whole = fs::read(&slice)?;
    fs::write(&slice, &whole[..whole.len() - 3])?;
    let refusal = site.opened_again().err().ok_or("opened with half a slice")?.to_string();
    assert!(refusal.contains("not whole") && refusal.contains("events-"), "{refusal}");
    fs::remove_file(&slice)?;
    assert!(site.opened_again().is_err());
    fs::write(&slice, whole)?;
    assert_eq!(site.opened_again()?.get("/agenda/demo-000001").await?.status, StatusCode::OK);
    Ok(())
}

#[tokio::test]
async fn a_page_names_the_files_that_it_asks_for_first() -> Outcome {
    let site = Site::with_feed_of(&large(2000)?)?;
    let (day, choices) =
        (["/feed/2018-01.", "/feed/201"], ["/feed/directory.", "/feed/catalogue."]);
    for (path, expected) in [
        // The archive is small: what its choices need comes with the first screen.
        ("/agenda?le=2018-01-20", [day, choices].concat()),
        ("/agenda?le=2018-01-20&dep=75", choices.to_vec()),
        ("/agenda?le=2018-01-20&q=air", choices.to_vec()),
        ("/?le=2018-01-20", day.to_vec()),
    ] {
        let page = site.get(path).await?.text();
        let files = preloads(&page);
        assert_eq!(files.len(), expected.len(), "{path}: {files:?}");
        for (file, expected) in files.into_iter().zip(expected) {
            assert!(file.starts_with(expected), "{path}: {file}");
            assert_eq!(site.get(file).await?.status, StatusCode::OK, "{file}");
        }
    }
    let archive = site.get("/?le=2199-01-01").await?.text();
    assert!(matches!(preloads(&archive)[..], [last] if last.starts_with("/feed/last.")));
    assert!(preloads(&site.get("/itineraire").await?.text()).is_empty());
    assert!(preloads(&site.get("/agenda?flux=/autre.json").await?.text()).is_empty());
    assert!(preloads(&Site::with_feed(FEED)?.get("/agenda").await?.text()).is_empty());
    Ok(())
}

#[tokio::test]
async fn an_event_of_a_large_feed_has_a_page_and_no_other_id_has() -> Outcome {
    let site = Site::with_feed_of(&large(2000)?)?;
    for (path, status) in [
        ("/agenda/demo-000001", StatusCode::OK),
        ("/agenda/demo-001999", StatusCode::OK),
        ("/agenda/demo-002001", StatusCode::NOT_FOUND),
        ("/agenda/inconnu", StatusCode::NOT_FOUND),
    ] {
        // The second time it comes from what was kept.
        for _ in 0..2 {
            assert_eq!(site.get(path).await?.status, status, "{path}");
        }
    }
    assert!(site.get("/sitemap.xml").await?.text().contains("/agenda/demo-001999<"));
    Ok(())
}

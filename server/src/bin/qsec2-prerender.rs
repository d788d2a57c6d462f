//! Draws every page of the site into files, for hosts that serve files and nothing else. The build calls it.
//!
//! What such a host sends is as of the day of the build, and in French, whatever the address says: the app then shows the
//! day it is, in the language that was asked for.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Parser;
use qsec2_domain::feed::Feed;
use qsec2_domain::pages::Page;
use qsec2_server::live_feed::FeedVersion;
use qsec2_server::pages::today;
use qsec2_server::state::PublicUrl;
use qsec2_site::document::Template;
use qsec2_site::head::preload::preloads;
use qsec2_site::head::sitemap;
use qsec2_site::render::render;
use qsec2_site::state::host::Host;

/// The most records of a list that get a file each: the host's 404 page draws the others.
const MOST: usize = 5000;

/// Draws every page of a built site into files.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder of the built site.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    site: PathBuf,
    /// Where people will reach the site; without it, pages name no absolute address, and there is no sitemap.
    #[arg(long, env = "QSEC2_PUBLIC_URL", value_name = "URL")]
    public_url: Option<PublicUrl>,
}

fn main() -> Result<()> {
    let Arguments { site, public_url } = Arguments::parse();
    let shell = site.join("shell.html");
    let shell = fs::read(&shell).with_context(|| format!("{} can't be read", shell.display()))?;
    let template = Template::parse(&String::from_utf8_lossy(&shell))?;
    let version = FeedVersion::read_uncut(&site.join("feed.json"))?;
    let loaded = &version.loaded;
    let (origin, today) = (public_url.map(|url| url.to_string()), today());
    let mut count = 0;
    for page in pages(&loaded.feed) {
        let path = page.path();
        let drawn = render(&path, "", loaded, today, Host::Files);
        let drawn = drawn.with_context(|| format!("no page {path}"))?;
        let first = preloads(&version.first_files(&path, "", today));
        let head = drawn.head.clone().in_one_language().without_outputs();
        let tags = [first, head.to_html(origin.as_deref())].concat();
        let html = template.document(&tags, &drawn, Host::Files);
        write(&site.join(path.trim_start_matches('/')).join("index.html"), &html)?;
        count += 1;
    }
    write(&site.join("robots.txt"), &sitemap::robots(origin.as_deref()))?;
    let files = |origin: &String| sitemap::sitemap(&loaded.feed, origin, sitemap::FRENCH);
    for (name, xml) in origin.iter().flat_map(files) {
        write(&site.join(name), &xml)?;
    }
    Ok(writeln!(std::io::stdout(), "{count} pages drawn as of {today}")?)
}

fn pages(feed: &Feed) -> impl Iterator<Item = Page> + '_ {
    let events = feed.events.iter().map(|it| Page::Event(it.id.clone()));
    let stops = feed.stops.iter().map(|it| Page::Stop(it.id.clone()));
    let groups = feed.groups.iter().map(|it| Page::Group(it.id.clone()));
    Page::fixed().chain(events.take(MOST)).chain(stops.take(MOST)).chain(groups.take(MOST))
}

fn write(path: &Path, content: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, content))
        .with_context(|| format!("{} can't be written", path.display()))
}

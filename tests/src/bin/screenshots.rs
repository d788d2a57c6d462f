//! Takes pictures of the site: `cargo run -p qsec2-tests --bin screenshots -- --out DIR [--dark] [--width 360,1280] [PATHS…]`.
//!
//! A tool, not a test: it asserts nothing. The site has to be built (`cargo xtask serve` builds it).

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use qsec2_tests::support::Outcome;
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::visitor::Visitor;

/// Takes pictures of pages from their top to their end.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
struct Pictures {
    /// The folder they go into.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Of the demonstration season from September 2027, not of the archive.
    #[arg(long)]
    demo: bool,
    /// As a visitor sees it whose system is dark.
    #[arg(long)]
    dark: bool,
    /// What is on the window at first, not the whole page.
    #[arg(long)]
    fold: bool,
    /// In forced colours.
    #[arg(long)]
    forced_colors: bool,
    /// Also on paper, as PDF.
    #[arg(long)]
    pdf: bool,
    /// The widths of the window in CSS pixels.
    #[arg(long, value_delimiter = ',', default_value = "360,1280")]
    width: Vec<u32>,
    /// Paths with their queries.
    #[arg(default_value = "/")]
    paths: Vec<String>,
}

#[tokio::main]
async fn main() -> Outcome {
    let wanted = Pictures::parse();
    fs::create_dir_all(&wanted.out)?;
    let programme = if wanted.demo { SEASON } else { Programme::Archive };
    let visitor = Visitor::arrive(&programme).await?;
    let taken = wanted.take_all(&visitor).await;
    visitor.leave().await?;
    taken
}

impl Pictures {
    async fn take_all(&self, visitor: &Visitor) -> Outcome {
        let scheme = if self.dark { Scheme::Dark } else { Scheme::Light };
        let forced = if self.forced_colors { "active" } else { "none" };
        let media = [("prefers-color-scheme", scheme.as_str()), ("forced-colors", forced)];
        visitor.session.media(&media).await?;
        for path in &self.paths {
            for &width in &self.width {
                self.take(visitor, path, width).await?;
            }
        }
        Ok(())
    }

    async fn take(&self, visitor: &Visitor, path: &str, width: u32) -> Outcome {
        let session = &visitor.session;
        session.resize(width, if width < 700 { 740 } else { 900 }).await?;
        visitor.open(path).await?;
        let name = format!("{}-{width}{}", file_name(path), if self.dark { "-dark" } else { "" });
        let picture =
            if self.fold { session.picture().await? } else { session.whole_page(width).await? };
        save(&self.out.join(format!("{name}.png")), &picture)?;
        if self.pdf {
            save(&self.out.join(format!("{name}.pdf")), &session.printed().await?)?;
        }
        Ok(())
    }
}

fn save(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes)?;
    eprintln!("{}", file.display());
    Ok(())
}

/// `/agenda?dep=75` → `agenda-dep-75`.
fn file_name(path: &str) -> String {
    let kept = path.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    let name: String = kept.collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "accueil".to_owned() } else { name.chars().take(80).collect() }
}

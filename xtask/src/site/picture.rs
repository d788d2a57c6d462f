//! The pictures that stand for the site where it is shared: one for all of it, one for each département.
//!
//! Drawn from the house's own signs: the eight lines as a bundle that runs to eight bullets, in the colours, strokes and
//! type of the site. Nothing here names a colour: they are read from `style/tokens.css`, those of the dark scheme, since the
//! ground is dark.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, ensure};
use qsec2_domain::choices::Choice as _;
use qsec2_domain::department::Department;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::root;

/// What networks cut to least: 1.91 to 1.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// What the font is called here.
const FAMILY: &str = "Atkinson";

/// The most bytes of one picture; messengers fetch it while somebody waits.
const MOST: usize = 60_000;

/// Draws `og/site.png` and `og/75.png` … `og/95.png` into the site's folder.
pub(super) fn write_all(dist: &Path) -> Result<()> {
    let css = fs::read_to_string(root().join("style/tokens.css"))
        .context("style/tokens.css can't be read")?;
    let colors = Colors::read(&css)?;
    let font = fs::read(root().join("public/fonts/atkinson-hyperlegible-next.woff2"))
        .context("the font can't be read")?;
    let options = with_font(&font)?;
    let folder = dist.join("og");
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let each = Department::ALL.iter().map(|department| Some(*department));
    for department in std::iter::once(None).chain(each) {
        let name = department.map_or("site", Department::code);
        let png = rasterize(&draw(department, &colors), &options)?;
        ensure!(png.len() <= MOST, "og/{name}.png has {} bytes, more than {MOST}", png.len());
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, png).with_context(|| format!("{} can't be written", file.display()))?;
    }
    Ok(())
}

/// The colours and strokes of the site's tokens.
struct Colors {
    plate: String,
    on_plate: String,
    soft: String,
    accent: String,
    on_line: String,
    /// By département: the colour of its line, and its dashes.
    lines: Vec<(String, String)>,
}

impl Colors {
    fn read(css: &str) -> Result<Self> {
        let (light, dark) = css
            .split_once("prefers-color-scheme: dark")
            .context("style/tokens.css has no dark scheme")?;
        let line = |department: &Department| {
            let code = department.code();
            let class = css.split_once(&format!(".dep-{code} "));
            let (_, class) =
                class.with_context(|| format!("style/tokens.css has no .dep-{code}"))?;
            Ok((token(dark, &format!("line-{code}"))?, token(class, "stroke")?))
        };
        Ok(Self {
            plate: token(light, "plate")?,
            on_plate: token(light, "on-plate")?,
            soft: token(light, "plate-soft")?,
            accent: token(light, "accent")?,
            on_line: token(dark, "on-line")?,
            lines: Department::ALL.iter().map(line).collect::<Result<_>>()?,
        })
    }

    fn line(&self, department: Department) -> (&str, &str) {
        let place = usize::from(department.index());
        self.lines.get(place).map_or(("", ""), |(color, dashes)| (color, dashes))
    }
}

/// The value of the first custom property of this name.
fn token(css: &str, name: &str) -> Result<String> {
    let found = css.split_once(&format!("--{name}:")).and_then(|(_, rest)| rest.split_once(';'));
    let (value, _) = found.with_context(|| format!("style/tokens.css has no --{name}"))?;
    Ok(value.trim().to_owned())
}

/// The site's font, for every text. It is told by hand what it is: the names were taken out of it to save bytes.
fn with_font(woff2: &[u8]) -> Result<Options<'static>> {
    let font = wuff::decompress_woff2(woff2)
        .map_err(|error| anyhow!("the font can't be unpacked: {error:?}"))?;
    let mut fonts = fontdb::Database::new();
    fonts.push_face_info(fontdb::FaceInfo {
        id: fontdb::ID::dummy(),
        source: fontdb::Source::Binary(Arc::new(font)),
        index: 0,
        families: vec![(FAMILY.to_owned(), fontdb::Language::English_UnitedStates)],
        post_script_name: FAMILY.to_owned(),
        style: fontdb::Style::Normal,
        weight: fontdb::Weight::NORMAL,
        stretch: fontdb::Stretch::Normal,
        monospaced: false,
    });
    Ok(Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() })
}

fn rasterize(svg: &str, options: &Options<'_>) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, options).context("the picture is no SVG")?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("no room for the picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    // Opaque all over: without the fourth channel, and packed as small as it gets.
    let samples: Vec<u8> =
        pixels.data().chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().context("the picture can't be encoded")?;
    writer.write_image_data(&samples).context("the picture can't be encoded")?;
    writer.finish().context("the picture can't be encoded")?;
    Ok(file)
}

/// How wide a line is, and how far it lies from the next in the bundle.
const STROKE: i32 = 9;
const PITCH: i32 = 18;
/// Where the bundle lies: its first line. Its last runs straight to its bullet.
const BUNDLE: i32 = BULLETS.1 + 7 * (BULLETS.2 - PITCH);
/// Where the first line leaves the bundle.
const LEAVES: i32 = 664;
/// Where the bullets stand, the first one and the distance to the next, and half their size.
const BULLETS: (i32, i32, i32) = (1118, 63, 72);
const HALF: i32 = 27;

/// The picture of the site, or of a département: its own line bright and bold, the others behind it.
fn draw(department: Option<Department>, colors: &Colors) -> String {
    let Colors { plate, on_plate, soft, accent, .. } = colors;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{plate}"/>"#
    );
    let is_behind = |it: &Department| department.is_some_and(|own| own != *it);
    // What stands in front is drawn last.
    let (behind, front): (Vec<&Department>, _) =
        Department::ALL.iter().partition(|it| is_behind(it));
    for (lines, is_faint) in [(behind, true), (front, false)] {
        let opacity = if is_faint { r#" opacity="0.3""# } else { "" };
        let _ = write!(svg, "<g{opacity}>");
        for line in lines {
            svg.push_str(&path(*line, colors, department == Some(*line)));
        }
        svg.push_str("</g>");
    }
    let (title, size, lead) = match department {
        None => ("QSEC²", 168, "Questions de sciences, enjeux citoyens"),
        Some(own) => (own.name(), 84, "Agenda et itinéraire des expositions"),
    };
    let above = department.map_or("", |_| "QSEC²");
    let text = |y: i32, size: i32, weight: i32, color: &str, words: &str| {
        format!(
            r#"<text x="72" y="{y}" font-size="{size}" font-weight="{weight}" fill="{color}">{words}</text>"#
        )
    };
    svg.push_str(&text(112, 44, 700, accent, above));
    svg.push_str(&text(226, size, 800, on_plate, title));
    svg.push_str(&text(304, 36, 400, soft, lead));
    svg.push_str("</svg>");
    svg
}

/// A line from the left edge to its bullet, with one station.
fn path(department: Department, colors: &Colors, is_own: bool) -> String {
    let place = i32::from(department.index());
    let (color, dashes) = colors.line(department);
    let Colors { plate, on_plate, on_line, .. } = colors;
    let (x, first, step) = BULLETS;
    let (from, to) = (BUNDLE + place * PITCH, first + place * step);
    // Lines that turn up side by side keep their distance when each turns a little later: tan 22.5° of it.
    let leaves = LEAVES + place * PITCH * 414 / 1000;
    let (arrives, turn) = (leaves + from - to, 22);
    // A quarter of a turn, along and up.
    let part = turn * 7 / 10;
    let way = if from == to {
        format!("H{x}")
    } else {
        format!(
            "H{}Q{leaves} {from} {} {}L{} {}Q{arrives} {to} {} {to}H{x}",
            leaves - turn,
            leaves + part,
            from - part,
            arrives - part,
            to + part,
            arrives + turn,
        )
    };
    let width = if is_own { STROKE + 5 } else { STROKE };
    let dashes =
        if dashes == "none" { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
    let station = 96 + place * 66;
    let ring = if is_own { 18 } else { 10 };
    let bullet = f64::from(2 * HALF) / 32.0;
    format!(
        r#"<path d="M-10 {from}{way}" fill="none" stroke="{color}" stroke-width="{width}"{dashes}/><circle cx="{station}" cy="{from}" r="{ring}" fill="{on_plate}" stroke="{plate}" stroke-width="5"/><g transform="translate({left} {top}) scale({bullet})"><path d="{outline}" fill="{color}" stroke="{plate}" stroke-width="3" paint-order="stroke"/><text x="16" y="21.4" text-anchor="middle" font-size="15" font-weight="800" fill="{on_line}">{code}</text></g>"#,
        left = x - HALF,
        top = to - HALF,
        outline = department.outline(),
        code = department.code(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_is_drawn_from_the_tokens_and_small_enough_to_be_fetched() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write_all(folder.path())?;
        for name in ["site", "75", "77", "78", "91", "92", "93", "94", "95"] {
            let png = fs::read(folder.path().join(format!("og/{name}.png")))?;
            // The header of a PNG holds its width and height.
            assert_eq!(png.get(16..24), Some(&[0, 0, 4, 176, 0, 0, 2, 118][..]), "{name}");
        }
        Ok(())
    }

    #[test]
    fn a_picture_names_no_colour_that_the_tokens_do_not_have() -> Result<()> {
        let css = fs::read_to_string(root().join("style/tokens.css"))?;
        let colors = Colors::read(&css)?;
        for department in [None, Some(Department::ValDOise)] {
            let svg = draw(department, &colors);
            let painted = svg.split(['"', ' ']).filter(|word| word.starts_with('#'));
            assert!(painted.clone().count() > 20);
            assert!(painted.clone().all(|color| css.contains(color)), "{svg}");
        }
        Ok(())
    }
}

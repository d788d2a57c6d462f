//! What was found is taken away: into a calendar, as a file, to a friend, on paper.

use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::programme::SEASON;
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::visitor::{Visitor, visit};
use qsec2_tests::support::{Outcome, told};
use serde_json::json;
use thirtyfour::{Key, WebElement};

use crate::feeds;
use crate::sweep::defects::Defects;
use crate::sweep::look;

const TAKE: &str = "S’abonner ou télécharger";
const CANCELLED: &str = "Montrer aussi les annulations dans Google Agenda";

#[tokio::test]
async fn the_dialog_opens_by_keyboard_and_gives_the_focus_back_when_it_closes() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?dep=93&le=2018-01-19").await?;
        let opener = visitor.find(named(Role::Button, TAKE)).await?;
        for closing in [Key::Escape, Key::Enter] {
            opener.focus().await?;
            visitor.key(Key::Enter).await?;
            let dialog = opened(visitor).await?;
            assert_eq!(visitor.focused().await?, "button Fermer");
            let text = visitor.text_of(&dialog).await?;
            assert!(text.contains("2 événements : Seine-Saint-Denis (93)."), "{text}");
            visitor.key(closing).await?;
            closed(visitor).await?;
            assert_eq!(visitor.focused().await?, format!("button {TAKE}"));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_calendar_is_subscribed_with_the_query_and_on_wish_with_cancellations() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        open(visitor, "/agenda?dep=93&q=air&vue=liste").await?;
        let host = visitor.server.origin().trim_start_matches("http://");
        let links = hrefs(visitor).await?;
        let expected = format!("webcal://{host}/agenda.ics?dep=93&q=air");
        assert!(links.contains(&expected), "{links:?}");
        let encoded = host.replace(':', "%3A");
        let query = "%2Fagenda.ics%3Fdep%3D93%26q%3Dair";
        for start in [
            format!(
                "https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2F{encoded}{query}"
            ),
            format!(
                "https://outlook.live.com/calendar/0/addfromweb?url=http%3A%2F%2F{encoded}{query}"
            ),
            format!(
                "https://outlook.office.com/calendar/0/addfromweb?url=http%3A%2F%2F{encoded}{query}"
            ),
        ] {
            assert!(links.iter().any(|link| link.starts_with(&start)), "{start} in {links:?}");
        }
        visitor.tick(CANCELLED).await?;
        let told = async || {
            let links = hrefs(visitor).await?;
            let subscriptions = links.iter().filter(|link| !link.starts_with("http:"));
            Ok(subscriptions
                .clone()
                .all(|link| link.contains("visibles"))
                .then_some(subscriptions.count()))
        };
        assert_eq!(visitor.until("the links tell of cancellations", told).await?, 4);
        let address = visitor.field("Adresse du calendrier").await?;
        let address = address.prop("value").await?.unwrap_or_default();
        assert!(address.ends_with("/agenda.ics?dep=93&q=air&annulations=visibles"), "{address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_has_no_day_is_counted_and_not_guessed() -> Outcome {
    let mut vague = feeds::event("annee", "Un jour de 2018", "2018", "93");
    vague["location"]["name"] = json!("Ailleurs");
    let events = json!([feeds::event("ecole", "Une école", "2018-01-20T14:00", "93"), vague]);
    visit(&feeds::with_events(&events), async |visitor| {
        open(visitor, "/agenda?le=2018-01-19").await?;
        visitor.sees("1 date dont le jour n’est pas connu ne figure pas dans le calendrier.").await
    })
    .await
}

#[tokio::test]
async fn an_address_is_copied_and_when_it_can_t_be_it_is_selected() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        open(visitor, "/agenda?dep=93").await?;
        let stub = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }";
        visitor.session.web.execute(stub, Vec::new()).await?;
        visitor.press("Copier l’adresse").await?;
        visitor.hears("Adresse copiée").await?;
        let copied: String =
            visitor.session.web.execute("return window.copied", Vec::new()).await?.convert()?;
        assert_eq!(copied, visitor.server.address("/agenda.ics?dep=93"));
        let stub = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
        visitor.session.web.execute(stub, Vec::new()).await?;
        visitor.press("Copier l’adresse").await?;
        visitor.hears("copiez-la vous-même").await?;
        assert_eq!(visitor.focused().await?, "textbox Adresse du calendrier");
        assert_eq!(selected(visitor).await?, visitor.server.address("/agenda.ics?dep=93"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_is_shared_by_the_system_else_by_the_clipboard_else_by_hand() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        let address = "/agenda?dep=93&vue=liste&le=2018-01-19";
        visitor.open(address).await?;
        let system = "navigator.share = it => { window.shared = it; return Promise.resolve(); }";
        visitor.session.web.execute(system, Vec::new()).await?;
        visitor.press("Partager").await?;
        let shared = async || {
            let shared = "return window.shared ? [window.shared.title, window.shared.url] : null";
            Ok(visitor.session.web.execute(shared, Vec::new()).await?.convert::<Option<[String; 2]>>()?)
        };
        let [title, url] = visitor.until("the system has it", shared).await?;
        assert_eq!((title.as_str(), url), ("Agenda — QSEC²", visitor.server.address(address)));
        let clipboard = "
            navigator.share = undefined;
            navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };
        ";
        visitor.session.web.execute(clipboard, Vec::new()).await?;
        visitor.press("Partager").await?;
        visitor.hears("Adresse copiée").await?;
        let none = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
        visitor.session.web.execute(none, Vec::new()).await?;
        visitor.press("Partager").await?;
        opened(visitor).await?;
        let by_hand = async || Ok((selected(visitor).await? == visitor.server.address(address)).then_some(()));
        visitor.until("the address is selected", by_hand).await?;
        assert_eq!(visitor.focused().await?, "textbox Adresse de cette page");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_file_made_in_the_browser_is_the_server_s_byte_for_byte() -> Outcome {
    // A season in slices, whose records come one after the other.
    visit(&SEASON, async |visitor| {
        open(visitor, "/agenda?dep=93&du=2027-09-01&type=debat,atelier&lang=en").await?;
        visitor.session.web.execute(CATCH, vec![json!(true)]).await?;
        for format in ["ics", "csv", "atom", "json"] {
            let path = format!("/agenda.{format}?dep=93&du=2027-09-01&type=debat,atelier&lang=en");
            let sent = bytes(visitor, &path).await?;
            assert!(sent.len() > 2000, "{format}: {}", sent.len());
            click_file(visitor, format).await?;
            let name = format!("qsec2-agenda-93-debat-atelier-du-2027-09-01.{format}");
            assert_eq!(caught(visitor, &name).await?, sent, "{format}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn with_the_server_a_file_is_what_it_sends() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        open(visitor, "/agenda?dep=93&le=2018-01-19").await?;
        visitor.session.web.execute(CATCH, vec![json!(false)]).await?;
        let sent = bytes(visitor, "/agenda.csv?dep=93&le=2018-01-19").await?;
        // A file made here would be the same: whether the server was asked is seen at the network.
        let asked = "return performance.getEntriesByType('resource').filter(it => it.name.includes('/agenda.csv')).length";
        let before: i64 = visitor.session.web.execute(asked, Vec::new()).await?.convert()?;
        click_file(visitor, "csv").await?;
        assert_eq!(caught(visitor, "qsec2-agenda-93.csv").await?, sent);
        visitor.hears("Fichier prêt : qsec2-agenda-93.csv").await?;
        let after: i64 = visitor.session.web.execute(asked, Vec::new()).await?.convert()?;
        assert_eq!(after, before + 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_server_there_is_nothing_to_subscribe_to_and_files_are_made_all_the_same()
-> Outcome {
    visit(&feeds::three(), async |visitor| {
        let query = "?dep=93&le=2018-01-19";
        visitor.open(&format!("/agenda{query}")).await?;
        let mut sent = Vec::new();
        for format in ["ics", "csv", "atom", "json"] {
            sent.push((format, bytes(visitor, &format!("/agenda.{format}{query}")).await?));
        }
        visitor.has_kept(1).await?;
        visitor.lose_the_line().await?;
        open(visitor, &format!("/agenda{query}")).await?;
        let dialog = opened(visitor).await?;
        let text = visitor.text_of(&dialog).await?;
        assert!(!text.contains("Google") && text.contains("Télécharger"), "{text}");
        assert_eq!(hrefs(visitor).await?, [""; 0]);
        visitor.session.web.execute(CATCH, vec![json!(false)]).await?;
        for (format, sent) in sent {
            click_file(visitor, format).await?;
            let name = format!("qsec2-agenda-93.{format}");
            assert_eq!(caught(visitor, &name).await?, sent, "{format}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_open_dialog_is_sound_narrow_and_wide_light_and_dark() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.session.bring_axe().await?;
        let mut defects = Defects::default();
        for lang in ["fr", "en"] {
            let page = format!("/agenda?dep=93&le=2018-01-19&lang={lang}");
            for width in [320, 1280] {
                visitor.session.resize(width, 700).await?;
                visitor.session.prefer(Scheme::Light).await?;
                visitor.open(&page).await?;
                press_opener(visitor).await?;
                visitor.session.at_rest().await?;
                let variant = format!("open, {width}");
                defects.add_verdict(&page, &variant, &visitor.session.axe(Rules::All).await?);
                look::for_width(visitor, &page, &variant, &mut defects).await?;
                inside_for_width(visitor, &page, &variant, &mut defects).await?;
                visitor.session.prefer(Scheme::Dark).await?;
                look::for_colours(visitor, &page, &format!("dark {variant}"), &mut defects).await?;
            }
        }
        defects.verdict()
    })
    .await
}

#[tokio::test]
async fn the_file_that_the_browser_prints_has_every_row_and_the_page_s_address() -> Outcome {
    visit(&SEASON, async |visitor| {
        let address = "/agenda?du=2027-09-01&au=2029-12-31&le=2027-09-01";
        visitor.open(address).await?;
        let rows = rows(visitor).await?;
        assert!(rows > 300, "{rows}");
        // The chunk comes by itself, for those who print by the browser's own means.
        let ready = "return document.querySelector('dialog.take') ? true : null";
        let ready = async || {
            Ok(visitor.session.web.execute(ready, Vec::new()).await?.convert::<Option<bool>>()?)
        };
        visitor.until("the chunk has come", ready).await?;
        // The button waits for every record; what is then on paper, the browser prints by itself.
        let stub = "window.print = () => { window.printed = true; window.dispatchEvent(new Event('afterprint')); }";
        visitor.session.web.execute(stub, Vec::new()).await?;
        visitor.press("Imprimer").await?;
        let all = async || {
            let printed = visitor.session.web.execute("return window.printed ?? null", Vec::new());
            Ok(printed.await?.convert::<Option<bool>>()?)
        };
        visitor.until("every record has come", all).await?;
        visitor.session.after_paint().await?;
        let pdf = visitor.session.printed().await?;
        let text = String::from_utf8_lossy(&pdf);
        let pages = text.matches("/Type /Page\n").count();
        assert!((15..=40).contains(&pages), "{pages} pages");
        let led = |part: &str| text.matches(&format!("/URI ({}{part}", visitor.server.origin())).count();
        assert!(led("/agenda/") >= rows, "{} of {rows} rows", led("/agenda/"));
        assert_eq!(led(&address[..30]), 1, "the page's own address");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_button_prints_every_row_the_query_its_address_and_a_code_to_scan() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?du=2027-09-01&au=2029-12-31&le=2027-09-01&dep=93").await?;
        let rows = rows(visitor).await?;
        let stub = "
            window.print = () => {
                const paper = document.querySelector('.paper');
                window.printed = [document.querySelectorAll('.board .row:not([aria-busy])').length,
                    paper?.innerText ?? '', paper?.querySelector('svg')?.getAttribute('aria-label') ?? ''];
            };
        ";
        visitor.session.web.execute(stub, Vec::new()).await?;
        visitor.press("Imprimer").await?;
        let printed = async || {
            let printed = visitor.session.web.execute("return window.printed ?? null", Vec::new()).await?;
            Ok(printed.convert::<Option<(usize, String, String)>>()?)
        };
        let (drawn, paper, code) = visitor.until("it is printed", printed).await?;
        assert_eq!(drawn, rows);
        let paper = paper.replace('\u{a0}', " ");
        for part in [
            "Agenda QSEC²",
            "du 1er septembre 2027 au 31 décembre 2029",
            "Seine-Saint-Denis (93)",
            &visitor.server.address("/agenda?du=2027-09-01&au=2029-12-31&le=2027-09-01&dep=93"),
        ] {
            assert!(paper.contains(part), "{part} in {paper}");
        }
        assert!(code.contains("adresse de cette page"), "{code}");
        Ok(())
    })
    .await
}

/// Opens an address, and the dialog there.
async fn open(visitor: &Visitor, address: &str) -> Outcome {
    visitor.open(address).await?;
    press_opener(visitor).await
}

async fn press_opener(visitor: &Visitor) -> Outcome {
    let opener = "const button = document.querySelector('.toolbar button'); button?.click(); return button !== null";
    let pressed: bool = visitor.session.web.execute(opener, Vec::new()).await?.convert()?;
    if !pressed {
        return Err(told("there is no toolbar".to_owned()));
    }
    opened(visitor).await?;
    let filled = "return document.querySelector('dialog section') ? true : null";
    let filled = async || {
        Ok(visitor.session.web.execute(filled, Vec::new()).await?.convert::<Option<bool>>()?)
    };
    visitor.until("the dialog is filled", filled).await.map(drop)
}

/// The dialog, once it is open.
async fn opened(visitor: &Visitor) -> Outcome<WebElement> {
    let open = "return document.querySelector('dialog.take')?.open ? true : null";
    let open = async || {
        Ok(visitor.session.web.execute(open, Vec::new()).await?.convert::<Option<bool>>()?)
    };
    visitor.until("the dialog is open", open).await?;
    visitor.find(any(Role::Dialog)).await
}

/// Waits until the dialog is closed.
async fn closed(visitor: &Visitor) -> Outcome {
    let closed = "return document.querySelector('dialog.take')?.open ? null : true";
    let closed = async || {
        Ok(visitor.session.web.execute(closed, Vec::new()).await?.convert::<Option<bool>>()?)
    };
    visitor.until("the dialog is closed", closed).await.map(drop)
}

/// Where the links of the dialog lead.
async fn hrefs(visitor: &Visitor) -> Outcome<Vec<String>> {
    let hrefs = "return [...document.querySelectorAll('dialog a')].map(it => it.href)";
    Ok(visitor.session.web.execute(hrefs, Vec::new()).await?.convert()?)
}

async fn selected(visitor: &Visitor) -> Outcome<String> {
    let selected = "
        const field = document.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd);
    ";
    Ok(visitor.session.web.execute(selected, Vec::new()).await?.convert()?)
}

/// How many rows the list has, drawn or not.
async fn rows(visitor: &Visitor) -> Outcome<usize> {
    let size = "
        const size = Number(document.querySelector('.board li[aria-setsize]')?.getAttribute('aria-setsize') ?? -1);
        return size > 0 ? size : null;
    ";
    let known = async || {
        Ok(visitor.session.web.execute(size, Vec::new()).await?.convert::<Option<usize>>()?)
    };
    visitor.until("the length of the list is known", known).await
}

/// Files that are handed to the browser are kept for the test; on wish the server's are out of reach.
const CATCH: &str = "
    const [isCut] = arguments;
    const real = window.fetch;
    window.sent = path => real(path);
    if (isCut) {
        const isFile = it => new URL(it.url ?? it, location).pathname.startsWith('/agenda.');
        window.fetch = (it, ...rest) => isFile(it) ? Promise.reject(new TypeError('cut')) : real(it, ...rest);
    }
    window.files = {};
    let last = null;
    URL.createObjectURL = blob => { last = blob; return 'blob:caught'; };
    HTMLAnchorElement.prototype.click = function () { window.files[this.download] = last; };
";

const HEX: &str = "
    const hex = buffer => [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('');
";

/// What the server sends, in hexadecimal.
async fn bytes(visitor: &Visitor, path: &str) -> Outcome<String> {
    let ask = format!(
        "const [path, done] = arguments; {HEX}
        (window.sent ?? fetch)(path).then(answer => answer.arrayBuffer()).then(it => done(hex(it)), it => done(String(it)));"
    );
    Ok(visitor.session.web.execute_async(ask, vec![json!(path)]).await?.convert()?)
}

/// The file that was handed to the browser under a name, in hexadecimal.
async fn caught(visitor: &Visitor, name: &str) -> Outcome<String> {
    let look = format!(
        "const [name, done] = arguments; {HEX}
        const file = window.files[name];
        if (file) file.arrayBuffer().then(it => done(hex(it))); else done(null);"
    );
    let file = async || {
        let file = visitor.session.web.execute_async(look.as_str(), vec![json!(name)]).await?;
        Ok(file.convert::<Option<String>>()?)
    };
    visitor.until(&format!("the file {name} is made"), file).await
}

async fn click_file(visitor: &Visitor, format: &str) -> Outcome {
    let click = "
        const it = [...document.querySelectorAll('.take-files a, .take-files button')].find(it => it.innerText.includes(`(.${arguments[0]})`));
        it.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    ";
    Ok(visitor.session.web.execute(click, vec![json!(format)]).await.map(drop)?)
}

/// Whether nothing in the dialog is wider than it.
async fn inside_for_width(
    visitor: &Visitor,
    page: &str,
    variant: &str,
    defects: &mut Defects,
) -> Outcome {
    let wide =
        "const it = document.querySelector('dialog.take'); return it.scrollWidth > it.clientWidth";
    if visitor.session.web.execute(wide, Vec::new()).await?.convert()? {
        defects.add(page, variant, "the dialog scrolls sideways");
    }
    Ok(())
}

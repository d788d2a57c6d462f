//! Packages of the operating system, where it is Debian or one of its kin and we may install them.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::run::{announce, ask, run};

/// Installs packages by apt; elsewhere says in one sentence what is missing (`what`, in plain words).
pub(super) fn install(packages: &[&str], what: &str) -> Result<()> {
    if ask("apt-get", &["--version"]).is_none() {
        bail!(
            "{what} must be on PATH; install it with this system's package manager and run this again"
        );
    }
    let names = packages.join(" ");
    let Some(prefix) = privilege() else {
        bail!("{what} must be on PATH; as root, run `apt-get install {names}` and run this again");
    };
    announce(&format!("installing {names} into the system (apt-get)"));
    apt(prefix, &["update", "-qq"])?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(packages);
    apt(prefix, &arguments).with_context(|| format!("{what} can't be installed"))
}

/// What to put before a command so that it may change the system; `None` when we may not.
fn privilege() -> Option<&'static [&'static str]> {
    if ask("id", &["-u"]).as_deref() == Some("0") {
        return Some(&[]);
    }
    ask("sudo", &["-n", "true"]).map(|_| ["sudo", "-n"].as_slice())
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<()> {
    let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    run(Command::new(words[0]).args(&words[1..]))
}

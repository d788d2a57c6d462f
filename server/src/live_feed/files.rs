//! The files that a feed in slices is made of, in memory, each packed.
//!
//! Named after their content: what two versions of a feed have in common is packed once and held once.

use std::collections::HashMap;
use std::io;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use qsec2_domain::slices::{FOLDER, WriteFile};

use crate::site::packed::Packed;

/// How many files may wait to be packed.
const WAITING: usize = 64;

/// Files by name, without their folder.
#[derive(Debug, Clone, Default)]
pub struct Files(Arc<HashMap<Box<str>, Packed>>);

/// A file to be packed.
type Job = (Box<str>, Vec<u8>);

impl Files {
    /// The file of this name.
    pub fn get(&self, name: &str) -> Option<&Packed> {
        self.0.get(name)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none, as with a small feed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bytes they take.
    pub fn held(&self) -> usize {
        self.0.values().map(Packed::held).sum()
    }

    /// Packs in several threads what is written, while it is written. What is among the `known` is taken from there.
    pub(super) fn pack<T>(known: &[Self], make: impl FnOnce(&mut WriteFile<'_>) -> T) -> (Self, T) {
        let (sender, receiver) = sync_channel::<Job>(WAITING);
        let receiver = Mutex::new(receiver);
        let workers = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            let running: Vec<_> =
                (0..workers).map(|_| scope.spawn(|| pack_each(&receiver))).collect();
            let mut files = HashMap::new();
            let outcome = make(&mut |path, bytes| {
                let name: Box<str> = path.strip_prefix(FOLDER).unwrap_or(path).into();
                if let Some(packed) = known.iter().find_map(|files| files.get(&name)) {
                    files.insert(name, packed.clone());
                    return Ok(());
                }
                sender.send((name, bytes)).map_err(io::Error::other)
            });
            drop(sender);
            for worker in running {
                files
                    .extend(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            (Self(Arc::new(files)), outcome)
        })
    }
}

/// Packs files until no more come.
fn pack_each(jobs: &Mutex<Receiver<Job>>) -> Vec<(Box<str>, Packed)> {
    let mut packed = Vec::new();
    loop {
        // Poisoned only when another of these threads has panicked, which its join says.
        let Ok(job) = jobs.lock().map(|jobs| jobs.recv()) else { return packed };
        let Ok((name, bytes)) = job else { return packed };
        packed.push((name, Packed::new(&bytes)));
    }
}

//! Reads the events of a very large feed in several threads, with the same outcome as in one. Never in the browser.
//!
//! An event depends on those before it by its id alone, which must be its own. So each is read as if it were the first;
//! one whose id turns out to be taken, and one that can't be read, is read again in its turn.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use super::json::{Node, Properties};
use super::record::Record;
use super::values::{Ids, Known};
use super::{Limits, Reading, open, outline, programme, read_all};
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::report::{Refusal, Report};

/// How many events go to a thread at once.
const BATCH: usize = 512;

/// How many batches may wait for a thread.
const WAITING: usize = 4;

/// What one of the threads does with an event that could be read.
pub(crate) type Worker<'w, T> = &'w mut (dyn FnMut(&Feed, Event) -> T + Send);

/// An event as a thread has read it: its id and what was made of it, if it could be read, and what was wrong.
type Read<T> = (Option<(Id, T)>, Report);

/// Events to be read, with their places.
type Batch<'a> = Vec<(usize, Node<'a>)>;

/// A thread, seen from outside.
struct Thread<'a, T> {
    batches: SyncSender<Batch<'a>>,
    outcomes: Receiver<Vec<Read<T>>>,
}

/// Reads a feed; each event goes to one of the `workers`, which each have a thread, or in rare cases to `own`, which stays
/// in this one. `visit` is shown what they made of it, in the order of the feed, and its JSON; `None` when it can't be read.
/// Also returns the properties of the feed as they stand in the text.
///
/// # Errors
/// As [`read`](super::read).
pub(crate) fn map_events<'a, T: Send>(
    bytes: &'a [u8],
    limits: Limits,
    workers: &mut [Worker<'_, T>],
    own: Worker<'_, T>,
    visit: &mut dyn FnMut(Option<T>, &'a str),
) -> Result<(Reading, Properties<'a>), Refusal> {
    let properties = open(bytes, limits)?;
    let report = RefCell::default();
    let top = Record::feed(&report, properties);
    let feed = read_all(&top, limits.records, &mut |feed, known| {
        thread::scope(|scope| {
            let threads = workers.iter_mut().map(|worker| {
                let (batches, incoming) = sync_channel::<Batch<'a>>(WAITING);
                let (outgoing, outcomes) = channel();
                scope.spawn(move || {
                    for batch in incoming {
                        let read = |(place, node)| read_one(place, node, feed, known, *worker);
                        // Nobody wants it only if the first thread has panicked.
                        drop(outgoing.send(batch.into_iter().map(read).collect()));
                    }
                });
                Thread { batches, outcomes }
            });
            let threads = threads.collect();
            let queue = Queue { threads, sent: VecDeque::new(), next: 0 };
            let taken = Ids::new();
            let mut merge = Merge { top: &top, feed, known, report: &report, taken, own, visit };
            queue.run(&top, limits.records, &mut merge);
        });
    })?;
    let outline = outline(&top);
    let properties = top.into_properties();
    Ok((Reading { feed, report: report.into_inner(), outline }, properties))
}

fn read_one<T>(
    place: usize,
    node: Node<'_>,
    feed: &Feed,
    known: &Known,
    worker: &mut (dyn FnMut(&Feed, Event) -> T + Send),
) -> Read<T> {
    let (report, mut event) = (RefCell::default(), None);
    let top = Record::feed(&report, Vec::new());
    top.visit_one("events", "event", place, node, &mut |record| {
        event = programme::event(record, feed, known, &Ids::new());
    });
    drop(top);
    let mapped = event.map(|event| (event.id.clone(), worker(feed, event)));
    (mapped, report.into_inner())
}

/// The batches on their way, which come back in the order in which they went.
struct Queue<'a, T> {
    threads: Vec<Thread<'a, T>>,
    sent: VecDeque<(usize, Batch<'a>)>,
    next: usize,
}

impl<'a, T> Queue<'a, T> {
    fn run(mut self, top: &Record<'a, '_>, limit: usize, merge: &mut Merge<'_, 'a, '_, T>) {
        let mut batch = Vec::new();
        top.list("events", limit, &mut |place, node| {
            batch.push((place, node));
            if batch.len() == BATCH {
                self.send(std::mem::take(&mut batch));
                self.receive(false, merge);
            }
        });
        self.send(batch);
        self.receive(true, merge);
    }

    fn send(&mut self, batch: Batch<'a>) {
        let place = self.next % self.threads.len().max(1);
        if let Some(thread) = self.threads.get(place) {
            // Nobody receives only if the thread has panicked, which the end of its scope says.
            drop(thread.batches.send(batch.clone()));
            self.sent.push_back((place, batch));
            self.next += 1;
        }
    }

    /// Takes what has come back, or waits for all of it.
    fn receive(&mut self, all: bool, merge: &mut Merge<'_, 'a, '_, T>) {
        while let Some((place, _)) = self.sent.front() {
            let outcomes = &self.threads[*place].outcomes;
            let came = if all { outcomes.recv().ok() } else { outcomes.try_recv().ok() };
            let Some(reads) = came else { return };
            let Some((_, batch)) = self.sent.pop_front() else { return };
            for ((place, node), read) in batch.into_iter().zip(reads) {
                merge.take(place, node, read);
            }
        }
    }
}

/// Puts together what the threads have read.
struct Merge<'m, 'a, 'r, T> {
    top: &'m Record<'a, 'r>,
    feed: &'m Feed,
    known: &'m Known,
    report: &'m RefCell<Report>,
    taken: Ids,
    own: Worker<'m, T>,
    visit: &'m mut dyn FnMut(Option<T>, &'a str),
}

impl<'a, T> Merge<'_, 'a, '_, T> {
    fn take(&mut self, place: usize, node: Node<'a>, (read, report): Read<T>) {
        let mapped = match read {
            Some((id, mapped)) if !self.taken.contains_key(&id) => {
                self.taken.insert(id, place);
                self.report.borrow_mut().absorb(report);
                Some(mapped)
            }
            _ => self.read_again(place, node),
        };
        (self.visit)(mapped, node.json());
    }

    fn read_again(&mut self, place: usize, node: Node<'a>) -> Option<T> {
        let mut event = None;
        self.top.visit_one("events", "event", place, node, &mut |record| {
            event = programme::event(record, self.feed, self.known, &self.taken);
        });
        let event = event?;
        self.taken.insert(event.id.clone(), place);
        Some((self.own)(self.feed, event))
    }
}

//! The départements that a visitor keeps on the device: all that is coming in them opens without a network.
//!
//! Only for a feed in slices; one in a single file is kept as a whole, without being asked.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::choices::{Choice, Choices};
use qsec2_domain::department::Department;

use crate::browser::saved;
use crate::state::loaded::Loaded;

const KEY: &str = "qsec2.departements";

/// The kept départements, and how far keeping them has come. Put into context by the app.
#[derive(Clone, Copy)]
pub struct Kept {
    chosen: RwSignal<Choices<Department>>,
    stage: RwSignal<Stage>,
    /// What was stored last, or is being stored.
    paths: StoredValue<Vec<String>>,
}

/// [`Kept::store`], wherever it is.
pub type Store = fn(Kept, &Arc<Loaded>, NaiveDate);

/// How far keeping has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What is to be kept is on its way.
    Working,
    /// All of it is there.
    Done,
    /// Some of it is not.
    Failed,
}

impl Kept {
    /// What the device says is kept. Codes that can't be read are dropped.
    pub fn restore() -> Self {
        let text = saved::kept(KEY).unwrap_or_default();
        let chosen = text.split(',').filter_map(Department::from_code).collect();
        Self {
            chosen: RwSignal::new(chosen),
            stage: RwSignal::new(Stage::Working),
            paths: StoredValue::default(),
        }
    }

    /// Whether this one is to be kept, followed.
    pub fn contains(self, department: Department) -> bool {
        self.chosen.get().contains(department)
    }

    /// Whether any is to be kept, followed.
    pub fn is_any(self) -> bool {
        !self.chosen.get().is_empty()
    }

    /// How far keeping has come, followed.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Keeps it from now on, or no longer.
    pub fn toggle(self, department: Department) {
        self.stage.set(Stage::Working);
        self.paths.set_value(Vec::new());
        self.chosen.update(|chosen| *chosen = chosen.toggled(department));
        let chosen = self.chosen.get_untracked();
        saved::keep(KEY, &chosen.to_string());
        if chosen.is_empty() {
            spawn_local(saved::forget_files());
        }
    }

    /// Has all files of the kept départements stored, as far as they are not yet, and those of a feed before forgotten.
    /// For an effect, which is woken when the choice changes, or when more is known of what is to be stored.
    pub fn store(self, loaded: &Arc<Loaded>, today: NaiveDate) {
        let chosen = self.chosen.get();
        if chosen.is_empty() {
            return;
        }
        let Some(paths) = loaded.ask(loaded.paths_for(chosen, today)) else { return };
        if self.paths.with_value(|before| *before == paths) {
            return;
        }
        self.paths.set_value(paths.clone());
        spawn_local(async move {
            let is_stored = saved::keep_files(&paths).await.is_ok();
            let stage = if is_stored { Stage::Done } else { Stage::Failed };
            if self.chosen.try_get_untracked() == Some(chosen) {
                self.stage.try_set(stage);
            }
        });
    }
}

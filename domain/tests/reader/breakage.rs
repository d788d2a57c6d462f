//! Ways to break a feed: delete, replace, retype or copy any of its values.

use serde_json::{Value, json};

/// A small generator of numbers (splitmix64), so that each broken feed can be made again from its seed.
pub(crate) struct Rng(pub(crate) u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which must not be 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.next() % limit).unwrap_or_default()
    }
}

/// What is done to a value.
pub(crate) enum Break {
    /// It is put in the place of the value.
    Replace(Value),
    /// The value becomes a list with itself in it twice.
    Double,
    /// The first of its values goes.
    Behead,
    /// Its values change places.
    Turn,
}

impl Break {
    /// Any of them.
    pub(crate) fn any(rng: &mut Rng) -> Self {
        let values = [
            json!(null),
            json!(true),
            json!(-1.5e300),
            json!(""),
            json!("espgg"),
            json!("ev-un"),
            json!("etape-75"),
            json!("nulle-part"),
            json!("2018-02-30"),
            json!("1999-12-31T23:59"),
            json!("2199"),
            json!("javascript:alert(1)"),
            json!("<script>\u{202e}\u{0}"),
            json!("é".repeat(10_000)),
            json!([]),
            json!([[], {}, null, "75", 3]),
            json!({}),
            json!({ "name": "x", "id": "x", "startDate": "2018", "endDate": "2017" }),
        ];
        match rng.below(10) {
            0 => Self::Double,
            1 => Self::Behead,
            2 => Self::Turn,
            _ => Self::Replace(values[rng.below(values.len())].clone()),
        }
    }
}

/// How many values there are below this one.
pub(crate) fn nodes(value: &Value) -> usize {
    match value {
        Value::Object(properties) => properties.values().map(|one| 1 + nodes(one)).sum(),
        Value::Array(list) => list.iter().map(|one| 1 + nodes(one)).sum(),
        _ => 0,
    }
    .max(1)
}

/// Breaks the value at this place in the order of the text, the outermost one being 0.
pub(crate) fn break_at(value: &mut Value, place: usize, how: Break) {
    let mut left = place;
    if let Some(target) = find(value, &mut left) {
        apply(target, how);
    }
}

fn find<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Object(properties) => properties.values_mut().find_map(|one| find(one, left)),
        Value::Array(list) => list.iter_mut().find_map(|one| find(one, left)),
        _ => None,
    }
}

fn apply(value: &mut Value, how: Break) {
    match (how, &mut *value) {
        (Break::Replace(other), _) => *value = other,
        (Break::Double, Value::Array(list)) => list.extend(list.clone()),
        (Break::Double, _) => *value = json!([value.clone(), value.clone()]),
        (Break::Behead, Value::Array(list)) if !list.is_empty() => drop(list.remove(0)),
        (Break::Behead, Value::Object(properties)) => {
            let first = properties.keys().next().cloned();
            first.and_then(|name| properties.remove(&name));
        }
        (Break::Turn, Value::Array(list)) => list.reverse(),
        (Break::Turn, Value::Object(properties)) => {
            let values: Vec<_> = properties.values().rev().cloned().collect();
            properties.values_mut().zip(values).for_each(|(old, new)| *old = new);
        }
        (Break::Behead | Break::Turn, _) => *value = Value::Null,
    }
}

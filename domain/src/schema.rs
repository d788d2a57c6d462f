//! The JSON Schema of the feed (draft 2020-12), generated from the types that the feed is made of.
//!
//! It says what to write. What the reader forgives besides (a single text for a list of one, a flat address, a code that
//! it does not know) is not in it. Only built with the feature `schema`: never in the browser.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::choices::{Choice, Choices};
use crate::date::{Moment, PartialDate, Span};
use crate::department::{Department, Territory};
use crate::feed::Feed;
use crate::id::Id;
use crate::link::Link;
use crate::slices::EventSlices;

/// A year, a month of a year, or a day; no day that the calendar lacks passes the reader.
const DATE: &str = "(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

/// A day and an hour.
const MINUTE: &str = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-9]{2})?";

/// The schema. The same at every call.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let outline = generator.subschema_for::<EventSlices>();
    let mut schema = generator.into_root_schema_for::<Feed>().to_value();
    // Only of the form of a feed, not of the feed as the site knows it.
    schema["properties"]["eventSlices"] = outline.to_value();
    let definitions = schema.get("$defs").cloned().unwrap_or_default();
    relax(&mut schema, &definitions);
    if let Some(Value::Object(definitions_of)) = schema.get_mut("$defs") {
        for one in definitions_of.values_mut() {
            relax(one, &definitions);
        }
    }
    // Whatever order of keys another crate of the build asks serde_json to keep.
    schema.sort_all_objects();
    schema
}

/// The schema as the bytes of `feed.schema.json`: indented, with a newline at its end.
pub fn schema_text() -> String {
    let mut text = format!("{:#}", schema());
    text.push('\n');
    text
}

/// What is always written is not always required: lists, truths and whatever has a default may be missing.
fn relax(schema: &mut Value, definitions: &Value) {
    let Some(properties) = schema.get("properties").cloned() else { return };
    let Some(Value::Array(required)) = schema.get_mut("required") else { return };
    required.retain(|name| {
        let property = name.as_str().and_then(|name| properties.get(name));
        !property.is_some_and(|property| has_fallback(property, definitions))
    });
}

fn has_fallback(property: &Value, definitions: &Value) -> bool {
    let target =
        property.get("$ref").and_then(Value::as_str).and_then(|link| link.rsplit('/').next());
    let property = target.and_then(|name| definitions.get(name)).unwrap_or(property);
    property.get("default").is_some()
        || property.get("type").is_some_and(|shape| shape == "array" || shape == "boolean")
}

/// The schema of a closed list: its codes, and the one that is taken when none is given.
pub(crate) fn codes<T: Choice>(about: &str, default: Option<T>) -> Schema {
    let codes: Vec<_> = T::ALL.iter().map(|choice| choice.code()).collect();
    let mut schema = json_schema!({ "type": "string", "enum": codes });
    if !about.is_empty() {
        schema.insert("description".to_owned(), about.into());
    }
    if let Some(default) = default {
        schema.insert("default".to_owned(), default.code().into());
    }
    schema
}

/// Gives a type a schema of its own under its own name.
macro_rules! described {
    ($name:ident, $schema:expr) => {
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let describe: fn(&mut SchemaGenerator) -> Schema = $schema;
                describe(generator)
            }
        }
    };
}

described!(Id, |_| json_schema!({
    "description": "The name of a record for other records; stands in addresses as it is.",
    "type": "string",
    "pattern": "^[a-z0-9-]{1,80}$",
}));

described!(Link, |_| json_schema!({
    "description": "An absolute address that may be made clickable.",
    "type": "string",
    "pattern": "^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:|[tT][eE][lL]:)[^\\s\"<>\\\\]+$",
    "maxLength": 2000,
}));

described!(PartialDate, |_| json_schema!({
    "description": "A date to the precision that is known: 2017, 2017-11 or 2017-11-25. Paris wall time.",
    "type": "string",
    "pattern": format!("^{DATE}$"),
}));

described!(Moment, |_| json_schema!({
    "description": "A date to the precision that is known, or a minute: 2017, 2017-11, 2017-11-25 or 2017-11-25T14:30. Paris wall time, without offset.",
    "type": "string",
    "pattern": format!("^({DATE}|{MINUTE})$"),
}));

described!(Territory, |_| json_schema!({
    "description": "The code of a département of Île-de-France, or of an area outside it, such as 33.",
    "type": "string",
    "pattern": "^[A-Za-z0-9]{1,8}$",
}));

described!(Department, |_| codes::<Department>(
    "The code of one of the eight départements of Île-de-France.",
    None
));

described!(Span, |generator| {
    let moment = generator.subschema_for::<Moment>();
    let described = |about: &str| {
        let mut schema =
            Map::from_iter(moment.clone().to_value().as_object().cloned().unwrap_or_default());
        schema.insert("description".to_owned(), about.into());
        Value::Object(schema)
    };
    json_schema!({
        "type": "object",
        "properties": {
            "startDate": described("The beginning; missing when it is not known."),
            "endDate": described("The end, inclusive; missing when it is not known, or when it all lies on the day of the start."),
        },
    })
});

impl<T: Choice + JsonSchema> JsonSchema for Choices<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Choices_of_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<T>(), "uniqueItems": true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_in_public_is_the_schema_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/feed.schema.json");
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            written == schema_text(),
            "stale: cargo xtask feed schema > public/feed.schema.json"
        );
    }

    #[test]
    fn only_what_a_record_cannot_do_without_is_required() {
        let schema = schema();
        let required = |name: &str| schema["$defs"][name]["required"].clone();
        assert_eq!(schema["required"], serde_json::json!(["version", "name"]));
        assert_eq!(required("Event"), serde_json::json!(["id", "name"]));
        assert_eq!(required("Stop"), serde_json::json!(["id", "exhibition", "location"]));
        assert_eq!(required("Group"), serde_json::json!(["id", "name", "department"]));
        assert_eq!(required("News"), serde_json::json!(["id", "name", "description"]));
        assert_eq!(required("Figure"), serde_json::json!(["id", "name", "value"]));
        assert_eq!(required("Session"), serde_json::json!(["startDate"]));
        assert_eq!(required("DepartmentRecord"), serde_json::json!(["code"]));
    }

    #[test]
    fn unknown_properties_are_allowed_everywhere() {
        assert!(!schema_text().contains("additionalProperties"));
    }
}

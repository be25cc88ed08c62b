//! Descriptions out of nothing: bytes choose among what the specification knows, and now and then among what it does not.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::grammar::{Field, PATH_ITEM_FIELDS, ROOT, SCHEMA_FIELDS, Shape};
use crate::text;

const DEEPEST: usize = 12;

/// Media types as keys.
const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "application/xml",
    "application/jsonl",
    "multipart/form-data",
    "text/event-stream",
    "text/plain",
    "*/*",
];

/// A description with the keywords of the specification, small and crooked.
pub fn description(u: &mut Unstructured<'_>) -> Result<Value> {
    let mut root = match u.int_in_range(0..=3)? {
        0 => json!({"swagger": "2.0"}),
        1 => json!({"openapi": "3.0.4"}),
        2 => json!({"openapi": "3.1.1"}),
        _ => json!({"openapi": "3.2.0"}),
    };
    if let (Value::Object(root), Value::Object(fields)) = (&mut root, object(u, ROOT, 0)?) {
        root.extend(fields);
    }
    Ok(root)
}

fn value(u: &mut Unstructured<'_>, shape: &Shape, depth: usize) -> Result<Value> {
    if depth > DEEPEST || u.ratio(1, 40)? {
        return any(u, depth);
    }
    Ok(match shape {
        Shape::Text => Value::String(text::any(u)?),
        Shape::Word(words) => json!(*u.choose(words)?),
        Shape::Flag => json!(u.arbitrary::<bool>()?),
        Shape::Number | Shape::Any => any(u, depth)?,
        Shape::Schema if u.ratio(1, 3)? => json!({"$ref": reference(u, "schemas")?}),
        Shape::Schema => object(u, SCHEMA_FIELDS, depth)?,
        Shape::PathItem => object(u, PATH_ITEM_FIELDS, depth)?,
        Shape::Reference(kind) => json!({"$ref": reference(u, kind)?}),
        Shape::Object(fields) => object(u, fields, depth)?,
        Shape::List(element) => {
            let length = u.int_in_range(0..=3)?;
            let elements: Result<Vec<Value>> = (0..length).map(|_| value(u, element, depth + 1)).collect();
            Value::Array(elements?)
        }
        Shape::Map(member) => {
            let length = u.int_in_range(0..=4)?;
            let members: Result<Map<String, Value>> = (0..length)
                .map(|_| Ok((key(u, depth)?, value(u, member, depth + 1)?)))
                .collect();
            Value::Object(members?)
        }
        Shape::Either(one, other) => {
            let shape = if u.arbitrary()? { one } else { other };
            value(u, shape, depth)?
        }
    })
}

fn object(u: &mut Unstructured<'_>, fields: &[Field], depth: usize) -> Result<Value> {
    let mut members = Map::new();
    for _ in 0..u.int_in_range(1..=6)? {
        let (key, shape) = u.choose(fields)?;
        members.insert((*key).to_owned(), value(u, shape, depth + 1)?);
    }
    Ok(Value::Object(members))
}

/// A key of a map: a name, a path, a status or a media type, without asking which of them would be right.
fn key(u: &mut Unstructured<'_>, depth: usize) -> Result<String> {
    Ok(match u.int_in_range(0..=5)? {
        0 => format!("/{}/{{{}}}", text::name(u)?, text::name(u)?),
        1 if depth > 2 => (*u.choose(&["200", "201", "404", "4XX", "default"])?).to_owned(),
        2 if depth > 2 => (*u.choose(MEDIA_TYPES)?).to_owned(),
        _ => text::name(u)?,
    })
}

fn reference(u: &mut Unstructured<'_>, kind: &str) -> Result<String> {
    let holder = if u.arbitrary()? { "/components" } else { "" };
    let kind = match kind {
        "schemas" if holder.is_empty() => "definitions",
        kind => kind,
    };
    let name = text::name(u)?;
    Ok(match u.int_in_range(0..=9)? {
        0 => format!("#{holder}/{kind}/{name}/properties/{}", text::name(u)?),
        1 => format!(
            "#{holder}/{kind}/{name}/{}",
            u.choose(&["items", "allOf/0", "oneOf/1", "additionalProperties"])?
        ),
        2 => text::any(u)?,
        3 => (*u.choose(&[
            "#",
            "#/",
            "",
            "a.yaml",
            "a.yaml#/b",
            "../a.json",
            "file:///etc/passwd",
            "http://x/y#z",
        ])?)
        .to_owned(),
        _ => format!("#{holder}/{kind}/{name}"),
    })
}

fn any(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=9)? {
        0 => Value::Null,
        1 => json!(u.arbitrary::<bool>()?),
        2 => json!(u.arbitrary::<i64>()?),
        3 => json!(u.arbitrary::<u64>()?),
        4 => json!(u.arbitrary::<f64>()?),
        5 if depth < DEEPEST => Value::Array(vec![any(u, depth + 1)?, any(u, depth + 1)?]),
        6 if depth < DEEPEST => Value::Object(Map::from_iter([(text::name(u)?, any(u, depth + 1)?)])),
        7 => json!(u.arbitrary::<i8>()?),
        _ => Value::String(text::any(u)?),
    })
}

//! Text to [`Tree`], through `serde_json`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use ::serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Number, ReadError, Tree};

/// Reads JSON text. A UTF-8 byte order mark before it is skipped (RFC 8259 section 8.1 allows that).
///
/// # Errors
///
/// When the text is not JSON or is nested more than 128 deep.
pub(crate) fn parse(text: &[u8]) -> Result<Tree<'_>, ReadError> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    serde_json::from_slice(text).map_err(ReadError::syntax)
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Tree::Number(Number::Unsigned(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Tree::Number(Number::Float(value)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Tree::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Tree::String(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Tree::String(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element()? {
            elements.push(element);
        }
        Ok(Tree::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(Text(name)) = access.next_key()? {
            if name == NUMBER {
                let Text(text) = access.next_value()?;
                let number = Number::parse(&text).ok_or_else(|| A::Error::custom("invalid number"))?;
                return Ok(Tree::Number(number));
            }
            members.push((name, access.next_value()?));
        }
        keep_last_of_each_name(&mut members);
        Ok(Tree::Object(members))
    }
}

/// The only member of the object in whose shape `serde_json` hands a number over when its feature `arbitrary_precision`
/// is on, which any other crate of a build can switch on.
const NUMBER: &str = "$serde_json::private::Number";

/// A string that is borrowed where it can be: serde's own `Cow` always copies.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Up to this many members, comparing each name with the others is quicker than a set of names.
const FEW: usize = 24;

/// Settles what RFC 8259 section 4 leaves open as most parsers do: of members with the same name, the last one counts.
fn keep_last_of_each_name(members: &mut Vec<(Cow<'_, str>, Tree<'_>)>) {
    if !has_repeated_name(members) {
        return;
    }
    let mut names = HashSet::new();
    let mut kept: Vec<bool> = members
        .iter()
        .rev()
        .map(|(name, _)| names.insert(name.to_string()))
        .collect();
    members.retain(|_| kept.pop().unwrap_or(true));
}

fn has_repeated_name(members: &[(Cow<'_, str>, Tree<'_>)]) -> bool {
    if members.len() > FEW {
        let mut names = HashSet::with_capacity(members.len());
        return !members.iter().all(|(name, _)| names.insert(&**name));
    }
    let mut rest = members;
    while let Some(((name, _), after)) = rest.split_first() {
        if after.iter().any(|(other, _)| other == name) {
            return true;
        }
        rest = after;
    }
    false
}

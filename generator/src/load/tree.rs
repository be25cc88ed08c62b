//! The one visitor that makes a tree of what a parser reads.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Number, Value};

use super::object::Members;
use super::progress::{Progress, Step};

/// Reads one node with all that is below it.
pub(super) struct Node<'a>(pub(super) &'a mut Progress);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.0.pay_node()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(number(&value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(number(&value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or_else(|| no_number(value), Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.0.pay(|budget| budget.text(value))?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let progress = self.0;
        progress.check_depth()?;
        let mut elements = Vec::new();
        loop {
            progress.enter(Step::Index(elements.len()));
            let element = access.next_element_seed(Node(progress))?;
            progress.leave();
            match element {
                Some(element) => elements.push(element),
                None => return Ok(Value::Array(elements)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let progress = self.0;
        progress.check_depth()?;
        let mut members = Members::default();
        while let Some(key) = access.next_key_seed(Key)? {
            progress.pay(|budget| budget.text(&key))?;
            let again = members.says(&key);
            progress.enter(Step::Key(key));
            if again {
                progress.note_duplicate();
            }
            let value = access.next_value_seed(Node(progress))?;
            if let Some(key) = progress.leave() {
                members.insert(key, value);
            }
        }
        Ok(members.finish())
    }

    /// A YAML tag (`!name value`) says nothing that a description could mean; the value does.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }
}

/// The number that is nearest to an integer of more than 64 bits.
fn number(digits: &str) -> Value {
    digits
        .parse()
        .ok()
        .and_then(Number::from_f64)
        .map_or_else(|| Value::String(digits.to_owned()), Value::Number)
}

/// What YAML calls a number and JSON cannot say stays the word that YAML has for it.
fn no_number(value: f64) -> Value {
    let word = match value {
        f64::INFINITY => ".inf",
        f64::NEG_INFINITY => "-.inf",
        _ => ".nan",
    };
    Value::String(word.to_owned())
}

/// Reads a key. Asking for text gives it as written: `200`, `true`, `null` and `3.10` are keys like any other.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }
}

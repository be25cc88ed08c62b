//! Places in JSON text. What is not looked for is skipped, which is many times faster than to read it as YAML.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::wanted::{Id, Wanted};

/// Records the places of all wanted nodes, in bytes; an error where the text is not JSON as far as it has to be read.
pub(super) fn walk(text: &str, wanted: &mut Wanted) -> serde_json::Result<()> {
    match read(text, wanted) {
        Err(_) if wanted.is_complete() => Ok(()),
        result => result,
    }
}

fn read(text: &str, wanted: &mut Wanted) -> serde_json::Result<()> {
    let start = text.len() - text.trim_start_matches([' ', '\t', '\r', '\n']).len();
    if !text[start..].starts_with(['{', '[']) {
        let root: &RawValue = serde_json::from_str(text)?;
        return element(text, root, Wanted::ROOT, wanted);
    }
    // Where the root ends nobody asks, so all of it is read once only.
    wanted.record(Wanted::ROOT, start..start + 1);
    let (node, mut deserializer) = (Wanted::ROOT, serde_json::Deserializer::from_str(text));
    Inside { text, node, wanted }.deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Marks an element at its value, or at the character that it begins with, and goes on to what it holds.
fn element(text: &str, value: &RawValue, node: Id, wanted: &mut Wanted) -> serde_json::Result<()> {
    let mut place = place(text, value);
    if value.get().starts_with(['{', '[']) {
        place.end = place.start + 1;
    }
    wanted.record(node, place);
    inside(text, value, node, wanted)
}

fn inside(text: &str, value: &RawValue, node: Id, wanted: &mut Wanted) -> serde_json::Result<()> {
    if !wanted.has_children(node) {
        return Ok(());
    }
    let mut deserializer = serde_json::Deserializer::from_str(value.get());
    Inside { text, node, wanted }.deserialize(&mut deserializer)
}

/// Where a value that was borrowed from the text stands in it.
fn place(text: &str, value: &RawValue) -> Range<usize> {
    let start = value.get().as_ptr().addr() - text.as_ptr().addr();
    start..start + value.get().len()
}

/// What a wanted node holds.
struct Inside<'t, 'w> {
    text: &'t str,
    node: Id,
    wanted: &'w mut Wanted,
}

impl Inside<'_, '_> {
    /// An error, which is the only way out of a parser, where there is nothing more to find.
    fn stop_at_the_last<E: Error>(&self) -> Result<(), E> {
        if self.wanted.is_complete() {
            return Err(E::custom("all is found"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Inside<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inside<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(key) = members.next_key::<&RawValue>()? {
            let name: String = serde_json::from_str(key.get()).map_err(Error::custom)?;
            let member = self.wanted.child(self.node, &name);
            if let Some(member) = member {
                self.wanted.record(member, place(self.text, key));
            }
            match member.filter(|member| self.wanted.has_children(*member)) {
                Some(node) => members.next_value_seed(Inside {
                    text: self.text,
                    node,
                    wanted: &mut *self.wanted,
                })?,
                None => drop(members.next_value::<IgnoredAny>()?),
            }
            self.stop_at_the_last()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let Some(value) = elements.next_element::<&RawValue>()? else {
                break;
            };
            if let Some(node) = self.wanted.child(self.node, &index.to_string()) {
                element(self.text, value, node, self.wanted).map_err(Error::custom)?;
                self.stop_at_the_last()?;
            }
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

//! One object while it is read: which of two equal keys counts, and what merge keys add.

use foldhash::HashSet;
use serde_json::{Map, Value};

/// The members read so far.
#[derive(Default)]
pub(super) struct Members {
    members: Map<String, Value>,
    /// Keys that came through `<<` and give way to the object's own.
    merged: HashSet<String>,
}

impl Members {
    /// Whether the object itself says this key already.
    pub(super) fn says(&self, key: &str) -> bool {
        self.members.contains_key(key) && !self.merged.contains(key)
    }

    /// Takes a member in. The last of two equal keys counts.
    pub(super) fn insert(&mut self, key: String, value: Value) {
        match value {
            Value::Object(base) if key == "<<" => self.merge(base),
            Value::Array(bases) if key == "<<" && bases.iter().all(Value::is_object) => {
                for base in bases {
                    if let Value::Object(base) = base {
                        self.merge(base);
                    }
                }
            }
            value => {
                if !self.merged.is_empty() {
                    self.merged.remove(&key);
                }
                self.members.insert(key, value);
            }
        }
    }

    /// Adds what is not there yet, so that the first of several bases counts.
    fn merge(&mut self, base: Map<String, Value>) {
        for (key, value) in base {
            if !self.members.contains_key(&key) {
                self.merged.insert(key.clone());
                self.members.insert(key, value);
            }
        }
    }

    /// The whole object.
    pub(super) fn finish(self) -> Value {
        Value::Object(self.members)
    }
}

//! Requests that say in their body that the answer is to be a stream.

use crate::runtime::Call;
use crate::runtime::json::{Tree, parse};

impl Call {
    /// Sets a member of a body of JSON to `true`.
    #[must_use]
    pub fn switch(mut self, member: &str) -> Self {
        if let Some(payload) = &mut self.body {
            if let Some(switched) = switched(&payload.body.bytes, member) {
                payload.body.bytes = switched.into();
            }
        }
        self
    }
}

/// The text with the member; `None` where it has it already, or is no object.
fn switched(text: &[u8], member: &str) -> Option<Vec<u8>> {
    let tree = parse(text).ok()?;
    let Tree::Object(members) = &tree else {
        return None;
    };
    match tree.member(member) {
        Some(Tree::Bool(true)) => None,
        Some(_) => {
            let mut value = tree.to_json();
            value[member] = true.into();
            Some(value.to_string().into_bytes())
        }
        // The text stays what it was, to the last digit of its numbers.
        None => {
            let name = serde_json::Value::from(member);
            let separator = if members.is_empty() { "" } else { "," };
            let inner = text.trim_ascii_start().strip_prefix(b"{")?;
            Some([format!("{{{name}:true{separator}").as_bytes(), inner].concat())
        }
    }
}

//! Events whose type has their name beside their data.

use std::borrow::Cow;

use super::parser::Message;
use crate::runtime::json::{Tree, parse};
use crate::runtime::{Json, ReadResult, Value};

/// Reads an event as an object of `event`, `id` and `data`.
///
/// Some servers send that whole object as the data; then it is read from there. Data that is no JSON is text.
pub(super) fn read<T: Json>(message: &Message) -> ReadResult<Option<T>> {
    let data = match parse(message.data.as_bytes()) {
        Ok(data) if data.member("data").is_some() => return T::read(&Value::of(&data)).map(Some),
        Ok(data) => data,
        Err(_) => text(&message.data),
    };
    let mut members = vec![(Cow::Borrowed("data"), data)];
    members.extend(
        message
            .event
            .as_deref()
            .map(|event| (Cow::Borrowed("event"), text(event))),
    );
    members.extend(message.id.as_deref().map(|id| (Cow::Borrowed("id"), text(id))));
    T::read(&Value::of(&Tree::Object(members))).map(Some)
}

fn text(text: &str) -> Tree<'_> {
    Tree::String(Cow::Borrowed(text))
}

//! JSON pointers (RFC 6901).

use std::borrow::Cow;

use crate::runtime::{ReadError, Value};

/// The names that a pointer goes through.
pub(super) fn names(pointer: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    pointer.split('/').skip(1).map(|name| {
        if name.contains('~') {
            Cow::Owned(name.replace("~1", "/").replace("~0", "~"))
        } else {
            Cow::Borrowed(name)
        }
    })
}

/// The value that a pointer leads to; `None` where there is none, or `null`.
pub(super) fn value<'v>(root: &Value<'v>, pointer: &'static str) -> Option<Value<'v>> {
    let value = names(pointer).try_fold(*root, |value, name| value.member(&name))?;
    (!value.is_null()).then_some(value)
}

/// The error of the value that a pointer leads to, as the root sees it.
pub(super) fn within(pointer: &'static str, error: ReadError) -> ReadError {
    let names: Vec<_> = names(pointer).collect();
    names.iter().rev().fold(error, |error, name| error.in_member(name))
}

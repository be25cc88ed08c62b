//! Where the next page is.

use std::collections::HashSet;

use super::paging::Habit;
use super::{Paging, link, pointer};
use crate::runtime::json::Tree;
use crate::runtime::send::{Complete, same_origin};
use crate::runtime::{Answer, Call, Error, ErrorKind, Json, Operation, ReadError, ReadResult, Result, Value};

/// A page that is to be asked for.
pub(super) struct Position {
    pub(super) call: Call,
    paging: &'static Paging,
    /// What is read of each page: a pointer.
    part: &'static str,
    /// The offset, or the number of the page.
    number: i64,
    /// Cursors and URLs that have been sent.
    seen: HashSet<String>,
}

/// What leads to the next page.
enum Next {
    Cursor(serde_json::Value),
    Number(i64),
    Url(String),
}

impl Position {
    /// The first page: where the caller says, or else where pages begin.
    pub(super) fn new(mut call: Call, paging: &'static Paging, part: &'static str) -> Self {
        let (mut number, mut seen) = (0, HashSet::new());
        match paging.habit {
            Habit::Offset { input, first } | Habit::Number { input, first } => {
                let given = call.paging_input(paging.is_in_body, input);
                number = given.and_then(|given| given.parse().ok()).unwrap_or(first);
                call.set_paging_input(paging.is_in_body, input, number.into());
            }
            Habit::Cursor { input, .. } | Habit::LastItem { input, .. } => {
                seen.extend(call.paging_input(paging.is_in_body, input));
            }
            Habit::Url { .. } | Habit::Link => {}
        }
        Self {
            call,
            paging,
            part,
            number,
            seen,
        }
    }

    /// Reads an answer, and finds out where the next page is; what is wrong with that comes after the page.
    pub(super) fn read<T>(
        self,
        answer: Complete,
        read: fn(&Value<'_>) -> ReadResult<T>,
    ) -> Result<(T, Option<Result<Self>>)> {
        let (paging, part, number) = (self.paging, self.part, self.number);
        let both = answer.decode(|answer| {
            answer.read_json(|page| {
                let value = match (pointer::value(page, part), part) {
                    (Some(value), _) => read(&value),
                    // Some servers leave out an empty list.
                    (None, "") => read(page),
                    (None, _) => read(&Value::of(&Tree::Array(Vec::new()))),
                };
                let value = value.map_err(|error| pointer::within(part, error))?;
                Ok((value, next(paging, number, page, answer)?))
            })
        })?;
        let (value, next) = both.into_value();
        Ok((value, next.map(|next| self.go_to(next))))
    }

    fn go_to(mut self, next: Next) -> Result<Self> {
        let operation = self.call.operation;
        // A key says that two requests are one.
        self.call.idempotency_key = None;
        match next {
            Next::Number(number) => {
                self.number = number;
                self.send(number.into());
            }
            Next::Cursor(cursor) => {
                let text = cursor.as_str().map_or_else(|| cursor.to_string(), str::to_owned);
                self.note(text, "the server gave a cursor again that has been sent")?;
                self.send(cursor);
            }
            Next::Url(target) => {
                let from = self.call.build()?.url;
                let url = same_origin(&from, &target).map_err(|reason| refused(operation, reason))?;
                self.note(
                    url.to_string(),
                    "the server gave the URL of a page again that was there",
                )?;
                self.call.next_page = Some(url);
            }
        }
        Ok(self)
    }

    fn send(&mut self, value: serde_json::Value) {
        let (Habit::Cursor { input, .. }
        | Habit::LastItem { input, .. }
        | Habit::Offset { input, .. }
        | Habit::Number { input, .. }) = self.paging.habit
        else {
            return;
        };
        self.call.set_paging_input(self.paging.is_in_body, input, value);
    }

    /// Refuses what was there before: the pages would never end.
    fn note(&mut self, text: String, problem: &str) -> Result<()> {
        if self.seen.insert(text) {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Pages)
            .with_detail(problem)
            .of(self.call.operation, 0))
    }
}

fn refused(operation: &'static Operation, reason: &str) -> Error {
    Error::new(ErrorKind::Redirect)
        .with_detail(format!("the next page: {reason}"))
        .of(operation, 0)
}

/// What leads to the page after this one; `None` where it is the last.
fn next(paging: &'static Paging, number: i64, page: &Value<'_>, answer: &Answer<'_>) -> ReadResult<Option<Next>> {
    let more = paging.more.and_then(|more| pointer::value(page, more));
    if more.and_then(|more| bool::read(&more).ok()) == Some(false) {
        return Ok(None);
    }
    let items = paging.items.and_then(|items| pointer::value(page, items));
    let items = items.and_then(|items| items.array().ok());
    let count = items.as_ref().map_or(0, ExactSizeIterator::len);
    match paging.habit {
        Habit::Cursor { from, .. } => cursor(page, from),
        Habit::LastItem { from, .. } => match items.and_then(Iterator::last) {
            Some(item) => cursor(&item, from),
            None => Ok(None),
        },
        Habit::Offset { .. } => Ok(after(number, count).map(Next::Number)),
        Habit::Number { first, .. } => {
            let total = paging.total.and_then(|total| pointer::value(page, total));
            let total = total.and_then(|total| i64::read(&total).ok());
            let is_last = total.is_some_and(|total| number.saturating_sub(first) >= total.saturating_sub(1));
            // Where no list tells of the end, the number of pages does.
            let has_any = count > 0 || (paging.items.is_none() && total.is_some());
            Ok(after(number, usize::from(has_any && !is_last)).map(Next::Number))
        }
        Habit::Url { from } => match pointer::value(page, from) {
            Some(url) => url_in_page(&url).map_err(|error| pointer::within(from, error)),
            None => Ok(None),
        },
        Habit::Link => Ok(link::next(answer.headers()).map(|target| Next::Url(target.to_owned()))),
    }
}

/// A later number; `None` where there is none.
fn after(number: i64, step: usize) -> Option<i64> {
    let step = i64::try_from(step).ok().filter(|step| *step > 0)?;
    number.checked_add(step)
}

/// A text that is not empty, or a number.
fn cursor(page: &Value<'_>, from: &'static str) -> ReadResult<Option<Next>> {
    let Some(value) = pointer::value(page, from) else {
        return Ok(None);
    };
    match value.to_json() {
        serde_json::Value::String(text) if text.is_empty() => Ok(None),
        cursor @ (serde_json::Value::String(_) | serde_json::Value::Number(_)) => Ok(Some(Next::Cursor(cursor))),
        _ => Err(pointer::within(from, ReadError::expected("a cursor", &value))),
    }
}

/// A URL, relative to that of the page where it begins with a slash or a question mark. Any other text is some cursor, and
/// no way to the next page.
fn url_in_page(value: &Value<'_>) -> ReadResult<Option<Next>> {
    let text = value.text()?;
    let is_url = text.starts_with(['/', '?']) || text.contains("://");
    match &**text {
        "" => Ok(None),
        text if is_url => Ok(Some(Next::Url(text.to_owned()))),
        _ => Err(ReadError::new("expected the URL of the next page")),
    }
}

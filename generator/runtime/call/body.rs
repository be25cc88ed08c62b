//! The body of a request.

use bytes::Bytes;
use http::HeaderValue;

use super::{Call, Payload};
use crate::runtime::json::{Json, Tree, parse, to_vec};
use crate::runtime::parameter::{Escape, Style, pairs};
use crate::runtime::request_body::RequestBody;

impl Call {
    /// A body of JSON. A missing value (`None`) is no body.
    #[must_use]
    pub fn json<T: Json>(self, value: &T) -> Self {
        self.json_as("application/json", value)
    }

    /// A body of JSON with a media type of its own: `application/merge-patch+json`.
    #[must_use]
    pub fn json_as<T: Json>(self, content_type: &'static str, value: &T) -> Self {
        if value.is_missing() {
            self
        } else {
            self.written(content_type, to_vec(value))
        }
    }

    /// A body of the type `application/x-www-form-urlencoded`, from the members of an object: a list repeats its name, an
    /// object travels as JSON text.
    #[must_use]
    pub fn form<T: Json>(self, value: &T) -> Self {
        self.form_as(value, &[])
    }

    /// As [`form`](Self::form), with a style for some of the members.
    #[must_use]
    pub fn form_as<T: Json>(self, value: &T, styles: &[(&str, Style)]) -> Self {
        if value.is_missing() {
            self
        } else {
            self.written_form(to_vec(value), styles)
        }
    }

    /// A body of JSON values, one on each line; a sequence of JSON text (RFC 7464) has a record separator before each.
    #[must_use]
    pub fn json_lines<T: Json>(self, content_type: &'static str, items: impl IntoIterator<Item = T>) -> Self {
        let before: &[u8] = if content_type.contains("json-seq") {
            b"\x1E"
        } else {
            b""
        };
        let lines = items
            .into_iter()
            .map(|item| Ok([before, &to_vec(&item)?, b"\n"].concat()));
        let lines: Result<Vec<Vec<u8>>, &'static str> = lines.collect();
        self.written(content_type, lines.map(|lines| lines.concat()))
    }

    /// A body of text.
    #[must_use]
    pub fn text(mut self, content_type: &str, text: impl Into<String>) -> Self {
        self.set_body(content_type, Bytes::from(text.into()).into());
        self
    }

    pub(super) fn written(mut self, content_type: &'static str, text: Result<Vec<u8>, &'static str>) -> Self {
        match text {
            Ok(text) => self.set_body(content_type, Bytes::from(text).into()),
            Err(problem) => self.fail(format!("the body: {problem}")),
        }
        self
    }

    fn written_form(self, text: Result<Vec<u8>, &'static str>, styles: &[(&str, Style)]) -> Self {
        let form = text.and_then(|text| match parse(&text) {
            Ok(Tree::Object(members)) => Ok(members
                .iter()
                .flat_map(|(name, value)| field(name, value, styles))
                .collect::<Vec<_>>()),
            _ => Err("a form is made from an object"),
        });
        self.written(
            "application/x-www-form-urlencoded",
            form.map(|fields| fields.join("&").into_bytes()),
        )
    }

    pub(super) fn set_body(&mut self, content_type: &str, body: RequestBody) {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => self.body = Some(Payload { content_type, body }),
            Err(_) => self.fail("the content type has a character that a header cannot have".to_owned()),
        }
    }
}

fn field(name: &str, value: &Tree<'_>, styles: &[(&str, Style)]) -> Vec<String> {
    let chosen = styles.iter().find(|(member, _)| *member == name);
    let style = match (chosen, value) {
        (Some((_, style)), _) => *style,
        (None, Tree::Object(_)) => Style::Json,
        (None, _) => Style::FormExplode,
    };
    if *value == Tree::Null {
        Vec::new()
    } else {
        pairs(name, style, value, Escape::Reserved)
    }
}

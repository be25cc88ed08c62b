//! Forms: how their members are written (OpenAPI 3.0.4, section 4.7.15).

use serde_json::Value;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{self, Style};
use crate::resolve::Encoding;
use crate::source::Place;

impl Lowering<'_> {
    /// The members of a form that are not written as usual.
    ///
    /// Usual is: a text or a number as it is, a list as its name with each element, an object as JSON.
    pub(super) fn styles(&mut self, encodings: &[Encoding<'_>]) -> Vec<model::Encoding> {
        let styles = encodings.iter().filter_map(|encoding| {
            let json = encoding.style.is_none() && encoding.content_type.is_some_and(is_json);
            let style = if json { Some(Style::Json) } else { self.style(encoding) };
            style.map(|style| model::Encoding {
                name: encoding.property.to_string(),
                style: Some(style),
                ..model::Encoding::default()
            })
        });
        styles.collect()
    }

    /// The members of a body of several parts that are not written as usual.
    ///
    /// Usual is: a text or a number as it is, a list as a part for each element, an object as JSON. A style takes the place of
    /// a media type.
    pub(super) fn parts(&mut self, encodings: &[Encoding<'_>]) -> Vec<model::Encoding> {
        let parts = encodings.iter().map(|encoding| {
            self.check_nested(encoding);
            let style = self
                .style(encoding)
                .filter(|style| *style != Style::Form { explode: true });
            let content_type = encoding.content_type.map(str::trim);
            model::Encoding {
                name: encoding.property.to_string(),
                content_type: content_type
                    .filter(|name| is_single(name) && style.is_none())
                    .map(str::to_owned),
                style,
                headers: self.part_headers(encoding),
            }
        });
        let parts: Vec<model::Encoding> = parts.collect();
        let is_usual =
            |part: &model::Encoding| part.content_type.is_none() && part.style.is_none() && part.headers.is_empty();
        parts.into_iter().filter(|part| !is_usual(part)).collect()
    }

    /// Tells that a part which consists of parts is written as any other.
    fn check_nested(&mut self, encoding: &Encoding<'_>) {
        let nested = ["encoding", "prefixEncoding", "itemEncoding"].map(|key| encoding.place.child(key));
        let nested = nested.into_iter().find(|place| self.description.node(place).is_some());
        if let Some(place) = nested {
            let message = "how parts inside of a part are written has no effect";
            let note = Diagnostic::new(Code::NO_EFFECT, message).at(place);
            self.report
                .push(note.help("give the part as a file, with its media type and its bytes"));
        }
    }

    fn style(&mut self, encoding: &Encoding<'_>) -> Option<Style> {
        style(encoding).unwrap_or_else(|other| {
            let message = format!(
                "`{other}` is no style of a form, so `{}` is written as usual",
                encoding.property
            );
            self.report
                .push(Diagnostic::new(Code::WRONG_FIELD, message).at(encoding.place.clone()));
            None
        })
    }

    /// The headers of a part that can have one value only.
    fn part_headers(&mut self, encoding: &Encoding<'_>) -> Vec<(String, String)> {
        let headers = self.description.members(&encoding.place.child("headers"));
        let headers: Vec<(String, Place)> = headers.map(|(name, place)| (name.to_owned(), place)).collect();
        let mut known = Vec::new();
        // The media type is told by `contentType`.
        for (name, place) in headers
            .into_iter()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
        {
            if let Some(value) = self.only_value(&place) {
                known.push((name, value));
                continue;
            }
            let message = format!(
                "the header `{name}` of the part `{}` is not sent by itself",
                encoding.property
            );
            let note = Diagnostic::new(Code::NO_EFFECT, message).at(place);
            self.report
                .push(note.help("where the part is a file, `File::header` adds it"));
        }
        known
    }

    /// The value of a header that has one listed value, or a default.
    fn only_value(&self, header: &Place) -> Option<String> {
        let schema = self.description.follow(header).ok()?.child("schema");
        let schema = self.description.node(&self.description.follow(&schema).ok()?)?;
        let listed = schema.get("enum").and_then(Value::as_array).map(Vec::as_slice);
        let only = match listed {
            Some([only]) => Some(only),
            _ => schema.get("const").or_else(|| schema.get("default")),
        };
        match only? {
            Value::String(text) => Some(text.clone()),
            value @ (Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// Whether a text is one media type, and neither a list of some nor a range.
fn is_single(content_type: &str) -> bool {
    !content_type.contains([',', '*']) && content_type.contains('/')
}

/// What an encoding object asks for; `None` for what is usual anyway. The error is a style that nobody knows.
fn style<'a>(encoding: &Encoding<'a>) -> Result<Option<Style>, &'a str> {
    let explode = encoding.explode;
    match encoding.style {
        None => Ok((explode == Some(false)).then_some(Style::Form { explode: false })),
        Some("form") => Ok(Some(Style::Form {
            explode: explode.unwrap_or(true),
        })),
        Some("spaceDelimited") => Ok(Some(Style::SpaceDelimited {
            explode: explode == Some(true),
        })),
        Some("pipeDelimited") => Ok(Some(Style::PipeDelimited {
            explode: explode == Some(true),
        })),
        Some("tabDelimited") => Ok(Some(Style::TabDelimited)),
        Some("deepObject") => Ok(Some(Style::DeepObject)),
        Some(other) => Err(other),
    }
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or(content_type).trim();
    essence == "application/json" || essence.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn a_member_has_the_style_that_its_encoding_asks_for() {
        let place = Place::root(Sources::default().add("a", String::new()));
        for (named, explode, expected) in [
            (None, None, Ok(None)),
            (None, Some(false), Ok(Some(Style::Form { explode: false }))),
            (Some("deepObject"), Some(true), Ok(Some(Style::DeepObject))),
            (Some("simple"), None, Err("simple")),
        ] {
            let encoding = Encoding {
                property: "a".into(),
                content_type: None,
                style: named,
                explode,
                place: place.clone(),
            };
            assert_eq!(style(&encoding), expected, "{encoding:?}");
        }
    }

    #[test]
    fn a_part_has_a_media_type_where_there_is_one_only() {
        assert!(is_single("application/json; charset=utf-8"));
        assert!(!is_single("image/png, image/jpeg"));
        assert!(!is_single("image/*"));
    }
}

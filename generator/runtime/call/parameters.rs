//! The parameters of an operation.
//!
//! Setting a parameter again replaces it; a value that is missing (`None`) or `null` removes it. What is generic here only
//! takes the JSON form of a value; the rest is compiled once.

use http::{HeaderName, HeaderValue};

use super::{Call, Pair};
use crate::runtime::json::{Json, Tree, parse, to_vec};
use crate::runtime::parameter::{Escape, Style, inline, is_empty, pairs, query_string};

impl Call {
    /// A path parameter of the default style.
    #[must_use]
    pub fn path<T: Json>(self, name: &'static str, value: impl Into<T>) -> Self {
        self.path_as(name, Style::Simple, value)
    }

    /// A path parameter.
    #[must_use]
    pub fn path_as<T: Json>(self, name: &'static str, style: Style, value: impl Into<T>) -> Self {
        self.parameter(Place::Path(Escape::Reserved), name, style, json_text::<T>(Some(value)))
    }

    /// A path parameter whose value keeps the reserved characters that a segment may have: `allowReserved`.
    #[must_use]
    pub fn path_reserved<T: Json>(self, name: &'static str, style: Style, value: impl Into<T>) -> Self {
        let place = Place::Path(Escape::AllowReservedInPath);
        self.parameter(place, name, style, json_text::<T>(Some(value)))
    }

    /// A query parameter of the default style.
    #[must_use]
    pub fn query<T: Json>(self, name: &'static str, value: Option<impl Into<T>>) -> Self {
        self.query_as(name, Style::FormExplode, value)
    }

    /// A query parameter.
    #[must_use]
    pub fn query_as<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::Query(Escape::Reserved), name, style, json_text::<T>(value))
    }

    /// A query parameter whose values keep their reserved characters: `allowReserved`.
    #[must_use]
    pub fn query_reserved<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::Query(Escape::AllowReserved), name, style, json_text::<T>(value))
    }

    /// A query parameter that travels without a value where its list or object is empty: `allowEmptyValue`.
    #[must_use]
    pub fn query_or_empty<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::QueryOrEmpty, name, style, json_text::<T>(value))
    }

    /// The whole query string: `in: querystring`.
    #[must_use]
    pub fn query_string<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::QueryString, name, style, json_text::<T>(value))
    }

    /// A header parameter of the default style.
    #[must_use]
    pub fn header<T: Json>(self, name: &'static str, value: Option<impl Into<T>>) -> Self {
        self.header_as(name, Style::Simple, value)
    }

    /// A header parameter.
    #[must_use]
    pub fn header_as<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::Header, name, style, json_text::<T>(value))
    }

    /// A cookie parameter of the default style.
    #[must_use]
    pub fn cookie<T: Json>(self, name: &'static str, value: Option<impl Into<T>>) -> Self {
        self.cookie_as(name, Style::FormExplode, value)
    }

    /// A cookie parameter.
    #[must_use]
    pub fn cookie_as<T: Json>(self, name: &'static str, style: Style, value: Option<impl Into<T>>) -> Self {
        self.parameter(Place::Cookie, name, style, json_text::<T>(value))
    }

    /// Adds a query parameter that the description does not know.
    #[must_use]
    pub fn add_query(mut self, name: &str, value: &str) -> Self {
        let text = format!("{}={}", Escape::Reserved.apply(name), Escape::Reserved.apply(value));
        self.query.push(Pair { parameter: None, text });
        self
    }

    /// Adds a header that the description does not know.
    #[must_use]
    pub fn add_header(mut self, name: &str, value: &str) -> Self {
        self.append_header(name, value);
        self
    }

    fn parameter(mut self, place: Place, name: &'static str, style: Style, text: JsonText) -> Self {
        match text {
            Ok(text) => self.set_parameter(place, name, style, text.as_deref()),
            Err(problem) => self.fail(format!("the parameter `{name}`: {problem}")),
        }
        self
    }

    fn set_parameter(&mut self, place: Place, name: &'static str, style: Style, text: Option<&[u8]>) {
        // What a writer has written is JSON, so only a value nested beyond all measure is lost here, and told.
        let value = match text.map(parse).transpose() {
            Ok(value) => value.filter(|value| *value != Tree::Null),
            Err(error) => return self.fail(format!("the parameter `{name}`: {error}")),
        };
        match place {
            Place::Path(escape) => {
                self.path.retain(|(known, _)| *known != name);
                self.path
                    .extend(value.map(|value| (name, inline(name, style, &value, escape))));
            }
            Place::Query(escape) => {
                replace(
                    &mut self.query,
                    name,
                    value.map(|value| pairs(name, style, &value, escape)),
                );
            }
            Place::QueryOrEmpty => {
                let texts = value.map(|value| {
                    if is_empty(&value) {
                        vec![format!("{}=", Escape::Reserved.apply(name))]
                    } else {
                        pairs(name, style, &value, Escape::Reserved)
                    }
                });
                replace(&mut self.query, name, texts);
            }
            Place::QueryString => {
                replace(&mut self.query, name, value.map(|value| query_string(style, &value)));
            }
            Place::Cookie => {
                let texts = value.map(|value| pairs(name, style, &value, Escape::Reserved));
                // RFC 6265, section 4.1.1: what follows a semicolon would be another cookie.
                if texts.iter().flatten().any(|text| text.contains(';')) {
                    return self.fail(format!("the cookie `{name}`: it has a semicolon, which ends a cookie"));
                }
                replace(&mut self.cookies, name, texts);
            }
            Place::Header => {
                self.headers.remove(name);
                if let Some(value) = value.filter(|value| is_content(style) || !is_empty(value)) {
                    self.append_header(name, &inline(name, style, &value, Escape::Nothing));
                }
            }
        }
    }

    fn append_header(&mut self, name: &str, value: &str) {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.append(name, value);
            }
            (Err(_), _) => self.fail(format!("{name:?} is not a header name")),
            (_, Err(_)) => self.fail(format!(
                "the header `{name}`: it has a character that a header cannot have"
            )),
        }
    }
}

/// Whether a parameter has a media type, which says how nothing is written.
fn is_content(style: Style) -> bool {
    matches!(style, Style::Json | Style::Text | Style::UrlEncoded)
}

enum Place {
    Path(Escape),
    Query(Escape),
    QueryOrEmpty,
    QueryString,
    Header,
    Cookie,
}

/// The JSON form of a value, `None` where it is missing.
type JsonText = Result<Option<Vec<u8>>, &'static str>;

fn json_text<T: Json>(value: Option<impl Into<T>>) -> JsonText {
    let value: Option<T> = value.map(Into::into).filter(|value: &T| !value.is_missing());
    value.as_ref().map(to_vec).transpose()
}

fn replace(list: &mut Vec<Pair>, name: &'static str, texts: Option<Vec<String>>) {
    list.retain(|pair| pair.parameter != Some(name));
    list.extend(texts.unwrap_or_default().into_iter().map(|text| Pair {
        parameter: Some(name),
        text,
    }));
}

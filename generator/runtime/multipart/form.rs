//! The parts of a body.

use reqwest::Url;

use super::{Encoding, File, Part};
use crate::runtime::json::{Json, Map, Tree, parse, to_vec};
use crate::runtime::parameter::{Escape, pairs};
use crate::runtime::request_body::RequestBody;

/// A body of several parts, in the order in which they are added: for a body whose parts the description does not name.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The media type of the whole.
    pub(super) media_type: &'static str,
    encodings: Vec<Encoding>,
    pub(super) entries: Vec<Entry>,
    /// Whether there is no body at all.
    pub(super) is_absent: bool,
    /// The first thing that is wrong.
    pub(super) problem: Option<String>,
}

/// A part.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// `None` for a part that is no file.
    pub(super) file_name: Option<String>,
    /// Whether the file name is one that somebody has given.
    pub(super) is_named: bool,
    /// That of a file is `application/octet-stream` where nobody says anything.
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: RequestBody,
}

impl Entry {
    pub(super) fn content_type(&self) -> Option<&str> {
        let usual = self.file_name.as_ref().map(|_| "application/octet-stream");
        self.content_type.as_deref().or(usual)
    }
}

impl Form {
    /// A body without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(in crate::runtime) fn of(media_type: &'static str, encodings: &[Encoding]) -> Self {
        Self {
            media_type,
            encodings: encodings.to_vec(),
            ..Self::default()
        }
    }

    /// Adds a file.
    #[must_use]
    pub fn file(mut self, name: &str, file: impl Into<File>) -> Self {
        self.push_file(name, &file.into());
        self
    }

    /// Adds a value: text and numbers as they are, an object as JSON, each item of a list as a part of its own.
    #[must_use]
    pub fn field<T: Json>(mut self, name: &str, value: impl Into<T>) -> Self {
        self.value(name, to_vec(&value.into()));
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, name: &str, text: impl Into<String>) -> Self {
        self.field::<String>(name, text)
    }

    /// Adds the parts of a map.
    #[doc(hidden)]
    pub fn entries<T: Part>(&mut self, entries: &Map<T>) {
        for (name, value) in entries {
            value.add(name, self);
        }
    }

    /// Adds the parts that a user has made, which do not know how they are to be written.
    pub(super) fn append(&mut self, other: &Self) {
        for entry in &other.entries {
            let encoding = self.encoding(&entry.name);
            let mut entry = entry.clone();
            entry.content_type = entry.content_type.or_else(|| encoding.content_type.map(str::to_owned));
            let is_given = |name: &str| entry.headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name));
            let asked: Vec<_> = headers(encoding).filter(|(name, _)| !is_given(name)).collect();
            entry.headers.extend(asked);
            self.entries.push(entry);
        }
        if self.problem.is_none() {
            self.problem.clone_from(&other.problem);
        }
    }

    pub(super) fn push_file(&mut self, name: &str, file: &File) {
        if file.body.is_spent() {
            self.fail(format!("the file `{name}` is a stream, which has been sent already"));
        }
        let encoding = self.encoding(name);
        let asked = encoding.content_type.map(str::to_owned);
        let content_type = file.content_type.clone().or(asked);
        self.entries.push(Entry {
            name: name.to_owned(),
            file_name: Some(file.name.clone().unwrap_or_else(|| name.to_owned())),
            is_named: file.name.is_some(),
            content_type,
            headers: headers(encoding).chain(file.headers.iter().cloned()).collect(),
            body: file.body.clone(),
        });
    }

    /// Adds the members of an object, or, where parts have no names, the items of a list.
    pub(super) fn members(&mut self, text: Text) {
        let text = self.sound(text);
        match text.as_deref().map(parse) {
            Some(Ok(Tree::Object(members))) => members.iter().for_each(|(name, value)| self.tree(name, value)),
            Some(Ok(Tree::Array(items))) if !self.has_names() => items.iter().for_each(|item| self.item("", item)),
            Some(Ok(Tree::Null)) => self.is_absent = true,
            Some(Ok(_)) => self.fail("a form is made from an object".to_owned()),
            Some(Err(error)) => self.fail(error.to_string()),
            None => {}
        }
    }

    /// Adds a value by its JSON text.
    pub(super) fn value(&mut self, name: &str, text: Text) {
        let text = self.sound(text);
        match text.as_deref().map(parse) {
            Some(Ok(value)) => self.tree(name, &value),
            Some(Err(error)) => self.fail(error.to_string()),
            None => {}
        }
    }

    fn tree(&mut self, name: &str, value: &Tree<'_>) {
        match (self.encoding(name).style, value) {
            (_, Tree::Null) => {}
            (Some(style), value) => {
                for (name, text) in decoded(&pairs(name, style, value, Escape::Reserved)) {
                    self.push(&name, None, text.into_bytes());
                }
            }
            (None, Tree::Array(items)) => items.iter().for_each(|item| self.item(name, item)),
            (None, value) => self.item(name, value),
        }
    }

    fn item(&mut self, name: &str, value: &Tree<'_>) {
        let asked = self.encoding(name).content_type;
        let is_json = asked.is_some_and(|asked| asked == "application/json" || asked.ends_with("+json"));
        match value {
            Tree::Null => {}
            Tree::String(text) if !is_json => self.push(name, asked, text.as_bytes().to_vec()),
            Tree::Object(_) | Tree::Array(_) => self.json(name, asked.or(Some("application/json")), value),
            _ => self.json(name, asked, value),
        }
    }

    fn json(&mut self, name: &str, content_type: Option<&str>, value: &Tree<'_>) {
        match to_vec(&crate::runtime::Value::of(value).to_json()) {
            Ok(text) => self.push(name, content_type, text),
            Err(problem) => self.fail(problem.to_owned()),
        }
    }

    fn push(&mut self, name: &str, content_type: Option<&str>, text: Vec<u8>) {
        let encoding = self.encoding(name);
        self.entries.push(Entry {
            name: name.to_owned(),
            file_name: None,
            is_named: false,
            content_type: content_type.map(str::to_owned),
            headers: headers(encoding).collect(),
            body: bytes::Bytes::from(text).into(),
        });
    }

    /// How the next part is written. Where parts have no names, that is a matter of its position, or the same for all.
    fn encoding(&self, name: &str) -> Encoding {
        let known = |name: &str| self.encodings.iter().find(|encoding| encoding.name == name);
        let by_position = || {
            if self.has_names() {
                return None;
            }
            known(&self.entries.len().to_string()).or_else(|| known(""))
        };
        let encoding = known(name).filter(|_| !name.is_empty()).or_else(by_position);
        encoding.copied().unwrap_or(Encoding::DEFAULT)
    }

    /// Whether each part has a name: so in forms, and in no other kind of body.
    pub(super) fn has_names(&self) -> bool {
        self.media_type.starts_with("multipart/form-data")
    }

    fn sound(&mut self, text: Text) -> Option<Vec<u8>> {
        text.map_err(|problem| self.fail(problem.to_owned())).ok()
    }

    fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

/// The JSON text of a value, or why it has none.
type Text = Result<Vec<u8>, &'static str>;

fn headers(encoding: Encoding) -> impl Iterator<Item = (String, String)> {
    let headers = encoding.headers.iter();
    headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
}

/// Names and values as they are, from pairs as they stand in a query: parts need no escapes.
fn decoded(pairs: &[String]) -> Vec<(String, String)> {
    let url = Url::parse(&format!("form:?{}", pairs.join("&")));
    url.iter().flat_map(|url| url.query_pairs().into_owned()).collect()
}

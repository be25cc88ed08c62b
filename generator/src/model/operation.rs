use serde_json::Value;

use super::{Pages, Paging, Retries, SchemaId, SecurityRequirement, Server};
use crate::source::Place;

/// One HTTP method on one path (OpenAPI 3.0.4, section 4.7.10).
#[derive(Clone, Debug)]
pub struct Operation {
    /// Where it stands.
    pub place: Place,
    /// The `operationId`, where there is one.
    pub id: Option<String>,
    /// The name that an extension of the description asks for (`x-speakeasy-name-override`, `x-fern-sdk-method-name`).
    pub name_override: Option<String>,
    /// The HTTP method.
    pub method: Method,
    /// The path template: `/pets/{petId}`.
    pub path: String,
    /// A few words on what it does.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The parameters, those of the path item included: path parameters in the order of the template, then the others in
    /// the order of the description.
    pub parameters: Vec<Parameter>,
    /// What is sent, where anything is.
    pub request_body: Option<RequestBody>,
    /// The answers that mean success, sorted by status. Empty where the description declares none.
    pub successes: Vec<Response>,
    /// What it answers with success where a request accepts nothing else: other media types than those of `successes`, one
    /// of each kind.
    pub alternatives: Vec<Content>,
    /// The answers that mean failure, sorted by status, `default` last.
    pub failures: Vec<Response>,
    /// How long one attempt may take, in milliseconds, where the description says so.
    pub timeout: Option<u64>,
    /// How calls are tried again, where the description says so.
    pub retries: Option<Retries>,
    /// Where the operation is served, where that is elsewhere than the rest of the API.
    pub servers: Vec<Server>,
    /// The credentials that are accepted: any one of these sets. Empty where none is needed.
    pub security: Vec<SecurityRequirement>,
    /// What is said about pages.
    pub paging: Paging,
    /// How it answers in pages, where it does; found by the pass `pagination`.
    pub pages: Option<Pages>,
}

impl Operation {
    /// The operation as a message names it: `GET /pets`.
    #[must_use]
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The schemas of all that it sends and receives.
    pub fn schemas(&self) -> impl Iterator<Item = SchemaId> {
        let bodies = self.contents().map(|content| content.schema);
        let parameters = self.parameters.iter().map(|parameter| parameter.schema);
        parameters.chain(bodies)
    }

    /// All bodies that it sends and receives.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let sent = self.request_body.iter().flat_map(RequestBody::contents);
        let responses = self.successes.iter().chain(&self.failures);
        let answers = responses.filter_map(|response| response.content.as_ref());
        sent.chain(answers).chain(&self.alternatives)
    }
}

/// The HTTP methods that a path item can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
}

impl Method {
    /// Each method with the key that it has in a path item.
    pub const ALL: [(&'static str, Self); 8] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
        ("trace", Self::Trace),
    ];

    /// The method as it travels.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An input beside the body (OpenAPI 3.0.4, section 4.7.12).
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// The wire name.
    pub name: String,
    /// Where it travels.
    pub location: In,
    /// How its value becomes text.
    pub style: Style,
    /// What becomes of the reserved characters in its value.
    pub reserved: Reserved,
    /// Whether a list or an object with nothing in it travels as an empty value: `allowEmptyValue`.
    pub allow_empty: bool,
    /// Whether a request without it is wrong.
    pub required: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What its value may be.
    pub schema: SchemaId,
    /// A value as an example.
    pub example: Option<Value>,
    /// The smallest number that it may be, where the description says so.
    pub minimum: Option<i64>,
}

/// What becomes of the reserved characters of RFC 3986 in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// They are percent-encoded.
    Encoded,
    /// They travel as they are: `allowReserved`.
    Kept,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum In {
    /// In a segment of the path.
    Path,
    /// In the query.
    Query,
    /// As the whole query: `querystring` (OpenAPI 3.2.0).
    QueryString,
    /// In a header field.
    Header,
    /// In the `Cookie` header field.
    Cookie,
}

/// How the value of a parameter becomes text (OpenAPI 3.0.4, section 4.7.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black`
    Simple {
        /// Objects as `R=100,G=200` in the place of `R,100,G,200`.
        explode: bool,
    },
    /// `.blue.black`
    Label {
        /// As for the other styles.
        explode: bool,
    },
    /// `;color=blue,black`
    Matrix {
        /// `;color=blue;color=black`
        explode: bool,
    },
    /// `color=blue,black`
    Form {
        /// `color=blue&color=black`
        explode: bool,
    },
    /// `color=blue; color=black`, nothing of it encoded (OpenAPI 3.2.0).
    Cookie {
        /// `color=blue,black` where it is not set.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited {
        /// As [`Form`](Self::Form) writes it.
        explode: bool,
    },
    /// `color=blue%7Cblack`
    PipeDelimited {
        /// As [`Form`](Self::Form) writes it.
        explode: bool,
    },
    /// `color=blue%09black`: `collectionFormat: tsv` of Swagger 2.0.
    TabDelimited,
    /// `color[R]=100&color[G]=200`
    DeepObject,
    /// The value as JSON text: a parameter with `content`.
    Json,
    /// The value as the text of a form: a parameter with `content`.
    UrlEncoded,
    /// The value as text: a parameter with `content` of any other media type.
    Text,
}

/// What an operation sends (OpenAPI 3.0.4, section 4.7.13).
#[derive(Clone, Debug)]
pub struct RequestBody {
    /// Where it stands.
    pub place: Place,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// Whether a request without it is wrong.
    pub required: bool,
    /// What it holds, in the media type that is preferred.
    pub content: Content,
    /// What it may hold instead: one for each other way of writing that is on offer, in the order of preference.
    pub others: Vec<Content>,
}

impl RequestBody {
    /// All that it may hold, the preferred one first.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        std::iter::once(&self.content).chain(&self.others)
    }

    /// As [`contents`](Self::contents), to be changed.
    pub fn contents_mut(&mut self) -> impl Iterator<Item = &mut Content> {
        std::iter::once(&mut self.content).chain(&mut self.others)
    }
}

/// What an operation answers (OpenAPI 3.0.4, section 4.7.17).
#[derive(Clone, Debug)]
pub struct Response {
    /// Where it stands.
    pub place: Place,
    /// The status that it goes with.
    pub status: Status,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// What it holds; `None` where it has no body.
    pub content: Option<Content>,
    /// Whether it declares a `Link` header (RFC 8288).
    pub has_links: bool,
}

/// A header that some answer declares (OpenAPI 3.0.4, section 4.7.21). Headers of one name are one header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it stands; the first of several places.
    pub place: Place,
    /// Its name, as it is written there.
    pub name: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What its value is.
    pub kind: HeaderKind,
}

/// What the value of a header is, and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderKind {
    /// A single value.
    Single(Scalar),
    /// `blue,black,brown`
    List(Scalar),
    /// The members of an object.
    Object {
        /// What the object is.
        schema: SchemaId,
        /// `R=100,G=200` in the place of `R,100,G,200`.
        explode: bool,
    },
    /// JSON text: a header with `content`.
    Json(SchemaId),
}

/// What a single value in a header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Any text.
    Text,
}

/// The status that a response goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status: `404`.
    Code(u16),
    /// Each status that begins with this digit and has no response of its own: `4XX`.
    Range(u8),
    /// Each status that has no response of its own.
    Default,
}

impl Status {
    /// The status, where it is one.
    #[must_use]
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Code(code) => Some(code),
            Self::Range(_) | Self::Default => None,
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A body of one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// How the bytes are read or written.
    pub media_type: MediaType,
    /// The media type as the description writes it: `application/json; charset=utf-8`.
    pub name: String,
    /// What the description says about the content; of events and lines, about the data of each.
    pub schema: SchemaId,
    /// A value as an example.
    pub example: Option<Value>,
    /// Where the values stand that are given as examples beside the schema.
    pub examples: Vec<Place>,
    /// How the members of a form are written, where that is not the default.
    pub encodings: Vec<Encoding>,
    /// Whether the schema is that of an event with its name and its data, and not of the data alone.
    pub is_whole_event: bool,
    /// Other media types that are read in the same way, and are as welcome.
    pub also: Vec<String>,
}

/// How one member of a form is written (OpenAPI 3.0.4, section 4.7.15).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoding {
    /// The member; of parts without names its position from 0 on, and nothing for all that have none of their own.
    pub name: String,
    /// The media type of its part, where it is a single one.
    pub content_type: Option<String>,
    /// How its value becomes text.
    pub style: Option<Style>,
    /// Headers of its part whose values the description knows.
    pub headers: Vec<(String, String)>,
}

impl Encoding {
    /// Whether the media type is one of bytes that are no text.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        let binary = [
            "image/",
            "audio/",
            "video/",
            "application/octet-stream",
            "application/pdf",
        ];
        let content_type = self.content_type.as_deref();
        content_type.is_some_and(|name| binary.iter().any(|kind| name.starts_with(kind)))
    }

    /// Whether the media type is one of text, or of what is written as text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        let content_type = self.content_type.as_deref();
        content_type.is_some_and(|name| name.starts_with("text/") || name.contains("json") || name.contains("xml"))
    }
}

/// How the bytes of a body are read or written.
///
/// The order is the order of preference, where several are on offer. What has a type by the description comes before text and
/// bytes, which have none. JSON comes first, as it says most with the fewest rules; XML last, as it says least about types.
/// Of answers, what is there as a whole comes before events and lines, which have to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaType {
    /// `application/json` and whatever ends in `+json`.
    Json,
    /// One JSON value after the other: `application/jsonl`, `application/x-ndjson`, `application/json-seq` (RFC 7464).
    JsonLines,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/*`.
    Multipart,
    /// `text/event-stream`: server-sent events (WHATWG HTML, section 9.2).
    EventStream,
    /// `application/xml`, `text/xml` and whatever ends in `+xml`.
    Xml,
    /// `text/*`.
    Text,
    /// Any other, as the bytes that they are.
    Bytes,
}

impl MediaType {
    /// Whether it is values that come one after the other.
    #[must_use]
    pub fn is_sequential(self) -> bool {
        matches!(self, Self::EventStream | Self::JsonLines)
    }
}

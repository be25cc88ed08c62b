use super::{Content, Pages, Paging, Parameter, RequestBody, Response, Retries, SchemaId, SecurityRequirement, Server};
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

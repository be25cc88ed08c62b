use super::Content;
use crate::source::Place;

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

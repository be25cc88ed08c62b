//! Responses, divided into those that mean success and those that mean failure.

use super::Lowering;
use super::named_media_types::is_named;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, MediaType, Response, Status};
use crate::resolve::{self, Offer};
use crate::source::Place;

/// What an operation answers, each list sorted by status.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub(super) successes: Vec<Response>,
    pub(super) failures: Vec<Response>,
    pub(super) alternatives: Vec<Content>,
}

impl Lowering<'_> {
    /// The answers that mean success and those that mean failure.
    ///
    /// `default` stands for success only where nothing else does.
    pub(super) fn responses(&mut self, operation: &Place, route: &str, named: &[String]) -> Answers {
        let members = self.description.members(&operation.child("responses"));
        let members: Vec<_> = members.map(|(key, place)| (key.to_owned(), place)).collect();
        let mut successes = Vec::new();
        let mut failures = Vec::new();
        let mut alternatives = Vec::new();
        for (key, place) in members.into_iter().filter(|(key, _)| !key.starts_with("x-")) {
            let Some(status) = status(&key) else {
                let message = format!("`{key}` is no status, so the response is left out");
                self.report
                    .push(Diagnostic::new(Code::BAD_STATUS, message).at(place).operation(route));
                continue;
            };
            let Some((response, others)) = self.response(status, &place, operation, route, named) else {
                continue;
            };
            match status {
                Status::Code(200..=299) | Status::Range(2) => {
                    successes.push(response);
                    alternatives.extend(others);
                }
                Status::Code(400..) | Status::Range(4..) | Status::Default => failures.push(response),
                // Redirects are followed or refused by the runtime, and 1xx never reaches a client's user.
                Status::Code(_) | Status::Range(_) => {}
            }
        }
        successes.sort_by_key(|response| response.status);
        failures.sort_by_key(|response| response.status);
        if successes.is_empty() {
            successes.extend(
                failures
                    .iter()
                    .find(|response| response.status == Status::Default)
                    .cloned(),
            );
        }
        Answers {
            alternatives: one_of_each_kind(alternatives, &successes),
            successes,
            failures,
        }
    }

    /// A response, and what it holds in other media types.
    fn response(
        &mut self,
        status: Status,
        place: &Place,
        operation: &Place,
        route: &str,
        named: &[String],
    ) -> Option<(Response, Vec<Content>)> {
        let target = self.description.follow(place);
        let piece = target.and_then(|target| Ok((self.description.response(&target, &mut self.report)?, target)));
        match piece {
            Ok((piece, target)) => {
                let has_links = self.headers(&target);
                let offered = self.description.response_content(operation, &target);
                let (content, others) = self.answered(offered, route, named);
                let description = Some(piece.description).filter(|description| !description.trim().is_empty());
                let response = Response {
                    status,
                    description: self.repeated_text(description),
                    content,
                    has_links,
                    place: target,
                };
                Some((response, others))
            }
            Err(error) => {
                let warning = error.diagnostic("the response", &format!("`{status}` of `{route}` is left out"));
                self.report.push(warning.operation(route));
                None
            }
        }
    }

    /// What a response holds in the media type that we like best, and in one of each other kind. Where that says the same by
    /// the same schema, it is of no use, unless it comes piece by piece or is named.
    fn answered(
        &mut self,
        offered: resolve::Content<'_>,
        route: &str,
        named: &[String],
    ) -> (Option<Content>, Vec<Content>) {
        let mut best: Option<(Content, Offer<'_>)> = None;
        let mut others: Vec<Content> = Vec::new();
        let offers = self.ranked(offered, named).into_iter();
        let mut offers: Vec<_> = offers.map(|(media_type, offer)| (read_as(media_type), offer)).collect();
        // What is there as a whole comes before what comes piece by piece, which has to be asked for.
        offers.sort_by_key(|(media_type, _)| (media_type.is_sequential(), *media_type));
        for (media_type, offer) in offers {
            let Some((content, first)) = &mut best else {
                best = Some((self.content_of(media_type, offer.clone()), offer));
                continue;
            };
            let is_named = is_named(offer.name, named);
            let known = std::iter::once(&mut *content).chain(&mut others);
            // What is named has a method even where the preferred one is of its kind.
            let mut known = known.skip(usize::from(is_named));
            let known = known.find(|other| other.media_type == media_type);
            let says_more = is_named
                || media_type.is_sequential()
                || (media_type != MediaType::Xml && !self.are_equal(&first.schema, &offer.schema));
            match known {
                Some(known) if media_type == MediaType::Bytes => known.also.push(offer.name.to_owned()),
                None if says_more => {
                    let other = self.content_of(media_type, offer);
                    others.push(other);
                }
                _ => {
                    let used = first.name;
                    self.not_used(&offer, used, route, true);
                }
            }
        }
        (best.map(|(content, _)| content), others)
    }

    /// Whether the schemas at two places are written alike.
    fn are_equal(&mut self, one: &Place, other: &Place) -> bool {
        let description = self.description;
        *self
            .equal_schemas
            .entry((one.clone(), other.clone()))
            .or_insert_with(|| description.node(one) == description.node(other))
    }
}

/// How an answer is read: nobody reads its parts, so they are bytes, and a form is text.
fn read_as(media_type: MediaType) -> MediaType {
    match media_type {
        MediaType::Multipart => MediaType::Bytes,
        MediaType::Form => MediaType::Text,
        other => other,
    }
}

/// One content of each kind. Where the answers differ by status, what comes piece by piece is had as such only by itself, so
/// it is an alternative as well.
fn one_of_each_kind(mut found: Vec<Content>, successes: &[Response]) -> Vec<Content> {
    let contents = || successes.iter().filter_map(|response| response.content.as_ref());
    let differ = contents().any(|content| contents().any(|other| other.media_type != content.media_type));
    if differ {
        let pieces =
            contents().filter(|content| content.media_type.is_sequential() || content.media_type == MediaType::Bytes);
        found.extend(pieces.cloned());
    }
    found.sort_by_key(|content| content.media_type);
    found.dedup_by_key(|content| content.media_type);
    found
}

/// The status that a key of a responses object means (OpenAPI 3.0.4, section 4.7.16).
fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    let digits = key.as_bytes();
    match digits {
        [digit @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(digit - b'0')),
        [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Status::Code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, status};

    #[test]
    fn statuses_are_codes_ranges_and_default() {
        assert_eq!(status("404"), Some(Status::Code(404)));
        assert_eq!(status("4XX"), Some(Status::Range(4)));
        assert_eq!(status("5xx"), Some(Status::Range(5)));
        assert_eq!(status("default"), Some(Status::Default));
        assert_eq!(status("20"), None);
        assert_eq!(status("ok"), None);
    }
}

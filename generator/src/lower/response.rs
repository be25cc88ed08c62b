//! Responses, divided into those that mean success and those that mean failure.

use super::Lowering;
use super::content::is_readable;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Response, Status};
use crate::source::Place;

impl Lowering<'_> {
    /// The answers that mean success and those that mean failure, each sorted by status.
    ///
    /// `default` stands for success only where nothing else does.
    pub(super) fn responses(&mut self, operation: &Place, route: &str) -> (Vec<Response>, Vec<Response>) {
        let members = self.description.members(&operation.child("responses"));
        let members: Vec<_> = members.map(|(key, place)| (key.to_owned(), place)).collect();
        let mut successes = Vec::new();
        let mut failures = Vec::new();
        for (key, place) in members.into_iter().filter(|(key, _)| !key.starts_with("x-")) {
            let Some(status) = status(&key) else {
                let message = format!("`{key}` is no status, so the response is left out");
                self.report
                    .push(Diagnostic::new(Code::BAD_STATUS, message).at(place).operation(route));
                continue;
            };
            let Some(response) = self.response(status, &place, operation, route) else {
                continue;
            };
            match status {
                Status::Code(200..=299) | Status::Range(2) => successes.push(response),
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
        (successes, failures)
    }

    fn response(&mut self, status: Status, place: &Place, operation: &Place, route: &str) -> Option<Response> {
        let target = self.description.follow(place);
        let piece = target.and_then(|target| Ok((self.description.response(&target, self.report)?, target)));
        match piece {
            Ok((piece, target)) => Some(Response {
                status,
                description: self
                    .repeated_text(Some(piece.description).filter(|description| !description.trim().is_empty())),
                content: self.content(self.description.response_content(operation, &target), is_readable),
                place: target,
            }),
            Err(error) => {
                let warning = error.diagnostic("the response", &format!("`{status}` of `{route}` is left out"));
                self.report.push(warning.operation(route));
                None
            }
        }
    }
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

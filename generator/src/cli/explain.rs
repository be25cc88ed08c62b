//! `oasmith explain`

use std::fmt::Write as _;

use oasmith::Severity;
use oasmith::diagnostic::Code;

use super::outcome::{Outcome, Status};

pub(super) fn run(code: Option<&str>) -> Outcome {
    let mut result = String::new();
    let asked = |known: &&Code| code.is_none_or(|code| known.to_string().eq_ignore_ascii_case(code));
    for code in Code::ALL.iter().filter(asked) {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(result, "{code}  {severity:<7}  {}", code.title());
    }
    if result.is_empty() {
        let findings = "there is no such code; `oasmith explain` lists all of them\n".to_owned();
        return Outcome {
            findings,
            status: Status::Refused,
            ..Outcome::default()
        };
    }
    Outcome::done(result)
}

//! `oasmith explain`

use std::fmt::Write as _;

use oasmith::Severity;
use oasmith::diagnostic::Code;

use super::outcome::{Outcome, Status};

pub(super) fn run(code: Option<&str>) -> Outcome {
    let Some(asked) = code else {
        return Outcome::done(list());
    };
    let known = Code::ALL
        .iter()
        .find(|code| code.to_string().eq_ignore_ascii_case(asked));
    match known {
        Some(code) => Outcome::done(code.page().to_owned()),
        None => Outcome {
            findings: format!("there is no code `{asked}`; `oasmith explain` lists all of them\n"),
            status: Status::Refused,
            ..Outcome::default()
        },
    }
}

/// A line for each code.
fn list() -> String {
    let mut list = String::new();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{code}  {severity:<7}  {}", code.title());
    }
    list
}

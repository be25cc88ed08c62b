//! The results as Markdown.

use std::fmt::Write as _;

use super::Proof;
use super::exceptions::Exceptions;
use super::node::Server;
use super::program::Outcome;

/// All results: a row for each description, and one for each exception.
pub fn markdown(proofs: &[Proof], exceptions: &Exceptions) -> String {
    let mut text =
        "| description | calls | accepted by Prism | answers read | accepted by express-openapi-validator |\n\
                    |---|--:|--:|--:|--:|\n"
            .to_owned();
    for proof in proofs {
        let count = |server: Server, counts: fn(&Outcome) -> bool| {
            let outcomes = proof.outcomes.iter().find(|(other, _)| *other == server);
            outcomes.map_or(0, |(_, outcomes)| {
                outcomes.iter().filter(|outcome| counts(outcome)).count()
            })
        };
        let is_accepted = |outcome: &Outcome| !matches!(outcome, Outcome::Refused(_));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            proof.caller.name,
            proof.caller.calls.len(),
            count(Server::Prism, is_accepted),
            count(Server::Prism, |outcome| *outcome == Outcome::Fine),
            count(Server::Validator, is_accepted),
        );
    }
    text += "\n| exception | operation | server | what is said | why |\n|---|---|---|---|---|\n";
    for proof in proofs {
        for (server, outcomes) in &proof.outcomes {
            for (call, outcome) in proof.caller.calls.iter().zip(outcomes) {
                let (Outcome::Unread(message) | Outcome::Refused(message)) = outcome else {
                    continue;
                };
                let exception = exceptions.of(&proof.caller.name, *server, &call.operation, outcome);
                let (said, why) = match exception {
                    Some(exception) => (exception.says.as_str(), exception.why.trim()),
                    None => (message.as_str(), "**not explained**"),
                };
                let _ = writeln!(
                    text,
                    "| {} | `{}` | {} | {} | {why} |",
                    proof.caller.name,
                    call.operation,
                    server.name(),
                    cell(said),
                );
            }
        }
    }
    text
}

/// A message in a cell of a table: short, and nothing in it is Markdown.
fn cell(message: &str) -> String {
    let short: String = message.chars().take(300).collect();
    format!("`{}`", short.replace('`', "'").replace('|', "\\|"))
}

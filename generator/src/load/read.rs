//! Bytes to text.

use std::fs::File;
use std::io::{self, Read};

use super::Input;
use super::budget::{Allowance, Limit};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::{FileId, Sources};

/// Reads the text of a file or of standard input; `None` when that is not possible, and then the report says why.
///
/// Text that `sources` holds already is not read again.
pub fn read(sources: &mut Sources, input: &Input, report: &mut Report) -> Option<FileId> {
    read_at_most(Allowance::default().bytes(), sources, input, report)
}

/// Reads the text of a file that has at most so many bytes, see [`read`].
pub(super) fn read_at_most(most: u64, sources: &mut Sources, input: &Input, report: &mut Report) -> Option<FileId> {
    if let Some(file) = sources.find(input.path()) {
        return Some(file);
    }
    let text = bytes(most, input)
        .map_err(|error| Box::new(refusal(input, &error)))
        .and_then(|bytes| text(most, input, bytes));
    match text {
        Ok(text) => Some(sources.add(input.path(), text)),
        Err(diagnostic) => {
            report.push(*diagnostic);
            None
        }
    }
}

/// At most one byte more than is allowed.
fn bytes(most: u64, input: &Input) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match input {
        Input::File(path) => File::open(path)?.take(most + 1).read_to_end(&mut bytes)?,
        Input::Stdin => io::stdin().lock().take(most + 1).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

fn refusal(input: &Input, error: &io::Error) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UNREADABLE, format!("cannot read `{input}`: {error}"));
    match error.kind() {
        io::ErrorKind::NotFound if input.path().ends_with("oasmith.toml") => {
            diagnostic.help("name a description, or write a first oasmith.toml with `oasmith init SPEC`")
        }
        io::ErrorKind::NotFound => diagnostic.help("check the path; it is taken from the current folder"),
        io::ErrorKind::IsADirectory => diagnostic.help("name a file in this folder"),
        _ => diagnostic,
    }
}

fn text(most: u64, input: &Input, mut bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if bytes.len() as u64 > most {
        let message = format!("cannot read `{input}`: {}", Limit::Bytes);
        return Err(Box::new(Diagnostic::new(Code::OVER_BUDGET, message)));
    }
    if is_utf16(&bytes) {
        let message = format!("`{input}` is UTF-16 text, and descriptions are UTF-8");
        return Err(Box::new(
            Diagnostic::new(Code::NOT_UTF8, message).help("save the file as UTF-8"),
        ));
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
        let message = format!("`{input}` is not UTF-8 text: line {line} holds other bytes");
        Box::new(Diagnostic::new(Code::NOT_UTF8, message).help("save the file as UTF-8"))
    })
}

/// A byte order mark tells, and so does a zero byte beside the first character, which YAML and JSON take from ASCII.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || matches!(bytes, [0, char, ..] | [char, 0, ..] if char.is_ascii() && *char != 0)
}

//! What a document says that has no effect.

use crate::diagnostic::position::{self, Keys};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::source::{FileId, Place, Pointer};

/// Warns of keys that stand twice in one object, and shows both places.
pub(super) fn duplicates(file: FileId, text: &str, duplicates: &[Pointer], report: &mut Report) {
    if duplicates.is_empty() {
        return;
    }
    let positions = position::find(text, duplicates, Keys::MayRepeat);
    for pointer in duplicates {
        let key = pointer.tokens().pop().unwrap_or_default();
        let mut diagnostic = Diagnostic::new(
            Code::DUPLICATE_KEY,
            format!("the key `{key}` stands twice in one object"),
        )
        .at(Place {
            file,
            pointer: pointer.clone(),
        })
        .label("this one counts")
        .help("remove one of them");
        if let [first, .., _] = positions.all(pointer) {
            diagnostic = diagnostic.related(Location::Span(file, first.clone()), "this one is lost");
        }
        report.push(diagnostic);
    }
}

/// Warns of a file with more than one document, and shows where the second one begins.
pub(super) fn several_documents(file: FileId, text: &str, report: &mut Report) {
    let location = match second_document(text) {
        Some(start) => Location::Span(file, start..start + 3),
        None => Place::root(file).into(),
    };
    let diagnostic = Diagnostic::new(Code::SEVERAL_DOCUMENTS, "the file holds more than one YAML document")
        .at(location)
        .label("from here on nothing is read")
        .help("keep each description in a file of its own");
    report.push(diagnostic);
}

/// The `---` that ends the first document. At the start of a line it means nothing else, not even in a block of text.
fn second_document(text: &str) -> Option<usize> {
    let mut start = 0;
    let mut in_first = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with("---") && in_first {
            return Some(start);
        }
        let is_content = !line.trim().is_empty() && !line.starts_with(['#', '%']);
        in_first |= is_content;
        start += line.len();
    }
    None
}

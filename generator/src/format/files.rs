//! Every file of a crate.

use std::path::Path;

use super::{header, rust};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::emit::{Content, Emitted};
use crate::write::File;

/// Makes text of every file and puts the header before it; `None`, with an error, where emitted code is not Rust.
pub fn format(files: Vec<Emitted>, report: &mut Report) -> Option<Vec<File>> {
    let texts = files.into_iter().map(|file| text(file, report));
    texts.collect::<Vec<_>>().into_iter().collect()
}

fn text(file: Emitted, report: &mut Report) -> Option<File> {
    let text = match file.content {
        Content::Text(text) => text,
        Content::Rust(tokens) => match rust(tokens) {
            Ok(text) => text,
            Err(error) => {
                let message = format!("the code for `{}` is not Rust: {error}", file.path);
                let help = "this is a fault of oasmith; please report it with the description";
                report.push(Diagnostic::new(Code::NOT_RUST, message).help(help));
                return None;
            }
        },
    };
    let header = header(Path::new(&file.path));
    Some(File {
        text: format!("{header}\n\n{text}"),
        path: file.path,
    })
}

//! Every file of a crate.

use std::path::Path;

use super::{header, rust};
use crate::diagnostic::{Code, Diagnostic};
use crate::emit::{Content, Emitted};
use crate::write::File;

/// Makes text of a file and puts the header before it.
///
/// # Errors
///
/// Where emitted code is not Rust.
pub fn format(file: Emitted) -> Result<File, Box<Diagnostic>> {
    let text = match file.content {
        Content::Text(text) => text,
        Content::Rust(tokens) => rust(tokens).map_err(|error| Box::new(not_rust(&file.path, &error)))?,
    };
    let header = header(Path::new(&file.path));
    Ok(File {
        text: format!("{header}\n\n{text}"),
        path: file.path,
    })
}

fn not_rust(path: &str, error: &syn::Error) -> Diagnostic {
    Diagnostic::new(Code::NOT_RUST, format!("the code for `{path}` is not Rust: {error}"))
        .help("this is a fault of oasmith; please report it with the description")
}

//! Model and names to the files of the crate.
//!
//! One file here for each kind of emitted thing: what you saw in the output, you find by its name. Emitters decide nothing
//! that `names` or the model could have decided, and they open no files. `emit` never reads the description.

mod alias;
mod api;
mod body;
mod client;
mod context;
mod docs;
mod enumeration;
mod example;
mod failure;
mod input;
mod manifest;
mod markdown;
mod models;
mod object;
mod operation;
mod output;
mod outside;
mod page;
mod parameter;
mod part;
mod prose;
mod readme;
mod request;
mod resource;
mod root;
mod runtime;
mod size;
mod ty;
mod union;

use proc_macro2::TokenStream;

use crate::config;
use crate::model::Api;
use crate::names::Names;

use context::Context;
pub use outside::Outside;

/// A file of the crate before it is text.
#[derive(Clone, Debug)]
pub struct Emitted {
    /// The path below the folder of the crate, with `/`.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// The items of a Rust file.
    Rust(TokenStream),
    /// Text that is complete but for the header.
    Text(String),
}

/// Every file of the crate for some APIs, sorted by path.
pub fn emit(package: &config::Package, apis: &[(Api, Names)]) -> Vec<Emitted> {
    let contexts: Vec<Context<'_>> = apis
        .iter()
        .map(|(api, names)| Context { package, api, names })
        .collect();
    let parts = part::needed(apis);
    let mut files = vec![
        text("Cargo.toml", manifest::manifest(package, &contexts, &parts)),
        text("README.md", readme::readme(package, &contexts)),
        text("rustfmt.toml", "disable_all_formatting = true\n".to_owned()),
    ];
    files.extend(root::files(package, &contexts, &parts));
    for context in &contexts {
        files.extend(api::files(context));
        files.extend(models::files(context));
    }
    files.extend(page::files(&contexts));
    files.extend(runtime::files(&parts));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn text(path: &str, text: String) -> Emitted {
    Emitted {
        path: path.to_owned(),
        content: Content::Text(text),
    }
}

fn rust(path: String, tokens: TokenStream) -> Emitted {
    Emitted {
        path,
        content: Content::Rust(tokens),
    }
}

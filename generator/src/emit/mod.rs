//! Model and names to the files of the crate.
//!
//! One file here for each kind of emitted thing: what you saw in the output, you find by its name. Emitters decide nothing
//! that `names` or the model could have decided, and they open no files. `emit` never reads the description.

mod alias;
mod api;
mod body;
mod client;
mod constraints;
mod context;
mod depth;
mod docs;
mod enumeration;
mod example;
mod failure;
mod headers;
mod input;
mod manifest;
mod markdown;
mod mention;
mod models;
mod object;
mod operation;
mod output;
mod outside;
mod page;
mod pagination;
mod parameter;
mod part;
mod prose;
mod readme;
mod request;
mod resource;
mod root;
mod runtime;
mod schema_docs;
mod size;
mod ty;
mod union;
mod webhooks;
mod xml;

use proc_macro2::TokenStream;
use rayon::prelude::*;

use crate::config;
use crate::model::Api;
use crate::names::Names;

use context::Context;
pub use outside::Outside;
use part::Parts;

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

/// What makes one file, independent of all others.
type Task<'a> = Box<dyn FnOnce() -> Emitted + Send + 'a>;

/// Every file of the crate for some APIs, each handed to `finish` on the thread that made it: tokens cannot leave theirs.
///
/// The results are in no particular order, but always in the same.
pub fn emit<T: Send>(
    package: &config::Package,
    apis: &[(Api, Names)],
    finish: impl Fn(Emitted) -> T + Send + Sync,
) -> Vec<T> {
    let contexts = contexts(package, apis);
    let parts = part::needed(&contexts);
    let tasks = tasks(package, &contexts, &parts);
    tasks.into_par_iter().map(|task| finish(task())).collect()
}

/// The same on one thread, before anything is done with the tokens.
pub fn on_this_thread(package: &config::Package, apis: &[(Api, Names)]) -> Vec<Emitted> {
    let contexts = contexts(package, apis);
    let parts = part::needed(&contexts);
    let tasks = tasks(package, &contexts, &parts);
    tasks.into_iter().map(|task| task()).collect()
}

fn contexts<'a>(package: &'a config::Package, apis: &'a [(Api, Names)]) -> Vec<Context<'a>> {
    let apis = apis.iter();
    apis.map(|(api, names)| Context { package, api, names }).collect()
}

fn tasks<'a>(package: &'a config::Package, contexts: &'a [Context<'a>], parts: &'a Parts) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'a>> = vec![
        Box::new(|| text("Cargo.toml", manifest::manifest(package, contexts, parts))),
        Box::new(|| text("README.md", readme::readme(package, contexts, parts))),
        Box::new(|| text("rustfmt.toml", "disable_all_formatting = true\n".to_owned())),
        Box::new(|| root::file(package, contexts, parts)),
    ];
    for context in contexts {
        tasks.extend(api::tasks(context));
        tasks.extend(models::tasks(context));
    }
    tasks.extend(page::tasks(contexts));
    tasks.extend(runtime::tasks(parts));
    tasks
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

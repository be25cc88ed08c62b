//! The stages one at a time, for `benches/stages.rs`. Everybody else calls [`generate`](crate::generate).
//!
//! What the stages hand on is closed, and no promise is made of these functions. Of a configuration they look at the first
//! description.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report};
use crate::source::Sources;
use crate::write::File;
use crate::{emit, format, load, lower, model, names, passes, resolve};

/// What `load` and `overlay` make.
pub struct Documents(load::Documents);

/// What `lower` makes.
#[derive(Clone)]
pub struct Model(model::Api);

/// The model with what `names` make.
pub struct Named([(model::Api, names::Names); 1]);

/// What `emit` makes.
#[derive(Clone)]
pub struct Items(Vec<emit::Emitted>);

/// `load` and `overlay`
#[must_use]
pub fn load(config: &Config, sources: &mut Sources) -> Option<Documents> {
    let (documents, _) = crate::read(config.apis.first()?, sources, &mut Report::default())?;
    Some(Documents(documents))
}

/// `resolve` and `lower`, which asks it for every piece.
#[must_use]
pub fn lower(documents: &Documents, config: &Config) -> Option<Model> {
    let description = resolve::resolve(&documents.0, &mut Report::default())?;
    lower::lower(&description, config.apis.first()?, &mut Report::default()).map(Model)
}

/// `passes`
#[must_use]
pub fn passes(mut model: Model) -> Model {
    passes::run(&mut model.0, &mut Report::default());
    model
}

/// `names`
#[must_use]
pub fn names(model: Model, config: &Config) -> Option<Named> {
    let names = names::decide(&model.0, config.apis.first()?, &mut Report::default());
    Some(Named([(model.0, names)]))
}

/// `emit`, on this thread.
#[must_use]
pub fn emit(named: &Named, config: &Config) -> Items {
    Items(emit::on_this_thread(&config.package, &named.0))
}

/// `format`
///
/// # Errors
///
/// If tokens are not the items of a file, which would be a mistake of the emitter.
pub fn format(items: Items) -> Result<Vec<File>, Box<Diagnostic>> {
    items.0.into_iter().map(format::format).collect()
}

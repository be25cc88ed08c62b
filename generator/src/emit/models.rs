//! The files of `models/`: one for each component, and one for each operation that declares types inline.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::{Emitted, Task, rust};
use crate::model::{Kind, SchemaId};
use crate::names::{Ident, TypeName};

pub(super) fn tasks<'a>(context: &'a Context<'a>) -> Vec<Task<'a>> {
    let modules = modules(context);
    if modules.is_empty() {
        return Vec::new();
    }
    let names: Vec<&Ident> = modules.keys().copied().collect();
    let mut tasks: Vec<Task<'a>> = vec![Box::new(move || index(context, &names))];
    for (module, types) in modules {
        tasks.push(Box::new(move || file(context, module, &types)));
    }
    tasks
}

fn file(context: &Context<'_>, module: &Ident, types: &[(&TypeName, SchemaId)]) -> Emitted {
    let items = types.iter().map(|(_, id)| context.model(*id));
    let uses = types.iter().any(|(_, id)| context.uses_runtime(*id)).then(|| {
        quote!(
            use crate::runtime;
        )
    });
    rust(
        format!("{}models/{module}.rs", context.folder()),
        quote!(#uses #(#items)*),
    )
}

/// The types of each module: the one that gives it its name first, then the others by name.
type Modules<'a> = BTreeMap<&'a Ident, Vec<(&'a TypeName, SchemaId)>>;

fn modules<'a>(context: &Context<'a>) -> Modules<'a> {
    let mut modules: Modules<'a> = BTreeMap::new();
    for (id, name) in &context.names.types {
        modules.entry(&name.module).or_default().push((name, *id));
    }
    for types in modules.values_mut() {
        let place = |id: SchemaId| &context.api.schemas[id].place.pointer;
        types.sort_by_key(|(name, id)| (place(*id).depth(), &name.ident));
    }
    modules
}

fn index(context: &Context<'_>, modules: &[&Ident]) -> Emitted {
    let doc = format!(
        " {}",
        super::prose::line(&format!("The types of {}.", context.api.title))
    );
    let tokens = quote! {
        #![doc = #doc]
        #(mod #modules;)*
        #(pub use #modules::*;)*
    };
    rust(format!("{}models/mod.rs", context.folder()), tokens)
}

impl Context<'_> {
    /// The items of one named schema.
    fn model(&self, id: SchemaId) -> TokenStream {
        match &self.api.schemas[id].kind {
            Kind::Object(object) => self.object(id, object),
            Kind::Enumeration(enumeration) => self.enumeration(id, enumeration),
            Kind::Union(union) => self.union(id, union),
            _ => self.alias(id),
        }
    }

    fn uses_runtime(&self, id: SchemaId) -> bool {
        matches!(
            self.api.schemas[id].kind,
            Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_)
        )
    }
}

//! The files of `models/`: one for each component, and one for each operation that declares types inline.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::{Emitted, rust};
use crate::model::{Kind, SchemaId};
use crate::names::{Ident, TypeName};

pub(super) fn files(context: &Context<'_>) -> Vec<Emitted> {
    let folder = format!("{}models/", context.folder());
    let modules = modules(context);
    if modules.is_empty() {
        return Vec::new();
    }
    let mut files = vec![rust(format!("{folder}mod.rs"), index(context, &modules))];
    for (module, types) in &modules {
        let items: Vec<TokenStream> = types.iter().map(|(_, id)| context.model(*id)).collect();
        let uses = types.iter().any(|(_, id)| context.uses_runtime(*id)).then(|| {
            quote!(
                use crate::runtime;
            )
        });
        files.push(rust(format!("{folder}{module}.rs"), quote!(#uses #(#items)*)));
    }
    files
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
        types.sort_by_key(|(name, id)| (place(*id).tokens().len(), &name.ident));
    }
    modules
}

fn index(context: &Context<'_>, modules: &Modules<'_>) -> TokenStream {
    let doc = format!(" The types of {}.", super::prose::plain(&context.api.title));
    let mods = modules.keys().map(|module| quote!(mod #module;));
    let uses = modules.iter().flat_map(|(module, types)| {
        types.iter().flat_map(move |(name, id)| {
            let ident = &name.ident;
            let required = context.has_required_struct(*id).then_some(&name.required);
            let required = required.map(|required| quote!(pub use #module::#required;));
            [Some(quote!(pub use #module::#ident;)), required].into_iter().flatten()
        })
    });
    quote! {
        #![doc = #doc]
        #(#mods)*
        #(#uses)*
    }
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

//! How deep types hold each other, which the compiler has a limit for.

use foldhash::HashMap;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::Context;
use crate::model::{SchemaId, Schemas};

/// What the compiler allows where nobody says otherwise (The Rust Reference, "Limits").
const DEFAULT: usize = 128;

/// The attribute of a crate whose types hold each other deeper than the compiler follows them by itself: a legal ring of 500
/// objects is more than it takes.
pub(super) fn recursion_limit(contexts: &[Context<'_>]) -> Option<TokenStream> {
    let depths = contexts.iter().map(|context| depth(&context.api.schemas));
    // Each object is a step, and an `Option` or a pointer around it another. A power of two seldom changes.
    let needed = 2 * depths.max().unwrap_or(0) + DEFAULT;
    (needed > 2 * DEFAULT).then(|| {
        let limit = Literal::usize_unsuffixed(needed.next_power_of_two());
        let limit = limit.to_string();
        quote!(#![recursion_limit = #limit])
    })
}

/// The longest way from a schema through those that it holds, as far as a search finds it that sees each of them once.
fn depth(schemas: &Schemas) -> usize {
    let mut starts: Vec<SchemaId> = schemas.ids().collect();
    starts.sort_by(|a, b| schemas[*a].place.cmp(&schemas[*b].place));
    let mut depths: HashMap<SchemaId, usize> = HashMap::default();
    for start in starts {
        search(schemas, start, &mut depths);
    }
    depths.into_values().max().unwrap_or(0)
}

/// A depth-first search with a stack of its own. A schema that is still open counts as nothing: there a circle closes.
fn search(schemas: &Schemas, start: SchemaId, depths: &mut HashMap<SchemaId, usize>) {
    if depths.contains_key(&start) {
        return;
    }
    depths.insert(start, 0);
    let mut stack = vec![(start, schemas[start].kind.schemas())];
    while let Some((id, children)) = stack.last_mut() {
        let id = *id;
        let Some(child) = children.pop() else {
            stack.pop();
            if let Some((parent, _)) = stack.last() {
                let through = depths[&id] + 1;
                depths.entry(*parent).and_modify(|depth| *depth = through.max(*depth));
            }
            continue;
        };
        match depths.get(&child) {
            Some(known) => {
                let through = known + 1;
                depths.entry(id).and_modify(|depth| *depth = through.max(*depth));
            }
            None => {
                depths.insert(child, 0);
                stack.push((child, schemas[child].kind.schemas()));
            }
        }
    }
}

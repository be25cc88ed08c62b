//! What a crate is made of: how many items, members and attributes of each kind.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Field, ImplItem, Item, Macro, Meta, Signature, Variant};

use crate::support::Files;

/// How many there are of each kind.
#[derive(Default)]
pub(super) struct Census(BTreeMap<String, usize>);

/// The census of a crate; its runtime is the same text in every crate and is left out.
pub(super) fn census(files: &Files) -> Census {
    let mut census = Census::default();
    let mut modules = 0;
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("src/runtime/")) {
        let kind = path.rsplit('.').next().unwrap_or_default();
        assert!(["md", "rs", "toml"].contains(&kind), "{path}");
        if kind == "rs" {
            let mut file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
            census.visit_file_mut(&mut file);
            modules += 1;
        }
    }
    // How many modules there are depends on how many names are alike. The module of the runtime stands for the root.
    assert_eq!(
        census.0.remove("mod"),
        Some(modules),
        "each module is a file, and each file a module"
    );
    for (table, entries) in files["Cargo.toml"].parse::<toml::Table>().unwrap() {
        for entry in entries.as_table().into_iter().flatten() {
            census.count(format!("{table}.{}", entry.0));
        }
    }
    census
}

/// The kinds that there are at all.
pub(super) fn words(files: &Files) -> BTreeSet<String> {
    let kinds = census(files).0.into_keys();
    kinds.filter(|kind| !kind.starts_with("fn of")).collect()
}

impl Census {
    /// What the other one has more of, or less.
    pub(super) fn differences(&self, other: &Self) -> Vec<String> {
        let kinds: BTreeSet<&String> = self.0.keys().chain(other.0.keys()).collect();
        let times = |census: &Self, kind: &String| census.0.get(kind).copied().unwrap_or_default();
        let differ = kinds.into_iter().filter(|kind| times(self, kind) != times(other, kind));
        differ
            .map(|kind| format!("{} {kind} and not {}", times(other, kind), times(self, kind)))
            .collect()
    }

    fn count(&mut self, kind: impl Into<String>) {
        *self.0.entry(kind.into()).or_default() += 1;
    }
}

impl VisitMut for Census {
    fn visit_item_mut(&mut self, item: &mut Item) {
        self.count(match item {
            Item::Const(_) => "const",
            Item::Enum(_) => "enum",
            Item::Fn(_) => "fn",
            Item::Impl(_) => "impl",
            Item::Macro(_) => "macro",
            Item::Mod(module) if module.content.is_none() => "mod",
            Item::Mod(_) => "mod with items",
            Item::Static(_) => "static",
            Item::Struct(_) => "struct",
            Item::Type(_) => "type",
            Item::Use(_) => return,
            _ => "item of another kind",
        });
        visit_mut::visit_item_mut(self, item);
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        self.count("item of an impl");
        visit_mut::visit_impl_item_mut(self, item);
    }

    fn visit_field_mut(&mut self, field: &mut Field) {
        self.count("field");
        visit_mut::visit_field_mut(self, field);
    }

    fn visit_variant_mut(&mut self, variant: &mut Variant) {
        self.count("variant");
        visit_mut::visit_variant_mut(self, variant);
    }

    fn visit_signature_mut(&mut self, signature: &mut Signature) {
        self.count(format!("fn of {} inputs", signature.inputs.len()));
        visit_mut::visit_signature_mut(self, signature);
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        self.count(format!("{}!", call.path.to_token_stream()));
    }

    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        let name = attribute.path().to_token_stream().to_string();
        match &attribute.meta {
            // Documentation is as long as the text, and the raw operation id is no alias where it is the name already.
            Meta::NameValue(_) if name == "doc" => {}
            Meta::List(list) if name == "doc" && list.tokens.to_string().starts_with("alias") => {}
            _ => self.count(format!("#[{name}]")),
        }
    }
}

//! Empty lines between items.
//!
//! Short lines of one kind stay together, as long as none of them has docs: `use`, `mod`, constants, statics, types, calls of
//! macros, and also a `mod` with a `use` of what is in it.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, TraitItem, UseTree};

use super::mark;

/// Asks for an empty line between the items of a module.
fn separate_items(items: &mut [Item]) {
    let mut former = Line::default();
    for (index, item) in items.iter_mut().enumerate() {
        let line = item_line(item, &former);
        let is_close = line.is_close_to(&former);
        if let Some(attributes) = item_attributes(item).filter(|_| index > 0 && !is_close) {
            mark::empty_line(attributes);
        }
        former = line;
        separate_inside(item);
    }
}

/// Asks for an empty line between the items of a module, impl or trait.
pub(super) fn separate_inside(item: &mut Item) {
    match item {
        Item::Mod(module) => {
            if let Some((_, items)) = &mut module.content {
                separate_items(items);
            }
        }
        Item::Impl(block) => separate_members(&mut block.items, impl_line, impl_attributes),
        Item::Trait(block) => separate_members(&mut block.items, trait_line, trait_attributes),
        _ => {}
    }
}

fn separate_members<Member>(
    members: &mut [Member],
    line: fn(&Member) -> Line,
    attributes: fn(&mut Member) -> Option<&mut Vec<Attribute>>,
) {
    let mut former = Line::default();
    for (index, member) in members.iter_mut().enumerate() {
        let line = line(member);
        let is_close = line.is_close_to(&former);
        if let Some(attributes) = attributes(member).filter(|_| index > 0 && !is_close) {
            mark::empty_line(attributes);
        }
        former = line;
    }
}

/// What has to be known of an item to say whether the next one stands close to it.
#[derive(Default, PartialEq, Eq)]
pub(super) enum Line {
    Use,
    Module(String),
    /// A `use` of what is in the module just before it.
    UseOf(String),
    Const,
    Static,
    Type,
    /// The call of a macro of the runtime that is no table.
    Call,
    /// What has docs or does not fit on a line.
    #[default]
    Other,
}

impl Line {
    /// A `use` that goes through a module first, `self` left aside.
    pub(super) fn of_use(module: &Ident, former: &Self) -> Self {
        match former {
            Self::Module(former) | Self::UseOf(former) if module == former => Self::UseOf(former.clone()),
            _ => Self::Use,
        }
    }

    /// Whether a line follows another without an empty one between them.
    pub(super) fn is_close_to(&self, former: &Self) -> bool {
        match (former, self) {
            (_, Self::Other) => false,
            (Self::Module(_) | Self::UseOf(_), Self::Module(_)) => true,
            (Self::Module(module) | Self::UseOf(module), Self::UseOf(of)) => module == of,
            (former, line) => former == line,
        }
    }
}

/// Which line an item is.
pub(super) fn item_line(item: &Item, former: &Line) -> Line {
    let line = match item {
        Item::Use(item) if !has_docs(&item.attrs) => {
            let module = first_module(&item.tree);
            return module.map_or(Line::Use, |module| Line::of_use(module, former));
        }
        Item::Mod(item) if item.content.is_none() && !has_docs(&item.attrs) => {
            Some(Line::Module(item.ident.to_string()))
        }
        Item::Const(item) => short(&item.attrs, item).then_some(Line::Const),
        Item::Static(item) => short(&item.attrs, item).then_some(Line::Static),
        Item::Type(item) => short(&item.attrs, item).then_some(Line::Type),
        _ => None,
    };
    line.unwrap_or_default()
}

fn impl_line(item: &ImplItem) -> Line {
    let line = match item {
        ImplItem::Const(item) => short(&item.attrs, item).then_some(Line::Const),
        ImplItem::Type(item) => short(&item.attrs, item).then_some(Line::Type),
        _ => None,
    };
    line.unwrap_or_default()
}

fn trait_line(item: &TraitItem) -> Line {
    let line = match item {
        TraitItem::Const(item) => short(&item.attrs, item).then_some(Line::Const),
        TraitItem::Type(item) => short(&item.attrs, item).then_some(Line::Type),
        _ => None,
    };
    line.unwrap_or_default()
}

/// Whether an item has no docs and fits on a line. Tokens are counted with a space around each, so this errs on the side
/// of an empty line.
fn short(attributes: &[Attribute], item: &impl ToTokens) -> bool {
    !has_docs(attributes) && item.to_token_stream().to_string().len() <= WIDTH
}

/// What `prettyplease` takes for the width of a page.
const WIDTH: usize = 89;

fn has_docs(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

/// The module that a `use` goes through first.
fn first_module(tree: &UseTree) -> Option<&Ident> {
    match tree {
        UseTree::Path(path) if path.ident == "self" => first_module(&path.tree),
        UseTree::Path(path) => Some(&path.ident),
        _ => None,
    }
}

fn item_attributes(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::ExternCrate(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::ForeignMod(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::TraitAlias(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

fn impl_attributes(item: &mut ImplItem) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        ImplItem::Const(item) => &mut item.attrs,
        ImplItem::Fn(item) => &mut item.attrs,
        ImplItem::Type(item) => &mut item.attrs,
        ImplItem::Macro(item) => &mut item.attrs,
        _ => return None,
    })
}

fn trait_attributes(item: &mut TraitItem) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        TraitItem::Const(item) => &mut item.attrs,
        TraitItem::Fn(item) => &mut item.attrs,
        TraitItem::Type(item) => &mut item.attrs,
        TraitItem::Macro(item) => &mut item.attrs,
        _ => return None,
    })
}

//! What `prettyplease` prints: every item that is not written directly.

use quote::quote;

use super::spacing::{self, Line};
use super::tree::{Tree, tokens};
use super::{fields, mark};

/// Adds an item of a file, or nothing but the attributes of the file itself, and says which line it is.
pub(super) fn push(text: &mut String, trees: &[Tree], former: &Line) -> syn::Result<Line> {
    let mut file: syn::File = syn::parse2(tokens(trees))?;
    let line = file.items.first().map(|item| spacing::item_line(item, former));
    fields::spread(&mut file);
    file.items.iter_mut().for_each(spacing::separate_inside);
    text.push_str(&mark::resolve(&prettyplease::unparse(&file)));
    Ok(line.unwrap_or_default())
}

/// Adds a member of an `impl`, which is printed in one of its own.
pub(super) fn push_member(text: &mut String, trees: &[Tree]) -> syn::Result<()> {
    let member = tokens(trees);
    let mut file: syn::File = syn::parse2(quote!(impl Block { #member }))?;
    fields::spread(&mut file);
    let printed = mark::resolve(&prettyplease::unparse(&file));
    let lines = printed.strip_prefix("impl Block {\n");
    text.push_str(lines.and_then(|lines| lines.strip_suffix("}\n")).unwrap_or_default());
    Ok(())
}

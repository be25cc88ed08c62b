//! Answers in pages.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::Context;
use super::ty::Site;
use crate::model::{Habit, Input, Operation, Pages};
use crate::names::OperationNames;

impl Context<'_> {
    /// The line that gives a request `pages` and `items`.
    pub(super) fn pages(&self, operation: &Operation, names: &OperationNames) -> Option<TokenStream> {
        let pages = operation.pages.as_ref()?;
        let request = &names.request;
        let page = self.answer_ty(operation, names);
        let items = pages.items.as_ref().map(|items| {
            let (pointer, ty) = (items.pointer.as_str(), self.ty_or_null(items.schema, Site::Api));
            quote!(items #pointer as #ty,)
        });
        let habit = habit(pages);
        Some(quote!(runtime::pages!(#request -> #page, #items by #habit);))
    }
}

/// How one page leads to the next, as `pages!` takes it.
fn habit(pages: &Pages) -> TokenStream {
    let number = |first: Option<i64>, usual: i64| Literal::i64_unsuffixed(first.unwrap_or(usual));
    let name = |input: &Input| match input {
        Input::Query(name) => name.clone(),
        Input::Body(pointer) => pointer.to_string(),
    };
    let how = match &pages.habit {
        Habit::Cursor { input, from } => {
            let (name, from) = (name(input), from.as_str());
            quote!(cursor(#name, #from))
        }
        Habit::LastItem { input, from } => {
            let (name, from) = (name(input), from.as_str());
            quote!(last_item(#name, #from))
        }
        Habit::Offset { input, first } => {
            let (name, first) = (name(input), number(*first, 0));
            quote!(offset(#name, #first))
        }
        Habit::Number { input, first } => {
            let (name, first) = (name(input), number(*first, 1));
            quote!(number(#name, #first))
        }
        Habit::Url { from } => {
            let from = from.as_str();
            quote!(url(#from))
        }
        Habit::Link => quote!(link()),
    };
    let in_body = matches!(pages.habit.input(), Some(Input::Body(_))).then(|| quote!(.in_body()));
    let more = pages.more.as_ref().map(|more| {
        let more = more.as_str();
        quote!(.more(#more))
    });
    let total = pages.total.as_ref().map(|total| {
        let total = total.as_str();
        quote!(.total(#total))
    });
    quote!(#how #in_body #more #total)
}

//! What an example does with what comes back.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::context::Context;
use crate::emit::output::Answer;
use crate::model::{Content, MediaType, Operation};

/// What comes of sending a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Send {
    Nothing,
    Value,
    Chunks,
    Events,
    Values,
    Pages,
    Items,
}

impl Send {
    pub(super) fn usual(context: &Context<'_>, operation: &Operation) -> Self {
        match context.answer_of(operation) {
            Answer::Nothing => Self::Nothing,
            Answer::One(content) => Self::of(content),
            Answer::Maybe(..) | Answer::ByStatus => Self::Value,
        }
    }

    pub(super) fn of(content: &Content) -> Self {
        match content.media_type {
            MediaType::EventStream => Self::Events,
            MediaType::JsonLines => Self::Values,
            MediaType::Bytes | MediaType::Multipart => Self::Chunks,
            _ => Self::Value,
        }
    }

    /// The call, and what becomes of its answer.
    pub(super) fn show(self, call: &TokenStream) -> TokenStream {
        match self {
            Self::Nothing => quote!(#call.await?;),
            Self::Value => quote!(let answer = #call.await?; println!("{answer:?}");),
            Self::Chunks => quote! {
                let mut download = #call.await?;
                while let Some(chunk) = download.next().await {
                    let chunk = chunk?;
                    println!("{} bytes", chunk.len());
                }
            },
            Self::Events => quote! {
                let mut events = #call.await?;
                while let Some(event) = events.next().await {
                    let event = event?;
                    println!("{}: {:?}", event.event, event.data);
                }
            },
            Self::Values => quote! {
                let mut lines = #call.await?;
                while let Some(line) = lines.next().await {
                    let line = line?;
                    println!("{line:?}");
                }
            },
            Self::Pages => quote! {
                let mut pages = #call;
                while let Some(page) = pages.next().await {
                    let page = page?;
                    println!("{page:?}");
                }
            },
            Self::Items => quote! {
                let mut items = #call;
                while let Some(item) = items.next().await {
                    let item = item?;
                    println!("{item:?}");
                }
            },
        }
    }
}

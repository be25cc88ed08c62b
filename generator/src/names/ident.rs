use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::case;

/// A finished Rust identifier.
///
/// Only this stage makes one, so text of a description cannot reach the output as code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// For functions and fields: `pet_type`.
    pub(super) fn snake(text: &str) -> Self {
        Self(case::snake(text))
    }

    /// For modules, whose names are names of files, too: Windows keeps some of these for itself.
    pub(super) fn module(text: &str) -> Self {
        const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];
        let name = Self::snake(text);
        let stem = name.0.trim_end_matches(|last: char| last.is_ascii_digit());
        if DEVICES.contains(&stem) {
            name.with_underscore()
        } else {
            name
        }
    }

    /// For types and variants: `PetType`.
    pub(super) fn camel(text: &str) -> Self {
        Self(case::camel(text))
    }

    /// For constants: `PET_TYPE`.
    pub(super) fn shouty(text: &str) -> Self {
        Self(case::shouty(text))
    }

    /// The identifier with more of the same case at its end; the suffix is ours and never a description's.
    pub(super) fn with_suffix(&self, suffix: impl fmt::Display) -> Self {
        Self(format!("{}{suffix}", self.0.trim_end_matches('_')))
    }

    /// The identifier with more of the same case before it; the prefix is ours and never a description's.
    pub(super) fn with_prefix(&self, prefix: &'static str) -> Self {
        Self(format!("{prefix}{}", self.0))
    }

    /// The identifier with an underscore at its end, for names that are taken.
    pub(super) fn with_underscore(&self) -> Self {
        Self(format!("{}_", self.0))
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(proc_macro2::Ident::new(&self.0, Span::call_site()));
    }
}

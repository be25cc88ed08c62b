//! A JSON value on its way into a type.

use std::borrow::Cow;
use std::slice::from_ref;

use super::{ObjectReader, ReadError, Tree};

/// A JSON value, as types see it: a place in a [`Tree`], and how strictly it is read.
///
/// Types read some values that are not quite what their description says. Where several types could take a value, that
/// would let the wrong one have it: so a union first asks its variants [`strictly`](Self::strictly).
#[derive(Clone, Copy, Debug)]
pub struct Value<'v> {
    tree: &'v Tree<'v>,
    reading: Reading,
    /// Whether a union tries to read it as one of its variants.
    is_variant: bool,
}

/// How strictly a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Strict,
    Lenient,
    /// What is no JSON knows texts only.
    Text,
    /// As that, and the value is no list: it stands for the only element of one.
    Element,
}

impl<'v> Value<'v> {
    /// The root of a tree, read leniently.
    #[must_use]
    pub fn of(tree: &'v Tree<'v>) -> Self {
        Self {
            tree,
            reading: Reading::Lenient,
            is_variant: false,
        }
    }

    /// The root of a tree that was made of the text of a form or of a header: its strings may be values of other types, and
    /// what stands alone may be the only element of an array.
    #[must_use]
    pub fn of_text(tree: &'v Tree<'v>) -> Self {
        Self {
            reading: Reading::Text,
            ..Self::of(tree)
        }
    }

    /// The same value, from which an integer is not read where it is a string; nor from any value inside of it.
    #[must_use]
    pub fn strictly(self) -> Self {
        Self {
            reading: Reading::Strict,
            ..self
        }
    }

    /// The same value, to be read as a variant of a union.
    pub(super) fn as_variant(self) -> Self {
        Self {
            is_variant: true,
            ..self
        }
    }

    /// What a union makes of a value that none of its variants can hold. Where the union is itself a variant of another one,
    /// which may have a better one for the value, it is none of this one.
    ///
    /// # Errors
    ///
    /// When the value is read as a variant of a union.
    pub fn keep<T>(&self, keep: fn(serde_json::Value) -> T) -> Result<T, ReadError> {
        if self.is_variant {
            Err(ReadError::new("none of its variants"))
        } else {
            Ok(keep(self.to_json()))
        }
    }

    /// How many of the members of an object have one of these names.
    #[must_use]
    pub fn count(&self, names: &[&str]) -> usize {
        let members = self.members().unwrap_or_default();
        members
            .iter()
            .filter(|(name, _)| names.contains(&name.as_ref()))
            .count()
    }

    /// The members of an object, to be read by name.
    ///
    /// # Errors
    ///
    /// When the value is not an object.
    pub fn object(&self) -> Result<ObjectReader<'v, 'v>, ReadError> {
        match self.tree {
            Tree::Object(members) => Ok(ObjectReader::new(*self, members)),
            _ => Err(ReadError::expected("an object", self)),
        }
    }

    /// The elements of an array.
    ///
    /// # Errors
    ///
    /// When the value is not an array.
    pub fn array(&self) -> Result<impl ExactSizeIterator<Item = Value<'v>> + use<'v>, ReadError> {
        let (elements, reading) = match self.tree {
            Tree::Array(elements) => (elements.as_slice(), self.reading),
            // Or else a list of lists would have no end.
            only if self.reading == Reading::Text => (from_ref(only), Reading::Element),
            _ => return Err(ReadError::expected("an array", self)),
        };
        Ok(elements.iter().map(move |tree| Value {
            tree,
            reading,
            is_variant: false,
        }))
    }

    /// The text of a string.
    ///
    /// # Errors
    ///
    /// When the value is not a string.
    pub fn text(&self) -> Result<&'v Cow<'v, str>, ReadError> {
        match self.tree {
            Tree::String(text) => Ok(text),
            _ => Err(ReadError::expected("a string", self)),
        }
    }

    /// The member of that name, where the value is an object that has it.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Value<'v>> {
        self.tree.member(name).map(|member| self.inner(member))
    }

    /// The string member that tells the variants of a union apart; `None` where it is missing or is no string, and where the
    /// value is no object.
    #[must_use]
    pub fn tag(&self, name: &str) -> Option<&'v str> {
        match self.tree {
            Tree::Object(_) => self.tree.member(name).and_then(Tree::text),
            _ => None,
        }
    }

    /// Whether the value is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.tree, Tree::Null)
    }

    /// The same value as `serde_json` holds it.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        self.tree.to_json()
    }

    /// The members, where the value is an object.
    pub(super) fn members(&self) -> Option<&'v [(Cow<'v, str>, Tree<'v>)]> {
        match self.tree {
            Tree::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The value itself.
    pub(super) fn tree(&self) -> &'v Tree<'v> {
        self.tree
    }

    pub(super) fn is_strict(&self) -> bool {
        self.reading == Reading::Strict
    }

    /// Whether a string may be a value of any other type.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.reading, Reading::Text | Reading::Element)
    }

    /// A value inside of this one, read as strictly.
    pub(super) fn inner<'i>(&self, tree: &'i Tree<'i>) -> Value<'i> {
        Value {
            tree,
            reading: self.reading,
            is_variant: false,
        }
    }
}

//! Headers that a description declares for its answers.

use std::borrow::Cow;
use std::marker::PhantomData;

use http::HeaderMap;

use super::{Error, Json, ReadError, ReadResult, Result, Tree, Value, json};

/// A header that answers can have, with the type of its value.
#[derive(Debug)]
pub struct Header<T> {
    name: &'static str,
    form: Form,
    value: PhantomData<fn() -> T>,
}

/// How the value is written: the style `simple` (OAS 3.1.1, section "Style Values"), or a media type.
#[derive(Clone, Copy, Debug)]
enum Form {
    Single,
    List,
    Object,
    ExplodedObject,
    Json,
}

impl<T> Header<T> {
    /// A header of a single value.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self::of(name, Form::Single)
    }

    /// A header like `blue,black,brown`.
    #[must_use]
    pub const fn list(name: &'static str) -> Self {
        Self::of(name, Form::List)
    }

    /// A header like `R,100,G,200`.
    #[must_use]
    pub const fn object(name: &'static str) -> Self {
        Self::of(name, Form::Object)
    }

    /// A header like `R=100,G=200`.
    #[must_use]
    pub const fn exploded_object(name: &'static str) -> Self {
        Self::of(name, Form::ExplodedObject)
    }

    /// A header of JSON text.
    #[must_use]
    pub const fn json(name: &'static str) -> Self {
        Self::of(name, Form::Json)
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    const fn of(name: &'static str, form: Form) -> Self {
        Self {
            name,
            form,
            value: PhantomData,
        }
    }
}

impl<T: Json> Header<T> {
    /// Its value among the headers of an answer; `None` where the server has not sent it. Values of several lines are joined
    /// by commas (RFC 9110 section 5.3).
    ///
    /// # Errors
    ///
    /// When the value is not of its type. That is no reason for the call to fail, and so it does not.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>> {
        let values = headers.get_all(self.name).iter();
        let values: std::result::Result<Vec<&str>, _> =
            values.map(|value| std::str::from_utf8(value.as_bytes())).collect();
        match values.as_deref() {
            Ok([]) => Ok(None),
            Ok(values) => {
                let value = self.form.read(values.join(", ").trim());
                value.map(Some).map_err(|_| self.unreadable())
            }
            Err(_) => Err(self.unreadable()),
        }
    }

    /// Without the value, which could be a secret.
    fn unreadable(&self) -> Error {
        Error::decode(ReadError::new(format!(
            "the header `{}` is not of the type that is declared for it",
            self.name.escape_debug()
        )))
    }
}

impl Form {
    fn read<T: Json>(self, text: &str) -> ReadResult<T> {
        let parts = || text.split(',').map(str::trim).filter(|_| !text.is_empty());
        let tree = match self {
            Self::Single => string(text),
            Self::List => Tree::Array(parts().map(string).collect()),
            Self::Object => {
                let parts: Vec<&str> = parts().collect();
                let members = parts.chunks(2).map(|pair| match pair {
                    [name, value] => Ok((Cow::Borrowed(*name), string(value))),
                    _ => Err(ReadError::new("a name without a value")),
                });
                Tree::Object(members.collect::<ReadResult<_>>()?)
            }
            Self::ExplodedObject => {
                let members = parts().map(|part| {
                    let pair = part.split_once('=');
                    let (name, value) = pair.ok_or_else(|| ReadError::new("a name without a value"))?;
                    Ok((Cow::Borrowed(name), string(value)))
                });
                Tree::Object(members.collect::<ReadResult<_>>()?)
            }
            Self::Json => return T::read(&Value::of(&json::parse(text.as_bytes())?)),
        };
        T::read(&Value::of_text(&tree))
    }
}

fn string(text: &str) -> Tree<'_> {
    Tree::String(Cow::Borrowed(text))
}

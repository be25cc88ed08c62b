//! Values of schemas, as an example writes them.

use std::cell::Cell;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::emit::context::{Context, Presence};
use crate::emit::ty::Site;
use crate::model::{EnumerationValues, IntegerFormat, Kind, Object, Property, SchemaId, StringFormat};
use crate::names::Ident;

/// Whether a value stands where it is converted, or where it has to be of the very type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `impl Into<T>` is asked for: `"text"`.
    Argument,
    /// `T` is asked for: `"text".to_owned()`.
    Exact,
}

/// Objects that contain themselves by what they require are followed no deeper than this.
const DEEPEST: usize = 8;

/// An example holds no more values than this: nobody reads a longer one, and objects that require several objects each would
/// make it grow with each level.
const MOST_VALUES: usize = 200;

impl Context<'_> {
    /// A value of a schema: the example where there is one that fits, else the simplest that there is.
    pub(super) fn value(&self, id: SchemaId, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        let writer = Writer {
            context: self,
            depth: 0,
            written: &Cell::new(0),
        };
        writer.value(id, example, name, form)
    }

    /// The same for a place that also takes `None`.
    pub(super) fn value_or_null(&self, id: SchemaId, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        let writer = Writer {
            context: self,
            depth: 0,
            written: &Cell::new(0),
        };
        writer.value_or_null(id, example, name, form)
    }
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    context: &'a Context<'a>,
    depth: usize,
    /// How many values the example holds so far.
    written: &'a Cell<usize>,
}

impl Writer<'_> {
    fn value(self, id: SchemaId, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        let schemas = &self.context.api.schemas;
        let own = || schemas[id].example.as_ref().or(schemas[id].default.as_ref());
        let target = schemas.unaliased(id);
        let targets = || schemas[target].example.as_ref().or(schemas[target].default.as_ref());
        let example = example.or_else(own).or_else(targets);
        if schemas[target].kind == Kind::File {
            return self.file(name);
        }
        let is_full = self.is_full();
        self.written.set(self.written.get() + 1);
        // A single value is always written: it is as short as what would stand for it.
        let is_made_of_others = matches!(
            schemas[target].kind,
            Kind::Array(_) | Kind::Tuple(_) | Kind::Map(_) | Kind::Object(_) | Kind::Union(_)
        );
        if is_made_of_others && (self.depth > DEEPEST || is_full) {
            return self.unread(id);
        }
        let inner = Self {
            depth: self.depth + 1,
            ..self
        };
        match &schemas[target].kind {
            Kind::Untyped(_) | Kind::Alias(_) | Kind::File => json(example.unwrap_or(&Value::Null)),
            Kind::Boolean => {
                let value = example.and_then(Value::as_bool).unwrap_or(true);
                quote!(#value)
            }
            Kind::Integer(format) => integer(*format, example),
            Kind::Number { single } => number(*single, example),
            Kind::String(format) => self.string(*format, example, name, form),
            Kind::Enumeration(enumeration) => self.enumeration(target, &enumeration.values, example),
            Kind::Array(items) => inner.list(*items, example, name, form),
            Kind::Tuple(elements) => {
                let values = elements.iter().enumerate().map(|(index, element)| {
                    let example = example.and_then(|example| example.get(index));
                    inner.value_or_null(*element, example, name, Form::Exact)
                });
                quote!((#(#values,)*))
            }
            Kind::Map(values) => inner.map(*values, example, form),
            Kind::Object(object) => inner.object(target, object, example),
            Kind::Union(union) => match union.variants.first() {
                Some(variant) => {
                    let ty = &self.context.names.types[&target].ident;
                    let ident = &self.context.names.unions[&target].variants[0];
                    let value = inner.value_or_null(variant.schema, None, name, Form::Exact);
                    let value = if variant.boxed { quote!(Box::new(#value)) } else { value };
                    quote!(models::#ty::#ident(#value))
                }
                None => json(&Value::Null),
            },
        }
    }

    /// Whether the example is as long as it may be.
    fn is_full(self) -> bool {
        self.written.get() >= MOST_VALUES
    }

    /// A value that an example has no room for, of the right type.
    fn unread(self, id: SchemaId) -> TokenStream {
        let ty = self.context.ty(id, Site::Api).to_string();
        let ty = ty.replace(
            "crate ::",
            &format!("{} ::", self.context.package.name.replace('-', "_")),
        );
        let ty: TokenStream = syn::parse_str(&ty).unwrap_or_default();
        let schemas = &self.context.api.schemas;
        let text = match schemas[schemas.unaliased(id)].kind {
            Kind::Array(_) => "[]",
            _ => "{}",
        };
        quote!(serde_json::from_str::<#ty>(#text)?)
    }

    fn value_or_null(self, id: SchemaId, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        if !self.context.api.schemas.is_nullable(id) || self.context.is_untyped(id) {
            return self.value(id, example, name, form);
        }
        if example.is_some_and(Value::is_null) {
            return quote!(None);
        }
        let value = self.value(id, example, name, form);
        quote!(Some(#value))
    }

    fn file(self, name: &str) -> TokenStream {
        let krate: TokenStream = syn::parse_str(&self.context.package.name.replace('-', "_")).unwrap_or_default();
        let content = format!("content of the {name}");
        quote!(#krate::File::new(#content).name(#name))
    }

    fn string(self, format: StringFormat, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        let krate: TokenStream = syn::parse_str(&self.context.package.name.replace('-', "_")).unwrap_or_default();
        let text = example.and_then(Value::as_str);
        match format {
            StringFormat::Plain | StringFormat::Binary => {
                let text = text.unwrap_or(name);
                if form == Form::Exact {
                    quote!(#text.to_owned())
                } else {
                    quote!(#text)
                }
            }
            StringFormat::DateTime => {
                let text = text.unwrap_or("2024-05-20T13:30:46Z");
                quote!(#text.parse::<#krate::DateTime>()?)
            }
            StringFormat::Date => {
                let text = text.unwrap_or("2024-05-20");
                quote!(#text.parse::<#krate::Date>()?)
            }
            StringFormat::Uuid => {
                let text = text.unwrap_or("29396fea-7596-4eb1-8faa-a2352c595590");
                quote!(#text.parse::<#krate::Uuid>()?)
            }
            StringFormat::Base64 => quote!(#krate::Base64(b"bytes".to_vec())),
        }
    }

    fn enumeration(self, id: SchemaId, values: &EnumerationValues, example: Option<&Value>) -> TokenStream {
        let ty = &self.context.names.types[&id].ident;
        let names = &self.context.names.enumerations[&id];
        let index = match values {
            EnumerationValues::Strings(values) => {
                let text = example.and_then(Value::as_str);
                values.iter().position(|value| Some(value.value.as_str()) == text)
            }
            EnumerationValues::Integers(values) => {
                let integer = example.and_then(Value::as_i64);
                values.iter().position(|value| Some(value.value) == integer)
            }
            EnumerationValues::Mixed(values) => values.iter().position(|value| Some(&value.value) == example),
        };
        let variant = names.variants.get(index.unwrap_or(0)).unwrap_or(&names.unknown);
        quote!(models::#ty::#variant)
    }

    fn list(self, items: SchemaId, example: Option<&Value>, name: &str, form: Form) -> TokenStream {
        let item_form = if form == Form::Argument && self.context.is_convertible(items) {
            form
        } else {
            Form::Exact
        };
        let elements = example.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let mut values: Vec<TokenStream> = elements
            .iter()
            .take(3)
            .map(|element| self.value_or_null(items, Some(element), name, item_form))
            .collect();
        if values.is_empty() {
            values.push(self.value_or_null(items, None, name, item_form));
        }
        if form == Form::Exact {
            quote!(vec![#(#values),*])
        } else {
            quote!([#(#values),*])
        }
    }

    fn map(self, values: SchemaId, example: Option<&Value>, form: Form) -> TokenStream {
        let krate: TokenStream = syn::parse_str(&self.context.package.name.replace('-', "_")).unwrap_or_default();
        let entry = example
            .and_then(Value::as_object)
            .and_then(|members| members.iter().next());
        let key = entry.map_or("key", |(key, _)| key);
        let value = self.value_or_null(values, entry.map(|(_, value)| value), key, Form::Exact);
        match form {
            Form::Argument => quote!([(#key, #value)]),
            Form::Exact => quote!(#krate::Map::from([(#key.to_owned(), #value)])),
        }
    }

    fn object(self, id: SchemaId, object: &Object, example: Option<&Value>) -> TokenStream {
        let ty = &self.context.names.types[&id].ident;
        if !self.context.is_sent(id) {
            return self.unread(id);
        }
        let fields: Vec<(&Property, &Ident)> = object
            .properties
            .iter()
            .zip(&self.context.names.objects[&id].fields)
            .collect();
        let member = |property: &Property| example.and_then(|example| example.get(&property.name));
        let required = |property: &Property| self.context.presence(id, property).is_asked_for();
        let optional = fields
            .iter()
            .filter(|(property, _)| !required(property))
            .filter_map(|(property, field)| {
                // A server that knows the description asks for what it requires.
                let name = self
                    .context
                    .is_undeclared(property.schema)
                    .then(|| Value::from(property.name.as_str()));
                let example = member(property).or(name.as_ref())?;
                let value = (!example.is_null() && !self.is_full()).then(|| {
                    let form = self.setter_form(id, property);
                    self.value(property.schema, Some(example), &property.name, form)
                })?;
                Some(quote!(.#field(#value)))
            });
        let needed: Vec<_> = fields.iter().filter(|(property, _)| required(property)).collect();
        let new = if self.context.has_required_struct(id) {
            let parts = &self.context.names.types[&id].required;
            let values = needed.iter().map(|(property, field)| {
                let value = self.value_or_null(property.schema, member(property), &property.name, Form::Exact);
                let value = match self.context.presence(id, property) {
                    Presence::RequiredToSend => quote!(Some(#value)),
                    _ => value,
                };
                quote!(#field: #value)
            });
            quote!(models::#ty::new(models::#parts { #(#values),* }))
        } else {
            let values = needed.iter().map(|(property, _)| {
                self.value_or_null(property.schema, member(property), &property.name, Form::Argument)
            });
            quote!(models::#ty::new(#(#values),*))
        };
        quote!(#new #(#optional)*)
    }

    /// A setter of a nullable property takes the very type, so that `null` can be said too.
    fn setter_form(self, object: SchemaId, property: &Property) -> Form {
        match self.context.presence(object, property) {
            Presence::OptionalNullable => Form::Exact,
            _ => Form::Argument,
        }
    }
}

fn integer(format: IntegerFormat, example: Option<&Value>) -> TokenStream {
    let value = example.and_then(Value::as_i64).unwrap_or(1);
    let small = i32::try_from(value).is_ok();
    let literal = match format {
        IntegerFormat::I64 | IntegerFormat::I32 if small => Literal::i64_unsuffixed(value),
        IntegerFormat::I64 => Literal::i64_suffixed(value),
        IntegerFormat::I8 => Literal::i8_suffixed(i8::try_from(value).unwrap_or(1)),
        IntegerFormat::I16 => Literal::i16_suffixed(i16::try_from(value).unwrap_or(1)),
        IntegerFormat::I32 => Literal::i32_suffixed(1),
        IntegerFormat::U8 => Literal::u8_suffixed(u8::try_from(value).unwrap_or(1)),
        IntegerFormat::U16 => Literal::u16_suffixed(u16::try_from(value).unwrap_or(1)),
        IntegerFormat::U32 => Literal::u32_suffixed(u32::try_from(value).unwrap_or(1)),
        IntegerFormat::U64 => Literal::u64_suffixed(example.and_then(Value::as_u64).unwrap_or(1)),
    };
    quote!(#literal)
}

fn number(single: bool, example: Option<&Value>) -> TokenStream {
    let value = example
        .and_then(Value::as_f64)
        .filter(|value| value.is_finite())
        .unwrap_or(1.5);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an example may be less exact than the description's"
    )]
    let literal = if single {
        Literal::f32_suffixed((value as f32).clamp(f32::MIN, f32::MAX))
    } else {
        Literal::f64_unsuffixed(value)
    };
    quote!(#literal)
}

/// Any JSON value.
fn json(value: &Value) -> TokenStream {
    let tokens = json_tokens(value, 0);
    quote!(serde_json::json!(#tokens))
}

fn json_tokens(value: &Value, depth: usize) -> TokenStream {
    match value {
        _ if depth > DEEPEST => quote!(null),
        Value::Null => quote!(null),
        Value::Bool(value) => quote!(#value),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(integer), _) => {
                let literal = Literal::i64_unsuffixed(integer);
                quote!(#literal)
            }
            (None, Some(float)) if float.is_finite() => {
                let literal = Literal::f64_unsuffixed(float);
                quote!(#literal)
            }
            _ => quote!(null),
        },
        Value::String(text) => quote!(#text),
        Value::Array(elements) => {
            let elements = elements.iter().take(3).map(|element| json_tokens(element, depth + 1));
            quote!([#(#elements),*])
        }
        Value::Object(members) => {
            let members = members.iter().take(12).map(|(key, value)| {
                let value = json_tokens(value, depth + 1);
                quote!(#key: #value)
            });
            quote!({ #(#members),* })
        }
    }
}

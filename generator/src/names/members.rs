//! Fields, and variants of enumerations.

use foldhash::HashMap;

use super::Ident;
use super::collide::{Wish, distinct};
use crate::diagnostic::Report;
use crate::model::{Api, EnumerationValue, EnumerationValues, Kind, SchemaId};
use crate::source::Place;

/// Functions that users call on every type or value; a setter of that name would hide them, or stand beside the constructor.
const RESERVED_FIELDS: &[&str] = &["new", "default", "clone", "clone_from", "to_owned", "into", "try_into"];

/// The names of an object's parts.
#[derive(Clone, Debug)]
pub struct ObjectNames {
    /// The fields, in the order of the properties.
    pub fields: Vec<Ident>,
    /// The field for additional properties.
    pub additional: Ident,
}

/// The names of an enumeration's parts.
#[derive(Clone, Debug)]
pub struct EnumerationNames {
    /// The variants, in the order of the values.
    pub variants: Vec<Ident>,
    /// The variant that keeps a value which is not listed.
    pub unknown: Ident,
}

pub(super) fn objects(api: &Api, report: &mut Report) -> HashMap<SchemaId, ObjectNames> {
    let mut names = HashMap::default();
    for (id, schema) in api.schemas.iter() {
        if let Kind::Object(object) = &schema.kind {
            let wish = |property: &crate::model::Property| Wish {
                name: Ident::snake(&property.name),
                key: property.name.clone(),
                place: property.place.clone(),
            };
            let wishes: Vec<Wish> = object.properties.iter().map(wish).collect();
            let fields = distinct(&wishes, RESERVED_FIELDS, report);
            let additional = spare(&fields, ["additional_properties", "other_properties"].map(Ident::snake));
            names.insert(id, ObjectNames { fields, additional });
        }
    }
    names
}

pub(super) fn enumerations(api: &Api, report: &mut Report) -> HashMap<SchemaId, EnumerationNames> {
    let mut names = HashMap::default();
    for (id, schema) in api.schemas.iter() {
        if let Kind::Enumeration(enumeration) = &schema.kind {
            let wishes = match &enumeration.values {
                EnumerationValues::Strings(values) => {
                    value_wishes(values, &schema.place, |value| value_text(value).to_owned())
                }
                EnumerationValues::Integers(values) => value_wishes(values, &schema.place, i64::to_string),
                EnumerationValues::Mixed(values) => value_wishes(values, &schema.place, |value| {
                    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
                }),
            };
            let variants = distinct(&wishes, &[], report);
            let unknown = spare(&variants, ["Unknown", "Unrecognized"].map(Ident::camel));
            names.insert(id, EnumerationNames { variants, unknown });
        }
    }
    names
}

/// What a listed text is called: as it reads, and the empty one by what it is.
pub(super) fn value_text(value: &str) -> &str {
    if value.is_empty() { "empty" } else { value }
}

fn value_wishes<T>(values: &[EnumerationValue<T>], place: &Place, text: fn(&T) -> String) -> Vec<Wish> {
    let wish = |(index, value): (usize, &EnumerationValue<T>)| {
        let key = text(&value.value);
        let name = Ident::camel(value.name.as_deref().unwrap_or(&key));
        Wish {
            name,
            key,
            place: place.child("enum").child(index),
        }
    };
    values.iter().enumerate().map(wish).collect()
}

/// The first of some names that is not taken; numbers go on where all are.
pub(super) fn spare(taken: &[Ident], names: [Ident; 2]) -> Ident {
    let [first, second] = names;
    let numbered = (2..).map(|number| first.with_suffix(number));
    let mut candidates = [first.clone(), second].into_iter().chain(numbered);
    candidates.find(|name| !taken.contains(name)).unwrap_or(first)
}

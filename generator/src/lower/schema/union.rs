//! `oneOf` and `anyOf`: one of several schemas (OpenAPI 3.0.4, sections 4.7.24 and 4.7.25).

use foldhash::HashSet;

use super::facts::{Choice, Facts, Listed};
use super::join::Join;
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{Discriminator, Kind, SchemaId, Union, Untyped, Variant};
use crate::source::Place;

/// What tells alternatives apart: a property, and for each alternative the values of it that mean that one.
type ToldApart = Option<(String, Vec<Vec<String>>)>;

impl Lowering<'_> {
    /// One of the schemas that are listed, each together with what stands beside them; a single one beside `null` is that
    /// schema, and nullable.
    pub(super) fn union(&mut self, facts: &Facts, choice: &Choice, place: &Place, join: &Join) -> Kind {
        let not_null = choice.alternatives.iter().enumerate();
        let not_null: Vec<(usize, Place)> = not_null
            .filter(|(_, alternative)| !self.is_null(alternative))
            .map(|(index, alternative)| (index, alternative.clone()))
            .collect();
        if let Some(listed) = self.described_values(facts, &not_null) {
            return self.enumeration(&listed, &facts.types, facts.format.as_deref(), place);
        }
        let beside = facts.says_more_than_types() || facts.choices.len() > 1;
        let mut alternatives = Vec::new();
        let mut variants: Vec<(Place, SchemaId)> = Vec::new();
        for (index, alternative) in not_null {
            let is_whole = !beside && (facts.types.is_empty() || self.states_a_type(&alternative));
            let (at, schema) = if is_whole {
                (alternative.clone(), self.schema(&alternative))
            } else {
                let Some(join) = self.alternative(join, choice, &alternative) else {
                    continue;
                };
                if join == Join::one(alternative.clone()) {
                    (alternative.clone(), self.schema(&alternative))
                } else {
                    let schema = self.join(alternative_place(place, choice, index), join);
                    let at = &self.queue.schemas[schema].place;
                    (
                        if choice.is_implied {
                            choice.place.clone()
                        } else {
                            at.clone()
                        },
                        schema,
                    )
                }
            };
            alternatives.push(alternative);
            variants.push((at, schema));
        }
        match variants.as_slice() {
            [] if choice.alternatives.iter().all(|alternative| self.is_null(alternative)) => {
                return Kind::Untyped(Untyped::Anything);
            }
            [] => return Kind::Untyped(Untyped::Inexpressible(Code::CONTRADICTION)),
            [(_, only)] if !choice.is_implied => return Kind::Alias(*only),
            _ => {}
        }
        let (property, mut tags) = self.told_apart(choice, &alternatives).unzip();
        let variants = variants
            .into_iter()
            .enumerate()
            .map(|(index, (place, schema))| Variant {
                tags: tags
                    .as_mut()
                    .map(|tags| std::mem::take(&mut tags[index]))
                    .unwrap_or_default(),
                schema,
                boxed: false,
                place,
            });
        Kind::Union(Union {
            variants: variants.collect(),
            discriminator: property.map(|property| Discriminator { property }),
            is_any_of: choice.is_any_of(),
        })
    }

    /// Any of the schemas at some places, where nothing is known about which.
    pub(super) fn one_of(&mut self, place: Place, places: &[Place]) -> SchemaId {
        let mut variants: Vec<Variant> = Vec::new();
        for place in places {
            let schema = self.schema(place);
            if !variants.iter().any(|variant| variant.schema == schema) {
                variants.push(Variant {
                    place: place.clone(),
                    schema,
                    tags: Vec::new(),
                    boxed: false,
                });
            }
        }
        if let [only] = variants.as_slice() {
            return only.schema;
        }
        let union = Union {
            variants,
            discriminator: None,
            is_any_of: false,
        };
        self.queue.add(place, Kind::Union(union))
    }

    /// One of several types that a single schema lists.
    pub(super) fn union_of_types(&mut self, facts: &Facts, place: &Place) -> Kind {
        let holder = place.child("type");
        let mut variants = Vec::with_capacity(facts.types.len());
        for (index, name) in facts.types.iter().enumerate() {
            let place = holder.child(index);
            let kind = self.kind_of_type(Some(name), facts, &place);
            variants.push(Variant {
                schema: self.queue.add(place.clone(), kind),
                tags: Vec::new(),
                boxed: false,
                place,
            });
        }
        Kind::Union(Union {
            variants,
            discriminator: None,
            is_any_of: false,
        })
    }

    /// The values of alternatives that only list values: `oneOf` of `const`, each with its title and description.
    fn described_values(&mut self, beside: &Facts, alternatives: &[(usize, Place)]) -> Option<Vec<Listed>> {
        if beside.says_more_than_types() || beside.choices.len() > 1 {
            return None;
        }
        let mut all: Vec<Listed> = Vec::new();
        let mut seen = HashSet::default();
        for (_, alternative) in alternatives {
            if self.description.text(alternative, "$ref").is_some() {
                return None;
            }
            let facts = self.facts(alternative).ok()?;
            let is_any_text = facts.types == ["string"]
                && !facts.says_more_than_types()
                && facts.choices.is_empty()
                && facts.all_of.is_empty();
            if facts.enumeration.is_empty() && !is_any_text {
                return None;
            }
            let is_single = facts.enumeration.len() == 1;
            for listed in facts.enumeration {
                if seen.insert(listed.value.clone()) {
                    all.push(Listed {
                        name: listed.name.or_else(|| facts.data.title.clone().filter(|_| is_single)),
                        description: listed
                            .description
                            .or_else(|| facts.data.description.clone().filter(|_| is_single)),
                        value: listed.value,
                    });
                }
            }
            if is_any_text && !all.iter().all(|listed| listed.value.is_string()) {
                return None;
            }
        }
        Some(all).filter(|all| !all.is_empty())
    }

    /// Whether the alternatives say what the values are, and not only which properties have to be there.
    pub(super) fn says_something(&self, choice: &Choice) -> bool {
        const SAYING_NOTHING: &[&str] = &[
            "required",
            "title",
            "description",
            "not",
            "minProperties",
            "maxProperties",
        ];
        let only_requires = |place: &Place| {
            let node = self.description.node(place).and_then(serde_json::Value::as_object);
            node.is_some_and(|node| node.keys().all(|key| SAYING_NOTHING.contains(&key.as_str())))
        };
        !choice.alternatives.iter().all(only_requires)
    }

    /// Whether an alternative says by itself what type it is of.
    fn states_a_type(&mut self, alternative: &Place) -> bool {
        let Ok(target) = self.description.follow_schema(alternative) else {
            return true;
        };
        match self.facts(&target) {
            Ok(facts) => {
                !facts.types.is_empty()
                    || !facts.enumeration.is_empty()
                    || !facts.all_of.is_empty()
                    || !facts.choices.is_empty()
            }
            Err(_) => true,
        }
    }

    /// `null` as one of the alternatives: `type: "null"`, an `enum` of `null` alone, or `nullable` and nothing else, which is
    /// how schemars writes it for OpenAPI 3.0.
    pub(super) fn is_null(&self, place: &Place) -> bool {
        let Some(node) = self.description.node(place) else {
            return false;
        };
        let lists_null = node
            .get("enum")
            .and_then(serde_json::Value::as_array)
            .is_some_and(|values| values == &[serde_json::Value::Null]);
        let is_null = node.get("const").is_some_and(serde_json::Value::is_null);
        let says_nothing_else = |node: &serde_json::Map<String, serde_json::Value>| {
            node.keys()
                .all(|key| ["nullable", "title", "description"].contains(&key.as_str()))
        };
        let is_nullable_alone = node.get("nullable") == Some(&serde_json::Value::Bool(true))
            && node.as_object().is_some_and(says_nothing_else);
        node.get("type").is_some_and(|ty| ty == "null") || lists_null || is_null || is_nullable_alone
    }

    /// What tells the alternatives apart: the discriminator that is declared, or else a constant.
    fn told_apart(&mut self, choice: &Choice, alternatives: &[Place]) -> ToldApart {
        let Some(discriminator) = &choice.discriminator else {
            return self.telling_constant(alternatives);
        };
        let at = beside(&choice.place, "discriminator");
        let tags = self.tags(discriminator, &at, alternatives);
        if tags.iter().any(Vec::is_empty) {
            let message = "not every alternative has a name that the discriminator could hold, so it is not used";
            self.report
                .push(Diagnostic::new(Code::UNUSED_DISCRIMINATOR, message).at(at));
            return None;
        }
        Some((discriminator.property_name.clone(), tags))
    }
}

/// The place of a keyword beside another one.
fn beside(keyword: &Place, other: &str) -> Place {
    let holder = keyword.pointer.parent().map(|pointer| Place {
        file: keyword.file,
        pointer,
    });
    holder.map_or_else(|| keyword.clone(), |holder| holder.child(other))
}

/// Where an alternative stands together with what stands beside it; its name is made from this.
fn alternative_place(whole: &Place, choice: &Choice, index: usize) -> Place {
    match choice.place.pointer.tokens().pop() {
        Some(keyword) if !choice.is_implied => whole.child(&keyword).child(index),
        _ => whole.child("base"),
    }
}

//! Files: what `format: binary` is in a body of several parts.
//!
//! A file is no JSON value, so a schema that has one among its parts and travels as JSON elsewhere is two types; where it
//! makes no difference, one type serves both. Outside of such bodies, bytes as they are cannot be told from text.
//!
//! A part is a file where its schema says `binary` or says nothing (OpenAPI 3.0.4, section 4.7.15), unless its encoding names
//! a media type of text; and where its encoding names one of pictures, sounds or bytes.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashSet};

use crate::model::{
    AdditionalProperties, Api, Content, Encoding, Kind, MediaType, RequestBody, SchemaId, Schemas, StringFormat,
    Travels, Union, Untyped,
};

/// How many unions within unions are searched for files. What stands deeper is none: nobody sends such a part.
const DEEPEST_CHOICE: usize = 16;

/// Makes the files of all bodies of several parts, and plain text of all other bytes.
pub(super) fn run(api: &mut Api) {
    let (uses, bodies) = (uses(api), bodies(api).collect());
    let Api { resources, schemas, .. } = api;
    let mut forms = Forms {
        schemas: &mut *schemas,
        uses,
        bodies,
        twins: HashMap::default(),
        choices: HashMap::default(),
        open_choices: 0,
    };
    let operations = resources.iter_mut().flat_map(|resource| &mut resource.operations);
    for content in operations
        .filter_map(|operation| operation.request_body.as_mut())
        .flat_map(RequestBody::contents_mut)
        .filter(|content| content.media_type == MediaType::Multipart)
    {
        content.schema = forms.body(content).unwrap_or(content.schema);
    }
    for id in schemas.ids() {
        if schemas[id].kind == Kind::String(StringFormat::Binary) {
            schemas[id].kind = Kind::String(StringFormat::Plain);
        }
    }
}

/// How often each schema is used for something else than a body of several parts, whatever it is called there.
fn uses(api: &Api) -> HashMap<SchemaId, usize> {
    let mut uses = HashMap::default();
    let mut count = |id: SchemaId| *uses.entry(api.schemas.unaliased(id)).or_default() += 1;
    let others = api.schemas.iter().map(|(_, schema)| &schema.kind);
    others
        .filter(|kind| !matches!(kind, Kind::Alias(_)))
        .flat_map(Kind::schemas)
        .for_each(&mut count);
    for (_, operation) in api.operations() {
        operation.schemas().for_each(&mut count);
    }
    api.webhooks
        .iter()
        .map(|webhook| webhook.payload.schema)
        .for_each(&mut count);
    for body in bodies(api) {
        uses.entry(body).and_modify(|count| *count -= 1);
    }
    uses
}

/// The schemas of whole bodies of several parts, each as often as it is one.
fn bodies(api: &Api) -> impl Iterator<Item = SchemaId> {
    let bodies = api
        .operations()
        .filter_map(|(_, operation)| operation.request_body.as_ref());
    let contents = bodies.flat_map(RequestBody::contents);
    contents
        .filter(|content| content.media_type == MediaType::Multipart)
        .map(|content| api.schemas.unaliased(content.schema))
}

struct Forms<'a> {
    schemas: &'a mut Schemas,
    uses: HashMap<SchemaId, usize>,
    /// The schemas of whole bodies of several parts.
    bodies: HashSet<SchemaId>,
    /// The schemas of bodies that are two types, with that of the form.
    twins: HashMap<SchemaId, SchemaId>,
    /// What has become of parts that are unions, so that each is looked at once.
    choices: HashMap<SchemaId, Option<SchemaId>>,
    /// How many unions the one that is being looked at stands in.
    open_choices: usize,
}

impl Forms<'_> {
    /// The schema of a body, where it is another than before.
    fn body(&mut self, content: &Content) -> Option<SchemaId> {
        let id = self.schemas.unaliased(content.schema);
        let is_ours = self.uses_of(id) == 0;
        match self.schemas[id].kind.clone() {
            Kind::Object(_) => self.object(id, &content.encodings, is_ours),
            Kind::Union(union) => {
                if let Some(twin) = self.twins.get(&id) {
                    return Some(*twin);
                }
                let form = self.one_of_bodies(id, union, &content.encodings, is_ours)?;
                self.twins.insert(id, form);
                Some(form)
            }
            Kind::Array(items) => {
                let items = self.part(items, &encoding_of(content, ""), is_ours)?;
                Some(self.unnamed(id, items, Kind::Array(items)))
            }
            Kind::Tuple(elements) => {
                let parts = elements.into_iter().enumerate().map(|(position, element)| {
                    let encoding = encoding_of(content, &position.to_string());
                    self.part(element, &encoding, false)
                });
                // Each is looked at.
                let parts: Vec<SchemaId> = parts.flatten().collect();
                (!parts.is_empty()).then(|| self.form(id))
            }
            Kind::Map(values) if self.is_anything(values) => Some(values),
            Kind::Map(values) => {
                let values = self.part(values, &Encoding::default(), is_ours)?;
                Some(self.unnamed(id, values, Kind::Map(values)))
            }
            Kind::Untyped(_) => None,
            _ => Some(self.form(id)),
        }
    }

    /// The schema of a body that is one of several, where one of them has files.
    fn one_of_bodies(&mut self, id: SchemaId, union: Union, encodings: &[Encoding], is_ours: bool) -> Option<SchemaId> {
        let mut are_objects = true;
        let variants = union.variants.iter().map(|variant| {
            let variant = self.schemas.unaliased(variant.schema);
            are_objects &= matches!(self.schemas[variant].kind, Kind::Object(_));
            let is_ours = is_ours && self.uses_of(variant) <= 1;
            self.object(variant, encodings, is_ours)
        });
        let variants: Vec<Option<SchemaId>> = variants.collect();
        if are_objects || variants.iter().all(Option::is_none) {
            self.alternatives(id, union, variants, is_ours)
        } else {
            Some(self.form(id))
        }
    }

    /// The schema of a body whose parts have no names of their own: files, or what the user makes of it.
    fn unnamed(&mut self, id: SchemaId, part: SchemaId, files: Kind) -> SchemaId {
        if self.schemas[part].kind == Kind::File {
            self.copy(id, files)
        } else {
            self.form(id)
        }
    }

    /// A form is made of named parts; where the description does not name them, the user does.
    fn form(&mut self, id: SchemaId) -> SchemaId {
        self.copy(id, Kind::Untyped(Untyped::Anything))
    }

    /// The schema of an object with files in the places of its parts that are such; `None` where none is. It is a second one
    /// unless the first is used by forms only: `is_ours`.
    fn object(&mut self, id: SchemaId, encodings: &[Encoding], is_ours: bool) -> Option<SchemaId> {
        if let Some(twin) = self.twins.get(&id) {
            return Some(*twin);
        }
        let Kind::Object(mut object) = self.schemas[id].kind.clone() else {
            return None;
        };
        let usual = Encoding::default();
        let mut has_files = false;
        for property in &mut object.properties {
            let encoding = encodings.iter().find(|encoding| encoding.name == property.name);
            if let Some(file) = self.part(property.schema, encoding.unwrap_or(&usual), is_ours) {
                property.schema = file;
                has_files = true;
            }
        }
        if !has_files {
            return None;
        }
        if let AdditionalProperties::Declared(values) = &mut object.additional {
            *values = self.known_part(*values, is_ours).unwrap_or(*values);
        }
        let form = self.replace(id, Kind::Object(object), is_ours);
        self.twins.insert(id, form);
        Some(form)
    }

    /// The schema of a part that is a file, or several; `None` for any other.
    fn part(&mut self, id: SchemaId, encoding: &Encoding, is_ours: bool) -> Option<SchemaId> {
        let target = self.schemas.unaliased(id);
        match self.schemas[target].kind.clone() {
            Kind::File => Some(id),
            Kind::String(StringFormat::Binary) => Some(self.copy(id, Kind::File)),
            Kind::String(StringFormat::Plain) if encoding.is_binary() => Some(self.copy(id, Kind::File)),
            Kind::Untyped(Untyped::Anything) if !encoding.is_text() => Some(self.copy(id, Kind::File)),
            Kind::Array(items) => {
                let items = self.part(items, encoding, is_ours)?;
                // Parts of one name are one list, however many lists the description makes of them.
                let is_list = matches!(self.schemas[items].kind, Kind::Array(_));
                Some(if is_list {
                    items
                } else {
                    self.copy(id, Kind::Array(items))
                })
            }
            Kind::Union(union) => {
                let is_ours = is_ours && self.uses_of(target) <= 1 && !self.bodies.contains(&target);
                self.choice(target, union, is_ours)
            }
            _ => None,
        }
    }

    /// The schema of a part that is one of several, of which some are files.
    fn choice(&mut self, id: SchemaId, union: Union, is_ours: bool) -> Option<SchemaId> {
        match self.choices.entry(id) {
            Entry::Occupied(known) => return *known.get(),
            // A way from a union to itself leads to no file.
            Entry::Vacant(entry) => drop(entry.insert(None)),
        }
        if self.open_choices == DEEPEST_CHOICE {
            return None;
        }
        self.open_choices += 1;
        let variants = union.variants.iter();
        let parts: Vec<Option<SchemaId>> = variants
            .map(|variant| self.known_part(variant.schema, is_ours))
            .collect();
        self.open_choices -= 1;
        let choice = if parts.iter().all(Option::is_some) {
            // A file or several of them: a list that can have one.
            let is_list = |part: &&SchemaId| matches!(self.schemas[**part].kind, Kind::Array(_));
            let part = parts.iter().flatten().find(is_list).or(parts.iter().flatten().next());
            let kind = part.map(|part| self.schemas[*part].kind.clone());
            kind.map(|kind| self.copy(id, kind))
        } else {
            self.alternatives(id, union, parts, is_ours)
        };
        self.choices.insert(id, choice);
        choice
    }

    /// The schema of an alternative that is a file: one that says nothing is none.
    fn known_part(&mut self, id: SchemaId, is_ours: bool) -> Option<SchemaId> {
        if self.is_anything(id) {
            return None;
        }
        self.part(id, &Encoding::default(), is_ours)
    }

    fn is_anything(&self, id: SchemaId) -> bool {
        self.schemas[self.schemas.unaliased(id)].kind == Kind::Untyped(Untyped::Anything)
    }

    /// The schema of a union some of whose variants are others in a form; `None` where none is.
    fn alternatives(
        &mut self,
        id: SchemaId,
        mut union: Union,
        variants: Vec<Option<SchemaId>>,
        is_ours: bool,
    ) -> Option<SchemaId> {
        if variants.iter().all(Option::is_none) {
            return None;
        }
        for (variant, other) in union.variants.iter_mut().zip(variants) {
            variant.schema = other.unwrap_or(variant.schema);
        }
        Some(self.replace(id, Kind::Union(union), is_ours))
    }

    /// Makes a schema what a form sends, or makes a second one where the first is used elsewhere.
    fn replace(&mut self, id: SchemaId, kind: Kind, is_ours: bool) -> SchemaId {
        if is_ours {
            let schema = &mut self.schemas[id];
            schema.kind = kind;
            schema.nullable = false;
            schema.travels = Travels::InParts;
            id
        } else {
            let form = self.copy(id, kind);
            let component = self.schemas[id].component.clone();
            self.schemas[form].component = component;
            self.schemas[form].travels = Travels::InPartsBeside(id);
            form
        }
    }

    fn uses_of(&self, id: SchemaId) -> usize {
        self.uses.get(&id).copied().unwrap_or_default()
    }

    /// A schema of the same place and remarks whose values are files.
    fn copy(&mut self, id: SchemaId, kind: Kind) -> SchemaId {
        let mut copy = self.schemas[id].clone();
        copy.component = None;
        copy.nullable = false;
        copy.example = None;
        copy.default = None;
        copy.travels = Travels::InParts;
        copy.kind = kind;
        self.schemas.push(copy)
    }
}

/// How a part without a name is written.
fn encoding_of(content: &Content, position: &str) -> Encoding {
    let encodings = &content.encodings;
    let known = |name: &str| encodings.iter().find(|encoding| encoding.name == name);
    known(position).or_else(|| known("")).cloned().unwrap_or_default()
}

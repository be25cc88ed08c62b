//! Files: what `format: binary` is in a body of several parts.
//!
//! A file is no JSON value, so a schema that has one among its parts and travels as JSON elsewhere is two types; where it
//! makes no difference, one type serves both. Outside of such bodies, bytes as they are cannot be told from text.
//!
//! A part is a file where its schema says `binary` or says nothing (OpenAPI 3.0.4, section 4.7.15), unless its encoding names
//! a media type of text; and where its encoding names one of pictures, sounds or bytes.

use std::collections::HashMap;

use crate::model::{
    AdditionalProperties, Api, Content, Encoding, Kind, MediaType, RequestBody, SchemaId, Schemas, StringFormat,
    Travels, Untyped,
};

/// Makes the files of all bodies of several parts, and plain text of all other bytes.
pub(super) fn run(api: &mut Api) {
    let uses = uses(api);
    let mut twins = HashMap::new();
    let Api { resources, schemas, .. } = api;
    let operations = resources.iter_mut().flat_map(|resource| &mut resource.operations);
    for content in operations
        .filter_map(|operation| operation.request_body.as_mut())
        .flat_map(RequestBody::contents_mut)
        .filter(|content| content.media_type == MediaType::Multipart)
    {
        let mut forms = Forms {
            schemas: &mut *schemas,
            uses: &uses,
            twins: &mut twins,
        };
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
    let mut uses = HashMap::new();
    let mut count = |id: SchemaId| *uses.entry(api.schemas.unaliased(id)).or_default() += 1;
    let others = api.schemas.iter().map(|(_, schema)| &schema.kind);
    others
        .filter(|kind| !matches!(kind, Kind::Alias(_)))
        .flat_map(Kind::schemas)
        .for_each(&mut count);
    for (_, operation) in api.operations() {
        operation.schemas().for_each(&mut count);
    }
    let bodies = api
        .operations()
        .filter_map(|(_, operation)| operation.request_body.as_ref());
    let forms = bodies
        .flat_map(RequestBody::contents)
        .filter(|content| content.media_type == MediaType::Multipart);
    for form in forms {
        uses.entry(api.schemas.unaliased(form.schema))
            .and_modify(|count| *count -= 1);
    }
    uses
}

struct Forms<'a> {
    schemas: &'a mut Schemas,
    uses: &'a HashMap<SchemaId, usize>,
    /// The schemas that are two types, with that of the form.
    twins: &'a mut HashMap<SchemaId, SchemaId>,
}

impl Forms<'_> {
    /// The schema of a body, where it is another than before.
    fn body(&mut self, content: &Content) -> Option<SchemaId> {
        let id = self.schemas.unaliased(content.schema);
        let whole = Encoding::default();
        let is_ours = self.uses_of(id) == 0;
        match &self.schemas[id].kind {
            Kind::Object(_) => self.object(id, &content.encodings, is_ours),
            Kind::Union(_) => self.alternatives(id, is_ours, |forms, variant| {
                let variant = forms.schemas.unaliased(variant);
                let is_ours = is_ours && forms.uses_of(variant) <= 1;
                forms.object(variant, &content.encodings, is_ours)
            }),
            Kind::Array(_) => self.part(id, &whole, is_ours),
            Kind::Map(values) => {
                let values = *values;
                if self.is_anything(values) {
                    return Some(values);
                }
                let values = self.part(values, &whole, is_ours)?;
                Some(self.copy(id, Kind::Map(values)))
            }
            Kind::Untyped(_) => None,
            // A form is made of named parts; where the description does not name them, the user does.
            _ => Some(self.copy(id, Kind::Untyped(Untyped::Anything))),
        }
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
        Some(self.replace(id, Kind::Object(object), is_ours))
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
                Some(self.copy(id, Kind::Array(items)))
            }
            Kind::Union(union) => {
                let is_ours = is_ours && self.uses_of(target) <= 1;
                let variants = union.variants.iter().map(|variant| variant.schema);
                let parts: Vec<Option<SchemaId>> = variants.map(|variant| self.known_part(variant, is_ours)).collect();
                if parts.iter().all(Option::is_none) {
                    return None;
                }
                // A file or several of them: a list that can have one.
                if parts.iter().all(Option::is_some) {
                    let is_list = |part: &&SchemaId| matches!(self.schemas[**part].kind, Kind::Array(_));
                    let list = parts.iter().flatten().find(is_list).or(parts.iter().flatten().next());
                    let kind = self.schemas[*list?].kind.clone();
                    return Some(self.copy(id, kind));
                }
                self.alternatives(target, is_ours, |forms, variant| forms.known_part(variant, is_ours))
            }
            _ => None,
        }
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

    /// The schema of a union with other alternatives; `None` where none is another.
    fn alternatives(
        &mut self,
        id: SchemaId,
        is_ours: bool,
        change: impl Fn(&mut Self, SchemaId) -> Option<SchemaId>,
    ) -> Option<SchemaId> {
        if let Some(twin) = self.twins.get(&id) {
            return Some(*twin);
        }
        let Kind::Union(mut union) = self.schemas[id].kind.clone() else {
            return None;
        };
        let mut has_files = false;
        for variant in &mut union.variants {
            if let Some(schema) = change(self, variant.schema) {
                variant.schema = schema;
                has_files = true;
            }
        }
        has_files.then(|| self.replace(id, Kind::Union(union), is_ours))
    }

    /// Makes a schema what a form sends, or makes a second one where the first is used elsewhere.
    fn replace(&mut self, id: SchemaId, kind: Kind, is_ours: bool) -> SchemaId {
        let form = if is_ours {
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
        };
        self.twins.insert(id, form);
        form
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

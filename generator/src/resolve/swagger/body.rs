//! Bodies: a parameter with `in: body`, the parameters with `in: formData`, and the schema of a response.

use serde_json::Value;

use super::parameter::list_style;
use crate::resolve::{Content, Description, Encoding, Offer};
use crate::source::Place;

const JSON: &str = "application/json";
const BYTES: &str = "application/octet-stream";
const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

impl Description<'_> {
    /// The place of what stands for the request body of an operation: the parameter with `in: body`, or, for a form, the
    /// list of parameters that has its fields.
    pub(in crate::resolve) fn swagger_request_body(&self, item: &Place, operation: &Place) -> Option<Place> {
        let lists = [operation, item].map(|holder| holder.child("parameters"));
        let form = lists.iter().find(|list| self.form_fields(list).next().is_some());
        let body = || {
            lists
                .iter()
                .flat_map(|list| self.elements(list))
                .find(|place| self.is_in(place, "body"))
        };
        form.cloned().or_else(body)
    }

    /// Whether a parameter is no body, and no field of one.
    pub(in crate::resolve) fn is_beside_the_body(&self, parameter: &Place) -> bool {
        !self.is_in(parameter, "body") && !self.is_in(parameter, "formData")
    }

    /// The places of the fields of a form, among the parameters at a place.
    pub(in crate::resolve) fn form_fields(&self, parameters: &Place) -> impl Iterator<Item = Place> {
        let fields = self.elements(parameters).filter(|place| self.is_in(place, "formData"));
        fields.filter_map(|place| self.follow(&place).ok())
    }

    /// Whether a parameter has to be given.
    pub(in crate::resolve) fn is_required(&self, parameter: &Place) -> bool {
        self.node(parameter)
            .and_then(|node| node.get("required"))
            .is_some_and(|required| required == true)
    }

    /// The content of a request body, as [`Self::swagger_request_body`] has found it.
    pub(in crate::resolve) fn swagger_request_content(&self, operation: &Place, body: &Place) -> Content<'_> {
        let consumed = self.media_types(operation, "consumes");
        if self.form_fields(body).next().is_none() {
            let schema = body.child("schema");
            let names = or_default(consumed, JSON);
            let examples = self.examples(body);
            let offers = names.map(|name| Offer {
                name,
                place: body.clone(),
                schema: schema.clone(),
                examples: examples.clone(),
                encodings: Vec::new(),
            });
            return Content {
                offers: offers.collect(),
            };
        }
        let has_file = self
            .form_fields(body)
            .any(|field| self.text(&field, "type") == Some("file"));
        let forms = consumed.filter(|name| name.starts_with(MULTIPART) || (name.starts_with(URLENCODED) && !has_file));
        let names = or_default(forms, if has_file { MULTIPART } else { URLENCODED });
        let offers = names.map(|name| Offer {
            name,
            place: body.clone(),
            schema: body.clone(),
            examples: Vec::new(),
            encodings: self.form_encodings(body),
        });
        Content {
            offers: offers.collect(),
        }
    }

    /// The content of a response; one without a schema has none.
    pub(in crate::resolve) fn swagger_response_content(&self, operation: &Place, response: &Place) -> Content<'_> {
        let schema = response.child("schema");
        let default = if self.is_binary(&schema) { BYTES } else { JSON };
        let names = or_default(self.media_types(operation, "produces"), default);
        let examples = response.child("examples");
        let offers = names.filter(|_| self.node(&schema).is_some()).map(|name| Offer {
            name,
            place: response.clone(),
            schema: schema.clone(),
            examples: self
                .members(&examples)
                .filter(|(of, _)| *of == name)
                .map(|(_, place)| place)
                .collect(),
            encodings: Vec::new(),
        });
        Content {
            offers: offers.collect(),
        }
    }

    /// How the lists in a form are written.
    fn form_encodings(&self, body: &Place) -> Vec<Encoding<'_>> {
        let lists = self
            .form_fields(body)
            .filter(|field| self.text(field, "type") == Some("array"));
        let encodings = lists.filter_map(|field| {
            let (style, explode) = list_style(Some("query"), self.text(&field, "collectionFormat")).ok()?;
            let name = self.node(&field)?.get("name")?.as_str()?;
            Some(Encoding {
                property: name.into(),
                content_type: None,
                style: Some(style),
                explode: Some(explode),
                place: field.clone(),
            })
        });
        encodings.collect()
    }

    /// The media types that an operation names, or else the whole description.
    fn media_types<'a>(&'a self, operation: &Place, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let own = self.node(operation).and_then(|node| node.get(key));
        let general = || self.node(&self.root()).and_then(|node| node.get(key));
        own.or_else(general)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
    }

    fn is_in(&self, parameter: &Place, location: &str) -> bool {
        self.follow(parameter)
            .is_ok_and(|parameter| self.text(&parameter, "in") == Some(location))
    }
}

/// The names, or the one that stands for none.
fn or_default<'a>(names: impl Iterator<Item = &'a str>, default: &'a str) -> impl Iterator<Item = &'a str> {
    let mut names = names.peekable();
    let default = names.peek().is_none().then_some(default);
    names.chain(default)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostic::Report;
    use crate::load::{Allowance, Document, Documents, gather};
    use crate::source::Sources;

    const FIELD: &str = "a";

    fn documents(operation: &Value) -> Documents {
        let root = json!({
            "swagger": "2.0",
            "consumes": ["application/json", "multipart/form-data"],
            "produces": ["text/csv"],
            "paths": {"/a": {"post": operation}},
        });
        let mut sources = Sources::default();
        let document = Document {
            file: sources.add("spec.json", String::new()),
            root,
            allowance: Allowance::default(),
        };
        gather(&mut sources, document, &[], &mut Report::default())
    }

    fn description(documents: &Documents) -> (Description<'_>, Place) {
        let description = crate::resolve::resolve(documents, &mut Report::default()).unwrap();
        let place = description.root().child("paths").child("/a").child("post");
        (description, place)
    }

    fn names(content: &Content<'_>) -> Vec<String> {
        content.offers.iter().map(|offer| offer.name.to_owned()).collect()
    }

    fn sent(operation: &Value) -> Vec<String> {
        let documents = documents(operation);
        let (description, place) = description(&documents);
        let body = description.request_body_of(&place.child("no item"), &place).unwrap();
        names(&description.request_content(&place, &body))
    }

    #[test]
    fn a_body_is_sent_as_what_is_consumed() {
        let body = json!([{"name": FIELD, "in": "body", "schema": {}}]);
        assert_eq!(
            sent(&json!({"parameters": body})),
            ["application/json", "multipart/form-data"]
        );
        assert_eq!(
            sent(&json!({"parameters": body, "consumes": ["text/plain"]})),
            ["text/plain"]
        );
        assert_eq!(sent(&json!({"parameters": body, "consumes": []})), [JSON]);
    }

    #[test]
    fn a_form_is_sent_as_a_form_whatever_is_consumed() {
        let field = |ty: &str| json!([{"name": FIELD, "in": "formData", "type": ty, "required": true}]);
        assert_eq!(sent(&json!({"parameters": field("string")})), [MULTIPART]);
        assert_eq!(
            sent(&json!({"parameters": field("string"), "consumes": [JSON]})),
            [URLENCODED]
        );
        assert_eq!(
            sent(&json!({"parameters": field("file"), "consumes": [URLENCODED]})),
            [MULTIPART]
        );
    }

    #[test]
    fn a_form_is_an_object_of_its_fields() {
        let query = json!({"name": "q", "in": "query", "type": "string"});
        let field = json!({"name": FIELD, "in": "formData", "type": "string", "required": true});
        let documents = documents(&json!({"parameters": [query, field]}));
        let (description, place) = description(&documents);
        let list = place.child("parameters");
        assert_eq!(
            description.request_body_of(&place.child("no item"), &place),
            Some(list.clone())
        );
        assert_eq!(description.parameters(&place), [list.child(0)]);
        assert!(
            description
                .request_body(&list, &mut Report::default())
                .unwrap()
                .required
        );
        let (_, object) = description.schema(&list, &mut Report::default()).unwrap();
        assert_eq!(object.required, [FIELD]);
        assert_eq!(crate::resolve::place_of(&object.properties[FIELD]), Some(list.child(1)));
    }

    #[test]
    fn a_response_holds_what_is_produced_where_it_has_a_schema() {
        let documents = documents(&json!({"responses": {
            "200": {"description": "", "schema": {"type": "string"}, "examples": {"text/csv": "a,b"}},
            "204": {"description": ""},
        }}));
        let (description, place) = description(&documents);
        let content = |status: &str| description.response_content(&place, &place.child("responses").child(status));
        assert_eq!(names(&content("200")), ["text/csv"]);
        assert_eq!(
            description.node(&content("200").offers[0].examples[0]),
            Some(&json!("a,b"))
        );
        assert_eq!(names(&content("204")), Vec::<String>::new());
    }
}

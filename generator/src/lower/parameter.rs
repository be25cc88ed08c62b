//! Parameters: those of the path item and of the operation, checked against the path template.

use indexmap::{IndexMap, IndexSet};
use openapiv3::{Parameter as Piece, ParameterData, ParameterSchemaOrContent};

use super::Lowering;
use super::template::template_names;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{In, Kind, Parameter, Reserved, StringFormat, Style};
use crate::resolve::{STYLE, place_of};
use crate::source::Place;

/// The most parameters that an operation may require. They are set in one expression, which no compiler reads to any depth.
const MOST_REQUIRED: usize = 255;

impl Lowering<'_> {
    /// The parameters of an operation; `None`, with a warning, where a required one cannot be expressed.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        item: &Place,
        operation: &Place,
        route: &str,
    ) -> Option<Vec<Parameter>> {
        let names = template_names(path);
        self.can_require(names.len(), operation, route)?;
        let mut parameters: IndexMap<(In, String), Parameter> = IndexMap::new();
        let holders = [item, operation].map(|holder| self.description.parameters(holder));
        // Many operations can share those of a path item, or be one operation by reference.
        if !self.copies.entries(holders.iter().map(Vec::len).sum()) {
            return None;
        }
        for place in holders.into_iter().flatten() {
            let parameter = match self.parameter(&place) {
                Ok(parameter) => parameter,
                Err(warning) => {
                    let required = self.description.node(&place).and_then(|node| node.get("required"));
                    let skipped = required.is_some_and(|required| required == true);
                    self.report.push(warning.operation(route));
                    if skipped {
                        self.skip_operation(route, &place, "it needs a parameter that cannot be read");
                        return None;
                    }
                    continue;
                }
            };
            let Some(parameter) = parameter else { continue };
            // An operation's own parameter takes the place of the path item's (OpenAPI 3.0.4, section 4.7.10).
            parameters.insert((parameter.location, parameter.name.clone()), parameter);
        }
        let parameters = self.match_template(names, operation, route, parameters);
        let required = parameters.iter().filter(|parameter| parameter.required);
        self.can_require(required.count(), operation, route)?;
        Some(parameters)
    }

    /// Whether a method can take so many required parameters; `None`, with a warning, where it cannot.
    fn can_require(&mut self, count: usize, operation: &Place, route: &str) -> Option<()> {
        if count <= MOST_REQUIRED {
            return Some(());
        }
        let why = format!("it requires more than {MOST_REQUIRED} parameters");
        self.skip_operation(route, operation, &why);
        None
    }

    /// One parameter; `None` where the specification says that it is to be ignored.
    fn parameter(&mut self, place: &Place) -> Result<Option<Parameter>, Box<Diagnostic>> {
        let target = self.description.follow(place);
        let target = target.map_err(|error| Box::new(error.diagnostic("the parameter", "it is left out")))?;
        let piece = self.description.parameter(&target, &mut self.report);
        let piece = piece.map_err(|error| Box::new(error.diagnostic("the parameter", "it is left out")))?;
        let (location, data) = location_and_data(piece);
        if location == In::Header && is_reserved_header(&data.name) {
            return Ok(None);
        }
        let (holder, schema, style) = match &data.format {
            ParameterSchemaOrContent::Schema(schema) => {
                let schema = place_of(schema).unwrap_or_else(|| target.child("schema"));
                (target.clone(), schema, style(location, &data))
            }
            ParameterSchemaOrContent::Content(content) => {
                let name = content.keys().next().map(String::as_str).unwrap_or_default();
                let holder = target.child("content").child(name);
                (holder.clone(), holder.child("schema"), style_of_content(name))
            }
        };
        let described = self.description.example(&holder);
        let described = described.or_else(|| self.description.example(&schema));
        let about = data
            .description
            .or_else(|| self.description.text(&schema, "description").map(str::to_owned));
        Ok(Some(Parameter {
            example: self.repeated_value(data.example.as_ref().or(described)),
            name: data.name,
            location,
            style,
            reserved: if self.is_flag(&target, "allowReserved") {
                Reserved::Kept
            } else {
                Reserved::Encoded
            },
            allow_empty: self.is_flag(&target, "allowEmptyValue"),
            required: data.required || location == In::Path,
            deprecated: data.deprecated.unwrap_or_default(),
            description: self.repeated_text(about),
            minimum: self.minimum(&schema),
            schema: self.schema(&schema),
            place: target,
        }))
    }

    fn is_flag(&self, parameter: &Place, key: &str) -> bool {
        let node = self.description.node(parameter);
        node.is_some_and(|node| node.get(key) == Some(&true.into()))
    }

    fn minimum(&self, schema: &Place) -> Option<i64> {
        let target = self.description.follow_schema(schema).ok()?;
        self.description.node(&target)?.get("minimum")?.as_i64()
    }

    /// Puts the path parameters first, in the order of the template, adds those that nobody declared, and drops those that
    /// the template does not have.
    fn match_template(
        &mut self,
        names: IndexSet<&str>,
        operation: &Place,
        route: &str,
        mut parameters: IndexMap<(In, String), Parameter>,
    ) -> Vec<Parameter> {
        parameters.retain(|(location, name), parameter| {
            let kept = *location != In::Path || names.contains(name.as_str());
            if !kept {
                let message = format!("the path has no `{{{name}}}`, so the parameter is left out");
                let warning = Diagnostic::new(Code::PATH_TEMPLATE, message).at(parameter.place.clone());
                self.report.push(warning.operation(route));
            }
            kept
        });
        let is_in_path = |((location, _), _): &((In, String), Parameter)| *location == In::Path;
        let (mut declared, others): (IndexMap<_, _>, IndexMap<_, _>) = parameters.into_iter().partition(is_in_path);
        let in_path = names.into_iter().map(|name| {
            let declared = declared.swap_remove(&(In::Path, name.to_owned()));
            declared.unwrap_or_else(|| self.undeclared_path_parameter(name, operation, route))
        });
        in_path.chain(others.into_values()).collect()
    }

    fn undeclared_path_parameter(&mut self, name: &str, operation: &Place, route: &str) -> Parameter {
        self.report.push(
            Diagnostic::new(
                Code::PATH_TEMPLATE,
                format!("nobody declares `{{{name}}}`, so it is taken for a string"),
            )
            .at(operation.clone())
            .operation(route)
            .help(format!("declare a parameter `{name}` with `in: path`")),
        );
        let place = operation.child("parameters").child(name);
        Parameter {
            name: name.to_owned(),
            location: In::Path,
            style: Style::Simple { explode: false },
            reserved: Reserved::Encoded,
            allow_empty: false,
            required: true,
            deprecated: false,
            description: None,
            schema: self.queue.add(place.child("schema"), Kind::String(StringFormat::Plain)),
            example: None,
            minimum: None,
            place,
        }
    }
}

/// Header parameters that the specification says to ignore: what they would say is said elsewhere.
fn is_reserved_header(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
}

fn location_and_data(piece: Piece) -> (In, ParameterData) {
    match piece {
        Piece::Path {
            parameter_data: data, ..
        } => (In::Path, data),
        Piece::Query {
            parameter_data: data, ..
        } if style_name(&data) == Some("querystring") => (In::QueryString, data),
        Piece::Query {
            parameter_data: data, ..
        } => (In::Query, data),
        Piece::Header {
            parameter_data: data, ..
        } => (In::Header, data),
        Piece::Cookie {
            parameter_data: data, ..
        } => (In::Cookie, data),
    }
}

fn style_name(data: &ParameterData) -> Option<&str> {
    data.extensions.get(STYLE)?.as_str()
}

/// The style of a parameter with a schema, each with its own default for `explode` (OpenAPI 3.2.0, section 4.12.2).
fn style(location: In, data: &ParameterData) -> Style {
    let or = |default: bool| data.explode.unwrap_or(default);
    match (style_name(data), location) {
        (Some("label"), _) => Style::Label { explode: or(false) },
        (Some("matrix"), _) => Style::Matrix { explode: or(false) },
        (Some("cookie"), _) => Style::Cookie { explode: or(true) },
        (Some("spaceDelimited"), _) => Style::SpaceDelimited { explode: or(false) },
        (Some("pipeDelimited"), _) => Style::PipeDelimited { explode: or(false) },
        (Some("tabDelimited"), _) => Style::TabDelimited,
        (Some("deepObject"), _) => Style::DeepObject,
        // A query string has a media type; where it has none, it is a form.
        (_, In::QueryString) => Style::UrlEncoded,
        (_, In::Path | In::Header) => Style::Simple { explode: or(false) },
        (_, In::Query | In::Cookie) => Style::Form { explode: or(true) },
    }
}

/// The style of a parameter with a media type.
fn style_of_content(media_type: &str) -> Style {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or(media_type)
        .trim()
        .to_ascii_lowercase();
    if essence.ends_with("/json") || essence.ends_with("+json") {
        Style::Json
    } else if essence == "application/x-www-form-urlencoded" {
        Style::UrlEncoded
    } else {
        Style::Text
    }
}

//! What the specification leaves open about the text of parameters: each choice is told once, where it is made first.
//!
//! The choices are those of `runtime/parameter`, and `docs/WIRE.md` lists them.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{AdditionalProperties, Api, In, Kind, Object, Operation, Parameter, SchemaId, Schemas, Style};

/// One choice, with the parameters that it is made for.
struct Choice<'a> {
    message: &'static str,
    first: (&'a Operation, &'a Parameter),
    times: usize,
}

/// Tells the choices.
pub(super) fn run(api: &Api, report: &mut Report) {
    let mut choices: Vec<Choice<'_>> = Vec::new();
    for (_, operation) in api.operations() {
        for parameter in &operation.parameters {
            let Some(message) = choice(parameter, &api.schemas) else {
                continue;
            };
            match choices.iter_mut().find(|choice| choice.message == message) {
                Some(choice) => choice.times += 1,
                None => choices.push(Choice {
                    message,
                    first: (operation, parameter),
                    times: 1,
                }),
            }
        }
    }
    for Choice { message, first, times } in choices {
        let (operation, parameter) = first;
        let label = match times {
            1 => "here".to_owned(),
            times => format!("here first, and {times} times in all"),
        };
        report.push(
            Diagnostic::new(Code::OPEN_STYLE, message)
                .at(parameter.place.clone())
                .label(label)
                .operation(operation.route())
                .help("see that the server reads it so; `content` in the place of `style` leaves nothing open"),
        );
    }
}

/// What is chosen for a parameter; `None` where the specification says how it is written.
fn choice(parameter: &Parameter, schemas: &Schemas) -> Option<&'static str> {
    let shape = Shape::of(parameter.schema, schemas)?;
    match (parameter.style, shape) {
        (Style::Json | Style::UrlEncoded, _)
        | (Style::Text, Shape::Single)
        | (Style::DeepObject, Shape::Members { nested: false }) => None,
        (Style::Text, _) => Some("an object or a list of a media type that is not JSON: it travels as JSON text"),
        (Style::SpaceDelimited { .. } | Style::PipeDelimited { .. } | Style::DeepObject, Shape::Single) => {
            Some("the style is one for objects or lists: a single value is written as `name=value`")
        }
        (Style::SpaceDelimited { explode: true } | Style::PipeDelimited { explode: true }, _) => Some(
            "with `explode` there is nothing for the delimiter to delimit: it is written as `form`, a pair for each",
        ),
        (Style::DeepObject, Shape::List { .. }) => {
            Some("`deepObject` is for objects: the elements of a list have their indices, as in `name[0]=a`")
        }
        (Style::DeepObject, Shape::Members { nested: true }) => Some(
            "`deepObject` is for objects of single values: what is inside adds brackets, as in `name[a][b]=c` and `name[a][0]=d`",
        ),
        (_, Shape::List { nested: true } | Shape::Members { nested: true }) => {
            Some("an object or a list inside of another: the inner one travels as JSON text")
        }
        (Style::Form { explode: true }, Shape::List { .. } | Shape::Members { .. })
            if parameter.location == In::Cookie =>
        {
            Some("a cookie has no `&`: each element or member is a cookie of its own")
        }
        _ => None,
    }
}

/// What the styles tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Single,
    List { nested: bool },
    Members { nested: bool },
}

impl Shape {
    /// The shape of the values; `None` where they may have several.
    fn of(id: SchemaId, schemas: &Schemas) -> Option<Self> {
        let is_single = |id: &SchemaId| is_single(&schemas[schemas.unaliased(*id)].kind);
        match &schemas[schemas.unaliased(id)].kind {
            kind @ (Kind::Array(_) | Kind::Tuple(_)) => Some(Self::List {
                nested: !kind.schemas().iter().all(is_single),
            }),
            Kind::Map(values) => Some(Self::Members {
                nested: !is_single(values),
            }),
            Kind::Object(Object {
                properties, additional, ..
            }) => {
                let declared = match additional {
                    AdditionalProperties::Declared(schema) => Some(schema),
                    AdditionalProperties::Unmentioned => None,
                };
                let mut members = properties.iter().map(|property| &property.schema).chain(declared);
                Some(Self::Members {
                    nested: !members.all(is_single),
                })
            }
            Kind::Untyped(_) | Kind::Union(_) | Kind::Alias(_) => None,
            _ => Some(Self::Single),
        }
    }
}

/// Whether no list and no object is a value; an untyped one is taken for single, as nobody says otherwise.
fn is_single(kind: &Kind) -> bool {
    !matches!(kind, Kind::Array(_) | Kind::Tuple(_) | Kind::Map(_) | Kind::Object(_))
}

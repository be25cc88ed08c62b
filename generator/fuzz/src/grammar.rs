//! The objects of the OpenAPI specification, with what stands in each of their fields.

use Shape::{Any, Either, Flag, List, Map, Number, Object, Reference, Text, Word};

/// What stands in a field.
pub(crate) enum Shape {
    Text,
    Word(&'static [&'static str]),
    Flag,
    Number,
    Any,
    /// An object that only refers, to a component of this kind.
    Reference(&'static str),
    /// A schema, which holds others.
    Schema,
    /// A path item, whose operations hold others as callbacks.
    PathItem,
    Object(&'static [Field]),
    List(&'static Shape),
    Map(&'static Shape),
    Either(&'static Shape, &'static Shape),
}

/// A field of an object.
pub(crate) type Field = (&'static str, Shape);

pub(crate) const ROOT: &[Field] = &[
    ("info", Object(INFO)),
    ("paths", Map(&PATH_ITEM)),
    ("webhooks", Map(&PATH_ITEM)),
    ("x-webhooks", Map(&PATH_ITEM)),
    ("components", Object(COMPONENTS)),
    ("definitions", Map(&SCHEMA)),
    ("parameters", Map(&PARAMETER)),
    ("responses", Map(&RESPONSE)),
    ("securityDefinitions", Map(&SECURITY_SCHEME)),
    ("security", SECURITY),
    ("servers", List(&SERVER)),
    ("tags", List(&Object(&[("name", Text), ("description", Text)]))),
    ("externalDocs", Any),
    ("host", Text),
    ("basePath", Text),
    ("schemes", List(&Word(&["https", "http", "ws"]))),
    ("x-speakeasy-retries", RETRIES),
    ("x-speakeasy-timeout", Any),
    ("x-fern-retries", Object(&[("disabled", Flag)])),
    ("x-fern-pagination", FERN_PAGES),
    ("consumes", List(&MEDIA_TYPE_NAME)),
    ("produces", List(&MEDIA_TYPE_NAME)),
];

const INFO: &[Field] = &[
    ("title", Text),
    ("version", Text),
    ("description", Text),
    ("license", Any),
];

const COMPONENTS: &[Field] = &[
    ("schemas", Map(&SCHEMA)),
    ("parameters", Map(&PARAMETER)),
    ("responses", Map(&RESPONSE)),
    ("requestBodies", Map(&BODY)),
    ("headers", Map(&PARAMETER)),
    ("securitySchemes", Map(&SECURITY_SCHEME)),
    ("pathItems", Map(&PATH_ITEM)),
    ("callbacks", Map(&Map(&PATH_ITEM))),
    ("mediaTypes", CONTENT),
    ("examples", Map(&Object(&[("value", Any)]))),
];

pub(crate) const PATH_ITEM: Shape = Shape::PathItem;
pub(crate) const PATH_ITEM_FIELDS: &[Field] = &[
    ("get", Object(OPERATION)),
    ("post", Object(OPERATION)),
    ("delete", Object(OPERATION)),
    ("query", Object(OPERATION)),
    ("parameters", List(&PARAMETER)),
    ("servers", List(&SERVER)),
    ("$ref", Word(&["#/components/pathItems/a", "#/paths/~1a", "b.yaml#/a"])),
];

const OPERATION: &[Field] = &[
    ("tags", List(&Text)),
    ("summary", Text),
    ("description", Text),
    ("operationId", Text),
    ("parameters", List(&PARAMETER)),
    ("requestBody", BODY),
    ("responses", Map(&RESPONSE)),
    ("callbacks", Map(&Either(&Reference("callbacks"), &Map(&PATH_ITEM)))),
    ("x-speakeasy-retries", RETRIES),
    ("x-speakeasy-timeout", Any),
    ("x-fern-retries", Object(&[("disabled", Flag)])),
    ("x-speakeasy-pagination", SPEAKEASY_PAGES),
    ("x-fern-pagination", Either(&Flag, &FERN_PAGES)),
    ("deprecated", Flag),
    ("security", SECURITY),
    ("servers", List(&SERVER)),
    ("consumes", List(&MEDIA_TYPE_NAME)),
    ("produces", List(&MEDIA_TYPE_NAME)),
    ("externalDocs", Any),
];

const RETRIES: Shape = Object(&[
    ("strategy", Word(&["backoff", "none"])),
    (
        "backoff",
        Object(&[
            ("initialInterval", Number),
            ("maxInterval", Number),
            ("maxElapsedTime", Number),
            ("exponent", Number),
        ]),
    ),
    ("statusCodes", List(&Either(&Number, &Word(&["5XX", "429", "x"])))),
    ("retryConnectionErrors", Flag),
]);

const SPEAKEASY_PAGES: Shape = Object(&[
    ("type", Word(&["offsetLimit", "cursor", "url"])),
    (
        "inputs",
        List(&Object(&[
            ("name", Text),
            ("in", Word(&["parameters", "requestBody"])),
            ("type", Word(&["page", "limit", "offset", "cursor"])),
        ])),
    ),
    (
        "outputs",
        Object(&[
            ("results", WAY),
            ("numPages", WAY),
            ("nextCursor", WAY),
            ("nextUrl", WAY),
        ]),
    ),
]);

const FERN_PAGES: Shape = Object(&[
    ("cursor", WAY),
    ("offset", WAY),
    ("next_cursor", WAY),
    ("next_uri", WAY),
    ("results", WAY),
    ("has-next-page", WAY),
    ("step", WAY),
]);

/// Where something stands in a page.
const WAY: Shape = Word(&[
    "$",
    "$.data",
    "$.data[-1].id",
    "$.a.b",
    "$response.cursor",
    "$response.data",
    "$request.cursor",
    "$request.body.a",
    "/data",
    "$..x[*]",
]);

const PARAMETER: Shape = Either(&Reference("parameters"), &Object(PARAMETER_FIELDS));
const PARAMETER_FIELDS: &[Field] = &[
    ("name", Text),
    (
        "in",
        Word(&["query", "path", "header", "cookie", "body", "formData", "querystring"]),
    ),
    ("description", Text),
    ("required", Flag),
    ("deprecated", Flag),
    ("schema", SCHEMA),
    ("content", CONTENT),
    (
        "style",
        Word(&[
            "form",
            "simple",
            "matrix",
            "label",
            "deepObject",
            "pipeDelimited",
            "spaceDelimited",
            "cookie",
        ]),
    ),
    ("explode", Flag),
    ("allowReserved", Flag),
    ("example", Any),
    (
        "examples",
        Map(&Either(&Reference("examples"), &Object(&[("value", Any)]))),
    ),
    ("type", TYPE),
    ("format", FORMAT),
    ("items", SCHEMA),
    ("enum", List(&Any)),
    ("default", Any),
    ("collectionFormat", Word(&["csv", "ssv", "tsv", "pipes", "multi"])),
];

const BODY: Shape = Either(
    &Reference("requestBodies"),
    &Object(&[("description", Text), ("required", Flag), ("content", CONTENT)]),
);

const RESPONSE: Shape = Either(
    &Reference("responses"),
    &Object(&[
        ("description", Text),
        ("content", CONTENT),
        ("schema", SCHEMA),
        (
            "headers",
            Map(&Either(&Reference("headers"), &Object(PARAMETER_FIELDS))),
        ),
        ("links", Any),
        ("examples", Any),
    ]),
);

const CONTENT: Shape = Map(&Object(&[
    ("schema", SCHEMA),
    ("itemSchema", SCHEMA),
    ("example", Any),
    ("examples", Map(&Object(&[("value", Any)]))),
    ("encoding", Map(&ENCODING)),
    ("prefixEncoding", List(&ENCODING)),
    ("itemEncoding", ENCODING),
]));

const ENCODING: Shape = Object(&[
    ("contentType", Either(&Text, &MEDIA_TYPE_NAME)),
    (
        "headers",
        Map(&Either(&Reference("headers"), &Object(&[("schema", SCHEMA)]))),
    ),
    ("style", Word(&["form", "deepObject", "pipeDelimited"])),
    ("explode", Flag),
    ("allowReserved", Flag),
]);

const SECURITY: Shape = List(&Map(&List(&Text)));
const SECURITY_SCHEME: Shape = Either(
    &Reference("securitySchemes"),
    &Object(&[
        (
            "type",
            Word(&["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", "basic"]),
        ),
        ("in", Word(&["header", "query", "cookie"])),
        ("name", Text),
        ("scheme", Word(&["basic", "bearer", "digest"])),
        ("bearerFormat", Text),
        ("description", Text),
        ("flows", Any),
    ]),
);

const SERVER: Shape = Object(&[
    ("url", Text),
    ("description", Text),
    (
        "variables",
        Map(&Object(&[
            ("default", Text),
            ("enum", List(&Text)),
            ("description", Text),
        ])),
    ),
]);

/// A schema or a reference to one, which holds others.
pub(crate) const SCHEMA: Shape = Shape::Schema;
const SCHEMAS: Shape = List(&SCHEMA);
const NAMED_SCHEMAS: Shape = Map(&SCHEMA);
pub(crate) const SCHEMA_FIELDS: &[Field] = &[
    ("type", Either(&TYPE, &List(&TYPE))),
    ("format", FORMAT),
    ("title", Text),
    ("description", Text),
    ("nullable", Flag),
    ("properties", NAMED_SCHEMAS),
    ("required", List(&Text)),
    ("additionalProperties", Either(&Flag, &SCHEMA)),
    ("patternProperties", NAMED_SCHEMAS),
    ("propertyNames", SCHEMA),
    ("unevaluatedProperties", Either(&Flag, &SCHEMA)),
    ("items", SCHEMA),
    ("prefixItems", SCHEMAS),
    ("contains", SCHEMA),
    ("uniqueItems", Flag),
    ("allOf", SCHEMAS),
    ("oneOf", SCHEMAS),
    ("anyOf", SCHEMAS),
    ("not", SCHEMA),
    ("if", SCHEMA),
    ("then", SCHEMA),
    ("else", SCHEMA),
    ("dependentSchemas", NAMED_SCHEMAS),
    (
        "discriminator",
        Object(&[("propertyName", Text), ("mapping", Map(&Text))]),
    ),
    ("enum", List(&Any)),
    ("const", Any),
    ("default", Any),
    ("example", Any),
    ("examples", List(&Any)),
    ("readOnly", Flag),
    ("writeOnly", Flag),
    ("deprecated", Flag),
    ("minimum", Number),
    ("maximum", Number),
    ("pattern", Either(&Text, &PATTERN)),
    ("contentEncoding", Text),
    ("contentMediaType", MEDIA_TYPE_NAME),
    ("$defs", NAMED_SCHEMAS),
    ("$anchor", Text),
    ("$id", Text),
    (
        "$ref",
        Word(&[
            "#",
            "#/components/schemas/a",
            "#a",
            "#/components/schemas/b/properties/a",
            "#/definitions/a",
        ]),
    ),
    ("$dynamicRef", Text),
    ("x-enum-varnames", List(&Text)),
    ("x-enum-descriptions", List(&Text)),
    ("x-nullable", Flag),
    ("externalDocs", Any),
    (
        "xml",
        Object(&[
            ("name", Text),
            ("namespace", Text),
            ("prefix", Text),
            ("attribute", Flag),
            ("wrapped", Flag),
            ("nodeType", Word(&["element", "attribute", "text", "cdata", "none"])),
        ]),
    ),
];

const TYPE: Shape = Word(&[
    "string", "number", "integer", "boolean", "array", "object", "null", "file",
]);
const FORMAT: Shape = Word(&[
    "int32",
    "int64",
    "uint8",
    "float",
    "double",
    "byte",
    "binary",
    "date",
    "date-time",
    "uuid",
    "password",
    "email",
]);
const PATTERN: Shape = Word(&[
    "^[a-z0-9]{3,8}$",
    "(a*){4000000000}",
    "((a|b)*c?){1000}{1000}",
    r"\p{L}+[^\w\s]$",
    "(?=a)b",
    "[",
    "a{99999}",
]);
const MEDIA_TYPE_NAME: Shape = Word(&[
    "application/json",
    "application/problem+json",
    "text/plain",
    "*/*",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/event-stream",
    "application/xml; charset=utf-8",
    "application/jsonl",
    "multipart/mixed",
    "image/png",
]);

//! Every kind of finding, once.

use std::fmt;

use super::Severity;

/// The stable code of a kind of finding: `OA0101`.
///
/// The first two digits name the stage: `01` load, `02` resolve, `03` schemas, `04` operations, `05` names, `06`
/// configuration, `07` write, `08` overlays.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(u16);

/// Declares the codes: `NAME = number, severity, "title";`. Each has a page in `pages/`; a test holds the page to the code.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $severity:ident, $title:literal;)*) => {
        impl Code {
            $($(#[$doc])* pub const $name: Self = Self($number);)*

            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How bad findings of this kind are.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self.0 {
                    $($number => Severity::$severity,)*
                    _ => Severity::Error,
                }
            }

            /// The kind of finding in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self.0 {
                    $($number => $title,)*
                    _ => "unknown",
                }
            }

            /// What there is to know about findings of this kind, as a page of Markdown: what they mean, an example, why
            /// it is so, and what to do.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self.0 {
                    $($number => include_str!(concat!("pages/OA0", $number, ".md")),)*
                    _ => "",
                }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    UNREADABLE = 101, Error, "a file cannot be read";
    /// A text is neither YAML nor JSON.
    SYNTAX = 102, Error, "a text is neither YAML nor JSON";
    /// A key stands twice in one object.
    DUPLICATE_KEY = 103, Warning, "a key stands twice in one object";
    /// A text is larger or deeper than the budget allows.
    OVER_BUDGET = 104, Error, "a description is larger or deeper than the budget allows";
    /// A file is not UTF-8 text.
    NOT_UTF8 = 105, Error, "a file is not UTF-8 text";
    /// A file holds more than one YAML document.
    SEVERAL_DOCUMENTS = 106, Warning, "a file holds more than one YAML document";
    /// A file that a reference leads to cannot be read.
    UNREADABLE_REFERENCE = 107, Warning, "a file that a reference leads to cannot be read";

    /// A document is not an OpenAPI description.
    NOT_OPENAPI = 201, Error, "a document is not an OpenAPI description";
    /// A description is written in a dialect that is not read.
    UNSUPPORTED_DIALECT = 202, Error, "a description is written in a dialect that is not read";
    /// A reference points at nothing.
    DANGLING_REFERENCE = 204, Warning, "a reference points at nothing";
    /// References lead back to themselves without content.
    REFERENCE_LOOP = 205, Warning, "references lead back to themselves without content";
    /// A reference leads to a file that is not read.
    OTHER_FILE = 206, Warning, "a reference leads to a file that is not read";
    /// An object of the description is not what its place asks for.
    MALFORMED = 207, Warning, "an object of the description is not what its place asks for";
    /// A field has the wrong type.
    WRONG_FIELD = 208, Warning, "a field has the wrong type";

    /// A keyword has no effect on the output.
    NO_EFFECT = 209, Note, "a keyword has no effect on the output";

    /// A value cannot be typed.
    UNTYPED = 301, Warning, "a value cannot be typed";
    /// Two schemas that hold at once contradict each other.
    CONTRADICTION = 302, Warning, "two schemas that hold at once contradict each other";
    /// A discriminator does not tell the alternatives apart.
    UNUSED_DISCRIMINATOR = 303, Warning, "a discriminator does not tell the alternatives apart";
    /// A schema is made of nothing but itself.
    ENDLESS_TYPE = 304, Warning, "a schema is made of nothing but itself";
    /// A required property is not declared.
    UNDECLARED_PROPERTY = 305, Warning, "a required property is not declared";

    /// An operation cannot be expressed.
    SKIPPED_OPERATION = 401, Warning, "an operation cannot be expressed";
    /// An operation is skipped by choice.
    SKIPPED_BY_CHOICE = 402, Note, "an operation is skipped by choice";
    /// The path and its parameters do not match.
    PATH_TEMPLATE = 403, Warning, "the path and its parameters do not match";
    /// A key of a responses object is no status.
    BAD_STATUS = 404, Warning, "a key of a responses object is no status";
    /// A body is on offer in another media type, too.
    OTHER_MEDIA_TYPE = 405, Note, "a body is on offer in another media type, too";
    /// A security scheme is of a kind that is not supported.
    UNSUPPORTED_SECURITY = 406, Warning, "a security scheme is of a kind that is not supported";
    /// A requirement names a security scheme that nobody declares.
    UNKNOWN_SECURITY_SCHEME = 407, Warning, "a requirement names a security scheme that nobody declares";
    /// The specification leaves open how a parameter is written.
    OPEN_STYLE = 408, Warning, "the specification leaves open how a parameter is written";
    /// A webhook or a callback cannot be read.
    WEBHOOK_LEFT_OUT = 409, Warning, "a webhook cannot be read";

    /// What is said about pages does not fit the operation.
    UNFIT_PAGES = 410, Warning, "what is said about pages does not fit the operation";

    /// Two things come to the same name.
    NAME_COLLISION = 501, Note, "two things come to the same name";
    /// Emitted code is not Rust; this is a fault of ours.
    NOT_RUST = 502, Error, "emitted code is not Rust";

    /// The configuration is not TOML.
    CONFIG_SYNTAX = 601, Error, "the configuration is not TOML";
    /// A key of the configuration means nothing.
    CONFIG_UNKNOWN_KEY = 602, Error, "a key of the configuration means nothing";
    /// The configuration lacks a value.
    CONFIG_MISSING = 603, Error, "the configuration lacks a value";
    /// A value of the configuration is not of its kind.
    CONFIG_VALUE = 604, Error, "a value of the configuration is not of its kind";
    /// An override of the configuration is for nothing that the description has.
    CONFIG_UNUSED = 605, Warning, "an override is for nothing that the description has";

    /// A file that is not ours would be overwritten.
    NOT_OURS = 701, Error, "a file that is not ours would be overwritten";
    /// A file cannot have this name.
    FILE_NAME = 702, Error, "a file cannot have this name";
    /// A path of the output leads through a link or over something that is no file.
    OUTPUT_PATH = 703, Error, "a path of the output leads through a link or over something that is no file";
    /// The output cannot be written.
    UNWRITABLE = 704, Error, "the output cannot be written";

    /// A document or a part of it is not an overlay.
    NOT_OVERLAY = 801, Error, "a document or a part of it is not an overlay";
    /// A target of an overlay is not a `JSONPath` query.
    OVERLAY_QUERY = 802, Error, "a target of an overlay is not a JSONPath query";
    /// An action of an overlay does not fit its target.
    UNFIT_ACTION = 803, Error, "an action of an overlay does not fit its target";
    /// The target of an action is nothing.
    NO_TARGET = 804, Warning, "the target of an action is nothing";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OA{:04}", self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

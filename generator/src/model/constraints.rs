use serde_json::Number;

/// How values are restricted further than their type says (JSON Schema Validation 2020-12, section 6). A client checks none
/// of it; the documentation of what is sent tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Constraints {
    /// `minimum` or `exclusiveMinimum`
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`
    pub maximum: Option<Bound>,
    /// `multipleOf`
    pub multiple_of: Option<Number>,
    /// `minLength`
    pub min_length: Option<usize>,
    /// `maxLength`
    pub max_length: Option<usize>,
    /// `pattern`
    pub pattern: Option<String>,
    /// `minItems`
    pub min_items: Option<usize>,
    /// `maxItems`
    pub max_items: Option<usize>,
    /// `uniqueItems`
    pub unique_items: bool,
}

/// An end of a range of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Where it is.
    pub value: Number,
    /// Whether the value itself is not allowed.
    pub is_excluded: bool,
}

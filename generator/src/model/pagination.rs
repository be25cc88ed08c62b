use super::SchemaId;
use crate::diagnostic::Location;
use crate::source::Pointer;

/// What the description or the configuration says about the pages of an operation.
#[derive(Clone, Debug, Default)]
pub enum Paging {
    /// Nothing, so that rules decide.
    #[default]
    Unsaid,
    /// That there are none.
    Without,
    /// How they are had.
    Declared(DeclaredPages),
}

/// How pages are had, as somebody says. Whether the operation has what this speaks of is not known yet.
#[derive(Clone, Debug)]
pub struct DeclaredPages {
    /// Where that is said.
    pub location: Location,
    /// What leads from one page to the next.
    pub habit: Habit,
    /// Where the items stand.
    pub items: Option<Pointer>,
    /// Where a boolean says whether there is another page.
    pub more: Option<Pointer>,
    /// Where the number of all pages stands.
    pub total: Option<Pointer>,
}

/// How an operation answers in pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The items of a page; `None` where a page is no list.
    pub items: Option<Items>,
    /// What leads from one page to the next.
    pub habit: Habit,
    /// Where a boolean says whether there is another page.
    pub more: Option<Pointer>,
    /// Where the number of all pages stands.
    pub total: Option<Pointer>,
}

/// The items of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// Where their list stands.
    pub pointer: Pointer,
    /// What each of them is.
    pub schema: SchemaId,
}

/// What leads from one page to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Habit {
    /// What the page says is sent for the next one.
    Cursor {
        /// What is sent.
        input: Input,
        /// Where the page says it.
        from: Pointer,
    },
    /// What the last item says is sent for the next page.
    LastItem {
        /// What is sent.
        input: Input,
        /// Where the item says it.
        from: Pointer,
    },
    /// The number of items before the page is sent.
    Offset {
        /// What is sent.
        input: Input,
        /// What it is on the first page, where somebody says so.
        first: Option<i64>,
    },
    /// The number of the page is sent.
    Number {
        /// What is sent.
        input: Input,
        /// What it is on the first page, where somebody says so.
        first: Option<i64>,
    },
    /// The page has the URL of the next one.
    Url {
        /// Where.
        from: Pointer,
    },
    /// A `Link` header has the URL of the next page (RFC 8288).
    Link,
}

impl Habit {
    /// What is sent for a page, where anything is.
    #[must_use]
    pub fn input(&self) -> Option<&Input> {
        match self {
            Self::Cursor { input, .. }
            | Self::LastItem { input, .. }
            | Self::Offset { input, .. }
            | Self::Number { input, .. } => Some(input),
            Self::Url { .. } | Self::Link => None,
        }
    }
}

/// What is sent for a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A query parameter.
    Query(String),
    /// A member of the body.
    Body(Pointer),
}

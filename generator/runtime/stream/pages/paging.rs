//! How an operation answers in pages, as plain data.

/// How an operation answers in pages. Places in an answer are JSON pointers (RFC 6901).
#[derive(Clone, Copy, Debug)]
pub struct Paging {
    /// Where the items of a page stand; `None` where a page is no list.
    pub(super) items: Option<&'static str>,
    pub(super) habit: Habit,
    /// Whether what is sent stands in the body; its name is a pointer then.
    pub(super) is_in_body: bool,
    /// Where a boolean says whether there is another page.
    pub(super) more: Option<&'static str>,
    /// Where the number of all pages stands.
    pub(super) total: Option<&'static str>,
}

/// What leads from one page to the next. `input` is the parameter that is sent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Habit {
    /// What the page says at `from` is sent for the next one.
    Cursor { input: &'static str, from: &'static str },
    /// What the last item says at `from` is sent for the next page.
    LastItem { input: &'static str, from: &'static str },
    /// The number of items before the page.
    Offset { input: &'static str, first: i64 },
    /// The number of the page.
    Number { input: &'static str, first: i64 },
    /// A URL in the page.
    Url { from: &'static str },
    /// A header field (RFC 8288).
    Link,
}

impl Paging {
    /// A cursor that stands in the page.
    #[must_use]
    pub const fn cursor(input: &'static str, from: &'static str) -> Self {
        Self::by(Habit::Cursor { input, from })
    }

    /// A member of the last item as the cursor.
    #[must_use]
    pub const fn last_item(input: &'static str, from: &'static str) -> Self {
        Self::by(Habit::LastItem { input, from })
    }

    /// An offset, with what it is on the first page.
    #[must_use]
    pub const fn offset(input: &'static str, first: i64) -> Self {
        Self::by(Habit::Offset { input, first })
    }

    /// A page number, with what it is on the first page.
    #[must_use]
    pub const fn number(input: &'static str, first: i64) -> Self {
        Self::by(Habit::Number { input, first })
    }

    /// The URL of the next page, which stands in the page.
    #[must_use]
    pub const fn url(from: &'static str) -> Self {
        Self::by(Habit::Url { from })
    }

    /// The URL of the next page in a `Link` header.
    #[must_use]
    pub const fn link() -> Self {
        Self::by(Habit::Link)
    }

    const fn by(habit: Habit) -> Self {
        Self {
            items: None,
            habit,
            is_in_body: false,
            more: None,
            total: None,
        }
    }

    /// Where the items of a page stand.
    #[must_use]
    pub const fn items(self, items: &'static str) -> Self {
        Self {
            items: Some(items),
            ..self
        }
    }

    /// What is sent is a member of the body, named by a pointer.
    #[must_use]
    pub const fn in_body(self) -> Self {
        Self {
            is_in_body: true,
            ..self
        }
    }

    /// Where a boolean says whether there is another page.
    #[must_use]
    pub const fn more(self, more: &'static str) -> Self {
        Self {
            more: Some(more),
            ..self
        }
    }

    /// Where the number of all pages stands.
    #[must_use]
    pub const fn total(self, total: &'static str) -> Self {
        Self {
            total: Some(total),
            ..self
        }
    }
}

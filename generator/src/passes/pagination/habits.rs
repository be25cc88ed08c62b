//! The habits of the field.

use super::shape::{Member, Shape};
use crate::model::{Habit, In, Input, Items, Kind, Method, Operation, Pages, Parameter, SchemaId, StringFormat};
use crate::source::Pointer;

/// Parameters that take a cursor, the likeliest first.
const CURSORS: &[&str] = &[
    "cursor",
    "page_token",
    "pageToken",
    "next_page_token",
    "nextPageToken",
    "next_token",
    "nextToken",
    "next_cursor",
    "nextCursor",
    "page_cursor",
    "pageCursor",
    "start_cursor",
    "startCursor",
    "pagination_token",
    "paginationToken",
    "continuation_token",
    "continuationToken",
    "marker",
    "after",
    "after_id",
    "next",
];
/// Properties that give the cursor of the next page.
const NEXT_CURSORS: &[&str] = &[
    "next_cursor",
    "nextCursor",
    "next_page_token",
    "nextPageToken",
    "next_token",
    "nextToken",
    "next_page_cursor",
    "nextPageCursor",
    "next_continuation_token",
    "nextContinuationToken",
    "next_marker",
    "nextMarker",
    "end_cursor",
    "endCursor",
];
/// Properties that give it where the parameter has the same name.
const SAME_NAME: &[&str] = &[
    "after",
    "continuation_token",
    "continuationToken",
    "cursor",
    "next",
    "page_token",
    "pageToken",
];
/// Parameters that take the id of the last item.
const AFTER: &[&str] = &["starting_after", "startingAfter", "start_after", "after_id", "after"];
/// Properties with that id.
const LAST_IDS: &[&str] = &["last_id", "lastId"];
/// Properties with the URL of the next page.
const NEXT_URLS: &[&str] = &[
    "next_url",
    "nextUrl",
    "next_page_url",
    "nextPageUrl",
    "next_link",
    "nextLink",
    "@odata.nextLink",
    "next_uri",
    "nextUri",
    "next_page_uri",
    "nextPageUri",
];
const PREVIOUS: &[&str] = &["previous", "prev"];
const MORE: &[&str] = &[
    "has_more",
    "hasMore",
    "has_next",
    "hasNext",
    "has_next_page",
    "hasNextPage",
];
const TOTALS: &[&str] = &[
    "total_pages",
    "totalPages",
    "page_count",
    "pageCount",
    "num_pages",
    "numPages",
    "last_page",
    "lastPage",
];
const NUMBERS: &[&str] = &["page", "page_number", "pageNumber", "page_no", "pageNo", "page[number]"];
const OFFSETS: &[&str] = &["offset", "skip", "$skip", "page[offset]"];
/// Parameters that say how many items a page has.
const SIZES: &[&str] = &[
    "limit",
    "per_page",
    "perPage",
    "page_size",
    "pageSize",
    "page[size]",
    "page[limit]",
    "size",
    "count",
    "max_results",
    "maxResults",
    "take",
    "top",
    "$top",
];

/// The pages of an operation that follows a habit.
pub(super) fn recognized(operation: &Operation, shape: &Shape<'_>) -> Option<Pages> {
    if operation.method != Method::Get {
        return None;
    }
    let (pointer, schema) = shape.list()?;
    let items = Items { pointer, schema };
    let view = View {
        operation,
        shape,
        members: shape.members(),
    };
    let found = view
        .by_url()
        .or_else(|| view.by_cursor())
        .or_else(|| view.by_last_item(&items))
        .or_else(|| view.by_link())
        .or_else(|| view.by_number())
        .or_else(|| view.by_offset());
    let habit = found?;
    let is_number = matches!(habit, Habit::Number { .. });
    Some(Pages {
        items: Some(items),
        more: match habit {
            Habit::Url { .. } | Habit::Link => None,
            _ => view.member(MORE, |kind| *kind == Kind::Boolean),
        },
        total: view.member(TOTALS, is_integer).filter(|_| is_number),
        habit,
    })
}

/// What there is to say of the first page in the description: the default of the parameter.
pub(super) fn default(operation: &Operation, shape: &Shape<'_>, input: &Input) -> Option<i64> {
    let Input::Query(name) = input else {
        return None;
    };
    let mut query = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.location == In::Query);
    let schema = query.find(|parameter| parameter.name == *name)?.schema;
    let own = shape.schemas[schema].default.as_ref();
    let default = own.or(shape.schemas[shape.schemas.unaliased(schema)].default.as_ref());
    default?.as_i64()
}

/// Both sides of an operation.
struct View<'a> {
    operation: &'a Operation,
    shape: &'a Shape<'a>,
    members: Vec<Member<'a>>,
}

impl View<'_> {
    fn by_url(&self) -> Option<Habit> {
        if !self.takes_pages() || self.parameter(&["next"], is_scalar).is_some() {
            return None;
        }
        let next = self.members.iter().find(|member| {
            self.is(member.schema, is_text) && (NEXT_URLS.contains(&member.name) || is_next_url(member))
        })?;
        Some(Habit::Url {
            from: next.pointer.clone(),
        })
    }

    fn by_cursor(&self) -> Option<Habit> {
        let parameter = self.parameter(CURSORS, is_scalar)?;
        let name = parameter.name.as_str();
        let is_after = AFTER.contains(&name) && self.member(MORE, |kind| *kind == Kind::Boolean).is_some();
        let last_ids = if is_after { LAST_IDS } else { &[] };
        let same_name = if SAME_NAME.contains(&name) { &[name][..] } else { &[] };
        let names: Vec<&str> = [NEXT_CURSORS, same_name, last_ids].concat();
        Some(Habit::Cursor {
            input: input(parameter),
            from: self.member(&names, is_scalar)?,
        })
    }

    fn by_last_item(&self, items: &Items) -> Option<Habit> {
        let parameter = self.parameter(AFTER, is_scalar)?;
        self.member(MORE, |kind| *kind == Kind::Boolean)?;
        let id = |schema: SchemaId| {
            let mut properties = self.shape.properties(schema).iter();
            properties.any(|property| property.name == "id" && self.is(property.schema, is_scalar))
        };
        let has_id = match self.shape.kind(items.schema) {
            Kind::Union(union) => union.variants.iter().all(|variant| id(variant.schema)),
            _ => id(items.schema),
        };
        has_id.then(|| Habit::LastItem {
            input: input(parameter),
            from: Pointer::root().child("id"),
        })
    }

    fn by_link(&self) -> Option<Habit> {
        let has_links = self.operation.successes.iter().all(|response| response.has_links);
        (has_links && self.takes_pages()).then_some(Habit::Link)
    }

    fn by_number(&self) -> Option<Habit> {
        let parameter = self.parameter(NUMBERS, is_integer)?;
        self.parameter(SIZES, is_integer)?;
        let input = input(parameter);
        let first = default(self.operation, self.shape, &input);
        // Where it begins is known by its default; where that could be 0, nothing is as it seems.
        let about = parameter
            .description
            .as_deref()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let mut words = about.split(|c: char| !c.is_alphanumeric());
        let could_be_zero = parameter.minimum == Some(0) || words.any(|word| word == "0" || word == "zero");
        (first.is_some() || !could_be_zero).then_some(Habit::Number { input, first })
    }

    fn by_offset(&self) -> Option<Habit> {
        let parameter = self.parameter(OFFSETS, is_integer)?;
        self.parameter(SIZES, is_integer)?;
        Some(Habit::Offset {
            input: input(parameter),
            first: None,
        })
    }

    /// Whether there is a parameter of any habit.
    fn takes_pages(&self) -> bool {
        let habits = [SIZES, NUMBERS, OFFSETS, CURSORS, AFTER];
        habits.iter().any(|names| self.parameter(names, is_scalar).is_some())
    }

    /// The query parameter of the first of some names.
    fn parameter(&self, names: &[&str], is_right: fn(&Kind) -> bool) -> Option<&Parameter> {
        let query = || {
            self.operation
                .parameters
                .iter()
                .filter(|parameter| parameter.location == In::Query)
        };
        let fits = |parameter: &&Parameter| !parameter.deprecated && self.is(parameter.schema, is_right);
        let named = |name: &&str| query().filter(fits).find(|parameter| parameter.name == **name);
        names.iter().find_map(named)
    }

    /// Where the member of the first of some names stands.
    fn member(&self, names: &[&str], is_right: fn(&Kind) -> bool) -> Option<Pointer> {
        let named = |name: &&str| {
            let mut members = self.members.iter();
            members.find(|member| member.name == *name && self.is(member.schema, is_right))
        };
        names.iter().find_map(named).map(|member| member.pointer.clone())
    }

    fn is(&self, schema: SchemaId, is_right: fn(&Kind) -> bool) -> bool {
        is_right(self.shape.kind(schema))
    }
}

/// Whether a `next` is the URL of a page: among links, or beside that of the previous page.
fn is_next_url(member: &Member<'_>) -> bool {
    let path = member.pointer.tokens();
    let is_link = path.iter().any(|step| step == "links" || step == "_links");
    match member.name {
        "next" => {
            is_link
                || member
                    .beside
                    .iter()
                    .any(|property| PREVIOUS.contains(&property.name.as_str()))
        }
        "href" => is_link && path.iter().rev().nth(1).is_some_and(|holder| holder == "next"),
        _ => false,
    }
}

fn input(parameter: &Parameter) -> Input {
    Input::Query(parameter.name.clone())
}

fn is_text(kind: &Kind) -> bool {
    matches!(kind, Kind::String(StringFormat::Plain))
}

fn is_integer(kind: &Kind) -> bool {
    matches!(kind, Kind::Integer(_))
}

/// Whether a value can be a cursor.
fn is_scalar(kind: &Kind) -> bool {
    is_text(kind) || is_integer(kind) || matches!(kind, Kind::String(StringFormat::Uuid | StringFormat::Base64))
}

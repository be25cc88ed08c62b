//! `pages` of an operation to data.

use crate::config::section::{Section, wrong};
use crate::config::value::text;
use crate::config::{Habit, Pages, PagesTable};
use crate::diagnostic::Report;

/// `false`, or a table.
pub(super) fn pages(section: &mut Section<'_>, report: &mut Report) -> Option<Pages> {
    if let Some(table) = section.table_if_any("pages") {
        return by(table, report).map(Pages::By);
    }
    let found = section.optional::<bool>("pages", report)?;
    if found.value {
        report.push(wrong(
            "pages",
            "expected `false`, or a table that says how",
            found.location,
        ));
        return None;
    }
    Some(Pages::Without)
}

fn by(mut table: Section<'_>, report: &mut Report) -> Option<PagesTable> {
    let location = table.location();
    let mut text = |key| text(table.optional(key, report));
    let (cursor, next_cursor, last_item) = (text("cursor"), text("next_cursor"), text("last_item"));
    let (offset, page, next_url) = (text("offset"), text("page"), text("next_url"));
    let (items, has_more, total_pages) = (text("items"), text("has_more"), text("total_pages"));
    let first = table.optional("first", report).map(|found| found.value);
    let link = table.optional("link", report).is_some_and(|found| found.value);
    table.finish(report);
    let habit = match (cursor, next_cursor, last_item, offset, page, next_url, link) {
        (Some(cursor), Some(next), None, None, None, None, false) => Habit::Cursor(cursor, next),
        (Some(cursor), None, Some(member), None, None, None, false) => Habit::LastItem(cursor, member),
        (None, None, None, Some(offset), None, None, false) => Habit::Offset(offset, first),
        (None, None, None, None, Some(page), None, false) => Habit::Page(page, first),
        (None, None, None, None, None, Some(url), false) => Habit::Url(url),
        (None, None, None, None, None, None, true) => Habit::Link,
        _ => {
            let reason = "expected one way: `cursor` with `next_cursor` or `last_item`, `offset`, `page`, `next_url`, \
                          or `link = true`";
            report.push(wrong("pages", reason, location));
            return None;
        }
    };
    Some(PagesTable {
        habit,
        items,
        has_more,
        total_pages,
        location,
    })
}

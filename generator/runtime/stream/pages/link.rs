//! Links in header fields (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

/// The target of the first link to the next page.
pub(super) fn next(headers: &HeaderMap) -> Option<&str> {
    let fields = headers.get_all(LINK).iter().filter_map(|field| field.to_str().ok());
    fields
        .flat_map(Links)
        .find(|(_, parameters)| is_next(parameters))
        .map(|(target, _)| target)
}

/// The links of a field: each with its target and its parameters.
struct Links<'f>(&'f str);

impl<'f> Iterator for Links<'f> {
    type Item = (&'f str, &'f str);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, rest) = self.0.split_once('<')?;
        let (target, rest) = rest.split_once('>')?;
        let (parameters, rest) = rest.split_at(unquoted(rest, ',').unwrap_or(rest.len()));
        self.0 = rest;
        Some((target, parameters))
    }
}

/// Whether `next` is one of the relations; of several such parameters, only the first counts (section 3.3).
fn is_next(mut parameters: &str) -> bool {
    while !parameters.is_empty() {
        let (parameter, rest) = parameters.split_at(unquoted(parameters, ';').unwrap_or(parameters.len()));
        parameters = rest.strip_prefix(';').unwrap_or(rest);
        if let Some((name, value)) = parameter.split_once('=') {
            if name.trim().eq_ignore_ascii_case("rel") {
                let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
                return relations.any(|relation| relation.eq_ignore_ascii_case("next"));
            }
        }
    }
    false
}

/// Where a sign first stands outside of quotes.
fn unquoted(text: &str, sign: char) -> Option<usize> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let found = text.char_indices().find(|(_, c)| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match c {
            '"' if !was_escaped => is_quoted = !is_quoted,
            '\\' if is_quoted && !was_escaped => is_escaped = true,
            _ => return *c == sign && !is_quoted,
        }
        false
    });
    found.map(|(index, _)| index)
}

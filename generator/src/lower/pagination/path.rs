//! Places in a body, as they are written: `meta.next`, `$.meta.next`, `$response.meta['next']`.

use crate::source::Pointer;

/// The place of a value, and in the last element of a list the place of a value of that.
pub(super) type InLast = (Pointer, Option<Pointer>);

/// The place that a path means.
pub(super) fn pointer(path: &str) -> Result<Pointer, String> {
    match parse(path) {
        Some((pointer, None)) => Ok(pointer),
        _ => Err(unknown(path)),
    }
}

/// The same, where the last element of one list may be on the way: `$.data[-1].id`.
pub(super) fn pointer_in_last(path: &str) -> Result<InLast, String> {
    parse(path).ok_or_else(|| unknown(path))
}

fn unknown(path: &str) -> String {
    format!("`{path}` is no path of members, such as `$.meta.next`")
}

/// A `JSONPath` of names (RFC 9535, section 2.3.1), its `$` being optional.
fn parse(path: &str) -> Option<InLast> {
    let path = path.trim();
    let mut rest = ["$response", "$request", "$"]
        .iter()
        .find_map(|root| path.strip_prefix(root))
        .unwrap_or(path);
    let (mut pointer, mut list) = (Pointer::root(), None);
    while !rest.is_empty() {
        let (step, after) = match rest.strip_prefix('[') {
            Some(bracket) => bracket.split_once(']')?,
            None => {
                let name = rest.strip_prefix('.').unwrap_or(rest);
                name.split_at(name.find(['.', '[']).unwrap_or(name.len()))
            }
        };
        let is_bracket = rest.starts_with('[');
        rest = after;
        let quoted = ["'", "\""]
            .iter()
            .find_map(|quote| step.strip_prefix(quote)?.strip_suffix(quote));
        match (is_bracket, quoted) {
            (false, _) if step.is_empty() => return None,
            (false, _) => pointer = pointer.child(step),
            (true, Some(name)) => pointer = pointer.child(name),
            (true, None) if is_last(step) && list.is_none() => list = Some(std::mem::take(&mut pointer)),
            (true, None) => return None,
        }
    }
    Some(match list {
        Some(list) => (list, Some(pointer)),
        None => (pointer, None),
    })
}

/// Whether an index means the last element. Not all that write so follow the RFC.
fn is_last(index: &str) -> bool {
    matches!(index, "-1" | "-1:" | "(@.length-1)")
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn paths_are_names_and_the_last_element() {
        let read = |path| {
            let (pointer, last) = parse(path)?;
            Some((pointer.to_string(), last.map(|last| last.to_string())))
        };
        let plain = |pointer: &str| Some((pointer.to_owned(), None));
        assert_eq!(read("meta.next"), plain("/meta/next"));
        assert_eq!(read("$.meta['a.b/c'][\"d\"]"), plain("/meta/a.b~1c/d"));
        assert_eq!(read("$response.data"), plain("/data"));
        assert_eq!(read("$"), plain(""));
        for last in ["$.data[-1].id", "$.data[(@.length-1)].id", "$.data[-1:].id"] {
            assert_eq!(read(last), Some(("/data".to_owned(), Some("/id".to_owned()))));
        }
        for wrong in ["$..a", "$.a[*]", "$.a[0]", "a.", "$.a[-1][-1]", "$.a["] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}

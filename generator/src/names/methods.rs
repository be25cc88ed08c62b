//! What a method is called.
//!
//! The name of a method is, in order of strength: what `oasmith.toml` says, what an extension of the description says, the
//! operation id less its noise, or the method and the path. The noise:
//!
//! - what frameworks add: the path and method at the end of FastAPI's ids (`create_token_api_v1_token_post` →
//!   `create_token`), the path before the action in Django's (`v1_api-token_list` → `list`);
//! - the resource's own name, in singular or plural, with its article, where what is left still says what is done:
//!   `pets().list_pets()` → `pets().list()`, `get_an_album` → `get`, `find_pets_by_status` → `find_by_status`. A part of it,
//!   such as the `tokens` of `list_tokens` in `api_token`, goes as well, unless the request body is called as the
//!   operation is: `create_token(CreateToken)` belongs together.
//!
//! Where that makes two methods of a resource the same, they keep more of their ids, and in the end are called by method
//! and path; numbers are the last resort.
//!
//! An operation without an id is called by its method and what its path says beside `api`, versions and the resource:
//! `GET /api/v1/kernels/{id}` is `kernels().get_by_id()`. The method stays what it is in HTTP, since nobody says whether a
//! `GET` lists, or a `POST` creates.

use foldhash::HashMap;

use super::words::snake;
use crate::model::{Api, Operation, says_something};

/// What a method may be called, the shortest first.
pub(super) fn candidates(api: &Api, operation: &Operation, tag: &str) -> Vec<String> {
    let mut names = whole_names(operation);
    let first = names.first().cloned().unwrap_or_default();
    names.insert(0, without_resource(api, operation, &first, tag));
    if operation.id.is_some() {
        let short = without_django_head(&first, operation);
        names.insert(0, without_resource(api, operation, &short, tag));
        names.push(name_from_route(operation, |_| true));
    }
    names
}

/// What an operation may be called among all of the API, for types that it declares inline: its id less what FastAPI added
/// and then with it, or the method and the path.
pub(super) fn whole_names(operation: &Operation) -> Vec<String> {
    match &operation.id {
        Some(id) => vec![snake(without_fastapi_tail(id, operation)), snake(id)],
        None => vec![
            name_from_route(operation, says_something),
            name_from_route(operation, |_| true),
        ],
    }
}

/// The first candidate of each that no other has come to: where some agree, all of them go on to their next.
pub(super) fn first_distinct(candidates: &[Vec<String>]) -> Vec<&str> {
    let mut levels = vec![0; candidates.len()];
    loop {
        let at = levels.iter().zip(candidates);
        let names: Vec<&str> = at
            .map(|(level, names)| names.get(*level).map_or("", String::as_str))
            .collect();
        let mut holders: HashMap<&str, usize> = HashMap::default();
        for name in &names {
            *holders.entry(name).or_default() += 1;
        }
        let is_shared = |index: &usize| holders.get(names[*index]).is_some_and(|count| *count > 1);
        let has_next = |index: &usize| levels[*index] + 1 < candidates[*index].len();
        let raised: Vec<usize> = (0..names.len()).filter(is_shared).filter(has_next).collect();
        if raised.is_empty() {
            return names;
        }
        for index in raised {
            levels[index] += 1;
        }
    }
}

/// The method, the fixed segments of the path that are asked for, and its parameters.
fn name_from_route(operation: &Operation, is_kept: fn(&str) -> bool) -> String {
    let mut words = vec![operation.method.as_str().to_lowercase()];
    let mut parameters = Vec::new();
    for segment in operation.path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.contains('{') {
            parameters.push(snake(segment));
        } else if is_kept(segment) {
            words.push(snake(segment));
        }
    }
    if !parameters.is_empty() {
        words.push("by".to_owned());
        words.push(parameters.join("_and_"));
    }
    words.join("_")
}

/// FastAPI makes ids from the function, the path with every other sign as `_`, and the method.
fn without_fastapi_tail<'a>(id: &'a str, operation: &Operation) -> &'a str {
    let sign = |character: char| if character.is_alphanumeric() { character } else { '_' };
    let path: String = operation.path.chars().map(sign).collect();
    let tail = format!("{path}_{}", operation.method.as_str().to_lowercase());
    id.strip_suffix(&tail).filter(|name| !name.is_empty()).unwrap_or(id)
}

/// What Django's generators call the actions of a resource.
const DJANGO_ACTIONS: &[&str] = &[
    "list",
    "create",
    "retrieve",
    "read",
    "update",
    "partial_update",
    "destroy",
    "delete",
];

/// Django's generators make ids from the fixed segments of the path, often less the first, and an action.
fn without_django_head(name: &str, operation: &Operation) -> String {
    let path = fixed_words(&operation.path);
    let action = DJANGO_ACTIONS.iter().find(|action| {
        let head = name.strip_suffix(*action).and_then(|head| head.strip_suffix('_'));
        head.is_some_and(|head| path.ends_with(&head.split('_').map(str::to_owned).collect::<Vec<_>>()))
    });
    action.map_or(name, |action| action).to_owned()
}

fn fixed_words(path: &str) -> Vec<String> {
    let fixed = path
        .split('/')
        .filter(|segment| !segment.is_empty() && !segment.contains('{'));
    fixed
        .flat_map(|segment| snake(segment).split('_').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

const ARTICLES: &[&str] = &["a", "an", "the"];
const PREPOSITIONS: &[&str] = &["as", "at", "by", "for", "from", "in", "of", "on", "to", "with"];

/// The name less the resource's own, where what is left still says what is done.
fn without_resource(api: &Api, operation: &Operation, name: &str, tag: &str) -> String {
    let words: Vec<&str> = name.split('_').collect();
    let tag = snake(tag);
    let tag: Vec<&str> = tag.split('_').collect();
    let whole = (0..words.len())
        .filter(|start| is_same_noun(&words[*start..], &tag))
        .map(|start| (start, tag.len()));
    let is_part = words.len() > 1
        && tag.len() > 1
        && is_same_word(words[words.len() - 1], tag[tag.len() - 1])
        && !body_is_called(api, operation, name);
    let part = is_part.then_some((words.len() - 1, 1));
    let kept = whole
        .chain(part)
        .find_map(|(start, length)| without_noun(&words, start, length));
    kept.unwrap_or_else(|| name.to_owned())
}

/// The words less a noun and its article; `None` where what is left would not say what is done.
fn without_noun(words: &[&str], start: usize, length: usize) -> Option<String> {
    let (before, after) = (&words[..start], &words[start + length..]);
    let before = match before.split_last() {
        Some((last, rest)) if ARTICLES.contains(last) => rest,
        _ => before,
    };
    let says_what_is_done = match (before, after) {
        // `pets_list`
        ([], [first, ..]) => !PREPOSITIONS.contains(first),
        // `list_pets`, `list_all_pets`; but the `index` of `create_field_index` is a part of what is created.
        ([_] | [_, "all"], []) => true,
        // `find_pets_by_status`; and `get_pet_photo`, as long as the noun is no object: not `remove_albums_user`.
        ([_], [first, rest @ ..]) => {
            let is_object = words[start + length - 1].ends_with('s');
            if PREPOSITIONS.contains(first) {
                !rest.is_empty()
            } else {
                !is_object
            }
        }
        _ => false,
    };
    says_what_is_done.then(|| [before, after].concat().join("_"))
}

/// Whether the words begin with those of the tag, in singular or plural.
fn is_same_noun(words: &[&str], tag: &[&str]) -> bool {
    words.len() >= tag.len() && words.iter().zip(tag).all(|(word, noun)| is_same_word(word, noun))
}

/// Whether one of two words is the other, or its plural.
fn is_same_word(a: &str, b: &str) -> bool {
    a == b || is_plural(a, b) || is_plural(b, a)
}

/// Enough of English to take `pets` for `pet`, `boxes` for `box`, `companies` for `company` and `shelves` for `shelf`.
fn is_plural(plural: &str, singular: &str) -> bool {
    let Some(stem) = plural.strip_suffix('s') else {
        return false;
    };
    stem == singular
        || stem.strip_suffix('e') == Some(singular)
        || stem
            .strip_suffix("ie")
            .is_some_and(|stem| singular.strip_suffix('y') == Some(stem))
        || stem
            .strip_suffix("ve")
            .is_some_and(|stem| singular.strip_suffix("fe").or_else(|| singular.strip_suffix('f')) == Some(stem))
}

/// Whether the request body is a component of the operation's own name.
fn body_is_called(api: &Api, operation: &Operation, name: &str) -> bool {
    let Some(body) = &operation.request_body else {
        return false;
    };
    let component = api.schemas[body.content.schema].component.as_deref();
    component.is_some_and(|component| snake(component) == name)
}

#[cfg(test)]
mod tests {
    use super::{first_distinct, is_same_word, without_noun};

    #[test]
    fn plurals_are_recognized() {
        for (plural, singular) in [
            ("pets", "pet"),
            ("boxes", "box"),
            ("companies", "company"),
            ("shelves", "shelf"),
        ] {
            assert!(is_same_word(plural, singular), "{plural}");
        }
        assert!(!is_same_word("class", "clas_"));
        assert!(!is_same_word("status", "state"));
    }

    #[test]
    fn a_noun_goes_only_where_the_rest_says_what_is_done() {
        for (name, start, expected) in [
            ("list_pets", 1, Some("list")),
            ("list_all_pets", 2, Some("list_all")),
            ("pets_list", 0, Some("list")),
            ("get_an_album", 2, Some("get")),
            ("find_pets_by_status", 1, Some("find_by_status")),
            ("create_field_index", 2, None),
            ("get_pet_photo", 1, Some("get_photo")),
            ("remove_albums_user", 1, None),
            ("pets_by_id", 0, None),
            ("pets", 0, None),
        ] {
            let words: Vec<&str> = name.split('_').collect();
            assert_eq!(without_noun(&words, start, 1).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn names_that_agree_keep_more_of_themselves() {
        let candidates = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let all = [
            candidates(&["list", "list_a"]),
            candidates(&["list", "list_b"]),
            candidates(&["get", "get_c"]),
        ];
        assert_eq!(first_distinct(&all), ["list_a", "list_b", "get"]);
    }
}

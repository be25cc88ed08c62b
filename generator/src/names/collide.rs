//! Names of one scope that have to differ.

use foldhash::{HashMap, HashSet};

use super::Ident;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::Place;

/// A thing that wants a name.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// The name that it wants.
    pub(super) name: Ident,
    /// What decides who gets the name where two want the same: the lesser key.
    pub(super) key: String,
    /// Where it stands, for the remark.
    pub(super) place: Place,
}

/// Gives each a name of its own, none of them among `reserved`, in the order of the wishes.
///
/// The outcome depends on names and keys only, never on the order.
pub(super) fn distinct(wishes: &[Wish], reserved: &[&str], report: &mut Report) -> Vec<Ident> {
    distinct_or_else(wishes, &[], reserved, report)
}

/// As [`distinct`]; the wish of the same position in `others` says what a thing is called where its name is taken, before it
/// gets a number.
pub(super) fn distinct_or_else(
    wishes: &[Wish],
    others: &[Option<Ident>],
    reserved: &[&str],
    report: &mut Report,
) -> Vec<Ident> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| (&wishes[*a].name, &wishes[*a].key).cmp(&(&wishes[*b].name, &wishes[*b].key)));
    let wished: HashSet<&str> = wishes.iter().map(|wish| wish.name.as_str()).collect();
    let mut holders: HashMap<Ident, usize> = HashMap::default();
    // The number to try next for each name, so that a thousand things of one name are not counted a thousand times.
    let mut next_numbers: HashMap<Ident, usize> = HashMap::default();
    let mut names: Vec<Option<Ident>> = vec![None; wishes.len()];
    for index in order {
        let wish = &wishes[index];
        let wanted = if reserved.contains(&wish.name.as_str()) {
            wish.name.with_underscore()
        } else {
            wish.name.clone()
        };
        let name = match holders.get(&wanted) {
            None => wanted,
            Some(holder) => {
                let other = others.get(index).cloned().flatten();
                let other = other.filter(|other| !reserved.contains(&other.as_str()));
                let next = next_numbers.entry(wanted.clone()).or_insert(2_usize);
                let numbered = std::iter::from_fn(|| {
                    let name = wanted.with_suffix(format_args!("{}{next}", gap(&wanted)));
                    *next += 1;
                    Some(name)
                });
                let free = |name: &Ident| !holders.contains_key(name) && !wished.contains(name.as_str());
                let Some(name) = other.into_iter().chain(numbered).find(free) else {
                    continue;
                };
                report.push(
                    Diagnostic::new(Code::NAME_COLLISION, format!("two things come to the name `{wanted}`"))
                        .at(wish.place.clone())
                        .label(format!("this one is called `{name}`"))
                        .related(wishes[*holder].place.clone(), format!("this one is called `{wanted}`")),
                );
                name
            }
        };
        holders.insert(name.clone(), index);
        names[index] = Some(name);
    }
    names
        .into_iter()
        .zip(wishes)
        .map(|(name, wish)| name.unwrap_or_else(|| wish.name.clone()))
        .collect()
}

/// What stands between a name and its number: nothing in camel case, an underscore in snake case.
fn gap(name: &Ident) -> &'static str {
    if name.as_str().starts_with(|first: char| first.is_ascii_uppercase()) {
        ""
    } else {
        "_"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn names(wishes: &[(&str, &str)], reserved: &[&str]) -> Vec<String> {
        let place = Place::root(Sources::default().add("spec.yaml", String::new()));
        let wish = |(name, key): &(&str, &str)| Wish {
            name: Ident::snake(name),
            key: (*key).to_owned(),
            place: place.clone(),
        };
        let wishes: Vec<Wish> = wishes.iter().map(wish).collect();
        distinct(&wishes, reserved, &mut Report::default())
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn the_lesser_key_keeps_the_name_in_any_order() {
        assert_eq!(names(&[("a", "a"), ("a", "A")], &[]), ["a_2", "a"]);
        assert_eq!(names(&[("a", "A"), ("a", "a")], &[]), ["a", "a_2"]);
    }

    #[test]
    fn a_number_never_takes_a_name_that_somebody_wants() {
        assert_eq!(names(&[("a", "1"), ("a", "2"), ("a_2", "3")], &[]), ["a", "a_3", "a_2"]);
    }

    #[test]
    fn another_name_comes_before_a_number() {
        let place = Place::root(Sources::default().add("spec.yaml", String::new()));
        let wish = |key: &str| Wish {
            name: Ident::snake("a"),
            key: key.to_owned(),
            place: place.clone(),
        };
        let wishes = ["1", "2", "3"].map(wish);
        let others = [None, Some(Ident::snake("b")), Some(Ident::snake("b"))];
        let names = distinct_or_else(&wishes, &others, &[], &mut Report::default());
        assert_eq!(names.iter().map(Ident::as_str).collect::<Vec<_>>(), ["a", "b", "a_2"]);
    }

    #[test]
    fn a_reserved_name_gets_an_underscore() {
        assert_eq!(names(&[("send", "send")], &["send"]), ["send_"]);
    }
}

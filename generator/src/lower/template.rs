//! Templates: paths and the URLs of servers, with names between braces.

use indexmap::IndexSet;

/// The names between braces, in order, each once.
pub(super) fn template_names(template: &str) -> IndexSet<&str> {
    let parts = template.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::template_names;

    #[test]
    fn names_come_in_the_order_of_the_template() {
        let names = |path: &'static str| template_names(path).into_iter().collect::<Vec<_>>();
        assert_eq!(names("/a/{b}/c/{d}.json"), ["b", "d"]);
        assert_eq!(names("/a/{b}/{b}/{c"), ["b"]);
    }
}

//! Types in the calls of our own macros, whose tokens `prettyplease` sets apart.

/// Writes `Vec<models::Token>` for `Vec < models :: Token >`, on the lines that call `runtime::request!`.
pub(super) fn tighten(text: &str) -> String {
    let mut tightened = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("runtime::request!") {
            tightened.push_str(&line.replace(" < ", "<").replace(" >", ">"));
        } else {
            tightened.push_str(line);
        }
    }
    tightened
}

#[cfg(test)]
mod tests {
    use super::tighten;

    #[test]
    fn types_are_written_as_people_do() {
        let text = "runtime::request!(ListRequest -> Vec < models::Token >);\nlet a = b < c;\n";
        assert_eq!(
            tighten(text),
            "runtime::request!(ListRequest -> Vec<models::Token>);\nlet a = b < c;\n"
        );
        let nested = "runtime::request!(A -> crate::Map < Option < i64 > >);\n";
        assert_eq!(tighten(nested), "runtime::request!(A -> crate::Map<Option<i64>>);\n");
    }
}

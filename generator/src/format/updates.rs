//! `Self { field: value, ..self }` on one line, as a person would write it.

/// What a line may hold; rustfmt's own limit.
const WIDTH: usize = 100;

/// Joins each struct literal that sets one field and takes the rest from `self`.
///
/// `prettyplease` gives four lines to every struct literal with a base. A setter is nothing else, and a crate has many.
pub(super) fn join(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut joined = String::with_capacity(text.len());
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let literal = lines.get(index..index + 4).filter(|_| line.ends_with("Self {"));
        match literal.and_then(update) {
            Some(update) => {
                joined.push_str(&update);
                index += 4;
            }
            None => {
                joined.push_str(line);
                index += 1;
            }
        }
        joined.push('\n');
    }
    joined
}

/// The four lines as one, where they are such a literal and it fits.
fn update(lines: &[&str]) -> Option<String> {
    let [open, field, base, close] = lines else { return None };
    let field = field.trim().strip_suffix(',')?;
    let is_update = base.trim() == "..self" && close.trim().starts_with('}');
    let line = format!("{open} {field}, ..self {}", close.trim());
    (is_update && line.len() <= WIDTH).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn an_update_of_one_field_is_one_line() {
        let text = "        Self {\n            a: Some(value.into()),\n            ..self\n        }\n";
        assert_eq!(join(text), "        Self { a: Some(value.into()), ..self }\n");
    }

    #[test]
    fn other_literals_are_left_alone() {
        let text = "Self {\n    a: 1,\n    b: 2,\n    ..self\n}\nSelf {\n    a: 1,\n    ..other\n}\n";
        assert_eq!(join(text), text);
    }
}

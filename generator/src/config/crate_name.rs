//! The name of a crate that nobody named.

use crate::names::kebab;

/// The longest name, which is that of crates.io.
const LONGEST: usize = 64;

/// The name of the crate for a description with this title: the title in kebab case, with `-sdk` at its end.
///
/// | title | name |
/// |---|---|
/// | `Swagger Petstore` | `swagger-petstore-sdk` |
/// | `The Widget API (v2)` | `the-widget-api-v2-sdk` |
/// | `Acme SDK` | `acme-sdk` |
/// | `3D Prints` | `api-3d-prints-sdk` |
/// | `中文`, or none | `api-sdk` |
#[must_use]
pub fn crate_name(title: &str) -> String {
    let ascii: String = title
        .chars()
        .map(|char| if char.is_ascii_alphanumeric() { char } else { ' ' })
        .collect();
    let mut name = kebab(&ascii);
    if name == "sdk" || name.ends_with("-sdk") {
        name.truncate(name.len() - "sdk".len());
    }
    if !name.starts_with(|char: char| char.is_ascii_alphabetic()) {
        name.insert_str(0, "api-");
    }
    name.truncate(LONGEST - "-sdk".len());
    format!("{}-sdk", name.trim_end_matches('-'))
}

/// Whether cargo takes this as the name of a package.
#[must_use]
pub fn is_crate_name(name: &str) -> bool {
    let first = name.starts_with(|char: char| char.is_ascii_alphabetic());
    first
        && name.len() <= LONGEST
        && name
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "-_".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_titles() {
        for (title, name) in [
            ("Swagger Petstore", "swagger-petstore-sdk"),
            ("The Widget API (v2)", "the-widget-api-v2-sdk"),
            ("Acme SDK", "acme-sdk"),
            ("SDK", "api-sdk"),
            ("3D Prints", "api-3d-prints-sdk"),
            ("中文", "api-sdk"),
            ("", "api-sdk"),
            ("a\"]\n[dependencies]", "a-dependencies-sdk"),
        ] {
            assert_eq!(crate_name(title), name);
        }
        let long = crate_name(&"word ".repeat(40));
        assert!(is_crate_name(&long), "{long}");
    }
}

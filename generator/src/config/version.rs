//! Semantic versions, which cargo insists on.

/// Whether the text is a semantic version: `1.2.3`, `1.0.0-beta.2`, `1.0.0+build.7`.
pub(super) fn is_version(text: &str) -> bool {
    let (text, build) = text
        .split_once('+')
        .map_or((text, None), |(text, build)| (text, Some(build)));
    let (numbers, pre) = text
        .split_once('-')
        .map_or((text, None), |(text, pre)| (text, Some(pre)));
    let numbers: Vec<&str> = numbers.split('.').collect();
    numbers.len() == 3
        && numbers
            .iter()
            .all(|number| number.parse::<u64>().is_ok() && is_identifier(number, true))
        && pre.is_none_or(|pre| pre.split('.').all(|part| is_identifier(part, true)))
        && build.is_none_or(|build| build.split('.').all(|part| is_identifier(part, false)))
}

/// Whether the text is one part of a version; numbers there must not begin with a needless zero if they have an order.
fn is_identifier(text: &str, has_order: bool) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !(has_order && is_number && text.len() > 1 && text.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn versions_are_semantic() {
        for text in [
            "0.1.0",
            "10.20.30",
            "1.0.0-beta.2",
            "1.0.0-x-y.0",
            "1.0.0+001",
            "1.0.0-a+b.c",
        ] {
            assert!(is_version(text), "{text}");
        }
        for text in [
            "", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.-1", "+1.0.0", "1.0.0-", "1.0.0-01", "1.0.0 ",
            "1.0.0\n",
        ] {
            assert!(!is_version(text), "{text}");
        }
    }
}

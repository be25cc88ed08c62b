//! The words of a text, and how they are put together again.
//!
//! A word ends where a sign stands, before a capital that follows a small letter (`petType`), and before the last capital of
//! an acronym that a word follows (`HTTPServer`). Digits belong to the word before them.
//!
//! Every name of a description comes by here several times, so letters of ASCII are changed one by one, and by no formatter.

/// `pet_type`
pub(super) fn snake(text: &str) -> String {
    joined(text, "_", push_lowercase)
}

/// `pet-type`
pub(crate) fn kebab(text: &str) -> String {
    joined(text, "-", push_lowercase)
}

/// `PET_TYPE`
pub(super) fn shouty(text: &str) -> String {
    joined(text, "_", push_uppercase)
}

/// `PetType`
pub(super) fn camel(text: &str) -> String {
    joined(text, "", |name, word| {
        let mut letters = word.chars();
        let first = letters.next().map_or(0, char::len_utf8);
        push_uppercase(name, &word[..first]);
        push_lowercase(name, letters.as_str());
    })
}

fn joined(text: &str, separator: &str, push: impl Fn(&mut String, &str)) -> String {
    let mut name = String::with_capacity(text.len());
    for word in text.split(|letter: char| !letter.is_alphanumeric()).flat_map(humps) {
        if !name.is_empty() {
            name.push_str(separator);
        }
        push(&mut name, word);
    }
    name
}

/// The words of a text that has no signs.
fn humps(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (word, others) = rest.split_at(first_hump(rest));
        rest = others;
        (!word.is_empty()).then_some(word)
    })
}

/// Where the first word ends.
fn first_hump(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let (mut is_small, mut is_capital) = (false, false);
    while let Some((at, letter)) = letters.next() {
        let Some((end, next)) = letters.peek().copied() else {
            break;
        };
        if is_capital && letter.is_uppercase() && next.is_lowercase() {
            return at;
        }
        if letter.is_lowercase() || letter.is_uppercase() {
            (is_small, is_capital) = (letter.is_lowercase(), letter.is_uppercase());
        }
        if is_small && next.is_uppercase() {
            return end;
        }
    }
    text.len()
}

fn push_lowercase(name: &mut String, word: &str) {
    if word.is_ascii() {
        name.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        name.push_str(&word.to_lowercase());
    }
}

fn push_uppercase(name: &mut String, word: &str) {
    if word.is_ascii() {
        name.extend(word.bytes().map(|byte| char::from(byte.to_ascii_uppercase())));
    } else {
        name.push_str(&word.to_uppercase());
    }
}

#[cfg(test)]
mod tests {
    use super::{camel, kebab, shouty, snake};

    #[test]
    fn words_end_at_signs_humps_and_acronyms() {
        for (text, words) in [
            ("pet type", "pet_type"),
            ("petType", "pet_type"),
            ("PetType", "pet_type"),
            ("PET_TYPE", "pet_type"),
            ("--pet..type--", "pet_type"),
            ("HTTPServer", "http_server"),
            ("XMLHttpRequest", "xml_http_request"),
            ("anAPI", "an_api"),
            ("aBC", "a_bc"),
            ("v2Beta1", "v2_beta1"),
            ("S3Bucket", "s3_bucket"),
            ("ipV4address", "ip_v4address"),
            ("2FA", "2fa"),
            ("größeÄndern", "größe_ändern"),
            ("ΑΒΓΣ", "αβγς"),
            ("中文", "中文"),
            ("", ""),
            ("!?", ""),
        ] {
            assert_eq!(snake(text), words, "{text}");
        }
    }

    #[test]
    fn the_same_words_in_every_case() {
        let text = "the HTTPServer of ßs";
        assert_eq!(camel(text), "TheHttpServerOfSSs");
        assert_eq!(kebab(text), "the-http-server-of-ßs");
        assert_eq!(shouty(text), "THE_HTTP_SERVER_OF_SSS");
    }
}

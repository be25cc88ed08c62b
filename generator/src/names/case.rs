//! From any text to an identifier of a given case.

use super::words;

/// Words of the 2024 edition that cannot name anything (The Rust Reference, "Keywords"), in any case that we make.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What a sign that means something is called, so that `+1` and `-1` are told apart.
const SIGNS: &[(char, &str)] = &[
    ('+', "plus"),
    ('<', "less"),
    ('>', "greater"),
    ('=', "equal"),
    ('!', "not"),
    ('*', "star"),
    ('%', "percent"),
    ('&', "and"),
    ('#', "number"),
];

/// `pet_type`
pub(super) fn snake(text: &str) -> String {
    finish(words::snake(&ascii(text)), "n", "unnamed")
}

/// `PetType`
pub(super) fn camel(text: &str) -> String {
    finish(words::camel(&ascii(text)), "N", "Unnamed")
}

/// `PET_TYPE`
pub(super) fn shouty(text: &str) -> String {
    finish(words::shouty(&ascii(text)), "N", "UNNAMED")
}

/// The text in ASCII letters, digits and gaps: signs that mean something become words, and letters of other scripts their
/// code points, so that different texts stay different.
fn ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    let mut former = None;
    for (index, character) in text.char_indices() {
        if character.is_ascii_alphanumeric() {
            ascii.push(character);
        } else if character == '-' && is_minus(former, &text[index + 1..]) {
            ascii.push_str(" minus ");
        } else if let Some((_, word)) = SIGNS.iter().find(|(sign, _)| *sign == character) {
            ascii.push(' ');
            ascii.push_str(word);
            ascii.push(' ');
        } else if character.is_alphanumeric() {
            ascii.push_str(&plain(character));
        } else {
            ascii.push(' ');
        }
        former = Some(character);
    }
    without_lone_letters(&ascii)
}

/// Whether a dash says something: before a number, or as the first sign of all, as in `-created` beside `created`, where the
/// order is turned round.
fn is_minus(former: Option<char>, rest: &str) -> bool {
    let next = rest.chars().next();
    let begins_number = next.is_some_and(|next| next.is_ascii_digit());
    let begins_text = former.is_none() && next.is_some_and(|next| next.is_ascii_alphabetic());
    let is_inside = former.is_some_and(|former| former.is_ascii_alphanumeric());
    !is_inside && (begins_number || begins_text)
}

/// The text with `VPCs` as `Vpcs` and `IPv6` as `Ipv6`: the last letter of an acronym begins no word of its own where a
/// plural or a version follows.
fn without_lone_letters(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut joined = bytes.to_vec();
    for (index, byte) in bytes.iter().enumerate() {
        let next = bytes.get(index + 1).copied().unwrap_or(b' ');
        let ends_acronym = match byte {
            b's' => !next.is_ascii_lowercase() && !next.is_ascii_digit(),
            b'v' => next.is_ascii_digit(),
            _ => false,
        };
        // Not for each letter: a name can be a megabyte of capitals.
        if ends_acronym {
            let before = bytes[..index].iter().rev();
            let letters = before.take_while(|byte| byte.is_ascii_uppercase()).count();
            if letters > 1 {
                joined[index - letters + 1..index].make_ascii_lowercase();
            }
        }
    }
    String::from_utf8(joined).unwrap_or_else(|_| text.to_owned())
}

/// A letter of another script in ASCII: without its accent where it is Latin, else as its code point.
fn plain(character: char) -> String {
    const LATIN: &[(&str, &str)] = &[
        ("àáâãäåāăą", "a"),
        ("çćĉċč", "c"),
        ("ďđ", "d"),
        ("èéêëēĕėęě", "e"),
        ("ìíîïĩīĭį", "i"),
        ("ñńņň", "n"),
        ("òóôõöøōŏő", "o"),
        ("ùúûüũūŭůűų", "u"),
        ("ýÿ", "y"),
        ("śŝşš", "s"),
        ("źżž", "z"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ł", "l"),
        ("ţť", "t"),
        ("ŕŗř", "r"),
        ("ĝğġģ", "g"),
    ];
    let lower: String = character.to_lowercase().collect();
    match LATIN.iter().find(|(accented, _)| accented.contains(&lower)) {
        Some((_, plain)) if character.is_uppercase() => plain.to_ascii_uppercase(),
        Some((_, plain)) => (*plain).to_owned(),
        None => format!(" u{:x} ", u32::from(character)),
    }
}

/// The longest name. File systems take 255 bytes, of which the emitted code needs some for suffixes.
const LONGEST: usize = 160;

/// Makes a name of the right case, which is ASCII, one that Rust and file systems take.
fn finish(mut name: String, before_digit: &str, empty: &str) -> String {
    name.truncate(LONGEST);
    name.truncate(name.trim_end_matches('_').len());
    if name.is_empty() {
        return empty.to_owned();
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("{before_digit}{name}");
    }
    if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{camel, shouty, snake};

    #[test]
    fn fields_are_snake_case() {
        for (text, expected) in [
            ("petType", "pet_type"),
            ("HTTPBearer", "http_bearer"),
            ("HTTPBearer1", "http_bearer1"),
            ("X-Request-ID", "x_request_id"),
            ("type", "type_"),
            ("gen", "gen_"),
            ("+1", "plus_1"),
            ("-1", "minus_1"),
            ("a-1", "a_1"),
            ("-created", "minus_created"),
            ("--verbose", "verbose"),
            ("2fa", "n2fa"),
            ("$ref", "ref_"),
            ("@odata.type", "odata_type"),
            ("", "unnamed"),
            ("_", "unnamed"),
            ("größe", "grosse"),
            ("名", "u540d"),
            ("a\u{202e}b\nc", "a_b_c"),
            ("VPCs", "vpcs"),
            ("reservedIPs_list", "reserved_ips_list"),
            ("IPv6Address", "ipv6_address"),
            ("isOSsupported", "is_o_ssupported"),
            ("GPUs8", "gp_us8"),
        ] {
            assert_eq!(snake(text), expected, "{text:?}");
        }
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(snake(&"a ".repeat(1_000)), format!("{}a", "a_".repeat(79)));
        assert_eq!(camel(&"a".repeat(1_000)).len(), 160);
    }

    #[test]
    fn types_are_camel_case() {
        for (text, expected) in [
            ("APITokenResult", "ApiTokenResult"),
            ("in-progress", "InProgress"),
            ("self", "Self_"),
            ("42", "N42"),
            (">=", "GreaterEqual"),
            ("École", "Ecole"),
            ("", "Unnamed"),
        ] {
            assert_eq!(camel(text), expected, "{text:?}");
        }
        assert_eq!(shouty("listTokens"), "LIST_TOKENS");
    }
}

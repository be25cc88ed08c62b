//! The name for a file in a `Content-Disposition` header (RFC 6266).

use http::HeaderMap;
use http::header::CONTENT_DISPOSITION;

/// The name that the server suggests. `filename*`, which can say more, comes before `filename`. No folder is taken from it
/// (RFC 6266 section 4.3): a server has no say in where a file goes.
pub(super) fn file_name(headers: &HeaderMap) -> Option<String> {
    // A header may have bytes beyond ASCII, and some servers send UTF-8.
    let value = std::str::from_utf8(headers.get(CONTENT_DISPOSITION)?.as_bytes()).ok()?;
    let parameters = parameters(value);
    let named = |wanted: &str| {
        let found = parameters.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| value.as_str())
    };
    let extended = named("filename*").and_then(extended_value);
    let name = extended.or_else(|| named("filename").map(str::to_owned))?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let is_a_name = !matches!(name.trim(), "" | "." | "..");
    is_a_name.then_some(name)
}

/// What stands behind the disposition type: `name=token` or `name="quoted string"`, with backslashes before quotes.
fn parameters(value: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut rest = value.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, value)) = rest.split_once('=') {
        let (value, behind) = if let Some(quoted) = value.trim_start().strip_prefix('"') {
            unquoted(quoted)
        } else {
            let (token, behind) = value.split_once(';').unwrap_or((value, ""));
            (token.trim().to_owned(), behind)
        };
        parameters.push((name.trim_matches([' ', '\t', ';']).to_owned(), value));
        rest = behind;
    }
    parameters
}

/// The text up to the closing quote, and what comes after that.
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return (value, &text[index + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

/// `UTF-8'en'na%C3%AFve.txt` (RFC 8187).
fn extended_value(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _language, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(behind.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &behind[2..];
    }
    String::from_utf8(bytes).ok()
}

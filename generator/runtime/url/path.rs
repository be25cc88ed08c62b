//! Path templates.

/// Fills in a path template. The values are encoded already.
///
/// A segment that a value makes empty, `.` or `..` is refused: URL libraries and servers remove it, together with the
/// segment before it, and the request would reach another operation. Encoding the dots does not prevent that.
pub(crate) fn render_path(template: &str, values: &[(&'static str, String)]) -> Result<String, String> {
    let mut path = String::new();
    for (index, segment) in template.split('/').enumerate() {
        if index > 0 {
            path.push('/');
        }
        if segment.contains('{') {
            path.push_str(&render_segment(segment, values)?);
        } else {
            path.push_str(segment);
        }
    }
    Ok(path)
}

fn render_segment(template: &str, values: &[(&'static str, String)]) -> Result<String, String> {
    let mut segment = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) = next_parameter(rest) {
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        segment.push_str(before);
        segment.push_str(value.ok_or_else(|| format!("the path parameter `{name}` has no value"))?);
        rest = after;
    }
    segment.push_str(rest);
    match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "" => Err(format!("`{template}` in the path must not be empty")),
        "." | ".." => Err(format!("`{template}` in the path must not be `.` or `..`")),
        _ => Ok(segment),
    }
}

/// The text before the next parameter, its name, and the text after it.
fn next_parameter(template: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = template.split_once('{')?;
    Some((before, rest.split_once('}')?))
}

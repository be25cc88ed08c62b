//! The runtime: source that is emitted as it stands, less the parts that nothing needs.

use include_dir::{Dir, include_dir};

use super::part::{Part, Parts};
use super::{Content, Emitted};

/// The source of the runtime, which `generator/runtime-tests` compiles and tests.
static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime");

pub(super) fn files(parts: &Parts) -> Vec<Emitted> {
    let left_out = Part::ALL
        .into_iter()
        .filter(|part| !parts.contains(part))
        .map(Part::name);
    let left_out: Vec<&str> = left_out.collect();
    let mut files = Vec::new();
    let mut folders = vec![&RUNTIME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files());
    }
    let emitted = files.into_iter().filter_map(|file| {
        let path = file.path().to_str()?.replace('\\', "/");
        let stem = path.rsplit('/').next()?.strip_suffix(".rs")?;
        let text = file.contents_utf8()?;
        (!left_out.contains(&stem)).then(|| Emitted {
            path: format!("src/runtime/{path}"),
            content: Content::Text(without_parts(text, &left_out)),
        })
    });
    emitted.collect()
}

/// The text less what stands between `// only where used: PART` and `// end: PART`, and less these lines themselves.
fn without_parts(text: &str, left_out: &[&str]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut skipping = false;
    for line in text.lines() {
        let comment = line.trim();
        if let Some(part) = comment.strip_prefix("// only where used: ") {
            skipping = left_out.contains(&part);
        } else if comment.starts_with("// end: ") {
            skipping = false;
        } else if !skipping {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_parts;

    #[test]
    fn parts_are_left_out_with_their_marks() {
        let text = "a\n// only where used: uuid\nb\n// end: uuid\n// only where used: chrono\nc\n// end: chrono\nd\n";
        assert_eq!(without_parts(text, &["uuid"]), "a\nc\nd\n");
    }
}

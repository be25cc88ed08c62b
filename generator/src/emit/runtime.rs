//! The runtime: source that is emitted as it stands, less the parts that nothing needs.

use include_dir::{Dir, include_dir};

use super::part::{Part, Parts};
use super::{Task, text};

/// The source of the runtime, which `generator/runtime-tests` compiles and tests.
static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime");

pub(super) fn tasks(parts: &Parts) -> Vec<Task<'_>> {
    let mut tasks: Vec<Task<'_>> = Vec::new();
    let mut folders = vec![&RUNTIME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_str().unwrap_or_default().replace('\\', "/");
            let left_out = left_out(parts);
            let is_left_out = path
                .trim_end_matches(".rs")
                .split('/')
                .any(|step| left_out.contains(&step));
            if let Some(source) = file.contents_utf8().filter(|_| !is_left_out) {
                tasks.push(Box::new(move || {
                    text(&format!("src/runtime/{path}"), without_parts(source, &left_out))
                }));
            }
        }
    }
    tasks
}

/// The names of the parts that nothing needs.
fn left_out(parts: &Parts) -> Vec<&'static str> {
    let left_out = Part::ALL.into_iter().filter(|part| !parts.contains(part));
    left_out.map(Part::name).collect()
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

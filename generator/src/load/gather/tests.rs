use std::fs;

use tempfile::TempDir;

use super::*;
use crate::load::load_file;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The description in `api/root.yaml`, with what it refers to.
fn gathered(folder: &TempDir, allowed: &[&str]) -> (Documents, Sources) {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let root = load_file(&mut sources, &folder.path().join("api/root.yaml"), &mut report).unwrap();
    let allowed: Vec<PathBuf> = allowed.iter().map(|allowed| folder.path().join(allowed)).collect();
    let documents = gather(&mut sources, root, &allowed, &mut report);
    (documents, sources)
}

/// What the reference at `/at` of the root leads to: the name of the file and the pointer.
#[track_caller]
fn check(files: &[(&str, &str)], allowed: &[&str], expected: Result<&str, Target>) {
    let folder = folder(files);
    let (documents, sources) = gathered(&folder, allowed);
    check_in(&documents, &sources, expected);
}

#[track_caller]
fn check_in(documents: &Documents, sources: &Sources, expected: Result<&str, Target>) {
    let at = Place::root(documents.root).child("at");
    let reference = documents.node(&at).and_then(|at| at["$ref"].as_str()).unwrap();
    let found = match documents.target(&at, reference) {
        Target::Found(place) => {
            let name = sources.file(place.file).path.file_name().unwrap().to_str().unwrap();
            Ok(format!("{name}#{}", place.pointer))
        }
        other => Err(other),
    };
    assert_eq!(found, expected.map(str::to_owned), "{reference}");
}

#[test]
fn references_lead_into_other_files_and_back() {
    let pet = ("api/models/pet.yaml", "{a: {$ref: '../root.yaml#/b'}, 'x y': 1}");
    check(
        &[("api/root.yaml", "at: {$ref: models/pet.yaml}"), pet],
        &[],
        Ok("pet.yaml#"),
    );
    check(
        &[("api/root.yaml", "at: {$ref: './models/pet.yaml#/a'}"), pet],
        &[],
        Ok("pet.yaml#/a"),
    );
    check(
        &[("api/root.yaml", "at: {$ref: 'models/pet.yaml#/x%20y'}"), pet],
        &[],
        Ok("pet.yaml#/x y"),
    );
    check(
        &[("api/root.yaml", "at: {$ref: 'root.yaml#/b'}\nb: 1")],
        &[],
        Ok("root.yaml#/b"),
    );
    check(
        &[("api/root.yaml", "at: {$ref: 'models/pet.yaml#/none'}"), pet],
        &[],
        Err(Target::Nothing),
    );
    check(
        &[
            ("api/root.yaml", "at: {$ref: my%20pet.yaml}"),
            ("api/my pet.yaml", "a: 1"),
        ],
        &[],
        Ok("my pet.yaml#"),
    );
}

#[test]
fn one_file_is_one_document_however_it_is_named() {
    let folder = folder(&[
        (
            "api/root.yaml",
            "at: {$ref: 'a/pet.yaml'}\nb: {$ref: 'a/../a/./pet.yaml'}\nc: {$ref: 'a/more.yaml'}",
        ),
        ("api/a/more.yaml", "{$ref: pet.yaml, d: {$ref: ../root.yaml}}"),
        ("api/a/pet.yaml", "{$ref: more.yaml}"),
    ]);
    let (documents, _) = gathered(&folder, &[]);
    assert_eq!(documents.trees.len(), 3);
}

#[test]
fn a_pointer_goes_through_references() {
    check(
        &[
            (
                "api/root.yaml",
                "at: {$ref: '#/components/schemas/Pet/properties/name'}\ncomponents: {$ref: all.yaml}",
            ),
            ("api/all.yaml", "schemas: {$ref: schemas.yaml#/mine}"),
            (
                "api/schemas.yaml",
                "mine: {Pet: {$ref: '#/pet'}}\npet: {properties: {name: {}}}",
            ),
        ],
        &[],
        Ok("schemas.yaml#/pet/properties/name"),
    );
    check(
        &[("api/root.yaml", "at: {$ref: '#/a/b'}\na: {$ref: '#/a'}")],
        &[],
        Err(Target::Nothing),
    );
    check(
        &[(
            "api/root.yaml",
            "at: {$ref: '#/a/b'}\na: {$ref: '#/c/%62'}\nc: {$ref: '#/a/%62'}",
        )],
        &[],
        Err(Target::Nothing),
    );
}

#[test]
fn anchors_and_identifiers_are_names() {
    check(
        &[("api/root.yaml", "at: {$ref: '#pet'}\nb: {c: {$anchor: pet}}")],
        &[],
        Ok("root.yaml#/b/c"),
    );
    check(
        &[
            ("api/root.yaml", "at: {$ref: 'a.yaml#pet'}"),
            ("api/a.yaml", "{b: {$anchor: pet}}"),
        ],
        &[],
        Ok("a.yaml#/b"),
    );
    let identified = "$self: https://example.com/api\nat: {$ref: 'https://example.com/api#/b'}\nb: 1";
    check(&[("api/root.yaml", identified)], &[], Ok("root.yaml#/b"));
    let embedded = "at: {$ref: 'urn:pet#/c'}\nb: {$id: 'urn:pet', c: 1}";
    check(&[("api/root.yaml", embedded)], &[], Ok("root.yaml#/b/c"));
}

#[test]
fn a_fragment_counts_from_the_resource_that_it_stands_in() {
    let nested = "at: {$id: 'urn:pet', $ref: '#/$defs/a', $defs: {a: 1}}\n$defs: {a: 2, b: 3}";
    check(&[("api/root.yaml", nested)], &[], Ok("root.yaml#/at/$defs/a"));
    let from_the_root = "at: {$id: 'urn:pet', $ref: '#/$defs/b'}\n$defs: {b: 3}";
    check(&[("api/root.yaml", from_the_root)], &[], Ok("root.yaml#/$defs/b"));
}

#[test]
fn nothing_is_read_outside_of_the_folders_that_are_allowed() {
    let outside = ("api/root.yaml", "at: {$ref: ../common/pet.yaml}");
    let pet = ("common/pet.yaml", "a: 1");
    check(&[outside, pet], &[], Err(Target::Unread(Unread::Outside)));
    check(&[outside, pet], &["common"], Ok("pet.yaml#"));
    check(&[outside, pet], &["elsewhere"], Err(Target::Unread(Unread::Outside)));
    // Whether there is such a file is nobody's business.
    check(&[outside], &[], Err(Target::Unread(Unread::Outside)));
    check(
        &[("api/root.yaml", "at: {$ref: /etc/passwd}")],
        &[],
        Err(Target::Unread(Unread::Outside)),
    );
    for url in ["http://169.254.169.254/latest", "file:///etc/passwd", "//localhost/a"] {
        let text = format!("at: {{$ref: '{url}'}}");
        check(&[("api/root.yaml", &text)], &[], Err(Target::Unread(Unread::Remote)));
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let folder = folder(&[("api/root.yaml", "at: {$ref: pet.yaml}"), ("secret.yaml", "a: 1")]);
    std::os::unix::fs::symlink(folder.path().join("secret.yaml"), folder.path().join("api/pet.yaml")).unwrap();
    let (documents, sources) = gathered(&folder, &[]);
    check_in(&documents, &sources, Err(Target::Unread(Unread::Outside)));
    assert_eq!(sources.find(Path::new("secret.yaml")), None);
}

#[test]
fn a_file_that_cannot_be_read_costs_only_what_needs_it() {
    let root = ("api/root.yaml", "at: {$ref: a.yaml}");
    check(&[root], &[], Err(Target::Unread(Unread::Missing)));
    check(
        &[root, ("api/a.yaml", "[")],
        &[],
        Err(Target::Unread(Unread::Unreadable)),
    );
    check(
        &[root, ("api/a.yaml/b", "")],
        &[],
        Err(Target::Unread(Unread::Unreadable)),
    );
}

#[test]
fn an_extension_is_not_read() {
    let text = "at: {$ref: '#/x-a'}\nx-a: {$ref: a.yaml}\nproperties: {x-b: {$ref: b.yaml}}";
    let folder = folder(&[("api/root.yaml", text), ("api/a.yaml", "1"), ("api/b.yaml", "2")]);
    let (documents, sources) = gathered(&folder, &[]);
    assert_eq!(documents.trees.len(), 2, "{:?}", documents.paths);
    assert_eq!(sources.find(&folder.path().join("api/a.yaml")), None);
}

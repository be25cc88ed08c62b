//! The descriptions of a folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// A description to make an SDK of.
pub struct Description {
    /// What it goes by; a part of the names of packages.
    pub name: String,
    /// Its root file.
    pub root: PathBuf,
    /// The folder of all descriptions, in which references may lead anywhere: `../common/Error.json`.
    pub folder: PathBuf,
    /// How large it is, with all its files where the manifest knows.
    pub bytes: u64,
}

/// Every description of a folder, sorted by name.
pub fn of_folder(folder: &Path) -> Result<Vec<Description>> {
    let manifest = folder.join("MANIFEST.tsv");
    let mut found = if manifest.is_file() {
        listed(folder, &std::fs::read_to_string(&manifest)?).with_context(|| manifest.display().to_string())?
    } else {
        lying_around(folder)?
    };
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Keeps those that have one of the names.
pub fn choose(found: &mut Vec<Description>, names: &[String]) -> Result<()> {
    for name in names {
        if !found.iter().any(|description| description.name == *name) {
            bail!("no description is called {name}");
        }
    }
    found.retain(|description| names.contains(&description.name));
    Ok(())
}

/// What a MANIFEST.tsv lists. Its first line names the columns, of which `name` and `root_file` are needed.
fn listed(folder: &Path, manifest: &str) -> Result<Vec<Description>> {
    let mut lines = manifest.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let column = |name: &str| head.iter().position(|column| *column == name);
    let (name, root) = column("name")
        .zip(column("root_file"))
        .context("the columns name and root_file are needed")?;
    let bytes = column("bytes");
    let rows = lines.filter(|row| row.len() > name.max(root));
    Ok(rows
        .map(|row| {
            let root = folder.join(row[root]);
            let bytes = bytes.and_then(|bytes| row.get(bytes)?.parse().ok());
            Description {
                name: row[name].to_owned(),
                bytes: bytes.unwrap_or_else(|| size(&root)),
                root,
                folder: folder.to_owned(),
            }
        })
        .collect())
}

/// Every YAML or JSON file in a folder that has a field `openapi` or `swagger`.
fn lying_around(folder: &Path) -> Result<Vec<Description>> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let root = entry?.path();
        let extension = root.extension().and_then(|extension| extension.to_str());
        if !matches!(extension, Some("yaml" | "yml" | "json")) || !is_description(&root) {
            continue;
        }
        let name = root.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let plain = |char: char| if char.is_ascii_alphanumeric() { char } else { '-' };
        found.push(Description {
            name: name.to_lowercase().chars().map(plain).collect(),
            bytes: size(&root),
            root,
            folder: folder.to_owned(),
        });
    }
    Ok(found)
}

fn is_description(path: &Path) -> bool {
    let document = oasmith::load::load_file(&mut oasmith::Sources::default(), path, &mut oasmith::Report::default());
    document.is_some_and(|document| {
        ["openapi", "swagger"]
            .iter()
            .any(|key| !matches!(document.root.get(key), None | Some(Value::Null)))
    })
}

fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |metadata| metadata.len())
}

//! What can be asked for.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::descriptions::{self, Description};

/// Which descriptions, and where the results go.
#[derive(Args, Debug)]
pub struct Arguments {
    /// The folder of descriptions: those of its MANIFEST.tsv, or else every YAML or JSON file that is one
    #[arg(default_value_os_t = crate::folders::corpus())]
    pub folder: PathBuf,
    /// Only these, by name
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub only: Vec<String>,
    /// All but these, by name
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Only the smaller half, by bytes
    #[arg(long)]
    pub small: bool,
    /// Neither clippy nor rustdoc: what is left is done in half the time
    #[arg(long)]
    pub no_lints: bool,
    /// The file that has the table, whose other text is kept; without it the table is printed
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// A date for the table, in any form
    #[arg(long, value_name = "TEXT")]
    pub date: Option<String>,
    /// The folder for the SDKs and for what cargo makes of them [default: `corpus` in the target folder]
    #[arg(long, value_name = "DIR")]
    pub work: Option<PathBuf>,
}

impl Arguments {
    /// The descriptions that are asked for, sorted by name.
    pub fn descriptions(&self) -> Result<Vec<Description>> {
        let mut found = descriptions::of_folder(&self.folder)?;
        if self.small {
            found.sort_by_key(|description| description.bytes);
            found.truncate(found.len().div_ceil(2));
        }
        if !self.only.is_empty() {
            descriptions::choose(&mut found, &self.only)?;
        }
        found.retain(|one| !self.without.contains(&one.name));
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }
}

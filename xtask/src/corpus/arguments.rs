//! What can be asked for.

use std::path::PathBuf;

use clap::Args;

/// Which descriptions, and where the results go.
#[derive(Args, Debug)]
pub struct Arguments {
    /// The folder of descriptions: those of its MANIFEST.tsv, or else every YAML or JSON file that is one
    #[arg(default_value_os_t = super::default_corpus())]
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

//! `oasmith completions`

use clap::CommandFactory;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::outcome::Outcome;

pub(super) fn run(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "oasmith", &mut script);
    Outcome::done(String::from_utf8_lossy(&script).into_owned())
}

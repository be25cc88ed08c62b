//! `oasmith lint`

use super::arguments::{Display, Output, What};
use super::outcome::{Outcome, Status};
use super::session::Session;

pub(super) fn run(what: &What, display: &Display) -> Outcome {
    let mut session = Session::default();
    // Nothing is written, so nobody need look up the title for a name.
    let nowhere = Output {
        output: None,
        name: what.spec.is_some().then(|| "sdk".to_owned()),
    };
    let files = session
        .config(what, &nowhere)
        .and_then(|config| session.generate(&config));
    match files {
        None => session.refused(display),
        Some(_) => session.done(String::new(), Status::Done, display),
    }
}

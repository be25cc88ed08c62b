//! `oasmith lint`

use oasmith::{Config, Report};

use super::arguments::{Display, Format, Output, What};
use super::outcome::{Outcome, Status};
use super::session::{Session, format};

pub(super) fn run(what: &What, with_report: bool, display: &Display) -> Outcome {
    let mut session = Session::default();
    // Nothing is written, so nobody need look up the title for a name.
    let nowhere = Output {
        output: None,
        name: what.spec.is_some().then(|| "sdk".to_owned()),
    };
    let config = session.config(what, &nowhere);
    let config = config.filter(|config| session.generate(config).is_some());
    match config {
        None => session.refused(display),
        Some(config) if with_report => {
            let untyped = untyped(&mut session, &config, display);
            let mut outcome = session.done(String::new(), Status::Done, display);
            // To machines it is all one list of lines; for people it is what they asked for.
            match display.format {
                Format::Text => outcome.result = untyped,
                Format::Json => outcome.findings += &untyped,
            }
            outcome
        }
        Some(_) => session.done(String::new(), Status::Done, display),
    }
}

/// What stays `serde_json::Value`, drawn. Its findings are those that are told already.
fn untyped(session: &mut Session, config: &Config, display: &Display) -> String {
    let untyped = oasmith::untyped(config, &mut session.sources, &mut Report::default());
    oasmith::untyped::draw(&untyped.unwrap_or_default(), &session.sources, format(display))
}

//! `oasmith init`

use std::path::Path;

use oasmith::Input;
use oasmith::config::{crate_name, template, title};
use oasmith::load::load;
use oasmith::write::new_file;

use super::arguments::{Display, Output};
use super::outcome::{Outcome, Status};
use super::session::{CONFIG, OUTPUT, Session};

pub(super) fn run(spec: &Path, output: &Output, display: &Display) -> Outcome {
    let mut session = Session::default();
    if write_first(spec, output, &mut session).is_none() {
        return session.refused(display);
    }
    session.done(
        format!("wrote {CONFIG}; `oasmith generate` does what it says\n"),
        Status::Done,
        display,
    )
}

fn write_first(spec: &Path, output: &Output, session: &mut Session) -> Option<()> {
    let input = Input::File(spec.to_owned());
    load(&mut session.sources, &input, &mut session.report)?;
    let name = output
        .name
        .clone()
        .unwrap_or_else(|| crate_name(&title(&input, &mut session.sources)));
    let folder = output.output.as_deref().unwrap_or(Path::new(OUTPUT));
    let text = template(&spec.display().to_string(), &folder.display().to_string(), &name);
    new_file(Path::new(CONFIG), &text, &mut session.report)
}

//! A guard in front of the YAML parser.
//!
//! libyaml, which the YAML parser is made of, looks at every open bracket again for each token: 30,000 open brackets keep it
//! busy for seconds, a megabyte of them for hours. So a text with brackets enough to hurt is first walked with a parser
//! that does not mind. So is one with many lists that open on one line, of which the YAML parser keeps every one before it
//! looks at any.

use saphyr_parser::{Event, Parser, ScanError};

use super::budget::{DEPTH, Limit};
use super::syntax::{Failure, SyntaxError};
use crate::source::Pointer;

/// Fewer brackets than this cost libyaml little, however they nest.
const HARMLESS: usize = 4096;

/// Fails where the text nests deeper than [`DEPTH`].
pub(super) fn check(text: &str) -> Result<(), Failure> {
    if is_harmless(text) {
        return Ok(());
    }
    match walk(text) {
        Ok(()) => Ok(()),
        // The walker gives up on brackets at 255 levels.
        Err(Stop::TooDeep) => Err(Failure::OverBudget(Limit::Depth, Pointer::root())),
        Err(Stop::Syntax(error)) => {
            let at = text
                .char_indices()
                .nth(error.marker().index())
                .map_or(text.len(), |(at, _)| at);
            // The two parsers differ in small things, so libyaml has the last word where that is safe.
            if is_harmless(&text[at..]) {
                Ok(())
            } else {
                Err(Failure::Syntax(SyntaxError::new(text, error.info().to_owned(), at)))
            }
        }
    }
}

fn is_harmless(text: &str) -> bool {
    let mut brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{' | b'?'));
    brackets.nth(HARMLESS).is_none() && !text.contains(&"- ".repeat(DEPTH + 1))
}

enum Stop {
    TooDeep,
    Syntax(ScanError),
}

fn walk(text: &str) -> Result<(), Stop> {
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::SequenceStart(..) | Event::MappingStart(..), _)) => depth += 1,
            Ok((Event::SequenceEnd | Event::MappingEnd, _)) => depth = depth.saturating_sub(1),
            Ok(_) => {}
            Err(error) if error.info() == "recursion limit exceeded" => return Err(Stop::TooDeep),
            Err(error) => return Err(Stop::Syntax(error)),
        }
        if depth > DEPTH {
            return Err(Stop::TooDeep);
        }
    }
    Ok(())
}

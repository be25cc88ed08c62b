//! The first sentence of a text.

use pulldown_cmark::{Event, Parser, Tag};

use super::block::inline;
use super::dialect::OPTIONS;
use super::inline::{Breaks, render};
use super::literal::{Place, guard};
use super::unmarked::is_unmarked;

/// The first sentence of a safe text, on one line. Nothing if it has no paragraph and no heading.
pub(super) fn first_sentence(safe: &str) -> Option<String> {
    if is_unmarked(safe) {
        let lines = safe.lines().take_while(|line| !line.is_empty());
        let line = lines.collect::<Vec<_>>().join(" ");
        let end = ends(&line).find(|end| is_sentence_end(&line[..*end], &line[*end..]));
        return Some(line[..end.unwrap_or(line.len())].to_owned());
    }
    read_sentence(safe)
}

/// The same, for a text that has to be read as Markdown.
pub(super) fn read_sentence(safe: &str) -> Option<String> {
    let line = first_line(safe)?;
    let end = sentence_end(&line).unwrap_or(line.len());
    Some(guard(&line[..end], Place::First))
}

fn first_line(safe: &str) -> Option<String> {
    let mut events = Parser::new_ext(safe, OPTIONS).into_offset_iter().peekable();
    while let Some((event, _)) = events.peek() {
        if matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::Table(_))) {
            let end = events.peek().map_or(0, |(_, range)| range.end);
            while events.next_if(|(_, range)| range.start < end).is_some() {}
            continue;
        }
        let text = render(safe, &inline(&mut events), Breaks::Joined);
        if !text.is_empty() {
            return Some(text);
        }
        events.next();
    }
    None
}

/// The end of the first sentence that does not end inside a link, code or emphasis.
fn sentence_end(line: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(line, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Paragraph) => {}
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(_) if depth == 0 => {
                let mut ends = ends(&line[range.clone()]).map(|end| range.start + end);
                if let Some(end) = ends.find(|end| is_sentence_end(&line[..*end], &line[*end..])) {
                    return Some(end);
                }
            }
            _ => {}
        }
    }
    None
}

/// Where a sentence may end.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?']).map(|(at, _)| at + 1)
}

/// Whether a full stop, just before `after`, is the end of a sentence and not of an abbreviation.
fn is_sentence_end(sentence: &str, after: &str) -> bool {
    let mut after = after.chars();
    let is_followed = after.next() == Some(' ') && after.next().is_some_and(|next| !next.is_lowercase());
    is_followed && !is_abbreviation(sentence)
}

/// Whether a text ends with an abbreviation: `etc.`, `e.g.`
fn is_abbreviation(text: &str) -> bool {
    let word = text
        .rsplit(|character: char| character != '.' && !character.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_initials = word.matches('.').count() > 1 && word.split('.').all(|part| part.chars().count() <= 1);
    is_initials || ABBREVIATIONS.contains(&word)
}

const ABBREVIATIONS: &[&str] = &["etc.", "vs.", "cf.", "approx.", "incl.", "max.", "min."];

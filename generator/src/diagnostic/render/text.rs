//! One finding, drawn for people.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Element, Group, Level, Message, Renderer};

use super::shown::Shown;
use super::spots::{Spot, Spots};
use crate::diagnostic::{Diagnostic, Severity, visible};

/// Draws a finding as rustc draws its own.
pub(super) fn draw(diagnostic: &Diagnostic, spots: &Spots<'_>, color: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let spot = diagnostic.location.as_ref().and_then(|location| spots.spot(location));
    let related: Vec<_> = related(diagnostic, spots).collect();
    let shown = Shown::new(diagnostic, spot.as_ref(), &related);

    let title = level
        .clone()
        .primary_title(visible::line(&diagnostic.message))
        .id(diagnostic.code.to_string());
    let mut groups = vec![title.elements(shown.place(spot.as_ref()))];
    if shown.is_cut() {
        groups.push(Group::with_level(level));
    }
    let rest = shown.excerpts().chain(shown.in_words());
    let rest = rest.chain(notes(diagnostic, spot.as_ref()).map(Element::from));
    let last = groups.pop().map(|group| group.elements(rest));
    groups.extend(last);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&groups) + "\n"
}

fn related<'a>(diagnostic: &'a Diagnostic, spots: &'a Spots<'_>) -> impl Iterator<Item = (Spot<'a>, &'a str)> {
    let related = diagnostic.related.iter();
    related.filter_map(|(location, label)| Some((spots.spot(location)?, label.as_str())))
}

fn notes<'a>(diagnostic: &'a Diagnostic, spot: Option<&Spot<'a>>) -> impl Iterator<Item = Message<'static>> {
    let pointer = spot
        .and_then(|spot| spot.pointer)
        .map(|pointer| visible::line(&format!("#{pointer}")));
    let operation = diagnostic.operation.as_deref().map(visible::line);
    let help = diagnostic.help.as_deref().map(visible::paragraph);
    let named = |name: &'static str| move |text: String| Level::NOTE.with_name(name).message(text);
    [
        pointer.map(named("pointer")),
        operation.map(named("operation")),
        help.map(|help| Level::HELP.message(help)),
    ]
    .into_iter()
    .flatten()
}

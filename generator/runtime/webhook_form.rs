//! Forms that the server sends by itself (WHATWG URL, section 5.1).

use std::borrow::Cow;
use std::collections::BTreeMap;

use reqwest::Url;

use super::webhook::told;
use super::{Json, ReadError, ReadResult, Result, Style, Tree, Value, answer, json};

/// Members in members are followed no deeper than this.
const DEEPEST: usize = 32;

/// Reads a body that is a form; `styles` has the members that are not written as usual.
///
/// # Errors
///
/// When the body is not the form of the type.
pub fn webhook_form<T: Json>(name: &'static str, body: &[u8], styles: &[(&str, Style)]) -> Result<T> {
    told(name, read(body, styles))
}

fn read<T: Json>(body: &[u8], styles: &[(&str, Style)]) -> ReadResult<T> {
    // A form is what a query is.
    let mut url = Url::parse("form:/").map_err(|_| ReadError::new("not a form"))?;
    url.set_query(Some(&answer::text(body)?));
    let pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = url.query_pairs().collect();
    let mut form = Member::default();
    for (key, value) in &pairs {
        form.insert(key, value, styles)?;
    }
    let members = form.members.iter().map(|(name, member)| {
        let style = style(styles, name).unwrap_or(Style::FormExplode);
        let tree = member.tree(style).map_err(|error| error.in_member(name))?;
        Ok((Cow::Borrowed(*name), tree))
    });
    let tree = Tree::Object(members.collect::<ReadResult<_>>()?);
    T::read(&Value::of_text(&tree))
}

/// What a form says of one member: its values, or those of the members inside of it.
#[derive(Default)]
struct Member<'f> {
    values: Vec<&'f str>,
    members: BTreeMap<&'f str, Member<'f>>,
}

impl<'f> Member<'f> {
    /// Adds a pair of the form. Brackets are a part of the name, unless the style of the member gives them a meaning.
    fn insert(&mut self, key: &'f str, value: &'f str, styles: &[(&str, Style)]) -> ReadResult<()> {
        let bracketed = key.split_once('[');
        let deep = bracketed.filter(|(name, _)| style(styles, name) == Some(Style::DeepObject));
        let (name, inside) = deep.unwrap_or((key, ""));
        let mut member = self.members.entry(name).or_default();
        let steps = inside.split('[').filter(|_| !inside.is_empty());
        for (depth, step) in steps.enumerate() {
            if depth == DEEPEST {
                return Err(ReadError::new("members inside of members inside of members"));
            }
            member = member
                .members
                .entry(step.strip_suffix(']').unwrap_or(step))
                .or_default();
        }
        member.values.push(value);
        Ok(())
    }

    fn tree(&self, style: Style) -> ReadResult<Tree<'f>> {
        if !self.members.is_empty() {
            return self.nested();
        }
        let text = |text: &&'f str| Tree::String(Cow::Borrowed(text));
        let delimiter = match style {
            Style::Json => {
                let values = self.values.iter().map(|value| json::parse(value.as_bytes()));
                return Ok(one_or_all(values.collect::<ReadResult<_>>()?));
            }
            Style::Form => ',',
            Style::SpaceDelimited => ' ',
            Style::PipeDelimited => '|',
            Style::TabDelimited => '\t',
            _ => return Ok(one_or_all(self.values.iter().map(text).collect())),
        };
        let parts = self.values.iter().flat_map(|value| value.split(delimiter));
        Ok(Tree::Array(parts.map(|part| text(&part)).collect()))
    }

    /// Names that are all numbers, or empty, are the indices of a list.
    fn nested(&self) -> ReadResult<Tree<'f>> {
        let index = |name: &str| if name.is_empty() { Some(0) } else { name.parse().ok() };
        let indices: Option<Vec<usize>> = self.members.keys().map(|name| index(name)).collect();
        let trees = self.members.values().map(|member| member.tree(Style::FormExplode));
        let trees: Vec<Tree<'f>> = trees.collect::<ReadResult<_>>()?;
        let Some(indices) = indices else {
            let names = self.members.keys().map(|name| Cow::Borrowed(*name));
            return Ok(Tree::Object(names.zip(trees).collect()));
        };
        let mut elements: Vec<(usize, Tree<'f>)> = indices.into_iter().zip(trees).collect();
        elements.sort_by_key(|(index, _)| *index);
        let elements = elements.into_iter().flat_map(|(_, tree)| match tree {
            // `name[]=a&name[]=b`
            Tree::Array(several) => several,
            one => vec![one],
        });
        Ok(Tree::Array(elements.collect()))
    }
}

fn style(styles: &[(&str, Style)], name: &str) -> Option<Style> {
    styles.iter().find(|(known, _)| *known == name).map(|(_, style)| *style)
}

/// A name that comes once has a value, one that comes again a list.
fn one_or_all(mut values: Vec<Tree<'_>>) -> Tree<'_> {
    match (values.pop(), values.is_empty()) {
        (Some(only), true) => only,
        (last, _) => Tree::Array(values.into_iter().chain(last).collect()),
    }
}

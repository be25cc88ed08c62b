//! Elements to the tree that models are read from.

use std::borrow::Cow;
use std::collections::HashMap;

use super::document::Element;
use super::table::{Member, Node, Shape};
use crate::runtime::{Number, Tree};

type Members<'e> = Vec<(Cow<'e, str>, Tree<'e>)>;

/// The value that an element holds. What is no number or boolean where one is declared stays a string, and is told by who
/// reads the tree.
pub(super) fn read(element: &Element, shape: Shape) -> Tree<'_> {
    if element.is_nil {
        return Tree::Null;
    }
    match shape.resolved() {
        shape @ (Shape::Object { .. } | Shape::OneOf { .. }) => Tree::Object(object(element, shape)),
        Shape::List(item) => {
            let items = named(element, item.name);
            Tree::Array(items.map(|child| read(child, item.shape)).collect())
        }
        Shape::Any if !element.children.is_empty() || !element.attributes.is_empty() => {
            let attributes = element.attributes.iter().map(|(name, value)| (name, text(value)));
            let mut members: Members<'_> = attributes.map(|(name, value)| (name.into(), value)).collect();
            members.extend(by_key(&element.children.iter().collect::<Vec<_>>(), None));
            Tree::Object(members)
        }
        shape => scalar(&element.text, shape),
    }
}

fn object(element: &Element, shape: Shape) -> Members<'_> {
    let members = shape.members();
    let known = members.iter().filter_map(|(member, in_union)| {
        let value = read_member(element, member)?;
        // A list without items may be one of another alternative.
        let is_no_item = *in_union && matches!(&value, Tree::Array(items) if items.is_empty());
        (!is_no_item).then_some((member.key.into(), value))
    });
    let mut read: Members<'_> = known.collect();
    if let Shape::Object { rest: Some(rest), .. } = shape {
        let is_known = |child: &&Element| {
            let mut members = members.iter();
            members.any(|(member, _)| local(member.xml.name) == child.name)
        };
        let others: Vec<&Element> = element.children.iter().filter(|child| !is_known(child)).collect();
        read.extend(by_key(&others, Some(rest)));
    }
    read
}

fn read_member<'e>(element: &'e Element, member: &Member) -> Option<Tree<'e>> {
    let (name, shape) = (member.xml.name, member.xml.shape);
    match member.node {
        Node::Element => named(element, name).last().map(|child| read(child, shape)),
        Node::Attribute => {
            let mut attributes = element.attributes.iter();
            let (_, value) = attributes.find(|(known, _)| known == local(name))?;
            Some(scalar(value, shape.resolved()))
        }
        Node::Text => Some(scalar(&element.text, shape.resolved())),
        Node::Items { required } => {
            let items: Vec<Tree<'e>> = named(element, name).map(|child| read(child, shape)).collect();
            (required || !items.is_empty()).then_some(Tree::Array(items))
        }
    }
}

/// Elements that are called by their keys; several of one key are a list.
fn by_key<'e>(elements: &[&'e Element], member: Option<&Member>) -> Members<'e> {
    let shape = member.map_or(Shape::Any, |member| member.xml.shape);
    let is_list = member.is_some_and(|member| matches!(member.node, Node::Items { .. }));
    let mut groups: Vec<(&'e str, Vec<Tree<'e>>)> = Vec::new();
    let mut indexes: HashMap<&'e str, usize> = HashMap::new();
    for element in elements {
        let index = *indexes.entry(&element.name).or_insert(groups.len());
        if index == groups.len() {
            groups.push((&element.name, Vec::new()));
        }
        if let Some((_, values)) = groups.get_mut(index) {
            values.push(read(element, shape));
        }
    }
    let value = |mut values: Vec<Tree<'e>>| {
        let is_several = member.is_none() && values.len() > 1;
        if is_list || is_several {
            Tree::Array(values)
        } else {
            values.pop().unwrap_or(Tree::Null)
        }
    };
    groups
        .into_iter()
        .map(|(key, values)| (key.into(), value(values)))
        .collect()
}

/// The value of a text. An empty one is none, but for a string.
fn scalar(content: &str, shape: Shape) -> Tree<'_> {
    let trimmed = content.trim();
    match shape {
        Shape::Number | Shape::Boolean if trimmed.is_empty() => Tree::Null,
        Shape::Number => number(trimmed).map_or_else(|| text(content), Tree::Number),
        // The boolean of XML Schema (Part 2, section 3.2.2) has numbers as well.
        Shape::Boolean => match trimmed {
            "true" | "1" => Tree::Bool(true),
            "false" | "0" => Tree::Bool(false),
            _ => text(content),
        },
        _ => text(content),
    }
}

/// Rust reads words like `inf` as numbers, too.
fn number(text: &str) -> Option<Number> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    Number::parse(text).filter(|_| text.chars().all(is_digit))
}

fn text(text: &str) -> Tree<'_> {
    Tree::String(Cow::Borrowed(text))
}

fn named<'e>(element: &'e Element, name: &'static str) -> impl Iterator<Item = &'e Element> {
    let children = element.children.iter();
    children.filter(move |child| child.name == local(name))
}

/// A name less its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

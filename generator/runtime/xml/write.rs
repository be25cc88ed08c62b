//! The JSON form of a value to XML.

use super::table::{Member, Node, Shape, Xml};
use crate::runtime::Tree;

/// The namespace in which an element says that it has no value (XML Schema Part 1, section 2.6.2).
const NIL: &str = r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true""#;

/// What items of a list are called that nothing has a name for.
const ITEM: &str = "item";

/// Writes a value as a document.
///
/// # Errors
///
/// When the value has no XML form, with the reason.
pub(crate) fn write(value: &Tree<'_>, table: &'static Xml) -> Result<Vec<u8>, &'static str> {
    let mut writer = Writer {
        text: r#"<?xml version="1.0" encoding="UTF-8"?>"#.to_owned(),
        namespaces: Vec::new(),
    };
    writer.element(table.name, table, value)?;
    Ok(writer.text.into_bytes())
}

struct Writer {
    text: String,
    /// The prefixes that the open elements declare, with their namespaces.
    namespaces: Vec<(String, &'static str)>,
}

impl Writer {
    fn element(&mut self, name: &str, xml: &Xml, value: &Tree<'_>) -> Result<(), &'static str> {
        let outer_namespaces = self.namespaces.len();
        self.text.push('<');
        self.name(name)?;
        self.declare(name, xml.namespace)?;
        let shape = xml.shape.resolved();
        if *value == Tree::Null {
            self.text.push_str(NIL);
        }
        self.attributes(shape, value)?;
        self.text.push('>');
        let begin = self.text.len();
        self.content(shape, value)?;
        if self.text.len() == begin {
            self.text.truncate(begin - 1);
            self.text.push_str("/>");
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
        self.namespaces.truncate(outer_namespaces);
        Ok(())
    }

    fn attributes(&mut self, shape: Shape, value: &Tree<'_>) -> Result<(), &'static str> {
        for (member, value) in known(shape, value).filter(|(member, _)| member.node == Node::Attribute) {
            if *value != Tree::Null {
                self.declare(member.xml.name, member.xml.namespace)?;
                self.text.push(' ');
                self.name(member.xml.name)?;
                self.text.push_str("=\"");
                self.scalar(value, "an attribute of XML holds a single value")?;
                self.text.push('"');
            }
        }
        Ok(())
    }

    fn content(&mut self, shape: Shape, value: &Tree<'_>) -> Result<(), &'static str> {
        match value {
            Tree::Object(members) => {
                for (key, value) in members {
                    self.member(shape, key, value)?;
                }
                Ok(())
            }
            Tree::Array(items) => {
                let anything = Xml::new(ITEM, Shape::Any);
                let item = if let Shape::List(item) = shape { item } else { &anything };
                items.iter().try_for_each(|value| self.element(item.name, item, value))
            }
            scalar => self.scalar(scalar, ""),
        }
    }

    fn member(&mut self, shape: Shape, key: &str, value: &Tree<'_>) -> Result<(), &'static str> {
        let rest = match shape {
            Shape::Object { rest, .. } => rest,
            _ => None,
        };
        if let Some(member) = shape.member(key) {
            return match member.node {
                Node::Attribute => Ok(()),
                Node::Text => self.scalar(value, "the text of an element of XML is a single value"),
                node => self.elements(member.xml.name, &member.xml, node, value),
            };
        }
        let anything = Xml::new(ITEM, Shape::Any);
        match rest {
            Some(rest) => self.elements(key, &rest.xml, rest.node, value),
            None => self.elements(key, &anything, Node::Items { required: false }, value),
        }
    }

    /// One element, or one for each item.
    fn elements(&mut self, name: &str, xml: &Xml, node: Node, value: &Tree<'_>) -> Result<(), &'static str> {
        match (node, value) {
            (Node::Items { .. }, Tree::Array(items)) => {
                items.iter().try_for_each(|value| self.element(name, xml, value))
            }
            _ => self.element(name, xml, value),
        }
    }

    /// Says which namespace a name is in, where the elements around it do not.
    fn declare(&mut self, name: &str, namespace: &'static str) -> Result<(), &'static str> {
        if namespace.is_empty() {
            return Ok(());
        }
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let mut declared = self.namespaces.iter().rev();
        let last = declared.find(|(known, _)| known == prefix);
        if last.is_some_and(|(_, known)| *known == namespace) {
            return Ok(());
        }
        self.namespaces.push((prefix.to_owned(), namespace));
        self.text.push_str(if prefix.is_empty() { " xmlns" } else { " xmlns:" });
        self.text.push_str(prefix);
        self.text.push_str("=\"");
        self.escaped(namespace)?;
        self.text.push('"');
        Ok(())
    }

    fn scalar(&mut self, value: &Tree<'_>, otherwise: &'static str) -> Result<(), &'static str> {
        match value {
            Tree::Null => Ok(()),
            Tree::String(text) => self.escaped(text),
            Tree::Bool(_) | Tree::Number(_) => {
                self.text.push_str(&value.to_json().to_string());
                Ok(())
            }
            Tree::Array(_) | Tree::Object(_) => Err(otherwise),
        }
    }

    fn name(&mut self, name: &str) -> Result<(), &'static str> {
        if !is_name(name) {
            return Err("a name that XML does not allow for an element or an attribute");
        }
        self.text.push_str(name);
        Ok(())
    }

    /// White space other than the blank travels as a reference: parsers make a blank of it in an attribute, and a line feed of
    /// a carriage return everywhere (XML 1.0, sections 2.11 and 3.3.3).
    fn escaped(&mut self, text: &str) -> Result<(), &'static str> {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' => self.text.push_str("&#9;"),
                '\n' => self.text.push_str("&#10;"),
                '\r' => self.text.push_str("&#13;"),
                // XML 1.0, section 2.2.
                '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                    return Err("a text has a character that XML does not allow");
                }
                _ => self.text.push(character),
            }
        }
        Ok(())
    }
}

/// The members of an object that the table knows, with their values.
fn known<'t>(shape: Shape, value: &'t Tree<'t>) -> impl Iterator<Item = (&'static Member, &'t Tree<'t>)> {
    let values: &[_] = match value {
        Tree::Object(members) => members,
        _ => &[],
    };
    values
        .iter()
        .filter_map(move |(key, value)| Some((shape.member(key)?, value)))
}

/// Whether a text can be a name, with a prefix or without (Namespaces in XML 1.0, section 4).
fn is_name(name: &str) -> bool {
    let part = |part: &str| {
        let mut characters = part.chars();
        let begins = |first: char| first.is_alphabetic() || first == '_';
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{B7}');
        characters.next().is_some_and(begins) && characters.all(goes_on)
    };
    match name.split_once(':') {
        Some((prefix, local)) => part(prefix) && part(local),
        None => part(name),
    }
}

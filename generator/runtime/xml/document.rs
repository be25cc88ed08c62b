//! Text to elements, through `quick-xml`.

use std::str::from_utf8;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

use crate::runtime::ReadError;

/// How deep elements may be nested: as deep as JSON is read.
const DEEPEST: usize = 128;

/// An element. Names are without their prefix.
#[derive(Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// The text between the tags, less that of the children.
    pub(super) text: String,
    /// Whether the text is that of CDATA sections alone.
    is_cdata: bool,
    /// Whether it says that it has no value: `xsi:nil` (XML Schema Part 1, section 2.6.2).
    pub(super) is_nil: bool,
}

/// Reads the root element. A document type is skipped, so the only entities there are those of XML itself, and none of them
/// stands for more than one character.
///
/// # Errors
///
/// When the text is no XML in UTF-8, or is nested too deep.
pub(super) fn parse(text: &[u8]) -> Result<Element, ReadError> {
    let text = from_utf8(text).map_err(|_| ReadError::new("the body is not UTF-8"))?;
    let mut reader = Reader::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let mut document = Document::default();
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => return document.finish(),
            Ok(event) => event,
            Err(_) => return Err(not_xml(&format!("a mistake after {} bytes", reader.error_position()))),
        };
        document.take(event)?;
    }
}

fn not_xml(reason: &str) -> ReadError {
    ReadError::new(format!("not XML: {reason}"))
}

/// What has been read of a document.
#[derive(Default)]
struct Document {
    /// The elements that have not ended, outermost first.
    open: Vec<Element>,
    root: Option<Element>,
}

impl Document {
    fn take(&mut self, event: Event<'_>) -> Result<(), ReadError> {
        let no_utf8 = |_| not_xml("a text that is no UTF-8");
        match event {
            Event::Start(tag) => self.begin(element(&tag)?),
            Event::Empty(tag) => {
                self.begin(element(&tag)?)?;
                self.end()
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(&text.xml10_content().map_err(no_utf8)?),
            Event::CData(text) => {
                self.begin_cdata();
                self.text(&text.xml10_content().map_err(no_utf8)?)
            }
            Event::GeneralRef(reference) => {
                let mut buffer = [0; 4];
                let text = character(&reference, &mut buffer)?;
                self.text(text)
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, element: Element) -> Result<(), ReadError> {
        if self.root.is_some() {
            return Err(not_xml("an element after the root element"));
        }
        if self.open.len() >= DEEPEST {
            return Err(not_xml(&format!("elements are nested more than {DEEPEST} deep")));
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        let Some(element) = self.open.pop() else {
            return Err(not_xml("an element ends that has not begun"));
        };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
        Ok(())
    }

    /// White space beside a CDATA section is layout: the section says where the text begins and ends.
    fn begin_cdata(&mut self) {
        if let Some(element) = self.open.last_mut().filter(|element| element.text.trim().is_empty()) {
            element.text.clear();
            element.is_cdata = true;
        }
    }

    fn text(&mut self, text: &str) -> Result<(), ReadError> {
        match self.open.last_mut() {
            Some(element) if element.is_cdata && text.trim().is_empty() => {}
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(not_xml("text outside of the root element")),
        }
        Ok(())
    }

    fn finish(self) -> Result<Element, ReadError> {
        let root = self.root.filter(|_| self.open.is_empty());
        root.ok_or_else(|| not_xml("it ends before its root element does"))
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, ReadError> {
    let mut element = Element {
        name: local(tag.name())?,
        ..Element::default()
    };
    // Whether names differ is not checked: that takes the square of their number.
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| not_xml("a mistake in an attribute"))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| not_xml("a mistake in the value of an attribute"))?;
        let name = local(attribute.key)?;
        let is_flag = attribute.key.prefix().is_some_and(|prefix| prefix.as_ref() == b"xsi");
        if is_flag && name == "nil" {
            element.is_nil = matches!(value.trim(), "true" | "1");
        } else if attribute.key.as_namespace_binding().is_none() && !is_flag {
            element.attributes.push((name, value.into_owned()));
        }
    }
    Ok(element)
}

fn local(name: QName<'_>) -> Result<String, ReadError> {
    let local = from_utf8(name.local_name().into_inner()).map_err(|_| not_xml("a name that is no UTF-8"))?;
    Ok(local.to_owned())
}

/// What a reference stands for: a character by its number, or one of the five that XML has names for (XML 1.0, section 4.6).
fn character<'b>(reference: &BytesRef<'_>, buffer: &'b mut [u8; 4]) -> Result<&'b str, ReadError> {
    let unknown = || not_xml("an entity that XML does not define");
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.encode_utf8(buffer)),
        Ok(None) => {
            let name = reference.decode().map_err(|_| unknown())?;
            resolve_predefined_entity(&name).ok_or_else(unknown)
        }
        Err(_) => Err(not_xml("a reference to a character that there is not")),
    }
}

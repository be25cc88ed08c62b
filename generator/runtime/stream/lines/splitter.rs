//! Bytes to the texts of JSON that stand in them one after the other.

use std::mem::take;

use bytes::{Buf, Bytes};

/// The record separator that stands before each text of a JSON text sequence (RFC 7464).
const RECORD_SEPARATOR: u8 = 0x1E;

/// A text is larger than it may be.
#[derive(Debug)]
pub(super) struct TooLarge;

/// What has come of the text that is not complete yet.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    text: Vec<u8>,
    /// Whether texts have a separator before them; then a line end may stand inside of one.
    is_sequence: bool,
    nesting: Nesting,
}

impl Splitter {
    /// The next text of a chunk, if it is complete; what is behind it stays in the chunk.
    pub(super) fn next(&mut self, chunk: &mut Bytes, limit: usize) -> Result<Option<Vec<u8>>, TooLarge> {
        while chunk.has_remaining() {
            let end = chunk.iter().position(|byte| matches!(*byte, b'\n' | RECORD_SEPARATOR));
            let part = chunk.split_to(end.unwrap_or(chunk.len()));
            if self.text.len() + part.len() > limit {
                return Err(TooLarge);
            }
            self.text.extend_from_slice(&part);
            if self.is_sequence {
                self.nesting.read(&part);
            }
            if end.is_some() {
                let is_separator = chunk.get_u8() == RECORD_SEPARATOR;
                self.is_sequence |= is_separator;
                if let Some(text) = self.end_of_line(is_separator) {
                    return Ok(Some(text));
                }
            }
        }
        Ok(None)
    }

    /// What is left at the end, if it is anything.
    pub(super) fn rest(&mut self) -> Option<Vec<u8>> {
        self.nesting = Nesting::default();
        Some(take(&mut self.text)).filter(|text| !text.trim_ascii().is_empty())
    }

    fn end_of_line(&mut self, is_separator: bool) -> Option<Vec<u8>> {
        if self.nesting.is_inside() && !is_separator {
            self.text.push(b'\n');
            return None;
        }
        self.rest()
    }
}

/// How far inside of arrays, objects and strings a text has come.
#[derive(Debug, Default)]
struct Nesting {
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Nesting {
    fn is_inside(&self) -> bool {
        self.depth > 0 || self.is_in_string
    }

    fn read(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if take(&mut self.is_escaped) {
                continue;
            }
            match byte {
                b'\\' => self.is_escaped = self.is_in_string,
                b'"' => self.is_in_string = !self.is_in_string,
                b'[' | b'{' if !self.is_in_string => self.depth += 1,
                b']' | b'}' if !self.is_in_string => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }
}

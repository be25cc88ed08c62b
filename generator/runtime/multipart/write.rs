//! From parts to bytes.

use std::collections::VecDeque;

use bytes::{Bytes, BytesMut};
use http::{HeaderName, HeaderValue};

use super::Form;
use super::form::Entry;
use crate::runtime::request_body::RequestBody;
use crate::runtime::{Body, BodySource, BoxFuture, TransportError, retry};

impl Form {
    /// The content type and the body; `None` where there is none.
    ///
    /// The boundary is random and too long to be met by chance, so nobody looks for it in the parts.
    pub(in crate::runtime) fn finish(self) -> Result<Option<(String, RequestBody)>, String> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if self.is_absent {
            return Ok(None);
        }
        let boundary = format!("part-{}", retry::key());
        let mut pieces = Pieces::default();
        for entry in &self.entries {
            let head = head(entry, self.has_names())?;
            pieces.text(&format!("--{boundary}\r\n{head}\r\n"));
            pieces.body(&entry.body);
            pieces.text("\r\n");
        }
        pieces.text(&format!("--{boundary}--\r\n"));
        Ok(Some((self.content_type(&boundary), pieces.join())))
    }

    fn content_type(&self, boundary: &str) -> String {
        let essence = self.media_type.split(';').next().unwrap_or(self.media_type).trim();
        // RFC 2387 section 3.1: the type of the part that the others belong to, which is the first.
        let first = self.entries.first().map(Entry::content_type);
        match first {
            Some(first) if essence.eq_ignore_ascii_case("multipart/related") => {
                let first = first.unwrap_or("text/plain").replace('"', "");
                format!("{essence}; boundary={boundary}; type=\"{first}\"")
            }
            _ => format!("{essence}; boundary={boundary}"),
        }
    }
}

/// The header lines of a part.
fn head(entry: &Entry, has_names: bool) -> Result<String, String> {
    let disposition = disposition(entry, has_names).map(|value| ("Content-Disposition", value));
    let content_type = entry.content_type().map(|value| ("Content-Type", value.to_owned()));
    let own = entry.headers.iter().map(|(name, value)| (name.as_str(), value.clone()));
    let headers = disposition.into_iter().chain(content_type).chain(own);
    let lines = headers.map(|(name, value)| {
        if HeaderName::from_bytes(name.as_bytes()).is_ok() && HeaderValue::from_bytes(value.as_bytes()).is_ok() {
            return Ok(format!("{name}: {value}\r\n"));
        }
        let part = &entry.name;
        Err(format!(
            "the part `{part}`: its header {name:?} has a character that a header cannot have"
        ))
    });
    lines.collect()
}

/// What the part is. Only the parts of a form have to say it; others do it for the name of a file (RFC 2183).
fn disposition(entry: &Entry, has_names: bool) -> Option<String> {
    let file_name = entry.file_name.as_deref().filter(|_| has_names || entry.is_named);
    let file_name = file_name.map(|name| format!("; filename=\"{}\"", quoted(name)));
    if has_names {
        let file_name = file_name.unwrap_or_default();
        return Some(format!("form-data; name=\"{}\"{file_name}", quoted(&entry.name)));
    }
    file_name.map(|file_name| format!("attachment{file_name}"))
}

/// A name between quotes, as browsers write it (WHATWG HTML, "multipart/form-data encoding algorithm").
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A body that is put together from others.
#[derive(Default)]
struct Pieces {
    done: VecDeque<RequestBody>,
    open: BytesMut,
    has_streams: bool,
}

impl Pieces {
    fn text(&mut self, text: &str) {
        self.open.extend_from_slice(text.as_bytes());
    }

    fn body(&mut self, body: &RequestBody) {
        if body.upload.is_some() {
            self.close();
            self.done.push_back(body.clone());
            self.has_streams = true;
        } else {
            self.open.extend_from_slice(&body.bytes);
        }
    }

    fn close(&mut self) {
        let bytes = self.open.split().freeze();
        self.done.push_back(bytes.into());
    }

    fn join(mut self) -> RequestBody {
        if !self.has_streams {
            return self.open.freeze().into();
        }
        self.close();
        let length: Option<u64> = self.done.iter().map(RequestBody::length).sum();
        let body = Body::new(Chain {
            pieces: self.done,
            current: None,
        });
        match length {
            Some(length) => body.with_length(length),
            None => body,
        }
        .into()
    }
}

/// Bodies one after the other.
struct Chain {
    pieces: VecDeque<RequestBody>,
    current: Option<Body>,
}

impl BodySource for Chain {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async {
            loop {
                if let Some(current) = &mut self.current {
                    if let Some(chunk) = current.next().await? {
                        return Ok(Some(chunk));
                    }
                }
                self.current = self.pieces.pop_front().map(|piece| piece.open());
                if self.current.is_none() {
                    return Ok(None);
                }
            }
        })
    }
}

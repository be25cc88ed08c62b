//! How bytes and streams are sent.

use crate::emit::part::{Part, Parts};

pub(super) fn section(krate: &str, needed: &Parts) -> String {
    let about = "## Files\n\nA body that is no JSON is made from bytes, or from a stream, such as a file that is read while it is sent. \
        A stream is sent once: after it was begun, the request is not tried again.";
    let stream = "impl futures_core::Stream<Item = std::io::Result<bytes::Bytes>> + Send + 'static";
    if !needed.contains(&Part::Multipart) {
        let example = format!(
            "use {krate}::Body;\n\nfn small(bytes: Vec<u8>) -> Body {{\n    Body::from(bytes)\n}}\n\nfn large(stream: {stream}, \
             length: u64) -> Body {{\n    Body::from_stream(stream).with_length(length)\n}}"
        );
        return format!("{about}\n\n```rust\n{example}\n```");
    }
    let example = format!(
        "use {krate}::{{Body, File}};\n\nfn small(bytes: Vec<u8>) -> File {{\n    \
         File::new(bytes).name(\"cat.png\").content_type(\"image/png\")\n}}\n\nfn large(stream: {stream}, length: u64) -> \
         File {{\n    File::new(Body::from_stream(stream).with_length(length)).name(\"cats.mp4\")\n}}"
    );
    format!("{about}\n\n```rust\n{example}\n```")
}

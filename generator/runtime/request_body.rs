//! What a request sends.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::Body;
// only where used: upload
use super::transport::Upload;
// end: upload

/// The body of a request. Bytes can be sent any number of times, a stream once: clones share it.
#[derive(Clone, Default)]
pub(crate) struct RequestBody {
    /// Empty where there is none, and where it is a stream.
    pub(crate) bytes: Bytes,
    // only where used: upload
    pub(crate) upload: Option<Upload>,
    // end: upload
}

impl RequestBody {
    /// Whether it is a stream that has been begun, so that it cannot be sent again.
    pub(crate) fn is_spent(&self) -> bool {
        // only where used: upload
        if let Some(upload) = &self.upload {
            return upload.is_begun();
        }
        // end: upload
        false
    }

    /// For how long nothing of a stream was sent; `None` where nothing was sent yet, and for bytes.
    pub(crate) fn idle(&self) -> Option<Duration> {
        // only where used: upload
        if let Some(upload) = &self.upload {
            return upload.idle();
        }
        // end: upload
        None
    }

    // only where used: multipart
    /// How long it is, as far as that is known.
    pub(crate) fn length(&self) -> Option<u64> {
        match &self.upload {
            Some(upload) => upload.length(),
            None => u64::try_from(self.bytes.len()).ok(),
        }
    }
    // end: multipart

    /// The chunks, to be read once.
    pub(crate) fn open(&self) -> Body {
        // only where used: upload
        if let Some(upload) = &self.upload {
            return upload.open();
        }
        // end: upload
        self.bytes.clone().into()
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self {
            bytes,
            // only where used: upload
            upload: None,
            // end: upload
        }
    }
}

/// Says how long it is, and nothing of what it holds.
impl fmt::Debug for RequestBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // only where used: upload
        if self.upload.is_some() {
            return formatter.write_str("a stream");
        }
        // end: upload
        write!(formatter, "{} bytes", self.bytes.len())
    }
}

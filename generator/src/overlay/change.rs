use serde_json::Value;
use serde_json_path::JsonPath;

use crate::source::Place;

/// What an overlay asks for (Overlay Specification 1.1, "Action Object").
pub(super) struct Action {
    /// Where it stands.
    pub(super) place: Place,
    /// The nodes that it changes.
    pub(super) target: JsonPath,
    pub(super) change: Change,
}

/// What becomes of the targets.
pub(super) enum Change {
    /// They take this in.
    Update(Value),
    /// They take in what stands elsewhere in the document.
    Copy(JsonPath),
    /// They go.
    Remove,
}

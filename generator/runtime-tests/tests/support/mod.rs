//! What the tests share.

pub mod fault_server;
pub mod pets;
pub mod scripted;
pub mod sending;

use std::error::Error as StdError;

/// An error as a user may print it: message, `Debug`, and the whole chain of sources.
pub fn all_text(error: &(dyn StdError + 'static)) -> String {
    let chain = std::iter::successors(Some(error), |error: &&dyn StdError| (*error).source());
    chain
        .map(|error| format!("{error}\n{error:?}\n{error:#?}"))
        .collect::<Vec<_>>()
        .join("\n")
}

//! What emitted types get by one line instead of by repeated code.
//!
//! The macros are exported from the crate root under hidden names, since an unexported macro that a description happens
//! not to need would be reported as unused. Emitted code reaches them as `runtime::request!` and so on.

mod client_builder;
mod credential;
mod enumeration;
mod error_body;
mod model;
mod redacted_debug;
mod request;
mod setters;
mod union;

pub use crate::__client_builder as client_builder;
pub use crate::__credential as credential;
pub use crate::__error_body as error_body;
pub use crate::__idempotency_key as idempotency_key;
pub use crate::__integer_enum as integer_enum;
pub use crate::__json as json;
pub use crate::__mixed_enum as mixed_enum;
pub use crate::__object as object;
pub use crate::__redacted_debug as redacted_debug;
pub use crate::__request as request;
pub use crate::__setters as setters;
pub use crate::__string_enum as string_enum;
pub use crate::__union as union;
pub use crate::__variants as variants;

// only where used: alternative
mod alternative;
pub use crate::__alternative as alternative;
// end: alternative
// only where used: pages
mod pages;
pub use crate::__pages as pages;
// end: pages
// only where used: multipart
mod multipart;
pub use crate::__multipart as multipart;
// end: multipart

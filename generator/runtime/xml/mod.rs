//! Bodies of XML, by tables of what the `xml` objects of a description say (OpenAPI 3.0.4, section 4.7.26).
//!
//! Models know JSON only. What is sent is written as JSON and that as XML by the [table](Xml); what is received goes the
//! same way back.

mod answer;
mod document;
mod read;
mod table;
mod write;

// only where used: webhook_xml
pub(super) use self::answer::from_slice;
// end: webhook_xml
pub use self::table::{Member, Shape, Xml};
pub(super) use self::write::write;

//! Reading and writing JSON.

mod enums_and_unions;
mod models;
mod scalars;
mod serde;
mod tuples;

use oasmith_runtime::runtime::{Json, from_slice, to_vec};

/// Reads a type.
fn read<T: Json>(text: &str) -> T {
    from_slice(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Why a type cannot be read.
fn problem<T: Json>(text: &str) -> String {
    match from_slice::<T>(text.as_bytes()) {
        Ok(_) => panic!("{text} was read"),
        Err(error) => error.to_string(),
    }
}

fn write<T: Json>(value: &T) -> String {
    String::from_utf8(to_vec(value).unwrap()).unwrap()
}

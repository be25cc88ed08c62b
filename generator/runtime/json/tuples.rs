//! Arrays of a known length, each element with a type of its own.

use super::{Json, ReadError, Value, Writer};

/// Reads the next element. More elements than a tuple has are ignored, as unknown members of an object are.
fn element<'v, T: Json>(elements: &mut impl Iterator<Item = Value<'v>>, index: usize) -> Result<T, ReadError> {
    let read = match elements.next() {
        Some(element) => T::read(&element),
        None => T::missing().ok_or_else(|| ReadError::new("missing")),
    };
    read.map_err(|error| error.in_element(index))
}

macro_rules! tuples {
    ($($length:literal: ($($type:ident $index:tt),+);)*) => {$(
        impl<$($type: Json),+> Json for ($($type,)+) {
            fn read(value: &Value<'_>) -> Result<Self, ReadError> {
                let mut elements = value.array()?;
                let tuple = ($(element::<$type>(&mut elements, $index)?,)+);
                if value.is_strict() && elements.next().is_some() {
                    return Err(ReadError::new(concat!("expected an array of ", $length, ", found a longer one")));
                }
                Ok(tuple)
            }

            fn write(&self, writer: &mut Writer) {
                writer.array(0..$length, |index, writer| match index {
                    $($index => self.$index.write(writer),)+
                    _ => {}
                });
            }
        }
    )*};
}

tuples! {
    1: (A 0);
    2: (A 0, B 1);
    3: (A 0, B 1, C 2);
    4: (A 0, B 1, C 2, D 3);
    5: (A 0, B 1, C 2, D 3, E 4);
    6: (A 0, B 1, C 2, D 3, E 4, F 5);
}

//! A crooked description to the model, and all that there is to say about it.

#![no_main]

use arbitrary::Unstructured;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(description) = oasmith_fuzz::description(&mut Unstructured::new(bytes)) {
        oasmith_fuzz::lint(&description.to_string());
    }
});

//! Bytes to a tree.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    oasmith_fuzz::load(text.to_owned());
});

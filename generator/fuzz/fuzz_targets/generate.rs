//! The whole way to text: sound descriptions, crooked changes to them, and bytes that are no description.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|text: &str| oasmith_fuzz::generate(text));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Now and then bytes are changed as bytes.
    let changed = if seed % 8 == 0 {
        None
    } else {
        oasmith_fuzz::change(&data[..size], seed)
    };
    match changed {
        Some(changed) if changed.len() <= max_size => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

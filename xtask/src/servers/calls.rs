//! Makes the example call of every operation, and tells what came of each, a line for each: a word, a tab, a message.

// Examples call what is deprecated, too, and what they import is for programs of their own.
#![allow(deprecated, unused_imports)]

use std::io::Write as _;

/// What an example prints is made into text, and nobody reads it.
macro_rules! println {
    ($($arguments:tt)*) => {{
        let _ = format!($($arguments)*);
    }};
}

fn main() {
    let base_url = std::env::args().nth(1).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(call_all(&base_url));
}

fn tell(result: Result<(), Box<dyn std::error::Error>>) {
    let Err(error) = result else {
        return say("Fine", "");
    };
    let (kind, message) = match error.downcast_ref::<Error>() {
        Some(error) => {
            let body = error.body().map(String::from_utf8_lossy).unwrap_or_default();
            (format!("{:?}", error.kind()), format!("{error} {body}"))
        }
        None => ("Example".to_owned(), error.to_string()),
    };
    say(&kind, &message.replace(['\n', '\r'], " "));
}

fn say(kind: &str, message: &str) {
    writeln!(std::io::stdout(), "{kind}\t{message}").unwrap();
}

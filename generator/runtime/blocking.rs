//! Calls from programs without asynchronous code, behind the feature `blocking`.

use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use super::{Error, Result};

/// Runs a call to its end.
///
/// One thread, shared by all clients of this crate and never stopped, keeps their connections alive between calls.
///
/// # Errors
///
/// Those of the call; and of the kind `Build` inside of an asynchronous runtime, which it would stop.
pub fn blocking<T>(call: impl Future<Output = Result<T>>) -> Result<T> {
    if Handle::try_current().is_ok() {
        return Err(Error::build(
            "a blocking call would stop the asynchronous runtime that it is made in: await `send` there",
        ));
    }
    runtime()?.block_on(call)
}

fn runtime() -> Result<&'static Runtime> {
    static RUNTIME: OnceLock<std::io::Result<Runtime>> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        let mut builder = Builder::new_multi_thread();
        builder
            .worker_threads(1)
            .thread_name(env!("CARGO_PKG_NAME"))
            .enable_all()
            .build()
    });
    runtime.as_ref().map_err(|error| {
        // An I/O error cannot be cloned, and this one is needed for the next call, too.
        Error::build("there is no thread for blocking calls").with_source(error.to_string())
    })
}

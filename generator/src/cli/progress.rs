//! A sign of life.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use indicatif::ProgressBar;

/// Does some work, and shows on a terminal that it goes on once it has taken a second.
pub(super) fn show<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    // The sender is dropped when the work ends, whichever way.
    let (at_work, over) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if over.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                let spinner = ProgressBar::new_spinner().with_message(what);
                spinner.enable_steady_tick(Duration::from_millis(100));
                let _ = over.recv();
                spinner.finish_and_clear();
            }
        });
        let at_work = at_work;
        let result = work();
        drop(at_work);
        result
    })
}

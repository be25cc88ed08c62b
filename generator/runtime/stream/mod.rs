//! Answers that come piece by piece: streams.
//!
//! Each kind is a type of its own that implements [`futures_core::Stream`] and has a `next` besides, so that nobody needs
//! another crate for a loop. All of them are an `Unfold`: a state and an asynchronous step.
//!
//! A stream has no limit for all of it, as nobody knows how long it takes, but each piece has to come within the time of an
//! attempt. A request is sent again only until the headers of its answer are there; events have a rule of their own.

mod unfold;

/// What each stream has beside `next`, behind the feature `blocking`.
macro_rules! next_blocking {
    ($item:ty) => {
        /// Like [`next`](Self::next), for programs without asynchronous code.
        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        pub fn next_blocking(&mut self) -> Option<$crate::runtime::Result<$item>> {
            $crate::runtime::blocking(async { self.next().await.transpose() }).transpose()
        }
    };
}

// only where used: download
mod download;
pub use self::download::Download;
// end: download
// only where used: frames
mod frames;
// end: frames
// only where used: events
mod events;
pub use self::events::{Event, Events};
// end: events
// only where used: switch
mod switch;
// end: switch
// only where used: lines
mod lines;
pub use self::lines::Lines;
// end: lines
// only where used: pages
mod pages;
pub use self::pages::{Items, Pages, Paging};
// end: pages

//! A stream from an asynchronous function.

use std::task::{Context, Poll, ready};

use crate::runtime::BoxFuture;

/// What a step ends with: an item, and the state for the next step unless it was the last; nothing at the end.
pub(crate) type Step<S, T> = BoxFuture<'static, Option<(T, Option<S>)>>;

/// Items that are made one after the other: each step takes the state and gives it back with an item.
pub(crate) struct Unfold<S, T> {
    step: fn(S) -> Step<S, T>,
    /// `None` while a step has it, and at the end.
    state: Option<S>,
    /// A step that has begun. It stays here when somebody stops to wait for it, so that no item is lost.
    running: Option<Step<S, T>>,
}

/// Nothing here is pinned but what stands in a box.
impl<S, T> Unpin for Unfold<S, T> {}

impl<S, T> Unfold<S, T> {
    pub(crate) fn new(state: S, step: fn(S) -> Step<S, T>) -> Self {
        Self {
            step,
            state: Some(state),
            running: None,
        }
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<T>> {
        if let Some(state) = self.state.take() {
            self.running = Some((self.step)(state));
        }
        let Some(running) = &mut self.running else {
            return Poll::Ready(None);
        };
        let outcome = ready!(running.as_mut().poll(context));
        self.running = None;
        Poll::Ready(outcome.map(|(item, state)| {
            self.state = state;
            item
        }))
    }

    // only where used: pages
    /// Whether there is nothing more to come.
    pub(crate) fn is_over(&self) -> bool {
        self.state.is_none() && self.running.is_none()
    }

    /// Drops what is to come.
    pub(crate) fn end(&mut self) {
        (self.state, self.running) = (None, None);
    }
    // end: pages

    // only where used: open
    pub(crate) async fn next(&mut self) -> Option<T> {
        std::future::poll_fn(|context| self.poll(context)).await
    }
    // end: open
}

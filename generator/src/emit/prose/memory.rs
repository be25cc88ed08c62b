//! What was made of the texts before: a description says the same of one parameter in hundreds of operations.
//!
//! It is kept as long as the thread lives, and is never large.

use std::cell::RefCell;
use std::thread::LocalKey;

use foldhash::HashMap;

/// How many bytes are remembered; then it begins anew.
const MOST: usize = 4 << 20;

/// The bytes of a text, with what was made of it, that is too long to be said often.
const LONG: usize = MOST / 16;

/// What is made of a text.
trait Made: Clone {
    /// The bytes that it takes.
    fn size(&self) -> usize;
}

impl Made for String {
    fn size(&self) -> usize {
        size_of::<Self>() + self.len()
    }
}

impl Made for Vec<String> {
    fn size(&self) -> usize {
        size_of::<Self>() + self.iter().map(Made::size).sum::<usize>()
    }
}

/// What one function has made of some texts.
struct Memory<T> {
    made: HashMap<String, T>,
    bytes: usize,
}

thread_local! {
    static LINES: RefCell<Memory<Vec<String>>> = RefCell::default();
    static SENTENCES: RefCell<Memory<String>> = RefCell::default();
}

/// What `edit` makes of the text, which is always the same.
pub(super) fn lines(text: &str, edit: fn(&str) -> Vec<String>) -> Vec<String> {
    made(&LINES, text, edit)
}

/// The sentence that `find` finds in the text, which is always the same.
pub(super) fn sentence(text: &str, find: fn(&str) -> String) -> String {
    made(&SENTENCES, text, find)
}

fn made<T: Made>(memory: &'static LocalKey<RefCell<Memory<T>>>, text: &str, make: fn(&str) -> T) -> T {
    if let Some(made) = memory.with_borrow(|memory| memory.made.get(text).cloned()) {
        return made;
    }
    let made = make(text);
    memory.with_borrow_mut(|memory| memory.keep(text, made.clone()));
    made
}

impl<T: Made> Memory<T> {
    fn keep(&mut self, text: &str, made: T) {
        let size = text.len() + made.size();
        if size >= LONG {
            return;
        }
        if self.bytes + size > MOST {
            *self = Self::default();
        }
        self.bytes += size;
        self.made.insert(text.to_owned(), made);
    }
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self {
            made: HashMap::default(),
            bytes: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONG, MOST, Memory};

    #[test]
    fn a_memory_is_never_large() {
        let mut memory = Memory::default();
        for index in 0..20 * MOST / LONG {
            memory.keep(&index.to_string(), "x".repeat(LONG / 2));
            assert!(memory.bytes <= MOST && !memory.made.is_empty());
        }
        memory.keep("long", "x".repeat(LONG));
        assert!(!memory.made.contains_key("long"));
    }
}

//! What was made of the texts before: a description says the same of one parameter in hundreds of operations.

use std::cell::RefCell;
use std::thread::LocalKey;

use foldhash::HashMap;

/// How many bytes of texts are remembered; then it begins anew.
const MOST: usize = 1 << 20;

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

fn made<T: Clone>(memory: &'static LocalKey<RefCell<Memory<T>>>, text: &str, make: fn(&str) -> T) -> T {
    if let Some(made) = memory.with_borrow(|memory| memory.made.get(text).cloned()) {
        return made;
    }
    let made = make(text);
    memory.with_borrow_mut(|memory| memory.keep(text, made.clone()));
    made
}

impl<T> Memory<T> {
    fn keep(&mut self, text: &str, made: T) {
        self.bytes += text.len();
        if self.bytes > MOST {
            *self = Self::default();
            return;
        }
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

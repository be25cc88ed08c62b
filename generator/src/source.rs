//! Where things stand: the files that were read, and places in them.
//!
//! A [`Place`] is cheap to carry through every stage. It becomes a line and a column only when there is something to say
//! (see [`crate::diagnostic`]).

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::iter;
use std::path::{Path, PathBuf};

use foldhash::HashMap;

/// One file that was read, identified within a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

impl FileId {
    /// The id that [`Display`](fmt::Display) has written.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as the user wrote it, or `-` for standard input.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
}

/// Every file that a run has read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    ids: HashMap<PathBuf, FileId>,
}

impl Sources {
    /// Takes a file in and gives it its id.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let path = path.into();
        self.ids.entry(path.clone()).or_insert(id);
        self.files.push(SourceFile { path, text });
        id
    }

    /// The file with this id.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The paths of the files, in the order in which they were read.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| file.path.as_path())
    }

    /// The id of the file that was read from `path`, if there is one.
    #[must_use]
    pub fn find(&self, path: &Path) -> Option<FileId> {
        self.ids.get(path).copied()
    }
}

/// A JSON pointer (RFC 6901): `/paths/~1pets/get`. The empty pointer is the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Takes text that is already in pointer form, as it stands after the `#` of a reference.
    pub fn parse(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The pointer to the member or element `token` of what this one points to.
    #[must_use]
    pub fn child<'t>(&self, token: impl Into<Token<'t>>) -> Self {
        /// What most tokens are shorter than, so that most pointers are allocated once.
        const TOKEN: usize = 24;
        let mut pointer = String::with_capacity(self.0.len() + TOKEN);
        pointer.push_str(&self.0);
        pointer.push('/');
        token.into().push_to(&mut pointer);
        Self(pointer)
    }

    /// The pointer in its text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tokens from the root of the document, with `~1` and `~0` written out.
    #[must_use]
    pub fn tokens(&self) -> Vec<String> {
        self.each_token().map(Cow::into_owned).collect()
    }

    /// The same one by one. Few tokens have anything to write out, so few cost memory.
    pub(crate) fn each_token(&self) -> impl Iterator<Item = Cow<'_, str>> {
        written_tokens(&self.0).map(token)
    }

    /// The text of the pointer to what holds this, and the last token; `None` at the root.
    pub(crate) fn last_token(&self) -> Option<(&str, Cow<'_, str>)> {
        let (holder, last) = self.0.rsplit_once('/')?;
        Some((holder, token(last)))
    }

    /// How many tokens lead from the root of the document here.
    pub(crate) fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'/').count()
    }

    /// The pointer to what holds this, or `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rfind('/').map(|end| Self(self.0[..end].to_owned()))
    }
}

/// The tokens of a pointer as they are written. They are short, for which looking at each byte is the fastest.
pub(crate) fn written_tokens(pointer: &str) -> impl Iterator<Item = &str> {
    let mut rest = pointer.strip_prefix('/');
    iter::from_fn(move || {
        let tokens = rest?;
        let end = tokens.bytes().position(|byte| byte == b'/');
        rest = end.map(|end| &tokens[end + 1..]);
        Some(&tokens[..end.unwrap_or(tokens.len())])
    })
}

/// A token as it is meant, of how it is written in a pointer.
pub(crate) fn token(written: &str) -> Cow<'_, str> {
    match written.bytes().position(|byte| byte == b'~') {
        Some(first) => Cow::Owned(unescaped(written, first)),
        None => Cow::Borrowed(written),
    }
}

/// A token whose first `~` stands at `first`, with `~1` and `~0` written out (RFC 6901, section 4).
fn unescaped(token: &str, first: usize) -> String {
    let mut unescaped = String::with_capacity(token.len());
    let (mut done, mut next) = (0, Some(first));
    while let Some(at) = next {
        unescaped.push_str(&token[done..at]);
        let (character, len) = match token.as_bytes().get(at + 1) {
            Some(b'1') => ('/', 2),
            Some(b'0') => ('~', 2),
            _ => ('~', 1),
        };
        unescaped.push(character);
        done = at + len;
        next = token[done..].find('~').map(|offset| done + offset);
    }
    unescaped.push_str(&token[done..]);
    unescaped
}

/// One token of a pointer: the key of a member, or the index of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// The key, as it is meant.
    Key(Cow<'t, str>),
    /// The index, counted from zero.
    Index(usize),
}

impl Token<'_> {
    /// Adds the token as it is written in a pointer (RFC 6901, section 3).
    fn push_to(&self, pointer: &mut String) {
        match self {
            Self::Key(key) if key.bytes().any(|byte| matches!(byte, b'~' | b'/')) => {
                for character in key.chars() {
                    match character {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        other => pointer.push(other),
                    }
                }
            }
            Self::Key(key) => pointer.push_str(key),
            Self::Index(index) => {
                // Writing to a string cannot fail.
                let _ = write!(pointer, "{index}");
            }
        }
    }
}

impl<'t> From<&'t str> for Token<'t> {
    fn from(key: &'t str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl<'t> From<&'t String> for Token<'t> {
    fn from(key: &'t String) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl<'t> From<Cow<'t, str>> for Token<'t> {
    fn from(key: Cow<'t, str>) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Token<'_> {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A node of a file that was read: the file, and the JSON pointer within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The node within the file.
    pub pointer: Pointer,
}

impl Place {
    /// The root of a file.
    #[must_use]
    pub fn root(file: FileId) -> Self {
        Self {
            file,
            pointer: Pointer::root(),
        }
    }

    /// This place, and from the inside out everything that holds it.
    pub fn with_all_around(&self) -> impl Iterator<Item = Self> + use<> {
        let file = self.file;
        let pointers = iter::successors(Some(self.pointer.clone()), Pointer::parent);
        pointers.map(move |pointer| Self { file, pointer })
    }

    /// The place of the member or element `token` of this node.
    #[must_use]
    pub fn child<'t>(&self, token: impl Into<Token<'t>>) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.child(token),
        }
    }
}

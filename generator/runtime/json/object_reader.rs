//! Reading the members of an object by name.

use std::borrow::Cow;

use super::{Json, Map, ReadError, Tree, Value};

/// Reads the members of a JSON object by name.
#[derive(Debug)]
pub struct ObjectReader<'v, 'a> {
    /// The object itself.
    value: Value<'v>,
    members: &'v [(Cow<'a, str>, Tree<'a>)],
    /// Where the next search starts. Servers send members in a fixed order, mostly that of their description, so the next
    /// one asked for mostly follows the last one found.
    next: usize,
    taken: Taken,
}

impl<'v, 'a> ObjectReader<'v, 'a> {
    pub(super) fn new(value: Value<'v>, members: &'v [(Cow<'a, str>, Tree<'a>)]) -> Self {
        Self {
            value,
            members,
            next: 0,
            taken: Taken::default(),
        }
    }

    /// Reads the member of that name.
    ///
    /// # Errors
    ///
    /// When it is not of its type, or is missing and the type has nothing that stands for that.
    pub fn get<T: Json>(&mut self, name: &str) -> Result<T, ReadError> {
        match self.find(name) {
            Some(member) => T::read(&self.value.inner(member)).map_err(|error| error.in_member(name)),
            None => T::missing().ok_or_else(|| ReadError::missing(name)),
        }
    }

    /// Reads all members that were not asked for: the additional properties of an object.
    ///
    /// # Errors
    ///
    /// When one of them is not of the type.
    pub fn rest<T: Json>(&mut self) -> Result<Map<T>, ReadError> {
        let rest = self
            .members
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.taken.contains(*index));
        rest.map(|(_, (name, member))| match T::read(&self.value.inner(member)) {
            Ok(value) => Ok((name.to_string(), value)),
            Err(error) => Err(error.in_member(name)),
        })
        .collect()
    }

    fn find(&mut self, name: &str) -> Option<&'v Tree<'a>> {
        let (before, after) = self.members.split_at_checked(self.next).unwrap_or((self.members, &[]));
        let after = after
            .iter()
            .enumerate()
            .map(|(offset, member)| (before.len() + offset, member));
        let (index, (_, value)) = after
            .chain(before.iter().enumerate())
            .find(|(_, (key, _))| key == name)?;
        self.next = index + 1;
        self.taken.insert(index);
        Some(value)
    }
}

/// A set of indexes that needs no memory of its own for the first 64.
#[derive(Debug, Default)]
struct Taken {
    low: u64,
    high: Vec<usize>,
}

impl Taken {
    fn insert(&mut self, index: usize) {
        match Self::bit(index) {
            Some(bit) => self.low |= bit,
            None => self.high.push(index),
        }
    }

    fn contains(&self, index: usize) -> bool {
        match Self::bit(index) {
            Some(bit) => self.low & bit != 0,
            None => self.high.contains(&index),
        }
    }

    fn bit(index: usize) -> Option<u64> {
        u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index))
    }
}

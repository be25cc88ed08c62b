use std::ops::{Index, IndexMut};

use foldhash::HashSet;

use super::{Kind, Schema};

/// The id of a schema in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(usize);

/// Every schema of an API, by id.
#[derive(Clone, Debug, Default)]
pub struct Schemas {
    pub(super) all: Vec<Schema>,
    /// Whether each is left out; schemas beyond the end of the list are not.
    left_out: Vec<bool>,
}

impl Schemas {
    /// Takes a schema in.
    pub fn push(&mut self, schema: Schema) -> SchemaId {
        self.all.push(schema);
        SchemaId(self.all.len() - 1)
    }

    /// Each schema with its id, in the order in which they were found, less those that are left out.
    pub fn iter(&self) -> impl Iterator<Item = (SchemaId, &Schema)> {
        let all = self.all.iter().enumerate();
        all.map(|(index, schema)| (SchemaId(index), schema))
            .filter(|(id, _)| !self.is_left_out(*id))
    }

    /// Each id, in the order in which the schemas were found.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.all.len()).map(SchemaId)
    }

    /// Leaves a schema out: nothing leads to it, so it is nothing in the SDK. Other schemas keep their ids.
    pub fn leave_out(&mut self, id: SchemaId) {
        if self.left_out.len() <= id.0 {
            self.left_out.resize(self.all.len(), false);
        }
        self.left_out[id.0] = true;
    }

    fn is_left_out(&self, id: SchemaId) -> bool {
        self.left_out.get(id.0).copied().unwrap_or_default()
    }

    /// The schema that an alias stands for, through any number of aliases; a schema that is none stands for itself.
    #[must_use]
    pub fn unaliased(&self, id: SchemaId) -> SchemaId {
        let mut current = id;
        for _ in 0..self.all.len() {
            match self[current].kind {
                Kind::Alias(target) => current = target,
                _ => break,
            }
        }
        current
    }

    /// Whether `null` is a value of the schema, or of what it is an alias of.
    #[must_use]
    pub fn is_nullable(&self, id: SchemaId) -> bool {
        let mut current = id;
        for _ in 0..=self.all.len() {
            match (self[current].nullable, &self[current].kind) {
                (true, _) => return true,
                (false, Kind::Alias(target)) => current = *target,
                (false, _) => return false,
            }
        }
        false
    }

    /// Whether a value of the schema, or an element of it, can be an object.
    #[must_use]
    pub fn holds_objects(&self, id: SchemaId) -> bool {
        let mut open = vec![id];
        let mut seen = HashSet::default();
        while let Some(id) = open.pop().map(|id| self.unaliased(id)) {
            match &self[id].kind {
                Kind::Object(_) | Kind::Map(_) => return true,
                kind if seen.insert(id) => open.extend(kind.schemas()),
                _ => {}
            }
        }
        false
    }
}

impl Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.all[id.0]
    }
}

impl IndexMut<SchemaId> for Schemas {
    fn index_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.all[id.0]
    }
}

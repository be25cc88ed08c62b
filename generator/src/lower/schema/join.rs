//! Several schemas that hold for a value at once: `allOf`, properties that two schemas declare, and what stands beside
//! `oneOf` and `anyOf`.

use foldhash::HashSet;
use openapiv3::SchemaData;

use super::facts::{Choice, Facts};
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::resolve::{Unresolved, XML};
use crate::source::Place;

/// Schemas nest `allOf` a few levels deep; what goes beyond this is no sound description.
const DEEPEST: usize = 64;

/// No sound description has one value with more schemas that hold, or more choices that are made.
const LONGEST: usize = 64;

/// Schemas that hold at once, and the choices that are made among their alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Join {
    /// Where the schemas stand; the last one says most.
    pub(super) places: Vec<Place>,
    /// Where the `oneOf` and `anyOf` stand that say nothing more, since one of their alternatives is among the schemas.
    pub(super) decided: Vec<Place>,
}

/// Two schemas of which no value can be both.
#[derive(Clone, Debug)]
pub(super) struct Contradiction {
    /// Why, in one sentence.
    pub(super) message: String,
    /// Where the one schema stands.
    pub(super) one: Place,
    /// Where the other one stands.
    pub(super) other: Place,
}

/// Why there is nothing that some schemas say together.
pub(super) enum Unjoined {
    /// They contradict each other.
    Contradiction(Contradiction),
    /// The only one of them cannot be had.
    Unresolved(Unresolved),
    /// They are nested deeper, or are more, than a sound description has.
    TooMuch(Place),
}

impl From<Contradiction> for Unjoined {
    fn from(contradiction: Contradiction) -> Self {
        Self::Contradiction(contradiction)
    }
}

impl Contradiction {
    /// The finding; `consequence` says what becomes of the value.
    pub(super) fn diagnostic(&self, consequence: &str) -> Diagnostic {
        let message = format!("{}, so {consequence}", self.message);
        Diagnostic::new(Code::CONTRADICTION, message)
            .at(self.other.clone())
            .label("this schema contradicts the other one")
            .related(self.one.clone(), "the other schema")
            .help("let all schemas that hold for a value allow the same type")
    }
}

impl Unjoined {
    /// The finding; `consequence` says what becomes of the value.
    pub(super) fn diagnostic(&self, consequence: &str) -> Diagnostic {
        match self {
            Self::Contradiction(contradiction) => contradiction.diagnostic(consequence),
            Self::Unresolved(error) => error.diagnostic("the schema", consequence),
            Self::TooMuch(place) => {
                let message = format!("too many schemas hold for this value at once, so {consequence}");
                Diagnostic::new(Code::UNTYPED, message)
                    .at(place.clone())
                    .help("nest `allOf`, `oneOf` and `anyOf` less deep")
            }
        }
    }
}

impl Join {
    /// One schema alone.
    pub(super) fn one(place: Place) -> Self {
        Self {
            places: vec![place],
            decided: Vec::new(),
        }
    }

    /// The same with an alternative of a choice.
    fn with(&self, choice: &Choice, alternative: &Place) -> Self {
        let mut join = self.clone();
        join.places.retain(|place| place != alternative);
        join.places.push(alternative.clone());
        join.decided.push(choice.place.clone());
        join
    }
}

/// What has been gathered on the way through `allOf`.
struct Gathering<'a> {
    join: &'a Join,
    seen: HashSet<Place>,
    facts: Option<Facts>,
}

impl Lowering<'_> {
    /// What some schemas say together.
    pub(super) fn joined_facts(&mut self, join: &Join) -> Result<Facts, Unjoined> {
        self.gathered(join).map(|(facts, _)| facts)
    }

    /// The alternative of a choice together with all that holds beside it; `None`, with a warning, where it cannot hold.
    pub(super) fn alternative(&mut self, join: &Join, choice: &Choice, alternative: &Place) -> Option<Join> {
        let target = self.description.follow_schema(alternative).ok();
        if let Some(target) = target.filter(|target| join.places.contains(target)) {
            return Some(join.with(choice, &target));
        }
        let alone = Join::one(alternative.clone());
        if self.extends(&alone, join) {
            return Some(alone);
        }
        let join = join.with(choice, alternative);
        match self.joined_facts(&join) {
            Ok(_) => Some(join),
            Err(error) => {
                self.report.push(error.diagnostic("this alternative is left out"));
                None
            }
        }
    }

    /// Whether a schema says by itself all that others say.
    fn extends(&mut self, schema: &Join, others: &Join) -> bool {
        let Ok((_, seen)) = self.gathered(schema) else {
            return false;
        };
        let description = self.description;
        let mut targets = others.places.iter().map(|place| description.follow_schema(place));
        targets.all(|target| target.is_ok_and(|target| seen.contains(&target)))
    }

    fn gathered(&mut self, join: &Join) -> Result<(Facts, HashSet<Place>), Unjoined> {
        let mut gathering = Gathering {
            join,
            seen: HashSet::default(),
            facts: None,
        };
        let last = join.places.last();
        if join.places.len() > LONGEST || join.decided.len() > LONGEST {
            return Err(Unjoined::TooMuch(
                last.cloned().unwrap_or_else(|| self.description.root()),
            ));
        }
        for place in &join.places {
            match self.gather(place, &mut gathering, 0) {
                Err(Unjoined::Unresolved(error)) if join.places.len() > 1 => self.leave_out_part(place, &error),
                gathered => gathered?,
            }
        }
        let seen = gathering.seen;
        match gathering.facts {
            Some(facts) => Ok((facts, seen)),
            // Every part was left out.
            None => Err(Unjoined::TooMuch(
                last.cloned().unwrap_or_else(|| self.description.root()),
            )),
        }
    }

    /// Adds what the schema at a place says, its `allOf` first.
    fn gather(&mut self, place: &Place, gathering: &mut Gathering<'_>, depth: usize) -> Result<(), Unjoined> {
        if depth > DEEPEST {
            return Err(Unjoined::TooMuch(place.clone()));
        }
        let target = self.description.follow_schema(place).map_err(Unjoined::Unresolved)?;
        if !gathering.seen.insert(target.clone()) {
            return Ok(());
        }
        let mut facts = self.facts(&target).map_err(Unjoined::Unresolved)?;
        for part in std::mem::take(&mut facts.all_of) {
            match self.gather(&part, gathering, depth + 1) {
                Err(Unjoined::Unresolved(error)) => self.leave_out_part(&part, &error),
                gathered => {
                    self.take_remarks(&mut facts.data, &part);
                    gathered?;
                }
            }
        }
        facts.choices.retain(|choice| {
            !gathering.join.decided.contains(&choice.place)
                && self.says_something(choice)
                && !self.lists(choice, &gathering.seen)
        });
        match &mut gathering.facts {
            Some(all) => all.add(facts, &target)?,
            none => *none = Some(facts),
        }
        Ok(())
    }

    /// Whether one of the schemas is an alternative of a choice: then the choice is made.
    fn lists(&self, choice: &Choice, schemas: &HashSet<Place>) -> bool {
        choice.alternatives.iter().any(|alternative| {
            let target = self.description.follow_schema(alternative);
            target.is_ok_and(|target| schemas.contains(&target))
        })
    }

    /// Remarks of a part of `allOf` that stands inline are meant for the whole, where that has none of its own.
    pub(super) fn take_remarks(&mut self, data: &mut SchemaData, part: &Place) {
        if self.description.text(part, "$ref").is_some() {
            return;
        }
        let Ok(facts) = self.facts(part) else { return };
        let says_something = facts.has_structure() || !facts.choices.is_empty() || !facts.all_of.is_empty();
        let other = facts.data;
        data.nullable |= other.nullable && !says_something;
        data.deprecated |= other.deprecated;
        data.read_only |= other.read_only;
        data.write_only |= other.write_only;
        data.description = data.description.take().or(other.description);
        data.default = data.default.take().or(other.default);
        data.example = data.example.take().or(other.example);
        if let Some(xml) = other.extensions.get(XML) {
            data.extensions.entry(XML.to_owned()).or_insert_with(|| xml.clone());
        }
    }

    /// Adds how a part of `allOf` restricts values that another part says the type of.
    pub(super) fn take_constraints(&mut self, whole: &mut Facts, part: &Place) {
        let part = self.description.follow_schema(part).ok();
        if let Some(part) = part.and_then(|part| self.facts(&part).ok()) {
            whole.constraints = std::mem::take(&mut whole.constraints).and(&part.constraints);
        }
    }

    fn leave_out_part(&mut self, part: &Place, error: &Unresolved) {
        if self.queue.left_out.insert(part.clone()) {
            self.report
                .push(error.diagnostic("the schema", "this part of `allOf` is left out"));
        }
    }
}

//! Places as file, line, column and pointer.

use std::fmt;

use serde::Serialize;

use super::spots::{Spot, Spots};
use crate::diagnostic::position::Keys;
use crate::diagnostic::{Location, visible};
use crate::source::{Place, Sources};

/// A place as it is told. Lines and columns count from one, columns in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Whereabouts {
    /// The file.
    pub file: Option<String>,
    /// The line of the node, or of the nearest one around it.
    pub line: Option<usize>,
    /// The column, likewise.
    pub column: Option<usize>,
    /// The JSON pointer, where the place is a node.
    pub pointer: Option<String>,
}

impl fmt::Display for Whereabouts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible::line(self.file.as_deref().unwrap_or_default()))?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        match &self.pointer {
            Some(pointer) => write!(f, " #{}", visible::line(pointer)),
            None => Ok(()),
        }
    }
}

/// Looks up places, reading each file at most once.
#[must_use]
pub fn whereabouts(places: &[Place], sources: &Sources) -> Vec<Whereabouts> {
    let locations: Vec<Location> = places.iter().cloned().map(Location::Node).collect();
    let spots = Spots::of(locations.iter(), Keys::MayRepeat, sources);
    locations.iter().map(|location| of(location, &spots)).collect()
}

pub(super) fn of(location: &Location, spots: &Spots<'_>) -> Whereabouts {
    let Some(Spot {
        path,
        lines,
        pointer,
        range,
        ..
    }) = spots.spot(location)
    else {
        return Whereabouts::default();
    };
    let at = range.map(|range| range.start);
    Whereabouts {
        file: Some(path.to_owned()),
        line: at.map(|at| lines.line(at)),
        column: at.map(|at| lines.column(at)),
        pointer: pointer.map(ToString::to_string),
    }
}

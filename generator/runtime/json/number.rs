//! JSON numbers, without a detour through floating point for integers.

/// A JSON number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// An integer from 0 to 2⁶⁴ − 1.
    Unsigned(u64),
    /// An integer from −2⁶³ to −1.
    Negative(i64),
    /// Every other number.
    Float(f64),
}

/// From here on (2⁵³), neighbouring floats are more than one apart, so a float does not say which integer was meant.
const INTEGERS_END: f64 = 9_007_199_254_740_992.0;

impl Number {
    /// Reads the text of a JSON number.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse() {
            return Some(Self::Unsigned(number));
        }
        if let Ok(number) = text.parse::<i64>() {
            return Some(number.into());
        }
        text.parse().ok().map(Self::Float)
    }

    /// The number as an integer, where it is one: `1.0` and `1e3` are, `1.5` is not.
    pub(super) fn integer(self) -> Option<i128> {
        match self {
            Self::Unsigned(number) => Some(number.into()),
            Self::Negative(number) => Some(number.into()),
            Self::Float(number) if number.fract() == 0.0 && number.abs() < INTEGERS_END => Some(number as i128),
            Self::Float(_) => None,
        }
    }

    /// The nearest floating-point number.
    pub(super) fn float(self) -> f64 {
        match self {
            Self::Unsigned(number) => number as f64,
            Self::Negative(number) => number as f64,
            Self::Float(number) => number,
        }
    }

    pub(super) fn to_json(self) -> serde_json::Value {
        match self {
            Self::Unsigned(number) => number.into(),
            Self::Negative(number) => number.into(),
            Self::Float(number) => number.into(),
        }
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Self::Negative(number), Self::Unsigned)
    }
}

use std::borrow::Cow;

use oasmith_runtime::runtime;
use oasmith_runtime::{Base64, Date, DateTime, Map, Nullable};

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    pub id: i64,
    pub name: String,
    pub kind: Option<Kind>,
    pub born: Option<Date>,
    pub seen: Option<DateTime>,
    pub photo: Option<Base64>,
    /// Required, and may be `null`.
    pub owner: Option<String>,
    pub additional_properties: Map<serde_json::Value>,
}

impl Pet {
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kind: None,
            born: None,
            seen: None,
            photo: None,
            owner: None,
            additional_properties: Map::new(),
        }
    }
}

impl runtime::Object for Pet {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self {
            id: object.get("id")?,
            name: object.get("name")?,
            kind: object.get("kind")?,
            born: object.get("born")?,
            seen: object.get("seen")?,
            photo: object.get("photo")?,
            owner: object.get("owner")?,
            additional_properties: object.rest()?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("id", &self.id);
        object.field("name", &self.name);
        object.field("kind", &self.kind);
        object.field("born", &self.born);
        object.field("seen", &self.seen);
        object.field("photo", &self.photo);
        object.required().field("owner", &self.owner);
        object.entries(&self.additional_properties);
    }
}

runtime::object!(Pet);

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub data: Vec<Pet>,
    pub total: u64,
}

impl runtime::Object for Page {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self {
            data: object.get("data")?,
            total: object.get("total")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("data", &self.data);
        object.field("total", &self.total);
    }
}

runtime::object!(Page);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    pub note: Nullable<String>,
    pub weight: Option<f64>,
}

impl runtime::Object for Order {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self {
            note: object.get("note")?,
            weight: object.get("weight")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("note", &self.note);
        object.field("weight", &self.weight);
    }
}

runtime::object!(Order);

#[derive(Clone, PartialEq)]
pub struct Login {
    pub user: String,
    pub password: Option<String>,
}

impl runtime::Object for Login {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self {
            user: object.get("user")?,
            password: object.get("password")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("user", &self.user);
        object.field("password", &self.password);
    }
}

runtime::object!(Login);
runtime::redacted_debug!(Login, ["password"]);

#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub detail: String,
}

impl runtime::Object for Problem {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self {
            detail: object.get("detail")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("detail", &self.detail);
    }
}

runtime::object!(Problem);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Cat,
    Dog,
    Unknown(String),
}

impl runtime::StringEnum for Kind {
    fn from_text(text: Cow<'_, str>) -> Self {
        match &*text {
            "cat" => Self::Cat,
            "dog" => Self::Dog,
            _ => Self::Unknown(text.into_owned()),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Cat => "cat",
            Self::Dog => "dog",
            Self::Unknown(text) => text,
        }
    }
}

runtime::string_enum!(Kind);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Low,
    High,
    Unknown(i64),
}

impl runtime::IntegerEnum for Level {
    fn from_integer(integer: i64) -> Self {
        match integer {
            1 => Self::Low,
            2 => Self::High,
            _ => Self::Unknown(integer),
        }
    }

    fn as_integer(&self) -> i64 {
        match self {
            Self::Low => 1,
            Self::High => 2,
            Self::Unknown(integer) => *integer,
        }
    }
}

runtime::integer_enum!(Level);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    Auto,
    Zero,
    Unknown(serde_json::Value),
}

impl runtime::MixedEnum for Size {
    fn from_value(value: serde_json::Value) -> Self {
        match value.to_string().as_str() {
            "\"auto\"" => Self::Auto,
            "0" => Self::Zero,
            _ => Self::Unknown(value),
        }
    }

    fn to_value(&self) -> serde_json::Value {
        match self {
            Self::Auto => "auto".into(),
            Self::Zero => 0.into(),
            Self::Unknown(value) => value.clone(),
        }
    }
}

runtime::mixed_enum!(Size);

/// A union with a discriminator, whose variants do not have the tag as a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Tagged {
    Login(Login),
    Problem(Problem),
    Unknown(serde_json::Value),
}

impl runtime::Json for Tagged {
    fn read(value: &runtime::Value<'_>) -> Result<Self, runtime::ReadError> {
        match value.tag("type") {
            Some("login") => runtime::Json::read(value).map(Self::Login),
            Some("problem") => runtime::Json::read(value).map(Self::Problem),
            _ => Ok(Self::Unknown(value.to_json())),
        }
    }

    fn write(&self, writer: &mut runtime::Writer) {
        match self {
            Self::Login(value) => writer.object(|object| {
                object.tag("type", "login");
                runtime::Object::fields(value, object);
            }),
            Self::Problem(value) => writer.object(|object| {
                object.tag("type", "problem");
                runtime::Object::fields(value, object);
            }),
            Self::Unknown(value) => value.write(writer),
        }
    }
}

runtime::json!(Tagged);

/// A union without a discriminator.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Problem(Problem),
    Text(String),
    Numbers(Vec<i32>),
}

impl runtime::Json for Shape {
    fn read(value: &runtime::Value<'_>) -> Result<Self, runtime::ReadError> {
        runtime::first_match(value, runtime::variants!(Self { Problem, Text, Numbers }))
    }

    fn write(&self, writer: &mut runtime::Writer) {
        match self {
            Self::Problem(value) => value.write(writer),
            Self::Text(value) => value.write(writer),
            Self::Numbers(value) => value.write(writer),
        }
    }
}

runtime::json!(Shape);

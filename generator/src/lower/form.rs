//! Forms: how their members are written (OpenAPI 3.0.4, section 4.7.15).

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Style;
use crate::resolve::Encoding;
use crate::source::Place;

impl Lowering<'_> {
    /// The members of a form that are not written as usual, with their styles.
    ///
    /// Usual is: a text or a number as it is, a list as its name with each element, an object as JSON.
    pub(super) fn styles(&mut self, encodings: &[Encoding<'_>], schema: &Place) -> Vec<(String, Style)> {
        let mut styles = Vec::new();
        for encoding in encodings {
            match style(encoding) {
                Ok(None) => {}
                Ok(Some(style)) => styles.push((encoding.property.to_owned(), style)),
                Err(other) => {
                    let message = format!(
                        "`{other}` is no style of a form, so `{}` is written as usual",
                        encoding.property
                    );
                    self.report
                        .push(Diagnostic::new(Code::WRONG_FIELD, message).at(schema.clone()));
                }
            }
        }
        styles
    }
}

/// What an encoding object asks for; `None` for what is usual anyway. The error is a style that nobody knows.
fn style<'a>(encoding: &Encoding<'a>) -> Result<Option<Style>, &'a str> {
    let explode = encoding.explode;
    match encoding.style {
        None if encoding.content_type.is_some_and(is_json) => Ok(Some(Style::Json)),
        None => Ok((explode == Some(false)).then_some(Style::Form { explode: false })),
        Some("form") => Ok(Some(Style::Form {
            explode: explode.unwrap_or(true),
        })),
        Some("spaceDelimited") => Ok(Some(Style::SpaceDelimited {
            explode: explode == Some(true),
        })),
        Some("pipeDelimited") => Ok(Some(Style::PipeDelimited {
            explode: explode == Some(true),
        })),
        Some("tabDelimited") => Ok(Some(Style::TabDelimited)),
        Some("deepObject") => Ok(Some(Style::DeepObject)),
        Some(other) => Err(other),
    }
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or(content_type).trim();
    essence == "application/json" || essence.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_the_style_that_its_encoding_asks_for() {
        let usual = Encoding {
            property: "a",
            content_type: None,
            style: None,
            explode: None,
        };
        for (encoding, expected) in [
            (usual, Ok(None)),
            (
                Encoding {
                    content_type: Some("application/json; charset=utf-8"),
                    ..usual
                },
                Ok(Some(Style::Json)),
            ),
            (
                Encoding {
                    explode: Some(false),
                    ..usual
                },
                Ok(Some(Style::Form { explode: false })),
            ),
            (
                Encoding {
                    style: Some("deepObject"),
                    explode: Some(true),
                    ..usual
                },
                Ok(Some(Style::DeepObject)),
            ),
            (
                Encoding {
                    style: Some("simple"),
                    ..usual
                },
                Err("simple"),
            ),
        ] {
            assert_eq!(style(&encoding), expected, "{encoding:?}");
        }
    }
}

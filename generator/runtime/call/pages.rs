//! The input of a call that says which page is asked for.

use super::{Call, Pair};
use crate::runtime::Escape;

impl Call {
    /// The value of a query parameter, or of the member of the body that a pointer leads to.
    pub(crate) fn paging_input(&self, is_in_body: bool, name: &'static str) -> Option<String> {
        if is_in_body {
            return text(self.json_body()?.pointer(name)?);
        }
        let key = name_in_query(name);
        let pair = self.query.iter().find(|pair| pair.text.starts_with(&key))?;
        let url = reqwest::Url::parse(&format!("query:?{}", pair.text)).ok()?;
        url.query_pairs().next().map(|(_, value)| value.into_owned())
    }

    /// Sets a query parameter, or the member of the body that a pointer leads to.
    pub(crate) fn set_paging_input(&mut self, is_in_body: bool, name: &'static str, value: serde_json::Value) {
        if is_in_body {
            return self.set_body_member(name, value);
        }
        let key = name_in_query(name);
        let value = Escape::Reserved.apply(&text(&value).unwrap_or_default());
        let text = format!("{key}{value}");
        self.query.retain(|pair| !pair.text.starts_with(&key));
        self.query.push(Pair {
            parameter: Some(name),
            text,
        });
    }

    fn json_body(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body.as_ref()?.body.bytes).ok()
    }

    fn set_body_member(&mut self, pointer: &str, value: serde_json::Value) {
        let mut body = self.json_body().unwrap_or_default();
        let mut member = &mut body;
        for name in pointer.split('/').skip(1) {
            if !member.is_object() {
                *member = serde_json::json!({});
            }
            member = &mut member[name.replace("~1", "/").replace("~0", "~")];
        }
        *member = value;
        let bytes = bytes::Bytes::from(body.to_string());
        match &mut self.body {
            Some(payload) => payload.body = bytes.into(),
            None => self.set_body("application/json", bytes.into()),
        }
    }
}

/// The beginning of `name=value`.
fn name_in_query(name: &str) -> String {
    format!("{}=", Escape::Reserved.apply(name))
}

fn text(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

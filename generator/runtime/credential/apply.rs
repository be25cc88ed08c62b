//! Where a credential goes in a request.

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Obtained;
use crate::runtime::{Escape, SchemeKind};

/// What credentials add to a request.
#[derive(Default)]
pub(crate) struct Carried {
    pub(crate) headers: HeaderMap,
    /// Encoded `name=value` pairs.
    pub(crate) query: Vec<String>,
    pub(crate) cookies: Vec<String>,
}

/// Puts each credential where its scheme wants it. Messages name the scheme and never the value.
pub(crate) fn apply(credentials: &[Obtained]) -> Result<Carried, String> {
    let mut carried = Carried::default();
    for Obtained { scheme, secret, .. } in credentials {
        let problem = |problem| format!("the credential for `{}` {problem}", scheme.name);
        carried.add(scheme.kind, secret.expose()).map_err(problem)?;
    }
    Ok(carried)
}

impl Carried {
    fn add(&mut self, kind: SchemeKind, secret: &str) -> Result<(), &'static str> {
        match kind {
            SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => self.header(AUTHORIZATION, &format!("Bearer {secret}")),
            SchemeKind::Basic => self.header(AUTHORIZATION, &format!("Basic {secret}")),
            SchemeKind::ApiKeyHeader(name) => {
                let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "has a header name that is none")?;
                self.header(name, secret)
            }
            SchemeKind::ApiKeyQuery(name) => {
                self.query.push(format!(
                    "{}={}",
                    Escape::Reserved.apply(name),
                    Escape::Reserved.apply(secret)
                ));
                Ok(())
            }
            SchemeKind::ApiKeyCookie(name) if is_cookie_value(secret) => {
                self.cookies.push(format!("{name}={secret}"));
                Ok(())
            }
            SchemeKind::ApiKeyCookie(_) => Err("has a character that a cookie cannot have"),
        }
    }

    fn header(&mut self, name: HeaderName, value: &str) -> Result<(), &'static str> {
        let value = HeaderValue::from_str(value).map_err(|_| "has a character that a header cannot have")?;
        self.headers.insert(name, value);
        Ok(())
    }
}

/// RFC 6265 section 4.1.1, `cookie-octet`.
fn is_cookie_value(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\'))
}

//! The address of an API: `host`, `basePath` and `schemes`.

use crate::resolve::{Description, Server};
use crate::source::Place;

impl Description<'_> {
    /// The server of the whole description, or of an operation whose schemes lead elsewhere.
    ///
    /// A client needs one of the schemes only: `https` where it is on offer.
    pub(in crate::resolve) fn swagger_server(&self, holder: &Place) -> Option<Server> {
        let root = self.root();
        let general = self.server_with(self.scheme(&root));
        if *holder == root {
            return Some(general);
        }
        let own = self.server_with(Some(self.scheme(holder)?));
        Some(own).filter(|own| own.url != general.url)
    }

    fn server_with(&self, scheme: Option<(&str, Place)>) -> Server {
        let root = self.root();
        let (host, base_path) = (self.text(&root, "host"), self.text(&root, "basePath"));
        let (scheme, place) = scheme.unzip();
        let place = place.unwrap_or_else(|| root.child(if host.is_some() { "host" } else { "basePath" }));
        Server {
            place,
            url: Some(address(scheme, host, base_path)),
        }
    }

    /// The first of the schemes at a place that is HTTP, the safe one before the other.
    fn scheme(&self, holder: &Place) -> Option<(&str, Place)> {
        let schemes = self.elements(&holder.child("schemes"));
        let schemes: Vec<_> = schemes
            .filter_map(|place| Some((self.node(&place)?.as_str()?, place)))
            .collect();
        let find = |wanted: &str| {
            schemes
                .iter()
                .find(|(scheme, _)| scheme.eq_ignore_ascii_case(wanted))
                .cloned()
        };
        find("https").or_else(|| find("http"))
    }
}

/// The address; relative to that of the description where no host is named.
fn address(scheme: Option<&str>, host: Option<&str>, base_path: Option<&str>) -> String {
    let scheme = scheme.unwrap_or("https").to_ascii_lowercase();
    let path = base_path.unwrap_or_default().trim_matches('/');
    let path = if path.is_empty() {
        String::new()
    } else {
        format!("/{path}")
    };
    match host.map(str::trim).filter(|host| !host.is_empty()) {
        // Some write the scheme with the host.
        Some(host) if host.contains("://") => format!("{}{path}", host.trim_end_matches('/')),
        Some(host) => format!("{scheme}://{}{path}", host.trim_end_matches('/')),
        None if path.is_empty() => "/".to_owned(),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_made_of_three_fields() {
        for (scheme, host, base_path, url) in [
            (
                Some("https"),
                Some("api.example.com"),
                Some("/v1"),
                "https://api.example.com/v1",
            ),
            (Some("http"), Some("localhost:80"), Some("/"), "http://localhost:80"),
            (None, Some("api.example.com"), None, "https://api.example.com"),
            (
                Some("https"),
                Some("https://api.example.com/"),
                Some("v1/"),
                "https://api.example.com/v1",
            ),
            (Some("https"), None, Some("/v1"), "/v1"),
            (None, None, None, "/"),
        ] {
            assert_eq!(address(scheme, host, base_path), url);
        }
    }
}

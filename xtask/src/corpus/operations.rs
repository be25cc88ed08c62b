//! The operations of a description, counted without oasmith's understanding, so that none is lost in silence.

use super::raw::Raw;

const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Each operation, as `GET /pets`, sorted.
pub fn declared(raw: &Raw) -> Vec<String> {
    let paths = raw.root().child("paths");
    let mut routes = Vec::new();
    for path in raw.keys(&paths).into_iter().filter(|path| !path.starts_with("x-")) {
        let item = paths.child(&path);
        // OpenAPI lets an item have a reference and operations of its own.
        let target = raw.follow(&item).filter(|target| *target != item);
        for item in [Some(item), target].into_iter().flatten() {
            let methods = METHODS.iter().filter(|method| raw.has(&item.child(method)));
            routes.extend(methods.map(|method| format!("{} {path}", method.to_uppercase())));
            let additional = raw.keys(&item.child("additionalOperations"));
            routes.extend(additional.into_iter().map(|method| format!("{method} {path}")));
        }
    }
    routes.sort();
    routes.dedup();
    routes
}

//! Webhooks and callbacks: what a server sends by itself.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{MediaType, Method, Webhook};
use crate::source::Place;

/// How many lines of Rust a callback makes at least.
const LINES: usize = 50;

/// The header of a signature as Standard Webhooks has it.
const SIGNATURE: &str = "webhook-signature";

impl Lowering<'_> {
    /// The webhooks of the description.
    pub(super) fn webhooks(&mut self) {
        for key in ["webhooks", "x-webhooks"] {
            let webhooks = self.description.root().child(key);
            for (name, place) in self.named(&webhooks) {
                self.path_item(&name, &place, None);
            }
        }
    }

    /// The callbacks of an operation.
    pub(super) fn callbacks(&mut self, operation: &Place, route: &str) {
        for (name, place) in self.named(&operation.child("callbacks")) {
            let callback = match self.description.follow(&place) {
                Ok(callback) => callback,
                Err(error) => {
                    let warning = error.diagnostic("the callback", &format!("`{name}` is left out"));
                    self.report.push(warning.operation(route));
                    continue;
                }
            };
            for (_, item) in self.named(&callback) {
                self.path_item(&name, &item, Some(route));
            }
        }
    }

    fn named(&self, holder: &Place) -> Vec<(String, Place)> {
        let members = self.description.members(holder);
        let members = members.filter(|(key, _)| !key.starts_with("x-"));
        members.map(|(key, place)| (key.to_owned(), place)).collect()
    }

    fn path_item(&mut self, name: &str, place: &Place, callback_of: Option<&str>) {
        let item = match self.description.follow(place) {
            Ok(item) => item,
            Err(error) => {
                let consequence = format!("the webhook `{name}` is left out");
                return self.report.push(error.diagnostic("the path item", &consequence));
            }
        };
        for (key, method) in Method::ALL {
            let place = item.child(key);
            let is_there = self.description.node(&place).is_some();
            // Many operations can refer to the same callbacks.
            if is_there && (callback_of.is_none() || self.copies.entries(LINES)) {
                let webhook = self.webhook(name, method, &item, &place, callback_of);
                self.webhooks.extend(webhook);
            }
        }
    }

    /// One webhook; `None` where it says nothing that has a type.
    fn webhook(
        &mut self,
        name: &str,
        method: Method,
        item: &Place,
        place: &Place,
        callback_of: Option<&str>,
    ) -> Option<Webhook> {
        let route = format!("{method} {name}");
        let place = self.description.follow(place).ok()?;
        let piece = match self.description.operation(&place, &mut self.report) {
            Ok(piece) => piece,
            Err(error) => {
                self.report
                    .push(error.diagnostic("the operation", &format!("the webhook `{name}` is left out")));
                return None;
            }
        };
        let body = self.request_body(item, &place, &route, None)??;
        if matches!(body.content.media_type, MediaType::Multipart | MediaType::EventStream) {
            let message = format!("the webhook `{name}` is left out: its body is {}", body.content.name);
            self.report.push(
                Diagnostic::new(Code::WEBHOOK_LEFT_OUT, message)
                    .at(body.place)
                    .help("bodies of several parts and streams of events are not read; read them by hand"),
            );
            return None;
        }
        for other in &body.others {
            let (name, used) = (&other.name, &body.content.name);
            let message = format!("`{name}` is on offer too, and `{used}` is read");
            self.report
                .push(Diagnostic::new(Code::OTHER_MEDIA_TYPE, message).at(body.place.clone()));
        }
        Some(Webhook {
            name: name.to_owned(),
            callback_of: callback_of.map(str::to_owned),
            method,
            summary: piece.summary,
            description: piece.description,
            deprecated: piece.deprecated,
            body: body.place,
            payload: body.content,
            is_signed: self
                .settings
                .webhook_signature
                .unwrap_or_else(|| self.is_signed(item, &place)),
            place,
        })
    }

    /// Whether an operation declares the header of a signature.
    fn is_signed(&self, item: &Place, operation: &Place) -> bool {
        [item, operation].into_iter().any(|holder| {
            let mut parameters = self.description.elements(&holder.child("parameters"));
            parameters.any(|place| {
                let target = self.description.follow(&place);
                let name = |target: Place| self.description.text(&target, "name").map(str::to_ascii_lowercase);
                target.ok().and_then(name).as_deref() == Some(SIGNATURE)
            })
        })
    }
}

//! The optional parts of the runtime: what a description does not need is neither emitted nor a dependency.

use std::collections::BTreeSet;

use super::context::Context;
use crate::model::{Kind, MediaType, RequestBody, SecuritySchemeKind, StringFormat, Webhook};

/// A part of the runtime that is emitted only where something needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Answers that a request can ask for besides the usual one.
    Alternative,
    /// Bytes in JSON.
    Base64,
    /// Basic credentials.
    Basic,
    /// Access tokens that a client gets for itself.
    ClientCredentials,
    /// Moments and days.
    Chrono,
    /// Answers that are bytes.
    Download,
    /// Answers that are server-sent events.
    Events,
    /// What events and lines have in common.
    Frames,
    /// Headers that answers declare.
    Header,
    /// Answers that are JSON values one after the other.
    Lines,
    /// What all answers that come piece by piece have in common.
    Open,
    /// Answers in pages.
    Pages,
    /// Whatever is asynchronous and repeated.
    Stream,
    /// Requests that say in their body that the answer is to be a stream.
    Switch,
    /// Request bodies of several parts.
    Multipart,
    /// Request bodies that are bytes or streams of them.
    Upload,
    /// Ids.
    Uuid,
    /// Requests that the server sends by itself.
    Webhook,
    /// Such requests, where they are forms.
    WebhookForm,
    /// Signatures of such requests.
    WebhookKey,
    /// Such requests, where they are XML.
    WebhookXml,
    /// Bodies of XML.
    Xml,
}

/// The parts that a crate needs.
pub(super) type Parts = BTreeSet<Part>;

impl Part {
    pub(super) const ALL: [Self; 22] = [
        Self::Alternative,
        Self::Base64,
        Self::Basic,
        Self::ClientCredentials,
        Self::Chrono,
        Self::Download,
        Self::Events,
        Self::Frames,
        Self::Header,
        Self::Lines,
        Self::Open,
        Self::Pages,
        Self::Stream,
        Self::Switch,
        Self::Multipart,
        Self::Upload,
        Self::Uuid,
        Self::Webhook,
        Self::WebhookForm,
        Self::WebhookKey,
        Self::WebhookXml,
        Self::Xml,
    ];

    /// The name that the part has in the comments of the runtime, and its file or folder.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Alternative => "alternative",
            Self::Base64 => "base64",
            Self::Basic => "basic",
            Self::ClientCredentials => "client_credentials",
            Self::Chrono => "chrono",
            Self::Download => "download",
            Self::Events => "events",
            Self::Frames => "frames",
            Self::Header => "header",
            Self::Lines => "lines",
            Self::Open => "open",
            Self::Pages => "pages",
            Self::Stream => "stream",
            Self::Switch => "switch",
            Self::Multipart => "multipart",
            Self::Upload => "upload",
            Self::Uuid => "uuid",
            Self::Webhook => "webhook",
            Self::WebhookForm => "webhook_form",
            Self::WebhookKey => "webhook_key",
            Self::WebhookXml => "webhook_xml",
            Self::Xml => "xml",
        }
    }
}

/// What some APIs need together.
pub(super) fn needed(contexts: &[Context<'_>]) -> Parts {
    let mut parts = Parts::new();
    for context in contexts {
        let api = context.api;
        parts.extend(api.schemas.iter().filter_map(|(_, schema)| of_kind(&schema.kind)));
        parts.extend(api.security_schemes.iter().filter_map(|scheme| of_scheme(&scheme.kind)));
        parts.extend(api.webhooks.iter().flat_map(|webhook| of_webhook(context, webhook)));
        parts.extend((!api.headers.is_empty()).then_some(Part::Header));
        parts.extend((!context.names.tables.is_empty()).then_some(Part::Xml));
        for (_, operation) in api.operations() {
            parts.extend(context.streams(operation).flat_map(of_stream));
            parts.extend((!operation.alternatives.is_empty()).then_some(Part::Alternative));
            if operation.pages.is_some() {
                parts.extend([Part::Pages, Part::Stream]);
            }
            parts.extend(context.switch(operation).map(|_| Part::Switch));
        }
        let bodies = api
            .operations()
            .filter_map(|(_, operation)| operation.request_body.as_ref());
        let sent = bodies.flat_map(RequestBody::contents).map(|content| content.media_type);
        sent.for_each(|media_type| parts.extend(to_send(media_type)));
    }
    parts
}

fn of_webhook(context: &Context<'_>, webhook: &Webhook) -> impl Iterator<Item = Part> {
    let signature = webhook.is_signed.then_some(Part::WebhookKey);
    let body = match webhook.payload.media_type {
        MediaType::Form => Some(Part::WebhookForm),
        MediaType::Xml => context.table_of(&webhook.payload).map(|_| Part::WebhookXml),
        _ => None,
    };
    [Part::Webhook].into_iter().chain(signature).chain(body)
}

fn of_scheme(kind: &SecuritySchemeKind) -> Option<Part> {
    match kind {
        SecuritySchemeKind::Basic => Some(Part::Basic),
        SecuritySchemeKind::OAuth2 { .. } => Some(Part::ClientCredentials),
        _ => None,
    }
}

/// What it takes to read an answer that comes piece by piece.
fn of_stream(media_type: MediaType) -> &'static [Part] {
    match media_type {
        MediaType::EventStream => &[Part::Events, Part::Frames, Part::Open, Part::Stream],
        MediaType::JsonLines => &[Part::Lines, Part::Frames, Part::Open, Part::Stream],
        _ => &[Part::Download, Part::Open, Part::Stream],
    }
}

fn of_kind(kind: &Kind) -> Option<Part> {
    match kind {
        Kind::String(StringFormat::DateTime | StringFormat::Date) => Some(Part::Chrono),
        Kind::String(StringFormat::Uuid) => Some(Part::Uuid),
        Kind::String(StringFormat::Base64) => Some(Part::Base64),
        _ => None,
    }
}

/// What it takes to send a body. A part of several can be a stream.
fn to_send(media_type: MediaType) -> &'static [Part] {
    match media_type {
        MediaType::Multipart => &[Part::Multipart, Part::Upload],
        MediaType::Bytes => &[Part::Upload],
        _ => &[],
    }
}

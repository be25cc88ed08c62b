//! Description to model: from OpenAPI's pieces to what the SDK is.
//!
//! Operations are read in turn, and each schema that they lead to is queued; the queue is then worked off one schema at a
//! time. So the depth of a description costs no stack, and cycles need no care.

mod content;
mod copies;
mod extension;
mod form;
mod header;
mod media_type;
mod named_media_types;
mod operation;
mod overrides;
mod pagination;
mod parameter;
mod resource;
mod response;
mod retries;
mod schema;
mod security;
mod sequence;
mod server;
mod template;
mod webhook;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Header, Unit, Webhook};
use crate::resolve::Description;
use crate::source::Place;

use copies::Copies;
pub(crate) use pagination::unfit;
use schema::{Queue, Samples};

/// Turns a description into the model; `None` for one that repeats more than any crate could hold.
pub fn lower<'a>(description: &'a Description<'a>, settings: &'a config::Api, report: &mut Report) -> Option<Api> {
    let mut lowering = Lowering {
        description,
        settings,
        report: std::mem::take(report),
        queue: Queue::default(),
        copies: Copies::default(),
        samples: Samples::default(),
        equal_schemas: HashMap::default(),
        headers: BTreeMap::new(),
        link_headers: HashMap::default(),
        webhooks: Vec::new(),
    };
    let api = lowering.api();
    *report = lowering.report;
    api
}

fn units(description: &Description<'_>) -> HashMap<Place, Unit> {
    let unit = |(place, name): (&Place, String)| {
        let (file, folders) = description.file(place.file);
        let file = file.to_owned();
        (place.clone(), Unit { name, file, folders })
    };
    description.units().map(unit).collect()
}

/// What every part of this stage works with.
struct Lowering<'a> {
    description: &'a Description<'a>,
    settings: &'a config::Api,
    report: Report,
    queue: Queue,
    copies: Copies,
    samples: Samples,
    /// Whether two places have the same schema: where many operations share an answer, it is compared once.
    equal_schemas: HashMap<(Place, Place), bool>,
    /// By their names in lower case.
    headers: BTreeMap<String, Header>,
    /// The responses whose headers are known, and whether `Link` is one of them.
    link_headers: HashMap<Place, bool>,
    webhooks: Vec<Webhook>,
}

impl Lowering<'_> {
    fn api(&mut self) -> Option<Api> {
        let description = self.description;
        let info = description.info();
        let security_schemes = self.security_schemes();
        let resources = self.resources(&security_schemes);
        self.webhooks();
        let mut schemas = self.schemas();
        self.keep_xml(&resources, &mut schemas);
        self.check_overrides();
        self.check_copies()?;
        Some(Api {
            title: info.title.unwrap_or("API").to_owned(),
            version: info.version.map(Cow::into_owned),
            description: info.description.map(str::to_owned),
            retries: self.retries(&description.root()),
            servers: self.servers(&description.root()),
            security_schemes,
            resources,
            webhooks: std::mem::take(&mut self.webhooks),
            headers: std::mem::take(&mut self.headers).into_values().collect(),
            schemas,
            units: units(description),
        })
    }
}

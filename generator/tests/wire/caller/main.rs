//! Calls every row of the tables, and tells for each what was sent and what came of it, as a line of JSON.

#![allow(deprecated, unused_imports)]

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use wire_sdk::{BoxFuture, Error, Request, Transport, TransportError, TransportResponse};

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.unwrap().block_on(call_all());
}

/// The items of a stream, or the first error.
macro_rules! items {
    ($stream:expr) => {
        match $stream {
            Ok(mut stream) => {
                let mut items = Ok(Vec::new());
                while let (Ok(list), Some(item)) = (&mut items, stream.next().await) {
                    match item {
                        Ok(item) => list.push(item),
                        Err(error) => items = Err(error),
                    }
                }
                items
            }
            Err(error) => Err(error),
        }
    };
}

/// A transport that answers always the same, and keeps the request.
#[derive(Clone)]
struct Recorder {
    status: u16,
    headers: HeaderMap,
    body: &'static str,
    sent: Arc<Mutex<Option<Value>>>,
}

impl Recorder {
    fn new(status: u16, headers: &[(&str, &str)], body: &'static str) -> Self {
        let header = |(name, value): &(&str, &str)| {
            let name: HeaderName = name.parse().unwrap();
            let value: HeaderValue = value.parse().unwrap();
            (name, value)
        };
        Self {
            status,
            headers: headers.iter().map(header).collect(),
            body,
            sent: Arc::default(),
        }
    }

    fn tell<T: Debug>(&self, result: Result<T, Error>, typed: fn(&Error) -> Option<String>) {
        let result = match result {
            Ok(value) => format!("Ok({value:?})"),
            Err(error) => format!("Err({})", typed(&error).unwrap_or_else(|| format!("{:?}: {error}", error.kind()))),
        };
        let sent = self.sent.lock().unwrap().take();
        println!("{}", json!({"sent": sent, "result": result}));
    }
}

impl Transport for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let target = request.url().strip_prefix("https://wire.test").unwrap_or(request.url());
        let mut headers: Vec<String> = request
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        headers.sort();
        let body = String::from_utf8(request.body().to_vec());
        let body = body.unwrap_or_else(|_| request.body().escape_ascii().to_string());
        // What is random cannot stand in a row.
        let boundary = headers.iter().find_map(|header| Some(header.split_once("boundary=")?.1.to_owned()));
        let plain = |text: String| match &boundary {
            Some(boundary) => text.replace(boundary, "BOUNDARY"),
            None => text,
        };
        let (headers, body) = (headers.into_iter().map(plain).collect::<Vec<_>>(), plain(body));
        *self.sent.lock().unwrap() = Some(json!([format!("{} {target}", request.method()), headers, body]));
        let response = TransportResponse::new(self.status, self.body).with_headers(self.headers.clone());
        Box::pin(async move { Ok(response) })
    }
}

//! Calls every row of the tables, and tells for each what was sent and what came of it, as a line of JSON.

// Rows can call what is deprecated, and not every set of tables needs all that is imported.
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

/// An answer: its status, its headers and its body.
type Answer = (u16, &'static [(&'static str, &'static str)], &'static str);

/// A transport that gives its answers in turn, the last one again and again, and keeps the requests.
#[derive(Clone)]
struct Recorder {
    answers: &'static [Answer],
    sent: Arc<Mutex<Vec<Value>>>,
}

impl Recorder {
    fn new(answers: &'static [Answer]) -> Self {
        Self {
            answers,
            sent: Arc::default(),
        }
    }

    fn tell<T: Debug>(&self, result: Result<T, Error>, typed: fn(&Error) -> Option<String>) {
        let result = match result {
            Ok(value) => format!("Ok({value:?})"),
            Err(error) => format!("Err({})", typed(&error).unwrap_or_else(|| format!("{:?}: {error}", error.kind()))),
        };
        let sent = std::mem::take(&mut *self.sent.lock().unwrap());
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
        let boundary = headers.iter().find_map(|header| {
            let (_, boundary) = header.split_once("boundary=")?;
            Some(boundary.split(';').next()?.to_owned())
        });
        let plain = |text: String| match &boundary {
            Some(boundary) => text.replace(boundary, "BOUNDARY"),
            None => text,
        };
        let (headers, body) = (headers.into_iter().map(plain).collect::<Vec<_>>(), plain(body));
        let mut sent = self.sent.lock().unwrap();
        let (status, answered, text) = self.answers[sent.len().min(self.answers.len() - 1)];
        sent.push(json!([format!("{} {target}", request.method()), headers, body]));
        let header = |(name, value): &(&str, &str)| {
            let name: HeaderName = name.parse().unwrap();
            let value: HeaderValue = value.parse().unwrap();
            (name, value)
        };
        let response = TransportResponse::new(status, text).with_headers(answered.iter().map(header).collect());
        Box::pin(async move { Ok(response) })
    }
}

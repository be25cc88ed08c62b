//! An operation without a description: calls are filled by hand.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use oasmith_runtime::runtime::{Api, Call, Client, ClientBuilder, Operation, Server};
use oasmith_runtime::{Body, Error};

static API: Api = Api {
    name: "Test",
    servers: &[Server {
        url: "https://x.example",
        variables: &[],
    }],
    user_agent: "test/1",
};
/// An operation that may be repeated.
pub static PUT: Operation = Operation {
    id: "put",
    method: "PUT",
    path: "/x",
    ..Operation::DEFAULT
};

pub fn client(choose: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    choose(ClientBuilder::new(&API)).build().unwrap()
}

pub fn call(client: &Client) -> Call {
    Call::new(client, &PUT)
}

/// The request of a call: its content type and its body, which are bytes.
pub fn sent(fill: impl FnOnce(Call) -> Call) -> Result<(String, String), Error> {
    let request = fill(call(&client(|builder| builder))).build()?;
    let content_type = request.headers().get("content-type");
    let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    Ok((content_type.unwrap_or_default(), body))
}

/// A body that comes in these chunks.
pub fn stream(chunks: &[&'static str]) -> Body {
    Body::from_stream(Chunks(chunks.to_vec()))
}

struct Chunks(Vec<&'static str>);

impl Stream for Chunks {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|chunk| {
            if chunk == "!" {
                Err(std::io::Error::other("the disk is gone"))
            } else {
                Ok(chunk)
            }
        }))
    }
}

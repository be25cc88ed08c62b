//! What the types promise to the compiler.

use std::fmt::Debug;

use futures_core::Stream;
use oasmith_runtime::{Error, ErrorKind, Nullable, RawResponse, Request, Response, Secret};

use crate::support::pets::{Client, ClientBuilder};
use crate::support::scripted::{Scripted, page, status};

fn is_plain<T: Clone + Debug + Send + Sync + 'static>() {}
fn value_is_plain<T: Clone + Debug + Send + Sync + 'static>(_: &T) {}

fn is_send<T: Send>(value: T) -> T {
    value
}

#[test]
fn types_can_be_kept_cloned_and_shared() {
    is_plain::<Client>();
    is_plain::<ClientBuilder>();
    is_plain::<Request>();
    is_plain::<Response<String>>();
    is_plain::<Secret>();
    is_plain::<Nullable<String>>();
    is_plain::<ErrorKind>();
    let client = Scripted::new([]).client();
    value_is_plain(&client.pets().list());
}

#[test]
fn an_error_is_as_big_as_a_pointer() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>() {}
    is_error::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[tokio::test]
async fn futures_can_move_between_threads() {
    let client = Scripted::new([page(), page(), page()]).client();
    assert!(is_send(client.pets().list().send()).await.is_ok());
    assert!(is_send(client.pets().list().send_with_meta()).await.is_ok());
    let raw: RawResponse = is_send(client.pets().list().send_raw()).await.unwrap();
    assert!(is_send(raw.bytes()).await.is_ok());
}

#[tokio::test]
async fn streams_can_move_between_threads_and_be_polled_in_place() {
    fn is_stream<S: Stream<Item = Result<T, Error>> + Unpin + Send + Debug + 'static, T>(stream: S) -> S {
        stream
    }
    let client = Scripted::new([status(200), status(200), status(200)]).client();
    let (streams, pages) = (client.streams(), client.pages());
    let mut download = is_stream(is_send(streams.file().send()).await.unwrap());
    assert!(is_send(download.next()).await.is_none());
    let mut events = is_stream(is_send(streams.watch().send()).await.unwrap());
    assert!(is_send(events.next()).await.is_none());
    let mut lines = is_stream(is_send(streams.lines().send()).await.unwrap());
    assert!(is_send(lines.next()).await.is_none());
    let mut pages_of_values = is_stream(pages.by_cursor().pages());
    assert!(is_send(pages_of_values.next()).await.unwrap().is_err());
    let mut items = is_stream(pages.by_cursor().items());
    assert!(is_send(items.next()).await.unwrap().is_err());
}

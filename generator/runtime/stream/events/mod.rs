//! Server-sent events (WHATWG HTML, section 9.2).

mod parser;
mod reconnect;
mod whole;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use self::parser::{Message, Parser};
use super::frames::Frames;
use super::unfold::{Step, Unfold};
use crate::runtime::head::{Head, head_accessors};
use crate::runtime::{Call, Json, ReadResult, Result, from_slice};

/// An event of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event it is: `message` where the server does not say.
    pub event: String,
    /// The last id that the server has given, to this event or to one before it.
    pub id: Option<String>,
    /// What it says.
    pub data: T,
}

/// The events of an answer as they come: a [`Stream`] of [`Event`]s.
///
/// An event whose data cannot be read is an `Err` of the kind [`Decode`](crate::ErrorKind::Decode), and the next one comes
/// after it; every other error is the last item. Each piece has to come within the time of an attempt, for which a comment
/// of the server is enough. The data `[DONE]` ends the stream, as the end of the answer does.
///
/// Where the connection breaks, a `GET` request is sent again with the id of the last event (`Last-Event-ID`), after the time
/// that the server asks for. That happens as often as the request may be tried again, counted anew after each event.
pub struct Events<T> {
    head: Head,
    events: Unfold<Source<T>, Result<Event<T>>>,
}

/// Where events come from.
struct Source<T> {
    /// To be sent again.
    call: Call,
    frames: Frames,
    parser: Parser,
    /// How often in a row the connection has broken.
    breaks: u32,
    read: Read<T>,
}

/// How the value of an event is read; `None` where it has none.
type Read<T> = fn(&Message) -> ReadResult<Option<T>>;

impl Call {
    /// Sends the request; the data of the events is JSON.
    ///
    /// # Errors
    ///
    /// Every kind but those of reading events.
    pub async fn events<T: Json + 'static>(self) -> Result<Events<T>> {
        Events::open(self, json).await
    }

    /// Sends the request; the data of the events is text.
    ///
    /// # Errors
    ///
    /// Like [`events`](Self::events).
    pub async fn text_events(self) -> Result<Events<String>> {
        Events::open(self, |message| Ok(Some(message.data.clone()))).await
    }

    /// Sends the request; the type of the values is that of whole events, and not of their data alone.
    ///
    /// # Errors
    ///
    /// Like [`events`](Self::events).
    pub async fn whole_events<T: Json + 'static>(self) -> Result<Events<T>> {
        Events::open(self, whole::read).await
    }
}

/// An event without content only keeps the connection alive.
fn json<T: Json>(message: &Message) -> ReadResult<Option<T>> {
    if message.data.trim().is_empty() {
        return Ok(None);
    }
    from_slice(message.data.as_bytes()).map(Some)
}

fn is_refused(media_type: &str) -> bool {
    media_type == "application/json" || media_type == "text/html" || media_type.ends_with("+json")
}

impl<T: 'static> Events<T> {
    async fn open(call: Call, read: Read<T>) -> Result<Self> {
        let frames = Frames::open(call.clone(), is_refused).await?;
        let head = frames.response.head.clone();
        let source = Source {
            call,
            frames,
            parser: Parser::default(),
            breaks: 0,
            read,
        };
        Ok(Self {
            head,
            events: Unfold::new(source, event),
        })
    }
}

impl<T> Events<T> {
    head_accessors!();

    /// The next event; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Event<T>>> {
        self.events.next().await
    }

    next_blocking!(Event<T>);
}

fn event<T: 'static>(mut source: Source<T>) -> Step<Source<T>, Result<Event<T>>> {
    Box::pin(async move {
        loop {
            let limit = source.frames.response.max_size;
            match source.parser.next(&mut source.frames.chunk, limit) {
                Ok(Some(message)) => {
                    source.breaks = 0;
                    if message.data.trim() == "[DONE]" {
                        return None;
                    }
                    if let Some(event) = source.read(message) {
                        return Some((event, Some(source)));
                    }
                }
                Ok(None) => match source.more().await {
                    Ok(true) => {}
                    Ok(false) => return None,
                    Err(error) => return Some((Err(error), None)),
                },
                Err(_) => return Some((Err(source.frames.too_large()), None)),
            }
        }
    })
}

impl<T> Source<T> {
    fn read(&self, message: Message) -> Option<Result<Event<T>>> {
        let value = (self.read)(&message).transpose()?;
        Some(match value {
            Ok(data) => Ok(Event {
                event: message.event.unwrap_or_else(|| "message".to_owned()),
                id: message.id,
                data,
            }),
            Err(error) => Err(self.frames.unreadable(error, message.data.as_bytes())),
        })
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().events.poll(context)
    }
}

/// With headers by name only: a value can be a secret.
impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Events")
            .field("head", &self.head)
            .finish_non_exhaustive()
    }
}

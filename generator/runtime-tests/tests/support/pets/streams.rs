use oasmith_runtime::runtime;

use super::models::Page;

#[derive(Clone, Debug)]
pub struct Streams {
    client: runtime::Client,
}

impl Streams {
    pub(super) fn new(client: &runtime::Client) -> Self {
        Self { client: client.clone() }
    }

    pub fn file(&self) -> FileRequest {
        FileRequest(runtime::Call::new(&self.client, &FILE))
    }

    pub fn ask(&self, body: &serde_json::Value) -> AskRequest {
        AskRequest(runtime::Call::new(&self.client, &ASK).json(body))
    }

    pub fn watch(&self) -> WatchRequest {
        WatchRequest(runtime::Call::new(&self.client, &WATCH))
    }

    pub fn changes(&self) -> ChangesRequest {
        ChangesRequest(runtime::Call::new(&self.client, &WATCH))
    }

    pub fn log(&self) -> LogRequest {
        LogRequest(runtime::Call::new(&self.client, &WATCH))
    }

    pub fn lines(&self) -> LinesRequest {
        LinesRequest(runtime::Call::new(&self.client, &LINES))
    }
}

static FILE: runtime::Operation = runtime::Operation {
    id: "get_file",
    path: "/file",
    accept: "application/octet-stream",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct FileRequest(runtime::Call);

runtime::request!(FileRequest as download);

static ASK: runtime::Operation = runtime::Operation {
    id: "ask",
    method: "POST",
    path: "/ask",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AskRequest(runtime::Call);

runtime::request!(AskRequest -> Option<Page> as json_unless 202 | 204);
runtime::alternative!(AskRequest::stream -> Piece as events, "text/event-stream", switch "stream");
runtime::alternative!(AskRequest::send_text -> String as text, "text/plain");
runtime::alternative!(AskRequest::send_bytes as download, "application/pdf");

static WATCH: runtime::Operation = runtime::Operation {
    id: "watch",
    path: "/watch",
    accept: "text/event-stream",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WatchRequest(runtime::Call);

runtime::request!(WatchRequest -> Piece as events);

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ChangesRequest(runtime::Call);

runtime::request!(ChangesRequest -> Change as whole_events);

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct LogRequest(runtime::Call);

runtime::request!(LogRequest as text_events);

static LINES: runtime::Operation = runtime::Operation {
    id: "lines",
    path: "/lines",
    accept: "application/jsonl",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct LinesRequest(runtime::Call);

runtime::request!(LinesRequest -> Piece as lines);

#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub delta: String,
}

impl runtime::Object for Piece {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> runtime::ReadResult<Self> {
        Ok(Self {
            delta: object.get("delta")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("delta", &self.delta);
    }
}

runtime::object!(Piece);

#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub event: String,
    pub data: Piece,
}

impl runtime::Object for Change {
    fn read(object: &mut runtime::ObjectReader<'_, '_>) -> runtime::ReadResult<Self> {
        Ok(Self {
            event: object.get("event")?,
            data: object.get("data")?,
        })
    }

    fn fields(&self, object: &mut runtime::ObjectWriter<'_>) {
        object.field("event", &self.event);
        object.field("data", &self.data);
    }
}

runtime::object!(Change);

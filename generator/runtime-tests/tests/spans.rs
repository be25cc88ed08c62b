//! The spans of attempts.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::format::FmtSpan;

use crate::support::scripted::{Scripted, page, status};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn each_attempt_has_a_span_without_secrets() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_span_events(FmtSpan::CLOSE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let script = Scripted::new([status(503), page()]);
    let client = script.client_with(|builder| builder.header_key("CANARY-1").query_key("CANARY-2"));
    let list = client.pets().list().trace("CANARY-3").query_param("q", "CANARY-4");
    list.send().await.unwrap();
    drop(guard);
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    for expected in [
        r#"otel.name=GET /pets operation.id="list_pets" http.request.method="GET" http.request.resend_count=0"#,
        "http.request.resend_count=1",
        r#"url.template="/pets" server.address="api.pets.example" server.port=443"#,
        "http.response.status_code=503 error.type=Status",
        "http.response.status_code=200",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("CANARY"), "{text}");
}

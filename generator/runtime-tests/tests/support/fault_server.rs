//! A server that does everything wrong, on a raw socket: mock servers speak proper HTTP and cannot.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the server does with a connection. At the end of the steps it closes the connection.
#[derive(Clone, Debug)]
pub enum Step {
    /// Waits for a whole request.
    Read,
    /// Writes bytes, whatever they are.
    Write(Vec<u8>),
    /// Takes its time.
    Pause(Duration),
    /// Resets the connection.
    Reset,
    /// Does nothing more, and keeps the connection open.
    Hang,
}

/// Reads a request, then writes this.
pub fn answer(text: impl AsRef<[u8]>) -> Vec<Step> {
    vec![Step::Read, Step::Write(text.as_ref().to_vec())]
}

/// A proper answer in JSON, after which the connection is closed.
pub fn json(status: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

/// A server on a free port of the loopback. It ends with its value.
#[derive(Debug)]
pub struct FaultServer {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
    task: JoinHandle<()>,
}

impl FaultServer {
    /// Each connection plays the next script, and the last one is played again and again.
    pub async fn start(scripts: impl IntoIterator<Item = Vec<Step>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(Mutex::new(0));
        let scripts: Vec<_> = scripts.into_iter().collect();
        let task = tokio::spawn(serve(
            listener,
            scripts,
            Arc::clone(&requests),
            Arc::clone(&connections),
        ));
        Self {
            url,
            requests,
            connections,
            task,
        }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        *self.connections.lock().unwrap()
    }

    /// The requests, as they came.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    listener: TcpListener,
    scripts: Vec<Vec<Step>>,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            return;
        };
        let index = {
            let mut connections = connections.lock().unwrap();
            *connections += 1;
            *connections - 1
        };
        let script = scripts[index.min(scripts.len() - 1)].clone();
        tokio::spawn(play(stream, script, Arc::clone(&requests)));
    }
}

async fn play(mut stream: TcpStream, script: Vec<Step>, requests: Arc<Mutex<Vec<String>>>) {
    for step in script {
        match step {
            Step::Read => {
                let request = read_request(&mut stream).await;
                requests.lock().unwrap().push(request);
            }
            // The client may have gone, which is its right.
            Step::Write(bytes) => drop(stream.write_all(&bytes).await),
            Step::Pause(time) => tokio::time::sleep(time).await,
            Step::Reset => {
                stream.set_zero_linger().unwrap();
                return;
            }
            Step::Hang => std::future::pending().await,
        }
    }
    drop(stream.shutdown().await);
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    while !is_whole(&bytes) {
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => break,
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0)
}

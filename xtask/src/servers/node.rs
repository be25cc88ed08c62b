//! The servers, which are programs for Node.js.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::program::Caller;

/// How long a server may take to read its description.
const START: Duration = Duration::from_secs(600);

/// A server that knows a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Checks requests, and answers with the examples of the description.
    Prism,
    /// Checks requests, unknown names in the query too, and answers 200.
    Validator,
}

impl Server {
    pub const ALL: [Self; 2] = [Self::Prism, Self::Validator];

    pub fn name(self) -> &'static str {
        match self {
            Self::Prism => "Prism",
            Self::Validator => "express-openapi-validator",
        }
    }
}

/// The folder with what npm has installed.
pub struct Node {
    folder: PathBuf,
}

impl Node {
    /// Installs the servers, unless they are there already. Scripts of packages are not run.
    pub fn install(work: &Path) -> Result<Self> {
        let folder = work.join("node");
        std::fs::create_dir_all(&folder)?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers");
        let lock = std::fs::read(source.join("package-lock.json"))?;
        // npm keeps a copy of what it has installed in a form of its own, so the lock is put there last.
        let done = folder.join("installed.json");
        let is_installed = std::fs::read(&done).is_ok_and(|installed| installed == lock);
        for file in ["package.json", "package-lock.json", "validator.mjs"] {
            std::fs::copy(source.join(file), folder.join(file)).with_context(|| file.to_owned())?;
        }
        if !is_installed {
            let status = Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder)
                .stdin(Stdio::null())
                .status()
                .context("npm cannot be run")?;
            if !status.success() {
                bail!("npm ci has failed");
            }
            std::fs::write(done, lock)?;
        }
        Ok(Self { folder })
    }

    /// Starts a server, and waits until it listens.
    pub fn start(&self, server: Server, caller: &Caller) -> Result<Running> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = self.folder.join(format!("{}-{}.log", caller.name, server.name()));
        let mut command = Command::new("node");
        match server {
            Server::Prism => command
                .arg("node_modules/@stoplight/prism-cli/dist/index.js")
                .args(["mock", "-h", "127.0.0.1", "-p", &port.to_string(), "--errors"])
                .arg(caller.spec.canonicalize()?),
            Server::Validator => command.arg("validator.mjs").arg(&caller.json).arg(port.to_string()),
        };
        let output = File::create(&log)?;
        let child = command
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("node cannot be run")?;
        let mut running = Running { server, port, child };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if running.child.try_wait()?.is_some() || started.elapsed() > START {
                bail!("{} does not start: see {}", server.name(), log.display());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(running)
    }
}

/// A server that listens, until it is dropped.
pub struct Running {
    server: Server,
    port: u16,
    child: Child,
}

impl Running {
    /// Where the operations are served. Prism does not know of the path of the description's server.
    pub fn base_url(&self, caller: &Caller) -> String {
        let path = match self.server {
            Server::Prism => "",
            Server::Validator => caller.base_path.as_str(),
        };
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended by itself is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

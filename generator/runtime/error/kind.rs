//! What can go wrong.

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A client or request could not be built. Nothing was sent.
    Build,
    /// A credential could not be had: the function that provides it failed, or the server that gives access tokens refused.
    /// The request was not sent.
    Credential,
    /// No connection was made. The server has seen nothing of the request.
    Connect,
    /// No answer within the time limit. The server may have acted on the request.
    Timeout,
    /// The connection broke, or what came was no HTTP. The server may have acted on the request.
    Transport,
    /// The server answered with an error status.
    Status,
    /// The server answered with success, but not with what its description promises.
    Decode,
    /// The body of the answer is larger than the client allows.
    BodyTooLarge,
    /// The server sent the request elsewhere, and it was not followed: to another origin, with a method other than `GET`
    /// and `HEAD`, or too many times.
    Redirect,
    // only where used: webhook
    /// What came as a request of a webhook is not what the description declares, or nobody who has the key has signed it.
    Webhook,
    // end: webhook
    // only where used: pages
    /// The pages of an answer do not end: the server gave a cursor or a URL again that had been sent, or there are more
    /// pages than are wanted.
    Pages,
    // end: pages
}

impl ErrorKind {
    /// The failure in a few words, for messages.
    pub(crate) fn what_happened(self) -> &'static str {
        match self {
            Self::Build => "the request cannot be built",
            Self::Credential => "a credential cannot be had",
            Self::Connect => "could not connect",
            Self::Timeout => "no answer in time",
            Self::Transport => "the connection broke",
            Self::Status => "the server answered with an error",
            Self::Decode => "the answer cannot be read",
            Self::BodyTooLarge => "the answer is too large",
            Self::Redirect => "the server redirects elsewhere",
            // only where used: webhook
            Self::Webhook => "the request of a webhook is refused",
            // end: webhook
            // only where used: pages
            Self::Pages => "the pages do not end",
            // end: pages
        }
    }
}

/// How calls are tried again, where the description says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Retries {
    /// The first wait, in milliseconds.
    pub first: u64,
    /// The longest wait, in milliseconds.
    pub longest: u64,
    /// By what each wait is longer than the one before; at least 1.
    pub factor: f64,
    /// The statuses that are tried again, as ranges with both ends included.
    pub statuses: Vec<(u16, u16)>,
    /// Whether a lost connection is tried again.
    pub connections: bool,
    /// How long a call is tried again, in milliseconds; `None` where it is not tried again at all.
    pub total: Option<u64>,
}

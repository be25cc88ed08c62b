//! Signatures of requests that the server sends by itself, as Standard Webhooks has them.

use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;

use super::{Error, ErrorKind, Result, Secret};

/// The key that webhooks are signed with (<https://www.standardwebhooks.com>): `whsec_` and base64. `Debug` does not show it.
#[derive(Clone, Debug)]
pub struct WebhookKey(Secret);

/// Padded or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// How far the clocks may be apart, and how late a request may be.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

impl WebhookKey {
    /// A key, with `whsec_` before it or without.
    ///
    /// # Errors
    ///
    /// When what follows is not base64.
    pub fn new(key: impl Into<Secret>) -> Result<Self> {
        let key: Secret = key.into();
        match bytes(&key) {
            Some(bytes) if !bytes.is_empty() => Ok(Self(key)),
            _ => Err(Error::new(ErrorKind::Webhook).with_detail("the key is not base64")),
        }
    }

    /// Checks that a request was signed with this key, not longer than five minutes ago.
    ///
    /// # Errors
    ///
    /// When a header is missing, the time is too far off, or no signature fits.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<()> {
        self.verify_at(headers, body, SystemTime::now())
    }

    /// Like [`verify`](Self::verify), with a clock of your own.
    ///
    /// # Errors
    ///
    /// Like [`verify`](Self::verify).
    pub fn verify_at(&self, headers: &HeaderMap, body: &[u8], now: SystemTime) -> Result<()> {
        self.check(headers, body, now)
            .map_err(|problem| Error::new(ErrorKind::Webhook).with_detail(problem))
    }

    fn check(&self, headers: &HeaderMap, body: &[u8], now: SystemTime) -> Result<(), String> {
        let header = |name: &str| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.ok_or_else(|| format!("the header `{name}` is missing"))
        };
        let (id, time, signatures) = (
            header("webhook-id")?,
            header("webhook-timestamp")?,
            header("webhook-signature")?,
        );
        let seconds = time
            .parse()
            .map_err(|_| "the time of the signature is not a number".to_owned())?;
        let sent = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let apart = sent.map(|sent| now.duration_since(sent).unwrap_or_else(|earlier| earlier.duration()));
        if apart.is_none_or(|apart| apart > TOLERANCE) {
            return Err("the signature is more than five minutes from now".to_owned());
        }
        // A provider that changes its key signs with both. Versions other than 1 are passed over.
        let mut signatures = signatures
            .split(' ')
            .filter_map(|signature| signature.strip_prefix("v1,"));
        let is_ours = |signature: &str| {
            let signature = BASE64.decode(signature).unwrap_or_default();
            // Takes the same time whatever is wrong.
            let mac = self.mac(id, time, body);
            mac.is_some_and(|mac| mac.verify_slice(&signature).is_ok())
        };
        if signatures.any(is_ours) {
            Ok(())
        } else {
            Err("no signature fits".to_owned())
        }
    }

    /// The value of `webhook-signature` for a request, to test a receiver with; `time` is in seconds since 1970.
    #[must_use]
    pub fn sign(&self, id: &str, time: u64, body: &[u8]) -> String {
        let mac = self.mac(id, &time.to_string(), body);
        let signature = mac.map(|mac| BASE64.encode(mac.finalize().into_bytes()));
        format!("v1,{}", signature.unwrap_or_default())
    }

    fn mac(&self, id: &str, time: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&bytes(&self.0)?).ok()?;
        mac.update(format!("{id}.{time}.").as_bytes());
        mac.update(body);
        Some(mac)
    }
}

fn bytes(key: &Secret) -> Option<Vec<u8>> {
    let text = key.expose();
    BASE64.decode(text.strip_prefix("whsec_").unwrap_or(text)).ok()
}

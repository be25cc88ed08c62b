//! Webhooks and callbacks: the functions that read them.

use foldhash::HashMap;

use super::Ident;
use super::collide::{Wish, distinct};
use crate::diagnostic::Report;
use crate::model::{Api, Webhook};

/// A webhook is called by its key, with the method where it has several. A callback whose key is not its own has the path of
/// its operation before it.
pub(super) fn decide(api: &Api, report: &mut Report) -> Vec<Ident> {
    let mut shared: HashMap<&str, usize> = HashMap::default();
    for webhook in &api.webhooks {
        *shared.entry(&webhook.name).or_default() += 1;
    }
    let name = |webhook: &Webhook| match &webhook.callback_of {
        _ if shared[webhook.name.as_str()] == 1 => webhook.name.clone(),
        Some(route) => format!("{route} {}", webhook.name),
        None => format!("{} {}", webhook.name, webhook.method.as_str().to_lowercase()),
    };
    let wishes = api.webhooks.iter().map(|webhook| Wish {
        name: Ident::snake(&name(webhook)),
        key: format!(
            "{} {} {} {}",
            webhook.callback_of.as_deref().unwrap_or_default(),
            webhook.name,
            webhook.method,
            webhook.place.pointer
        ),
        place: webhook.place.clone(),
    });
    let wishes: Vec<Wish> = wishes.collect();
    distinct(&wishes, &[], report)
}

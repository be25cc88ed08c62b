//! Crooked changes to sound descriptions, for libFuzzer: it is asked to change bytes, and changes the tree that they are.

use arbitrary::{Result, Unstructured};
use serde_json::Value;

use crate::{check, text};

/// The tree that the bytes are, with some nodes changed; `None` for bytes that are none.
pub fn change(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut root = tree(bytes)?;
    let noise = noise(seed);
    let mut u = Unstructured::new(&noise);
    for _ in 0..u.int_in_range(1..=4).ok()? {
        let mut nodes = Vec::new();
        list(&root, &mut String::new(), &mut nodes);
        change_one(&mut root, &nodes, &mut u).ok()?;
    }
    serde_json::to_vec(&root).ok()
}

fn tree(bytes: &[u8]) -> Option<Value> {
    serde_json::from_slice(bytes)
        .ok()
        .or_else(|| check::load(String::from_utf8(bytes.to_vec()).ok()?).map(|document| document.root))
}

/// Bytes to choose with.
fn noise(seed: u32) -> Vec<u8> {
    let mut state = u64::from(seed) | 1 << 40;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..64).flat_map(|_| next()).collect()
}

fn list(node: &Value, pointer: &mut String, nodes: &mut Vec<String>) {
    nodes.push(pointer.clone());
    let length = pointer.len();
    match node {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                *pointer += &format!("/{index}");
                list(element, pointer, nodes);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                *pointer += &format!("/{}", key.replace('~', "~0").replace('/', "~1"));
                list(member, pointer, nodes);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

fn change_one(root: &mut Value, nodes: &[String], u: &mut Unstructured<'_>) -> Result<()> {
    let (target, other) = (u.choose(nodes)?, u.choose(nodes)?);
    let copy = root.pointer(other).cloned().unwrap_or_default();
    let Some(node) = root.pointer_mut(target) else {
        return Ok(());
    };
    match (u.int_in_range(0..=7)?, node) {
        (0, node) => *node = Value::String(text::any(u)?),
        (1, node) => *node = copy,
        (2, node) => *node = serde_json::json!({"$ref": format!("#{other}")}),
        (3, Value::Object(members)) => {
            let key = members.keys().next().cloned().unwrap_or_default();
            members.shift_remove(&key);
        }
        (4, Value::Object(members)) => {
            let last = members.keys().last().cloned().unwrap_or_default();
            let value = members.shift_remove(&last).unwrap_or_default();
            members.insert(text::any(u)?, value);
        }
        (5, Value::Object(members)) => {
            members.insert(text::name(u)?, copy);
        }
        (6, Value::Array(elements)) => elements.push(copy),
        (_, node) => *node = serde_json::json!(u.arbitrary::<i64>()?),
    }
    Ok(())
}

//! Models in the world of serde.

use crate::support::pets::{Kind, Order, Page, Pet, Tagged};

#[test]
fn models_go_through_serde_as_through_json() {
    let text = r#"{"data":[{"id":1,"name":"Tom","kind":"cat","owner":null,"x":{"y":[1.5,-2,true,null]}}],"total":1}"#;
    let page: Page = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&page).unwrap(), text);
    let tree = serde_json::to_value(&page).unwrap();
    assert_eq!(serde_json::from_value::<Page>(tree).unwrap(), page);
}

#[test]
fn enums_and_unions_go_through_serde() {
    assert_eq!(
        serde_json::from_str::<Vec<Kind>>(r#"["cat","cow"]"#).unwrap()[1],
        Kind::Unknown("cow".to_owned())
    );
    let tagged: Tagged = serde_json::from_str(r#"{"type":"problem","detail":"x"}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&tagged).unwrap(),
        r#"{"type":"problem","detail":"x"}"#
    );
}

#[test]
fn errors_keep_their_path() {
    let error = serde_json::from_str::<Pet>(r#"{"id":1,"name":2}"#).unwrap_err();
    assert!(
        error.to_string().contains("name: expected a string, found a number"),
        "{error}"
    );
    let order = Order {
        weight: Some(f64::NAN),
        ..Order::default()
    };
    assert!(
        serde_json::to_string(&order)
            .unwrap_err()
            .to_string()
            .contains("not finite")
    );
}

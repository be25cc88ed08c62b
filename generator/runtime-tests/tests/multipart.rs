//! Bodies of several parts, to the byte.

use oasmith_runtime::runtime::{self, Call, Encoding, Style};
use oasmith_runtime::{Error, File, Form, Map};
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::sending::{call, client, sent, stream};

/// The body with `BOUNDARY` in the place of the boundary, and visible line ends.
fn parts(fill: impl FnOnce(Call) -> Call) -> Result<(String, String), Error> {
    let (content_type, body) = sent(fill)?;
    let boundary = content_type.split("boundary=").nth(1).unwrap();
    let boundary = boundary.split(';').next().unwrap();
    Ok((
        content_type.replace(boundary, "BOUNDARY"),
        body.replace(boundary, "BOUNDARY").replace("\r\n", "\n"),
    ))
}

fn form(value: Value, encodings: &[Encoding]) -> String {
    parts(|call| call.multipart_as("multipart/form-data", &value, encodings))
        .unwrap()
        .1
}

/// As emitted.
#[derive(Clone)]
struct Upload {
    title: Option<String>,
    code: String,
    photo: File,
    more: Option<Vec<File>>,
    rest: Map<File>,
}

runtime::multipart!(Upload { title: "title", code: secret "code", photo: "photo", more: "more", ..rest });

fn upload() -> Upload {
    Upload {
        title: None,
        code: "CANARY".to_owned(),
        photo: File::new("PNG").name("cat.png").content_type("image/png"),
        more: Some(vec![File::new("1"), File::new("2").header("X-Page", "2")]),
        rest: Map::new(),
    }
}

#[test]
fn files_have_names_and_types() {
    let (content_type, body) = parts(|call| call.multipart(&upload())).unwrap();
    assert_eq!(content_type, "multipart/form-data; boundary=BOUNDARY");
    assert_eq!(
        body,
        "--BOUNDARY\nContent-Disposition: form-data; name=\"code\"\n\nCANARY\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"\nContent-Type: image/png\n\nPNG\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\n\
         Content-Type: application/octet-stream\n\n1\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\n\
         Content-Type: application/octet-stream\nX-Page: 2\n\n2\n\
         --BOUNDARY--\n"
    );
}

#[test]
fn secrets_and_contents_are_not_shown() {
    let shown = format!("{:?}", upload());
    assert!(!shown.contains("CANARY") && !shown.contains("PNG"), "{shown}");
    assert!(shown.contains("cat.png") && shown.contains("[redacted]"), "{shown}");
}

#[test]
fn values_are_text_and_objects_are_json() {
    let value = json!({ "list": ["a", "b"], "none": null, "number": 1.5, "object": { "k": [1] }, "text": "é" });
    assert_eq!(
        form(value, &[]),
        "--BOUNDARY\nContent-Disposition: form-data; name=\"list\"\n\na\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"list\"\n\nb\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"number\"\n\n1.5\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"object\"\nContent-Type: application/json\n\n{\"k\":[1]}\n\
         --BOUNDARY\nContent-Disposition: form-data; name=\"text\"\n\né\n\
         --BOUNDARY--\n"
    );
}

#[test]
fn a_member_is_encoded_as_the_description_says() {
    let encoding = |content_type, style| Encoding {
        name: "a",
        content_type,
        style,
        headers: &[("X-Kind", "k")],
    };
    let part = |value: Value, encoding| {
        let body = form(json!({ "a": value }), &[encoding]);
        body.replace("--BOUNDARY--\n", "")
            .replace("--BOUNDARY\nContent-Disposition: form-data; ", "")
    };
    assert_eq!(
        part(json!("x"), encoding(Some("text/csv"), None)),
        "name=\"a\"\nContent-Type: text/csv\nX-Kind: k\n\nx\n"
    );
    assert_eq!(
        part(json!("x"), encoding(Some("application/json"), None)),
        "name=\"a\"\nContent-Type: application/json\nX-Kind: k\n\n\"x\"\n"
    );
    assert_eq!(
        part(json!(["x&", "y"]), encoding(None, Some(Style::Form))),
        "name=\"a\"\nX-Kind: k\n\nx&,y\n"
    );
    let deep = part(json!({ "k": "+", "l": "ü" }), encoding(None, Some(Style::DeepObject)));
    assert_eq!(deep, "name=\"a[k]\"\n\n+\nname=\"a[l]\"\n\nü\n");
}

#[test]
fn names_cannot_leave_their_quotes() {
    let file = File::new("x").name("a\"\r\nb");
    let body = parts(|call| call.multipart(&Form::new().file("n\"\n", file)))
        .unwrap()
        .1;
    assert!(body.contains("name=\"n%22%0A\"; filename=\"a%22%0D%0Ab\"\n"), "{body}");
    for file in [
        File::new("x").content_type("a\r\nb: c"),
        File::new("x").header("a\n", "b"),
        File::new("x").header("a", "b\n"),
    ] {
        let error = parts(|call| call.multipart(&Form::new().file("f", file))).unwrap_err();
        assert!(error.to_string().contains("the part `f`"), "{error}");
    }
}

#[test]
fn parts_of_other_kinds_have_no_names() {
    let value = json!({ "metadata": { "k": 1 }, "note": "n" });
    let (content_type, body) = parts(|call| call.multipart_as("multipart/related", &value, &[])).unwrap();
    assert_eq!(
        content_type,
        "multipart/related; boundary=BOUNDARY; type=\"application/json\""
    );
    assert_eq!(
        body,
        "--BOUNDARY\nContent-Type: application/json\n\n{\"k\":1}\n--BOUNDARY\n\nn\n--BOUNDARY--\n"
    );
    let files = vec![File::new("1"), File::new("2").name("b.txt").content_type("text/plain")];
    let (content_type, body) = parts(|call| call.multipart_as("multipart/mixed", &files, &[])).unwrap();
    assert_eq!(content_type, "multipart/mixed; boundary=BOUNDARY");
    assert_eq!(
        body,
        "--BOUNDARY\nContent-Type: application/octet-stream\n\n1\n\
         --BOUNDARY\nContent-Disposition: attachment; filename=\"b.txt\"\nContent-Type: text/plain\n\n2\n--BOUNDARY--\n"
    );
}

#[test]
fn a_form_is_an_object() {
    assert!(
        parts(|call| call.multipart(&json!([1])))
            .unwrap_err()
            .to_string()
            .contains("made from an object")
    );
    assert_eq!(
        sent(|call| call.multipart(&None::<Map<String>>)).unwrap(),
        Default::default()
    );
}

#[test]
fn no_two_boundaries_are_the_same() {
    let content_type = || sent(|call| call.multipart(&json!({}))).unwrap().0;
    assert_ne!(content_type(), content_type());
}

#[tokio::test]
async fn a_file_can_be_a_stream() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let client = client(|builder| builder.base_url(server.uri()));
    for (body, length) in [
        (stream(&["ab", "c"]).with_length(3), true),
        (stream(&["ab", "c"]), false),
    ] {
        let file = File::new(body).name("f");
        let form = Form::new()
            .text("before", "b")
            .file("file", file.clone())
            .text("after", "a");
        let sent = call(&client).multipart(&form);
        sent.send(|_| Ok(())).await.unwrap();
        let request = server.received_requests().await.unwrap().pop().unwrap();
        assert_eq!(request.headers.contains_key("content-length"), length);
        let text = String::from_utf8(request.body).unwrap();
        assert!(text.contains("\r\n\r\nabc\r\n--"), "{text}");
        assert!(text.contains("\r\n\r\na\r\n--"), "{text}");
        let again = call(&client)
            .multipart(&Form::new().file("file", file))
            .build()
            .unwrap_err();
        assert!(again.to_string().contains("the file `file` is a stream"), "{again}");
    }
}

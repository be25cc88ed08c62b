//! Path values: whatever they are, the request reaches the operation that was called, and the value arrives as it was.

use oasmith_runtime::ErrorKind;
use oasmith_runtime::runtime::{Api, Call, ClientBuilder, Operation, Server, Style};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::support::pets::Client;
use crate::support::scripted::Scripted;

const VALUES: [&str; 26] = [
    "1",
    "a b",
    "ü",
    "日本",
    "😀",
    "a/b",
    "a\\..\\b",
    "../x",
    "..\\x",
    "%2e%2e",
    "%2E.",
    "%2F",
    "%",
    "a?b",
    "a#b",
    "a;b=c",
    "a&b",
    "...",
    ".a",
    "a..",
    "\t",
    "\n",
    "//",
    "\\",
    "\u{202E}x",
    "{id}",
];

#[tokio::test]
async fn a_value_stays_in_its_segment_and_arrives_as_it_was() {
    let server = MockServer::start().await;
    let pet = ResponseTemplate::new(200).set_body_string(r#"{"id":1,"name":"Tom"}"#);
    Mock::given(any()).respond_with(pet).mount(&server).await;
    let client = Client::to(&server.uri()).unwrap();

    for value in VALUES {
        client.pets().show(value).send().await.unwrap();
        let requests = server.received_requests().await.unwrap();
        let path = requests.last().unwrap().url.path().to_owned();
        let segments: Vec<&str> = path.split('/').collect();
        assert_eq!(segments.len(), 4, "{value:?} became {path}");
        assert_eq!(
            (segments[1], segments[3]),
            ("pets", "profile"),
            "{value:?} became {path}"
        );
        assert_eq!(decoded(segments[2]), value, "{path}");
    }
}

fn decoded(segment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_value_that_would_remove_segments_is_refused() {
    let pets = Scripted::new([]).client().pets();
    for (value, problem) in [
        ("", "`{id}` in the path must not be empty"),
        (".", "`{id}` in the path must not be `.` or `..`"),
        ("..", "`{id}` in the path must not be `.` or `..`"),
    ] {
        let error = pets.show(value).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert_eq!(
            error.to_string(),
            format!("show_pet (GET /pets/{{id}}/profile): the request cannot be built: {problem}")
        );
    }
}

#[test]
fn values_of_other_types_are_written_as_their_json_form() {
    let pets = Scripted::new([]).client().pets();
    assert_eq!(
        pets.remove(-5).build().unwrap().url(),
        "https://api.pets.example/v1/pets/-5"
    );
}

static API: Api = Api {
    name: "Test",
    servers: &[Server {
        url: "https://x.example/",
        variables: &[],
    }],
    user_agent: "test/1",
};
static GET: Operation = Operation {
    id: "get",
    path: "/{a}/x{b}.{c}/",
    ..Operation::DEFAULT
};
static DOTS: Operation = Operation {
    id: "dots",
    path: "/a/.{b}/c",
    ..Operation::DEFAULT
};

#[test]
fn setting_again_replaces_and_a_template_wants_all_its_values() {
    let client = ClientBuilder::new(&API).build().unwrap();
    let call = || {
        Call::new(&client, &GET)
            .path::<i32>("a", 1)
            .path::<String>("b", "2")
            .path::<bool>("c", true)
    };
    assert_eq!(call().build().unwrap().url(), "https://x.example/1/x2.true/");
    assert_eq!(
        call().path::<i32>("a", 5).build().unwrap().url(),
        "https://x.example/5/x2.true/"
    );
    let matrix = call().path_as::<Vec<i32>>("b", Style::Matrix, [1, 2]);
    assert_eq!(matrix.build().unwrap().url(), "https://x.example/1/x;b=1,2.true/");
    let error = call().path::<Option<i32>>("c", None).build().unwrap_err();
    assert!(
        error.to_string().ends_with("the path parameter `c` has no value"),
        "{error}"
    );
}

#[test]
fn dots_of_the_template_and_of_a_value_count_together() {
    let client = ClientBuilder::new(&API).build().unwrap();
    for (value, is_refused) in [(".", true), ("", true), ("x", false), ("..", false)] {
        let call = Call::new(&client, &DOTS).path::<String>("b", value);
        assert_eq!(call.build().is_err(), is_refused, "{value:?}");
    }
}

//! Answers in pages.

use oasmith_runtime::{Error, ErrorKind, Items, Pages};
use serde_json::{Value, json};

use crate::support::all_text;
use crate::support::scripted::{Scripted, Step, status};

fn page(body: &'static str) -> Step {
    Step::Answer(200, Vec::new(), body)
}

/// A page with a `Link` header.
fn linked(link: &str, body: &'static str) -> Step {
    Step::Answer(200, vec![("link", link.to_owned())], body)
}

/// All items, and the error that ends them.
async fn all<T: oasmith_runtime::runtime::Json + 'static>(mut items: Items<T>) -> (Vec<T>, Option<Error>) {
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => found.push(item),
            Err(error) => {
                assert!(items.next().await.is_none(), "an error is the last item");
                return (found, Some(error));
            }
        }
    }
    assert!(items.next().await.is_none(), "the end stays the end");
    (found, None)
}

/// All items of pages that end well.
async fn sound<T: oasmith_runtime::runtime::Json + 'static>(items: Items<T>) -> Vec<T> {
    let (found, error) = all(items).await;
    assert!(error.is_none(), "{error:?}");
    found
}

/// Path and query of each request.
fn targets(script: &Scripted) -> Vec<String> {
    let requests = script.requests();
    let target = |url: &str| url.split_once(".example").unwrap().1.to_owned();
    requests.iter().map(|request| target(request.url())).collect()
}

#[tokio::test(start_paused = true)]
async fn a_cursor_in_the_page_is_sent_for_the_next_one() {
    for end in [
        r#"{"data":[3],"meta":{"next/cursor":null}}"#,
        r#"{"data":[3],"meta":{"next/cursor":""}}"#,
        r#"{"data":[3],"meta":{}}"#,
        r#"{"data":[3]}"#,
    ] {
        let script = Scripted::new([
            page(r#"{"data":[1,2],"meta":{"next/cursor":"a b&c"}}"#),
            page(r#"{"data":[],"meta":{"next/cursor":7}}"#),
            page(end),
        ]);
        let items = script.client().pages().by_cursor().filter("new").items();
        assert_eq!(sound(items).await, [1, 2, 3], "{end}");
        assert_eq!(
            targets(&script),
            [
                "/v1/pages?filter=new",
                "/v1/pages?filter=new&cursor=a%20b%26c",
                "/v1/pages?filter=new&cursor=7"
            ]
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_item_leads_on_as_long_as_there_are_more() {
    let script = Scripted::new([
        page(r#"{"data":[{"id":"a"},{"id":"b"}],"has_more":true}"#),
        page(r#"{"data":[{"id":"c"}],"has_more":false}"#),
    ]);
    let items = sound(script.client().pages().by_last_item().items()).await;
    assert_eq!(items, [json!({"id": "a"}), json!({"id": "b"}), json!({"id": "c"})]);
    assert_eq!(targets(&script), ["/v1/pages", "/v1/pages?starting_after=b"]);

    let script = Scripted::new([page(r#"{"data":[{"id":"a"}]}"#), page(r#"{"data":[]}"#)]);
    assert_eq!(sound(script.client().pages().by_last_item().items()).await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_offset_grows_by_what_came_and_an_empty_page_ends_it() {
    let pages = || [r#"{"data":[1,2]}"#, r#"{"data":[3]}"#, r#"{"data":[]}"#].map(page);
    let script = Scripted::new(pages());
    assert_eq!(
        sound(script.client().pages().by_offset().filter("x").items()).await,
        [1, 2, 3]
    );
    assert_eq!(
        targets(&script),
        [
            "/v1/pages?filter=x&offset=0",
            "/v1/pages?filter=x&offset=2",
            "/v1/pages?filter=x&offset=3"
        ]
    );

    let script = Scripted::new(pages());
    assert_eq!(
        sound(script.client().pages().by_offset().offset(10).items())
            .await
            .len(),
        3
    );
    assert_eq!(targets(&script).last().unwrap(), "/v1/pages?offset=13");

    let added = Scripted::new([page("{}")]);
    let items = added.client().pages().by_offset().query_param("offset", 5).items();
    assert!(sound(items).await.is_empty(), "a list that is left out is empty");
    assert_eq!(targets(&added), ["/v1/pages?offset=5"]);
}

#[tokio::test(start_paused = true)]
async fn a_page_number_grows_by_one_up_to_the_number_of_pages() {
    let script = Scripted::new([page(r#"{"data":[1,2],"pages":2}"#), page(r#"{"data":[3],"pages":2}"#)]);
    assert_eq!(sound(script.client().pages().by_number().items()).await, [1, 2, 3]);
    assert_eq!(targets(&script), ["/v1/pages?page=1", "/v1/pages?page=2"]);

    let script = Scripted::new([page(r#"{"data":[1]}"#), page(r#"{"data":[]}"#)]);
    assert_eq!(sound(script.client().pages().by_number().items()).await, [1]);
    assert_eq!(script.requests().len(), 2, "without a number, an empty page is the end");

    let script = Scripted::new([page(r#"{"pages":2}"#), page(r#"{"pages":2}"#)]);
    let mut pages = script.client().pages().by_count().pages();
    assert_eq!(pages.next().await.unwrap().unwrap(), json!({"pages": 2}));
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_url_in_the_page_is_followed_as_it_is() {
    let script = Scripted::new([
        page(r#"{"results":[1],"next":"https://api.pets.example/v1/pages?p=%41&x=1+1"}"#),
        page(r#"{"results":[2],"next":"/v2/more"}"#),
        page(r#"{"results":[3],"next":"?p=3"}"#),
        page(r#"{"results":[4],"next":null}"#),
    ]);
    let client = script.client_with(|builder| builder.bearer("CANARY"));
    assert_eq!(sound(client.pages().by_url().filter("x").items()).await, [1, 2, 3, 4]);
    assert_eq!(
        targets(&script),
        [
            "/v1/pages?filter=x",
            "/v1/pages?p=%41&x=1+1",
            "/v2/more",
            "/v2/more?p=3"
        ]
    );
    for request in script.requests() {
        assert!(
            !request.headers().contains_key("authorization"),
            "the set is not complete"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_of_the_header_is_followed() {
    let cases = [
        r#"<https://api.pets.example/v1/pages?page=2>; rel="next""#,
        r#"</v1/pages?page=9>; rel="last", <?page=2>; title="a, b; rel=\"prev\""; REL="prefetch NEXT"; rel=first"#,
        r"<?a,b>;rel=prev , <?page=2> ; rel = next",
    ];
    for link in cases {
        let script = Scripted::new([
            linked(link, "[1,2]"),
            linked("</v1/pages>; rel=\"prev\"; rev=next", "[3]"),
        ]);
        assert_eq!(
            sound(script.client().pages().by_link().items()).await,
            [1, 2, 3],
            "{link}"
        );
        assert_eq!(targets(&script), ["/v1/pages", "/v1/pages?page=2"], "{link}");
    }
    for link in ["", "<", "<?page=2", "<?page=2>", "<?page=2>; rel", "?page=2; rel=next"] {
        let script = Scripted::new([linked(link, "[1]")]);
        assert_eq!(sound(script.client().pages().by_link().items()).await, [1], "{link}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_cursor_can_travel_in_the_body() {
    let script = Scripted::new([
        page(r#"{"data":[1],"next":"n"}"#),
        page(r#"{"data":[2],"next":8}"#),
        page(r#"{"data":[3]}"#),
    ]);
    let body = json!({"query": "x", "page": {"size": 1}});
    let request = script.client().pages().in_body(&body).idempotency_key("mine");
    assert_eq!(sound(request.items()).await, [1, 2, 3]);
    let requests = script.requests();
    let sent: Vec<Value> = requests
        .iter()
        .map(|request| serde_json::from_slice(request.body()).unwrap())
        .collect();
    assert_eq!(sent[0], body);
    assert_eq!(sent[1], json!({"query": "x", "page": {"size": 1, "cursor": "n"}}));
    assert_eq!(sent[2], json!({"query": "x", "page": {"size": 1, "cursor": 8}}));
    let keys: Vec<&str> = requests
        .iter()
        .map(|request| request.headers()["idempotency-key"].to_str().unwrap())
        .collect();
    assert_eq!(keys[0], "mine");
    assert!(
        keys[1] != "mine" && keys[2] != keys[1],
        "each page is a call of its own"
    );
}

#[tokio::test(start_paused = true)]
async fn pages_come_as_they_are() {
    let script = Scripted::new([
        page(r#"{"data":[1],"meta":{"next/cursor":"b"}}"#),
        page(r#"{"data":[]}"#),
    ]);
    let mut pages = script.client().pages().by_cursor().pages();
    assert!(script.requests().is_empty(), "nothing is sent before it is wanted");
    assert_eq!(pages.next().await.unwrap().unwrap()["data"], json!([1]));
    assert_eq!(script.requests().len(), 1);
    assert_eq!(pages.next().await.unwrap().unwrap(), json!({"data": []}));
    assert!(pages.next().await.is_none());
    assert_eq!(format!("{pages:?}"), "Pages { operation: \"pages\", pages: 2, .. }");
}

#[tokio::test(start_paused = true)]
async fn what_was_sent_before_ends_the_pages() {
    let again = r#"{"data":[1],"meta":{"next/cursor":"CANARY"}}"#;
    let script = Scripted::new([page(again), page(again), page(again)]);
    let (items, error) = all(script.client().pages().by_cursor().items()).await;
    let error = error.unwrap();
    assert_eq!((items, error.kind()), (vec![1, 1], ErrorKind::Pages));
    assert!(!all_text(&error).contains("CANARY"), "{error}");
    assert_eq!(
        error.to_string(),
        "pages (GET /pages): the pages do not end: the server gave a cursor again that has been sent"
    );
    assert_eq!(script.requests().len(), 2);

    let round = r#"{"results":[1],"next":"/v1/pages?p=2"}"#;
    let script = Scripted::new([page(round), page(r#"{"results":[2],"next":"?p=1"}"#), page(round)]);
    let (items, error) = all(script.client().pages().by_url().items()).await;
    assert_eq!((items, error.unwrap().kind()), (vec![1, 2, 1], ErrorKind::Pages));
    assert_eq!(script.requests().len(), 3);

    // What the caller sends first counts, too.
    let script = Scripted::new([page(again)]);
    let first = script.client().pages().by_cursor().query_param("cursor", "CANARY");
    assert_eq!(all(first.items()).await.1.unwrap().kind(), ErrorKind::Pages);
}

#[tokio::test(start_paused = true)]
async fn there_are_no_more_pages_than_are_wanted() {
    let pages = || [r#"{"data":[1,2]}"#, r#"{"data":[3]}"#, r#"{"data":[]}"#].map(page);
    let script = Scripted::new(pages());
    let (items, error) = all(script.client().pages().by_offset().items().max_pages(2)).await;
    let error = error.unwrap();
    assert_eq!((items, error.kind()), (vec![1, 2, 3], ErrorKind::Pages));
    assert!(error.to_string().ends_with("more than 2 pages"), "{error}");
    assert_eq!(script.requests().len(), 2);

    let script = Scripted::new(pages());
    assert_eq!(
        sound(script.client().pages().by_offset().items().max_pages(3))
            .await
            .len(),
        3,
        "that there is no other page is no error"
    );

    let script = Scripted::new(pages());
    let mut pages: Pages<Value> = script.client().pages().by_offset().pages().max_pages(1);
    assert!(pages.next().await.unwrap().is_ok());
    assert_eq!(pages.next().await.unwrap().unwrap_err().kind(), ErrorKind::Pages);
    assert!(pages.next().await.is_none());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn credentials_go_to_no_other_origin() {
    for next in [
        "https://evil.example/v1/pages",
        "http://api.pets.example/v1/pages",
        "https://api.pets.example:8443/v1/pages",
        "https://ann:pw@api.pets.example/v1/pages",
        "//evil.example/v1",
        "/\\\\evil.example/v1",
        "javascript://api.pets.example/%0a",
    ] {
        let in_page = json!({"results": [1], "next": next}).to_string();
        let in_header = format!("<{next}>; rel=next");
        let script = Scripted::new([page(in_page.leak()), linked(&in_header, "[1]"), page("{}"), page("{}")]);
        let client = script.client_with(|builder| builder.bearer("CANARY").query_key("CANARY"));
        let requests = client.pages();
        let outcomes = [
            all(requests.by_url().items()).await,
            all(requests.by_link().items()).await,
        ];
        for (items, error) in outcomes {
            let error = error.unwrap();
            assert_eq!((items, error.kind()), (vec![1], ErrorKind::Redirect), "{next}");
            let text = all_text(&error);
            assert!(!text.contains("evil") && !text.contains("CANARY"), "{text}");
        }
        assert_eq!(script.requests().len(), 2, "{next}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_credential_in_the_query_travels_with_the_url_of_a_page() {
    let script = Scripted::new([
        page(r#"{"results":[1],"next":"/v1/pages?p=2"}"#),
        page(r#"{"results":[2],"next":"/v1/pages"}"#),
        page(r#"{"results":[3],"next":"/v1/pages?api_key=theirs"}"#),
        page(r#"{"results":[4]}"#),
    ]);
    let client = script.client_with(|builder| builder.bearer("b").header_key("h"));
    let items = client.pages().by_url().query_key("q&").items();
    assert_eq!(sound(items).await, [1, 2, 3, 4]);
    assert_eq!(
        targets(&script),
        [
            "/v1/pages?api_key=q%26",
            "/v1/pages?p=2&api_key=q%26",
            "/v1/pages?api_key=q%26",
            "/v1/pages?api_key=theirs"
        ]
    );
    for request in script.requests() {
        assert_eq!(request.headers()["authorization"], "Bearer b");
        assert_eq!(request.headers()["x-api-key"], "h");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_fails_is_tried_again_and_then_ends_the_items() {
    let script = Scripted::new([
        page(r#"{"data":[1],"meta":{"next/cursor":"b"}}"#),
        status(503),
        page(r#"{"data":[2],"meta":{"next/cursor":"c"}}"#),
        status(503),
        Step::Break,
        status(500),
    ]);
    let (items, error) = all(script.client().pages().by_cursor().items()).await;
    let error = error.unwrap();
    assert_eq!((items, error.status(), error.attempts()), (vec![1, 2], Some(500), 3));
    let cursors: Vec<String> = targets(&script);
    assert_eq!(
        cursors[3..],
        ["/v1/pages?cursor=c", "/v1/pages?cursor=c", "/v1/pages?cursor=c"]
    );

    let script = Scripted::new([page(r#"{"data":[1],"meta":{"next/cursor":"b"}}"#), Step::Hang]);
    let request = script.client().pages().by_cursor().retries(0);
    assert_eq!(all(request.items()).await.1.unwrap().kind(), ErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn what_is_no_page_is_an_error_that_says_where() {
    for (body, problem) in [
        (r#"{"data":[1,"two"]}"#, "data[1]: expected an integer, found a string"),
        (r#"{"data":{}}"#, "data: expected an array, found an object"),
        ("<html>", "not JSON"),
        (
            r#"{"data":[1],"meta":{"next/cursor":true}}"#,
            "meta[\"next/cursor\"]: expected a cursor, found a boolean",
        ),
    ] {
        let (items, error) = all(Scripted::new([page(body)]).client().pages().by_cursor().items()).await;
        let error = error.unwrap();
        assert_eq!((items.len(), error.kind()), (0, ErrorKind::Decode), "{body}");
        assert!(error.to_string().contains(problem), "{error}");
    }
    let script = Scripted::new([page(r#"{"results":[1],"next":"cursor42"}"#)]);
    let error = all(script.client().pages().by_url().items()).await.1.unwrap();
    assert!(
        error.to_string().ends_with("next: expected the URL of the next page"),
        "{error}"
    );
}

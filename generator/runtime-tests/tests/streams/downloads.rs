//! Bytes.

use oasmith_runtime::{Download, ErrorKind};

use super::SECOND;
use crate::support::scripted::{Piece, Scripted, Step, chunk, status, with_header};

async fn download(step: Step) -> Download {
    Scripted::new([step]).client().streams().file().send().await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn chunks_come_one_by_one_and_may_take_longer_than_an_attempt() {
    let pieces = vec![
        chunk("ab"),
        Piece::Pause(50 * SECOND),
        chunk("cd"),
        Piece::Pause(50 * SECOND),
    ];
    let mut download = download(Step::Stream(pieces)).await;
    assert_eq!(download.next().await.unwrap().unwrap().as_ref(), b"ab");
    assert_eq!(download.next().await.unwrap().unwrap().as_ref(), b"cd");
    assert!(download.next().await.is_none());
    assert!(download.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_chunk_that_takes_longer_than_an_attempt_is_an_error_and_the_end() {
    let pieces = vec![chunk("ab"), Piece::Pause(61 * SECOND), chunk("cd")];
    let mut download = download(Step::Stream(pieces)).await;
    assert!(download.next().await.unwrap().is_ok());
    let error = download.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::Timeout, Some("get_file"))
    );
    assert!(download.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn whoever_stops_to_wait_loses_no_chunk() {
    let mut download = download(Step::Stream(vec![Piece::Pause(10 * SECOND), chunk("ab"), chunk("cd")])).await;
    assert!(tokio::time::timeout(SECOND, download.next()).await.is_err());
    assert_eq!(download.bytes().await.unwrap().as_ref(), b"abcd");
}

#[tokio::test(start_paused = true)]
async fn all_of_it_is_no_more_than_is_allowed() {
    let pieces = || Step::Stream(vec![chunk("abc"), chunk("def")]);
    assert_eq!(
        download(pieces()).await.bytes_up_to(6).await.unwrap().as_ref(),
        b"abcdef"
    );
    let error = download(pieces()).await.bytes_up_to(5).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::BodyTooLarge, 1));
    let script = Scripted::new([pieces()]);
    let client = script.client_with(|builder| builder.max_response_size(5));
    let error = client.streams().file().send().await.unwrap().bytes().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}

#[tokio::test(start_paused = true)]
async fn it_is_tried_again_until_headers_are_there() {
    let script = Scripted::new([status(503), Step::Break, Step::Stream(vec![chunk("ab"), Piece::Break])]);
    let mut download = script.client().streams().file().send().await.unwrap();
    assert!(download.next().await.unwrap().is_ok());
    let error = download.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 3));
    assert_eq!(script.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn an_error_status_is_an_error_with_its_body() {
    let script = Scripted::new([Step::Answer(404, Vec::new(), "no such file")]);
    let error = script.client().streams().file().send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.body()),
        (ErrorKind::Status, Some(404), Some(&b"no such file"[..]))
    );
}

#[tokio::test(start_paused = true)]
async fn the_headers_say_what_it_is() {
    let headers = vec![
        ("content-type", "image/png".to_owned()),
        ("content-length", "2".to_owned()),
        ("x-request-id", "r1".to_owned()),
    ];
    let download = download(Step::Answer(206, headers, "ab")).await;
    assert_eq!((download.status(), download.content_type()), (206, Some("image/png")));
    assert_eq!(
        (download.content_length(), download.request_id()),
        (Some(2), Some("r1"))
    );
    assert_eq!(download.headers().len(), 3);
    assert_eq!(download.file_name(), None);
    assert!(!format!("{download:?}").contains("r1"));
}

#[tokio::test(start_paused = true)]
async fn the_server_suggests_a_name_but_no_folder() {
    for (header, expected) in [
        ("attachment", None),
        ("attachment; filename=report.pdf", Some("report.pdf")),
        ("attachment; FileName = \"a; b.pdf\" ; size=3", Some("a; b.pdf")),
        (r#"attachment; filename="say \"hi\".txt""#, Some("say \"hi\".txt")),
        (
            "attachment; filename=\"plain.txt\"; filename*=UTF-8''na%C3%AFve.txt",
            Some("naïve.txt"),
        ),
        ("attachment; filename*=utf-8'en'%e2%82%ac.txt", Some("€.txt")),
        (
            "attachment; filename=\"plain.txt\"; filename*=UTF-8''broken%C3",
            Some("plain.txt"),
        ),
        (
            "attachment; filename=\"plain.txt\"; filename*=UTF-8''broken%",
            Some("plain.txt"),
        ),
        ("attachment; filename=\"../../etc/passwd\"", Some("passwd")),
        (r#"attachment; filename="C:\\Windows\\a.dll""#, Some("a.dll")),
        ("attachment; filename*=UTF-8''..%2F..%2Fa", Some("a")),
        ("attachment; filename=\"..\"", None),
        ("attachment; filename=\"a/\"", None),
        ("attachment; filename=\"unfinished", Some("unfinished")),
        ("inline; filename*=UTF-8''a%00b%0Ac", Some("abc")),
    ] {
        let download = download(with_header(200, "content-disposition", header)).await;
        assert_eq!(download.file_name().as_deref(), expected, "{header}");
    }
}

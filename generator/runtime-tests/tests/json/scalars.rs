//! Values that are not made of others.

use std::fmt::Debug;

use oasmith_runtime::runtime::{Json, from_slice, to_vec};
use oasmith_runtime::{Base64, Date, DateTime, Nullable};
use uuid::Uuid;

use super::{problem, read, write};

/// Read, and written back as the same text.
#[track_caller]
fn same<T: Json + PartialEq + Debug>(text: &str, value: T) {
    assert_eq!(read::<T>(text), value);
    assert_eq!(write(&value), text);
}

#[track_caller]
fn reads<T: Json + PartialEq + Debug>(text: &str, value: T) {
    assert_eq!(read::<T>(text), value, "{text}");
}

#[test]
fn what_is_read_is_written_back() {
    same("true", true);
    same("false", false);
    same("0", 0_i8);
    same("-128", i8::MIN);
    same("255", u8::MAX);
    same("-2147483648", i32::MIN);
    same("4294967295", u32::MAX);
    same("-9223372036854775808", i64::MIN);
    same("9223372036854775807", i64::MAX);
    same("18446744073709551615", u64::MAX);
    same("0.1", 0.1_f64);
    same("0.1", 0.1_f32);
    same("-1.25", -1.25_f64);
    same(r#""""#, String::new());
    same(
        r#""a\"b\\c\nd\u0001ü\u007f""#.replace("\\u007f", "\u{7f}").as_str(),
        "a\"b\\c\nd\u{1}ü\u{7f}".to_owned(),
    );
    same("[1,2,3]", vec![1, 2, 3]);
    same("[]", Vec::<i32>::new());
    same("null", None::<i32>);
    same("7", Some(7));
    same("7", Box::new(7));
    same(r#""AQL/""#, Base64(vec![1, 2, 255]));
    same(r#""2026-01-31""#, Date::from_ymd_opt(2026, 1, 31).unwrap());
    same(r#""2026-01-31T12:30:00Z""#, moment("2026-01-31T12:30:00Z"));
    same(r#""2026-01-31T12:30:00.250Z""#, moment("2026-01-31T12:30:00.250Z"));
    same(
        r#""6f6c1b1e-2d1a-4b43-9a52-0c1d2e3f4a5b""#,
        Uuid::from_u128(0x6f6c_1b1e_2d1a_4b43_9a52_0c1d_2e3f_4a5b),
    );
    same(r#"{"a":[null,1.5,"x"]}"#, serde_json::json!({ "a": [null, 1.5, "x"] }));
}

fn moment(text: &str) -> DateTime {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

#[test]
fn other_spellings_of_numbers_are_read() {
    reads("1.0", 1_i32);
    reads("1e3", 1000_i64);
    reads("-2.0", -2_i8);
    reads("-0", 0_u8);
    reads("5", 5.0_f64);
    reads("9007199254740993", 9_007_199_254_740_993_i64);
    reads(r#""9007199254740993""#, 9_007_199_254_740_993_i64);
    reads(r#""18446744073709551615""#, u64::MAX);
    reads(r#"" 12 ""#, 12_i64);
    reads(r#""-0.0500""#, -0.05_f64);
    reads(r#""0.1""#, 0.1_f32);
}

#[test]
fn dates_are_read_leniently() {
    for text in [
        "2026-01-31T12:30:00Z",
        "2026-01-31T12:30:00z",
        "2026-01-31t12:30:00Z",
        "2026-01-31T12:30:00+00:00",
        "2026-01-31T14:30:00+02:00",
        "2026-01-31T12:30:00",
        "2026-01-31 12:30:00",
        "2026-01-31 12:30:00Z",
        "2026-01-31 12:30:00+00:00",
        "2026-01-31T12:30:00.000000",
        " 2026-01-31T12:30:00Z ",
        "2026-01-31T14:30:00+0200",
        "2026-01-31T14:30:00.000+0200",
        "2026-01-31 07:00:00 -0530",
        "2026-01-31T12:30Z",
        "2026-01-31t12:30z",
        "2026-01-31T12:30",
        "2026-01-31 12:30",
        "2026-01-31T14:30+02:00",
        "2026-01-31T14:30+0200",
    ] {
        reads(&format!("{text:?}"), moment("2026-01-31T12:30:00Z"));
    }
    reads(r#""2026-01-31T12:30:00.123456""#, moment("2026-01-31T12:30:00.123456Z"));
    reads(r#""1990-12-31T23:59:60Z""#, moment("1990-12-31T23:59:60Z"));
}

#[test]
fn base64_is_read_in_both_alphabets_padded_or_not() {
    for text in ["+/8=", "+/8", "-_8=", "-_8"] {
        reads(&format!("{text:?}"), Base64(vec![0xFB, 0xFF]));
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let cases = [
        (problem::<bool>("1"), "expected a boolean, found a number"),
        (problem::<bool>(r#""true""#), "expected a boolean, found a string"),
        (problem::<String>("5"), "expected a string, found a number"),
        (problem::<String>("null"), "expected a string, found null"),
        (problem::<i32>("1.5"), "expected an integer, found a fraction"),
        (problem::<i32>(r#""1""#), "expected an integer, found a string"),
        (problem::<i64>(r#""1.5""#), "expected an integer, found a string"),
        (problem::<f64>(r#""1,5""#), "expected a number, found a string"),
        (problem::<f64>(r#""inf""#), "expected a number, found a string"),
        (problem::<u8>("256"), "expected an integer from 0 to 255"),
        (
            problem::<u64>("-1"),
            "expected an integer from 0 to 18446744073709551615",
        ),
        (
            problem::<i64>("9223372036854775808"),
            "expected an integer from -9223372036854775808 to 9223372036854775807",
        ),
        (problem::<i64>("1e19"), "expected an integer, found a fraction"),
        (problem::<f64>("[]"), "expected a number, found an array"),
        (
            problem::<f32>("1e300"),
            "expected a number of 32 bits, found a larger one",
        ),
        (problem::<Vec<i32>>("{}"), "expected an array, found an object"),
        (
            problem::<Vec<Vec<u8>>>("[[1],[2,-3]]"),
            "[1][1]: expected an integer from 0 to 255",
        ),
        (
            problem::<DateTime>(r#""soon""#),
            "expected an RFC 3339 date and time, found \"soon\"",
        ),
        (
            problem::<DateTime>(r#""2026-02-30T00:00:00Z""#),
            "expected an RFC 3339 date and time, found \"2026-02-30T00:00:00Z\"",
        ),
        (
            problem::<DateTime>(r#""2026-01-31T12Z""#),
            "expected an RFC 3339 date and time, found \"2026-01-31T12Z\"",
        ),
        (
            problem::<DateTime>(r#""2026-01-31T14:30+02x""#),
            "expected an RFC 3339 date and time, found \"2026-01-31T14:30+02x\"",
        ),
        (
            problem::<Date>(r#""31.01.2026""#),
            "expected a date like 2026-01-31, found \"31.01.2026\"",
        ),
        (problem::<Uuid>(r#""secret""#), "expected a UUID, found another string"),
        (problem::<Base64>(r#""!""#), "expected base64, found another string"),
        (problem::<bool>("tru"), "not JSON"),
        (problem::<bool>(""), "not JSON"),
        (problem::<bool>("true false"), "not JSON"),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn the_parser_is_the_source_of_a_syntax_error() {
    let error = from_slice::<Vec<bool>>(b"[true,\n tru]").unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("line 2"), "{source}");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(from_slice::<i32>(b"\xEF\xBB\xBF5").unwrap(), 5);
}

#[test]
fn invalid_utf8_is_an_error() {
    assert!(from_slice::<String>(b"\"\xFF\"").is_err());
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(from_slice::<serde_json::Value>(nested(127).as_bytes()).is_ok());
    for depth in [128, 1_000_000] {
        let error = from_slice::<serde_json::Value>(nested(depth).as_bytes()).unwrap_err();
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert!(source.contains("recursion limit"), "{source}");
    }
}

#[test]
fn a_number_that_is_not_finite_is_not_written() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(to_vec(&number).unwrap_err().contains("not finite"));
        assert!(to_vec(&vec![number as f32]).unwrap_err().contains("not finite"));
    }
}

/// `serde_json` with its feature `arbitrary_precision`, which any crate of a build can switch on, hands numbers over as
/// objects of this shape.
#[test]
fn numbers_of_arbitrary_precision_are_numbers() {
    let number = |text: &str| format!(r#"{{"$serde_json::private::Number":"{text}"}}"#);
    reads(&number("12"), 12_i32);
    reads(&format!("[{}]", number("-3.5")), vec![-3.5_f64]);
    reads(&number("18446744073709551615"), u64::MAX);
    assert_eq!(problem::<i64>(&number("12x")), "not JSON");
}

#[test]
fn a_moment_of_any_zone_is_taken_where_null_is_allowed() {
    let elsewhere = chrono::DateTime::parse_from_rfc3339("2026-01-31T14:30:00+02:00").unwrap();
    let expected = Nullable::Value(moment("2026-01-31T12:30:00Z"));
    assert_eq!(Nullable::<DateTime>::from(elsewhere), expected);
}

//! The command line as its users run it.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use dau::formats::native;
use serde_json::{Value, json};

fn command(arguments: &[&str]) -> Command {
    let mut res = Command::new(env!("CARGO_BIN_EXE_dau"));
    res.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    res
}

/// Runs `dau` and lets it read `input`.
fn dau(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

/// What a Python program sees of an annotation.
fn slice(text: &str, annotation: &Value) -> String {
    let at = |name: &str| usize::try_from(annotation[name].as_u64().unwrap()).unwrap();
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

#[test]
fn an_article_becomes_a_document() {
    let text = "😀 Ông Nguye\u{302}\u{303}n Văn Nam ở Hà\u{a0}Nội.\r\nNgày 20/5/2022. ";
    let output = dau(&["detect"], text.as_bytes());
    assert!(output.status.success());
    let document = native::read_bytes(&output.stdout).unwrap().document;
    assert_eq!(&*document.text, text);
    let found: Vec<(&str, &str)> =
        document.annotations.iter().map(|it| (it.label.as_str(), document.surface(it))).collect();
    let want = [
        ("PER", "Nguye\u{302}\u{303}n Văn Nam"),
        ("LOC", "Hà\u{a0}Nội"),
        ("DATE", "Ngày 20/5/2022"),
    ];
    assert_eq!(found, want);
    let file: Value = serde_json::from_slice(&output.stdout).unwrap();
    for it in file["annotations"].as_array().unwrap() {
        assert_eq!(slice(text, it), it["text"].as_str().unwrap());
        // No more digits than they mean.
        let sure = it["confidence"].as_f64().unwrap();
        assert_eq!((sure * 100.0).round() / 100.0, sure, "{it}");
    }
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    let run = || {
        let mut child =
            command(&["detect"]).env("SOURCE_DATE_EPOCH", "1700000000").spawn().unwrap();
        child.stdin.take().unwrap().write_all("Ở Hà Nội.".as_bytes()).unwrap();
        child.wait_with_output().unwrap().stdout
    };
    assert_eq!(run(), run());
    assert!(String::from_utf8(run()).unwrap().contains("\"created\": \"2023-11-14T22:13:20Z\""));
}

#[test]
fn relative_dates_follow_the_reference_date() {
    let output =
        dau(&["detect", "--reference-date", "2022-05-20"], "Hôm qua, ở Hà Nội.".as_bytes());
    let file: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(file["document"]["reference_date"], "2022-05-20");
    assert_eq!(file["annotations"][0]["timex"]["value"], "2022-05-19");
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    for id in ["12345678901234567890123", "1e5", "-0", "0.10", "\"\\u0111\"", "[1,  2]", "true"] {
        let output =
            dau(&["detect", "--jsonl"], format!("{{\"id\": {id}, \"text\": \"\"}}").as_bytes());
        let line = String::from_utf8(output.stdout).unwrap();
        assert_eq!(line, format!("{{\"id\":{id},\"annotations\":[]}}\n"));
    }
}

#[test]
fn a_stream_loses_no_line_and_keeps_the_order() {
    let good =
        |id: Value| json!({"id": id, "text": "Ông Nguyễn Văn Nam.", "language": "vi"}).to_string();
    let mut input: Vec<u8> = Vec::new();
    let mut add = |line: &[u8]| {
        input.extend_from_slice(line);
        input.push(b'\n');
    };
    add(good(json!("a")).as_bytes());
    add(b"");
    add(b"{\"id\": 3, \"text\": ");
    add(b"{\"id\": 4, \"text\": \"\xff\"}");
    add(b"[]");
    add(b"{\"id\": 6}");
    add(b"{\"id\": 7, \"text\": 7}");
    add(b"{\"id\": 8, \"text\": \"\", \"reference_date\": \"20/5\"}");
    add(b"{\"id\": 9, \"text\": \"\", \"language\": \"fr\"}");
    add(b"{\"id\": 10, \"text\": \"\\ud800\"}");
    add(good(json!({"key": 11})).as_bytes());
    add(b"{\"text\": \"\", \"language\": null, \"reference_date\": null}\r");
    input.extend_from_slice(good(json!(13)).as_bytes());

    let output = dau(&["detect", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    let ids: Vec<&Value> = lines.iter().map(|it| &it["id"]).collect();
    let object = json!({"key": 11});
    let want = [
        &json!("a"),
        &Value::Null,
        &json!(4),
        &Value::Null,
        &json!(6),
        &json!(7),
        &json!(8),
        &json!(9),
        &json!(10),
        &object,
        &Value::Null,
        &json!(13),
    ];
    assert_eq!(ids, want);
    // A line has no entities that an annotation could name.
    let first = lines[0]["annotations"][0].as_object().unwrap();
    assert!(first.contains_key("label") && !first.contains_key("entity"), "{first:?}");
    let errors: Vec<&str> = lines.iter().filter_map(|it| it["error"].as_str()).collect();
    assert_eq!(
        errors,
        [
            "line 3: not JSON at column 17: EOF while parsing a value",
            "line 4: not UTF-8 at byte 20",
            "line 5: expected an object, found an array",
            "line 6: text: missing",
            "line 7: text: expected a string, found a number",
            "line 8: reference_date: expected a day such as 2022-05-20, found `20/5`",
            "line 9: language: expected `vi`, `en` or `auto`, found `fr`",
            "line 10: not JSON at column 27: unexpected end of hex escape",
        ]
    );
    let annotation = &lines[0]["annotations"][0];
    assert_eq!(annotation["text"], "Nguyễn Văn Nam");
    assert_eq!((&annotation["start"], &annotation["end"]), (&json!(4), &json!(18)));
    assert_eq!(annotation["status"], "suggested");
    assert_eq!(annotation["origin"], "detected");
}

#[test]
fn a_long_stream_is_answered_while_it_is_written() {
    let mut child = command(&["detect", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..2000 {
        writeln!(stdin, "{}", json!({"id": id, "text": "Bà Trần Thị Mai ở Huế."})).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
        assert_eq!(answer["annotations"].as_array().unwrap().len(), 2);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = command(&["detect", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let line = format!("{}\n", json!({"id": 1, "text": "Ở Hà Nội."}));
    for _ in 0..10_000 {
        if stdin.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(output.stderr, b"");
}

#[test]
fn a_document_converts_to_itself() {
    let written = dau(&["detect"], "Ở Hà Nội.".as_bytes()).stdout;
    let output = dau(&["convert", "--from", "native", "--to", "native"], &written);
    assert_eq!(output.stdout, written);
    let refused = dau(&["convert", "--from", "native", "--to", "native"], b"{}");
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
}

#[test]
fn what_is_asked_wrongly_is_said() {
    let cases: [(&[&str], &str); 3] = [
        (&[], "what to do?"),
        (&["convert", "--from", "brat", "--to", "native"], "the formats are: dau, native"),
        (&["detect", "--language", "fr"], "`vi`, `en` or `auto`"),
    ];
    for (arguments, want) in cases {
        let output = dau(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(want), "{arguments:?}");
    }
    let help = String::from_utf8(dau(&["--help"], b"").stdout).unwrap();
    assert!(help.contains("dau detect --jsonl") && help.lines().all(|it| it.len() <= 120));
    assert_eq!(dau(&["--version"], b"").stdout, b"dau 0.1.0\n");
    assert_eq!(dau(&["detect"], b"\xff").status.code(), Some(1));
}

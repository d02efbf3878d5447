//! What the command line asks for.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value};

use crate::detect::{Language, Options};
use crate::document::parse_date;

/// One call.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    Help,
    Version,
    Detect { options: Options, jsonl: bool },
    Convert,
}

/// Why the arguments are not understood.
#[derive(Debug, PartialEq)]
pub(super) struct Usage(pub(super) String);

impl From<lexopt::Error> for Usage {
    fn from(why: lexopt::Error) -> Self {
        Self(why.to_string())
    }
}

/// The formats of [`super::convert`]: the native one, as it calls itself and as it is called.
const FORMATS: &[&str] = &["dau", "native"];

/// Reads the arguments after the program's name.
pub(super) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, Usage> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        None => Err(Usage("what to do? `detect` or `convert`".to_owned())),
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Long("version") | Short('V')) => Ok(Command::Version),
        Some(Value(it)) if it == "detect" => detect(parser),
        Some(Value(it)) if it == "convert" => convert(parser),
        Some(Value(it)) => {
            let it = it.to_string_lossy();
            Err(Usage(format!("`{it}` is no command; the commands are `detect` and `convert`")))
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn detect(mut parser: lexopt::Parser) -> Result<Command, Usage> {
    let mut options = Options::default();
    let mut jsonl = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("jsonl") => jsonl = true,
            Long("language") => options.language = language(&text(&mut parser)?)?,
            Long("reference-date") => options.reference_date = Some(date(&text(&mut parser)?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Detect { options, jsonl })
}

fn convert(mut parser: lexopt::Parser) -> Result<Command, Usage> {
    let (mut from, mut to) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("from") => from = Some(format(text(&mut parser)?)?),
            Long("to") => to = Some(format(text(&mut parser)?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    match (from, to) {
        (Some(_), Some(_)) => Ok(Command::Convert),
        (None, _) => Err(Usage("`convert` needs `--from FORMAT`".to_owned())),
        (_, None) => Err(Usage("`convert` needs `--to FORMAT`".to_owned())),
    }
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Usage> {
    Ok(parser.value()?.to_string_lossy().into_owned())
}

/// `None` for `auto`.
fn language(text: &str) -> Result<Option<Language>, Usage> {
    match (text, Language::parse(text)) {
        ("auto", _) => Ok(None),
        (_, Some(it)) => Ok(Some(it)),
        _ => Err(Usage(format!("`--language` is `vi`, `en` or `auto`, not `{text}`"))),
    }
}

fn date(text: &str) -> Result<crate::document::NaiveDate, Usage> {
    parse_date(text).ok_or_else(|| {
        Usage(format!("`--reference-date` is a day such as 2022-05-20, not `{text}`"))
    })
}

fn format(text: String) -> Result<String, Usage> {
    let known = FORMATS.contains(&&*text);
    let refused =
        || Usage(format!("`{text}` is no format; the formats are: {}", FORMATS.join(", ")));
    known.then_some(()).ok_or_else(refused)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(line.split(' ').map(OsString::from)).map_err(|it| it.0)
    }

    #[test]
    fn commands() {
        assert_eq!(read("--help"), Ok(Command::Help));
        assert_eq!(read("detect -h"), Ok(Command::Help));
        assert_eq!(read("--version"), Ok(Command::Version));
        assert_eq!(read("convert --from dau --to native"), Ok(Command::Convert));
        let options =
            Options { language: Some(Language::Vi), reference_date: parse_date("2022-05-20") };
        let got = read("detect --jsonl --language vi --reference-date=2022-05-20");
        assert_eq!(got, Ok(Command::Detect { options, jsonl: true }));
        let auto = Command::Detect { options: Options::default(), jsonl: false };
        assert_eq!(read("detect --language auto"), Ok(auto));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            ("find", "`find` is no command; the commands are `detect` and `convert`"),
            ("detect --language fr", "`--language` is `vi`, `en` or `auto`, not `fr`"),
            (
                "detect --reference-date 20/5",
                "`--reference-date` is a day such as 2022-05-20, not `20/5`",
            ),
            ("detect --fast", "invalid option '--fast'"),
            (
                "convert --from brat --to native",
                "`brat` is no format; the formats are: dau, native",
            ),
            ("convert --from native", "`convert` needs `--to FORMAT`"),
        ];
        for (line, want) in cases {
            assert_eq!(read(line).unwrap_err(), want, "{line}");
        }
    }
}

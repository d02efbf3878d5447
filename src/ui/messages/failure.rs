//! What the person is told, and what went wrong, in each language.
//!
//! An error knows its facts; the English words are its own `Display`, the Vietnamese
//! ones are here.

use crate::detect::Language;
use crate::formats::Warning;
use crate::formats::native::{Expected, NativeError, NativeErrorKind, Place};
use crate::session::{CommandError, EntityError, Notice};
use crate::text::{OffsetUnit, SpanError};

/// A notice in words. An alert interrupts a screen reader, and stays until it is closed.
#[must_use]
pub fn notice(language: Language, it: &Notice) -> (String, bool) {
    let alert =
        !matches!(it, Notice::Propagated(_) | Notice::Elsewhere(_) | Notice::PersonalImported(_))
            && !matches!(it, Notice::Imported { warnings, .. } if warnings.is_empty());
    let text = match language {
        Language::Vi => notice_vi(it),
        Language::En => notice_en(it),
    };
    (text, alert)
}

fn notice_en(it: &Notice) -> String {
    match it {
        Notice::Imported { annotations, warnings } => {
            let s = if *annotations == 1 { "" } else { "s" };
            let warnings: String = warnings.iter().map(|it| format!(" {it}.")).collect();
            format!("Imported {annotations} annotation{s}.{warnings}")
        }
        Notice::ImportFailed(why) => {
            format!("The file was not imported; nothing has changed. {why}")
        }
        Notice::RestoreFailed(why, _) => format!(
            "The article kept on this device cannot be read. It was set aside and is not lost. {why}"
        ),
        Notice::PersonalFailed(why, _) => format!(
            "The word list kept on this device cannot be read. It was set aside and is not lost. {why}"
        ),
        Notice::FileFailed(why) => format!("The file cannot be read as text in UTF-8: {why}."),
        Notice::SaveFailed(why) => format!(
            "The article could not be kept on this device: {why}. Export it before you close this page."
        ),
        Notice::DetectorFailed => {
            "Automatic detection has stopped. You can go on annotating by hand.".to_owned()
        }
        Notice::Propagated(0) => "The same words stand nowhere else without a label.".to_owned(),
        Notice::Propagated(n) => {
            format!(
                "Labelled {n} {}. Undo takes all of it back.",
                if *n == 1 { "mention" } else { "mentions" }
            )
        }
        Notice::Elsewhere(n) => {
            let s = if *n == 1 { "" } else { "s" };
            format!("Done in {n} more place{s}. Undo takes all of it back.")
        }
        Notice::PersonalImported(n) => {
            let entries = if *n == 1 { "entry" } else { "entries" };
            format!("Imported {n} {entries} into your word list.")
        }
        Notice::Stale => {
            "This can no longer be undone or redone, since the rest has changed.".to_owned()
        }
        Notice::Refused(why) => format!("That cannot be done: {why}."),
    }
}

fn notice_vi(it: &Notice) -> String {
    match it {
        Notice::Imported { annotations, warnings } => {
            let warnings: String =
                warnings.iter().map(|it| format!(" {}.", warning_vi(it))).collect();
            format!("Đã nhập {annotations} chú thích.{warnings}")
        }
        Notice::ImportFailed(why) => {
            format!("Tệp không nhập được; mọi thứ vẫn như cũ. {}", native_vi(why))
        }
        Notice::RestoreFailed(why, _) => format!(
            "Không đọc được bài viết lưu trên máy này. Bản đó đã được cất riêng, không bị mất. {}",
            native_vi(why)
        ),
        Notice::PersonalFailed(why, _) => format!(
            "Không đọc được danh sách từ lưu trên máy này. Bản đó đã được cất riêng, không bị mất. {}",
            native_vi(why)
        ),
        Notice::FileFailed(why) => {
            format!("Không đọc được tệp này dưới dạng văn bản UTF-8: {why}.")
        }
        Notice::SaveFailed(why) => format!(
            "Không lưu được bài viết trên máy này: {why}. Hãy xuất tệp trước khi đóng trang."
        ),
        Notice::DetectorFailed => {
            "Việc tìm tự động đã dừng. Bạn vẫn có thể chú thích bằng tay.".to_owned()
        }
        Notice::Propagated(0) => "Không còn chỗ nào khác giống vậy mà chưa có nhãn.".to_owned(),
        Notice::Propagated(n) => {
            format!("Đã gắn nhãn cho {n} chỗ. Hoàn tác sẽ bỏ tất cả cùng lúc.")
        }
        Notice::Elsewhere(n) => {
            format!("Đã làm tương tự ở {n} chỗ khác. Hoàn tác một lần là trở lại như cũ.")
        }
        Notice::PersonalImported(n) => format!("Đã nhập {n} mục vào danh sách từ của bạn."),
        Notice::Stale => {
            "Không thể hoàn tác hay làm lại nữa, vì phần còn lại đã thay đổi.".to_owned()
        }
        Notice::Refused(why) => format!("Không làm được: {}.", refused_vi(why)),
    }
}

fn warning_vi(it: &Warning) -> String {
    match it {
        Warning::Sha256 { said, is } => format!(
            "document.sha256: cần {is}, là mã kiểm của văn bản, nhưng tệp ghi {said}. \
             Văn bản đã bị một chương trình khác thay đổi: hãy xem lại"
        ),
    }
}

fn refused_vi(it: &CommandError) -> String {
    match it {
        CommandError::NoAnnotation(id) => format!("không có chú thích {id}"),
        CommandError::NoNeighbour(id) => format!("cạnh {id} không có gì để gộp"),
        CommandError::NoLabel(id) => format!("không có nhãn {id}"),
        CommandError::EditingOff => "chưa bật chế độ sửa văn bản".to_owned(),
        CommandError::TooLong => "văn bản sẽ dài quá 4 GiB".to_owned(),
        CommandError::Entities(why) => entity_vi(why),
        CommandError::Span(why) => span_vi(why),
    }
}

fn entity_vi(it: &EntityError) -> String {
    match it {
        EntityError::NoEntity(id) => format!("không có thực thể {}", id.as_str()),
        EntityError::Same(id) => format!("không thể gộp {} với chính nó", id.as_str()),
        EntityError::NoName => "thực thể phải có tên".to_owned(),
        EntityError::Link(found) => {
            format!("cần một địa chỉ bắt đầu bằng http:// hoặc https://, nhưng có `{found}`")
        }
    }
}

fn span_vi(it: &SpanError) -> String {
    match it {
        SpanError::Reversed { start, end } => {
            format!("điểm cuối {end} đứng trước điểm đầu {start}")
        }
        SpanError::OutOfText { end, len } => {
            format!("điểm cuối {end} nằm ngoài văn bản dài {len} byte")
        }
        SpanError::Empty { at } => format!("không có gì được chọn tại {at}"),
        SpanError::SplitsGrapheme { at } => format!("vị trí {at} nằm giữa một ký tự"),
    }
}

fn native_vi(it: &NativeError) -> String {
    let place = match &it.place {
        Place::Text { line, column } => format!("Dòng {line}, cột {column}"),
        Place::Member(path) if path.is_empty() => "Cả tệp".to_owned(),
        Place::Member(path) => path.clone(),
    };
    format!("{place}: {}. {}.", kind_vi(&it.kind), advice_vi(&it.kind))
}

fn kind_vi(it: &NativeErrorKind) -> String {
    use NativeErrorKind as Kind;
    match it {
        Kind::NotUtf8 { found } => format!("cần UTF-8, nhưng có byte {found:#04x}"),
        Kind::Truncated => "cần thêm JSON, nhưng tệp đã hết".to_owned(),
        Kind::NotJson { message } => format!("cần JSON, nhưng có lỗi: {message}"),
        Kind::DuplicateMember => "cần một mục mang tên này, nhưng có hai".to_owned(),
        Kind::Missing => "cần có mục này, nhưng không thấy".to_owned(),
        Kind::WrongType { expected, found } => {
            format!("cần {}, nhưng có {found}", expected_vi(*expected))
        }
        Kind::UnknownFormat { expected, found } => format!("cần \"{expected}\", nhưng có {found}"),
        Kind::UnknownVersion { found } => format!("cần 1, nhưng có {found}"),
        Kind::UnknownWord { found, expected } => {
            format!("cần một trong các từ {}, nhưng có “{found}”", expected.join(", "))
        }
        Kind::NotAnId { found } => format!("cần một mã không có dấu cách, nhưng có “{found}”"),
        Kind::NotADate { found } => {
            format!("cần ngày dạng YYYY-MM-DD hoặc null, nhưng có “{found}”")
        }
        Kind::NotAColor { found } => format!("cần màu dạng #rrggbb, nhưng có “{found}”"),
        Kind::NotATimex { found } => {
            format!("cần giá trị TIMEX3 như 2021-07-13, 2021-Q3 hoặc P3M, nhưng có “{found}”")
        }
        Kind::Confidence { found } => format!("cần một số từ 0 đến 1, nhưng có {found}"),
        Kind::TextTooLong { found } => format!("cần ngắn hơn 4 GiB, nhưng có {found} byte"),
        _ => offsets_vi(it),
    }
}

fn offsets_vi(it: &NativeErrorKind) -> String {
    use NativeErrorKind as Kind;
    match it {
        Kind::OutOfText { found, len, unit } => format!(
            "cần vị trí không quá {len}, là độ dài văn bản tính theo {}, nhưng có {found}",
            unit_vi(*unit)
        ),
        Kind::InsideCharacter { found, unit } => format!(
            "cần vị trí giữa hai ký tự, nhưng có {found}, nằm bên trong một ký tự, tính theo {}",
            unit_vi(*unit)
        ),
        Kind::NotAfterStart { start, found } => {
            format!("cần vị trí sau điểm đầu {start}, nhưng có {found}")
        }
        Kind::TextMismatch { expected, found } => {
            format!("cần “{expected}”, là chữ đứng tại đó trong văn bản, nhưng có “{found}”")
        }
        Kind::UndeclaredLabel { found, declared } => {
            format!("cần mã của một nhãn đã khai báo ({}), nhưng có “{found}”", declared.join(", "))
        }
        Kind::UndeclaredEntity { found } => {
            format!("cần mã của một thực thể đã khai báo, nhưng có “{found}”")
        }
        Kind::DuplicateId { found, first } => {
            format!("cần một mã chưa dùng, nhưng có “{found}”, trùng với {first}")
        }
        other => other.to_string(),
    }
}

fn expected_vi(it: Expected) -> &'static str {
    match it {
        Expected::Object => "một đối tượng",
        Expected::Array => "một mảng",
        Expected::String => "một chuỗi",
        Expected::StringOrNull => "một chuỗi hoặc null",
        Expected::Number => "một số",
        Expected::WholeNumber => "một số nguyên không âm",
    }
}

const fn unit_vi(it: OffsetUnit) -> &'static str {
    match it {
        OffsetUnit::CodePoint => "điểm mã",
        OffsetUnit::Utf16 => "đơn vị UTF-16",
        OffsetUnit::Utf8 => "byte UTF-8",
    }
}

fn advice_vi(it: &NativeErrorKind) -> &'static str {
    use NativeErrorKind as Kind;
    match it {
        Kind::NotUtf8 { .. } => "Hãy lưu tệp ở dạng UTF-8 rồi thử lại",
        Kind::Truncated => "Tệp bị thiếu: hãy tải hoặc chép lại",
        Kind::NotJson { .. } => "Hãy chọn tệp do Dấu xuất ra, hoặc sửa lỗi tại chỗ đó",
        Kind::DuplicateMember => "Hãy bỏ một trong hai",
        Kind::Missing => "Hãy thêm vào; schema/dau-1.schema.json cho biết tệp cần những gì",
        Kind::UnknownFormat { .. } => "Hãy chọn tệp JSON do Dấu xuất ra",
        Kind::UnknownVersion { .. } => "Hãy mở bằng phiên bản Dấu đã tạo ra tệp",
        Kind::OutOfText { .. } | Kind::InsideCharacter { .. } | Kind::TextMismatch { .. } => {
            "Hãy xem offset_unit có đúng là đơn vị đếm không, và văn bản có bị sửa sau khi đếm không"
        }
        Kind::NotAfterStart { .. } => {
            "Hãy sửa điểm đầu hoặc điểm cuối: mỗi đoạn có ít nhất một ký tự"
        }
        Kind::UndeclaredLabel { .. } => "Hãy sửa lại hoặc thêm nhãn vào labels",
        Kind::UndeclaredEntity { .. } => "Hãy sửa lại hoặc thêm thực thể vào entities",
        Kind::DuplicateId { .. } => "Hãy đổi mã của một trong hai",
        Kind::TextTooLong { .. } => "Hãy chia văn bản thành nhiều tệp",
        _ => "Hãy sửa giá trị này rồi thử lại",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_file_is_told_with_its_place_in_each_language() {
        let why = crate::formats::native::read(r#"{"format": "brat"}"#).unwrap_err();
        for language in [Language::Vi, Language::En] {
            let (text, alert) = notice(language, &Notice::ImportFailed(why.clone()));
            assert!(alert && text.contains("format") && text.contains("brat"), "{text}");
        }
    }
}

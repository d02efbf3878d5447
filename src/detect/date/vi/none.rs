//! What looks like a Vietnamese date and is none.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::Meaning;
use crate::detect::date::slot::{Found, not};

/// `sáng 24/7` is a day in July.
fn round_the_clock(found: &Found<'_>) -> Option<Meaning> {
    let parts = ["sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm"];
    (!parts.contains(&found.before(1))).then_some(Meaning::Not)
}

/// Blockers: what they cover is kept from the other rules.
pub(super) const RULES: &[Rule] = &[
    rule(
        "an ordinal",
        "(lần|người|vị trí|hạng|cuộc|bài|trận|con|bên|nước|điều|đứng|xếp|số|án|nhóm) thứ <nth>",
        not,
    ),
    rule(
        "an ordinal",
        "(phút|môn|hồi|bàn|ván|hiệp|vòng|lượt|chặng|đợt|câu|chương|tập|phần|tầng|ngôi|cấp|phút bù giờ) thứ <nth>",
        not,
    ),
    rule("a score", "(tỉ số|tỷ số|thắng|thua|hòa|dẫn|ngược|điểm|séc) <d>-<d2>", not),
    rule("more of a score", "<d>-<d2>, <d>-<d2>[, <d>-<d2>[, <d>-<d2>[, <d>-<d2>]]]", not),
    rule("marks", "(điểm|chấm|đánh giá): <d>/10", not),
    rule("a question", "bao nhiêu <unit>", not),
    rule(
        "a word with a part of the day in it",
        "(sáng|tối) (kiến|thiểu|đa|ưu|tạo|lập|tác|cao|hậu|chế|sủa)",
        not,
    ),
    rule("a word with the end of now in it", "(phát|xuất|thể|thực|biểu|tái) hiện", not),
    rule("a driver", "tài xế [(ấy|này|đó|nào|kia|qua)]", not),
    rule(
        "a number of a document",
        "(số|mã|điện thoại|đt|hotline|mục|phiên bản) <d>(/|.|-)<m>[(/|.|-)<y>]",
        not,
    ),
    rule("a name with a month in it", "cách mạng tháng (<mn>|<mname>)", not),
    rule("a form", "ngày tháng [năm] [sinh]", not),
    rule(
        "always",
        "(xưa nay|ngày tháng|năm tháng|tháng ngày|ngày đêm|chưa bao giờ|không bao giờ)",
        not,
    ),
    rule(
        "a street",
        "(đường|phố|rạp|chợ|ngõ|hẻm|cầu|trường|phường|quảng trường|bệnh viện) <d> tháng <m>",
        not,
    ),
    rule("round the clock", "24/7", round_the_clock),
    rule("round the clock", "24/24 [(h|giờ)]", not),
    rule("first time", "lần (đầu|cuối)", not),
    rule(
        "a title",
        "(bao giờ cho đến tháng mười|kiến thức ngày nay|chào buổi sáng|chuyển động 24h|thế giới 24 giờ|thế giới 24h)",
        not,
    ),
    rule("a rate", "(đồng|tấn|km|m3|lít|kg|usd|triệu|người|lượt)/(ngày đêm|<unit>)", not),
];

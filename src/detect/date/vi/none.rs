//! What looks like a Vietnamese date and is none.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::slot::not;

/// Blockers: what they cover is kept from the other rules.
pub(super) const RULES: &[Rule] = &[
    rule(
        "an ordinal",
        "(lần|người|vị trí|hạng|cuộc|bài|trận|con|bên|nước|điều|đứng|xếp|số) thứ <nth>",
        not,
    ),
    rule("a score", "(tỉ số|tỷ số|thắng|thua|hòa|dẫn) <d>-<d2>", not),
    rule(
        "a street",
        "(đường|phố|bệnh viện|công viên|quảng trường|trường|nông trường|cầu) <d>(/|-)<m>",
        not,
    ),
    rule(
        "a bright idea",
        "(sáng kiến|tối thiểu|tối đa|tối ưu|sáng tạo|sáng lập|sáng tác|tối cao|tối hậu)",
        not,
    ),
    rule("a number of a document", "(số|mã|điện thoại|đt|hotline) <d>/<m>", not),
];

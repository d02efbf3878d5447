//! Vietnamese words with the numbers they stand for.

use crate::detect::date::context::mark::{BIRTH, FUTURE, GOAL, PAST};
use crate::detect::date::grammar::Class;
use crate::detect::date::grammar::Read::{Amount, Digits, Number, Ordinal, Table};
use crate::detect::date::slot::Slot;

const fn class(name: &'static str, slot: Slot, read: crate::detect::date::grammar::Read) -> Class {
    Class { name, slot, read }
}

/// Kinds of numbers. Short names, since patterns are full of them.
pub(super) const NUMBERS: &[Class] = &[
    class("d", Slot::Day, Digits(1, 2, 1, 31)),
    class("d2", Slot::Day2, Digits(1, 2, 1, 31)),
    // In words too: `ngày hai mươi tháng tám`.
    class("dn", Slot::Day, Number(1, 31)),
    class("d10", Slot::Day, Number(1, 10)),
    class("m", Slot::Month, Digits(1, 2, 1, 12)),
    class("m2", Slot::Month2, Digits(1, 2, 1, 12)),
    class("mn", Slot::Month, Number(1, 12)),
    class("y", Slot::Year, Digits(4, 4, 1000, 2999)),
    class("y2", Slot::Year2, Digits(4, 4, 1000, 2999)),
    class("y3", Slot::Year, Digits(1, 3, 1, 999)),
    class("yy2", Slot::Year2, Digits(2, 2, 0, 99)),
    class("yy", Slot::ShortYear, Digits(2, 2, 0, 99)),
    class("h", Slot::Hour, Digits(1, 2, 0, 24)),
    class("h2", Slot::Hour2, Digits(1, 2, 0, 24)),
    class("hn", Slot::Hour, Number(0, 24)),
    class("mi", Slot::Minute, Digits(2, 2, 0, 59)),
    class("mi1", Slot::Minute, Digits(1, 1, 1, 9)),
    class("mi2", Slot::Minute2, Digits(2, 2, 0, 59)),
    class("min", Slot::Minute, Number(0, 59)),
    class("s", Slot::Second, Digits(2, 2, 0, 59)),
    class("sn", Slot::Second, Number(0, 59)),
    class("zh", Slot::Zone, Digits(2, 2, 0, 14)),
    class("zm", Slot::ZoneMinute, Digits(2, 2, 0, 59)),
    class("mm", Slot::Month, Digits(2, 2, 1, 12)),
    class("ww", Slot::Week, Digits(2, 2, 1, 53)),
    class("n", Slot::Amount, Amount),
    class("n2", Slot::Amount2, Amount),
    class("nth", Slot::Nth, Ordinal(99)),
    class("week", Slot::Week, Digits(1, 2, 1, 53)),
    class("tens", Slot::Decade, Digits(2, 2, 0, 99)),
    class("cent", Slot::Century, Digits(1, 2, 1, 30)),
    class("yw", Slot::Year, Number(1000, 2999)),
    class("qd", Slot::Quarter, Digits(1, 1, 1, 4)),
];

/// Words and phrases.
pub(super) const NAMES: &[Class] = &[
    class("mname", Slot::Month, Table(MONTHS)),
    class("wd", Slot::Weekday, Table(WEEKDAYS)),
    class("wdn", Slot::Weekday, Table(WEEKDAY_NUMBERS)),
    class("mword", Slot::Month, Table(MONTH_WORDS)),
    class("part", Slot::Part, Table(PARTS)),
    class("q", Slot::Quarter, Table(QUARTERS)),
    class("season", Slot::Season, Table(SEASONS)),
    class("roman", Slot::Century, Table(ROMAN)),
    class("unit", Slot::Unit, Table(UNITS)),
    class("unit2", Slot::Unit2, Table(UNITS)),
    class("year-now", Slot::YearNow, Table(YEAR_NOW)),
    class("month-now", Slot::MonthNow, Table(NOW)),
    class("week-now", Slot::WeekNow, Table(NOW)),
    class("quarter-now", Slot::QuarterNow, Table(NOW)),
    class("century-now", Slot::Direction, Table(NOW)),
    class("day-now", Slot::DayNow, Table(DAY_NOW)),
    class("direction", Slot::Direction, Table(DIRECTION)),
    class("day-told", Slot::DayTold, Table(DAY_TOLD)),
    class("early", Slot::Nothing, Table(EARLY)),
    class("stem", Slot::Stem, Table(STEMS)),
    class("branch", Slot::Branch, Table(BRANCHES)),
    class("meridiem", Slot::Meridiem, Table(&[("am", 0), ("pm", 1)])),
    class("this", Slot::WeekNow, Table(&[("này", 0)])),
    class("d-tet", Slot::Holiday, Table(BEFORE_TET)),
    class("holiday", Slot::Holiday, Table(HOLIDAYS)),
    class("utc", Slot::Nothing, Table(&[("gmt", 0), ("utc", 0)])),
    class("zone", Slot::Zone, Digits(1, 2, 0, 14)),
];

const MONTHS: &[(&str, i64)] = &[("giêng", 1), ("tư", 4), ("chạp", 12)];

/// Months in words, after a day in digits.
#[rustfmt::skip]
const MONTH_WORDS: &[(&str, i64)] = &[
    ("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7), ("tám", 8), ("chín", 9),
    ("mười", 10), ("mười một", 11), ("mười hai", 12),
];

/// What stands after `thứ` when several weekdays share it.
#[rustfmt::skip]
const WEEKDAY_NUMBERS: &[(&str, i64)] = &[
    ("2", 1), ("3", 2), ("4", 3), ("5", 4), ("6", 5), ("7", 6),
    ("hai", 1), ("ba", 2), ("tư", 3), ("năm", 4), ("sáu", 5), ("bảy", 6), ("cn", 7), ("chủ nhật", 7),
];

#[rustfmt::skip]
const WEEKDAYS: &[(&str, i64)] = &[
    ("thứ hai", 1), ("thứ ba", 2), ("thứ tư", 3), ("thứ năm", 4), ("thứ sáu", 5), ("thứ bảy", 6), ("thứ bẩy", 6),
    ("thứ 2", 1), ("thứ 3", 2), ("thứ 4", 3), ("thứ 5", 4), ("thứ 6", 5), ("thứ 7", 6), ("chủ nhật", 7),
    ("chúa nhật", 7), ("^cn", 7),
];

/// Numbers of [`crate::detect::date::point::Part`].
#[rustfmt::skip]
const PARTS: &[(&str, i64)] = &[
    ("sáng", 0), ("sáng sớm", 0), ("rạng sáng", 0), ("trưa", 1), ("giữa trưa", 1), ("chiều", 2), ("xế", 2), ("xế chiều", 2), ("chiều muộn", 2),
    ("tối", 3), ("chiều tối", 3), ("đêm", 4), ("đêm khuya", 4), ("khuya", 4), ("tối muộn", 3), ("chập tối", 3), ("nửa đêm", 4), ("nhá nhem tối", 3), ("mờ sáng", 0), ("tờ mờ sáng", 0), ("tối mịt", 4),
];

#[rustfmt::skip]
const QUARTERS: &[(&str, i64)] = &[
    ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("một", 1), ("hai", 2),
    ("ba", 3), ("bốn", 4), ("tư", 4), ("đầu", 1), ("cuối", 4),
];

const SEASONS: &[(&str, i64)] = &[("xuân", 0), ("hè", 1), ("hạ", 1), ("thu", 2), ("đông", 3)];

#[rustfmt::skip]
const ROMAN: &[(&str, i64)] = &[
    ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("v", 5), ("vi", 6), ("vii", 7), ("viii", 8),
    ("ix", 9), ("x", 10), ("xi", 11), ("xii", 12), ("xiii", 13), ("xiv", 14), ("xv", 15),
    ("xvi", 16), ("xvii", 17), ("xviii", 18), ("xix", 19), ("xx", 20), ("xxi", 21), ("xxii", 22),
];

/// Numbers of [`crate::detect::date::unit::Unit`].
#[rustfmt::skip]
const UNITS: &[(&str, i64)] = &[
    ("thế kỷ", 0), ("thế kỉ", 0), ("thập kỷ", 1), ("thập kỉ", 1), ("thập niên", 1), ("năm", 2), ("niên", 2),
    ("năm trời", 2), ("quý", 3), ("tháng", 4), ("tháng trời", 4), ("tháng ròng", 4), ("tuần", 5), ("tuần lễ", 5),
    ("tuần trăng", 5), ("ngày", 6), ("ngày đêm", 6), ("hôm", 6), ("ngày trời", 6), ("giờ", 7), ("tiếng", 7),
    ("tiếng đồng hồ", 7), ("giờ đồng hồ", 7), ("phút", 8), ("phút đồng hồ", 8), ("giây", 9), ("đêm", 6),
    ("niên kỷ", 2),
];

#[rustfmt::skip]
const NOW: &[(&str, i64)] = &[
    ("này", 0), ("trước nữa", -2), ("sau nữa", 2), ("tới nữa", 2), ("nay", 0), ("trước", -1), ("rồi", -1), ("ngoái", -1), ("qua", -1), ("vừa qua", -1), ("vừa rồi", -1),
    ("sau", 1), ("tới", 1), ("kế tiếp", 1), ("tiếp theo", 1), ("sắp tới", 1), ("tới đây", 1),
];

#[rustfmt::skip]
const YEAR_NOW: &[(&str, i64)] = &[
    ("nay", 0), ("này", 0), ("ngoái", -1), ("trước", -1), ("rồi", -1), ("qua", -1), ("vừa qua", -1), ("vừa rồi", -1),
    ("kia", -2), ("sau", 1), ("tới", 1),
];

/// Days that are named from today.
#[rustfmt::skip]
const DAY_NOW: &[(&str, i64)] = &[
    ("hôm nay", 0), ("bữa nay", 0), ("ngày hôm nay", 0), ("hôm qua", -1), ("ngày hôm qua", -1), ("bữa qua", -1),
    ("hôm kia", -2), ("bữa kia", -2), ("hôm trước", -2), ("ngày mai", 1), ("mai", 1), ("hôm mai", 1), ("ngày mốt", 2), ("ngày kia", 2),
    ("mốt", 2),
];

/// −1 the one before now, 1 the next one.
const DIRECTION: &[(&str, i64)] = &[
    ("vừa qua", -1),
    ("vừa rồi", -1),
    ("trước", -1),
    ("qua", -1),
    ("tới", 1),
    ("sắp tới", 1),
    ("tới đây", 1),
];

/// Days counted from the one that was named last.
#[rustfmt::skip]
const DAY_TOLD: &[(&str, i64)] = &[
    ("bữa đó", 0), ("bữa ấy", 0), ("bữa sau", 1), ("cùng ngày", 0), ("cùng hôm", 0), ("ngày hôm đó", 0), ("hôm đó", 0), ("hôm ấy", 0), ("ngày đó", 0),
    ("ngày ấy", 0), ("hôm sau", 1), ("ngày hôm sau", 1), ("ngày sau đó", 1), ("hôm trước đó", -1),
    ("ngày hôm trước", -1), ("ngày trước đó", -1),
];

/// What stands before a stretch of time and says which piece of it.
#[rustfmt::skip]
const EARLY: &[(&str, i64)] = &[
    ("đầu", 0), ("giữa", 0), ("cuối", 0), ("những ngày đầu", 0), ("những ngày cuối", 0), ("những tháng đầu", 0),
    ("những tháng cuối", 0), ("thượng tuần", 0), ("trung tuần", 0), ("hạ tuần", 0),
];

#[rustfmt::skip]
const STEMS: &[(&str, i64)] = &[
    ("giáp", 0), ("ất", 1), ("bính", 2), ("đinh", 3), ("mậu", 4), ("kỷ", 5), ("kỉ", 5), ("canh", 6), ("tân", 7),
    ("nhâm", 8), ("quý", 9), ("quí", 9),
];

#[rustfmt::skip]
const BRANCHES: &[(&str, i64)] = &[
    ("tý", 0), ("tí", 0), ("sửu", 1), ("dần", 2), ("mão", 3), ("mẹo", 3), ("thìn", 4), ("tỵ", 5), ("tị", 5),
    ("ngọ", 6), ("mùi", 7), ("thân", 8), ("dậu", 9), ("tuất", 10), ("hợi", 11),
];

/// The last days of a lunar year are counted towards Tết.
#[rustfmt::skip]
const BEFORE_TET: &[(&str, i64)] = &[
    ("23", before_tet(23)), ("24", before_tet(24)), ("25", before_tet(25)), ("26", before_tet(26)),
    ("27", before_tet(27)), ("28", before_tet(28)), ("29", before_tet(29)), ("30", before_tet(30)),
    ("hai mươi ba", before_tet(23)), ("hai mươi tám", before_tet(28)), ("hai mươi chín", before_tet(29)),
    ("ba mươi", before_tet(30)),
];

use crate::detect::date::holiday::{before_tet, by_moon, easter, fixed, nth, tet};

#[rustfmt::skip]
const HOLIDAYS: &[(&str, i64)] = &[
    ("quốc khánh", fixed(9, 2)), ("tết nguyên đán", tet(0)), ("tết âm lịch", tet(0)),
    ("giao thừa", tet(-1)), ("cá tháng tư", fixed(4, 1)), ("ngày lao động", fixed(5, 1)), ("ngày của mẹ", nth(5, 2, 7)), ("ngày của cha", nth(6, 3, 7)),
    ("lễ tạ ơn", nth(11, 4, 4)), ("tạ ơn", nth(11, 4, 4)), ("thống nhất đất nước", fixed(4, 30)), ("tết dương lịch", fixed(1, 1)), ("đêm giao thừa", tet(-1)), ("giao thừa tết", tet(-1)),
    ("halloween", fixed(10, 31)), ("ngày trái đất", fixed(4, 22)), ("gia đình việt nam", fixed(6, 28)),
    ("tết trung thu", by_moon(8, 15)), ("trung thu", by_moon(8, 15)), ("tết đoan ngọ", by_moon(5, 5)),
    ("tết hàn thực", by_moon(3, 3)), ("tết nguyên tiêu", by_moon(1, 15)), ("giỗ tổ hùng vương", by_moon(3, 10)),
    ("giỗ tổ", by_moon(3, 10)), ("vu lan", by_moon(7, 15)), ("phật đản", by_moon(4, 15)),
    ("ông công ông táo", by_moon(12, 23)), ("ông táo chầu trời", by_moon(12, 23)), ("giáng sinh", fixed(12, 25)),
    ("noel", fixed(12, 25)), ("nô-en", fixed(12, 25)), ("phục sinh", easter(0)), ("chủ nhật phục sinh", easter(0)),
    ("thứ sáu tuần thánh", easter(-2)), ("valentine", fixed(2, 14)), ("lễ tình nhân", fixed(2, 14)),
    ("quốc tế phụ nữ", fixed(3, 8)), ("phụ nữ việt nam", fixed(10, 20)), ("quốc tế lao động", fixed(5, 1)),
    ("quốc tế thiếu nhi", fixed(6, 1)), ("nhà giáo việt nam", fixed(11, 20)), ("thầy thuốc việt nam", fixed(2, 27)),
    ("giải phóng miền nam", fixed(4, 30)), ("thương binh liệt sĩ", fixed(7, 27)),
    ("thương binh - liệt sĩ", fixed(7, 27)), ("báo chí cách mạng việt nam", fixed(6, 21)),
];

/// Amounts that nobody can know.
#[rustfmt::skip]
pub(super) const VAGUE: &[&str] = &[
    "vài", "mấy", "nhiều", "dăm", "vài ba", "dăm ba", "đôi ba", "vài chục", "mấy chục", "hàng chục", "hàng trăm",
    "hàng nghìn", "hàng ngàn", "hàng vạn", "vài trăm", "mấy trăm", "chục", "vài nghìn", "bao nhiêu", "ít",
    "không biết bao nhiêu",
];

/// Amounts that are no number words.
pub(super) const AMOUNTS: &[(&str, i64)] =
    &[("trăm", 100_000), ("nghìn", 1_000_000), ("ngàn", 1_000_000)];

/// What words say about the expressions around them.
pub(super) const MARKS: &[(u8, &[&str])] = &[
    (FUTURE, &["sẽ", "kiến", "sắp", "hạn", "dời", "hoãn", "hứa"]),
    (PAST, &["đã", "vừa"]),
    (GOAL, &["đến", "tới", "nhìn", "tiêu", "hướng", "trước", "chậm", "kỳ", "với", "so"]),
    (BIRTH, &["sinh", "sn", "luật", "quyết", "định"]),
];

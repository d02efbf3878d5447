//! Days by their numbers, and weekdays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{date_range, day_range};
use crate::detect::date::point::{Meaning, Num, Part, Point};
use crate::detect::date::slot::{Found, Slot, Value, fields, point, several};
use crate::detect::date::vi::bare::{NAMED, bare, is_measured};
use crate::detect::date::vi::relative::leads_to_an_end;

/// Calendar days and weekdays.
pub(super) const RULES: &[Rule] = &[
    rule("day/month/year", "[(ngày|hôm)] <d>(/|-|.)<m>(/|-|.)<y>", same_separator),
    rule("day/month/year", "[(ngày|hôm)] <d> / <m> / <y>", point),
    rule("day/month/year", "[(ngày|hôm)] <d> - <m> - <y>", point),
    rule("day/month/short year", "[(ngày|hôm)] <d>(/|-|.)<m>(/|-|.)<yy>", short_year).sure(0.85),
    rule("day/month", "(ngày|hôm) <d>(/|-)<m>", point),
    rule("day/month", "(ngày|hôm) <d> / <m>", point),
    rule("day/month alone", "<d>(/|-)<m>", bare).sure(0.8),
    rule("day.month", "[(ngày|hôm)] <d>.<m>", dotted).sure(0.7),
    rule("day month year", "[(ngày|hôm)] <dn> tháng <mn> [,] (năm <y>|<y>)", day_month_year),
    rule("day month year", "[(ngày|hôm)] <dn> tháng <mn>(/|-)<y>", point),
    rule("day month", "(ngày|hôm) <dn> tháng <mn>", point),
    rule("day month", "[(ngày|hôm)] <dn> tháng <mname>", point),
    rule("day month", "<d> tháng <m>", unnamed).sure(0.8),
    rule("day month", "<d> tháng <mword>", unnamed_in_words).sure(0.7),
    rule("day - month", "(ngày|hôm|<part>) <d> - <m>", spaced).sure(0.7),
    rule("month day", "tháng <m> ngày <d>", point),
    rule(SHARED_DAY, "<part> [ngày] <d>", shared_day).sure(0.7),
    rule("day of the month", "(ngày|hôm|đêm) <d>", day_alone).sure(0.8),
    rule("day of the month", "(ngày|hôm) <dn>", day_in_words).sure(0.6),
    rule(
        "several weekdays",
        "[(các|những|vào)] [ngày] thứ <wdn>, <wdn>[, <wdn>][ (và|hoặc) <wdn>]",
        weekdays,
    ),
    rule("several weekdays", "[(các|những|vào)] [ngày] thứ <wdn> (và|,) <wdn>", weekdays).sure(0.8),
    rule(
        "day of a month from now",
        "[(ngày|hôm)] [(mùng|mồng)] <d> tháng <month-now>",
        day_of_counted,
    ),
    rule(
        "day of a month of a year from now",
        "[(ngày|hôm)] [(mùng|mồng)] <d> tháng <mn> năm <year-now>",
        point,
    ),
    rule("day/month of a year from now", "[(ngày|hôm)] <d>(/|-)<m> năm <year-now>", point),
    rule(
        "several days",
        "[(từ|các)] [ngày] <d> (và|đến|tới|hoặc|hay|,) [ngày] <d>(/|-)<m>[(/|-)<y>]",
        days,
    ),
    rule(
        "several days",
        "[(từ|các)] [ngày] <d> (và|đến|tới|hoặc|hay|,) [ngày] <d> tháng <m> [năm <y>]",
        days,
    ),
    rule("several days", "[(từ|các)] [ngày] <d>, <d> (và|,|hoặc) <d>(/|-)<m>[(/|-)<y>]", days),
    rule("several days", "[(từ|các)] [ngày] <d>, <d> (và|,|hoặc) <d> tháng <m> [năm <y>]", days),
    rule("several days", "[(từ|các)] [ngày] <d>, <d>, <d> (và|,) <d>(/|-)<m>[(/|-)<y>]", days),
    rule("first days", "[(ngày|hôm)] (mùng|mồng) <d10> [tháng <mn>]", point),
    rule("first days", "[ngày] (mùng|mồng) <d10> tháng <mn> năm (<y>|<year-now>)", point),
    rule("first days", "[ngày] (mùng|mồng) <d>/<m>[/<y>]", point),
    rule("today a year ago", "ngày này năm <year-now>", same_day),
    rule("days of a month", "[(ngày|hôm)] <d2>-<d>(/|.)<m>[(/|.)<y>]", day_range),
    rule("days of a month", "[ngày] <d2>-<d> tháng <mn> [năm <y>]", day_range),
    rule("days of two months", "[(ngày|hôm)] <d2>/<m2>-<d>/<m>[/<y>]", date_range),
    rule("days of two months", "[(ngày|hôm)] <d2>/<m2>/<y2>-<d>/<m>/<y>", date_range),
    rule("weekday", "[(hôm|ngày)] <wd>", weekday),
    rule("weekday of a week", "[(hôm|ngày)] <wd> tuần <week-now>", point),
    rule(
        "nth weekday of a month",
        "[ngày] <wd> (đầu tiên|cuối cùng) [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        nth_weekday,
    ),
    rule(
        "last day of a month",
        "ngày (đầu tiên|cuối cùng|cuối) [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        end_of_month,
    ),
    rule("day/month name/year", "<d>/tháng (<m>|<mname>|<mn>)/<y>", point),
    rule("this weekday", "[(hôm|ngày)] <wd> <this>", point),
    rule("weekday with direction", "[(hôm|ngày)] <wd> <direction>", directed),
    rule("day/month with direction", "[(ngày|hôm)] <d>(/|-)<m> <direction>", directed),
    rule("day month with direction", "ngày [(mùng|mồng)] <dn> tháng <mn> <direction>", directed),
];

/// `11 tháng năm 2018` is eleven months and no day in May.
fn day_month_year(found: &Found<'_>) -> Option<Meaning> {
    let month = found.tokens_of(Slot::Month)?;
    let year = found.tokens_of(Slot::Year)?;
    let months = found.stream.word(month.start) == "năm" && month.end == year.start;
    let named = matches!(found.stream.word(found.tokens.start), "ngày" | "hôm");
    (named || !months).then(|| point(found))?
}

/// `20/5-2022` is two things.
fn same_separator(found: &Found<'_>) -> Option<Meaning> {
    let day = found.tokens_of(Slot::Day)?;
    let month = found.tokens_of(Slot::Month)?;
    let same = found.stream.word(day.end) == found.stream.word(month.end);
    same.then(|| point(found))?
}

/// `tối 30.7`: only after a word for a day or a part of it, since `3.5` is a number.
fn dotted(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.is_letters(found.tokens.start);
    let part =
        ["sáng", "trưa", "chiều", "tối", "đêm", "qua", "nay", "mai"].contains(&found.before(1));
    (named || part).then(|| point(found))?
}

fn short_year(found: &Found<'_>) -> Option<Meaning> {
    // `3.1.22` may be a version, `1-2-03` a number.
    let dots = found.stream.word(found.tokens_of(Slot::Day)?.end) == ".";
    (!dots).then(|| same_separator(found))?
}

/// `30 tháng 4`, unless a street is called so; one may go to hospital on it.
fn unnamed(found: &Found<'_>) -> Option<Meaning> {
    let verb =
        found.before(1) == "viện" && matches!(found.before(2), "vào" | "nhập" | "ra" | "xuất");
    (verb || !NAMED.contains(&found.before(1))).then(|| point(found))?
}

/// `8 tháng tám`, if nothing follows that the word would count.
fn unnamed_in_words(found: &Found<'_>) -> Option<Meaning> {
    let ends = !found.stream.is_letters(found.tokens.end) || found.after() == "năm";
    ends.then(|| unnamed(found))?
}

/// `ngày 3 - 8`: not the beginning of `3 - 8/5` or `3 - 8 tháng 5`.
fn spaced(found: &Found<'_>) -> Option<Meaning> {
    let more = matches!(found.after(), "/" | "-" | "tháng" | "." | ":" | "h" | "giờ");
    let end =
        found.stream.follows(found.tokens.end + 1) && found.stream.is_digits(found.tokens.end + 1);
    (!more || (matches!(found.after(), "." | ":") && !end)).then(|| point(found))?
}

/// The name of the rule for a day whose month another one after it names.
pub(in crate::detect::date) const SHARED_DAY: &str = "part and day alone";

/// `chiều 11` in `từ chiều 11 đến sáng 13/7`; `Trưa 15, …` at the beginning of a sentence.
fn shared_day(found: &Found<'_>) -> Option<Meaning> {
    let (stream, end) = (found.stream, found.tokens.end);
    let begins = stream.lex(found.tokens.start).capital
        && found.after() == ","
        && !stream.is_digits(end + 1);
    let parts = ["sáng", "trưa", "chiều", "tối", "đêm", "rạng", "khuya"];
    // `từ 22 giờ đêm 15 đến 5 giờ sáng 16/7`.
    let hour = matches!(found.after(), "đến" | "tới" | "-")
        && stream.is_digits(end + 1)
        && matches!(stream.next(end + 2), "giờ" | "h" | "g");
    let listed = hour
        || parts.contains(&found.after())
        || (matches!(found.after(), "," | "và" | "đến" | "tới" | "-")
            && parts.contains(&stream.next(end + 1)));
    (begins || listed).then(|| point(found))?
}

/// `ngày mười lăm`: with ten or more, since `ngày hai` may go on.
fn day_in_words(found: &Found<'_>) -> Option<Meaning> {
    let said = found.get(Slot::Day)? > 10 && found.stream.is_letters(found.tokens.end - 1);
    (said && !found.stream.is_letters(found.tokens.end)).then(|| point(found))?
}

fn weekdays(found: &Found<'_>) -> Option<Meaning> {
    // `23h thứ Bảy, hai xe khách`: the second one only counts.
    let named = |it: &Value| {
        let word = found.stream.lex(it.tokens.start);
        word.capital || word.digits > 0
    };
    let mut listed = found.slots.iter().filter(|it| it.slot == Slot::Weekday).map(named);
    if listed.next() == Some(true) && !listed.all(|it| it) {
        return None;
    }
    let mut res = several(found, Slot::Weekday, &["các", "những", "vào"])?;
    let each = matches!(found.stream.word(found.tokens.start), "các" | "những");
    if let Meaning::Several(items) = &mut res {
        let each = each || items.len() > 2;
        let points = items.iter_mut().filter_map(|it| it.1.point_mut());
        points.for_each(|it| it.set = each);
    }
    Some(res)
}

/// `thứ Sáu tới`, but not the beginning of `thứ Sáu tới Chủ nhật`, `Chủ nhật trước trận`,
/// `20/7 qua điện thoại`.
pub(super) fn directed(found: &Found<'_>) -> Option<Meaning> {
    let date = found.get(Slot::Weekday).is_none();
    let leads_on = match found.stream.word(found.tokens.end - 1) {
        "tới" => leads_to_an_end(found),
        "trước" => date || found.stream.is_letters(found.tokens.end),
        "qua" => found.stream.is_letters(found.tokens.end),
        _ => false,
    };
    let fits = !(leads_on || date && is_measured(found));
    fits.then(|| point(found))?
}

/// The first or the last such weekday.
fn nth_weekday(found: &Found<'_>) -> Option<Meaning> {
    let last = found.tokens.clone().any(|it| found.stream.word(it) == "cuối");
    Some(Meaning::Point(Point { nth: if last { -1 } else { 1 }, ..fields(found)? }))
}

/// The first or the last day; which one that is depends on the month.
fn end_of_month(found: &Found<'_>) -> Option<Meaning> {
    let res = fields(found)?;
    let first = found.stream.word(found.tokens.start + 1) == "đầu";
    let last = match res.month.known()? {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Some(Meaning::Point(Point { day: Num::Is(if first { 1 } else { last }), ..res }))
}

/// `5, 7 và 9/8`; `8,5/10` is a mark with its decimals.
fn days(found: &Found<'_>) -> Option<Meaning> {
    let (stream, next) = (found.stream, found.tokens.start + 1);
    let joined = stream.touches(next) && stream.touches(next + 1);
    let decimal = joined && stream.is_digits(next - 1) && stream.word(next) == ",";
    (!decimal).then(|| several(found, Slot::Day, &["từ", "các"]))?
}

/// `ngày 15 tháng trước`, but not the fifth of `5 tháng trước`.
fn day_of_counted(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.is_letters(found.tokens.start);
    named.then(|| point(found))?
}

/// `ngày này năm ngoái`.
fn same_day(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { same_day: true, ..fields(found)? }))
}

/// `ngày 15`, if no count follows: `ngày 8 tiếng`.
fn day_alone(found: &Found<'_>) -> Option<Meaning> {
    let counted = [
        "tiếng", "giờ", "lần", "bữa", "người", "ca", "triệu", "nghìn", "tháng", "ngày", "năm",
        "tuần",
    ];
    // `Đêm 8, rạng sáng 9/8`, but not `đêm 5 triệu đồng`.
    let night = found.stream.word(found.tokens.start) == "đêm" && found.after() != ",";
    let number = found.before(1) == "số" || night;
    let part = (found.stream.word(found.tokens.start) == "đêm").then_some(Part::Night);
    let point = Point { part, ..fields(found)? };
    (!number && !counted.contains(&found.after())).then_some(Meaning::Point(point))
}

/// Before or beside a weekday.
const WEEKDAY_LEADS: &[&str] = &[
    "sáng", "trưa", "chiều", "tối", "đêm", "vào", "từ", "đến", "tới", "hôm", "mỗi", "các", "và",
    "(", "nay", "qua", "trước", "sau",
];

/// A weekday and no ordinal: `thứ hai` is also «second».
fn weekday(found: &Found<'_>) -> Option<Meaning> {
    let tokens = found.tokens_of(Slot::Weekday)?;
    let stream = found.stream;
    // `ngày thứ năm` is the fifth day rather.
    let day = stream.word(found.tokens.start) == "ngày";
    let led =
        (tokens.start > found.tokens.start && !day) || WEEKDAY_LEADS.contains(&found.before(1));
    let named = stream.lex(tokens.end - 1).capital && !stream.lex(tokens.start).upper
        || (day && stream.is_digits(tokens.end - 1));
    let listed = matches!(found.after(), "," | "và" | "đến" | "tới" | "-") && {
        let next = tokens.end + 1;
        let range = matches!(found.after(), "đến" | "tới" | "-");
        stream.word(next) == "thứ"
            && (range || stream.is_digits(next + 1) || stream.lex(next + 1).capital)
    };
    let clock = stream.follows(tokens.start)
        && (matches!(found.before(1), "h" | "g" | "giờ" | "phút")
            || (found.before(2) == "h" || found.before(2) == ":") && !found.before(1).is_empty());
    let ranged = matches!(found.before(1), "đến" | "tới" | "-") && matches!(found.before(3), "thứ");
    let sunday = stream.word(tokens.start) != "thứ";
    let dated = match found.after() {
        "," => stream.is_digits(tokens.end + 1) || stream.word(tokens.end + 1) == "ngày",
        "(" => stream.is_digits(tokens.end + 1),
        it => stream.is_digits(tokens.end) || ["ngày", "tuần", "hằng", "hàng", "này"].contains(&it),
    };
    let told = led || named || listed || sunday || dated || clock || ranged || found.is_all();
    told.then_some(())?;
    Some(Meaning::Point(Point { set: is_weekly(found), ..fields(found)? }))
}

/// Tokens before a weekday in which `hằng tuần` speaks for it.
const WEEKLY: usize = 14;

/// `nghỉ Chủ nhật`, `mỗi tuần hai chuyến, vào thứ Ba và thứ Năm`: every week.
fn is_weekly(found: &Found<'_>) -> bool {
    let off = matches!(found.before(1), "trừ" | "nghỉ");
    let each = |by: usize| {
        found.before(by) == "tuần" && matches!(found.before(by + 1), "mỗi" | "hằng" | "hàng")
    };
    let words = (1..WEEKLY).take_while(|by| !matches!(found.before(*by), "" | "." | ";"));
    off || words.into_iter().any(each)
}

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::Vi;
    use crate::detect::date::check::values;

    #[test]
    fn days_and_what_looks_like_them() {
        let cases = [
            ("ngày 20 tháng 5 năm 2022", "2022-05-20"),
            ("20-5-2022", "2022-05-20"),
            ("ngày 13/7", "2022-07-13"),
            ("Thứ Sáu, 20/05/2022", "2022-05-20"),
            ("từ 2 đến 5/9/2022", "2022-09-02 2022-09-05"),
            ("20-22/5", "2022-05-20/2022-05-22"),
            ("ngày 9/8", "2022-08-09"),
            ("99999999999/13", ""),
            ("lần thứ tư", ""),
            ("2/3 dân số", ""),
            ("thắng 3-1", ""),
            ("đường 3/2", ""),
            ("số 15/2021/NĐ-CP", ""),
            ("31/2/2022", ""),
        ];
        values(Vi, &cases);
    }
}

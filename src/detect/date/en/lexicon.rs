//! English words with the numbers they stand for.

use crate::detect::date::context::mark::{BIRTH, FUTURE, GOAL, PAST};
use crate::detect::date::grammar::Class;
use crate::detect::date::grammar::Read::{self, Amount, Digits, Number, Ordinal, Table};
use crate::detect::date::holiday::{after_nth, easter, fixed, nth, tet};
use crate::detect::date::slot::Slot;

const fn class(name: &'static str, slot: Slot, read: Read) -> Class {
    Class { name, slot, read }
}

/// Kinds of numbers. Short names, since patterns are full of them.
pub(super) const NUMBERS: &[Class] = &[
    class("d", Slot::Day, Digits(1, 2, 1, 31)),
    class("d2", Slot::Day2, Digits(1, 2, 1, 31)),
    class("dth", Slot::Day, Ordinal(31)),
    class("ymd", Slot::Year, Digits(8, 8, 19_000_101, 20_991_231)),
    class("yymmdd", Slot::Year, Digits(6, 6, 500_101, 991_231)),
    class("dword", Slot::Day, Number(1, 31)),
    class("m", Slot::Month, Digits(1, 2, 1, 12)),
    class("m2", Slot::Month2, Digits(1, 2, 1, 12)),
    class("y", Slot::Year, Digits(4, 4, 1000, 2999)),
    class("y2", Slot::Year2, Digits(4, 4, 1000, 2999)),
    class("y3", Slot::Year, Digits(1, 4, 1, 9999)),
    class("yy2", Slot::Year2, Digits(2, 2, 0, 99)),
    class("yy", Slot::ShortYear, Digits(2, 2, 0, 99)),
    class("h", Slot::Hour, Digits(1, 2, 0, 24)),
    class("hn", Slot::Hour, Number(1, 12)),
    class("hr", Slot::Hour, Number(0, 24)),
    class("hr2", Slot::Hour2, Number(0, 24)),
    class("mi", Slot::Minute, Digits(2, 2, 0, 59)),
    class("mi2", Slot::Minute2, Digits(2, 2, 0, 59)),
    class("min", Slot::Minute, Number(1, 59)),
    class("s", Slot::Second, Digits(2, 2, 0, 59)),
    class("hmm", Slot::HourMinute, Digits(3, 4, 100, 1259)),
    class("hhmm2", Slot::Minute2, Digits(4, 4, 0, 2400)),
    class("hhmm", Slot::HourMinute, Digits(4, 4, 0, 2400)),
    class("tail", Slot::ShortYear, Number(0, 99)),
    class("zh", Slot::Zone, Digits(2, 2, 0, 14)),
    class("zm", Slot::ZoneMinute, Digits(2, 2, 0, 59)),
    class("mm", Slot::Month, Digits(2, 2, 1, 12)),
    class("ww1", Slot::Week, Digits(1, 2, 1, 53)),
    class("ww", Slot::Week, Digits(2, 2, 1, 53)),
    class("n", Slot::Amount, Amount),
    class("n2", Slot::Amount2, Amount),
    class("nth", Slot::Nth, Ordinal(31)),
    class("cent", Slot::Century, Ordinal(30)),
    class("tens", Slot::Decade, Digits(2, 2, 0, 99)),
    class("qn", Slot::Quarter, Digits(1, 1, 1, 4)),
    class("hf", Slot::Half, Digits(1, 1, 1, 2)),
];

/// Words and phrases.
pub(super) const NAMES: &[Class] = &[
    class("month", Slot::Month, Table(MONTHS)),
    class("month2", Slot::Month2, Table(MONTHS)),
    class("wd", Slot::Weekday, Table(WEEKDAYS)),
    class("wd2", Slot::Weekday2, Table(WEEKDAYS)),
    class("wds", Slot::Weekday, Table(WEEKDAYS_PLURAL)),
    class("part", Slot::Part, Table(PARTS)),
    class("season", Slot::Season, Table(SEASONS)),
    class("quarter", Slot::Quarter, Table(QUARTERS)),
    class("half", Slot::Half, Table(HALVES)),
    class("unit", Slot::Unit, Table(UNITS)),
    class("unit2", Slot::Unit2, Table(UNITS)),
    class("one-unit", Slot::Unit, Table(UNIT)),
    class("meridiem", Slot::Meridiem, Table(MERIDIEM)),
    class("meridiem2", Slot::Meridiem2, Table(MERIDIEM)),
    class("to", Slot::Nothing, Table(TO)),
    class("zone", Slot::Zone, Table(ZONES)),
    class("zone-unknown", Slot::Nothing, Table(ZONES_UNKNOWN)),
    class("parts", Slot::Part, Table(PARTS_PLURAL)),
    class("day-now", Slot::DayNow, Table(DAY_NOW)),
    class("year-now", Slot::YearNow, Table(NOW)),
    class("quarter-now", Slot::QuarterNow, Table(NOW)),
    class("month-now", Slot::MonthNow, Table(NOW)),
    class("week-now", Slot::WeekNow, Table(NOW)),
    class("now", Slot::Direction, Table(NOW)),
    class("early", Slot::Nothing, Table(EARLY)),
    class("decade", Slot::Decade, Table(DECADES)),
    class("holiday", Slot::Holiday, Table(HOLIDAYS)),
];

#[rustfmt::skip]
pub(super) const MONTHS: &[(&str, i64)] = &[
    ("january", 1), ("february", 2), ("^march", 3), ("april", 4), ("^may", 5), ("june", 6), ("july", 7),
    ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ("jan", 1), ("feb", 2), ("^mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
    ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ("jan.", 1), ("feb.", 2), ("^mar.", 3), ("apr.", 4), ("jun.", 6), ("jul.", 7), ("aug.", 8), ("sep.", 9),
    ("sept.", 9), ("oct.", 10), ("nov.", 11), ("dec.", 12),
];

#[rustfmt::skip]
const WEEKDAYS: &[(&str, i64)] = &[
    ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
    ("^mon", 1), ("^tue", 2), ("^tues", 2), ("^wed", 3), ("^thu", 4), ("^thur", 4), ("^thurs", 4), ("^fri", 5),
    ("^mon.", 1), ("^tue.", 2), ("^tues.", 2), ("^wed.", 3), ("^thu.", 4), ("^thur.", 4), ("^thurs.", 4), ("^fri.", 5),
    ("^sat.", 6), ("^sun.", 7), ("^sat", 6), ("^sun", 7), ("^weds", 3), ("^weds.", 3),
];

/// What stands between the ends of a stretch of hours.
#[rustfmt::skip]
const TO: &[(&str, i64)] = &[("to", 0), ("until", 0), ("till", 0), ("til", 0), ("and", 0), ("or", 0), ("-", 0)];

#[rustfmt::skip]
const WEEKDAYS_PLURAL: &[(&str, i64)] = &[
    ("mondays", 1), ("tuesdays", 2), ("wednesdays", 3), ("thursdays", 4), ("fridays", 5), ("saturdays", 6),
    ("sundays", 7),
];

/// Numbers of [`crate::detect::date::point::Part`].
#[rustfmt::skip]
const PARTS: &[(&str, i64)] = &[
    ("morning", 0), ("afternoon", 2), ("evening", 3), ("night", 4),
    ("early morning", 0), ("late morning", 0), ("early afternoon", 2), ("late afternoon", 2),
    ("early evening", 3), ("late evening", 3), ("late night", 4), ("early-morning", 0), ("late-morning", 0),
    ("early-afternoon", 2), ("late-afternoon", 2), ("early-evening", 3), ("late-evening", 3), ("late-night", 4),
    ("mid-morning", 0), ("mid-afternoon", 2), ("midmorning", 0), ("midafternoon", 2), ("mid morning", 0),
    ("mid afternoon", 2), ("lunchtime", 1), ("lunch time", 1), ("nighttime", 4), ("daytime", 5), ("early night", 4),
    ("early-night", 4), ("dawn", 0), ("dusk", 3), ("nightfall", 4),
];

/// Of the northern half of the world.
const SEASONS: &[(&str, i64)] = &[
    ("spring", 0),
    ("springtime", 0),
    ("summer", 1),
    ("summertime", 1),
    ("autumn", 2),
    ("fall", 2),
    ("winter", 3),
    ("wintertime", 3),
];

const QUARTERS: &[(&str, i64)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("4th", 4),
];

const HALVES: &[(&str, i64)] =
    &[("first", 1), ("second", 2), ("latter", 2), ("1st", 1), ("2nd", 2)];

/// Numbers of [`crate::detect::date::unit::Unit`].
#[rustfmt::skip]
const UNITS: &[(&str, i64)] = &[
    ("centuries", 0), ("decades", 1), ("years", 2), ("quarters", 3), ("months", 4), ("weeks", 5), ("days", 6),
    ("hours", 7), ("hrs", 7), ("minutes", 8), ("mins", 8), ("seconds", 9), ("secs", 9), ("nights", 6),
    ("fortnights", 11), ("weekends", 12),
    ("century", 0), ("decade", 1), ("year", 2), ("quarter", 3), ("month", 4), ("week", 5), ("day", 6), ("hour", 7),
    ("minute", 8), ("second", 9), ("night", 6), ("fortnight", 11), ("weekend", 12), ("yr", 2), ("yrs", 2),
    ("hr", 7), ("min", 8), ("sec", 9),
];

#[rustfmt::skip]
const UNIT: &[(&str, i64)] = &[
    ("century", 0), ("decade", 1), ("year", 2), ("quarter", 3), ("month", 4), ("week", 5), ("day", 6), ("hour", 7),
    ("minute", 8), ("second", 9), ("night", 6), ("fortnight", 11), ("weekend", 12),
];

const MERIDIEM: &[(&str, i64)] = &[
    ("am", 0),
    ("pm", 1),
    ("a.m.", 0),
    ("p.m.", 1),
    ("a.m", 0),
    ("p.m", 1),
    ("a. m.", 0),
    ("p. m.", 1),
    ("a . m .", 0),
    ("p . m .", 1),
    ("a . m", 0),
    ("p . m", 1),
];

/// Minutes east of Greenwich of the abbreviations that have one offset.
#[rustfmt::skip]
const ZONES: &[(&str, i64)] = &[
    ("^est", -300), ("^edt", -240), ("^cst", -360), ("^cdt", -300), ("^mst", -420), ("^mdt", -360), ("^pst", -480),
    ("^pdt", -420), ("^gmt", 0), ("^utc", 0), ("^bst", 60), ("^cet", 60), ("^cest", 120), ("^jst", 540),
];

/// Summer or winter is not said.
const ZONES_UNKNOWN: &[(&str, i64)] = &[("^et", 0), ("^ct", 0), ("^mt", 0), ("^pt", 0)];

const PARTS_PLURAL: &[(&str, i64)] =
    &[("mornings", 0), ("afternoons", 2), ("evenings", 3), ("nights", 4)];

const DAY_NOW: &[(&str, i64)] = &[
    ("today", 0),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("tmrw", 1),
    ("tmr", 1),
    ("the day after tomorrow", 2),
    ("the day after tmrw", 2),
    ("day after tomorrow", 2),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
];

#[rustfmt::skip]
const NOW: &[(&str, i64)] = &[
    ("this", 0), ("last", -1), ("next", 1), ("this past", -1), ("this coming", 1), ("the current", 0), ("the coming", 1),
    ("current", 0), ("previous", -1), ("past", -1), ("coming", 1), ("upcoming", 1), ("the upcoming", 1),
];

/// What stands before a stretch of time and says which piece of it.
#[rustfmt::skip]
const EARLY: &[(&str, i64)] = &[
    ("early", 0), ("late", 0), ("mid", 0), ("mid-", 0), ("earlier", 0), ("later", 0),
    ("the end of", 0), ("the beginning of", 0), ("the start of", 0), ("the middle of", 0), ("the close of", 0),
    ("the early part of", 0), ("the latter part of", 0), ("year-end", 0), ("the turn of", 0), ("the early hours of", 0), ("the small hours of", 0),
    ("the month of", 0), ("the year", 0),
];

const DECADES: &[(&str, i64)] = &[
    ("twenties", 192),
    ("thirties", 193),
    ("forties", 194),
    ("fifties", 195),
    ("sixties", 196),
    ("seventies", 197),
    ("eighties", 198),
    ("nineties", 199),
    ("noughties", 200),
    ("two thousands", 200),
    ("twenty-tens", 201),
];

#[rustfmt::skip]
const HOLIDAYS: &[(&str, i64)] = &[
    ("christmas", fixed(12, 25)), ("christmas day", fixed(12, 25)), ("christmas eve", fixed(12, 24)),
    ("boxing day", fixed(12, 26)), ("new year's day", fixed(1, 1)), ("new year's eve", fixed(12, 31)),
    ("new years eve", fixed(12, 31)), ("new year eve", fixed(12, 31)), ("new years day", fixed(1, 1)), ("new year", fixed(1, 1)),
    ("saint patrick's day", fixed(3, 17)), ("international workers' day", fixed(5, 1)),
    ("remembrance day", fixed(11, 11)), ("anzac day", fixed(4, 25)),
    ("^valentine's day", fixed(2, 14)), ("^st. patrick's day", fixed(3, 17)), ("^st patrick's day", fixed(3, 17)),
    ("april fools' day", fixed(4, 1)), ("april fool's day", fixed(4, 1)), ("earth day", fixed(4, 22)),
    ("may day", fixed(5, 1)), ("independence day", fixed(7, 4)), ("the fourth of july", fixed(7, 4)),
    ("fourth of july", fixed(7, 4)), ("halloween", fixed(10, 31)), ("all saints' day", fixed(11, 1)),
    ("veterans day", fixed(11, 11)), ("armistice day", fixed(11, 11)), ("bastille day", fixed(7, 14)),
    ("juneteenth", fixed(6, 19)), ("guy fawkes night", fixed(11, 5)),
    ("cinco de mayo", fixed(5, 5)), ("epiphany", fixed(1, 6)), ("ash wednesday", easter(-46)),
    ("palm sunday", easter(-7)), ("maundy thursday", easter(-3)), ("good friday", easter(-2)),
    ("easter", easter(0)), ("easter sunday", easter(0)), ("easter day", easter(0)), ("easter monday", easter(1)),
    ("pentecost", easter(49)), ("whit monday", easter(50)), ("shrove tuesday", easter(-47)), ("mardi gras", easter(-47)),
    ("martin luther king day", nth(1, 3, 1)), ("martin luther king jr. day", nth(1, 3, 1)), ("mlk day", nth(1, 3, 1)),
    ("presidents' day", nth(2, 3, 1)), ("president's day", nth(2, 3, 1)), ("presidents day", nth(2, 3, 1)), ("memorial day", nth(5, -1, 1)),
    ("election day", after_nth(11, 1, 1)),
    ("labor day", nth(9, 1, 1)), ("columbus day", nth(10, 2, 1)), ("thanksgiving", nth(11, 4, 4)),
    ("thanksgiving day", nth(11, 4, 4)), ("black friday", after_nth(11, 4, 4)), ("mother's day", nth(5, 2, 7)),
    ("mothers' day", nth(5, 2, 7)), ("father's day", nth(6, 3, 7)), ("fathers' day", nth(6, 3, 7)),
    ("lunar new year", tet(0)),
];

/// Amounts that nobody can know.
pub(super) const VAGUE: &[&str] = &[
    "several",
    "many",
    "few",
    "a few",
    "some",
    "a number of",
    "dozens of",
    "scores of",
    "hundreds of",
    "thousands of",
    "countless",
    "numerous",
    "multiple",
    "a handful of",
];

/// Amounts that are no number words.
pub(super) const AMOUNTS: &[(&str, i64)] =
    &[("a couple", 2000), ("a couple of", 2000), ("couple of", 2000), ("couple", 2000)];

/// What words say about the expressions around them. Verbs in `-ed` tell of the past.
#[rustfmt::skip]
pub(super) const MARKS: &[(u8, &[&str])] = &[
    (FUTURE, &[
        "will", "shall", "due", "plans", "plan", "expected", "expects", "expect", "scheduled", "upcoming", "next", "ll", "planned",
        "should", "must", "intends", "hopes", "aims", "deadline", "begins", "starts", "would", "opens", "meets", "takes",
        "until", "payable", "runs", "expires", "closes", "close", "ends", "later", "goes", "can", "could", "till",
    ]),
    (PAST, &[
        "was", "were", "had", "did", "said", "has", "have", "been", "ago", "fell", "rose", "came", "went", "took",
        "made", "died", "won", "lost", "began", "last", "met", "left", "held", "broke", "shrank", "grew", "cost", "told",
        "found", "gave", "ran", "saw", "brought", "bought", "sold", "spent", "struck", "hit", "shot", "led", "became",
        "got", "knew", "wrote", "sent", "gave", "drew", "stood", "sat",
        "paid", "rang", "swam", "sang", "drank", "ate", "chose", "stole", "spoke", "woke", "wore", "tore", "bore", "swore",
        "threw", "blew", "caught", "taught", "thought", "felt", "dealt", "meant", "slept", "swept", "bent", "lent", "sought",
        "slid", "stuck", "hung", "swung", "rode", "heard", "dug", "hid", "bit", "laid", "fled", "fed", "sped", "shone", "built", "burst", "shook", "froze", "sank", "flew", "drove", "fought", "kept",
    ]),
    (GOAL, &["by", "until", "target", "vision", "before", "than", "compared"]),
    (BIRTH, &["born", "aged", "act", "law"]),
];

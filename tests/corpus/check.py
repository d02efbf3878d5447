#!/usr/bin/env python3
"""Check the date corpus: notation, headers, values, counts, duplicates.

    python3 tests/corpus/check.py [file or folder …]

Exits with 1 and names file and line if anything is wrong.
"""

import datetime
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
HEADERS = {"id", "language", "reference", "kind", "text", "source"}
LABELS = {"DATE"}

YEAR = r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX)"
MONTH = r"(?:0[1-9]|1[0-2]|XX)"
DAY = r"(?:0[1-9]|[12]\d|3[01]|XX)"
WEEK = r"W(?:0[1-9]|[1-4]\d|5[0-3]|XX)"
ZONE = r"(?:Z|[+-]\d\d:\d\d)"
CLOCK = rf"T(?:(?:[01]\d|2[0-3]|XX):(?:[0-5]\d|XX)(?::[0-5]\d)?|24:00){ZONE}?"
PART = r"T(?:MO|MI|AF|EV|NI|DT)"
AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
POINT = [
    re.compile(rf"{YEAR}-{MONTH}-{DAY}(?:{CLOCK}|{PART})?"),
    re.compile(rf"{YEAR}-{MONTH}"),
    re.compile(YEAR),
    re.compile(r"\d{2,3}"),  # century, decade
    re.compile(r"BC\d{4}"),
    re.compile(rf"{YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)"),
    re.compile(rf"{YEAR}-{WEEK}(?:-(?:WE|[1-7](?:{CLOCK}|{PART})?))?"),
]
DURATION = re.compile(
    rf"P(?=.)(?:{AMOUNT}Y)?(?:{AMOUNT}M)?(?:{AMOUNT}W)?(?:{AMOUNT}D)?"
    rf"(?:T(?=.)(?:{AMOUNT}H)?(?:{AMOUNT}M)?(?:{AMOUNT}S)?)?"
)
VAGUE = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
DAY_OF = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
WEEK_OF = re.compile(r"(\d{4})-W(\d\d)")


def value_error(value, is_set):
    """What is wrong with a value, or None."""
    ends = value.split("/")
    if len(ends) > 2:
        return "more than two ends"
    kinds = []
    for end in ends:
        if end in VAGUE:
            if is_set or len(ends) == 2:
                return "vague value in a set or range"
            kinds.append("vague")
            continue
        if DURATION.fullmatch(end):
            kinds.append("duration")
            continue
        if not any(it.fullmatch(end) for it in POINT):
            return "not a TIMEX3 value"
        kinds.append("point")
        day = DAY_OF.match(end)
        if day:
            try:
                datetime.date(*map(int, day.groups()))
            except ValueError:
                return "no such day"
        elif re.match(r"XXXX-(\d\d)-(\d\d)", end):
            month, number = int(end[5:7]), int(end[8:10])
            try:
                datetime.date(2000, month, number)
            except ValueError:
                return "no such day"
        week = WEEK_OF.match(end)
        if week:
            try:
                datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            except ValueError:
                return "no such week"
    if len(set(kinds)) > 1:
        return "ends of different kinds"
    if len(ends) == 2 and kinds[0] == "point" and "X" not in value:
        # A range that closes a day may name its hour only as 24:00.
        if len(ends[0]) == len(ends[1]) and not ends[0].startswith("BC") and ends[0] >= ends[1]:
            return "range runs backwards"
    return None


class Broken(Exception):
    pass


def parse(line):
    """The plain text of a line and its mentions (start, end, label, type, value)."""
    plain, open_at, found, pos = [], [], [], 0
    while pos < len(line):
        char = line[pos]
        if char == "\\":
            if pos + 1 == len(line) or line[pos + 1] not in "[]\\":
                raise Broken("stray backslash")
            plain.append(line[pos + 1])
            pos += 2
        elif char == "[":
            open_at.append(len(plain))
            pos += 1
        elif char == "]":
            if not open_at:
                raise Broken("] without [")
            mark = re.compile(r"\(([^()]*)\)").match(line, pos + 1)
            if not mark:
                raise Broken("] without (LABEL …)")
            words = mark[1].split(" ")
            label = words[0].removesuffix("?")
            if label not in LABELS:
                raise Broken(f"unknown label {words[0]!r}")
            is_set = len(words) == 3 and words[1] == "SET"
            if not (len(words) == 2 or is_set):
                raise Broken(f"not LABEL [SET] value: {mark[1]!r}")
            error = value_error(words[-1], is_set)
            if error:
                raise Broken(f"{words[-1]!r}: {error}")
            start = open_at.pop()
            surface = "".join(plain[start:])
            # A dot may end an abbreviation: `7 p.m.`, `Jan.`
            if not surface or surface != surface.strip() or surface[0] in ",.;:(" or surface[-1] in ",;:(":
                raise Broken(f"surface {surface!r} has no clean edges")
            if open_at:
                raise Broken("a date inside a date")
            found.append((start, len(plain), label, is_set, words[-1]))
            pos = mark.end()
        else:
            plain.append(char)
            pos += 1
    if open_at:
        raise Broken("[ without ]")
    return "".join(plain), found


def check(path, errors, seen):
    """Count of (texts, mentions, values with the reference missing) of one file."""
    negative = path.name.startswith("none_")
    texts = mentions = 0
    language = path.parent.name
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        errors.append(f"{path}: {error}")
        return 0, 0
    if lines[-1] != "":
        errors.append(f"{path}: no newline at the end")
    header, in_header, block_text = {}, True, []

    def close(number):
        nonlocal texts
        if "language" not in header or "reference" not in header:
            errors.append(f"{path}:{number}: block without language or reference")
        elif header["language"] != language:
            errors.append(f"{path}:{number}: language {header['language']} in {language}/")
        reference = header.get("reference", "none")
        if reference != "none":
            try:
                datetime.date.fromisoformat(reference)
            except ValueError:
                errors.append(f"{path}:{number}: reference {reference}")
        if header.get("text", "block") != "block":
            errors.append(f"{path}:{number}: text {header['text']}")
        if not block_text:
            errors.append(f"{path}:{number}: empty block")
        if header.get("text") == "block":
            texts += 1
            if not any(it for it in block_text) and not negative:
                errors.append(f"{path}:{number}: nothing annotated")
        else:
            texts += len(block_text)

    for number, line in enumerate(lines, 1):
        if number == len(lines) and line == "":
            break
        if line == "---":
            close(number)
            header, in_header, block_text = {}, True, []
            continue
        if in_header and line.startswith("#"):
            head = re.fullmatch(r"# ([a-z]+): (\S.*)", line)
            if not head or head[1] not in HEADERS or head[1] in header:
                errors.append(f"{path}:{number}: header {line!r}")
            else:
                header[head[1]] = head[2]
            continue
        in_header = False
        if not line.strip():
            if header.get("text") != "block":
                errors.append(f"{path}:{number}: empty line")
            continue
        try:
            plain, found = parse(line)
        except Broken as error:
            errors.append(f"{path}:{number}: {error}: {line}")
            block_text.append([])
            continue
        if found and negative:
            errors.append(f"{path}:{number}: a date in a file of negatives")
        if not found and not negative and header.get("text") != "block":
            errors.append(f"{path}:{number}: nothing annotated: {line}")
        block_text.append(found)
        mentions += len(found)
        if header.get("text") != "block":
            key = (re.sub(r"\s+", " ", unicodedata.normalize("NFC", plain)).strip().casefold(), header.get("reference"))
            if key in seen:
                errors.append(f"{path}:{number}: same text as {seen[key]}: {plain}")
            seen[key] = f"{path}:{number}"
    close(len(lines))
    return texts, mentions


def main(arguments):
    roots = [pathlib.Path(it) for it in arguments] or [HERE / "date"]
    paths = sorted(it for root in roots for it in ([root] if root.is_file() else root.rglob("*.txt")))
    errors, seen, totals = [], {}, {}
    for path in paths:
        texts, mentions = check(path, errors, seen)
        negative = path.name.startswith("none_")
        positives, negatives = totals.get(path.parent.name, (0, 0))
        totals[path.parent.name] = (positives + mentions, negatives + (texts if negative else 0))
        print(f"{path.parent.name}/{path.name}: {texts} texts, {mentions} mentions")
    for language, (positives, negatives) in sorted(totals.items()):
        print(f"{language}: {positives} positive, {negatives} negative")
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

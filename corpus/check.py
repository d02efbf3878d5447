#!/usr/bin/env python3
"""Checks the corpus: `python3 corpus/check.py [--review] [--suspects] [FILE …]`.

Without files it reads every part of the corpus. Errors go to standard error and make the exit status 1.
`--review` lists surfaces that are annotated in one place of an article and not, or differently, in another;
`--suspects` lists what a pattern finds odd (a title in a PER, a percentage without a QTY …). Both are
for a person to look at: what they list can be right.
"""

import argparse
import collections
import datetime
import pathlib
import re
import sys
import unicodedata
from dataclasses import dataclass, field

LABELS = ("PER", "ORG", "LOC", "DATE", "ROLE", "LAW", "EVENT", "QTY", "MISC")
HEADERS = {"id", "language", "reference", "source", "topic", "register", "split", "form"}
REQUIRED = HEADERS - {"form"}
SPLITS = ("train", "dev", "test")
SHINGLE = 8

# --- blocks and notation -------------------------------------------------------------------------


@dataclass
class Mention:
    """A span of the plain text, in code points."""

    start: int
    end: int
    label: str
    value: str
    certain: bool
    depth: int
    parent: "Mention | None" = None


@dataclass
class Article:
    """One block of a file."""

    where: str
    headers: dict
    text: str = ""
    mentions: list = field(default_factory=list)

    @property
    def name(self):
        return self.headers.get("id", self.where)

    def surface(self, mention):
        return self.text[mention.start : mention.end]


class NotationError(Exception):
    """What is wrong with a block's text, with the marked-up text about it."""


TAG = re.compile(r"\(([A-Z]+)(\?)?(?: ([^()\n]+))?\)")


def parse_marked(source):
    """Plain text and mentions, outermost first, of text in the notation."""
    text, mentions, open_at, i = [], [], [], 0
    while i < len(source):
        char = source[i]
        if char == "\\":
            if source[i + 1 : i + 2] not in ("[", "]", "\\"):
                raise NotationError(f"`\\` before `{source[i + 1 : i + 2]}`: {around(source, i)}")
            text.append(source[i + 1])
            i += 2
        elif char == "[":
            mention = Mention(len(text), -1, "", "", True, len(open_at), open_at[-1] if open_at else None)
            mentions.append(mention)
            open_at.append(mention)
            i += 1
        elif char == "]":
            tag = TAG.match(source, i + 1)
            if not open_at or not tag:
                raise NotationError(f"`]` without {'a label' if open_at else '`[`'}: {around(source, i)}")
            mention = open_at.pop()
            mention.end, mention.label = len(text), tag[1]
            mention.certain, mention.value = tag[2] is None, tag[3] or ""
            i = tag.end()
        else:
            text.append(char)
            i += 1
    if open_at:
        raise NotationError(f"`[` is never closed: {''.join(text[open_at[-1].start :])[:60]!r}")
    return "".join(text), mentions


def around(source, i):
    return repr(source[max(0, i - 40) : i + 30])


def read_file(path, errors):
    """The articles of a file; what cannot be read is an error."""
    articles, line_number = [], 1
    for block in re.split(r"(?m)^---\n", path.read_text(encoding="utf-8")):
        where = f"{path.name}:{line_number}"
        line_number += block.count("\n") + 1
        try:
            articles.append(read_block(block, where))
        except NotationError as error:
            errors.append(f"{where}: {error}")
    return articles


def read_block(block, where):
    headers, lines = {}, block.split("\n")
    while lines and (header := re.fullmatch(r"# (\w+): (.+)", lines[0])):
        headers[header[1]] = header[2]
        lines.pop(0)
    text, mentions = parse_marked("\n".join(lines).removesuffix("\n"))
    return Article(where, headers, text, mentions)


# --- values --------------------------------------------------------------------------------------

DURATION = re.compile(
    r"P(?=.)(?:{n}CE)?(?:{n}DE)?(?:{n}Y)?(?:{n}M)?(?:{n}W)?(?:{n}D)?(?:T(?=.)(?:{n}H)?(?:{n}M)?(?:{n}S)?)?".replace(
        "{n}", r"(?:X|\d+(?:\.\d+)?)"
    )
)
TIME = r"(?:T(?:MO|MI|AF|EV|NI|DT|(?:[01]\d|2[0-4]|XX)(?::(?:[0-5]\d|XX)(?::(?:[0-5]\d|XX))?)?(?:Z|[+-]\d\d(?::\d\d)?)?))?"
WITHIN = (
    r"(?:(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?|Q[1-4X]|H[12X]|SP|SU|FA|WI"
    r"|W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?)"
)
CALENDAR = re.compile(rf"(?:BC|FY)?(?:[\dX]{{4}}-{WITHIN}|[\dX]{{2,4}}){TIME}")
FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
QUANTITY = re.compile(r"\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?")


def value_fault(mention):
    """What is wrong with a mention's value, or nothing."""
    if mention.label == "DATE":
        return date_fault(mention.value)
    if mention.label == "QTY":
        return "" if not mention.value or QUANTITY.fullmatch(mention.value) else "not a number"
    return "only DATE and QTY have values" if mention.value else ""


def date_fault(value):
    kind, _, rest = value.rpartition(" ")
    if kind not in ("", "SET", "DATE", "TIME", "DURATION"):
        return f"unknown type {kind}"
    if rest in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"):
        return ""
    if rest.startswith("P"):
        return "" if DURATION.fullmatch(rest) else "not a duration"
    parts = rest.split("/")
    if len(parts) > 2 or not all(CALENDAR.fullmatch(it) for it in parts):
        return "not a TIMEX3 value"
    return next((f"no such day {it}" for it in parts if not is_real_day(it)), "")


def is_real_day(value):
    day = FULL_DAY.match(value)
    if not day:
        return True
    try:
        datetime.date(*map(int, day.groups()))
    except ValueError:
        return False
    return True


# --- checks of one article -----------------------------------------------------------------------

NO_EDGE = set(" \t\n\u00a0\u200b\"'“”‘’«»,;:!?…")


def is_wordy(char):
    return char.isalnum() or unicodedata.category(char).startswith("M")


def header_faults(article):
    headers = article.headers
    for key in sorted(REQUIRED - headers.keys()):
        yield f"no `# {key}:`"
    for key in sorted(headers.keys() - HEADERS):
        yield f"unknown `# {key}:`"
    if headers.get("split") not in SPLITS:
        yield f"split is `{headers.get('split')}`"
    reference = headers.get("reference", "none")
    if reference != "none" and not (FULL_DAY.fullmatch(reference) and is_real_day(reference)):
        yield f"reference is `{reference}`"
    if headers.get("form") != "nfd" and not unicodedata.is_normalized("NFC", article.text):
        yield "text is not NFC"


def span_faults(article, mention):
    text, surface = article.text, article.surface(mention)
    if mention.label not in LABELS:
        yield f"unknown label {mention.label}"
    if not surface.strip():
        yield "empty span"
        return
    if surface[0] in NO_EDGE or surface[-1] in NO_EDGE:
        yield "starts or ends with space, quote or punctuation"
    if "\n" in surface:
        yield "spans lines"
    for at in (mention.start, mention.end):
        if 0 < at < len(text) and is_wordy(text[at - 1]) and is_wordy(text[at]):
            yield "cuts a syllable"
    parent = mention.parent
    if parent and (parent.start, parent.end) == (mention.start, mention.end):
        yield "is the same span as the one about it"
    if parent and parent.label == mention.label == "LOC":
        yield "LOC in LOC"
    if parent and mention.label == "PER" and parent.label == "ORG":
        yield "PER in ORG"
    if fault := value_fault(mention):
        yield f"value `{mention.value}`: {fault}"


def article_faults(article):
    yield from header_faults(article)
    for mention in article.mentions:
        for fault in span_faults(article, mention):
            yield f"{article.surface(mention)!r} {mention.label}: {fault}"
    if not article.text.strip():
        yield "no text"


# --- lists for review ----------------------------------------------------------------------------


def about(text, start, end):
    return text[max(0, start - 30) : end + 25].replace("\n", "⏎")


def occurrences(text, surface):
    for match in re.finditer(re.escape(surface), text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before and is_wordy(before) and is_wordy(surface[0])) and not (after and is_wordy(after) and is_wordy(surface[-1])):
            yield start, end


def inconsistencies(article):
    """Surfaces annotated here and not, or differently, there: (surface, labels, in what, context)."""
    labels = collections.defaultdict(set)
    for mention in article.mentions:
        labels[article.surface(mention)].add(mention.label)
    spans = {(it.start, it.end): it for it in article.mentions}
    for surface, names in sorted(labels.items()):
        if len(names) > 1:
            yield f"{surface!r} is {' and '.join(sorted(names))}"
        for start, end in occurrences(article.text, surface):
            if (start, end) in spans:
                continue
            inside = [it for it in article.mentions if it.start <= start and end <= it.end]
            holder = min(inside, key=lambda it: it.end - it.start, default=None)
            if holder and (holder.label in names or holder.label in ("PER", "DATE", "LAW", "LOC", "QTY")):
                continue
            place = f"in {holder.label}" if holder else "bare"
            yield f"{surface!r} {'/'.join(sorted(names))} is {place}: …{about(article.text, start, end)}…"


SUSPECT_SPANS = (
    ("PER", r"(?i)^(ông|bà|anh|chị|cô|chú|bác|em|cụ|đồng chí|bị cáo|thượng tá|đại tá|trung tá|thiếu tá|giám đốc|chủ tịch|luật sư|ths|ts|gs|pgs)\b"),
    ("QTY", r"(?i)^(hơn|gần|khoảng|trên|dưới|chừng|các|một số|tổng)\b"),
    ("QTY", r"^[\d.,]+$"),
    ("DATE", r"(?i)^(hơn|gần|khoảng|vào|từ|đến|trong|trước|sau|kể từ)\b"),
    ("LOC", r"(?i)^(tỉnh|thành phố|tp|huyện|xã|phường|quận|thôn|đường|sông|nước|khu vực|miền|vùng)\.?$"),
    ("LOC", r"(?i)^(nước|khu vực|phía|tại|ở)\s"),
    ("ORG", r"(?i)^(công ty|bệnh viện|trường|cơ quan|bộ|sở|ban|huyện|tỉnh|xã|trung tâm)$"),
    ("ROLE", r"(?i)^(ông|bà|anh|chị|đồng chí|bị cáo|nguyên)\b"),
)
SUSPECT_GAPS = (
    r"\d\s?%",
    r"(?i)\b(ngày|tháng|năm|quý)\s\d+",
    r"\b\d{1,2}[/-]\d{1,2}\b",
    r"(?i)\b(hôm nay|hôm qua|sáng nay|chiều nay|tối qua|hiện nay|ngày mai|năm nay|năm ngoái|năm sau|mỗi ngày|hằng năm|hàng năm)\b",
    r"(?i)\d\s?(km|m2|m²|ha|kg|tấn|triệu|tỷ|tỉ|đồng|mm|độ C|người|hộ|lít|giờ|phút|tuổi|USD|vụ|chiếc|căn)\b",
    r"\b(UBND|HĐND|TAND|VKSND|CSGT|MTTQ|ĐBQH|HĐXX|Quốc hội|Chính phủ|Thủ tướng|Công ty|Bệnh viện|Trường)\b",
)


def suspects(article):
    for mention in article.mentions:
        surface = article.surface(mention)
        for label, pattern in SUSPECT_SPANS:
            if mention.label == label and re.search(pattern, surface):
                yield f"{label} {surface!r}"
    covered = bytearray(len(article.text))
    for mention in article.mentions:
        covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    for pattern in SUSPECT_GAPS:
        for match in re.finditer(pattern, article.text):
            if not all(covered[match.start() : match.end()]):
                yield f"gap {match[0]!r}: …{about(article.text, match.start(), match.end())}…"
    for match in re.finditer(r"(?<=[\w,;)] )\w+ \w+", article.text):
        if match[0][0].isupper() and not covered[match.start()]:
            yield f"gap {match[0]!r}: …{about(article.text, match.start(), match.end())}…"


# --- near-duplicates and counts ------------------------------------------------------------------


def syllables(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


def sentences(text):
    return [it for it in re.split(r"(?<=[.!?…])\s+|\n", text) if it.strip()]


def shingles(sentence):
    words = [it.lower() for it in syllables(sentence)]
    return [tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]


def near_duplicates(articles):
    """Sentences that share half of their shingles with another article: (article, other, share, sentence)."""
    owners = collections.defaultdict(set)
    for i, article in enumerate(articles):
        for sentence in sentences(article.text):
            for shingle in shingles(sentence):
                owners[shingle].add(i)
    for i, article in enumerate(articles):
        for sentence in sentences(article.text):
            own = shingles(sentence)
            shared = collections.Counter(j for it in own for j in owners[it] if j != i)
            for j, count in shared.items():
                if i < j and count * 2 >= len(own):
                    yield article, articles[j], count / len(own), sentence.strip()


def print_table(title, counter):
    print(f"\n{title}")
    for key, count in sorted(counter.items(), key=lambda it: (-it[1], it[0])):
        print(f"  {key:<24}{count:>8}")


def print_counts(articles):
    words = [it for article in articles for it in syllables(article.text)]
    mentions = [(a, it) for a in articles for it in a.mentions]
    print(f"{len(articles)} articles, {len(words)} syllables ({len({it.lower() for it in words})} different), ", end="")
    print(f"{sum(len(it.text) for it in articles)} characters, {len(mentions)} mentions, ", end="")
    print(f"{sum(it.depth > 0 for _, it in mentions)} of them nested")
    print_table("mentions per label", collections.Counter(it.label for _, it in mentions))
    print_table("different surfaces per label", collections.Counter(label for label, _ in {(it.label, a.surface(it)) for a, it in mentions}))
    for key in ("topic", "split", "language"):
        print_table(f"articles per {key}", collections.Counter(it.headers.get(key, "?") for it in articles))
    lengths = sorted(len(syllables(it.text)) for it in articles)
    if lengths:
        print(f"\nsyllables an article: {lengths[0]} to {lengths[-1]}, median {lengths[len(lengths) // 2]}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=pathlib.Path)
    arguments.add_argument("--review", action="store_true")
    arguments.add_argument("--suspects", action="store_true")
    options = arguments.parse_args()
    paths = options.files or sorted(pathlib.Path(__file__).parent.glob("??/part-*.txt"))
    errors = []
    articles = [article for path in paths for article in read_file(path, errors)]
    for article in articles:
        errors += (f"{article.where} {article.name}: {fault}" for fault in article_faults(article))
    ids = collections.Counter(it.name for it in articles)
    errors += (f"id {name} is used {count} times" for name, count in ids.items() if count > 1)
    for article, other, share, sentence in near_duplicates(articles):
        line = f"{article.name} and {other.name} share {share:.0%} of: {sentence[:120]}"
        if article.headers.get("split") != other.headers.get("split"):
            errors.append(line)
        else:
            print(f"near-duplicate: {line}")
    for asked, title, find in ((options.review, "review", inconsistencies), (options.suspects, "suspect", suspects)):
        for article in articles if asked else ():
            for line in find(article):
                print(f"{title}: {article.name}: {line}")
    print_counts(articles)
    for error in errors:
        print(f"error: {error}", file=sys.stderr)
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()

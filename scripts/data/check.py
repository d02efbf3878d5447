#!/usr/bin/env python3
"""Checks that every list in data/ is in order: UTF-8, NFC, sorted by code point, one entry a line, nothing twice.

    python3 scripts/data/check.py          says what is wrong
    python3 scripts/data/check.py --fix    puts it right
"""

import re
import sys
import unicodedata
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"

# Lists of names that are not Vietnamese, or not only.
FOREIGN = {"city", "country_en", "country_vi", "given_en", "org", "surname_en"}

# The tone of an open `oa`, `oe`, `uy` stands on its first vowel (`Hòa`, not `Hoà`); `qu` is a consonant.
OPEN = re.compile(r"(?<![qQ])([oO])([aeAE])([\u0300\u0301\u0303\u0309\u0323])(?!\w)|(?<![qQ])([uU])([yY])([\u0300\u0301\u0303\u0309\u0323])(?!\w)")


def tidy(text: str, name: str) -> str:
    """An entry of the list called `name`: in NFC, with single spaces and plain apostrophes, and, where it is
    Vietnamese, with the tone on the first vowel of an open syllable."""
    text = " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("\u02bc", "'").split())
    if name in FOREIGN:
        return text
    moved = OPEN.sub(lambda m: (m[1] or m[4]) + (m[3] or m[6]) + (m[2] or m[5]), unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", moved)


def sort_list(name: str, lines) -> str:
    """The text of the list called `name`."""
    return "".join(f"{line}\n" for line in sorted({tidy(line, name) for line in lines} - {""}))


def main() -> None:
    fix = "--fix" in sys.argv[1:]
    wrong = []
    for path in sorted(DATA.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        ordered = sort_list(path.stem, text.split("\n"))
        if text == ordered:
            continue
        if fix:
            path.write_text(ordered, encoding="utf-8", newline="\n")
        else:
            wrong.append(path.name)
    if wrong:
        sys.exit("not in order: " + ", ".join(wrong))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How far two readings agree: `python3 corpus/agreement.py [--differences]`.

`agreement/first.txt` has a sample of the corpus as it was annotated when it was written, `agreement/second.txt`
the same articles annotated from their bare text by a reader who had not seen the first. Both stay as they
were; what the comparison brought to light was corrected in the corpus itself.
"""

import argparse
import collections
import pathlib
import sys

import check

FOLDER = pathlib.Path(__file__).parent / "agreement"
NAMES = ("PER", "ORG", "LOC")


def readings():
    """Pairs of one article by each reader."""
    errors = []
    first, second = (check.read_file(FOLDER / name, errors) for name in ("first.txt", "second.txt"))
    for article in (*first, *second):
        errors += (f"{article.where} {article.name}: {fault}" for fault in check.article_faults(article))
    others = {it.name: it for it in second}
    for article in first:
        if article.name not in others or others[article.name].text != article.text:
            errors.append(f"{article.name}: the second reading has another text or none")
    if errors:
        sys.exit("\n".join(errors))
    return [(it, others[it.name]) for it in first]


def spans(article, keep):
    return {(it.start, it.end, it.label) for it in article.mentions if it.certain and keep(it)}


def f1(pairs, keep):
    """F1 of the second reading against the first; it is the same the other way round."""
    both = one = other = 0
    for first, second in pairs:
        # What either reader was not certain of counts neither way.
        unsure = {(it.start, it.end) for article in (first, second) for it in article.mentions if not it.certain}
        a, b = ({it for it in spans(article, keep) if it[:2] not in unsure} for article in (first, second))
        both, one, other = both + len(a & b), one + len(a), other + len(b)
    return 200 * both / (one + other) if one + other else 100.0, one, other


def values(pairs):
    """Of the dates that both have: how many have the same value, and how many there are."""
    same = total = 0
    for first, second in pairs:
        dates = [{(it.start, it.end): it.value for it in a.mentions if it.label == "DATE"} for a in (first, second)]
        shared = dates[0].keys() & dates[1].keys()
        total += len(shared)
        same += sum(dates[0][it] == dates[1][it] for it in shared)
    return same, total


def print_agreement(title, pairs):
    print(f"\n{title}: {len(pairs)} articles, F1 of strict spans and labels")
    rows = [
        ("all", lambda it: True),
        ("outermost", lambda it: it.depth == 0),
        ("PER, ORG, LOC outermost", lambda it: it.depth == 0 and it.label in NAMES),
        *((label, lambda it, label=label: it.label == label) for label in check.LABELS),
    ]
    for name, keep in rows:
        score, one, other = f1(pairs, keep)
        print(f"  {name:<24}{score:6.1f}   {one:5} and {other:5}")
    same, total = values(pairs)
    print(f"  {'values of dates':<24}{100 * same / max(total, 1):6.1f}   {same} of {total}")


def print_differences(pairs):
    for first, second in pairs:
        sides = [spans(it, lambda _: True) for it in (first, second)]
        rows = [(span, "first") for span in sides[0] - sides[1]] + [(span, "second") for span in sides[1] - sides[0]]
        for (start, end, label), who in sorted(rows):
            print(f"{first.name} {who:<6} {label:<5} {first.text[start:end]!r}: …{check.about(first.text, start, end)}…")
        dates = [{(it.start, it.end): it.value for it in a.mentions if it.label == "DATE"} for a in (first, second)]
        for span in sorted(dates[0].keys() & dates[1].keys()):
            if dates[0][span] != dates[1][span]:
                print(f"{first.name} value  {first.text[slice(*span)]!r}: {dates[0][span]} and {dates[1][span]}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--differences", action="store_true")
    options = arguments.parse_args()
    pairs = readings()
    if options.differences:
        print_differences(pairs)
    by_language = collections.defaultdict(list)
    for pair in pairs:
        by_language[pair[0].headers["language"]].append(pair)
    for language, some in sorted(by_language.items(), reverse=True):
        print_agreement(language, some)
    print_agreement("both languages", pairs)


if __name__ == "__main__":
    main()

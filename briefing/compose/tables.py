"""The wording tables of ``briefing/data``, read when first needed and checked."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ..arabic.letters import fold
from ..errors import DataFileError


@dataclass(frozen=True, slots=True)
class ActionWording:
    """How one ``action_type`` is worded; see the head of ``data/wording.toml``."""

    noun: str
    pattern: str
    doing: tuple[str, str]
    family: str
    weight: int


@dataclass(frozen=True, slots=True)
class Heads:
    """English head nouns: with "the", with "the" only when capitalised, with a plural verb."""

    definite: frozenset[str]
    capital_only: frozenset[str]
    plural: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its Arabic and English names; ``short`` is the usual abbreviation."""

    ar: str
    en: str
    short: str


def read_text(name: str) -> str:
    """The text of a bundled data file. Raises DataFileError when it cannot be read."""
    try:
        return resources.files("briefing").joinpath("data", name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(
            f"data/{name}: the bundled file cannot be read ({error}); reinstall Briefing."
        ) from error


def read_rows(name: str, columns: int) -> list[list[str]]:
    """Rows of a bundled TSV below its header, padded to ``columns`` cells.

    Blank lines and lines that start with ``#`` are skipped. Raises DataFileError naming
    the line that has too many cells or no first cell.
    """
    rows = []
    reader = csv.reader(io.StringIO(read_text(name)), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(reader, 1):
        if number == 1 or not row or row[0].startswith("#"):
            continue
        if len(row) > columns or not row[0].strip():
            raise DataFileError(f"data/{name}, line {number}: expected {columns} columns.")
        rows.append(row + [""] * (columns - len(row)))
    return rows


@lru_cache(maxsize=1)
def _toml() -> dict[str, dict[str, dict[str, object]]]:
    try:
        return tomllib.loads(read_text("wording.toml"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"data/wording.toml: is not valid TOML: {error}.") from error


@lru_cache(maxsize=1)
def actions() -> dict[str, ActionWording]:
    """The wording of every action type. Raises DataFileError when an entry is incomplete."""
    out = {}
    for name, entry in _toml()["actions"].items():
        doing = entry.get("doing")
        weight = entry.get("weight")
        if not isinstance(doing, list) or len(doing) != 2 or not isinstance(weight, int):
            raise DataFileError(
                f"data/wording.toml, actions.{name}: needs two 'doing' patterns and a weight."
            )
        out[name] = ActionWording(
            noun=str(entry["noun"]),
            pattern=str(entry["pattern"]),
            doing=(str(doing[0]), str(doing[1])),
            family=str(entry["family"]),
            weight=weight,
        )
    return out


def _strings(section: str, key: str) -> tuple[str, ...]:
    value: object = _toml()[section].get(key)
    if not isinstance(value, list):
        raise DataFileError(f"data/wording.toml, {section}.{key}: needs a list of words.")
    return tuple(str(word) for word in value)


@lru_cache(maxsize=1)
def heads() -> Heads:
    """The English head nouns."""
    return Heads(
        frozenset(_strings("english", "definite")),
        frozenset(_strings("english", "definite_capital_only")),
        frozenset(_strings("english", "plural")),
    )


@lru_cache(maxsize=1)
def spokesman_words() -> frozenset[str]:
    """Folded first words of a role that take «باسم»."""
    return frozenset(fold(word) for word in _strings("arabic", "spokesman"))


@lru_cache(maxsize=1)
def cause_openers() -> tuple[tuple[str, ...], ...]:
    """Folded words that open a cause, longest first."""
    split = [tuple(fold(phrase).split()) for phrase in _strings("arabic", "cause")]
    return tuple(sorted(split, key=len, reverse=True))


@lru_cache(maxsize=1)
def details() -> dict[str, list[tuple[str, str]]]:
    """For each action type, (folded stem, noun message id) in order of the file."""
    out: dict[str, list[tuple[str, str]]] = {}
    for action, stem, noun in read_rows("wording_detail.tsv", 3):
        out.setdefault(action, []).append((fold(stem), noun))
    return out


@lru_cache(maxsize=1)
def area_words() -> dict[str, dict[tuple[str, ...], str]]:
    """Words of areas and media by kind: folded words to their English."""
    out: dict[str, dict[tuple[str, ...], str]] = {}
    for kind, ar, en in read_rows("wording_area.tsv", 3):
        out.setdefault(kind, {})[tuple(fold(ar).split())] = en
    return out


#: Kinds of places that hold others, and how the kind is said before an Arabic name.
_HOLDERS = {"governorate": "محافظة", "state": "ولاية", "province": "محافظة", "region": "",
            "plain": "", "district": ""}  # fmt: skip


@lru_cache(maxsize=1)
def _holders() -> dict[str, str]:
    """English names of governorates, regions and plains, in lower case, to their Arabic."""
    out: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(read_text("places.csv"))):
        if row.get("kind") in _HOLDERS and row.get("en") and row.get("ar"):
            names = (row["en"], *(row.get("alt_en") or "").split("|"))
            for name in names:
                out.setdefault(name.lower(), row["ar"].lstrip("!"))
    return out


def within_arabic(english: str) -> str | None:
    """The Arabic name of a containing area given in English ("Idlib governorate"), from the
    place list; None when it is not there."""
    name = english.strip().lower()
    head, _, kind = name.rpartition(" ")
    for bare, noun in ((name, ""), (head, _HOLDERS.get(kind, "")), (head, "")):
        found = _holders().get(bare)
        if found is not None:
            return f"{noun} {found}" if noun and not found.startswith(noun) else found
    return None


def within_english(arabic: str) -> str | None:
    """The English name of a containing area given in Arabic, None when it is not known."""
    folded = fold(arabic)
    for english, ar in _holders().items():
        if fold(ar) == folded:
            return english.title()
        if folded == f"محافظه {fold(ar)}":
            return f"{english.title()} governorate"
    return None


@lru_cache(maxsize=1)
def month_words() -> tuple[tuple[str, int], ...]:
    """Gregorian month names and their numbers, longest first; ambiguous ones included."""
    out: list[tuple[str, int]] = []
    for calendar, month, _ambiguous, forms in read_rows("dates_months.tsv", 4):
        if calendar == "g":
            out.extend((fold(form), int(month)) for form in forms.split("|"))
    return tuple(sorted(out, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """Folded words that name no target or weapon of their own («مناطق», «أسلحة»)."""
    return frozenset(fold(word) for word in _strings("arabic", "generic"))


@lru_cache(maxsize=1)
def common_name_words() -> frozenset[str]:
    """Folded words of body names that do not tell whose body it is («قوات», «وزارة»)."""
    return frozenset(fold(word) for word in _strings("arabic", "body"))


def outlet(name: str) -> Outlet | None:
    """The outlet that ``name`` is, by any of its names; None when it is not in the table."""
    return _outlets().get(_outlet_key(name))


def _outlet_key(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


@lru_cache(maxsize=1)
def _outlets() -> dict[str, Outlet]:
    """Outlets by every key of ``agencies.tsv``. The abbreviation is the first alias of two
    to five Latin capitals."""
    out: dict[str, Outlet] = {}
    for ar, en, aliases in read_rows("agencies.tsv", 3):
        names = aliases.split("|")
        short = next((n for n in names if n.isascii() and n.isupper() and len(n) <= 5), "")
        found = Outlet(ar, en, "" if short == en else short)
        for name in (ar, en, *names):
            if _outlet_key(name):
                out.setdefault(_outlet_key(name), found)
    return out

"""The tables of names and phrases: glossary, roles, nationalities and words of parties.

Each is a tab separated file in ``data/`` with a header line. Phrases are folded for lookup.
A user's glossary has at least the columns ``ar`` and ``en``; its rows win.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ..arabic.letters import fold
from ..errors import DataFileError

#: Refuse a larger glossary: it is not a list of names.
MAX_BYTES = 16_000_000
#: Glossary kinds that stand for a body, force, outlet or group.
BODIES = frozenset(
    ("organisation", "ministry", "armed_group", "armed_force", "party", "agency", "user")
)


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary row: English, kind, and for a person the country (ISO 3166) if known."""

    en: str
    kind: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """One row of the roles: head (with the preposition of what follows), prefix or rank."""

    en: str
    pattern: str


@dataclass(slots=True)
class Tables:
    """All phrases by folded Arabic. ``longest`` is the greatest number of words in a key."""

    glossary: dict[str, Term] = field(default_factory=dict)
    roles: dict[str, dict[str, Role]] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    nationalities: dict[str, str] = field(default_factory=dict)
    peoples: dict[str, str] = field(default_factory=dict)
    longest: int = 10


@lru_cache(maxsize=4)
def load_tables(extra: tuple[Path, ...] = ()) -> Tables:
    """The bundled tables and the user's glossaries, read once.

    Raises DataFileError when a file cannot be read or lacks a column.
    """
    data = files("briefing") / "data"
    tables = Tables()
    for path in reversed(extra):
        for row in _read(path, str(path), ("ar", "en")):
            if row["ar"] and row["en"]:
                term = Term(row["en"], row.get("kind") or "user", _country(row))
                tables.glossary[fold(row["ar"])] = term
    for row in _read(data / "glossary.tsv", "glossary.tsv", ("ar", "en", "kind", "note")):
        tables.glossary.setdefault(fold(row["ar"]), Term(row["en"], row["kind"], _country(row)))
    for row in _read(data / "roles.tsv", "roles.tsv", ("ar", "en", "kind", "pattern")):
        roles = tables.roles.setdefault(row["kind"], {})
        roles.setdefault(fold(row["ar"]), Role(row["en"], row["pattern"]))
    for row in _read(data / "party_words.tsv", "party_words.tsv", ("ar", "en", "kind")):
        tables.words.setdefault(row["kind"], {}).setdefault(fold(row["ar"]), row["en"])
    columns = ("country", "ar_m", "ar_f", "ar_pl", "en_adj", "en_people", "ar_people")
    for row in _read(data / "nationalities.tsv", "nationalities.tsv", columns):
        _nationality(tables, row)
    _inflect(tables)
    return tables


def _country(row: dict[str, str]) -> str:
    note = row.get("note", "")
    return note if len(note) == 2 and note.isupper() else ""


def _nationality(tables: Tables, row: dict[str, str]) -> None:
    """The adjective in its forms, and the people as a noun with the article."""
    for form in (row["ar_m"], row["ar_f"], row["ar_pl"]):
        words = [fold(form), " ".join("ال" + word for word in fold(form).split())]
        for word in words if form else ():
            tables.nationalities.setdefault(word, row["en_adj"])
    plural = fold(row["ar_pl"])
    if plural.endswith("ون"):
        oblique = plural[:-2] + "ين"
        for word in (oblique, "ال" + oblique):
            tables.nationalities.setdefault(word, row["en_adj"])
    if row["en_people"] and plural and " " not in plural:
        oblique = plural[:-2] + "ين" if plural.endswith("ون") else plural
        for word in (plural, oblique, "ال" + plural, "ال" + oblique, fold(row["ar_people"])):
            tables.peoples.setdefault(word, row["en_people"])


def _inflect(tables: Tables) -> None:
    """Adjectives also feminine, plural and with the article («مسلح»: «المسلحة», «مسلحين»)."""
    adjectives = tables.words["adj"]
    for base, english in list(adjectives.items()):
        words = base.split()
        forms = {base, base + "ه", base + "ين", base + "ون", base + "ات"}
        if len(words) > 1:
            forms = {base}
        for form in forms:
            adjectives.setdefault(form, english)
            adjectives.setdefault("ال" + form, english)
        if len(words) > 1:
            adjectives.setdefault("ال" + " ".join(words), english)
            adjectives.setdefault(" ".join("ال" + word for word in words), english)


def _read(source: Traversable | Path, name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a tab separated file as dictionaries."""
    try:
        data = source.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{name}: cannot be read as UTF-8 text ({error})") from error
    if len(data) > MAX_BYTES:
        raise DataFileError(f"{name}: larger than {MAX_BYTES} bytes, give a smaller glossary")
    lines = text.splitlines()
    header = lines[0].split("\t") if lines else []
    missing = [column for column in columns if column not in header]
    if missing:
        raise DataFileError(f"{name}: line 1 has no column {', '.join(missing)}; add it")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(header):
            raise DataFileError(
                f"{name}: line {number} has {len(cells)} columns and not {len(header)}; "
                "take the extra tab out"
            )
        cells += [""] * (len(header) - len(cells))
        rows.append(dict(zip(header, (cell.strip() for cell in cells), strict=True)))
    return rows

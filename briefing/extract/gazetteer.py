"""The table of places: rows of ``data/places.csv`` and of a user's own files.

Columns: ``id, ar, en, kind, within, country, lat, lon, variants_ar, alt_en, precision,
needs_context, source``. ``within`` is the id of the containing place, ``variants_ar`` and
``alt_en`` are ``|`` separated; a variant that starts with ``!`` needs context. The flag
``needs_context`` is empty (a name wherever it stands), 1 (a name only after a place noun, a
preposition of place or in a list of places) or 2 (only after a place noun). A row of kind
``guard`` is a phrase that holds a place name and is no place («قناة الجزيرة»).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, cast

from ..arabic.letters import fold
from ..arabic.tokens import PhraseMatcher
from ..errors import DataFileError
from ..model import PlacePrecision

COLUMNS = (
    "id", "ar", "en", "kind", "within", "country", "lat", "lon", "variants_ar", "alt_en",
    "precision", "needs_context", "source",
)  # fmt: skip
#: What a user's own file must have; the other columns may be missing.
REQUIRED = ("id", "ar", "en", "kind")
KINDS = frozenset(
    (
        "country", "governorate", "district", "city", "town", "village", "neighbourhood", "camp",
        "crossing", "river", "plain", "mountain", "region", "airport", "base", "sea", "guard",
    )
)  # fmt: skip
#: Refuse a file larger than this many bytes or rows: it is not a place list.
MAX_BYTES, MAX_ROWS = 32_000_000, 300_000
#: Places whose coordinates stand for an area when they locate something inside.
AREAS = frozenset(("country", "governorate", "district", "region", "plain"))


class PlaceEntry(NamedTuple):
    """One row. ``needs_context`` is 0, 1 or 2; ``rank`` is the row's place in the files, a
    user's rows first."""

    id: str
    ar: str
    en: str
    kind: str
    within: str
    country: str
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    needs_context: int
    source: str
    rank: int


class Candidate(NamedTuple):
    """A row number and how much context this spelling of its name needs (0, 1 or 2)."""

    row: int
    needs_context: int


class PlaceTable:
    """All rows, looked up by id or by Arabic name. Rows become entries only when asked for."""

    def __init__(self, rows: list[list[str]]) -> None:
        self._rows = rows
        self._by_id = {row[0]: number for number, row in enumerate(rows)}
        self._entries: dict[int, PlaceEntry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def matcher(self) -> PhraseMatcher[list[Candidate]]:
        """Finds names; the value is every row that has the name, in file order."""
        names: dict[str, list[Candidate]] = {}
        for number, row in enumerate(self._rows):
            flag = int(row[11] or 0)
            names.setdefault(fold(row[1]), []).append(Candidate(number, flag))
            for name in row[8].split("|") if row[8] else ():
                weak = max(flag, 1) if name[0:1] == "!" else flag
                names.setdefault(fold(name.lstrip("!")), []).append(Candidate(number, weak))
        matcher: PhraseMatcher[list[Candidate]] = PhraseMatcher()
        for name, candidates in names.items():
            matcher.add(name, candidates)
        return matcher

    def entry(self, number: int) -> PlaceEntry:
        """Row ``number`` as an entry."""
        found = self._entries.get(number)
        if found is None:
            row = self._rows[number]
            lat, lon = (float(row[6]), float(row[7])) if row[6] and row[7] else (None, None)
            precision = cast(PlacePrecision, row[10] or "unknown")
            flag = int(row[11] or 0)
            found = PlaceEntry(
                row[0], row[1], row[2], row[3], row[4], row[5],
                lat, lon, precision, flag, row[12], number,
            )  # fmt: skip
            self._entries[number] = found
        return found

    def get(self, ident: str) -> PlaceEntry | None:
        """The entry with this id."""
        number = self._by_id.get(ident)
        return None if number is None else self.entry(number)

    def is_capital(self, entry: PlaceEntry) -> bool:
        """True for a city at the coordinates of its country, which are the capital's."""
        if entry.kind != "city" or entry.lat is None:
            return False
        country = self.get(entry.country.lower())
        return country is not None and (country.lat, country.lon) == (entry.lat, entry.lon)

    def above(self, entry: PlaceEntry) -> list[PlaceEntry]:
        """The containing places, nearest first; a circle in a user's file ends the chain."""
        chain: list[PlaceEntry] = []
        seen = {entry.id}
        parent = self.get(entry.within)
        while parent is not None and parent.id not in seen:
            seen.add(parent.id)
            chain.append(parent)
            parent = self.get(parent.within)
        return chain


@lru_cache(maxsize=4)
def load_table(extra: tuple[Path, ...] = ()) -> PlaceTable:
    """The bundled places and the user's files; a user's row with a known id replaces it.

    Raises DataFileError when a file cannot be read or a row is wrong.
    """
    rows: dict[str, list[str]] = {}
    for path in extra:
        for row in _read(path, str(path)):
            rows[row[0]] = row
    bundled = files("briefing") / "data" / "places.csv"
    for row in _read(bundled, "places.csv"):
        rows.setdefault(row[0], row)
    return PlaceTable(list(rows.values()))


def _read(source: Traversable | Path, name: str) -> Iterable[list[str]]:
    """The rows of one file in the order of ``COLUMNS``, checked."""
    try:
        data = source.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{name}: cannot be read as UTF-8 text ({error})") from error
    if len(data) > MAX_BYTES:
        raise DataFileError(f"{name}: larger than {MAX_BYTES} bytes, give a smaller place list")
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        raise DataFileError(f"{name}: line 1 has no column {', '.join(missing)}; add it")
    same = tuple(header) == COLUMNS
    order = [header.index(column) if column in header else -1 for column in COLUMNS]
    out: list[list[str]] = []
    try:
        for number, cells in enumerate(reader, 2):
            if not cells:
                continue
            if len(cells) != len(header) or number > MAX_ROWS:
                raise DataFileError(
                    f"{name}: line {number} has {len(cells)} columns and not {len(header)}, "
                    f"or is beyond row {MAX_ROWS}; mend or shorten the file"
                )
            row = cells if same else [cells[at] if at >= 0 else "" for at in order]
            _check(row, name, number)
            out.append(row)
    except csv.Error as error:
        raise DataFileError(f"{name}: line {reader.line_num} is not CSV ({error})") from error
    return out


def _check(row: Sequence[str], name: str, number: int) -> None:
    """Raise DataFileError when a row would fail later."""
    problem = ""
    if not row[0] or not row[1]:
        problem = "id and ar must not be empty"
    elif row[3] not in KINDS:
        problem = f"kind {row[3]!r} is not one of {', '.join(sorted(KINDS))}"
    elif row[11] not in ("", "0", "1", "2"):
        problem = "needs_context must be empty, 1 or 2"
    elif row[10] not in ("", "place", "area", "country", "unknown"):
        problem = "precision must be place, area, country or unknown"
    elif row[6] or row[7]:
        try:
            good = abs(float(row[6])) <= 90 and abs(float(row[7])) <= 180
        except ValueError:
            good = False
        if not good:
            problem = "lat and lon must be degrees between -90…90 and -180…180"
    if problem:
        raise DataFileError(f"{name}: line {number}: {problem}")

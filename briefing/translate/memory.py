"""The translation memory: what people reviewed, and what a package said before.

Reviewed translations come from files (TMX, TSV, CSV) that a user names, or from the database;
the machine's candidates are cached with everything that they depend on. Texts are kept plain,
so that a memory can be read, edited and carried to another machine.
"""

from __future__ import annotations

import csv
import json
import logging
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import DataFileError
from .engine import Candidate
from .tmx import MAX_BYTES, read_tmx, write_tmx

_LOG = logging.getLogger("briefing")
_VERSION = 1
_MAX_ENTRIES = 1_000_000
_HEADERS = {"ar", "arabic", "source", "src", "en", "english", "target", "tgt"}

_SCHEMA = """
CREATE TABLE reviewed (
    lang TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (lang, source)) WITHOUT ROWID;
CREATE TABLE machine (
    package TEXT NOT NULL, decoding TEXT NOT NULL, lang TEXT NOT NULL, source TEXT NOT NULL,
    candidates TEXT NOT NULL,
    PRIMARY KEY (package, decoding, lang, source)) WITHOUT ROWID;
"""


def normalise(text: str) -> str:
    """The form under which a sentence is looked up: NFC, white space as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def load_reviewed(paths: Iterable[Path], source: str = "ar", target: str = "en") -> dict[str, str]:
    """Reviewed translations of all files by normalised source text; a later one wins.

    ``.tmx`` is TMX 1.4; ``.csv`` and anything else (``.tsv``) is one pair a line, source in the
    first column and target in the second unless a header row names the columns. Raises
    DataFileError, naming file and line, for a file that cannot be used.
    """
    out: dict[str, str] = {}
    for path in paths:
        if path.suffix.lower() == ".tmx":
            pairs: Iterable[tuple[str, str]] = read_tmx(path, source, target)
        else:
            pairs = _table(path, source, target)
        for left, right in pairs:
            out[normalise(left)] = normalise(right)
        if len(out) > _MAX_ENTRIES:
            raise DataFileError(f"{path}: more than {_MAX_ENTRIES} entries in all.")
    out.pop("", None)
    return out


def _table(path: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataFileError(f"{path}: is larger than {MAX_BYTES} bytes; split it.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataFileError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8; save it again as UTF-8.") from error
    if path.suffix.lower() == ".csv":
        rows = _csv_rows(path, text)
    else:  # quotation marks of a TSV belong to the text
        rows = ((n, line.split("\t")) for n, line in enumerate(text.split("\n"), 1))
    left, right = 0, 1
    for position, (number, row) in enumerate(rows):
        row = [cell.strip("\r ") for cell in row]
        if not any(row):
            continue
        if position == 0 and _is_header(row, source, target):
            names = [cell.lower() for cell in row]
            left = _column(names, (source, "arabic", "source", "src"), 0)
            right = _column(names, (target, "english", "target", "tgt"), 1)
            continue
        if len(row) <= max(left, right):
            raise DataFileError(
                f"{path}: line {number} has {len(row)} column(s), source and target are needed."
            )
        if row[left] and row[right]:
            yield row[left], row[right]


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise DataFileError(f"{path}: line {reader.line_num}: {error}.") from error


def _is_header(row: list[str], source: str, target: str) -> bool:
    names = {cell.lower() for cell in row[:2]}
    return len(names) == 2 and names <= _HEADERS | {source, target}


def _column(names: list[str], wanted: Sequence[str], default: int) -> int:
    return next((names.index(name) for name in wanted if name in names), default)


class Memory:
    """The database of one user. It never stops a run: when it is damaged, locked, read-only
    or of a newer version, one warning is logged and the run goes on without it.

    Use as a context manager, or call ``close``. ``timeout`` is in seconds.
    """

    def __init__(self, path: Path, timeout: float = 5.0) -> None:
        self.path = path
        self._warned = False
        self._db: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = _open(path, timeout)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; further calls find nothing and keep nothing."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @property
    def usable(self) -> bool:
        """Whether the database could be opened and has not failed since."""
        return self._db is not None

    def _give_up(self, error: Exception) -> None:
        if not self._warned:
            self._warned = True
            _LOG.warning(
                "%s: the translation memory cannot be used (%s); this run goes on without it."
                " Move the file away or choose another data_dir.", self.path, error,
            )  # fmt: skip
        self.close()

    @contextmanager
    def _working(self) -> Iterator[sqlite3.Connection | None]:
        if self._db is None:
            yield None
            return
        try:
            yield self._db
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                self._give_up(error)
            elif not self._warned:  # what is in it can still be read
                self._warned = True
                _LOG.warning("%s: is read-only, nothing new is kept in it.", self.path)
        except sqlite3.Error as error:
            self._give_up(error)

    def reviewed(self, source: str, lang: str) -> str | None:
        """The reviewed translation of a sentence into ``lang``, or None."""
        row: tuple[str] | None = None
        with self._working() as db:
            if db is not None:
                row = db.execute(
                    "SELECT target FROM reviewed WHERE lang = ? AND source = ?",
                    (lang, normalise(source)),
                ).fetchone()
        return row[0] if row else None

    def add_reviewed(self, pairs: Iterable[tuple[str, str]], lang: str) -> None:
        """Keep reviewed translations; an older one of the same sentence is replaced."""
        rows = [(lang, normalise(left), normalise(right)) for left, right in pairs]
        with self._working() as db:
            if db is not None:
                with db:
                    db.executemany(
                        "INSERT OR REPLACE INTO reviewed (lang, source, target) VALUES (?, ?, ?)",
                        rows,
                    )

    def candidates(
        self, package: str, decoding: str, lang: str, sources: Sequence[str]
    ) -> dict[str, list[Candidate]]:
        """Cached candidates of those of ``sources`` that are known, by normalised source."""
        out: dict[str, list[Candidate]] = {}
        with self._working() as db:
            for source in dict.fromkeys(map(normalise, sources)) if db is not None else ():
                assert db is not None  # noqa: S101
                row = db.execute(
                    "SELECT candidates FROM machine"
                    " WHERE package = ? AND decoding = ? AND lang = ? AND source = ?",
                    (package, decoding, lang, source),
                ).fetchone()
                found = _from_json(row[0]) if row else None
                if found is not None:
                    out[source] = found
        return out

    def keep(
        self,
        package: str,
        decoding: str,
        lang: str,
        results: Iterable[tuple[str, Sequence[Candidate]]],
    ) -> None:
        """Cache candidates, all of them or (when the process is killed) none."""
        rows = [
            (package, decoding, lang, normalise(source),
             json.dumps([[c.text, c.score] for c in found], ensure_ascii=False))
            for source, found in results
        ]  # fmt: skip
        with self._working() as db:
            if db is not None:
                with db:
                    db.executemany("INSERT OR REPLACE INTO machine VALUES (?, ?, ?, ?, ?)", rows)

    def export_tmx(self, path: Path, lang: str = "en", source: str = "ar") -> int:
        """Write all reviewed translations into ``lang`` as TMX 1.4; returns their number.

        Raises DataFileError when ``path`` cannot be written.
        """
        rows: list[tuple[str, str]] = []
        with self._working() as db:
            if db is not None:
                rows = db.execute(
                    "SELECT source, target FROM reviewed WHERE lang = ? ORDER BY source", (lang,)
                ).fetchall()
        return write_tmx(rows, path, source, lang)


def _open(path: Path, timeout: float) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=timeout)
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > _VERSION:
            raise sqlite3.DatabaseError("it was made by a newer version of Briefing")
        if version == 0:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("BEGIN IMMEDIATE")  # two first runs at once: the second one waits
            if db.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {_VERSION}")
            db.commit()
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("SELECT 1 FROM machine, reviewed LIMIT 1").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _from_json(text: str) -> list[Candidate] | None:
    try:
        return [Candidate(str(item[0]), float(item[1])) for item in json.loads(text)]
    except (ValueError, TypeError, IndexError, KeyError):  # edited by hand: translate it again
        return None

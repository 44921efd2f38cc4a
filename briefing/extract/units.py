"""Tables of counted nouns and of the words that say what happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from ..arabic.letters import fold
from ..model import FigureKind, Unit
from .user_lexicon import UserEntry, read_user_files
from .word_table import data_lines


@dataclass(slots=True)
class Units:
    """Folded nouns: what a counted noun is, and which kind it implies.

    ``before`` and ``after`` give the kind that a verb or noun before or after a number says;
    ``casualty_after`` holds the part of ``after`` that tells of killed and wounded.
    """

    counted: dict[str, tuple[Unit, FigureKind | None]] = field(default_factory=dict)
    singular: dict[str, tuple[Unit, FigureKind | None]] = field(default_factory=dict)
    dual: dict[str, tuple[Unit, FigureKind | None]] = field(default_factory=dict)
    before: dict[str, FigureKind] = field(default_factory=dict)
    after: dict[str, FigureKind] = field(default_factory=dict)
    casualty_after: dict[str, FigureKind] = field(default_factory=dict)


@lru_cache(maxsize=8)
def load_units(extra: tuple[Path, ...] = ()) -> Units:
    """The tables of ``units_ar.tsv`` and ``figure_kinds_ar.tsv``, the user's files on top."""
    units = Units()
    for unit, kind, singular, dual, counted in data_lines("units_ar.tsv"):
        implied = None if kind == "-" else cast(FigureKind, kind)
        reading = (cast(Unit, unit), implied)
        for table, words in (
            (units.singular, singular), (units.dual, dual), (units.counted, counted),
        ):  # fmt: skip
            for word in words.split():
                if word != "-" and "_" not in word:
                    table.setdefault(fold(word), reading)
    for kind, before, after in data_lines("figure_kinds_ar.tsv"):
        for kinds, words in ((units.before, before), (units.after, after)):
            for word in words.split():
                if word != "-" and "_" not in word:
                    kinds.setdefault(fold(word), cast(FigureKind, kind))
    for entry in read_user_files(extra):
        _apply(units, entry)
    units.casualty_after = {
        word: kind for word, kind in units.after.items() if kind in ("killed", "wounded")
    }
    return units


def _apply(units: Units, entry: UserEntry) -> None:
    """Put one line of a user's file into the tables; units and kinds are single words."""
    word = entry.words[0]
    if entry.category == "unit":
        reading = (cast(Unit, entry.attribute), None)
        for table in (units.counted, units.singular):
            if entry.remove:
                table.pop(word, None)
            else:
                table[word] = reading
    elif entry.category == "figure":
        for kinds in (units.before, units.after):
            if entry.remove:
                kinds.pop(word, None)
            else:
                kinds[word] = cast(FigureKind, entry.attribute)

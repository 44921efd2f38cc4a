"""Tables of counted nouns and of the words that say what happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from ..arabic.letters import fold
from ..model import FigureKind, Unit
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


@lru_cache(maxsize=1)
def load_units() -> Units:
    """The tables of ``units_ar.tsv`` and ``figure_kinds_ar.tsv``."""
    units = Units()
    for unit, kind, singular, dual, counted in data_lines("units_ar.tsv"):
        implied = None if kind == "-" else cast(FigureKind, kind)
        entry = (cast(Unit, unit), implied)
        for table, words in (
            (units.singular, singular), (units.dual, dual), (units.counted, counted),
        ):  # fmt: skip
            for word in words.split():
                if word != "-" and "_" not in word:
                    table.setdefault(fold(word), entry)
    for kind, before, after in data_lines("figure_kinds_ar.tsv"):
        for kinds, words in ((units.before, before), (units.after, after)):
            for word in words.split():
                if word != "-" and "_" not in word:
                    kinds.setdefault(fold(word), cast(FigureKind, kind))
    units.casualty_after = {
        word: kind for word, kind in units.after.items() if kind in ("killed", "wounded")
    }
    return units

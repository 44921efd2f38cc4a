"""What a number counts: the noun after it, before it, or far before it."""

from __future__ import annotations

from dataclasses import dataclass

from ..arabic.letters import strip_forms
from ..model import FigureKind, Unit
from .figure_context import FigureContext
from .marks import FIGURE_ENDS
from .phrases import bare, is_adjective

Reading = tuple[Unit, FigureKind | None]

#: How far before its number «عدد …» may stand, in tokens.
_COUNT_OF_REACH = 16


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """The noun of a number at tokens ``first`` to ``last``: unit, and the kind it implies.

    ``other`` marks a noun that is known to count no people.
    """

    unit: Unit | None
    kind: FigureKind | None
    first: int
    last: int
    other: bool = False


def read_noun(word: str, table: dict[str, Reading]) -> Reading | None:
    """Unit and implied kind of a folded noun, through the article."""
    for prefix, rest in strip_forms(word):
        if prefix not in ("", "ال", "لل"):
            continue
        if rest in table:
            return table[rest]
        if rest.endswith("ي") and rest + "ن" in table and len(rest) > 4:
            return table[rest + "ن"]  # «مسلحي», the construct of مسلحين
    return None


def noun_after(context: FigureContext, index: int, last: int) -> CountedNoun:
    """The noun of the number that ends before ``index``; its unit is None when unknown."""
    words = context.words
    at = index
    for _ in range(3):
        if at < last and context.is_in("figure_unit_link", words[at]):
            at += 1
    nothing = CountedNoun(None, None, index, index)
    if at >= last:
        return nothing
    word = words[at]
    reading = read_noun(word, context.units.counted)
    if reading is not None:
        return _known_noun(context, reading, at, last)
    if context.is_in("figure_not_people", bare(word)) or context.is_in("figure_not_people", word):
        return CountedNoun(None, None, index, index, other=True)
    if context.is_in("figure_pronoun", word):
        return CountedNoun(None, None, at, at + 1)
    if at > index or is_adjective(word) or word.endswith(("يا", "ين", "ون")):
        return CountedNoun("people" if word[:1].isalpha() else None, None, at, at + 1)
    return nothing


def _known_noun(context: FigureContext, reading: Reading, at: int, last: int) -> CountedNoun:
    """A listed noun with what follows it («10 قتلى وجرحى», «10 أطفال قتلى»)."""
    words, table = context.words, context.units.counted
    unit, kind = reading
    end = at + 1
    if end < last and context.is_in("figure_combatant_adjective", words[end]):
        unit, end = "combatants", end + 1
    if kind == "killed" and end < last and words[end].startswith("و"):
        also = read_noun(words[end][1:], table)
        new_clause = context.lexicon.starts("figure_new_clause_stem", words[end])
        if also is not None and also[1] == "wounded" and not new_clause:
            return CountedNoun(unit, "killed_or_wounded", at, end + 1)
    if end < last and not words[end].startswith("ال"):
        after = read_noun(words[end], table)
        if after is not None and after[1] is not None:
            return CountedNoun(unit, kind or after[1], at, end + 1)
    return CountedNoun(unit, kind, at, end)


def count_of(context: FigureContext, low: int, first: int) -> tuple[Unit, FigureKind] | None:
    """«عدد الفارين من المعارك وصل إلى 150 ألفاً»: the noun stands far before."""
    words = context.words
    for index in range(low - 1, max(first - 1, low - _COUNT_OF_REACH), -1):
        if words[index] in FIGURE_ENDS or words[index][:1].isdigit():
            return None
        if context.is_in("figure_number_of", words[index].lstrip("و")) and index + 1 < low:
            reading = read_noun(words[index + 1], context.units.counted)
            if reading is not None and reading[1] is not None:
                return reading[0], reading[1]
            return None
    return None

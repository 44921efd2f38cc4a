"""What happened to those counted: the casualty or movement word around a number."""

from __future__ import annotations

from ..arabic.letters import strip_forms
from ..model import FigureKind
from .figure_context import FigureContext
from .figure_units import read_noun
from .marks import FIGURE_ENDS, SOFT_COMMAS

#: Proclitics through which a casualty word is read.
_PROCLITICS = frozenset(("", "و", "ب", "ل", "ف", "ال", "وال", "لل", "بال", "وب", "ول"))
#: Kinds whose word must stand close before the number.
_CLOSE = frozenset({"present_combatants", "deployed", "aid_reached", "returned"})
_HARM = frozenset({"killed", "wounded"})
_LOST = frozenset({"killed", "wounded", "missing", "detained"})
#: How far each look goes, in tokens.
_BEFORE_REACH = 9
_FAR_BEFORE_REACH = 18
_AFTER_REACH = 15
_TRIGGER_REACH = 4
_SUBSET_REACH = 4
_JOINED_REACH = 6
_BESIDE_REACH = 12


def look_up(word: str, table: dict[str, FigureKind]) -> FigureKind | None:
    """The kind that a folded word says, as it stands or through its proclitics."""
    if word in table:
        return table[word]
    for prefix, rest in strip_forms(word):
        if prefix in _PROCLITICS and rest in table:
            return table[rest]
    return None


def kind_before(
    context: FigureContext, low: int, first: int, may_combine: bool = True
) -> tuple[FigureKind, int] | None:
    """The nearest casualty or movement word before the number in the same clause, with its
    token; «قتل وجرح» together unless ``may_combine`` is off."""
    words, units = context.words, context.units
    lowest = max(first - 1, low - _BEFORE_REACH)
    for gap, index in enumerate(range(low - 1, lowest, -1)):
        word = words[index]
        if word in FIGURE_ENDS or context.is_in("figure_break", word):
            return None
        if word in SOFT_COMMAS and gap > 1:
            return None
        kind = look_up(word, units.before)
        if kind is not None:
            joined = may_combine and index > first and word.startswith("و")
            either = may_combine and index > first + 1 and words[index - 1] in ("او", "و")
            if either and {kind, look_up(words[index - 2], units.before)} == _HARM:
                return "killed_or_wounded", index - 2  # «قتل أو جرح 15»
            if joined and {kind, look_up(words[index - 1], units.before)} == _HARM:
                return "killed_or_wounded", index - 1
            return None if kind in _CLOSE and gap > 4 else (kind, index)
        if word[:1].isdigit():
            return None
        counted = gap < 1 and read_noun(word, units.counted) is not None
        if counted and not words[low].startswith("و"):
            return None
    return None


def kind_after(context: FigureContext, index: int, last: int) -> FigureKind | None:
    """The casualty or movement word after the number in the same clause."""
    words, table = context.words, context.units.after
    described: FigureKind | None = None
    for position in range(index, min(last, index + _AFTER_REACH)):
        word = words[position]
        if word in FIGURE_ENDS or word in SOFT_COMMAS or context.is_in("figure_break", word):
            return described
        if word[:1].isdigit():
            return described
        kind = look_up(word, table)
        if kind is None:
            continue
        if kind not in ("killed", "wounded", "detained") and word.endswith(("ين", "ون")):
            described = described or kind  # «230 مواطنا من النازحين … اختطفهم»: the verb says
            continue
        if word.startswith("و") and word not in table:
            return described  # a new clause: «… وأصيب تسعة»
        if position - index > 6 and not word.endswith(("وا", "هم")):
            return described
        joined = position + 1 < last and words[position + 1][0] == "و"
        if joined and {kind, look_up(words[position + 1], table)} == _HARM:
            return "killed_or_wounded"
        return kind
    return described


def opening_verb(context: FigureContext, low: int, first: int) -> FigureKind | None:
    """A finite casualty verb that opens the clause («قتلت نيران الهاون في … عشرات»)."""
    words = context.words
    for index in range(low - 1, max(first - 1, low - _FAR_BEFORE_REACH), -1):
        word = words[index]
        if word in FIGURE_ENDS or word in SOFT_COMMAS:
            return None
        verb = word.lstrip("و")
        if context.is_in("figure_opening_verb", verb):
            before = words[index - 1]
            opens = index == first or before in SOFT_COMMAS or before in FIGURE_ENDS
            if opens or word.startswith("و"):
                return context.units.before.get(verb)
    return None


def near_trigger(context: FigureContext, index: int, first: int) -> tuple[FigureKind, int] | None:
    """A casualty word directly before, with at most a verb's own words between."""
    words, table = context.words, context.units.before
    for position in range(index - 1, max(first - 1, index - _TRIGGER_REACH), -1):
        word = words[position]
        kind = look_up(word, table)
        if kind in _LOST and kind is not None:
            if word.startswith("ال"):
                return None
            if not context.is_in("figure_trigger_reach", word) and not all(
                context.is_in("figure_trigger_filler", w) for w in words[position + 1 : index]
            ):
                return None
            joined = position > first and kind == "wounded" and word.startswith("و")
            if joined and look_up(words[position - 1], table) == "killed":
                return "killed_or_wounded", position - 1
            return kind, position
        if word in FIGURE_ENDS or word in SOFT_COMMAS:
            return None
    return None


def is_joined(context: FigureContext, low: int, previous_end: int) -> bool:
    """«3 من أبناء هنية و3 من أحفاده»: joined to the figure before by و."""
    words = context.words
    if low - previous_end > _BESIDE_REACH:
        return False
    joined = words[low].startswith("و") or (
        low > 0 and context.is_in("figure_or", words[low - 1])
    )  # fmt: skip
    beside = any(
        context.lexicon.phrase_at("figure_beside", words, k) for k in range(previous_end, low)
    )
    if not (joined or beside) or low - previous_end > (_BESIDE_REACH if beside else _JOINED_REACH):
        return False
    return not any(word in FIGURE_ENDS for word in words[previous_end:low])


def is_subset(context: FigureContext, low: int, first: int) -> bool:
    """«بينهم طفلان», «معظمهم نساء»: part of the figure before."""
    for index in range(low, max(first - 1, low - _SUBSET_REACH), -1):
        if context.is_in("figure_subset", context.words[index].lstrip("و")):
            return True
        if index < low and context.words[index] in FIGURE_ENDS:
            return False
    return False

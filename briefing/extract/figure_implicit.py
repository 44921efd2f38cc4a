"""Figures without a number: bare singulars and duals («مقتل شخص», «طفلان»), and casualties
that are reported as none («دون ورود معلومات عن وقوع ضحايا»), which have no value, never 0."""

from __future__ import annotations

from collections.abc import Iterator

from ..arabic.letters import strip_forms
from ..model import Figure, FigureKind, Unit
from .figure_context import Count, Counted, FigureContext
from .figure_kinds import is_subset, kind_after, look_up, near_trigger
from .figure_units import Reading
from .marks import FIGURE_ENDS, SOFT_COMMAS
from .phrases import bare, is_adjective

#: Kinds that a bare noun may tell of.
_KINDS = frozenset(
    {"killed", "wounded", "killed_or_wounded", "missing", "detained", "displaced"}
)  # fmt: skip
#: Tokens from «دون» to the noun of a negated casualty.
_NEGATED_REACH = 9


def add_implicit_figures(
    context: FigureContext, first: int, last: int, taken: set[int], found: list[Counted]
) -> None:
    """Append bare singulars and duals of people beside a casualty word, in one sentence.

    ``taken`` are the tokens of numbers and their figures, ``found`` the figures so far: the
    one before tells what a joined noun («وطفلة») counts.
    """
    words = context.words
    index = first
    while index < last:
        entry = None
        if index not in taken and not words[index].startswith(("ال", "وال")):
            entry = _noun(context, words[index])
        item = None
        if entry is not None:
            item = _at(context, index, first, last, *entry, found)
        if item is not None:
            found.append(item)
        index = item.last if item is not None else index + 1


def _noun(context: FigureContext, word: str) -> tuple[Reading, int] | None:
    """A dual or singular noun of people with how many it says."""
    units = context.units
    for prefix, rest in strip_forms(word):
        if prefix in ("", "و"):
            if rest in units.dual:
                return units.dual[rest], 2
            if rest in units.singular:
                return units.singular[rest], 1
    return None


def _at(
    context: FigureContext, index: int, first: int, last: int, entry: Reading, value: int,
    found: list[Counted],
) -> Counted | None:  # fmt: skip
    words, (unit, implied) = context.words, entry
    following = words[index + 1] if index + 1 < last else ""
    fixed = _passed_away(context, index, first, following, unit, value)
    fixed = fixed or _headline_count(context, index, first, following, entry, value)
    if fixed is not None:
        return fixed
    if value == 1 and following.startswith("ال") and not is_adjective(following):
        return None  # «سائق السيارة» is definite; counted only through a number
    kind, at = implied, None
    near = near_trigger(context, index, first)
    if near is not None:
        kind, at = near
    elif following and value == 2:
        kind = kind or kind_after(context, index + 1, min(last, index + 4))
    elif following and implied is None and following in context.units.after:
        kind = look_up(following, context.units.casualty_after)
    if kind is None and found:
        beside = words[index].startswith("و") and found[-1].last == index
        if beside or is_subset(context, index, first):
            kind = found[-1].figure.kind
    if kind is None or kind not in _KINDS:
        return None
    if implied is not None and value == 1 and near is None:
        return None  # a lone «جريح» or «ضحية» counts nothing by itself
    return _counted(context, index, first, last, at, kind, unit, value)


def _passed_away(
    context: FigureContext, index: int, first: int, following: str, unit: Unit, value: int
) -> Counted | None:
    """«فارق شاب الحياة»."""
    before = context.words[index - 1].lstrip("و") if index > first else ""
    if f"{before} {following}" not in context.lexicon.texts["figure_passed_away"]:
        return None
    document = context.document
    figure = context.build(
        document.span(index - 1, index + 2), "killed", unit, index, Count(value, 1, 1),
        "implicit_count", document.span(index, index + 1),
    )  # fmt: skip
    return Counted(index - 1, index + 2, figure)


def _headline_count(
    context: FigureContext, index: int, first: int, following: str, entry: Reading, value: int
) -> Counted | None:
    """«قتيل وجرحى …» at the start of a headline."""
    document, (unit, kind) = context.document, entry
    headline = (
        index == first
        and document.sentences[document.sentence_index(index)].kind == "headline"
    )  # fmt: skip
    if not headline or kind is None or not following.startswith("و"):
        return None
    span = document.span(index, index + 1)
    figure = context.build(span, kind, unit, index, Count(value), "implicit_count", span)
    return Counted(index, index + 1, figure)


def _counted(
    context: FigureContext, index: int, first: int, last: int, trigger: int | None,
    kind: FigureKind, unit: Unit, value: int,
) -> Counted:  # fmt: skip
    """The figure of a bare noun with those joined to it («رجل وامرأة»)."""
    document, words, singular = context.document, context.words, context.units.singular
    end, total, last_unit = index + 1, value, unit
    while end < last and words[end].startswith("و") and words[end][1:] in singular:
        total += 1
        joined = singular[words[end][1:]][0]
        last_unit = unit if joined == unit else "people"
        end += 1
    if end == index + 1 and end < last and words[end] == "واحد":
        end += 1
    start_at = index if trigger is None else trigger
    start = document.tokens[start_at].start
    if start_at == index:
        start += int(words[index].startswith("و"))
    elif context.has_proclitic(start_at) and words[start_at] not in context.units.before:
        start += 1
    span = document.raw_span(start, document.tokens[end - 1].end)
    figure: Figure = context.build(
        span, kind, last_unit, index, Count(total), "implicit_count", document.span(index, end)
    )
    figure.subset = is_subset(context, index, first)
    return Counted(start_at, end, figure)


def negated_figures(context: FigureContext, first: int, last: int) -> Iterator[Counted]:
    """«دون ورود معلومات عن وقوع ضحايا», «ولا أنباء عن إصابات»: reported as none."""
    words, document = context.words, context.document
    for index in range(first, last):
        if not context.lexicon.phrase_at("figure_negator", words, index):
            continue
        for position in range(index + 1, min(last, index + _NEGATED_REACH)):
            if words[position] in FIGURE_ENDS or words[position] in SOFT_COMMAS:
                break
            if context.is_in("figure_negated_noun", bare(words[position])):
                figure = context.build(
                    document.span(index, position + 1), "casualties", "people", index,
                    Count(None, qualifier="none_reported"), "negated_casualties",
                    document.span(position, position + 1),
                )  # fmt: skip
                figure.negated = True
                yield Counted(index, position + 1, figure)
                break

"""Figures: how many people, households or homes were killed, displaced, returned …

A number becomes a figure only when a noun or a verb says what it counts. Bare singulars
and duals after a casualty word count as 1 and 2 («مقتل شخص», «طفلان»); a negated casualty
(«دون ورود معلومات عن وقوع ضحايا») has no value, never 0.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import cast

from ..arabic.numbers import Number, find_numbers
from ..model import Figure, FigureKind, Qualifier, Span, Statement, Unit
from .content_index import ContentIndex
from .document import Document
from .figure_context import Count, Counted, FigureContext
from .figure_implicit import add_implicit_figures, negated_figures
from .figure_kinds import is_joined, is_subset, kind_after, kind_before, opening_verb
from .figure_units import CountedNoun, count_of, noun_after, read_noun
from .lexicon import Lexicon
from .phrases import bare

#: Kinds implied by a noun that a casualty word after it overrules («3 نازحين قتلوا»).
_OVERRIDABLE = frozenset({"refugees", "displaced", "missing", "returned", "detained"})
_CASUALTY = frozenset({"killed", "wounded", "killed_or_wounded", "detained"})
#: What people on the move do, said of a noun that tells only that they moved once.
_MOVEMENT = frozenset({"returned", "evacuated"})
_PEOPLE = frozenset({"people", "civilians", "women", "children"})
#: Tokens from the casualty word to the number that the figure's surface may span.
_SURFACE_REACH = 5
_CUMULATIVE_REACH = 6


def extract_figures(
    document: Document, lexicon: Lexicon, statements: list[Statement]
) -> list[Figure]:
    """All figures of the article in text order."""
    context = FigureContext(document, lexicon, ContentIndex(statements))
    out: list[Figure] = []
    for sentence, entry in enumerate(document.sentences):
        if entry.kind in ("headline", "body", "subheading"):
            out.extend(_in_sentence(context, sentence))
    out.sort(key=lambda figure: figure.surface.start)
    for number, figure in enumerate(out, 1):
        figure.id = f"FG{number:02d}"
    return out


def _in_sentence(context: FigureContext, sentence: int) -> list[Figure]:
    """The figures of one sentence in the order of their tokens."""
    document = context.document
    first, last = document.sentence_first[sentence], document.sentence_last[sentence]
    tokens = document.tokens[first:last]
    starts = [token.start for token in tokens]
    found: list[Counted] = []
    taken: set[int] = set()
    text = document.article.text
    for number in find_numbers(text, tokens[0].start, tokens[-1].end, tokens):
        low = first + _token_at(starts, number.start)
        high = first + _token_at(starts, number.end - 1) + 1
        taken.update(range(low, high))
        if number.role not in ("count", "percent") or number.percent or number.ordinal:
            continue
        counted = _from_number(context, number, low, high, (first, last), found)
        if counted is not None:
            found.append(counted)
            taken.update(range(counted.first, counted.last))
    add_implicit_figures(context, first, last, taken, found)
    found.extend(negated_figures(context, first, last))
    found.sort(key=lambda counted: counted.first)
    for counted in found:
        window = context.words[max(first, counted.first - _CUMULATIVE_REACH) : counted.first]
        counted.figure.cumulative = any(
            context.is_in("figure_cumulative", bare(w)) or context.is_in("figure_cumulative", w)
            for w in window
        )
    return [counted.figure for counted in found]


def _token_at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _from_number(
    context: FigureContext, number: Number, low: int, high: int, sentence: tuple[int, int],
    found: list[Counted],
) -> Counted | None:  # fmt: skip
    """The figure of a number at tokens ``low`` to ``high``, if it counts people or homes.

    ``found`` are the figures before it in the sentence.
    """
    noun = _noun_of(context, number, low, high, sentence)
    if noun is None:
        return None
    low = min(low, noun.first)  # «منازل عدة»: the noun came first
    reading = _kind_of(context, low, max(high, noun.last), sentence, noun, found)
    if reading is None:
        return None
    unit = reading.unit
    if unit is None:
        unit = found[-1].figure.unit if found and high < len(context.words) else "people"
    if not _fits(reading.kind, unit):
        return None
    surface_first = _surface_first(context, low, reading.kind_at)
    surface_last = max(high, noun.last)
    document = context.document
    span = _surface(context, number, (surface_first, surface_last), low, reading.kind_at)
    figure = context.build(
        span, reading.kind, unit, low, _count(document, number), reading.rule,
        document.span(noun.first, noun.last) if noun.last > noun.first else None,
    )  # fmt: skip
    figure.subset = reading.subset
    return Counted(surface_first, surface_last, figure)


def _noun_of(
    context: FigureContext, number: Number, low: int, high: int, sentence: tuple[int, int]
) -> CountedNoun | None:
    """The counted noun, after the number or before it; None for a number of something else."""
    first, last = sentence
    words, table = context.words, context.units.counted
    noun = noun_after(context, high, last)
    several = number.vague == "several"
    one = context.is_in("figure_one", words[low])
    if low > first and (one or (several and noun.unit is None)):
        before = read_noun(words[low - 1].removeprefix("و"), table)
        if before is not None:  # «منازل عدة», «مدني واحد»
            return CountedNoun(*before, low - 1, low)
    if noun.unit is None and not noun.other and low > first:
        before = read_noun(words[low - 1], table)
        if before is not None and words[low].startswith(("ال", "وال")):
            return CountedNoun(*before, low - 1, low)  # «النشطاء الثلاثة»
    return None if noun.unit is None and (noun.other or several) else noun


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a number counts: kind, the token that says so, unit, rule."""

    kind: FigureKind
    kind_at: int | None
    unit: Unit | None
    rule: str
    subset: bool


def _kind_of(
    context: FigureContext, low: int, after: int, sentence: tuple[int, int], noun: CountedNoun,
    found: list[Counted],
) -> _Reading | None:  # fmt: skip
    """The kind that the noun implies, or a word before or after the number says."""
    first, last = sentence
    words, implied, unit = context.words, noun.kind, noun.unit
    kind, kind_at, rule = implied, None, "number"
    known = noun.last > noun.first
    others = noun.first < last and context.is_in("figure_others", words[noun.first])
    governed = kind_before(context, low, first, not others)
    counted_of = count_of(context, low, first) if unit is None else None
    if counted_of is not None:
        unit, kind = counted_of
    elif governed is not None and _governs(governed[0], implied):
        kind, kind_at = governed
    subset = is_subset(context, low, first)
    if kind is None or (kind == implied and kind in _OVERRIDABLE):
        later = kind_after(context, after, last)
        if later is not None and (kind is None or later in _CASUALTY):
            kind, rule = later, "number_verb_after"
    joined = found and (subset or is_joined(context, low, found[-1].last))
    if joined and (kind is None or (subset and kind == implied and kind in _OVERRIDABLE)):
        kind, rule = found[-1].figure.kind, "number_joined"
    if kind is None and governed is None:
        kind = opening_verb(context, low, first)
    if known and context.is_in("figure_inhabitants", words[noun.first]):
        kind = "other"
    if kind is None:
        if unit not in _PEOPLE or read_noun(words[noun.first], context.units.counted) is None:
            return None
        kind, rule = "other", "number_of_people"
    if kind == "displaced" and unit == "combatants":
        kind = "other"
    return _Reading(kind, kind_at, unit, rule, subset)


def _governs(kind: FigureKind, implied: FigureKind | None) -> bool:
    """True when the word before the number overrules what its noun implies."""
    if implied is None or kind == "killed_or_wounded":
        return True
    return implied in _OVERRIDABLE and (kind in _CASUALTY or kind in _MOVEMENT)


def _fits(kind: FigureKind, unit: Unit) -> bool:
    """False for combinations that no figure has (homes are destroyed, not killed)."""
    if (unit == "homes") != (kind == "homes_destroyed"):
        return False
    if kind == "deployed":
        return unit in ("combatants", "other")
    return kind != "present_combatants" or unit == "combatants"


def _count(document: Document, number: Number) -> Count:
    qualifier = None
    if (
        number.qualifier_start is not None
        and number.qualifier_end is not None
        and number.vague is None
    ):
        qualifier = document.raw_span(number.qualifier_start, number.qualifier_end)
    return Count(
        number.value, number.low, number.high, cast(Qualifier, number.qualifier),
        document.raw_span(number.start, number.end), qualifier,
    )  # fmt: skip


def _surface_first(context: FigureContext, low: int, kind_at: int | None) -> int:
    """The casualty word when it stands close before the number, else the number."""
    if kind_at is None or low - kind_at > _SURFACE_REACH:
        return low
    units = context.units
    between = context.words[kind_at + 1 : low]
    return low if any(w in units.singular or w in units.counted for w in between) else kind_at


def _surface(
    context: FigureContext, number: Number, tokens: tuple[int, int], low: int, kind_at: int | None
) -> Span:
    """The raw span of a figure, without the proclitics of its first word."""
    document, (first, last) = context.document, tokens
    start = document.tokens[first].start
    if first == kind_at:
        word = context.words[first]
        stripped = word not in context.units.before or word[0] in "بل"
        start += int(context.has_proclitic(first) and stripped)
    elif first == low and number.start > start:
        start = number.start
    return document.raw_span(start, max(document.tokens[last - 1].end, number.end))

"""What a figure is said with: its place, cause and period, and the figure it is part of.

Only what stands with the number counts: a clause mark between them parts them. A figure that
belongs to an act has the act's place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from ..arabic.dates import TimeExpression
from ..model import Article, Figure, Place, Span
from .document import Document
from .lexicon import Lexicon
from .phrases import noun_phrase

#: Between a figure and its place or period: some words, no mark that ends a clause.
_GAP = re.compile(r"[^،,.؛:؟!\\\"“”«»\n]{0,60}")
#: Between a figure and its cause a closing quotation mark may stand.
_CAUSE_GAP = re.compile(r"[^،,.؛:؟!\n]{0,60}")
_MOVES = frozenset({"displaced", "evacuated", "returned", "refugees"})


def link_figures(
    document: Document,
    lexicon: Lexicon,
    article: Article,
    places: Sequence[Place],
    times: Sequence[TimeExpression],
) -> None:
    """Fill place, place role, cause, period, ``subset_of`` and time relation of the figures.

    ``places`` and ``times`` are in text order. Time is linear but for the logarithm of a
    look-up.
    """
    events = {event.id: event for event in article.events}
    place_starts = [place.surface.start for place in places]
    time_starts = [time.start for time in times]
    token_starts = [token.start for token in document.tokens]
    whole: Figure | None = None
    for figure in article.figures:
        event = events.get(figure.event or "")
        if event is not None:
            figure.time_relation = event.time_relation
        if event is not None and event.places:
            figure.place = event.places[0]
        else:
            figure.place = _place(article, figure, places, place_starts)
        if figure.place is not None:
            figure.place_role = _role(article, figure, figure.place)
        figure.period = _period(article, figure, times, time_starts)
        figure.cause = _cause(document, lexicon, figure, token_starts)
        if not figure.subset:
            whole = figure
        elif (
            whole is not None
            and whole.kind == figure.kind
            and whole.provenance.sentence_id == figure.provenance.sentence_id
        ):
            figure.subset_of = whole.id


def _place(
    article: Article, figure: Figure, places: Sequence[Place], starts: list[int]
) -> Place | None:
    at = bisect_left(starts, figure.surface.end)
    if at == len(places) or starts[at] >= figure.provenance.sentence_end:
        return None
    between = article.text[figure.surface.end : starts[at]]
    return places[at] if _GAP.fullmatch(between) else None


def _role(
    article: Article, figure: Figure, place: Place
) -> Literal["origin", "destination", "site"]:
    """من → origin, إلى → destination, for people on the move."""
    if figure.kind in _MOVES:
        before = article.text[max(0, place.surface.start - 24) : place.surface.start].split()
        if any(word in ("إلى", "الى", "نحو") for word in before[-2:]):
            return "destination"
        if "من" in before[-2:]:
            return "origin"
    return "site"


def _period(
    article: Article, figure: Figure, times: Sequence[TimeExpression], starts: list[int]
) -> Span | None:
    """The time said right after the figure, or right before it."""
    text, surface = article.text, figure.surface
    at = bisect_left(starts, surface.end)
    if at < len(times) and times[at].end <= figure.provenance.sentence_end:
        after = times[at]
        if _GAP.fullmatch(text[surface.end : after.start]):
            return Span(start=after.start, end=after.end, text=text[after.start : after.end])
    if at and times[at - 1].start >= figure.provenance.sentence_start:
        before = times[at - 1]
        if before.end <= surface.start and _GAP.fullmatch(text[before.end : surface.start]):
            return Span(start=before.start, end=before.end, text=text[before.start : before.end])
    return None


def _cause(
    document: Document, lexicon: Lexicon, figure: Figure, starts: list[int]
) -> Span | None:  # fmt: skip
    """«نتيجة الهجمات», «جراء القصف»: the opener and its noun phrase."""
    text = document.article.text
    index = bisect_left(starts, figure.surface.end)
    limit = bisect_left(starts, figure.provenance.sentence_end)
    for position in range(index, min(limit, index + 12)):
        if not lexicon.is_in("cause_opener", document.words[position]):
            continue
        if not _CAUSE_GAP.fullmatch(text[figure.surface.end : starts[position]]):
            return None
        phrase = noun_phrase(document, lexicon, position + 1, limit)
        return None if phrase.is_empty else document.span(position, phrase.last)
    return None

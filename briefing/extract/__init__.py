"""The facts of an article: statements, events and figures, each with its spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from ..arabic.dates import find_times
from ..arabic.letters import fold
from ..model import Article, Event, Figure, Place
from .document import Document, prepare
from .events import extract_events
from .figures import extract_figures
from .lexicon import load
from .phrases import is_adjective
from .places import Gazetteer
from .statements import extract_statements


def extract(
    article: Article, *, lexicon_files: Sequence[Path] = (), place_files: Sequence[Path] = ()
) -> None:
    """Fill ``statements``, ``events`` and ``figures`` of an article whose sentences are set.

    ``lexicon_files`` and ``place_files`` extend the built-in lexicon and place list. Time is
    linear in the length of the article. Raises DataFileError for a bad user file.
    """
    lexicon = load(tuple(lexicon_files))
    if article.dateline is not None and article.dateline.place is not None:
        article.dateline.place_ar = article.dateline.place.text
    document = prepare(article)
    reference = date.fromisoformat(article.date.value) if article.date.value else None
    times = find_times(article.text, reference, tokens=document.tokens)
    days = [(time.start, time.end) for time in times]
    places = [
        found for found in _places(document, Gazetteer.load(place_files))
        if not any(a <= found[2].surface.start < b for a, b in days)  # «الخميس» is also a town
    ]  # fmt: skip
    document.known_words = frozenset(
        document.words[first] for first, last, place in places
        if last - first == 1 and place.precision != "unknown"
    )  # fmt: skip
    article.statements = extract_statements(document, lexicon)
    article.figures = extract_figures(document, lexicon, article.statements)
    article.events = extract_events(
        document, lexicon, places, article.statements, article.figures, times
    )
    _link(article, places)


def _places(document: Document, gazetteer: Gazetteer) -> list[tuple[int, int, Place]]:
    """Places of the article as (first token, last token, place), in text order."""
    mentions = gazetteer.find(document.tokens, document.article.text)
    country = next((m.entry.country for m in mentions if m.entry is not None), None)
    starts = [token.start for token in document.tokens]
    out = []
    for mention, place in zip(mentions, gazetteer.resolve(mentions, country), strict=True):
        if mention.form == "unknown" and _adjectival(place.ar):
            continue  # «مدينة استراتيجية» names nothing
        first = max(0, bisect_right(starts, place.surface.start) - 1)
        last = max(first + 1, bisect_right(starts, place.surface.end - 1))
        out.append((first, last, place))
    return out


def _adjectival(name: str) -> bool:
    word = fold(name.split(maxsplit=1)[0])
    return is_adjective(word) or word.endswith("يا")


def _link(article: Article, places: list[tuple[int, int, Place]]) -> None:
    """Give each figure the place of its act, else the place said with it, else none."""
    events = {event.id: event for event in article.events}
    for figure in article.figures:
        event = events.get(figure.event or "")
        figure.place = _place_of(article, figure, event, places)
        if figure.place is not None:
            figure.place_role = _place_role(article, figure, figure.place)
        if event is not None:
            figure.time_relation = event.time_relation


def _place_of(
    article: Article, figure: Figure, event: Event | None, places: list[tuple[int, int, Place]]
) -> Place | None:
    """A place is the figure's only when nothing but a few words stands between them."""
    if event is not None and event.places:
        return event.places[0]
    low, high = figure.provenance.sentence_start, figure.provenance.sentence_end
    for _, _, place in places:
        if not (low <= place.surface.start < high and place.surface.start >= figure.surface.end):
            continue
        between = article.text[figure.surface.end : place.surface.start]
        return place if _PLACE_GAP.fullmatch(between) else None
    return None


#: Between a figure and its place: some words that end in a preposition or place noun.
_PLACE_GAP = re.compile(r"[^،,.؛:؟!\"“”«»\n]{0,60}")


def _place_role(
    article: Article, figure: Figure, place: Place
) -> Literal["origin", "destination", "site"]:
    """من → origin, إلى → destination, for people on the move."""
    if figure.kind in ("displaced", "evacuated", "returned", "refugees"):
        before = article.text[max(0, place.surface.start - 24) : place.surface.start].split()
        if any(word in ("إلى", "الى", "نحو") for word in before[-2:]):
            return "destination"
        if "من" in before[-2:]:
            return "origin"
    return "site"

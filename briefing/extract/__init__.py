"""The facts of an article: statements, events and figures, each with its spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..arabic.dates import TimeExpression, find_times
from ..arabic.letters import fold
from ..model import Article, Place
from .document import Document, prepare
from .events import extract_events
from .figure_links import link_figures
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
    starts = [time.start for time in times]
    places = [
        found
        for found in _places(document, Gazetteer.load(place_files))
        if not _in_time(times, starts, found[2].surface.start)  # «الخميس» is also a town
    ]
    document.known_words = frozenset(
        document.words[first] for first, last, place in places
        if last - first == 1 and place.precision != "unknown"
    )  # fmt: skip
    article.statements = extract_statements(document, lexicon)
    article.figures = extract_figures(document, lexicon, article.statements)
    article.events = extract_events(
        document, lexicon, places, article.statements, article.figures, times
    )
    link_figures(document, lexicon, article, [place for _, _, place in places], times)


def _in_time(times: Sequence[TimeExpression], starts: list[int], offset: int) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < times[at].end


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

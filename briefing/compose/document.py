"""From facts to a briefing: the steps in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ..model import Article, Briefing, Method, Ref
from ..settings import Settings
from .areas import areas
from .english import english_facts
from .event_groups import EventGroup, group_events
from .event_words import Scene
from .figure_groups import FigureGroup, group_figures
from .figures import CASUALTIES, DISPLACEMENT, figure_items, key_figures
from .formats import Words
from .frame import briefing_day, masthead, narrative, sources
from .highlights import highlights
from .method import SECTIONS, Findings, method
from .people import outlet_key
from .protocols import NameWorder, TranslationReport
from .refs import Numbers
from .reprints import mark_reprints
from .statements import speaker_blocks


def compose(
    articles: Sequence[Article],
    settings: Settings,
    *,
    names: NameWorder,
    date: dt.date | None,
    report: TranslationReport,
    now: dt.datetime,
) -> Briefing:
    """The briefing of some articles, in the order in which they are given.

    ``date`` is the day of the briefing when the user gives one; ``now`` (with a zone) is
    only printed as the time of compilation, never taken for the date of the news. The
    articles are not changed; copies with their English filled in travel in the result.
    Every printed line holds references to the facts it was worded from.

    Raises SettingsError for a time zone that does not exist, DataFileError for damaged
    wording files.
    """
    told = english_facts(articles, names)
    mark_reprints(told)
    words = Words.of(settings)
    scene = Scene(words, names, briefing_day(told, date))
    numbers = Numbers.of(told)
    events = group_events(told, words)
    figures = group_figures(told)
    briefing = Briefing(
        masthead=masthead(told, settings, words, date),
        digits=settings.digits,
        highlights=highlights(told, events, figures, scene, numbers),
        key_figures=key_figures(figures, scene, numbers),
        areas=areas(events, scene, numbers),
        statements=speaker_blocks(told, scene, numbers),
        displacement=figure_items(figures, DISPLACEMENT, "d", scene, numbers),
        casualties=figure_items(figures, CASUALTIES, "c", scene, numbers),
        sources=sources(told, words, numbers),
        method=Method(lines=[]),
        articles=told,
    )
    briefing.narrative = narrative(told, _printed(briefing), words, numbers)
    outlets = _outlets(events, figures)
    found = Findings(
        figures=figures,
        corroborated=sum(len(names) > 1 for names in outlets),
        total=len(outlets),
        empty=[name for name in SECTIONS if not getattr(briefing, name)],
    )
    briefing.method = method(told, found, words, settings, report=report, now=now)
    return briefing


def _printed(briefing: Briefing) -> Iterable[Ref]:
    for item in (*briefing.highlights, *briefing.displacement, *briefing.casualties):
        yield from item.refs
    for figure in briefing.key_figures:
        yield from figure.refs
    for area in briefing.areas:
        for row in area.rows:
            yield from row.refs
    for block in briefing.statements:
        for quote in block.quotes:
            yield from quote.refs


def _outlets(events: Sequence[EventGroup], figures: Sequence[FigureGroup]) -> list[set[str]]:
    """The outlets behind each event and each claim of a figure."""
    outlets = [{outlet_key(m.article) for m in group.mentions} for group in events]
    for group in figures:
        outlets.extend({outlet_key(m.article) for m in claim.mentions} for claim in group.claims)
    return outlets

"""The steps in order: read → extract → name → translate → compose → render.

What a newcomer reads first. Each step is one call into its room; data goes one way.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .compose import NameWorder, compose
from .compose import TranslationReport as Translated
from .errors import InputError, SettingsError, UnreadableArticle
from .extract import extract as extract_facts
from .model import Article, Briefing
from .read import read_sources
from .render import render
from .settings import Settings
from .translate.translator import TranslationReport, translate_articles


class Progress(Protocol):
    """Told of each step: its name, how much is done and of how much (None: unknown)."""

    def __call__(self, step: str, done: int, total: int | None) -> None: ...


def _silent(step: str, done: int, total: int | None) -> None:
    """The progress of a library call: none."""


@dataclass(slots=True)
class Built:
    """What ``build`` made: the briefing, its files, the sources that could not be used, the
    translation report and the seconds that each step took."""

    briefing: Briefing
    files: list[Path]
    errors: list[UnreadableArticle]
    translation: TranslationReport
    seconds: dict[str, float] = field(default_factory=dict)


class _Clock:
    """Adds up the seconds of the steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def read_articles(
    sources: Iterable[str | Path],
    settings: Settings,
    *,
    on_error: Callable[[UnreadableArticle], None],
    date: dt.date | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = _silent,
) -> list[Article]:
    """The usable articles of ``sources`` with their facts, Arabic only.

    Raises InputError when none is usable, after ``on_error`` has been told of each.
    """
    articles: list[Article] = []
    for article in read_sources(sources, settings, on_error=on_error, date=date, stdin=stdin):
        extract_facts(
            article, lexicon_files=tuple(settings.lexicon), place_files=tuple(settings.places)
        )
        articles.append(article)
        progress("read", len(articles), None)
    if not articles:
        raise InputError("No usable article: nothing was made.")
    return articles


def names_for(settings: Settings) -> NameWorder:
    """The English names of people, roles, organisations and places for these settings."""
    from .compose.names import Names

    return Names(glossaries=settings.translation.glossary, places=settings.places)


def build(
    sources: Sequence[str | Path],
    out: Path | None = None,
    *,
    settings: Settings | None = None,
    date: dt.date | None = None,
    now: dt.datetime | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = _silent,
    on_error: Callable[[UnreadableArticle], None] | None = None,
) -> Built:
    """A briefing from articles, written to the folder ``out`` when one is given.

    ``date`` is the publication date of articles that state none; ``now`` the information
    cut-off (default: the clock, in the zone of the settings). One bad source is reported
    through ``on_error`` and the others go on.

    Raises InputError when no source is usable or a data file is wrong, RenderError when a
    template or the PDF engine fails.
    """
    settings = settings or Settings()
    clock = _Clock()
    errors: list[UnreadableArticle] = []

    def note(error: UnreadableArticle) -> None:
        errors.append(error)
        if on_error is not None:
            on_error(error)

    with clock.step("read and extract"):
        articles = read_articles(
            sources, settings, on_error=note, date=date, stdin=stdin, progress=progress
        )
    with clock.step("translate"):
        report = translate_articles(
            articles, settings, progress=lambda done, total: progress("translate", done, total)
        )
    with clock.step("compose"):
        briefing = compose(
            articles, settings, names=names_for(settings), date=date,
            report=_translated(report), now=now or _now(settings),
        )  # fmt: skip
    files: list[Path] = []
    if out is not None:
        with clock.step("render"):
            progress("render", 0, None)
            files = render(
                briefing, out, settings.lang, settings.format, templates=settings.templates
            )
    return Built(briefing, files, errors, report, clock.seconds)


def _translated(report: TranslationReport) -> Translated:
    """What composing prints of the translation report; origins are counted from the articles."""
    return Translated(package=", ".join(report.packages) or None, advice=report.advice)


def _now(settings: Settings) -> dt.datetime:
    try:
        return dt.datetime.now(ZoneInfo(settings.timezone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"setting 'timezone': {settings.timezone!r} is no IANA zone such as Asia/Beirut."
        ) from error

"""The library in four calls: ``from briefing import build, extract, translate, render``.

Three of them have the name of a room. Modules of a room are reached as
``from briefing.extract import events``; ``import briefing.extract.events as e`` would meet
the function first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from . import pipeline
from .compose import english_facts
from .errors import UnreadableArticle
from .model import Article, Briefing, Facts, Translation
from .render import render as render_files
from .settings import Settings
from .translate.translator import translate_texts

build = pipeline.build


def extract(
    sources: Iterable[str | Path],
    *,
    settings: Settings | None = None,
    date: dt.date | None = None,
    on_error: Callable[[UnreadableArticle], None] | None = None,
) -> Facts:
    """The facts of articles, with their English names, as ``briefing extract`` prints them.

    Offsets are code points of each article's ``text``. Raises InputError when no source is
    usable; one bad source goes to ``on_error`` and the others go on.
    """
    settings = settings or Settings()
    articles: list[Article] = pipeline.read_articles(
        sources, settings, on_error=on_error or _ignore, date=date
    )
    return Facts(articles=english_facts(articles, pipeline.names_for(settings)))


def translate(texts: Sequence[str], *, settings: Settings | None = None) -> list[Translation]:
    """Checked translations of Arabic sentences, one for each, in order.

    A translation whose ``text`` is None failed its checks (``flags`` says which) or had no
    package. No socket is opened.
    """
    return translate_texts(list(texts), settings or Settings())


def render(briefing: Briefing, out: Path, *, settings: Settings | None = None) -> list[Path]:
    """Write the editions and formats that the settings name; returns the paths written."""
    settings = settings or Settings()
    return render_files(briefing, out, settings.lang, settings.format, templates=settings.templates)


def _ignore(error: UnreadableArticle) -> None:
    """The default for a library call: a bad source is left out."""

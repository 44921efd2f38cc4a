"""Reading articles: plain text, local HTML and folders of them.

    for article in read_sources(["news/", "-"], settings, on_error=print):
        ...

A source that cannot be used is reported through ``on_error`` and the others go on.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from briefing.errors import UnreadableArticle
from briefing.model import Article
from briefing.settings import Settings

from .decode import decode, require_arabic
from .files import HTML_SUFFIXES, TEXT_SUFFIXES, expand, read_bytes, read_stream
from .html import declared_charset, looks_like_html, read_markup
from .slugs import Slugs
from .structure import structure

__all__ = ["read_sources", "structure"]


def read_sources(
    sources: Iterable[str | Path],
    settings: Settings,
    *,
    on_error: Callable[[UnreadableArticle], None],
    date: datetime.date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of ``sources``, one by one, in the order given.

    A source is a file, a folder (all .txt, .text, .html, .htm and .xhtml files below it,
    sorted by path, hidden ones left out) or "-" for ``stdin`` (default: standard input). A
    file of another suffix is read when it is named itself: its start decides between text
    and HTML. ``date`` is the publication date to use for all articles.

    Nothing is raised for a bad source: ``on_error`` is called with one UnreadableArticle
    for it. Limits are ``settings.read``; sources after ``max_articles`` are reported once
    and not read. An article that comes twice is given twice.
    """
    slugs = Slugs()
    for taken, (name, path) in enumerate(expand(sources, on_error)):
        if taken >= settings.read.max_articles:
            on_error(
                UnreadableArticle(
                    name,
                    f"was not read, nor what follows: a run reads at most "
                    f"{settings.read.max_articles} articles (setting read.max_articles).",
                )
            )
            return
        try:
            article = _read_one(name, path, settings, slugs, date=date, stdin=stdin)
        except UnreadableArticle as error:
            on_error(error)
            continue
        yield article  # outside the try: what the caller raises is not ours to catch


def _read_one(
    name: str,
    path: Path | None,
    settings: Settings,
    slugs: Slugs,
    *,
    date: datetime.date | None,
    stdin: BinaryIO | None,
) -> Article:
    limit = settings.read.max_bytes
    if path is None:
        data = read_stream(stdin if stdin is not None else sys.stdin.buffer, name, limit)
        suffix = ""
    else:
        data = read_bytes(path, name, limit)
        suffix = path.suffix.lower()
    text = decode(data, name, declared_charset(data) if suffix not in TEXT_SUFFIXES else None)
    if suffix in HTML_SUFFIXES or (suffix not in TEXT_SUFFIXES and looks_like_html(text)):
        page = read_markup(text, name)
        require_arabic(page.text, name, settings.read.min_arabic)
        return structure(
            page.text, article_id=slugs.make(name), path=name, title_hint=page.title,
            date_hint=page.date, outlet_hint=page.outlet, url=page.url, date=date,
        )  # fmt: skip
    require_arabic(text, name, settings.read.min_arabic)
    return structure(text, article_id=slugs.make(name), path=name, date=date)

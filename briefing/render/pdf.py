"""The briefing as a tagged PDF, with its facts attached.

One language an edition gives PDF/UA-1; the bilingual edition is tagged, but PDF/UA wants one
main language. The engine fetches nothing: only bundled fonts and data URIs are served.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from ..errors import RenderError
from ..model import Briefing, Edition
from .files import write_atomic
from .fonts import SCHEME, font_folder, read_font, uncovered
from .html import render_html

#: Name of the attached document.
ATTACHMENT = "briefing.json"

_log = logging.getLogger(__name__)
# The engine's font configuration and its log are shared by all threads of a process.
_lock = threading.RLock()


def render_pdf(
    briefing: Briefing,
    edition: Edition,
    path: Path | None = None,
    *,
    templates: Path | None = None,
    messages: list[str] | None = None,
) -> bytes:
    """The briefing in ``edition`` as PDF; also written to ``path`` when that is given.

    The same briefing gives the same bytes. Whatever the engine complains about is appended
    to ``messages``, or logged as a warning when there is no such list.

    Raises RenderError when a template fails, when something but a bundled font or a data URI
    is asked for, and when the file cannot be written.
    """
    html = render_html(briefing, edition, templates=templates, for_print=True)
    data = briefing.to_json().encode()
    with _lock:
        pdf, complaints = _make(html, edition, data, _moment(briefing))
    if messages is None:
        for complaint in complaints:
            _log.warning("%s edition: %s", edition, complaint)
    else:
        messages.extend(complaints)
    if path is not None:
        write_atomic(path, pdf)
    return pdf


def _make(
    html: str, edition: Edition, data: bytes, moment: datetime.datetime
) -> tuple[bytes, list[str]]:
    weasyprint = _engine()
    attachment = weasyprint.Attachment(
        string=data.decode(),
        name=ATTACHMENT,
        description="The facts of this briefing as data",
        created=moment,
        modified=moment,
        relationship="Data",
    )
    digest = hashlib.sha256(data + html.encode()).hexdigest()[:32]
    with _complaints() as complaints:
        try:
            document = weasyprint.HTML(string=html, url_fetcher=_fetcher()).render(
                font_config=_font_configuration(not uncovered(unescape(html)))
            )
            pdf = document.write_pdf(
                attachments=[attachment],
                pdf_identifier=digest.encode(),
                pdf_variant=None if edition == "ar+en" else "pdf/ua-1",
                pdf_tags=True,
                finisher=_finish(edition),
            )
        except weasyprint.urls.FatalURLFetchingError as error:
            raise RenderError(str(error)) from error
        except (ValueError, TypeError, AssertionError, LookupError, OSError, MemoryError) as error:
            raise RenderError(
                f"{edition} edition: the PDF engine failed ({type(error).__name__}: {error}); "
                "try the bundled templates."
            ) from error
    return pdf, complaints


def _moment(briefing: Briefing) -> datetime.datetime:
    """The date of the briefing as the attachment's date, so that bytes do not change by the
    second; an undated briefing gets the day of the first PDF standard with attachments."""
    try:
        return datetime.datetime.fromisoformat((briefing.masthead.date or "")[:10])
    except ValueError:
        return datetime.datetime(2008, 7, 1)


@contextmanager
def _bundled_fonts_only() -> Iterator[None]:
    """Point fontconfig to our own configuration for a moment: it is read when a
    FontConfiguration is made, and there is no other way to hand one over."""
    name, before = "FONTCONFIG_FILE", os.environ.get("FONTCONFIG_FILE")
    os.environ[name] = str(font_folder() / "fonts.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The ``weasyprint`` module. Raises RenderError when its libraries are missing."""
    with _lock, warnings.catch_warnings(), _bundled_fonts_only():
        # The machine's fonts do not matter: ours are bundled.
        warnings.filterwarnings("ignore", message="(No fonts configured|FontConfig cannot load)")
        try:
            import weasyprint
            import weasyprint.urls
        except OSError as error:
            raise RenderError(
                f"Pango cannot be loaded ({error}); install it: 'briefing doctor' says how."
            ) from error
    return weasyprint


@lru_cache(maxsize=2)
def _font_configuration(bundled_only: bool) -> Any:
    """One configuration a process: reading the fonts again costs more than a page.

    With ``bundled_only`` the machine's fonts are out of reach and the PDF is the same
    everywhere; without it they serve the letters that no bundled font has.
    """
    from weasyprint.text.fonts import FontConfiguration

    with _bundled_fonts_only() if bundled_only else nullcontext():
        return FontConfiguration()


@lru_cache(maxsize=1)
def _fetcher() -> Any:
    """A fetcher that serves bundled fonts and data URIs and refuses everything else.

    A refusal stops the rendering: a page that lacks a picture without a word is worse.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc] # the package has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            scheme, _, rest = url.partition(":")
            if scheme == SCHEME:
                return URLFetcherResponse(url, read_font(rest), {"Content-Type": "font/ttf"})
            if scheme.lower() == "data":
                return super().fetch(url, headers)
            shown = url if len(url) <= 100 else url[:100] + "…"
            raise FatalURLFetchingError(
                f"{shown}: refused, the PDF takes nothing from files or the network; "
                "put it in as a data: URI."
            )

    return Fetcher(allowed_protocols={"data"}, allow_redirects=False)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what the engine logs as warning or error in this thread."""
    found: list[str] = []
    thread = threading.get_ident()

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                found.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    collector = Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)


def _finish(edition: Edition) -> Any:
    """A finisher that adds what the engine leaves out of the structure tree.

    Headers of table columns get their scope, Arabic documents their reading direction, the
    attachment its relationship, and the Arabic originals in an English document (the only
    block quotes there) their language.
    """
    import pydyf  # type: ignore[import-untyped]

    def finish(_document: object, pdf: Any) -> None:
        files = []
        for item in pdf.objects:
            if not isinstance(item, pydyf.Dictionary):
                continue
            kind = item.get("S")
            if kind == "/TH":
                item["A"] = pydyf.Dictionary({**item.get("A", {"O": "/Table"}), "Scope": "/Column"})
            elif kind == "/BlockQuote" and edition == "en":
                item["Lang"] = pydyf.String("ar")
            elif item.get("Type") == "/Filespec":
                item["AFRelationship"] = "/Data"
                files.append(item.reference)
        if files:
            pdf.catalog["AF"] = pydyf.Array(files)
        if edition != "en":
            pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())["Direction"] = "/R2L"

    return finish

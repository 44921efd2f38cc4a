"""Article text and metadata out of local HTML, with trafilatura; nothing is ever fetched."""

from __future__ import annotations

import datetime
import logging
import re
from dataclasses import dataclass
from typing import Any

from briefing.arabic.letters import arabic_share, fold
from briefing.errors import UnreadableArticle

from .decode import decode

_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-:]{3,20})""", re.I
)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_\-]{3,20})""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LOOKS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|div|p)\b",
    re.I | re.S,
)
#: A start tag with its attributes; quotes count only after "=", as for a browser. Possessive,
#: so that the time is linear.
_TAG = re.compile(
    r"""<([A-Za-z][A-Za-z0-9]*+)(?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+>?""",
)
_MAX_TAG = 8192  # longer tags lose their attributes: libxml2 takes quadratic time over many
_LEAST_WORDS = 15  # under this, what trafilatura found is not taken for the article
_MAX_TITLE = 400
#: Elements that never hold text of the article.
_SKIP = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "nav", "aside", "footer", "form",
     "button", "select", "head"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th",
     "blockquote", "section", "article", "header", "main", "figure", "figcaption", "pre", "dd",
     "dt", "dl", "br", "hr"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the article's lines with the headline first, and its metadata."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    url: str | None = None


def looks_like_html(text: str) -> bool:
    """True when a text of unknown kind begins like an HTML page."""
    return bool(_LOOKS_HTML.match(text[:8192].lstrip("\ufeff")))


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its first 4096 bytes, or None."""
    head = data[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    return found.group(1).decode("ascii") if found else None


def read_html(data: bytes, source: str) -> Page:
    """The article in a page. Time is linear in the size of the page, save for trafilatura.

    Raises UnreadableArticle when the bytes cannot be decoded or hold no text.
    """
    return read_markup(decode(data, source, declared_charset(data)), source)


def read_markup(markup: str, source: str) -> Page:
    """The article in the markup of a page, already decoded."""
    markup = _TAG.sub(_short_tag, _XML_DECLARATION.sub("", markup, count=1))
    found = _trafilatura(markup)
    title = _clean(getattr(found, "title", None))
    body = _lines(getattr(found, "text", None) or "")
    if len(" ".join(body).split()) < _LEAST_WORDS:
        plain = _plain(markup, source)
        if len(" ".join(plain).split()) > len(" ".join(body).split()):
            body = plain
    if not body and not title:
        raise UnreadableArticle(
            source,
            "is an HTML page in which no text is found (empty, or nested too deep); "
            "save the article as plain text.",
        )
    if title and arabic_share(title) < 0.3:
        title = None  # the site's name or a template's default, not the headline
    if title and body:
        title = _without_site(title, body)
        if fold(body[0]).split() == fold(title).split():
            body = body[1:]
    text = "\n\n".join(part for part in (title, "\n".join(body)) if part)
    return Page(
        text=text + "\n",
        title=title,
        outlet=_clean(getattr(found, "sitename", None)),
        date=_date(getattr(found, "date", None)),
        url=_url(getattr(found, "url", None)),
    )


def _short_tag(match: re.Match[str]) -> str:
    """A start tag as it is, or without its attributes when they are out of all measure."""
    return match.group() if match.end() - match.start() <= _MAX_TAG else f"<{match.group(1)}>"


def _trafilatura(markup: str) -> Any:
    """trafilatura's document, or None when it finds no article or gives up."""
    from trafilatura import bare_extraction  # 0.4 s: only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError):
        return None  # broken markup: the plain text of the page is read instead


def _plain(markup: str, source: str) -> list[str]:
    """All visible text of a page, a line for each block; entities from outside stay shut."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )  # the markup is already decoded: what the page declares no longer counts
    try:
        root = etree.fromstring(markup.encode("utf-8", "surrogatepass"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableArticle(source, "cannot be read as HTML; save it as plain text.") from error
    if root is None:
        return []
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += name in _SKIP
            if name in _BLOCKS:
                parts.append("\n")
            if not hidden:
                parts.append(re.sub(r"\s+", " ", element.text or ""))
        else:
            hidden -= name in _SKIP
            if name in _BLOCKS:
                parts.append("\n")
            if not hidden:
                parts.append(re.sub(r"\s+", " ", element.tail or ""))
    return _lines("".join(parts))


def _lines(text: str) -> list[str]:
    """Lines without outer white space; list marks of trafilatura («- ») are kept."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())[:_MAX_TITLE]
    return text or None


def _without_site(title: str, body: list[str]) -> str:
    """A title without the site's name after it («العنوان | الموقع»)."""
    for mark in (" | ", " – ", " — ", " - ", " :: ", " « "):
        head, found, tail = title.rpartition(mark)
        if found and len(head.split()) >= 4 and len(tail.split()) <= 4 and tail not in body[0]:
            return head.strip()
    return title


def _date(value: object) -> datetime.date | None:
    if not isinstance(value, str):
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def _url(value: object) -> str | None:
    """The page's own address, only when it is an ordinary web address."""
    if isinstance(value, str) and len(value) <= 2000 and re.match(r"https?://[^\s<>\"]+$", value):
        return value
    return None

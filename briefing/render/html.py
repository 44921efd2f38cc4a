"""The briefing as one self-contained HTML file, and the check that it is one."""

from __future__ import annotations

import re
import secrets
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..errors import RenderError
from ..model import Briefing, Edition
from .environment import environment, fill, read_template_file
from .fonts import print_faces, screen_faces
from .view import view

TEMPLATE = "daily/daily.html.j2"
STYLESHEETS = ("daily/daily.css", "daily/screen.css")

#: Elements that load or run something; none has a place in a briefing.
_FORBIDDEN = frozenset(
    "script iframe frame frameset object embed applet base form input button textarea select "
    "audio video source track portal fencedframe template slot noscript".split()
)
#: Attributes whose value is fetched by itself when the page is shown.
_LOADING = frozenset(
    "src srcset data poster background cite longdesc manifest ping action formaction codebase "
    "archive classid usemap profile xlink:href imagesrcset".split()
)
_DATA_URI = re.compile(r"data:(?:image/(?:png|jpeg|gif|webp)|font/woff2?)[;,]", re.IGNORECASE)
_CSS_LOADING = frozenset("url src image image-set -webkit-image-set cross-fade element".split())


def render_html(
    briefing: Briefing,
    edition: Edition,
    *,
    templates: Path | None = None,
    for_print: bool = False,
) -> str:
    """The briefing in ``edition`` ("en", "ar" or "ar+en") as one HTML document.

    Styles and fonts are inside; nothing is loaded and nothing runs. ``templates`` is a folder
    whose files stand in for ours. With ``for_print`` the document is the one that the PDF
    engine takes: its fonts are addresses that only our fetcher serves.

    Raises RenderError when a template fails or would load, run or link something unsafe.
    """
    env = environment(templates)
    context: dict[str, Any] = view(briefing, edition, for_print=for_print)
    sheets = STYLESHEETS[:1] if for_print else STYLESHEETS
    context["style"] = Markup("\n".join(_style(env, name) for name in sheets))  # noqa: S704 - CSS
    mark = f"/*{secrets.token_hex(16)}*/"
    context["font_faces"] = Markup(mark)  # noqa: S704 - random letters and digits
    html = fill(env, TEMPLATE, context)
    _check(html, templates)
    # The fonts come last, because which are needed depends on the finished text.
    faces = print_faces() if for_print else screen_faces(unescape(html))
    return html.replace(mark, faces, 1)


def _style(env: Environment, name: str) -> str:
    style = read_template_file(env, name)
    if "</" in style:
        raise RenderError(f"{name}: a stylesheet must not hold '</'.")
    return style


def _check(html: str, templates: Path | None) -> None:
    """Refuse a page that would load or run anything; our own pages pass by construction, a
    user's template may not."""
    problem = unsafe(html)
    if problem:
        where = templates or "the bundled templates"
        raise RenderError(
            f"{where}: the page must be self-contained, but has {problem}; "
            "put images and fonts in as data: URIs."
        )


def unsafe(html: str) -> str | None:
    """What in ``html`` would load, run or link to something unsafe, in words; None if nothing."""
    from lxml import html as parser

    for element in parser.document_fromstring(html).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if tag in _FORBIDDEN:
            return f"a <{tag}> element"
        if tag == "style":
            found = _css_problem(element.text or "")
            if found:
                return found
        if tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            return "a <meta http-equiv=refresh>"
        for name, value in element.attrib.items():
            found = _attribute_problem(tag, str(name).lower(), str(value))
            if found:
                return found
    return None


def _attribute_problem(tag: str, name: str, value: str) -> str | None:
    shown = value if len(value) <= 60 else value[:60] + "…"
    if name.startswith("on"):
        return f"a script attribute {name}"
    if name == "style":
        return _css_problem(value)
    if name in _LOADING and not _DATA_URI.match(value):
        return f"{name}={shown!r} on <{tag}>"
    if name == "href":
        if tag == "a" and re.match(r"(?:https?://|#|mailto:)", value, re.IGNORECASE):
            return None
        if value.startswith("#"):
            return None
        return f"href={shown!r} on <{tag}>"
    return None


def _css_problem(style: str) -> str | None:
    """An address in ``style`` that would be fetched; strings that are only text are fine."""
    import tinycss2  # type: ignore[import-untyped]

    pending = list(tinycss2.parse_component_value_list(style, skip_comments=True))
    while pending:
        token = pending.pop()
        targets: list[str] = []
        if token.type == "at-keyword" and token.lower_value == "import":
            return "an @import in its styles"
        if token.type == "url":
            targets = [token.value]
        elif token.type == "function":
            pending.extend(token.arguments)
            if token.lower_name in _CSS_LOADING:
                targets = [part.value for part in token.arguments if part.type == "string"]
        elif token.type in ("{} block", "() block", "[] block"):
            pending.extend(token.content)
        for target in targets:
            if not (_DATA_URI.match(target.strip()) or target.strip().startswith("#")):
                return f"the address {target[:60]!r} in its styles"
    return None

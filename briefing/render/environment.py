"""The Jinja environment: sandboxed, always escaping, undefined names are errors.

A template sees plain dictionaries and :class:`~briefing.render.language.Format` objects,
never a model, so that no method of a model can be called from a user's template.
"""

from __future__ import annotations

import re
import traceback
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ..errors import RenderError
from .bidi import isolate, strip_isolates
from .labels import SYMBOLS
from .language import Format

_QUOTES = "\"'“”„«»‹›‘’"


def template_folder() -> Path:
    """The folder of our own templates: in an installed wheel or in the repository."""
    package = Path(__file__).parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "daily" / "daily.html.j2").is_file():
            return folder
    raise RenderError(
        f"{package / 'templates'}: the bundled templates are missing; install Briefing again."
    )


@lru_cache(maxsize=8)
def environment(templates: Path | None = None) -> Environment:
    """The environment; a file in ``templates`` stands in for ours of the same relative name.

    Raises RenderError when ``templates`` is not a folder.
    """
    folders = [template_folder()]
    if templates is not None:
        if not templates.is_dir():
            raise RenderError(f"{templates}: is not a folder of templates.")
        folders.insert(0, templates)
    env = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters["isolate"] = isolate
    env.filters["date"] = _date
    env.filters["number"] = _number
    env.filters["css_string"] = css_string
    env.filters["safe_url"] = safe_url
    env.filters["sentence_case"] = sentence_case
    env.filters["plain"] = strip_isolates
    env.globals["symbols"] = dict(SYMBOLS)
    env.globals["attrs"] = attrs
    env.globals["quoted"] = quoted
    return env


def attrs(language: Format) -> Markup:
    """``lang`` and ``dir`` attributes for a block in ``language``."""
    return Markup('lang="{}" dir="{}"').format(language.lang, language.dir)


def css_string(text: str) -> Markup:
    """``text`` as a CSS string with its quotes; nothing in it can end the string or the style.

    >>> str(css_string('a"</style>'))
    '"a\\\\22 \\\\3c /style\\\\3e "'
    """
    safe = re.sub(r"[\x00-\x1f\"'\\<>&]", lambda m: f"\\{ord(m.group()):x} ", text)
    return Markup(f'"{safe}"')  # noqa: S704 - escaped in the line above


def sentence_case(text: str) -> str:
    """``text`` with its first letter large, the rest as it is; Arabic has no case.

    >>> sentence_case("date not stated by NPA")
    'Date not stated by NPA'
    """
    return text[:1].upper() + text[1:]


def quoted(text: str, lang: str, kind: str) -> str:
    """``text`` between the quotation marks of ``lang`` when ``kind`` is "direct".

    Text that already starts or ends with a quotation mark is left as it is.

    >>> quoted("Stop.", "en", "direct")
    '“Stop.”'
    """
    text = text.strip()
    if kind != "direct" or not text or text[0] in _QUOTES or text[-1] in _QUOTES:
        return text
    return f"«{text}»" if lang == "ar" else f"“{text}”"


def safe_url(url: str | None) -> str | None:
    """``url`` when it is an http or https address that may become a link, else None.

    >>> safe_url("javascript:alert(1)") is None
    True
    """
    if not url or re.search(r"[\x00-\x20\x7f]", url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and host else None


def read_template_file(env: Environment, name: str) -> str:
    """The text of a file beside the templates that is no template itself (a stylesheet).

    Raises RenderError when it is in none of the folders.
    """
    assert env.loader is not None  # noqa: S101 - set in environment()
    try:
        return env.loader.get_source(env, name)[0]
    except TemplateNotFound as error:
        raise RenderError(f"{name}: no such file in {_folders(env)}.") from error
    except UnicodeDecodeError as error:
        raise RenderError(f"{name}: is not UTF-8; save it as UTF-8.") from error


def fill(env: Environment, name: str, context: dict[str, object]) -> str:
    """The text of the template ``name`` filled with ``context``.

    Raises RenderError naming the template and the line for whatever goes wrong in it.
    """
    try:
        return env.get_template(name).render(context)
    except TemplateNotFound as error:
        raise RenderError(
            f"{_where(error, name)}: template '{error.name}' is not in {_folders(env)}."
        ) from error
    except TemplateSyntaxError as error:
        place = f"{error.name or name}, line {error.lineno}"
        raise RenderError(f"{place}: template is not valid: {error.message}") from error
    except SecurityError as error:
        raise RenderError(f"{_where(error, name)}: refused by the sandbox: {error}") from error
    except (TemplateError, RecursionError, MemoryError) as error:
        raise RenderError(f"{_where(error, name)}: {error}") from error
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise RenderError(f"{_where(error, name)}: {reason}") from error


def _where(error: BaseException, name: str) -> str:
    """The deepest template and line of the error's traceback."""
    place = name
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.endswith((".j2", ".html")):
            # Jinja puts the template's path and line in the traceback.
            parts = Path(frame.filename).parts
            place = f"{'/'.join(parts[-2:])}, line {frame.lineno}"
    return place


def _folders(env: Environment) -> str:
    assert isinstance(env.loader, FileSystemLoader)  # noqa: S101 - set in environment()
    return " or ".join(env.loader.searchpath)


def _date(value: str, language: Format, style: str = "long") -> str:
    if style not in ("full", "long", "medium", "short"):
        raise ValueError(f"date style '{style}' is none of full, long, medium, short")
    return language.date(value, style)  # type: ignore[arg-type]


def _number(value: int, language: Format) -> str:
    return language.number(value)

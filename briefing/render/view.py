"""From a :class:`~briefing.model.Briefing` to what a template sees: plain, printable data."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from .. import __version__
from ..model import Briefing, Edition
from .bidi import clean, strip_isolates
from .language import formats


def view(briefing: Briefing, edition: Edition, *, for_print: bool) -> dict[str, Any]:
    """The context of the templates.

    ``b`` is the briefing as dictionaries without its articles, every string cleaned of
    unprintable characters; ``langs`` are the Format objects of the edition in reading order,
    ``main`` the first; ``title`` is the document's title in plain text.
    """
    data = _clean(briefing.model_dump(exclude={"articles"}))
    for source in data["sources"]:
        source["file"] = _file_name(source["path"])
    langs = formats(edition, briefing.digits)
    masthead = data["masthead"]
    titles = [
        " – ".join(filter(None, (masthead["title"][f.lang], masthead["date_text"][f.lang])))
        for f in langs
    ]
    return {
        "b": data,
        "edition": edition,
        "langs": langs,
        "main": langs[0],
        "bilingual": len(langs) > 1,
        "for_print": for_print,
        "title": strip_isolates(" / ".join(titles)),
        "version": __version__,
        "modalities": _modalities(data),
        "counts": {
            "events": sum(len(area["rows"]) for area in data["areas"]),
            "statements": sum(len(block["quotes"]) for block in data["statements"]),
        },
        "origins": sorted(_origins(data)),
    }


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value


def _file_name(path: str | None) -> str | None:
    """The last part of a path of any system: folders of the writer's machine are not printed."""
    if not path:
        return None
    return PureWindowsPath(path).name if "\\" in path else PurePosixPath(path).name


def _modalities(data: dict[str, Any]) -> list[str]:
    """The kinds of certainty that the document shows, for the legend, in a fixed order."""
    rows = [row["modality"] for area in data["areas"] for row in area["rows"]]
    used = {*rows, *(figure["modality"] for figure in data["key_figures"])}
    order = ("asserted", "claimed", "alleged", "denied", "threatened", "feared")
    return [name for name in order if name in used]


def _origins(data: dict[str, Any]) -> set[str]:
    quotes = [quote for block in data["statements"] for quote in block["quotes"]]
    return {item["translation"]["origin"] for item in [*quotes, *data["narrative"]]}

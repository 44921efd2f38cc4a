"""From a :class:`~briefing.model.Briefing` to files: PDF, HTML and JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from ..model import Briefing, Edition
from .environment import template_folder
from .files import file_name, write_atomic
from .html import render_html
from .pdf import render_pdf

__all__ = ["Output", "render", "render_html", "render_pdf", "template_folder"]

#: Kinds of file that :func:`render` writes.
Output = Literal["pdf", "html", "json"]


def render(
    briefing: Briefing,
    out_dir: Path,
    editions: Iterable[Edition],
    formats: Iterable[Output],
    *,
    stem: str | None = None,
    templates: Path | None = None,
) -> list[Path]:
    """Write the briefing in every edition and format; returns the paths in order of writing.

    Files are named ``<stem>_<en|ar|ar-en>_<YYYYMMDD|undated>.<pdf|html>`` (``stem`` is
    "daily_briefing" when not given); "json" writes one ``briefing.json``. Each file is whole
    or not there.

    Raises RenderError when a template, the PDF engine or writing fails.
    """
    wanted = list(dict.fromkeys(formats))
    stem = stem or "daily_briefing"
    written: list[Path] = []
    for edition in dict.fromkeys(editions):
        for kind in wanted:
            if kind == "json":
                continue
            path = out_dir / file_name(briefing, edition, kind, stem)
            if kind == "pdf":
                render_pdf(briefing, edition, path, templates=templates)
            else:
                write_atomic(path, render_html(briefing, edition, templates=templates).encode())
            written.append(path)
    if "json" in wanted:
        path = out_dir / "briefing.json"
        write_atomic(path, briefing.to_json().encode())
        written.append(path)
    return written

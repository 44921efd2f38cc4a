"""Names of the files and writing them whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from ..errors import RenderError
from ..model import Briefing, Edition


def file_name(briefing: Briefing, edition: Edition, ending: str, stem: str) -> str:
    """``<stem>_<lang>_<YYYYMMDD or undated>.<ending>``, after OCHA's naming.

    Raises RenderError when ``stem`` could leave the folder or is no good as a file name.
    """
    if not re.fullmatch(r"\w[\w.\- ]{0,99}", stem):
        raise RenderError(
            f"file name '{stem}': use letters, digits, '-', '_' and '.' only, at most 100."
        )
    date = re.sub(r"\D", "", (briefing.masthead.date or "")[:10])
    day = date if len(date) == 8 else "undated"
    return f"{stem}_{edition.replace('+', '-')}_{day}.{ending}"


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: under another name first, then renamed over it.

    Raises RenderError when the folder or the file cannot be written.
    """
    other = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with other.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            other.replace(path)
        finally:
            other.unlink(missing_ok=True)
    except OSError as error:
        raise RenderError(f"{path}: cannot be written ({error.strerror}).") from error

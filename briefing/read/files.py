"""Finding and opening sources within bounds: files, folders, a stream."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from briefing.errors import UnreadableArticle

TEXT_SUFFIXES = frozenset({".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_KNOWN = TEXT_SUFFIXES | HTML_SUFFIXES


def expand(
    sources: Iterable[str | Path], on_error: Callable[[UnreadableArticle], None]
) -> Iterator[tuple[str, Path | None]]:
    """Each source as (name for messages, path), folders opened; the path of "-" is None.

    A missing file is still given: opening it says what is wrong with it. Links that leave
    their folder are reported and not followed; folders behind links are never entered.
    """
    for source in sources:
        if str(source) == "-":
            yield "-", None
            continue
        path = Path(source)
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):
            is_folder = False
        if is_folder:
            yield from _folder(path, on_error)
        else:
            yield str(source), path


def _folder(
    folder: Path, on_error: Callable[[UnreadableArticle], None]
) -> Iterator[tuple[str, Path | None]]:
    root = folder.resolve()
    found = False
    reported = False

    def failed(error: OSError) -> None:
        nonlocal reported
        reported = True
        name = str(error.filename or folder)
        on_error(UnreadableArticle(name, f"cannot be opened ({_why(error)})."))

    for base, folders, files in os.walk(folder, followlinks=False, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            inner = Path(base, name)
            if inner.is_symlink() and not inner.resolve().is_relative_to(root):
                reported = True
                on_error(UnreadableArticle(str(inner), "is a link that leaves its folder."))
        for name in sorted(files):
            path = Path(base, name)
            if name.startswith(".") or path.suffix.lower() not in _KNOWN:
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                reported = True
                on_error(
                    UnreadableArticle(
                        str(path), "is a link that leaves its folder; name its target instead."
                    )
                )
                continue
            found = True
            yield str(path), path
    if not found and not reported:
        on_error(
            UnreadableArticle(
                str(folder), f"is a folder without articles ({', '.join(sorted(_KNOWN))})."
            )
        )


def read_bytes(path: Path, name: str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes. Raises UnreadableArticle."""
    try:
        # a pipe is opened without waiting for its writer, then refused
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError as error:
        raise UnreadableArticle(name, "does not exist; check the path.") from error
    except PermissionError as error:
        raise UnreadableArticle(name, "may not be read (permission denied).") from error
    except (OSError, ValueError) as error:
        raise UnreadableArticle(name, f"cannot be opened ({_why(error)}).") from error
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(name, "is not a file (a device, pipe or socket).")
        if status.st_size > limit:
            raise _too_large(name, f"{status.st_size} bytes", limit)
        return read_stream(stream, name, limit)


def read_stream(stream: BinaryIO, name: str, limit: int) -> bytes:
    """All bytes of a stream of at most ``limit`` bytes. Raises UnreadableArticle."""
    parts: list[bytes] = []
    size = 0
    try:
        while size <= limit:
            part = stream.read(min(1 << 20, limit + 1 - size))
            if not part:
                break
            parts.append(part)
            size += len(part)
    except OSError as error:
        raise UnreadableArticle(name, f"cannot be read ({_why(error)}).") from error
    if size > limit:
        raise _too_large(name, f"more than {limit} bytes", limit)
    return b"".join(parts)


def _too_large(name: str, size: str, limit: int) -> UnreadableArticle:
    return UnreadableArticle(
        name, f"is too large: {size}, and at most {limit} are read (setting read.max_bytes)."
    )


def _why(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()

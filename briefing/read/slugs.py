"""Short names for articles, unique in a run and the same in every run."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

_MAX = 48
_OTHER = re.compile(r"[^\w]+|_+")


class Slugs:
    """Gives out slugs; the second «news» of a run becomes «news-2»."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def make(self, name: str) -> str:
        """A slug from a file's name as the user gave it ("-" gives "stdin")."""
        base = _slug(name)
        slug, number = base, 1
        while slug in self._taken:
            number += 1
            slug = f"{base}-{number}"
        self._taken.add(slug)
        return slug


def _slug(name: str) -> str:
    """Letters and digits of the name without its suffix, lower case, joined by hyphens."""
    if name == "-":
        return "stdin"
    plain = unicodedata.normalize("NFC", PurePath(name).stem).lower()
    plain = "".join(c for c in plain if not unicodedata.category(c).startswith(("M", "C")))
    return _OTHER.sub("-", plain)[:_MAX].strip("-") or "article"

"""A user's own lexicon on top of the built-in tables.

A tab-separated file, one entry a line: category, attribute, Arabic, note. A category with a
«-» before it removes instead of adding. «#» opens a comment.

    category      attribute                     Arabic
    report_verb   a stance (claim, denial …)    the perfect, its preposition: «صارح», «أشاد بـ»
    event         an event type (air_strike …)  a noun or a phrase: «رمي بالنار»
    event_verb    an event type                 a verb form as it stands in the text: «أمطر»
    figure        a kind (killed, displaced …)  a word beside a number that says so: «طُمر»
    unit          a unit (people, families …)   a counted noun: «حرفيين»
    word          a class of grammar_ar.tsv     a member: «word ⇥ given_name ⇥ قحطان»
                  or event_words_ar.tsv
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from ..arabic.letters import arabic_share, fold
from ..errors import DataFileError
from ..model import ActionType, FigureKind, Stance, Unit

#: Largest file and longest entry that are read: a lexicon is made by hand.
MAX_BYTES = 2_000_000
MAX_WORDS = 8

_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "report_verb": get_args(Stance),
    "event": get_args(ActionType),
    "event_verb": get_args(ActionType),
    "figure": get_args(FigureKind),
    "unit": get_args(Unit),
}


@dataclass(frozen=True, slots=True)
class UserEntry:
    """One line. ``words`` are folded; ``place`` is the file and line for messages."""

    remove: bool
    category: str
    attribute: str
    words: tuple[str, ...]
    text: str
    place: str


def read_user_files(paths: Iterable[Path]) -> list[UserEntry]:
    """The entries of the files in order. Raises DataFileError, naming file, line and mend."""
    entries: list[UserEntry] = []
    for path in paths:
        entries.extend(_read(path))
    return entries


def _read(path: Path) -> Iterable[UserEntry]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataFileError(f"{path}: is larger than {MAX_BYTES} bytes; cut the lexicon.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataFileError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8; save it as UTF-8.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _entry(line.split("\t"), f"{path}, line {number}")


def _entry(row: Sequence[str], place: str) -> UserEntry:
    if len(row) < 3:
        raise DataFileError(f"{place}: needs category, attribute and Arabic, tab-separated.")
    category, attribute, text = (cell.strip() for cell in row[:3])
    remove = category.startswith("-")
    category = category.removeprefix("-")
    known = _ATTRIBUTES.get(category)
    if known is None and category != "word":
        names = ", ".join([*_ATTRIBUTES, "word"])
        raise DataFileError(f"{place}: category {category!r} is none of {names}.")
    if known is not None and attribute not in known:
        raise DataFileError(f"{place}: {attribute!r} is none of {', '.join(known)}.")
    words = tuple(fold(text).split())
    if not words or arabic_share(text) < 1 or len(words) > MAX_WORDS:
        raise DataFileError(
            f"{place}: the third column is to hold one to {MAX_WORDS} Arabic words."
        )
    if category == "event_verb" and len(words) > 1:
        raise DataFileError(f"{place}: an event_verb is one word; use event for a phrase.")
    return UserEntry(remove, category, attribute, words, text, place)


def cue_row(entry: UserEntry) -> list[str]:
    """The line of ``cues_ar.tsv`` for a regular verb: stems as in forms II to IV.

    The imperfect stem and the participle of irregular verbs differ; add such forms as
    entries of their own.
    """
    perfect = entry.words[0]
    stem = perfect[1:] if perfect.startswith("ا") and len(perfect) > 3 else perfect
    takes = entry.words[1] if len(entry.words) > 1 else "o"
    return [entry.text, perfect, perfect, stem, "م" + stem, "", entry.attribute, takes]

"""The lexicon of extraction: data files → look-up tables. Read once, on first use.

``cues_ar.tsv`` holds one reporting verb a line with the stems from which its forms are
built; ``grammar_ar.tsv`` the word classes that the frames test. Events and counted nouns have
files of their own (``event_words.py``, ``units.py``). A user's file (``user_lexicon.py``)
adds to all of them or takes away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from ..arabic.letters import fold
from ..model import Stance
from .user_lexicon import UserEntry, cue_row, read_user_files
from .word_table import WordTable, data_lines

CueForm = Literal["verb", "masdar", "participle_hal"]
Gender = Literal["m", "f", "p", "?"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One inflected form of a reporting verb.

    ``complements`` says how its content may open besides a complementiser, a colon or a
    quotation: prepositions, ``o`` for a bare object, ``acc`` for accused + بـ, ``weak``
    when only a complementiser, a colon or a quotation will do.
    """

    lemma: str
    form: CueForm
    stance: Stance
    gender: Gender
    complements: frozenset[str]


@dataclass(slots=True)
class Lexicon(WordTable):
    """All look-up tables; words are folded. The word classes are those of grammar_ar.tsv."""

    cues: dict[str, list[CueEntry]] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def has_cue(self, word: str, form: CueForm) -> bool:
        """True when the folded word is a form of that kind of some reporting verb."""
        return any(entry.form == form for entry in self.cues.get(word, ()))


@lru_cache(maxsize=8)
def load(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The built-in lexicon with the user's files on top. Raises DataFileError."""
    lexicon = Lexicon()
    for row in data_lines("cues_ar.tsv"):
        _add_cue(lexicon.cues, row)
    for category, members in data_lines("grammar_ar.tsv"):
        lexicon.add(category, members)
    lexicon.files = extra
    for entry in read_user_files(extra):
        _apply(lexicon, entry)
    return lexicon


def _apply(lexicon: Lexicon, entry: UserEntry) -> None:
    """Put one line of a user's file into the cues or the word classes."""
    if entry.category == "report_verb":
        if entry.remove:
            for form, kept in list(lexicon.cues.items()):
                lexicon.cues[form] = [c for c in kept if fold(c.lemma) != entry.words[0]]
        else:
            _add_cue(lexicon.cues, cue_row(entry))
    elif entry.category == "word" and entry.attribute in lexicon.words:
        lexicon.change(entry.attribute, entry.words, remove=entry.remove)


def _add_cue(table: dict[str, list[CueEntry]], row: Sequence[str]) -> None:
    lemma, perfect, base, imperfect, participle, masdar, stance, complements = (
        list(row) + [""] * 8
    )[:8]
    kinds = frozenset(c for c in complements.split(",") if c)
    forms = _inflected(perfect, base, imperfect, participle, masdar)
    for form, kind, gender in forms:
        entry = CueEntry(lemma, kind, cast(Stance, stance), gender, kinds)
        if entry not in table.setdefault(fold(form), []):
            table[fold(form)].append(entry)


def _inflected(
    perfect: str, base: str, imperfect: str, participle: str, masdar: str
) -> list[tuple[str, CueForm, Gender]]:
    """The forms built from the stems of a line of ``cues_ar.tsv``: form, kind, agreement."""
    forms: list[tuple[str, CueForm, Gender]] = [
        (perfect, "verb", "m"), (base + "ت", "verb", "f"), (base + "وا", "verb", "p"),
        (base + "تا", "verb", "p"), (perfect + "ا", "verb", "p"),
    ]  # fmt: skip
    if imperfect:
        stem = imperfect[:-1] if imperfect[-1] in "ويا" and len(imperfect) > 2 else imperfect
        forms += [
            ("ي" + imperfect, "verb", "m"), ("ت" + imperfect, "verb", "f"),
            ("ي" + stem + "ون", "verb", "p"), ("ي" + imperfect + "ان", "verb", "p"),
        ]  # fmt: skip
    if participle:
        short = participle[:-1] if participle.endswith("ي") else participle
        forms += [
            (participle + "ا", "participle_hal", "m"), (participle + "ه", "participle_hal", "f"),
            (short + "ين", "participle_hal", "p"), (participle + "تين", "participle_hal", "p"),
        ]  # fmt: skip
    if masdar:
        forms.append((masdar, "masdar", "?"))
    return forms

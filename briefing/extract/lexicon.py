"""The lexicon of extraction: data files → look-up tables. Read once, on first use.

``cues_ar.tsv`` holds one reporting verb a line with the stems from which its forms are
built; ``grammar_ar.tsv`` the closed word classes that the frames test; ``lexicon_ar.tsv``
events, casualties, displacement, units and qualifiers. Files that a user adds have the
format of ``lexicon_ar.tsv``; a line that starts with «-» in its first column removes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from ..arabic.letters import fold
from ..errors import DataFileError
from ..model import Stance
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
    entries: list[tuple[str, str, str, str]] = field(default_factory=list)

    def has_cue(self, word: str, form: CueForm) -> bool:
        """True when the folded word is a form of that kind of some reporting verb."""
        return any(entry.form == form for entry in self.cues.get(word, ()))

    def category(self, category: str, attribute: str | None = None) -> list[tuple[str, str]]:
        """(attribute, Arabic) pairs of ``lexicon_ar.tsv`` in file order."""
        return [
            (attr, ar)
            for cat, attr, ar, _ in self.entries
            if cat == category and (attribute is None or attr == attribute)
        ]


@lru_cache(maxsize=8)
def load(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The built-in lexicon with the user's files on top. Raises DataFileError."""
    lexicon = Lexicon()
    for row in data_lines("cues_ar.tsv"):
        _add_cue(lexicon.cues, row)
    for category, members in data_lines("grammar_ar.tsv"):
        lexicon.add(category, members)
    for row in data_lines("lexicon_ar.tsv")[1:]:
        lexicon.entries.append(_entry(row))
    for path in extra:
        _add_user_file(lexicon, path)
    return lexicon


def _entry(row: Sequence[str]) -> tuple[str, str, str, str]:
    category, attribute, ar, en = ([*list(row), "", "", ""])[:4]
    return category, attribute, ar, en


def _add_user_file(lexicon: Lexicon, path: Path) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: the lexicon file cannot be read ({error}).") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) < 3:
            raise DataFileError(
                f"{path}, line {number}: needs category, attribute and Arabic, tab-separated."
            )
        remove = row[0].startswith("-")
        entry = _entry([row[0].lstrip("-"), *row[1:]])
        if remove:
            lexicon.entries[:] = [e for e in lexicon.entries if e[:3] != entry[:3]]
        else:
            lexicon.entries.append(entry)


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

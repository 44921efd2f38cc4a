"""Reporting cues, and the draft of a statement that grows from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..arabic.letters import strip_forms
from ..model import Span, Stance
from .document import Document
from .lexicon import CueEntry, Gender, Lexicon
from .phrases import NounPhrase, RoleName

Form = Literal[
    "verb", "masdar", "nominal", "participle_hal", "light_verb+noun", "source_marker"
]  # fmt: skip
OpeningKind = Literal["quote", "colon", "comp", "prep", "object", "label", "final"]

#: Tokens between a cue and its content, at most.
LONGEST_SUBJECT = 60


@dataclass(slots=True, eq=False)
class FoundCue:
    """A cue in the text: its tokens, the raw offset without a conjunction, and its entry."""

    first: int
    last: int
    start: int
    entry: CueEntry
    form: Form
    prefix: str


@dataclass(slots=True)
class Opening:
    """Where the content opens. ``at`` is the first content token, ``skip`` the letters of
    that token that do not belong (a fused ب), ``subject_last`` the end of the subject."""

    kind: OpeningKind
    at: int
    subject_last: int
    skip: int = 0
    complementiser: str | None = None
    second_cue: int | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making. ``subject_skip`` counts the letters of the subject's first
    word that do not belong to it (و, ل); ``chain`` marks a cue that inherits its subject."""

    cue: FoundCue
    opening: Opening
    rule: str
    position: str
    subject: NounPhrase | None = None
    role: RoleName | None = None
    content_first: int = 0
    content_last: int = 0
    reach: int = 0
    medium: Span | None = None
    addressee: Span | None = None
    relayed_by: Span | None = None
    chain: bool = False
    subject_skip: int = 0


def made_cue(
    document: Document, index: int, lemma: str, form: Form, *, stance: Stance = "claim",
    weak: bool = False, conjunction: int = 0, prefix: str = "",
) -> FoundCue:  # fmt: skip
    """A cue of one token that stands on no line of ``cues_ar.tsv`` («قوله», «:»).

    ``conjunction`` counts the letters of the token before the cue proper; ``weak`` asks for
    a complementiser, a colon or a quotation.
    """
    kinds = frozenset({"weak"}) if weak else frozenset()
    gender: Gender = "?"
    entry = CueEntry(lemma, "verb", stance, gender, kinds)
    start = document.tokens[index].start + conjunction
    return FoundCue(index, index + 1, start, entry, form, prefix)


def cue_at(document: Document, lexicon: Lexicon, index: int) -> FoundCue | None:
    """The reporting verb or circumstantial participle at a token, if any.

    A preposition or determiner before it makes it a noun («دون ذكر اسمه»).
    """
    token = document.tokens[index]
    previous = document.words[index - 1] if index else ""
    if lexicon.is_in("never_before_verb", previous):
        return None
    for prefix, rest in strip_forms(token.text):
        if prefix not in ("", "و", "ف"):
            continue
        for entry in lexicon.cues.get(rest, ()):
            if entry.form != "masdar":
                start = token.start + len(prefix)
                return FoundCue(index, index + 1, start, entry, entry.form, prefix)
    return None


def is_strong_cue(document: Document, lexicon: Lexicon, index: int) -> bool:
    """True for a reporting verb that needs no complementiser to be one."""
    cue = cue_at(document, lexicon, index)
    return bool(cue and cue.form == "verb" and "weak" not in cue.entry.complements)


def sentence_limit(document: Document, index: int) -> int:
    """The token after the last of the sentence that holds a token."""
    return document.sentence_last[document.sentence_index(index)]


def is_break(document: Document, lexicon: Lexicon, index: int) -> bool:
    """True where «فيما», «في حين» … turns from what is reported to something else."""
    return lexicon.phrase_at("attribution_break", document.words, index) > 0

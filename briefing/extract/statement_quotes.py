"""Quotation marks: speech, a fragment of speech, or a name."""

from __future__ import annotations

from .document import Document, Quotation
from .lexicon import Lexicon
from .phrases import bare

_BRACKET_OR_PROCLITIC = frozenset(("(", "ل", "ب", "لـ"))


def is_speech_quotation(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    """True when the quotation is speech, not a name or a word held at arm's length."""
    previous = word_before(document, quotation)
    if previous == ":":
        return quotation.words >= 2
    name = bare(previous.lstrip("بلكوف")) if len(previous) > 4 else previous
    if lexicon.is_in("name_introducer", bare(previous)) or lexicon.is_in("name_introducer", name):
        return False
    return quotation.words >= (5 if previous in _BRACKET_OR_PROCLITIC else 4)


def is_name_quotation(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    """True when the word before the quotation says that it is a name («حركة "…"»)."""
    stem = bare(word_before(document, quotation))
    return (
        lexicon.is_in("name_introducer", stem)
        or (len(stem) > 4 and lexicon.is_in("name_introducer", stem[1:]))
        or lexicon.is_in("name_introducer", bare(stem[1:]))
    )


def is_speech_fragment(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    """A short quotation that is the speaker's wording: not a name, not all definite."""
    if quotation.words < 2 or is_name_quotation(document, lexicon, quotation):
        return False
    if word_before(document, quotation) in ("ل", "ب"):
        return False
    inner = document.words[quotation.open + 1 : quotation.close]
    return not all(word.startswith(("ال", "لل")) for word in inner)


def word_before(document: Document, quotation: Quotation) -> str:
    """The folded token before the opening mark, "" at the start of a sentence."""
    first = document.sentence_first[document.sentence_index(quotation.open)]
    return document.words[quotation.open - 1] if quotation.open > first else ""

"""Where the content of a statement opens after its cue: complementiser, colon, quotation,
preposition or bare object, as the cue's complements allow."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document
from .lexicon import Lexicon
from .marks import ENDS
from .masdar import is_fused_action, masdar_like
from .phrases import bare, is_adjective, is_time
from .statement_cues import (
    LONGEST_SUBJECT,
    FoundCue,
    Opening,
    OpeningKind,
    cue_at,
    is_break,
    sentence_limit,
)
from .statement_quotes import is_speech_quotation

#: A cue that asks for a clear opening does not look further than this many tokens.
_WEAK_REACH = 30


def find_opening(document: Document, lexicon: Lexicon, cue: FoundCue) -> Opening | None:
    """The first opening after the cue in its sentence, None when another cue or a break
    comes first."""
    limit = min(sentence_limit(document, cue.first), cue.last + LONGEST_SUBJECT)
    search = _Search(document, lexicon, cue, limit)
    while search.index < limit:
        opening = search.opening_here()
        if opening is not None:
            return opening
        if search.ended:
            return None
    return None


@dataclass(slots=True)
class _Search:
    """The walk from a cue to its content. ``second`` is a second cue on the way («قائلاً»)."""

    document: Document
    lexicon: Lexicon
    cue: FoundCue
    limit: int
    index: int = 0
    second: int | None = None
    ended: bool = False

    def __post_init__(self) -> None:
        self.index = self.cue.last

    def opening_here(self) -> Opening | None:
        """The opening at the current token; else moves on, or sets ``ended``."""
        document, lexicon, index = self.document, self.lexicon, self.index
        word = document.words[index]
        if document.opens_quotation(index):
            return self._quotation()
        content = "only" not in self.cue.entry.complements
        if word == ":" and content and not _is_inner_colon(document.words, index):
            return self._colon()
        opening = _complement(self, index)
        if opening is not None:
            return opening
        if lexicon.is_in("second_cue", word):
            self.second = index if self.second is None else self.second
        elif self._stops(index):
            self.ended = True
        self.index += 1
        return None

    def opening(
        self, kind: OpeningKind, at: int, subject_last: int, skip: int = 0,
        complementiser: str | None = None,
    ) -> Opening:  # fmt: skip
        """An opening of the kind, or of a quotation where one begins there."""
        if kind in ("comp", "prep", "colon") and self.document.opens_quotation(at):
            kind = "quote"
        return Opening(kind, at, subject_last, skip, complementiser, self.second)

    def _quotation(self) -> Opening | None:
        document, words, index = self.document, self.document.words, self.index
        quotation = document.quote_at[index]
        speech = is_speech_quotation(document, self.lexicon, quotation) or (
            quotation.words >= 2 and words[index - 1] == ":"
        )
        if speech and "only" not in self.cue.entry.complements:
            return Opening("quote", index, self.second or index, second_cue=self.second)
        self.index = min(quotation.close + 1, self.limit)
        return None

    def _colon(self) -> Opening | None:
        following = self.index + 1
        if following < self.limit:
            return self.opening("colon", following, self.second or self.index)
        self.ended = True  # the quotation may stand on the next line
        if following < len(self.document.tokens) and self.document.opens_quotation(following):
            return self.opening("quote", following, self.second or self.index)
        return None

    def _stops(self, index: int) -> bool:
        """True where the search must not go on: a sentence's end, a break, another cue."""
        document, lexicon, cue = self.document, self.lexicon, self.cue
        word = document.words[index]
        if word in ENDS or word == "؛" or is_break(document, lexicon, index):
            return True
        if index > cue.last:
            other = cue_at(document, lexicon, index)
            if other and other.form == "verb" and _takes_over(document.words, other):
                return True
            if other and other.form == "participle_hal" and _opens_next(document, lexicon, index):
                return True
        return "weak" in cue.entry.complements and index - cue.last > _WEAK_REACH


def _takes_over(words: list[str], cue: FoundCue) -> bool:
    """True when a further verb before the content is itself a reporting verb for sure."""
    kinds = cue.entry.complements
    if "only" in kinds:
        return cue.last < len(words) and words[cue.last] in kinds
    return "weak" not in kinds


def _is_inner_colon(words: list[str], index: int) -> bool:
    """True for the colon of a clock time or of a web address."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return (words[index - 1].isdigit() and following.isdigit()) or following == "/"


def _opens_next(document: Document, lexicon: Lexicon, index: int) -> bool:
    words = document.words
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return (
        lexicon.is_in("complementiser", following)
        or document.opens_quotation(index + 1)
        or lexicon.is_in("content_preposition", following)
        or following == ":"
    )


def _complement(search: _Search, index: int) -> Opening | None:
    document, lexicon, cue, limit = search.document, search.lexicon, search.cue, search.limit
    word = document.words[index]
    kinds = cue.entry.complements
    subject_last = search.second if search.second is not None else index
    if "only" in kinds and word not in kinds:
        return None
    if lexicon.is_in("complementiser", word):
        separate = lexicon.is_in("separate_complementiser", word)
        skip = 1 if not separate and word.startswith("ب") else 0
        at = index + 1 if separate else index
        return search.opening("comp", at, subject_last, skip, word) if at < limit else None
    if lexicon.is_in("content_preposition", word) and word in kinds:
        return _after_preposition(search, index, subject_last)
    if "ب" in kinds and word.startswith("ب"):
        if word == "ب" and index + 1 < limit:
            return Opening("prep", index + 1, subject_last, 0, "ب", search.second)
        if is_fused_action(lexicon, word):
            return Opening("prep", index, subject_last, 1, "ب", search.second)
    if "ل" in kinds and word.startswith("ل") and masdar_like(lexicon, word[1:]):
        return Opening("prep", index, subject_last, 1, "ل", search.second)
    if "o" in kinds and _is_object_start(document, lexicon, cue, index, limit):
        return Opening("object", index, subject_last, 0, None, search.second)
    return None


def _after_preposition(search: _Search, index: int, subject_last: int) -> Opening | None:
    """The content after «إلى», «عن», «على», «من», where these belong to the cue."""
    document, lexicon, limit = search.document, search.lexicon, search.limit
    words = document.words
    if index + 1 >= limit:
        return None
    following = words[index + 1]
    if lexicon.is_in("complementiser", following):
        separate = lexicon.is_in("separate_after_preposition", following)
        at = index + 2 if separate else index + 1
        return search.opening("comp", at, subject_last, 0, following) if at < limit else None
    if document.opens_quotation(index + 1):
        return search.opening("quote", index + 1, subject_last, 0, words[index])
    if _belongs_to_subject(search, index):
        return None
    if lexicon.is_in("no_content_after_preposition", following):
        return None
    labelled = index + 2 < limit and lexicon.starts("labelling_verb_stem", words[index + 2])
    if following == "ما" and labelled:
        at = index + 3  # «مشدداً على ما وصفه بـ"…"»
        if at < limit and words[at] == "ب":
            at += 1
        if at < limit:
            return search.opening("prep", at, subject_last, 0, words[index])
    if words[index] == "الي" and lexicon.is_in("not_content_after_ila", following):
        return None
    return Opening("prep", index + 1, subject_last, 0, words[index], search.second)


def _belongs_to_subject(search: _Search, index: int) -> bool:
    """«من» and «على» often belong to the subject («مصدر من …»): ask for a noun of action."""
    lexicon, words, cue = search.lexicon, search.document.words, search.cue
    word = words[index]
    if not lexicon.is_in("partitive_preposition", word) or index <= cue.last:
        return False
    if masdar_like(lexicon, words[index + 1]):
        return False
    after_head = index - cue.last == 1 and lexicon.is_in("group_head", bare(words[index - 1]))
    return after_head or (word == "علي" and index - cue.last > 8)


def _is_object_start(
    document: Document, lexicon: Lexicon, cue: FoundCue, index: int, limit: int
) -> bool:
    """True where a bare object begins: an indefinite noun of action, or a count."""
    words = document.words
    word = words[index]
    if word.startswith("ال") and index > cue.last and index + 1 < limit:
        # «أدانت النقابة الاعتداء على …»: a definite act is the object where its complement follows
        act = word[2:]
        named = masdar_like(lexicon, act) or lexicon.is_in("definite_act", act)
        after = words[index + 1]
        follows = lexicon.is_in("preposition", after) or lexicon.is_in("relative_pronoun", after)
        judged = cue.entry.stance in ("condemnation", "denial", "accusation")
        return judged and named and follows and not is_adjective(act)
    if word.startswith("ال") or not word[:1].isalpha():
        late = index > cue.last + 1
        return word[:1].isdigit() and late and not is_time(lexicon, words[index - 1])
    if index == cue.last:
        return lexicon.is_in("object_masdar", word) or (
            masdar_like(lexicon, word) and index + 1 < limit and not is_adjective(words[index + 1])
        )
    if not masdar_like(lexicon, word) or lexicon.is_in("no_object_after", words[index - 1]):
        return False
    head = words[cue.last]
    if index == cue.last + 1 and not head.startswith("ال") and lexicon.is_in("org_head", head):
        return False
    return index + 1 < limit

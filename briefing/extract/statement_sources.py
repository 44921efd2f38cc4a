"""Source markers: «وفقاً لـS»، «بحسب S»، «نقلاً عن S»، «على حد قول S»، «حسبما أفاد S».

A marker that opens its sentence has its content after it; any other has it before.
"""

from __future__ import annotations

from ..model import Span
from .document import Document
from .lexicon import Lexicon
from .marks import COMMAS, ENDS
from .phrases import LONGEST_PHRASE, is_time, noun_phrase, skip_connectives
from .statement_cues import Draft, FoundCue, Opening, cue_at, made_cue, sentence_limit


def source_marker(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """The statement whose source marker stands at a token, if one does."""
    word = document.words[index]
    fused = word[:1] == "و" and lexicon.is_in("source_preposition", word[1:])
    core = word[1:] if fused else word
    if not lexicon.is_in("source_preposition", core):
        return None
    limit = sentence_limit(document, index)
    at = _after_about(document, lexicon, core, index + 1, limit)
    if at is None:
        return None
    cue = made_cue(
        document, index, "وفق", "source_marker", conjunction=int(fused), prefix="و" if fused else ""
    )
    at = _after_inner_verb(document, lexicon, cue, core, at, limit)
    at, medium = _after_documents(document, lexicon, at, limit)
    while at < limit - 1 and is_time(lexicon, document.words[at]):
        at += 1
    if at >= limit:
        return None
    skip = _proclitic_letters(document.words[at], lexicon, core)
    if not skip and document.words[at] == "ل":
        at += 1
    if at >= limit or lexicon.is_in("no_source", document.words[at]):
        return None
    first = document.sentence_first[document.sentence_index(index)]
    opens = skip_connectives(document, lexicon, first, index) >= index
    reach = limit if opens else min(limit, at + LONGEST_PHRASE)
    stop = _source_end(document, lexicon, at, reach)
    phrase = noun_phrase(document, lexicon, at, stop)
    if phrase.is_empty:
        return None
    if opens:
        opening = _content_after(document, lexicon, stop, limit)
        if opening is None:
            return None
        draft = Draft(cue, opening, "source_initial", "source_marker", phrase)
    else:
        opening = Opening("final", first, stop)
        draft = Draft(cue, opening, "source_final", "source_marker", phrase, reach=phrase.last)
    draft.medium, draft.subject_skip = medium, skip
    return draft


def _after_about(
    document: Document, lexicon: Lexicon, core: str, at: int, limit: int
) -> int | None:  # fmt: skip
    """Past «عن» and «إلى»; None where the marker needs one and has none."""
    if at >= limit:
        return None
    about = lexicon.is_in("about", document.words[at])
    if not about and lexicon.is_in("source_needs_about", core):
        return None
    return at + 1 if about else at


def _after_inner_verb(
    document: Document, lexicon: Lexicon, cue: FoundCue, core: str, at: int, limit: int
) -> int:
    """«بحسب ما أفاد S», «حسبما ذكر S»: the verb belongs to the marker."""
    words = document.words
    if at < limit and words[at] == "ما":
        at += 1
    if at >= limit or core == "نقلا":
        return at
    inner = cue_at(document, lexicon, at)
    if inner is None:
        stems = (words[at][: -len(end)] for end in ("ه", "ها") if words[at].endswith(end))
        if not any(stem in lexicon.cues for stem in stems):
            return at
    elif inner.form != "verb":
        return at
    cue.last = at + 1
    return at + 1


def _after_documents(
    document: Document, lexicon: Lexicon, at: int, limit: int
) -> tuple[int, Span | None]:
    """Past «بيان», «تقرير نشرته» …, which are the medium, to the source itself."""
    words = document.words
    medium: Span | None = None
    while at + 1 < limit and lexicon.is_in("document_noun", words[at]):
        following = words[at + 1]
        if following in ("،", ",", ".") or lexicon.is_in("document_content", following):
            break
        medium = document.span(at, at + 1)
        owned = following.startswith(("ل", "ال"))
        if owned or lexicon.is_in("document_of_speaker", words[at]):
            at = _past_relative_verbs(words, lexicon, at + 1, limit)
            continue
        if lexicon.is_in("relative_verb", following):
            at = _past_relative_verbs(words, lexicon, at + 1, limit)
        break
    return at, medium


def _past_relative_verbs(words: list[str], lexicon: Lexicon, at: int, limit: int) -> int:
    while at < limit - 1 and lexicon.is_in("relative_verb", words[at]):
        at += 1
    return at


def _proclitic_letters(word: str, lexicon: Lexicon, core: str) -> int:
    """1 where the word of the source carries the marker's «لـ», else 0."""
    if word.startswith("لل"):
        return 1
    needs = not lexicon.is_in("source_without_li", core)
    return int(word.startswith("ل") and len(word) > 3 and needs)


def _source_end(document: Document, lexicon: Lexicon, at: int, limit: int) -> int:
    """The mark or complementiser after the source, else ``limit``."""
    words = document.words
    for index in range(at, limit):
        word = words[index]
        if word in COMMAS or word in ENDS or word == ":" or lexicon.is_in("source_stop", word):
            return index
    return limit


def _content_after(
    document: Document, lexicon: Lexicon, stop: int, limit: int
) -> Opening | None:  # fmt: skip
    """Where the content begins after the source of a marker that opens its sentence."""
    words = document.words
    begin = stop
    if stop < limit and (words[stop] in COMMAS or words[stop] == ":"):
        begin += 1
    while begin < limit and lexicon.is_in("source_content_opener", words[begin]):
        begin += 1
    if begin >= limit:
        return None
    return Opening("quote" if document.opens_quotation(begin) else "comp", begin, stop)

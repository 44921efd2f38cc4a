"""The frames of reporting verbs and participles: cue, subject, content."""

from __future__ import annotations

from .document import Document
from .lexicon import Lexicon
from .marks import COMMAS, ENDS
from .masdar import is_fused_action
from .phrases import NounPhrase, bare, noun_phrase
from .statement_cues import (
    LONGEST_SUBJECT,
    Draft,
    FoundCue,
    Opening,
    is_break,
    sentence_limit,
)
from .statement_openings import find_opening
from .statement_quotes import is_speech_quotation
from .statement_subjects import (
    attach_subject,
    preposed,
    second_phrase,
    set_apposition,
)

#: «حمّل S Y مسؤولية»: the noun stands within this many tokens.
_BLAME_REACH = 16
#: Between a participle and its content stand at most this many tokens.
_PARTICIPLE_GAP = 8


def frame(document: Document, lexicon: Lexicon, cue: FoundCue) -> Draft | None:
    """The statement that a verb or participle opens, None where it reports nothing."""
    words = document.words
    if cue.first and lexicon.is_in("unspoken_before_verb", words[cue.first - 1]):
        return None
    kinds = cue.entry.complements
    if "blame" in kinds:
        return _blame(document, lexicon, cue)
    if "acc" in kinds:
        return _accusation(document, lexicon, cue)
    opening = find_opening(document, lexicon, cue)
    if opening is None:
        return _postposed(document, lexicon, cue)
    if cue.entry.lemma == "نقل":
        return _relayed(document, lexicon, cue, opening)
    if cue.form == "participle_hal":
        return _participle(cue, opening)
    draft = Draft(cue, opening, "verb_" + opening.kind, "speaker_after_verb")
    return draft if attach_subject(document, lexicon, draft) else None


def _postposed(document: Document, lexicon: Lexicon, cue: FoundCue) -> Draft | None:
    """«"Q"، قال S»: the quotation stands before its cue."""
    words = document.words
    at = cue.first - 1
    if at >= 0 and words[at] in COMMAS:
        at -= 1
    spoken = cue.form == "verb" and "weak" not in cue.entry.complements
    if not spoken or at < 1 or not document.is_quoted(at - 1):
        return None
    quotation = document.quotation_of(at - 1)
    if quotation is None or quotation.close != at:
        return None
    if not is_speech_quotation(document, lexicon, quotation):
        return None
    subject = noun_phrase(document, lexicon, cue.last, sentence_limit(document, cue.first))
    if subject.is_empty:
        return None
    opening = Opening("quote", quotation.open, subject.last)
    return Draft(cue, opening, "postposed_quote", "speaker_after_verb", subject)


def _relayed(
    document: Document, lexicon: Lexicon, cue: FoundCue, opening: Opening
) -> Draft | None:  # fmt: skip
    """«نقلت R عن S [قوله] أن O»: S speaks, R relays."""
    words = document.words
    stop = opening.subject_last
    about = next((k for k in range(cue.last, stop) if words[k] == "عن"), None)
    if about is None:
        return None
    for index in range(about + 1, stop):
        saying = lexicon.is_in("pronoun_speaker", words[index])
        if saying or lexicon.is_in("pronoun_assertion", words[index]):
            stop = index
            break
    subject = noun_phrase(document, lexicon, about + 1, stop)
    if subject.is_empty:
        return None
    draft = Draft(cue, opening, "relayed_saying", "speaker_before_verb", subject)
    relay = noun_phrase(document, lexicon, cue.last, about)
    if not relay.is_empty:
        draft.relayed_by = document.span(relay.first, relay.last)
    return draft


def _participle(cue: FoundCue, opening: Opening) -> Draft | None:
    """«مؤكداً أن O»: the subject is that of the verb before."""
    gap = opening.at - cue.last
    if gap > _PARTICIPLE_GAP or (opening.kind == "object" and gap > 2):
        return None
    if "weak" in cue.entry.complements and opening.kind not in ("comp", "quote", "colon"):
        return None
    return Draft(cue, opening, "participle_" + opening.kind, "chained", chain=True)


def _accusation(document: Document, lexicon: Lexicon, cue: FoundCue) -> Draft | None:
    """«اتهم S Y بـ O»: the content holds the accused and the charge."""
    charge = _charge(document, lexicon, cue)
    if charge is None:
        return None
    chained = cue.form == "participle_hal"
    before, skip = preposed(document, lexicon, cue) if cue.form == "verb" else (None, 0)
    if chained or before is not None:
        accused = cue.last
    else:
        accused = second_phrase(document, lexicon, cue.last, charge)
    if accused >= charge and not chained:
        accused = charge
    at = min(accused, charge)
    draft = Draft(cue, Opening("object", at, at), "accusation", "speaker_after_verb")
    if chained:
        draft.chain, draft.position = True, "chained"
    elif before is not None:
        draft.subject, draft.position = before, "speaker_before_verb"
        draft.subject_skip = skip
    elif accused > cue.last:
        draft.subject = noun_phrase(document, lexicon, cue.last, accused)
        set_apposition(document, lexicon, draft)
    return draft


def _charge(document: Document, lexicon: Lexicon, cue: FoundCue) -> int | None:
    """Where «بـ» opens the charge of an accusation."""
    words = document.words
    limit = min(sentence_limit(document, cue.first), cue.last + LONGEST_SUBJECT)
    for index in range(cue.last, limit):
        word = words[index]
        if word in ENDS or is_break(document, lexicon, index):
            return None
        if index > cue.last and word.startswith("ب") and len(word) > 2:
            core = word[1:]
            if (
                is_fused_action(lexicon, word) or core.startswith("ال")
                or lexicon.is_in("object_verb_exception", core)
            ):  # fmt: skip
                return index
        if lexicon.is_in("charge_opener", word):
            return index
    return None


def _blame(document: Document, lexicon: Lexicon, cue: FoundCue) -> Draft | None:
    """«حمّل S Y مسؤولية O»."""
    words = document.words
    limit = min(sentence_limit(document, cue.first), cue.last + _BLAME_REACH)
    noun = next(
        (k for k in range(cue.last, limit) if lexicon.is_in("responsibility", bare(words[k]))),
        None,
    )
    if noun is None:
        return None
    chained = cue.form == "participle_hal"
    before: NounPhrase | None
    before, skip = preposed(document, lexicon, cue) if cue.form == "verb" else (None, 0)
    start = cue.last
    if not chained and before is None:
        start = second_phrase(document, lexicon, cue.last, noun)
    draft = Draft(cue, Opening("object", start, start), "blame", "speaker_after_verb")
    draft.chain = chained
    if before is not None:
        draft.subject, draft.subject_skip = before, skip
    elif start > cue.last:
        draft.subject = noun_phrase(document, lexicon, cue.last, start)
    return draft

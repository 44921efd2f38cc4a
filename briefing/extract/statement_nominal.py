"""Statements without a plain reporting verb: nouns that report, light verbs, labels, headlines."""

from __future__ import annotations

from ..arabic.letters import strip_forms
from ..model import Stance
from .document import Document
from .lexicon import CueEntry, Lexicon
from .marks import COMMAS, ENDS
from .masdar import masdar_like
from .phrases import NounPhrase, bare, is_role_head, noun_phrase
from .statement_cues import Draft, FoundCue, Opening, made_cue, sentence_limit
from .statement_openings import find_opening
from .statement_subjects import set_circumstance

#: How far the parts of these frames stand apart, in tokens.
_MASDAR_REACH = 40
_CLAIM_REACH = 10
_RELAYED_REACH = 25
_RELAY_VERB_REACH = 12
_LIGHT_VERB_REACH = 25
_LABEL_REACH = 22
_HEADLINE_SOURCE = 9


def nominal_frame(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """The statement that a token opens by one of the frames of this module."""
    for rule in (_pronoun_saying, _masdar, _came_in, _light_verb, _described_as, _headline_colon):
        draft = rule(document, lexicon, index)
        if draft is not None:
            return draft
    return None


def _pronoun_saying(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«نقلت الوكالة عن المسؤول قوله إن …»: the source stands after the last عن."""
    words = document.words
    if not lexicon.is_in("pronoun_speaker", words[index]):
        return None
    low = document.sentence_first[document.sentence_index(index)]
    lowest = max(low, index - _RELAYED_REACH)
    about = next((k for k in range(index - 1, lowest, -1) if words[k] == "عن"), None)
    cue = made_cue(document, index, "قال", "masdar")
    opening = find_opening(document, lexicon, cue)
    if opening is None:
        return None
    draft = Draft(cue, opening, "relayed_saying", "speaker_before_verb")
    if about is not None:
        draft.subject = noun_phrase(document, lexicon, about + 1, index)
        for k in range(max(low, about - _RELAY_VERB_REACH), about):
            if lexicon.is_in("relay_verb", bare(words[k])):
                relay = noun_phrase(document, lexicon, k + 1, about)
                if not relay.is_empty:
                    draft.relayed_by = document.span(relay.first, relay.last)
    return draft


def _masdar(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«نفي S … صحة O»، «تصريحات لـS حول O»، «مزاعم S بأن O»، «مطالب بـO»."""
    words = document.words
    word = words[index]
    limit = min(sentence_limit(document, index), index + _MASDAR_REACH)
    if not word.startswith("ال") and lexicon.is_in("nominal_statement", bare(word)):
        return _nominal(document, lexicon, index, limit)
    found = _masdar_entry(lexicon, word)
    if found is None or index + 1 >= limit:
        return None
    prefix, entry = found
    start = document.tokens[index].start + (1 if prefix else 0)
    cue = FoundCue(index, index + 1, start, entry, "masdar", prefix)
    if entry.lemma == "نفى":
        return _denial(document, lexicon, cue, limit)
    if entry.lemma in ("زعم", "ادعى", "اتهم"):
        return _claim(document, lexicon, cue, limit)
    headline = document.sentences[document.sentence_index(index)].kind == "headline"
    if entry.lemma in ("طالب", "دعا") and headline and words[index + 1].startswith("ب"):
        opening = Opening("prep", index + 1, index + 1, 1)
        return Draft(cue, opening, "masdar_call", "headline", chain=True)
    return None


def _masdar_entry(lexicon: Lexicon, word: str) -> tuple[str, CueEntry] | None:
    """The masdar of a reporting verb that a word is, with its proclitic."""
    for prefix, rest in strip_forms(word):
        if prefix in ("", "و", "ب"):
            for entry in lexicon.cues.get(rest, ()):
                if entry.form == "masdar":
                    return prefix, entry
    return None


def _denial(document: Document, lexicon: Lexicon, cue: FoundCue, limit: int) -> Draft | None:
    """«نفي S صحة O»."""
    at = _next_in(document, lexicon, "denied_object", cue.last, limit)
    if at is None:
        return None
    subject = noun_phrase(document, lexicon, cue.last, at)
    if subject.is_empty:
        return None
    opening = Opening("object", at, at)
    draft = Draft(cue, opening, "masdar_denial", "genitive_of_masdar", subject)
    set_circumstance(document, lexicon, draft, cue.last)
    return draft


def _claim(document: Document, lexicon: Lexicon, cue: FoundCue, limit: int) -> Draft | None:
    """«مزاعم S بأن O»; «بزعم O» inherits its subject."""
    at = _next_in(document, lexicon, "claim_opener", cue.last, min(limit, cue.first + _CLAIM_REACH))
    if at is not None:
        subject = noun_phrase(document, lexicon, cue.last, at)
        if subject.is_empty:
            return None
        opening = Opening("comp", at + 1, at)
        return Draft(cue, opening, "masdar_claim", "genitive_of_masdar", subject)
    if cue.prefix == "ب" and cue.entry.lemma == "زعم":
        opening = Opening("object", cue.last, cue.last)
        return Draft(cue, opening, "masdar_claim", "chained", chain=True)
    return None


def _next_in(
    document: Document, lexicon: Lexicon, category: str, first: int, limit: int
) -> int | None:  # fmt: skip
    words = document.words
    return next((k for k in range(first, limit) if lexicon.is_in(category, words[k])), None)


def _nominal(document: Document, lexicon: Lexicon, index: int, limit: int) -> Draft | None:
    """«تصريحات لـS حول O»."""
    about = _next_in(document, lexicon, "nominal_about", index + 1, limit)
    if about is None or not document.words[index + 1].startswith("ل"):
        return None
    cue = made_cue(document, index, "صرح", "nominal")
    subject = NounPhrase(index + 1, about)
    opening = Opening("comp", about + 1, about)
    return Draft(cue, opening, "nominal_statements", "li_plus_speaker", subject)


def _came_in(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«جاء في بيان لـS: "…"»، «ورد في تقرير S أن …»."""
    words = document.words
    if not lexicon.is_in("came_in", bare(words[index].removeprefix("و"))):
        return None
    at = index + 1
    while at < len(words) and words[at] in COMMAS:
        at += 1
    noun = at + 1
    if noun >= len(words) or words[at] != "في" or not lexicon.is_in("document_noun", words[noun]):
        return None
    conjunction = int(words[index].startswith("و") and words[index] != "ورد")
    cue = made_cue(
        document, index, "جاء", "verb", weak=True, conjunction=conjunction, prefix="و"
    )  # fmt: skip
    opening = find_opening(document, lexicon, cue)
    if opening is None:
        return None
    draft = Draft(cue, opening, "came_in_document", "speaker_after_verb")
    draft.medium = document.span(at, noun + 1)
    subject = noun_phrase(document, lexicon, noun + 1, opening.subject_last)
    if not subject.is_empty:
        draft.subject = subject
        head = words[subject.first]
        draft.subject_skip = int(head.startswith("ل") and len(head) > 3)
    return draft


def _light_verb(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«أطلق S تهديدات بـO»، «وجّه S اتهامات بـO»."""
    words = document.words
    if not lexicon.is_in("light_verb", words[index].lstrip("و")):
        return None
    limit = min(sentence_limit(document, index), index + _LIGHT_VERB_REACH)
    noun = _next_in(document, lexicon, "light_noun", index + 2, limit - 1)
    if noun is None:
        return None
    subject = noun_phrase(document, lexicon, index + 1, noun)
    if subject.is_empty or not words[noun + 1].startswith("ب"):
        return None
    threat = lexicon.starts("threat_noun_stem", words[noun])
    stance: Stance = "threat" if threat else "accusation"
    cue = made_cue(document, index, "أطلق تهديدات", "light_verb+noun", stance=stance)
    opening = Opening("object", noun + 1, noun)
    return Draft(cue, opening, "light_verb", "speaker_after_verb", subject)


def _described_as(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«ما وصفوه بالانقلاب …»، «واصفاً إياه بـ…»: a label given by the speaker."""
    words = document.words
    whole = words[index]
    word = whole.removeprefix("و") if len(whole) > 4 else whole
    participle = lexicon.is_in("label_participle", word) or lexicon.is_in("label_participle", whole)
    verb = lexicon.starts("label_verb_stem", word) and not lexicon.is_in("label_verb_not", whole)
    after_ma = index > 0 and lexicon.is_in("relative_ma", words[index - 1])
    present = lexicon.starts("label_verb_present_stem", whole)
    if not participle and not (verb and (after_ma or present)):
        return None
    at = _label(document, lexicon, index)
    if at is None:
        return None
    # the mark that opens a quoted label is no part of it, but the label must be the speaker's
    alone = words[at] == "ب"
    quoted = alone and document.opens_quotation(at + 1) and _in_reach(document, index, at + 1)
    if quoted and not after_ma and not participle:
        return None
    cue = made_cue(
        document, index, "وصف", "participle_hal" if participle else "verb", stance="accusation"
    )
    skip = 0
    begin = index + 1
    if after_ma:
        begin, skip = (at + 1, 0) if alone else (at, 1)
    opening = Opening("label", begin, index + 1, skip)
    return Draft(cue, opening, "described_as", "chained", chain=True)


def _in_reach(document: Document, index: int, at: int) -> bool:
    return at < min(sentence_limit(document, index), index + _LABEL_REACH)


def _label(document: Document, lexicon: Lexicon, index: int) -> int | None:
    """The token with the «بـ» of the label."""
    words = document.words
    limit = min(sentence_limit(document, index), index + _LABEL_REACH)
    for k in range(index + 1, limit):
        word = words[k]
        if word in COMMAS or word in ENDS:
            return None
        if word.startswith("ب") and (
            word == "ب"
            or word.startswith(("بال", "بان"))
            or masdar_like(lexicon, word[1:])
        ):  # fmt: skip
            return k
    return None


def _headline_colon(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«المرصد السوري: إصابة فتاة …»: a headline that opens with its source."""
    words = document.words
    if words[index] != ":" or document.is_quoted(index):
        return None
    sentence = document.sentence_index(index)
    if document.sentences[sentence].kind != "headline":
        return None
    first = document.sentence_first[sentence]
    limit = document.sentence_last[sentence]
    if index - first > _HEADLINE_SOURCE or index + 2 >= limit:
        return None
    if not _may_speak(lexicon, words[first]):
        # else its words must come back in the article
        body = document.article.text[document.sentences[sentence].end :]
        if index - first < 2 or document.span(first, index).text not in body:
            return None
    cue = made_cue(document, index, ":", "source_marker")
    opening = Opening(
        "quote" if document.opens_quotation(index + 1) else "comp", index + 1, index
    )  # fmt: skip
    phrase = NounPhrase(first, index)
    return Draft(cue, opening, "headline_colon", "speaker_before_verb", phrase)


def _may_speak(lexicon: Lexicon, head: str) -> bool:
    """True for the head of a phrase that names a source."""
    return (
        is_role_head(lexicon, head) or lexicon.is_in("org_head", bare(head))
        or lexicon.is_in("org_head", head) or lexicon.is_in("short_form", head)
        or lexicon.is_in("group_head", bare(head)) or lexicon.is_in("given_name", head)
    )  # fmt: skip

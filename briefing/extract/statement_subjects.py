"""Who speaks: the subject after the verb, before it, or in apposition to a role."""

from __future__ import annotations

from .document import Document
from .lexicon import Lexicon
from .marks import COMMAS, ENDS
from .phrases import (
    NounPhrase,
    RoleName,
    bare,
    is_adjective,
    is_media_addressee,
    is_role_head,
    is_time,
    noun_phrase,
    skip_connectives,
    split_role,
)
from .statement_cues import Draft, FoundCue, is_break, is_strong_cue

#: How far before its verb a subject may begin, and how long it may be.
_PREPOSED_REACH = 30
_LONGEST_PREPOSED = 16
#: A subject joined by و to another clause stands at most this far before its verb.
_JOINED_REACH = 8
#: After a long role its holder's name begins within this many words.
_NAME_REACH = 14


def attach_subject(document: Document, lexicon: Lexicon, draft: Draft) -> bool:
    """Find the subject after the verb, else before it, else inherit. False: no statement."""
    cue, opening = draft.cue, draft.opening
    if cue.entry.lemma == "ذكر" and lexicon.is_in("writers_voice", document.words[cue.first]):
        return False  # «يذكر أن …» is the writer's own voice
    first = _skip_to_subject(document, lexicon, cue.last, opening.subject_last)
    after = noun_phrase(document, lexicon, first, opening.subject_last)
    if not after.is_empty:
        draft.subject = _whole_subject(document, lexicon, cue, after, opening.subject_last)
        set_apposition(document, lexicon, draft)
        set_circumstance(document, lexicon, draft, cue.last)
        return True
    before, skip = preposed(document, lexicon, cue)
    if before is not None:
        draft.subject_skip = skip
    elif cue.entry.gender != "?":
        before = _main_subject(document, lexicon, cue)
    if before is not None:
        draft.subject = before
        draft.position = "speaker_before_verb"
        draft.rule = "preposed_" + opening.kind
        draft.role = _role_in(document, lexicon, before)
    elif _needs_subject(draft):
        return False
    set_circumstance(document, lexicon, draft, cue.last)
    return True


def _needs_subject(draft: Draft) -> bool:
    """True for cues too weak to be speech without a subject of their own."""
    cue, kind = draft.cue, draft.opening.kind
    weak = "weak" in cue.entry.complements and kind not in ("comp", "quote", "colon")
    return weak or (cue.entry.gender == "p" and cue.prefix == "" and kind == "prep")


def _skip_to_subject(document: Document, lexicon: Lexicon, first: int, limit: int) -> int:
    """Index after the adverbs, media and participles that may stand before the subject."""
    words = document.words
    index = first
    while index < limit:
        word = words[index]
        if (
            is_time(lexicon, word)
            or word in COMMAS
            or lexicon.is_in("subject_adverb", word)
            or lexicon.has_cue(word.removeprefix("و"), "participle_hal")
        ):
            index += 1
        elif is_media_addressee(lexicon, word) or (
            word in lexicon.words["medium_intro"]
            and index + 1 < limit
            and lexicon.is_in("medium_noun", bare(words[index + 1]))
        ):
            index = next((k for k in range(index, limit) if words[k] in COMMAS), limit)
        else:
            break
    return index


def _whole_subject(
    document: Document, lexicon: Lexicon, cue: FoundCue, phrase: NounPhrase, limit: int
) -> NounPhrase:
    """Cut the medium off after «أبلغ», and reach for a name after a long role."""
    words = document.words
    if cue.entry.lemma in ("أبلغ", "أخبر"):
        for index in range(phrase.first + 1, phrase.last):
            medium = lexicon.is_in("media_head", bare(words[index]))
            if medium and not is_role_head(lexicon, words[index - 1]):
                return NounPhrase(phrase.first, index)
    if is_role_head(lexicon, words[phrase.first]) and phrase.last < limit:
        for index in range(phrase.last, min(limit, phrase.first + _NAME_REACH)):
            if words[index] in COMMAS or words[index] in ENDS:
                break
            if lexicon.is_in("given_name", words[index]) and index + 1 < limit:
                reach = noun_phrase(document, lexicon, index, limit)
                if 2 <= reach.last - reach.first <= 5:
                    return NounPhrase(phrase.first, reach.last)
    return phrase


def _main_subject(document: Document, lexicon: Lexicon, cue: FoundCue) -> NounPhrase | None:
    """The subject of the verb that opens the sentence («شنت القوات … وقالت إن»)."""
    words = document.words
    sentence = document.sentence_index(cue.first)
    first = skip_connectives(document, lexicon, document.sentence_first[sentence], cue.first)
    if first >= cue.first - 1 or not lexicon.is_in("verb_like", words[first].removeprefix("و")):
        return None
    phrase = noun_phrase(document, lexicon, first + 1, cue.first)
    feminine = words[first].endswith("ت")
    if phrase.is_empty or feminine != (cue.entry.gender == "f"):
        return None
    return phrase


def _role_in(document: Document, lexicon: Lexicon, phrase: NounPhrase) -> RoleName | None:
    """Name and role of a preposed subject with a comma between them."""
    words = document.words
    comma = next((k for k in range(phrase.first, phrase.last) if words[k] in COMMAS), None)
    if comma is None:
        return None
    if comma + 1 < phrase.last and is_role_head(lexicon, words[comma + 1]):
        return RoleName((phrase.first, comma), (comma + 1, phrase.last))
    if is_role_head(lexicon, words[phrase.first]):
        return RoleName((comma + 1, phrase.last), (phrase.first, comma))
    return None


def set_apposition(document: Document, lexicon: Lexicon, draft: Draft) -> None:
    """Set role and name from «خلوصي أكار، وزير الدفاع التركي،» or the reverse order."""
    words = document.words
    subject = draft.subject
    if subject is None:
        return
    at, limit = subject.last, draft.opening.subject_last
    if at + 1 >= limit or words[at] not in COMMAS:
        return
    following = noun_phrase(document, lexicon, at + 1, limit)
    if following.is_empty:
        return
    head = words[following.first]
    own = split_role(document, lexicon, subject)
    if is_role_head(lexicon, head):
        inner = split_role(document, lexicon, following)
        if own.role is None:
            draft.role = RoleName((subject.first, subject.last), (following.first, following.last))
        elif own.name is None and inner.name is not None:
            draft.role = RoleName(inner.name, own.role)
    elif (
        own.name is None and own.role is not None and following.last - following.first <= 4
        and not lexicon.is_in("medium_intro", head)
    ):  # fmt: skip
        draft.role = RoleName((following.first, following.last), own.role)


def preposed(
    document: Document, lexicon: Lexicon, cue: FoundCue
) -> tuple[NounPhrase | None, int]:  # fmt: skip
    """The subject before the verb in the same clause («فصائل المعارضة تحدثت عن»), and how
    many letters of its first word are a conjunction («… والدفاع الروسية تنفي»)."""
    whole = _preposed_clause(document, lexicon, cue)
    if whole is not None or cue.prefix:
        return whole, 0
    words = document.words
    sentence_first = document.sentence_first[document.sentence_index(cue.first)]
    low = max(sentence_first, cue.first - _JOINED_REACH)
    for index in range(cue.first - 1, low, -1):
        if words[index] in COMMAS or words[index] in ENDS or document.is_quoted(index):
            break
        if words[index].startswith("وال") and len(words[index]) > 4:
            phrase = noun_phrase(document, lexicon, index, cue.first)
            if phrase.last == cue.first:
                return phrase, 1
            break
    return None, 0


def _preposed_clause(document: Document, lexicon: Lexicon, cue: FoundCue) -> NounPhrase | None:
    """The noun phrase that fills the clause before the verb."""
    words = document.words
    sentence_first = document.sentence_first[document.sentence_index(cue.first)]
    low = max(sentence_first, cue.first - _PREPOSED_REACH)
    end = cue.first
    while end > low and lexicon.is_in("auxiliary", words[end - 1]):
        end -= 1
    if cue.prefix == "و":
        return None
    start = end
    while start > low and not _is_clause_edge(document, lexicon, start - 1):
        start -= 1
    start = skip_connectives(document, lexicon, start, end)
    if start >= end or end - start > _LONGEST_PREPOSED or not words[start][:1].isalpha():
        return None
    if end - start >= 2 and words[end - 1] == "ما":
        return None  # «نادراً ما تؤكد»
    opens = _after_inner_verb(document, lexicon, start, end)
    if opens is None:
        return None
    found = noun_phrase(document, lexicon, opens, end)
    if found.is_empty or lexicon.is_in("not_subject_head", words[opens]):
        return None
    if found.last < end:
        stop = words[found.last]
        if stop not in COMMAS and not lexicon.is_in("after_preposed", stop):
            return None
    return NounPhrase(found.first, min(found.last, end))


def _after_inner_verb(document: Document, lexicon: Lexicon, start: int, end: int) -> int | None:
    """Where the subject begins in a clause that may hold a verb of its own («مما جعل المنظمة
    تدعو»); None when that verb takes the whole clause."""
    words = document.words
    for index in range(end - 1, start - 1, -1):
        if is_strong_cue(document, lexicon, index):
            return None
        if lexicon.is_in("verb_like", words[index]):
            near = index + 1 < end and end - index <= 4
            return index + 1 if near and words[index + 1].startswith("ال") else None
    return start


def _is_clause_edge(document: Document, lexicon: Lexicon, index: int) -> bool:
    word = document.words[index]
    if word in ENDS or word in (":", "؛"):
        return True
    quotation = document.quotation_of(index)
    if quotation is not None:
        return quotation.words > 4
    if word in COMMAS:
        # a comma inside «X، وزير …، V» does not end the clause
        following = document.words[index + 1] if index + 1 < len(document.words) else ""
        return not is_role_head(lexicon, following)
    return is_break(document, lexicon, index)


def set_circumstance(document: Document, lexicon: Lexicon, draft: Draft, first: int) -> None:
    """Set medium («في بيان») and addressee («لوكالة رويترز») from between cue and content."""
    words = document.words
    limit = draft.opening.subject_last
    for index in range(first, limit):
        word = words[index]
        intro = index + 1 < limit and word in lexicon.words["medium_intro"]
        if draft.medium is None and intro:
            following = words[index + 1]
            nouns = lexicon.words["medium_noun"]
            if bare(following) in nouns or following in nouns:
                end = _until_comma(words, index + 2, min(limit, index + 7))
                draft.medium = document.span(index, end)
        if draft.addressee is None and len(word) > 1 and is_media_addressee(lexicon, word):
            end = _until_comma(words, index + 1, min(limit, index + 4))
            start = document.tokens[index].start + 1
            draft.addressee = document.raw_span(start, document.tokens[end - 1].end)


def _until_comma(words: list[str], first: int, limit: int) -> int:
    return next((k for k in range(first, limit) if words[k] in COMMAS), max(first, limit))


def second_phrase(document: Document, lexicon: Lexicon, first: int, limit: int) -> int:
    """Where the second of two noun phrases begins: subject, then the accused; ``first`` when
    they cannot be told apart.

    After a definite word an indefinite one opens a new phrase; so does a known place or
    organisation head, and a definite word that cannot agree with the head before it.
    """
    words = document.words
    plural_head = words[first].endswith("ون")
    for index in range(first + 1, limit):
        word, previous = words[index], words[index - 1]
        if word.startswith(("و", "ل")) and len(word) > 3 and not document.is_known(word):
            continue
        if lexicon.is_in("second_phrase_link", previous):
            continue
        definite = word.startswith("ال")
        closed = previous.startswith("ال") or is_adjective(previous) or previous.endswith("يون")
        if closed and not definite and not is_adjective(word) and word[:1].isalpha():
            if lexicon.is_in("second_phrase_never", word):
                continue
            return index
        if closed and lexicon.is_in("org_head", bare(word)):
            return index
        if plural_head and definite and not word.endswith(("ون", "ين")):
            return index
        if definite and is_adjective(previous) and not previous.startswith("ال"):
            return index
        if previous.startswith("ال") and document.is_known(word):
            return index
        if plural_head and not is_adjective(previous) and definite and index > first + 1:
            return index
    return first

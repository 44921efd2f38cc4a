"""Statements: who says what, found by frames over reporting cues.

The frames are those of news Arabic: V S … (أن|إلى|عن|:|“…”), S V …, كان/قد V, masdar
(«نفي S صحة O»), «تصريحات لـS حول O», chained participles that inherit the subject,
«أطلق S تهديدات بـO», double cues («توعد S …، قائلاً: Q»), source markers («وفقاً لـS»),
«"Q"، قال S», and quoted fragments after «ما وصفه بـ».
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..arabic.letters import fold, strip_forms
from ..model import Cue, NamedSpan, Span, Stance, Statement, StatementType
from .document import Document, Quotation
from .lexicon import CueEntry, Gender, Lexicon, matches_phrase
from .phrases import (
    MEDIA_HEADS,
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
from .speakers import Entity, Registry

_COMMAS = ("،", ",", "؛")
_ENDS = (".", "؟", "!", "…")
_MAX_SUBJECT = 60
_PREPOSITIONS = {"الي", "عن", "علي", "من"}
_MASDAR_SHAPES = (
    ("ت", "ي", 5), ("است", "ا", 6), ("ان", "ا", 5), ("ا", "ا", 4), ("م", "ه", 5), ("ت", "ا", 5),
)  # fmt: skip


@dataclass(slots=True)
class Found:
    """A cue in the text."""

    first: int
    last: int
    start: int
    entry: CueEntry
    form: str
    prefix: str


@dataclass(slots=True)
class Opening:
    """Where the content opens. ``at`` is the first content token, ``skip`` the letters of
    that token that do not belong (a fused ب), ``subject_last`` the end of the subject."""

    kind: str
    at: int
    subject_last: int
    skip: int = 0
    complementiser: str | None = None
    second_cue: int | None = None


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    cue: Found
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
    extra: list[tuple[int, int]] = field(default_factory=list)


def extract_statements(document: Document, lexicon: Lexicon) -> list[Statement]:
    """All statements of the article in text order. Time is linear in its length."""
    registry = Registry(document, lexicon)
    drafts = _drafts(document, lexicon)
    _bound_contents(document, lexicon, drafts)
    statements: list[Statement] = []
    for draft in drafts:
        statement = _finish(document, lexicon, registry, draft, len(statements) + 1)
        if statement is not None:
            statements.append(statement)
    fuller = registry.unify()
    for statement in statements:
        statement.speakers = [
            fuller[s.entity].speaker if s.entity in fuller else s for s in statement.speakers
        ]
    _mark_duplicates(statements)
    return statements


# --- cues ------------------------------------------------------------------------------


def _drafts(document: Document, lexicon: Lexicon) -> list[Draft]:
    drafts: list[Draft] = []
    taken = -1
    for index in range(len(document.tokens)):
        if index <= taken or document.is_quoted(index):
            continue
        draft = _source_marker(document, lexicon, index)
        if draft is None:
            cue = _cue_at(document, lexicon, index)
            draft = _frame(document, lexicon, cue) if cue else None
        if draft is None:
            draft = _special(document, lexicon, index)
        if draft is None:
            continue
        drafts.append(draft)
        taken = draft.opening.at - 1 if draft.rule != "source_final" else draft.reach - 1
    return drafts


_NEVER_BEFORE_VERB = frozenset(
    "في من عن علي الي دون بعد قبل مع خلال منذ بدون سوي غير ال بلا عدم كل اي هذا هذه ما".split()
)


def _cue_at(document: Document, lexicon: Lexicon, index: int) -> Found | None:
    """The reporting verb or circumstantial participle at a token, if any.

    A preposition or determiner before it makes it a noun («دون ذكر اسمه»).
    """
    token = document.tokens[index]
    previous = document.words[index - 1] if index else ""
    if previous in _NEVER_BEFORE_VERB and previous != "ما":
        return None
    for prefix, rest in strip_forms(token.text):
        if prefix not in ("", "و", "ف"):
            continue
        for entry in lexicon.cues.get(rest, ()):
            if entry.form == "masdar":
                continue
            start = token.start + (len(token.raw) - len(token.raw.lstrip("وف")) if prefix else 0)
            if prefix:
                start = token.start + 1
            return Found(index, index + 1, start, entry, entry.form, prefix)
    return None


def _strong_cue(document: Document, lexicon: Lexicon, index: int) -> bool:
    cue = _cue_at(document, lexicon, index)
    return bool(cue and cue.form == "verb" and "weak" not in cue.entry.complements)


# --- openings --------------------------------------------------------------------------


def _sentence_limit(document: Document, index: int) -> int:
    return document.sentence_last[document.sentence_index(index)]


def is_speech_quotation(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    """True when the quotation is speech, not a name or a word held at arm's length."""
    previous = document.words[quotation.open - 1] if quotation.open else ""
    if previous == ":":
        return quotation.words >= 2
    name = bare(previous.lstrip("بلكوف")) if len(previous) > 4 else previous
    if lexicon.is_in("name_introducer", bare(previous)) or lexicon.is_in("name_introducer", name):
        return False
    if previous in ("(", "ل", "ب", "لـ"):
        return quotation.words >= 5
    return quotation.words >= 4


def _find_opening(
    document: Document, lexicon: Lexicon, cue: Found, allow_weak_object: bool = True
) -> Opening | None:
    words = document.words
    kinds = cue.entry.complements
    limit = min(_sentence_limit(document, cue.first), cue.last + _MAX_SUBJECT)
    second: int | None = None
    index = cue.last
    while index < limit:
        word = words[index]
        if document.opens_quotation(index):
            quotation = document.quote_at[index]
            direct = index == cue.last or words[index - 1] in (":", "،", ",") or second
            if "only" not in kinds and (
                is_speech_quotation(document, lexicon, quotation)
                or (direct and quotation.words >= 2 and words[index - 1] == ":")
            ):
                return Opening("quote", index, second or index, second_cue=second)
            index = min(quotation.close + 1, limit)
            continue
        if word == ":" and "only" not in kinds and not _is_inner_colon(words, index):
            if index + 1 < limit:
                kind = "quote" if document.opens_quotation(index + 1) else "colon"
                return Opening(kind, index + 1, second or index, second_cue=second)
            return _next_line_quote(document, index, second)
        opening = _complement(document, lexicon, cue, index, limit, second, allow_weak_object)
        if opening is not None:
            return opening
        if lexicon.is_in("second_cue", word):
            second = index if second is None else second
            index += 1
            continue
        if word in _ENDS or word == "؛" or _is_break(document, lexicon, index):
            return None
        if index > cue.last:
            other = _cue_at(document, lexicon, index)
            if other and other.form == "verb" and _takes_over(words, other):
                return None
            if other and other.form == "participle_hal" and _opens_next(document, lexicon, index):
                return None
        if "weak" in kinds and index - cue.last > 30:
            return None
        index += 1
    return None


def _takes_over(words: list[str], cue: Found) -> bool:
    """True when a further verb before the content is itself a reporting verb for sure."""
    kinds = cue.entry.complements
    if "only" in kinds:
        return cue.last < len(words) and words[cue.last] in kinds
    return "weak" not in kinds


def _is_inner_colon(words: list[str], index: int) -> bool:
    """True for the colon of a clock time or of a web address."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return (words[index - 1].isdigit() and following.isdigit()) or following == "/"


def _next_line_quote(document: Document, index: int, second: int | None) -> Opening | None:
    following = index + 1
    if following < len(document.tokens) and document.opens_quotation(following):
        return Opening("quote", following, second or index, second_cue=second)
    return None


def _opens_next(document: Document, lexicon: Lexicon, index: int) -> bool:
    words = document.words
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return (
        lexicon.is_in("complementiser", following)
        or document.opens_quotation(index + 1)
        or following in _PREPOSITIONS
        or following == ":"
    )


def _is_break(document: Document, lexicon: Lexicon, index: int) -> bool:
    window = document.words[index : index + 3]
    return matches_phrase(lexicon.phrases["attribution_break"], window, 0) > 0


def _complement(
    document: Document, lexicon: Lexicon, cue: Found, index: int, limit: int,
    second: int | None, allow_object: bool,
) -> Opening | None:  # fmt: skip
    words = document.words
    word = words[index]
    kinds = cue.entry.complements
    subject_last = second if second is not None else index
    if "only" in kinds and word not in kinds:
        return None
    if lexicon.is_in("complementiser", word):
        fused = word not in ("ان", "بان", "فان")
        skip = 1 if fused and word.startswith("ب") else 0
        at = index if fused else index + 1
        if at >= limit:
            return None
        kind = "quote" if document.opens_quotation(at) else "comp"
        return Opening(kind, at, subject_last, skip, word, second)
    if word in _PREPOSITIONS and word in kinds:
        return _after_preposition(document, lexicon, cue, index, limit, subject_last, second)
    if "ب" in kinds and word.startswith("ب") and index >= cue.last:
        if word == "ب" and index + 1 < limit:
            return Opening("prep", index + 1, subject_last, 0, "ب", second)
        if _is_fused_action(lexicon, word):
            return Opening("prep", index, subject_last, 1, "ب", second)
    if "ل" in kinds and word.startswith("ل") and _masdar_like(lexicon, word[1:]):
        return Opening("prep", index, subject_last, 1, "ل", second)
    if "o" in kinds and allow_object and _object_start(document, lexicon, cue, index, limit):
        return Opening("object", index, subject_last, 0, None, second)
    return None


def _is_fused_action(lexicon: Lexicon, word: str) -> bool:
    """«بزيادة», «بالإفراج»: a fused ب on a noun of action."""
    core = word[1:]
    return len(core) >= 2 and (_masdar_like(lexicon, core) or _masdar_like(lexicon, bare(core)))


def _after_preposition(
    document: Document, lexicon: Lexicon, cue: Found, index: int, limit: int,
    subject_last: int, second: int | None,
) -> Opening | None:  # fmt: skip
    words = document.words
    if index + 1 >= limit:
        return None
    following = words[index + 1]
    if lexicon.is_in("complementiser", following):
        fused = following not in ("ان", "بان")
        at = index + 1 if fused else index + 2
        if at >= limit:
            return None
        kind = "quote" if document.opens_quotation(at) else "comp"
        return Opening(kind, at, subject_last, 0, following, second)
    if document.opens_quotation(index + 1):
        return Opening("quote", index + 1, subject_last, 0, words[index], second)
    # «من» and «على» often belong to the subject («مصدر من …»): ask for a noun of action
    if words[index] in ("من", "علي") and index > cue.last and not _masdar_like(lexicon, following):
        heads = index - cue.last == 1 and lexicon.is_in("group_head", bare(words[index - 1]))
        if heads or (words[index] == "علي" and index - cue.last > 8):
            return None
    if following in ("حد", "هامش", "لسان", "الرغم", "خلفيه"):
        return None
    if (
        following == "ما"
        and index + 2 < limit
        and words[index + 2].startswith(("وصف", "اسما", "سما", "اعتبر"))
    ):
        at = index + 3  # «مشدداً على ما وصفه بـ"…"»
        if at < limit and words[at] == "ب":
            at += 1
        if at < limit:
            kind = "quote" if document.opens_quotation(at) else "prep"
            return Opening(kind, at, subject_last, 0, words[index], second)
    if words[index] == "الي" and following in ("جانب", "ذلك"):
        return None
    return Opening("prep", index + 1, subject_last, 0, words[index], second)


def _masdar_like(lexicon: Lexicon, word: str) -> bool:
    """Rough shape test for a noun of action (masdar) in folded letters."""
    if lexicon.is_in("object_masdar", word):
        return True
    if is_adjective(word) or lexicon.is_in("given_name", word):
        return False
    if len(word) < 4 or word.startswith("ال") or lexicon.is_in("object_verb_exception", word):
        return False
    core = word
    for suffix in ("هما", "هم", "ها", "ه"):
        if core.endswith(suffix) and len(core) - len(suffix) >= 4:
            core = core[: -len(suffix)]
            break
    if (
        word[0] == "ت"
        and len(core) >= 4
        and (core[-2] == "ي" or core[2:3] == "ا" or core[-3:-2] == "ي")
    ):
        return True
    if word.startswith("است") and "ا" in word[3:]:
        return True
    if word.startswith("ان") and len(core) >= 5 and core[-2] == "ا":
        return True
    if word[0] == "ا" and len(core) >= 5 and "ا" in core[2:] and core[-1] != "ء":
        return True
    return word[0] == "م" and word.endswith("ه") and len(word) >= 6 and word[2] == "ا"


def _object_start(document: Document, lexicon: Lexicon, cue: Found, index: int, limit: int) -> bool:
    words = document.words
    word = words[index]
    if word.startswith("ال") or not word[:1].isalpha():
        return word[:1].isdigit() and index > cue.last + 1 and not is_time(words[index - 1])
    if index == cue.last:
        return lexicon.is_in("object_masdar", word) or (
            _masdar_like(lexicon, word) and index + 1 < limit and not is_adjective(words[index + 1])
        )
    if not _masdar_like(lexicon, word):
        return False
    if words[index - 1] in (
        "من",
        "في",
        "عن",
        "الي",
        "علي",
        "بعد",
        "قبل",
        "عقب",
        "خلال",
        "باسم",
        "منذ",
    ):
        return False
    head = bare(words[cue.last])
    if index == cue.last + 1 and lexicon.is_in("org_head", head):
        return False
    return index + 1 < limit


# --- frames ----------------------------------------------------------------------------


def _frame(document: Document, lexicon: Lexicon, cue: Found) -> Draft | None:
    words = document.words
    if cue.first and words[cue.first - 1] in ("لم", "لن", "ال"):
        return None
    kinds = cue.entry.complements
    if "blame" in kinds:
        return _blame(document, lexicon, cue)
    if "acc" in kinds:
        return _accusation(document, lexicon, cue)
    opening = _find_opening(document, lexicon, cue)
    if opening is None:
        return None
    if cue.entry.lemma == "نقل":
        return _relayed(document, lexicon, cue, opening)
    if cue.form == "participle_hal":
        return _participle(document, lexicon, cue, opening)
    draft = Draft(cue, opening, "verb_" + opening.kind, "speaker_after_verb")
    if not _attach_subject(document, lexicon, draft):
        return None
    return draft


def _relayed(document: Document, lexicon: Lexicon, cue: Found, opening: Opening) -> Draft | None:
    """«نقلت R عن S [قوله] أن O»: S speaks, R relays."""
    words = document.words
    about = next((k for k in range(cue.last, opening.subject_last) if words[k] == "عن"), None)
    if about is None:
        return None
    stop = opening.subject_last
    for index in range(about + 1, stop):
        if lexicon.is_in("pronoun_speaker", words[index]) or words[index] in ("تاكيده", "تاكيدها"):
            stop = index
            break
    subject = noun_phrase(document, lexicon, about + 1, stop)
    if subject.last <= subject.first:
        return None
    draft = Draft(cue, opening, "relayed_saying", "speaker_before_verb", subject)
    relay = noun_phrase(document, lexicon, cue.last, about)
    if relay.last > relay.first:
        draft.relayed_by = document.span(relay.first, relay.last)
    return draft


def _participle(document: Document, lexicon: Lexicon, cue: Found, opening: Opening) -> Draft | None:
    gap = opening.at - cue.last
    if gap > 8 or (opening.kind == "object" and gap > 2):
        return None
    if "weak" in cue.entry.complements and opening.kind not in ("comp", "quote", "colon"):
        return None
    return Draft(cue, opening, "participle_" + opening.kind, "chained", chain=True)


def _attach_subject(document: Document, lexicon: Lexicon, draft: Draft) -> bool:
    """Find the subject after the verb, else before it, else inherit. False: no statement."""
    cue, opening = draft.cue, draft.opening
    words = document.words
    if cue.entry.lemma == "ذكر" and words[cue.first] in ("يذكر", "ويذكر"):
        return False  # «يذكر أن …» is the writer's own voice
    first = _skip_to_subject(document, lexicon, cue.last, opening.subject_last)
    after = noun_phrase(document, lexicon, first, opening.subject_last)
    if after.last > after.first:
        after = _whole_subject(document, lexicon, cue, after, opening.subject_last)
        draft.subject = after
        _apposition(document, lexicon, draft)
        _circumstance(document, lexicon, draft, cue.last)
        return True
    before, skip = _preposed(document, lexicon, cue)
    if skip and before is not None:
        draft.extra = [(before.first, 1)]
    if before is None and cue.entry.gender != "?":
        before = _main_subject(document, lexicon, cue)
    if before is not None:
        draft.subject = before
        draft.position = "speaker_before_verb"
        draft.rule = "preposed_" + opening.kind
        draft.role = _role_in(document, lexicon, before)
    elif ("weak" in cue.entry.complements and opening.kind not in ("comp", "quote", "colon")) or (
        cue.entry.gender == "p" and cue.prefix == "" and opening.kind == "prep"
    ):
        return False
    _circumstance(document, lexicon, draft, cue.last)
    return True


def _skip_to_subject(document: Document, lexicon: Lexicon, first: int, limit: int) -> int:
    """Index after the adverbs, media and participles that may stand before the subject."""
    words = document.words
    index = first
    while index < limit:
        word = words[index]
        if (
            is_time(word)
            or word in _COMMAS
            or word in ("قد", "ايضا", "فيه", "فيها", "له", "لها")
            or any(e.form == "participle_hal" for e in lexicon.cues.get(word.removeprefix("و"), ()))
        ):
            index += 1
        elif is_media_addressee(word) or (
            word in ("في", "عبر", "خلال")
            and index + 1 < limit
            and lexicon.is_in("medium_noun", bare(words[index + 1]))
        ):
            stop = next((k for k in range(index, limit) if words[k] in _COMMAS), limit)
            index = stop if stop < limit else limit
        else:
            break
    return index


def _whole_subject(
    document: Document, lexicon: Lexicon, cue: Found, phrase: NounPhrase, limit: int
) -> NounPhrase:
    """Cut the medium off after «أبلغ», and reach for a name after a long role."""
    words = document.words
    if cue.entry.lemma in ("أبلغ", "أخبر"):
        for index in range(phrase.first + 1, phrase.last):
            if bare(words[index]) in MEDIA_HEADS and not is_role_head(lexicon, words[index - 1]):
                return NounPhrase(phrase.first, index)
    if is_role_head(lexicon, words[phrase.first]) and phrase.last < limit:
        end = min(limit, phrase.first + 14)
        for index in range(phrase.last, end):
            if words[index] in _COMMAS + _ENDS:
                break
            if lexicon.is_in("given_name", words[index]) and index + 1 < limit:
                reach = noun_phrase(document, lexicon, index, limit)
                if 2 <= reach.last - reach.first <= 5:
                    return NounPhrase(phrase.first, reach.last)
    return phrase


def _main_subject(document: Document, lexicon: Lexicon, cue: Found) -> NounPhrase | None:
    """The subject of the verb that opens the sentence («شنت القوات … وقالت إن»)."""
    words = document.words
    sentence = document.sentence_index(cue.first)
    first = skip_connectives(document, lexicon, document.sentence_first[sentence], cue.first)
    if first >= cue.first - 1 or not lexicon.is_in("verb_like", words[first].removeprefix("و")):
        return None
    phrase = noun_phrase(document, lexicon, first + 1, cue.first)
    feminine = words[first].endswith("ت")
    if phrase.last <= phrase.first or feminine != (cue.entry.gender == "f"):
        return None
    return phrase


def _role_in(document: Document, lexicon: Lexicon, phrase: NounPhrase) -> RoleName | None:
    """Name and role of a preposed subject with a comma between them."""
    words = document.words
    comma = next((k for k in range(phrase.first, phrase.last) if words[k] in _COMMAS), None)
    if comma is None:
        return None
    if is_role_head(lexicon, words[comma + 1]) if comma + 1 < phrase.last else False:
        return RoleName((phrase.first, comma), (comma + 1, phrase.last))
    if is_role_head(lexicon, words[phrase.first]):
        return RoleName((comma + 1, phrase.last), (phrase.first, comma))
    return None


def _apposition(document: Document, lexicon: Lexicon, draft: Draft) -> None:
    """«خلوصي أكار، وزير الدفاع التركي،» and «وزير الخارجية الروسي، سيرغي لافروف،»."""
    words = document.words
    subject = draft.subject
    if subject is None:
        return
    at, limit = subject.last, draft.opening.subject_last
    if at + 1 >= limit or words[at] not in _COMMAS:
        return
    following = noun_phrase(document, lexicon, at + 1, limit)
    if following.last <= following.first:
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


def _preposed(document: Document, lexicon: Lexicon, cue: Found) -> tuple[NounPhrase | None, int]:
    """The subject before the verb in the same clause («فصائل المعارضة تحدثت عن»), and how
    many letters of its first word are a conjunction («… والدفاع الروسية تنفي»)."""
    whole = _preposed_clause(document, lexicon, cue)
    if whole is not None or cue.prefix:
        return whole, 0
    words = document.words
    low = max(document.sentence_first[document.sentence_index(cue.first)], cue.first - 8)
    for index in range(cue.first - 1, low, -1):
        if words[index] in _COMMAS + _ENDS or document.is_quoted(index):
            break
        if words[index].startswith("وال") and len(words[index]) > 4:
            phrase = noun_phrase(document, lexicon, index, cue.first)
            if phrase.last == cue.first:
                return phrase, 1
            break
    return None, 0


def _preposed_clause(document: Document, lexicon: Lexicon, cue: Found) -> NounPhrase | None:
    words = document.words
    sentence_first = document.sentence_first[document.sentence_index(cue.first)]
    low = max(sentence_first, cue.first - 30)
    end = cue.first
    while end > low and words[end - 1] in ("قد", "كان", "كانت", "فقد", "وقد", "وكان", "وكانت"):
        end -= 1
    if cue.prefix == "و":
        return None
    start = end
    while start > low and not _clause_edge(document, lexicon, start - 1):
        start -= 1
    start = skip_connectives(document, lexicon, start, end)
    if start >= end or end - start > 16:
        return None
    if end - start >= 2 and words[end - 1] == "ما":
        return None  # «نادراً ما تؤكد»
    head = words[start]
    if not head[:1].isalpha():
        return None
    for index in range(end - 1, start - 1, -1):
        if _strong_cue(document, lexicon, index):
            return None
        if lexicon.is_in("verb_like", words[index]):
            if index + 1 < end and words[index + 1].startswith("ال") and end - index <= 4:
                start = index + 1  # «مما جعل المنظمة تدعو»
                break
            return None
    head = words[start]
    found = noun_phrase(document, lexicon, start, end)
    if found.last <= found.first or head in _PREPOSITIONS or head in ("في", "خلال", "بعد", "قبل"):
        return None
    if found.last < end and words[found.last] not in (*_COMMAS, "في", "خلال", "عبر"):
        return None
    return NounPhrase(found.first, found.last if found.last < end else end)


def _clause_edge(document: Document, lexicon: Lexicon, index: int) -> bool:
    word = document.words[index]
    if word in _ENDS or word in (":", "؛"):
        return True
    quotation = document.quotation_of(index)
    if quotation is not None:
        return quotation.words > 4
    if word in _COMMAS:
        # a comma inside «X، وزير …، V» does not end the clause
        following = document.words[index + 1] if index + 1 < len(document.words) else ""
        return not is_role_head(lexicon, following)
    return _is_break(document, lexicon, index)


def _circumstance(document: Document, lexicon: Lexicon, draft: Draft, first: int) -> None:
    """Medium («في بيان») and addressee («لوكالة رويترز») between cue and content."""
    words = document.words
    limit = draft.opening.subject_last
    for index in range(first, limit):
        word = words[index]
        if draft.medium is None and word in ("في", "خلال", "عبر") and index + 1 < limit:
            noun = bare(words[index + 1])
            if lexicon.is_in("medium_noun", noun) or lexicon.is_in("medium_noun", words[index + 1]):
                end = index + 2
                while end < limit and words[end] not in _COMMAS and end - index < 7:
                    end += 1
                draft.medium = document.span(index, end)
        if draft.addressee is None and len(word) > 1 and is_media_addressee(word):
            end = index + 1
            while end < limit and words[end] not in _COMMAS and end - index < 4:
                end += 1
            token = document.tokens[index]
            draft.addressee = document.raw_span(token.start + 1, document.tokens[end - 1].end)


def _accusation(document: Document, lexicon: Lexicon, cue: Found) -> Draft | None:
    """«اتهم S Y بـ O»: the content holds the accused and the charge."""
    words = document.words
    limit = min(_sentence_limit(document, cue.first), cue.last + _MAX_SUBJECT)
    charge = None
    for index in range(cue.last, limit):
        word = words[index]
        if word in _ENDS or _is_break(document, lexicon, index):
            break
        if index > cue.last and word.startswith("ب") and len(word) > 2:
            core = word[1:]
            if (
                _is_fused_action(lexicon, word) or core.startswith("ال")
                or lexicon.is_in("object_verb_exception", core)
            ):  # fmt: skip
                charge = index
                break
        if word in ("ب", "بانه", "بانها", "بانهم", "بان"):
            charge = index
            break
    if charge is None:
        return None
    before, skip = _preposed(document, lexicon, cue) if cue.form == "verb" else (None, 0)
    if cue.form == "participle_hal" or before is not None:
        accused = cue.last
    else:
        accused = _second_phrase(document, lexicon, cue.last, charge)
    if accused >= charge and cue.form != "participle_hal":
        accused = charge
    opening = Opening("object", min(accused, charge), min(accused, charge))
    draft = Draft(cue, opening, "accusation", "speaker_after_verb")
    if cue.form == "participle_hal":
        draft.chain, draft.position = True, "chained"
    elif before is not None:
        draft.subject, draft.position = before, "speaker_before_verb"
        draft.extra = [(before.first, skip)] if skip else []
    elif accused > cue.last:
        draft.subject = noun_phrase(document, lexicon, cue.last, accused)
        _apposition(document, lexicon, draft)
    return draft


def _second_phrase(document: Document, lexicon: Lexicon, first: int, limit: int) -> int:
    """Where the second of two noun phrases begins: subject, then the accused.

    After a definite word an indefinite one opens a new phrase; so does a known place or
    organisation head, and a definite word that cannot agree with the head before it.
    """
    words = document.words
    plural_head = words[first].endswith(("ون",))
    for index in range(first + 1, limit):
        word, previous = words[index], words[index - 1]
        if word.startswith(("و", "ل")) and len(word) > 3 and not document.is_known(word):
            continue
        if previous in ("في", "من", "لدي", "باسم"):
            continue
        closed = previous.startswith("ال") or is_adjective(previous) or previous.endswith("يون")
        if closed and not word.startswith("ال") and not is_adjective(word) and word[:1].isalpha():
            if word in ("في", "من", "لدي", "الي", "علي", "باسم", "ب"):
                continue
            return index
        if closed and lexicon.is_in("org_head", bare(word)) and index > first:
            return index
        if plural_head and word.startswith("ال") and not word.endswith(("ون", "ين")):
            return index
        if word.startswith("ال") and is_adjective(previous) and not previous.startswith("ال"):
            return index
        if previous.startswith("ال") and document.is_known(word):
            return index
        if (
            plural_head
            and is_adjective(previous) is False
            and word.startswith("ال")
            and index > first + 1
        ):
            return index
    return first


def _blame(document: Document, lexicon: Lexicon, cue: Found) -> Draft | None:
    """«حمّل S Y مسؤولية O»."""
    words = document.words
    limit = min(_sentence_limit(document, cue.first), cue.last + 16)
    for index in range(cue.last, limit):
        if bare(words[index]) in ("مسووليه", "المسووليه"):
            before, skip = _preposed(document, lexicon, cue) if cue.form == "verb" else (None, 0)
            chained = cue.form == "participle_hal"
            start = cue.last
            if not chained and before is None:
                start = _second_phrase(document, lexicon, cue.last, index)
            draft = Draft(cue, Opening("object", start, start), "blame", "speaker_after_verb")
            draft.chain = chained
            if before is not None:
                draft.subject = before
                draft.extra = [(before.first, skip)] if skip else []
            elif start > cue.last:
                draft.subject = noun_phrase(document, lexicon, cue.last, start)
            return draft
    return None


def _source_marker(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«وفقاً لـS»، «بحسب S»، «نقلاً عن S»، «على حد قول S»، «حسبما أفاد S»."""
    words = document.words
    word = words[index]
    prefix = "و" if word[:1] == "و" and lexicon.is_in("source_preposition", word[1:]) else ""
    core = word[1:] if prefix else word
    if not lexicon.is_in("source_preposition", core):
        return None
    limit = _sentence_limit(document, index)
    at = index + 1
    if at >= limit:
        return None
    if core in ("نقلا", "استنادا") and words[at] not in ("عن", "الي"):
        return None
    if words[at] in ("عن", "الي"):
        at += 1
    start = document.tokens[index].start + (1 if prefix else 0)
    last_cue = index + 1
    # «بحسب ما أفاد S» / «حسبما ذكر S»
    if at < limit and words[at] == "ما":
        at += 1
    inner = _cue_at(document, lexicon, at) if at < limit else None
    if inner is None and at < limit:
        for suffix in ("ه", "ها"):
            stem = words[at][: -len(suffix)]
            if words[at].endswith(suffix) and stem in lexicon.cues:
                inner = Found(at, at + 1, start, lexicon.cues[stem][0], "verb", "")
    if inner is not None and inner.form == "verb" and core != "نقلا":
        last_cue = at = inner.last
    medium: Span | None = None
    while at < limit and lexicon.is_in("document_noun", words[at]) and at + 1 < limit:
        following = words[at + 1]
        if following in ("،", ",", ".", "فان", "ان"):
            break
        medium = document.span(at, at + 1)
        if following.startswith(("ل", "ال")) or document.words[at] in (
            "قول",
            "تاكيد",
            "بيان",
            "تقرير",
            "وصف",
            "تصريحات",
            "شهادات",
            "دراسه",
        ):
            at += 1
            while at < limit - 1 and lexicon.is_in("relative_verb", words[at]):
                at += 1
            continue
        if lexicon.is_in("relative_verb", following):
            at += 1
            while at < limit - 1 and lexicon.is_in("relative_verb", words[at]):
                at += 1
        break
    while at < limit - 1 and is_time(words[at]):
        at += 1
    if at >= limit:
        return None
    skip = 0
    if words[at].startswith("لل") or (
        words[at].startswith("ل") and len(words[at]) > 3 and core not in ("بحسب", "حسب", "وفق")
    ):
        skip = 1
    elif words[at] == "ل":
        at += 1
    if at >= limit or words[at] in ("ذلك", "ما", "هذا", "الاصول", "القانون", "المعايير"):
        return None
    stop = next(
        (
            k
            for k in range(at, limit)
            if words[k] in _COMMAS + _ENDS + (":", "فان", "ان", "فقد", "قوله")
        ),
        limit,
    )
    phrase = noun_phrase(document, lexicon, at, stop)
    if phrase.last <= phrase.first:
        return None
    entry = CueEntry("وفق", "verb", "claim", "?", frozenset())
    cue = Found(index, last_cue, start, entry, "source_marker", prefix)
    sentence = document.sentence_index(index)
    first = document.sentence_first[sentence]
    opens = skip_connectives(document, lexicon, first, index) >= index
    if opens:
        begin = stop + 1 if stop < limit and words[stop] in (*_COMMAS, ":") else stop
        while begin < limit and words[begin] in ("فان", "ان", "فقد", "قد"):
            begin += 1
        if begin >= limit:
            return None
        opening = Opening("comp", begin, stop)
        if document.opens_quotation(begin):
            opening.kind = "quote"
        draft = Draft(cue, opening, "source_initial", "source_marker", subject=phrase)
    else:
        opening = Opening("final", first, stop)
        draft = Draft(
            cue, opening, "source_final", "source_marker", subject=phrase, reach=phrase.last
        )
    draft.medium = medium
    if skip:
        draft.extra = [(at, skip)]
    return draft


def _special(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    return (
        _pronoun_saying(document, lexicon, index)
        or _masdar(document, lexicon, index)
        or _came_in(document, lexicon, index)
        or _light_verb(document, lexicon, index)
        or _described_as(document, lexicon, index)
        or _headline_colon(document, lexicon, index)
    )


def _pronoun_saying(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«نقلت الوكالة عن المسؤول قوله إن …»: the source stands after the last عن."""
    words = document.words
    if not lexicon.is_in("pronoun_speaker", words[index]):
        return None
    low = document.sentence_first[document.sentence_index(index)]
    about = next((k for k in range(index - 1, max(low, index - 25), -1) if words[k] == "عن"), None)
    entry = CueEntry("قال", "verb", "claim", "?", frozenset())
    cue = Found(index, index + 1, document.tokens[index].start, entry, "masdar", "")
    opening = _find_opening(document, lexicon, cue)
    if opening is None:
        return None
    draft = Draft(cue, opening, "relayed_saying", "speaker_before_verb")
    if about is not None:
        draft.subject = noun_phrase(document, lexicon, about + 1, index)
        for k in range(max(low, about - 12), about):
            if bare(words[k]) in ("نقل", "نقلت", "ونقل", "ونقلت", "تنقل"):
                relay = noun_phrase(document, lexicon, k + 1, about)
                if relay.last > relay.first:
                    draft.relayed_by = document.span(relay.first, relay.last)
    return draft


def _masdar(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«نفي S … صحة O»، «تصريحات لـS حول O»، «مزاعم S بأن O»، «مطالب بـO»."""
    words = document.words
    word = words[index]
    token = document.tokens[index]
    reading = next(
        ((p, r) for p, r in strip_forms(word)
         if p in ("", "و", "ب") and any(e.form == "masdar" for e in lexicon.cues.get(r, ()))), None,
    )  # fmt: skip
    limit = min(_sentence_limit(document, index), index + 40)
    if bare(word) in ("تصريحات", "اتهامات", "تحذيرات") and not word.startswith("ال"):
        return _nominal(document, lexicon, index, limit)
    if reading is None or index + 1 >= limit:
        return None
    prefix, core = reading
    entry = next(e for e in lexicon.cues[core] if e.form == "masdar")
    start = token.start + (1 if prefix else 0)
    cue = Found(index, index + 1, start, entry, "masdar", prefix)
    headline = document.sentences[document.sentence_index(index)].kind == "headline"
    if entry.lemma == "نفى":
        for k in range(index + 1, limit):
            if words[k] in ("صحه", "وجود", "اي", "علاقه", "ما", "تورط", "مسووليه", "مسوولیته"):
                subject = noun_phrase(document, lexicon, index + 1, k)
                if subject.last <= subject.first:
                    return None
                draft = Draft(
                    cue, Opening("object", k, k), "masdar_denial", "genitive_of_masdar", subject
                )
                _circumstance(document, lexicon, draft, index + 1)
                return draft
        return None
    if entry.lemma in ("زعم", "ادعى", "اتهم"):
        for k in range(index + 1, min(limit, index + 10)):
            if words[k] in ("بان", "ان", "بانه", "بانها", "بانهم", "حول", "بشان"):
                subject = noun_phrase(document, lexicon, index + 1, k)
                if subject.last <= subject.first:
                    return None
                return Draft(
                    cue, Opening("comp", k + 1, k), "masdar_claim", "genitive_of_masdar", subject
                )
        if prefix == "ب" and entry.lemma == "زعم":
            return Draft(
                cue, Opening("object", index + 1, index + 1), "masdar_claim", "chained", chain=True
            )
        return None
    if entry.lemma in ("طالب", "دعا") and headline and words[index + 1].startswith("ب"):
        draft = Draft(
            cue, Opening("prep", index + 1, index + 1, 1), "masdar_call", "headline", chain=True
        )
        return draft
    return None


def _nominal(document: Document, lexicon: Lexicon, index: int, limit: int) -> Draft | None:
    words = document.words
    about = next(
        (k for k in range(index + 1, limit) if words[k] in ("حول", "بشان", "بان", "عن")), None
    )
    if about is None or not words[index + 1].startswith("ل"):
        return None
    entry = CueEntry("صرح", "masdar", "claim", "?", frozenset())
    cue = Found(index, index + 1, document.tokens[index].start, entry, "nominal", "")
    subject = NounPhrase(index + 1, about)
    draft = Draft(
        cue, Opening("comp", about + 1, about), "nominal_statements", "li_plus_speaker", subject
    )
    return draft


def _came_in(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«جاء في بيان لـS: "…"»، «ورد في تقرير S أن …»."""
    words = document.words
    if bare(words[index].removeprefix("و")) not in ("جاء", "ورد") or index + 2 >= len(words):
        return None
    at = index + 1
    while at < len(words) and words[at] in _COMMAS:
        at += 1
    if at >= len(words) or words[at] != "في":
        return None
    noun = at + 1
    if noun >= len(words) or not lexicon.is_in("document_noun", words[noun]):
        return None
    entry = CueEntry("جاء", "verb", "claim", "?", frozenset({"weak"}))
    start = document.tokens[index].start + (
        1 if words[index].startswith("و") and words[index] != "ورد" else 0
    )
    cue = Found(index, index + 1, start, entry, "verb", "و")
    opening = _find_opening(document, lexicon, cue)
    if opening is None:
        return None
    draft = Draft(cue, opening, "came_in_document", "speaker_after_verb")
    draft.medium = document.span(at, noun + 1)
    subject = noun_phrase(document, lexicon, noun + 1, opening.subject_last)
    if subject.last > subject.first:
        draft.subject = subject
        if words[subject.first].startswith("ل") and len(words[subject.first]) > 3:
            draft.extra = [(subject.first, 1)]
    return draft


def _light_verb(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«أطلق S تهديدات بـO»، «وجّه S اتهامات بـO»."""
    words = document.words
    if words[index].lstrip("و") not in ("اطلق", "اطلقت", "وجه", "وجهت", "جه", "طلق"):
        return None
    limit = min(_sentence_limit(document, index), index + 25)
    for k in range(index + 2, limit - 1):
        if words[k] in ("تهديدات", "تهديدا", "اتهامات", "تحذيرات"):
            stance: Stance = "threat" if words[k].startswith("تهديد") else "accusation"
            subject = noun_phrase(document, lexicon, index + 1, k)
            if subject.last <= subject.first or not words[k + 1].startswith("ب"):
                return None
            entry = CueEntry("أطلق تهديدات", "verb", stance, "?", frozenset())
            cue = Found(
                index, index + 1, document.tokens[index].start, entry, "light_verb+noun", ""
            )
            return Draft(
                cue, Opening("object", k + 1, k), "light_verb", "speaker_after_verb", subject
            )
    return None


def _described_as(document: Document, lexicon: Lexicon, index: int) -> Draft | None:
    """«ما وصفوه بالانقلاب …»، «واصفاً إياه بـ…»: a label given by the speaker."""
    words = document.words
    word = words[index].removeprefix("و") if len(words[index]) > 4 else words[index]
    participle = word in ("اصفا", "واصفا", "واصفه", "اصفه", "واصفين") or words[index] in (
        "واصفا",
        "واصفه",
        "واصفين",
    )
    verb = word.startswith(("وصف", "صف", "يصف", "تصف", "سما", "اسما")) and words[index] not in (
        "وصف",
        "وصفت",
    )
    after_ma = index > 0 and words[index - 1] in ("ما", "بما", "لما", "مما")
    if not participle and not (
        verb and (after_ma or words[index].startswith(("يصف", "ويصف", "تصف")))
    ):
        return None
    limit = min(_sentence_limit(document, index), index + 22)
    for k in range(index + 1, limit):
        if words[k] in _COMMAS + _ENDS:
            return None
        label = words[k].startswith("ب") and (k == index + 1 or not document.opens_quotation(k))
        if label and (
            words[k] == "ب"
            or words[k].startswith(("بال", "بان"))
            or _masdar_like(lexicon, words[k][1:])
        ):
            if k + 1 < limit and words[k] == "ب" and document.quote_at.get(k + 1):
                if not after_ma and not participle:
                    return None
            entry = CueEntry("وصف", "verb", "accusation", "?", frozenset())
            start = document.tokens[index].start
            cue = Found(
                index, index + 1, start, entry, "participle_hal" if participle else "verb", ""
            )
            if after_ma:
                at, skip = (k + 1, 0) if words[k] == "ب" else (k, 1)
            else:
                at, skip = index + 1, 0
            draft = Draft(
                cue, Opening("label", at, index + 1, skip), "described_as", "chained", chain=True
            )
            return draft
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
    if index - first > 9 or index + 2 >= limit:
        return None
    phrase = NounPhrase(first, index)
    head = words[first]
    speaker_like = (
        is_role_head(lexicon, head) or lexicon.is_in("org_head", bare(head))
        or lexicon.is_in("org_head", head) or lexicon.is_in("short_form", head)
        or lexicon.is_in("group_head", bare(head)) or lexicon.is_in("given_name", head)
    )  # fmt: skip
    if not speaker_like:
        body = document.article.text[document.sentences[sentence].end :]
        speaker_like = index - first >= 2 and document.span(first, index).text in body
    if not speaker_like:
        return None
    entry = CueEntry(":", "verb", "claim", "?", frozenset())
    cue = Found(index, index + 1, document.tokens[index].start, entry, "source_marker", "")
    kind = "quote" if document.opens_quotation(index + 1) else "comp"
    return Draft(
        cue, Opening(kind, index + 1, index), "headline_colon", "speaker_before_verb", phrase
    )


# --- content ---------------------------------------------------------------------------


def _bound_contents(document: Document, lexicon: Lexicon, drafts: list[Draft]) -> None:
    """Set where each content ends: clause break, next cue, source marker, sentence end."""
    starts = {draft.cue.first: draft for draft in drafts}
    for draft in drafts:
        opening = draft.opening
        if opening.kind == "final":
            _bound_final(document, lexicon, draft)
            continue
        draft.content_first = opening.at
        draft.content_last = _content_end(document, lexicon, draft, starts)
    # a final source marker whose sentence holds other statements relays those
    for draft in drafts:
        if draft.rule != "source_final":
            continue
        sentence = document.sentence_index(draft.cue.first)
        covered = [
            d for d in drafts
            if d is not draft and d.rule != "source_final"
            and document.sentence_index(d.cue.first) == sentence
            and d.content_first >= draft.content_first and d.cue.first < draft.cue.first
        ]  # fmt: skip
        if covered and draft.subject is not None:
            for other in covered:
                other.relayed_by = other.relayed_by or _subject_span(document, draft)
            draft.rule = "dropped"
    drafts[:] = [d for d in drafts if d.rule != "dropped"]


def _subject_span(document: Document, draft: Draft) -> Span:
    phrase = draft.subject
    assert phrase is not None  # noqa: S101 - callers ask only for drafts with a subject
    span = document.span(phrase.first, phrase.last)
    skip = draft.extra[0][1] if draft.extra else 0
    return document.raw_span(span.start + skip, span.end) if skip else span


def _bound_final(document: Document, lexicon: Lexicon, draft: Draft) -> None:
    words = document.words
    end = draft.cue.first
    while end > draft.opening.at and (
        words[end - 1] in _COMMAS or words[end - 1] in ("وذلك", "ذلك", "(", "-", "–")
    ):
        end -= 1
    first = skip_connectives(document, lexicon, draft.opening.at, end)
    for index in range(end - 1, first, -1):
        if _is_break(document, lexicon, index) and words[index - 1] in _COMMAS:
            first = index + 1
            break
    draft.content_first, draft.content_last = first, end


def _content_end(
    document: Document, lexicon: Lexicon, draft: Draft, starts: dict[int, Draft]
) -> int:
    words = document.words
    index = draft.opening.at
    limit = _sentence_limit(document, index)
    if document.opens_quotation(index):
        quotation = document.quote_at[index]
        after = quotation.close + 1
        limit = max(limit, min(after, len(words)))
        if after >= limit or words[after] in _COMMAS + _ENDS:
            return min(after, limit)
        if after < len(words):
            limit = max(limit, _sentence_limit(document, min(after, len(words) - 1)))
        index = after
    while index < limit:
        word = words[index]
        if document.opens_quotation(index):
            quotation = document.quote_at[index]
            index = quotation.close + 1
            limit = max(limit, min(index, len(words)))
            continue
        other = starts.get(index)
        if other is not None and other is not draft and index > draft.opening.at:
            loose = index and (
                words[index - 1] in _COMMAS
                or other.cue.prefix
                or other.chain
                or other.rule.startswith("source")
                or other.rule == "described_as"
                or _is_break(document, lexicon, index - 1)
            )
            if loose and not (other.rule == "described_as" and words[index - 1] == "ما"):
                return _trim(document, lexicon, index, draft.opening.at)
        if words[index - 1] in _COMMAS and _breaks_clause(document, lexicon, index):
            return _trim(document, lexicon, index, draft.opening.at)
        if (
            word in ("فيما", "بينما")
            and index > draft.opening.at + 2
            and draft.opening.kind != "comp"
        ):
            return _trim(document, lexicon, index, draft.opening.at)
        if _on_his_word(words, index) and index > draft.opening.at:
            return _trim(document, lexicon, index, draft.opening.at)
        index += 1
    return _trim(document, lexicon, limit, draft.opening.at)


def _on_his_word(words: list[str], index: int) -> bool:
    return (
        words[index] in ("علي", "بحد", "حسب", "بحسب", "وفق")
        and any(w in ("زعمه", "زعمها", "قوله", "قولها", "تعبيره", "تعبيرها", "وصفه", "وصفها", "زعمهم", "قولهم")
                for w in words[index + 1 : index + 3])
    )  # fmt: skip


def _breaks_clause(document: Document, lexicon: Lexicon, index: int) -> bool:
    return _is_break(document, lexicon, index)


def _trim(document: Document, lexicon: Lexicon, end: int, first: int) -> int:
    words = document.words
    while end > first + 1 and (
        words[end - 1] in _COMMAS or words[end - 1] in ("و", "وذلك", "-", "–", "كما", "(")
        or words[end - 1] in ("فيما", "بينما", "حين", "وكان", "وقد", "وكانت", "بدوره", "قد")
    ):  # fmt: skip
        end -= 1
    return end


# --- finishing -------------------------------------------------------------------------


def _finish(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft, number: int
) -> Statement | None:
    parts, quoted, kind = _content_spans(document, lexicon, draft)
    if not parts or sum(len(p.text.split()) for p in parts) < 2:
        return None
    entities, surfaces, resolution = _speakers(document, lexicon, registry, draft)
    if not entities:
        return None
    for entity in entities:
        registry.note(entity)
    cue_end = document.tokens[draft.cue.last - 1].end
    raw = document.raw_span(draft.cue.start, cue_end)
    sentence = document.sentences[document.sentence_index(draft.cue.first)]
    confidence = 0.9 if resolution == "literal" else 0.75
    if draft.opening.kind in ("object", "label", "final"):
        confidence -= 0.1
    return Statement(
        id=f"ST{number:02d}",
        speakers=[entity.speaker for entity in entities],
        speaker_surface=surfaces,
        speaker_resolution=resolution,  # type: ignore[arg-type]
        cue=Cue(**raw.model_dump(), lemma=draft.cue.entry.lemma, form=draft.cue.form),  # type: ignore[arg-type]
        position=draft.position,
        complementiser=draft.opening.complementiser,
        type=kind,
        content=parts,
        quoted=quoted,
        stance=_stance(
            draft.cue.entry.lemma, draft.cue.entry.stance, draft.opening.kind, entities[0],
            fold(" ".join(part.text for part in parts)),
        ),
        addressee=NamedSpan(ar=draft.addressee.text, surface=draft.addressee) if draft.addressee else None,
        medium=NamedSpan(ar=draft.medium.text, surface=draft.medium) if draft.medium else None,
        relayed_by=NamedSpan(ar=draft.relayed_by.text, surface=draft.relayed_by) if draft.relayed_by else None,
        in_headline=sentence.kind == "headline",
        provenance=document.provenance(draft.cue.first),
        confidence=round(confidence, 2),
        rule=draft.rule,
    )  # fmt: skip


def _content_spans(
    document: Document, lexicon: Lexicon, draft: Draft
) -> tuple[list[Span], list[Span], StatementType]:
    """Content spans, quoted spans, and whether all, none or part of it is quoted."""
    first, last = draft.content_first, draft.content_last
    words = document.words
    while last > first and (words[last - 1] in (".", "،", ",", "؛", ":")):
        last -= 1
    if last <= first:
        return [], [], "indirect"
    pieces: list[tuple[int, int, bool]] = []
    index = start = first
    while index < last:
        quotation = document.quote_at.get(index)
        if quotation is not None and (
            quotation.words >= 3 or (index == first and quotation.words >= 2)
            or is_speech_quotation(document, lexicon, quotation)
        ) and not _is_name_quote(document, lexicon, quotation):  # fmt: skip
            if start < index:
                pieces.append((start, index, False))
            if quotation.words > 0:
                pieces.append((quotation.open + 1, min(quotation.close, len(words)), True))
            index = start = quotation.close + 1
            continue
        index = quotation.close + 1 if quotation is not None else index + 1
    if start < last:
        pieces.append((start, last, False))
    pieces = _drop_frame_words(words, pieces)
    spans: list[Span] = []
    quoted: list[Span] = []
    skip = draft.opening.skip
    for number, (begin, end, is_quote) in enumerate(pieces):
        if not is_quote:
            while begin < end and words[begin] in ("،", ",", ".", "(", ")", "؛", "-"):
                begin += 1
            while end > begin and words[end - 1] in ("،", ",", "؛", ".", ":", "-"):
                end -= 1
            if begin >= end or (pieces[number - 1][2] and number and end - begin < 1):
                continue
        span = document.span(begin, end)
        if number == 0 and skip and not is_quote:
            span = document.raw_span(span.start + skip, span.end)
        spans.append(span)
        if is_quote:
            quoted.append(span)
    spans = [s for s in spans if s.text.strip(" و")]
    words_quoted = sum(len(s.text.split()) for s in quoted)
    words_all = sum(len(s.text.split()) for s in spans)
    if not quoted:
        small = any(
            _is_fragment(document, lexicon, document.quote_at[k])
            for k in range(first, last) if k in document.quote_at
        )  # fmt: skip
        return spans, [], "mixed" if small else "indirect"
    return spans, quoted, "direct" if words_all == words_quoted else "mixed"


def _is_fragment(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    """A short quotation that is the speaker's wording: not a name, not all definite."""
    if quotation.words < 2 or _is_name_quote(document, lexicon, quotation):
        return False
    inner = document.words[quotation.open + 1 : quotation.close]
    previous = document.words[quotation.open - 1] if quotation.open else ""
    return not all(w.startswith(("ال", "لل")) for w in inner) and previous not in ("ل", "ب")


def _drop_frame_words(
    words: list[str], pieces: list[tuple[int, int, bool]]
) -> list[tuple[int, int, bool]]:
    """Leave out a bare «أنه في» before a long quotation and the reporter's «خلال …» after."""
    if len(pieces) >= 2 and not pieces[0][2] and pieces[0][1] - pieces[0][0] <= 2:
        if pieces[1][1] - pieces[1][0] >= 8:
            pieces = pieces[1:]
    if len(pieces) == 2 and pieces[0][2] and not pieces[1][2]:
        first = words[pieces[1][0]]
        if first in ("خلال", "دون", "وفق") or (
            first.startswith("ب") and pieces[1][1] - pieces[1][0] <= 3
        ):
            pieces = pieces[:1]
    return pieces


def _is_name_quote(document: Document, lexicon: Lexicon, quotation: Quotation) -> bool:
    previous = document.words[quotation.open - 1] if quotation.open else ""
    stem = bare(previous)
    names = lexicon.words["name_introducer"]
    return stem in names or (len(stem) > 4 and stem[1:] in names) or bare(stem[1:]) in names


def _speakers(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft
) -> tuple[list[Entity], list[Span], str]:
    gender: Gender = draft.cue.entry.gender
    if draft.subject is None:
        if draft.position == "headline":
            return [], [], "unknown"
        entity = registry.inherited(gender)
        if (
            entity is not None
            and draft.rule == "described_as"
            and not _may_label(document, draft, entity)
        ):
            return [], [], "unknown"
        if entity is None:
            return [], [], "unknown"
        resolution = "inherited" if draft.chain else "pronoun"
        return [entity], [], resolution
    if draft.rule == "nominal_statements":
        return _joint_speakers(document, lexicon, registry, draft)
    phrase = draft.subject
    mention = registry.mention(phrase, gender, draft.role)
    surface = mention.surface
    if draft.extra and mention.entity.canonical is not None:
        skip = draft.extra[0][1]
        mine = surface[0]
        surface = [document.raw_span(mine.start + skip, mine.end)]
        if mention.entity.canonical.start == mine.start and mention.resolution == "literal":
            mention.entity.canonical = surface[0]
            mention.entity.speaker.ar = surface[0].text
            head = mention.entity.words[0]
            fixed = "ال" + head[2:] if head.startswith("لل") else head[1:]
            mention.entity.words = (fixed, *mention.entity.words[1:])
            again = registry._resolve(mention.entity.words, split_role(document, lexicon, phrase))
            if again is not None and again[0] is not mention.entity:
                registry.entities.remove(mention.entity)
                return [again[0]], surface, again[1]
    return [mention.entity], surface, mention.resolution


def _may_label(document: Document, draft: Draft, entity: Entity) -> bool:
    """«ما وصفوه» needs a plural speaker; a singular one cannot be its subject."""
    plural = fold(document.words[draft.cue.first]).endswith(("وه", "وها", "ون", "ونه", "ونها"))
    return not plural or entity.gender == "p" or entity.speaker.kind in ("group", "armed_group")


def _joint_speakers(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft
) -> tuple[list[Entity], list[Span], str]:
    """«لقائد جيش العزة جميل الصالح، وناجي مصطفى الناطق …»: one entity a conjunct."""
    phrase = draft.subject
    assert phrase is not None  # noqa: S101 - the rule always sets a subject
    words = document.words
    pieces: list[tuple[int, int]] = []
    start = phrase.first
    for index in range(phrase.first, phrase.last + 1):
        if index == phrase.last or words[index] in _COMMAS:
            if index > start:
                pieces.append((start, index))
            start = index + 1
    entities: list[Entity] = []
    surfaces: list[Span] = []
    for number, (first, last) in enumerate(pieces):
        inner = document.with_stripped(first, "ل" if number == 0 else "و")
        found = noun_phrase(document, lexicon, first, last)
        mention = registry.mention(found, "?")
        document.restore(first, inner)
        entities.append(mention.entity)
        surfaces.extend(mention.surface)
    return entities, surfaces, "literal"


_DENIAL_WORDS = (
    "لا صحه", "لا اساس", "انباء مزيفه", "اخبار كاذبه", "عار عن الصحه", "عاريه عن الصحه",
    "غير صحيح", "غير صحيحه", "مزاعم كاذبه", "محض افتراء", "ملفقه",
)  # fmt: skip
_CALL_OPENERS = frozenset("ضروره وجوب بضروره بوجوب لزوم يجب ينبغي".split())
_CALL_WORDS = (
    " يجب ",
    " ينبغي ",
    " لا بد ",
    "نوجه نداء",
    "ياملون ان",
    "يامل ان",
    "نامل ان",
    "نطالب",
    "ندعو",
    "نناشد",
    " لنداءات ",
)
_ACCUSING = (
    "القمع",
    "للقمع",
    "انتهك",
    "انتهاك",
    "جرائم",
    "جرايم",
    "نشاط ارهابي",
    "بنشاط ارهابي",
    "يعتدي",
    "مناطق ماهوله",
    "عشوايي",
    "قوات الانقلاب",
)
_OWN_ACTS = frozenset("قتل تنفيذ استهداف شن اغتيال اسقاط تدمير اطلاق اعتراض قصف بدء اعتقال".split())
_OWN_VERBS = (
    "قتل",
    "نفذ",
    "شن",
    "استهدف",
    "سيطر",
    "حرر",
    "دمر",
    "اسقط",
    "اطلق",
    "قصف",
    "اعترض",
    "س",
)


def _stance(
    entry_lemma: str, stance: Stance, opening_kind: str, entity: Entity, content: str
) -> Stance:
    """The stance of a statement: the cue's own, turned by what the content says.

    ``content`` is folded. Sources: the annotation guide's classes; see docs/extraction.md.
    """
    words = content.split()
    if stance not in ("claim", "announcement") or not words:
        return stance
    actor = entity.speaker.kind in ("armed_group", "state", "organisation")
    if opening_kind != "comp" and words[0] in _CALL_OPENERS | {"اهميه", "باهميه"}:
        return "call"
    if words[0] in _CALL_OPENERS or any(mark in f" {content} " for mark in _CALL_WORDS):
        return "call"
    if any(content.endswith(mark) or content.startswith(mark) for mark in _DENIAL_WORDS):
        return "denial"
    if content.startswith(("سنحول", "سنضرب", "سنرد", "سنستهدف", "سندمر", "سننتقم")):
        return "threat"
    if entry_lemma == "أعلن":
        own = opening_kind in ("object", "prep") or entity.speaker.kind in ("armed_group", "state")
        return "announcement" if own and entity.speaker.named else "claim"
    if stance == "claim":
        if actor and (words[0] in _OWN_ACTS and opening_kind in ("object", "prep")):
            return "announcement"
        if (
            actor
            and words[0] in ("انه", "انها", "انهم")
            and len(words) > 1
            and words[1].strip('"“”«»').startswith(_OWN_VERBS)
        ):
            return "announcement"
        if any(mark in content for mark in _ACCUSING):
            return "accusation"
    return stance


def _mark_duplicates(statements: list[Statement]) -> None:
    """A headline statement repeated in the body by the same speaker with the same stance."""
    for statement in statements:
        if not statement.in_headline or not statement.speakers:
            continue
        for other in statements:
            if (
                not other.in_headline
                and other.speakers
                and other.speakers[0].entity == statement.speakers[0].entity
                and other.stance == statement.stance
            ):
                statement.duplicate_of = other.id
                break

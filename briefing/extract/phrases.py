"""Noun phrases: where a subject ends, what is role and what is name in it."""

from __future__ import annotations

from dataclasses import dataclass

from ..arabic.letters import strip_forms
from .document import Document
from .lexicon import Lexicon
from .marks import CLAUSE_MARKS, SOFT_COMMAS
from .place_words import PLACE_NOUNS

#: No phrase of news text comes near this many words; it keeps hostile text in linear time.
LONGEST_PHRASE = 120
_LONGEST_OPENING = 60
_LONGEST_GLOSS = 12


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase: tokens ``first`` to ``last`` (last excluded), and what stopped it."""

    first: int
    last: int

    @property
    def is_empty(self) -> bool:
        """True when no token belongs to it."""
        return self.last <= self.first


@dataclass(frozen=True, slots=True)
class RoleName:
    """A phrase split into role and name; either may be None."""

    name: tuple[int, int] | None
    role: tuple[int, int] | None


def bare(word: str) -> str:
    """A folded word without the article or و."""
    for prefix in ("وال", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            return word[len(prefix) :]
    return word


def is_time(lexicon: Lexicon, word: str) -> bool:
    """True for a word that starts or is a time adverbial."""
    return lexicon.is_in("time_word", word)


def noun_phrase(document: Document, lexicon: Lexicon, first: int, limit: int) -> NounPhrase:
    """The noun phrase that starts at ``first`` and ends before ``limit`` at the latest.

    Bracketed acronyms and names in quotation marks belong to it; it ends at a comma, a
    time word, a relative clause, a verb, a circumstantial participle or a preposition that
    does not complete its head («مصادر في الدفاع المدني» goes on, «المنظمة في جنيف» ends).
    """
    words = document.words
    index = first
    limit = min(limit, first + LONGEST_PHRASE)
    head = words[first] if first < limit else ""
    open_head = lexicon.is_in("group_head", bare(head)) or lexicon.is_in("role_head", head)
    open_head = open_head or lexicon.is_in("group_head", head)
    while index < limit:
        word = words[index]
        if document.opens_quotation(index):
            index = min(limit, document.quote_at[index].close + 1)
            continue
        if word == "(":
            reach = range(index, min(limit, index + _LONGEST_GLOSS))
            close = next((k for k in reach if words[k] == ")"), None)
            if close is None:
                break
            index = close + 1
            continue
        ranked = index > first and is_role_head(lexicon, words[index - 1])
        if _is_stop(lexicon, word, index > first) and not (
            ranked and lexicon.is_in("rank_word", word)  # «الأمين العام»
        ):
            break
        if index > first and (word[:1].isdigit() or _is_accusative(document, index)):
            break
        if lexicon.is_in("preposition", word) or lexicon.is_in("source_preposition", word):
            following = words[index + 1] if index + 1 < limit else ""
            supported = lexicon.starts("supported_by_stem", words[index - 1])
            if index > first and word == "من" and (following == "اجل" or supported):
                index += 2
                continue
            joins = lexicon.is_in("joining_preposition", word) and open_head and index > first
            place = not lexicon.is_in("medium_noun", bare(following))
            if not (joins and place) or is_time(lexicon, following):
                break
            open_head = False
            index += 1
            continue
        if index > first and (
            _changes_definiteness(words, first, index)
            or _opens_object(document, lexicon, first, index)
            or _ends_phrase(document, lexicon, index)
        ):
            break
        index += 1
    while index > first and lexicon.is_in("preposition", words[index - 1]):
        index -= 1
    return NounPhrase(first, index)


def _is_accusative(document: Document, index: int) -> bool:
    """True for «طبيباً»: a marked indefinite accusative is the object, not the subject."""
    raw = document.tokens[index].raw
    return raw.endswith(("اً", "ًا", "ةً"))


def _is_stop(lexicon: Lexicon, word: str, inside: bool) -> bool:
    if word in CLAUSE_MARKS or lexicon.is_in("relative_pronoun", word):
        return True
    return inside and lexicon.is_in("time_word", word)


def _changes_definiteness(words: list[str], first: int, index: int) -> bool:
    """«منظمة حقوقية أمريكية | المحكمة …»: after an indefinite adjective a definite word
    opens another phrase."""
    word, previous = words[index], words[index - 1]
    return (
        index - first >= 2
        and word.startswith("ال")
        and is_adjective(previous)
        and not previous.startswith(("ال", "وال", "لل"))
        and not words[first].startswith("ال")
        and not words[index - 2].startswith("ال")
    )


def _opens_object(document: Document, lexicon: Lexicon, first: int, index: int) -> bool:
    """«قوات الشرطة السودانية | قنابل»: after a definite word of a group's or organisation's
    name an indefinite common noun is the verb's object. After a role it may be a name."""
    words = document.words
    word, previous, head = words[index], words[index - 1], words[first]
    if is_role_head(lexicon, head) or not word[:1].isalpha() or document.opens_quotation(index):
        return False
    if lexicon.is_in("outlet_noun", bare(word)) and previous.endswith(("ي", "يه")):
        return True
    if word in PLACE_NOUNS and (previous.startswith("ال") or document.is_known(previous)):
        return True  # «المدفعية | قرية …»
    if document.is_known(head) and index == first + 1 and not word.startswith(("ال", "و", "ل")):
        return not is_adjective(word)  # «روسيا | ناشطين»
    if not previous.startswith("ال") or word.startswith(("ال", "و", "ل")):
        return False
    common = lexicon.is_in("org_head", bare(head)) or lexicon.is_in("group_head", bare(head))
    return common and not (
        is_given_name(lexicon, word) or document.is_known(word) or is_adjective(word)
        or lexicon.is_in("org_head", word)
    )  # fmt: skip


def _ends_phrase(document: Document, lexicon: Lexicon, index: int) -> bool:
    word = document.words[index]
    if lexicon.is_in("verb_like", word) or lexicon.is_in("object_noun", word):
        return True
    if lexicon.has_cue(word, "participle_hal") or is_media_addressee(lexicon, word):
        return True
    if word.startswith("ب") and len(word) > 3:
        rest = word[1:]
        if rest.startswith("ال") or lexicon.is_in("adverb_phrase", rest):
            return not (
                lexicon.is_in("group_head", bare(document.words[index - 1]))
                or is_role_head(lexicon, document.words[index - 1])
            )
    return word[:1] in ("و", "ف") and any(
        entry.form == "verb" and "weak" not in entry.complements
        for entry in lexicon.cues.get(word[1:], ())
    )


def is_media_addressee(lexicon: Lexicon, word: str) -> bool:
    """True for «لوكالة», «للصحفيين»: the medium spoken to, never part of the source."""
    if not word.startswith("ل") or len(word) <= 3:
        return word == "ل"
    return any(
        prefix in ("ل", "لل") and lexicon.is_in("media_head", bare(rest))
        for prefix, rest in strip_forms(word)
    )


def split_role(document: Document, lexicon: Lexicon, phrase: NounPhrase) -> RoleName:
    """Which part of a phrase is a role and which a personal name.

    «وزير الخارجية الإيطالي باولو جينتيلوني» → role + name; «ناجي مصطفى الناطق الرسمي
    باسم …» → name + role; a phrase without a role head is all name.
    """
    words = document.words
    first, last = phrase.first, phrase.last
    if first >= last:
        return RoleName(None, None)
    if is_role_head(lexicon, words[first]):
        start = _name_start(document, lexicon, first, last)
        if start is None:
            return RoleName(None, (first, last))
        end = next(
            (k for k in range(start + 1, last) if lexicon.is_in("role_head", words[k])), last
        )
        return RoleName((start, end), (first, start))
    if not lexicon.is_in("org_head", words[first]) and not lexicon.is_in(
        "group_head", bare(words[first])
    ):
        for index in range(first + 1, last):
            if is_role_head(lexicon, words[index]) and words[index - 1] != "باسم":
                return RoleName((first, index), (index, last))
    return RoleName((first, last), None)


def is_role_head(lexicon: Lexicon, word: str) -> bool:
    """True for a word that opens a role («قائد», «والناطق»)."""
    if lexicon.is_in("role_head", word) or lexicon.is_in("role_head", bare(word)):
        return True
    return word[:1] == "و" and len(word) > 3 and lexicon.is_in("role_head", word[1:])


def is_given_name(lexicon: Lexicon, word: str) -> bool:
    """True for a word on the list of given names."""
    return lexicon.is_in("given_name", word)


def _name_start(document: Document, lexicon: Lexicon, first: int, last: int) -> int | None:
    """Where the name begins in a phrase that opens with a role."""
    words = document.words
    for index in range(first + 1, last):
        word = words[index]
        previous = words[index - 1]
        if lexicon.is_in("named_after", previous):
            continue
        if is_given_name(lexicon, word) and last - index <= 6:
            return index if last - index > 1 or previous.startswith("ال") else None
    # no listed given name: trailing words that are not definite, nor a known word, nor a place
    start = last
    while start - 1 > first and _name_like(document, lexicon, start - 1):
        start -= 1
    if last - start >= 2 and (words[start - 1].startswith("ال") or is_adjective(words[start - 1])):
        return start
    return None


def _name_like(document: Document, lexicon: Lexicon, index: int) -> bool:
    word = document.words[index]
    if not word[:1].isalpha() or word.startswith(("ال", "لل")) or document.is_known(word):
        return False
    return not (
        lexicon.is_in("org_head", word) or lexicon.is_in("rank_word", word)
        or lexicon.is_in("group_head", word) or lexicon.is_in("preposition", word) or word == "باسم"
        or is_adjective(word)
    )  # fmt: skip


def is_adjective(word: str) -> bool:
    """Rough shape of a relational adjective (نسبة): …ي, …ية, …يين, …يون."""
    return len(word) > 3 and word.endswith(("يه", "يين", "يون", "وي"))


def skip_connectives(document: Document, lexicon: Lexicon, first: int, limit: int) -> int:
    """Index after the connectives («كما», «من جانبه،», «وفي السياق،») that open a clause."""
    words = document.words
    index = first
    limit = min(limit, first + _LONGEST_OPENING)
    while index < limit:
        length = lexicon.phrase_at("connective", words, index)
        if not length and words[index] in SOFT_COMMAS:
            length = 1
        if not length:
            break
        index += length
    return index

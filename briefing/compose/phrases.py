"""English of short Arabic phrases by composition: areas, causes, media.

Each function answers None as soon as one word is not understood; nothing is guessed.
"""

from __future__ import annotations

from ..arabic.letters import fold
from ..arabic.tokens import Token, tokenize
from .protocols import NameWorder
from .tables import area_words, cause_openers

_PRONOUNS = ("هما", "هم", "هن", "ها", "ه")
_IN = frozenset({"في", "خلال", "عبر", "ضمن", "عن", "بحسب", "وفق", "من", "علي"})


def _words(ar: str) -> list[Token]:
    return [token for token in tokenize(ar) if token.is_word]


def _longest(table: dict[tuple[str, ...], str], words: list[str]) -> tuple[int, str] | None:
    """The longest entry of ``table`` that the folded ``words`` start with."""
    for length in range(min(4, len(words)), 0, -1):
        found = table.get(tuple(words[:length]))
        if found is not None:
            return length, found
    return None


def _bare(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _directions(words: list[str]) -> tuple[int, list[str]]:
    """How many words at the front name directions («غربي وجنوبي»), and their English."""
    table = area_words()["direction"]
    used = 0
    out: list[str] = []
    while used < len(words):
        rest = [_bare(word) for word in words[used:]]
        if out and words[used].startswith("و") and tuple(words[used : used + 1]) not in table:
            rest[0] = _bare(words[used][1:])
        elif out:
            break
        found = _longest(table, rest)
        if found is None:
            break
        used += found[0]
        out.append(found[1])
    return used, out


def area_english(ar: str, names: NameWorder) -> str | None:
    """The English of an area («غربي وجنوبي إدلب», «ريف حماة الشمالي», «مناطق في قسطون»)."""
    tokens = _words(ar)
    words = [token.text for token in tokens]
    if not words:
        return None
    used, english = _directions(words)
    if english and used < len(words):
        inner = _place(ar[tokens[used].start :], names)
        return f"{_and(english)} {inner}" if inner else None
    country = _longest(area_words()["country"], words)
    if country and len(words) > country[0]:
        return _countryside(ar, tokens, country, names)
    prefix = _longest(area_words()["inner"], words)
    if prefix and len(words) > prefix[0]:
        inner = area_english(ar[tokens[prefix[0]].start :], names)
        return prefix[1] % inner if inner else None
    return _place(ar, names)


def _countryside(
    ar: str, tokens: list[Token], found: tuple[int, str], names: NameWorder
) -> str | None:
    """«ريف حماة الشمالي الغربي»: the direction stands after the name."""
    first, pattern = found
    for last in range(len(tokens), first, -1):
        tail = [_bare(token.text) for token in tokens[last:]]
        used, english = _directions(tail)
        if tail and used != len(tail):
            continue
        place = _place(ar[tokens[first].start : tokens[last - 1].end], names)
        if place:
            direction = f"{_and(english)} " if english else ""
            return direction + pattern % place
    return None


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _place(ar: str, names: NameWorder) -> str | None:
    return names.place(ar) or names.phrase(ar)


def phrase_english(ar: str, names: NameWorder) -> str | None:
    """The English of a noun phrase: as it stands, without a possessive pronoun on its first
    word («قواتها البرية» is asked as «القوات البرية»), or as an area."""
    found = names.phrase(ar) or names.party(ar)
    if found:
        return found
    tokens = _words(ar)
    if len(tokens) > 1:
        first = tokens[0].raw
        for ending in _PRONOUNS:
            if first.endswith(ending) and len(first) - len(ending) >= 3:
                stem = first[: -len(ending)]
                found = names.phrase(f"ال{stem}{ar[tokens[0].end :]}")
                if found:
                    return found
    return area_english(ar, names)


def cause_core(ar: str) -> str:
    """A cause without the word that opens it («نتيجة الهجمات» → «الهجمات»)."""
    tokens = _words(ar)
    words = tuple(token.text for token in tokens)
    for opener in cause_openers():
        if words[: len(opener)] == opener and len(words) > len(opener):
            return ar[tokens[len(opener)].start :]
    return ar


def medium_english(ar: str, names: NameWorder) -> str | None:
    """The kind of medium, without its qualifiers («عبر تسجيل صوتي جرى بثه …» is an "audio
    recording"); None when its head is not known."""
    tokens = _words(ar)
    while tokens and tokens[0].text in _IN:
        tokens = tokens[1:]
    table = area_words()["medium"]
    words = [token.text for token in tokens]
    found = _longest(table, words)
    if found is None and words and words[0].startswith("ب"):
        found = _longest(table, [words[0][1:], *words[1:]])
    if found is None and words:
        found = _longest(table, [_bare(words[0]), *words[1:]])
    if found:
        return found[1]
    return names.phrase(ar) or (names.phrase(ar[tokens[0].start :]) if tokens else None)


def same_phrase(one: str, other: str) -> bool:
    """True when two Arabic phrases are the same but for spelling variants."""
    return fold(one).split() == fold(other).split()

"""Checks that a translation must pass before it is printed.

Each check is a small function with a name, which becomes the flag of a rejected candidate, and
a reason for the reader. A check looks only at source and candidate; it says what is surely
wrong and stays silent where it cannot know (a language that it has no word list for).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .event_checks import keeps_to_events
from .figures import keeps_numbers
from .name_checks import keeps_names, keeps_to_names
from .negation import keeps_negation


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Letters, signs and digits of Arabic script.
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
#: Languages written in Arabic script, in which Arabic letters are no leftover.
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ku", "pnb", "arz"})
#: Languages that do not put spaces between words: length cannot be told in words.
_NO_SPACES = frozenset({"zh", "zt", "ja", "th", "km", "lo", "my"})
_LATIN = _words(
    """
    en fr de es it pt pb nl sv da nb no fi et lv lt pl cs sk sl hr bs hu ro sq tr az ms id tl
    ca eu gl ga eo vi sw so af is mt cy
    """
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_ADDRESS = re.compile(
    r"(?:https?|ftp)://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<![\w.])@\w+|(?<!\w)#\w+"
    r"|\b[a-z0-9-]+\.(?:com|org|net|info|gov|edu|co\.uk)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"⁇|<unk>|<s>|</s>|<pad>|\ufffd|▁|@@(?=\s|$)")
#: Marks of subtitles, on which many models were trained: music notes, sound descriptions.
_SUBTITLE = re.compile(
    r"[♪♫♬]|\[[^\]]{0,40}(?:music|applause|laughter)[^\]]*\]|\((?:laughter|applause|music)\)", re.I
)
_QUOTED = re.compile(r"«([^«»]{1,2000})»|“([^“”]{1,2000})”|\"([^\"]{1,2000})\"")
_TWICE = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
#: Words that English itself doubles.
_DOUBLED = frozenset({"that", "had", "very", "is", "so", "more", "no", "yes", "ha", "bye"})


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its flag, why it is there, and the test (True when the candidate passes).

    ``passes`` takes source, candidate and the code of the target language.
    """

    name: str
    reason: str
    passes: Callable[[str, str, str], bool]


def check(source: str, candidate: str, target: str = "en") -> list[str]:
    """The names of the checks that ``candidate`` fails as a translation of the Arabic
    ``source`` into the language ``target``; [] when it may be printed."""
    if not not_empty(source, candidate, target):
        return ["empty"]  # all others would fail too and say nothing new
    return [item.name for item in CHECKS if not item.passes(source, candidate, target)]


def reasons() -> dict[str, str]:
    """The sentence that explains each flag, by name."""
    return {item.name: item.reason for item in CHECKS} | dict(OTHER_FLAGS)


def not_empty(source: str, candidate: str, target: str) -> bool:
    """A source with words has a translation with words."""
    if not _WORD.search(source):
        return True
    return bool(_WORD.search(candidate))


def numbers(source: str, candidate: str, target: str) -> bool:
    """Every figure of the source is in the candidate, and none is new."""
    return keeps_numbers(source, candidate, target)


def loops(source: str, candidate: str, target: str) -> bool:
    """Nothing is said over and over: a model without an idea repeats itself."""
    words = [word.lower() for word in _WORD.findall(candidate)]
    return not (
        _doubles(source, candidate)
        or _runs(words)
        or _spread(source, words)
        or _stutters(candidate)
    )


def _doubles(source: str, candidate: str) -> bool:
    """A word twice in a row («the the»), unless English or the source does that."""
    twice = [m.group(1).lower() for m in _TWICE.finditer(candidate)]
    if all(word in _DOUBLED for word in twice) and len(twice) < 2:
        return False
    return not _TWICE.search(source)


def _runs(words: list[str]) -> bool:
    """Three or more words and at once the same words again, or two words three times."""
    for size in range(2, 9):
        for at in range(len(words) - 2 * size + 1):
            first = words[at : at + size]
            if first != words[at + size : at + 2 * size]:
                continue
            if size > 2 or first == words[at + 2 * size : at + 3 * size]:
                return True
    return False


def _spread(source: str, words: list[str]) -> bool:
    """The same four words three times, or a run of five words twice where the source repeats
    nothing, or hardly any different words."""
    if _most(words, 4) >= 3 or (_most(words, 5) >= 2 and _most(_WORD.findall(source), 2) < 2):
        return True
    content = [word for word in words if len(word) > 3 and not word.isdigit()]
    theirs = Counter(word for word in _WORD.findall(source) if len(word) > 3)
    allowed = max(3, 1 + 2 * max(theirs.values(), default=0))
    return any(count > allowed and count > len(words) / 12 for count in Counter(content).values())


def _most(words: list[str], size: int) -> int:
    grams = Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))
    return max(grams.values(), default=0)


def _stutters(text: str) -> bool:
    """A letter or syllable over and over inside a word («mainstremainstre», «aaaaa»)."""
    return bool(re.search(r"([^\W\d_])\1{3,}|([^\W\d_]{2,12}?)\2{3,}|([^\W\d_]{5,12}?)\3", text))


def source_script(source: str, candidate: str, target: str) -> bool:
    """No Arabic is left over, and no script turns up that belongs to neither side."""
    if target not in _ARABIC_SCRIPT and _ARABIC.search(candidate):
        return False
    if target not in _LATIN:
        return True
    known = set(source)
    return all(
        char in known
        or not char.isalpha()
        or unicodedata.name(char, "LATIN").startswith(
            ("LATIN", "MODIFIER", "ARABIC", "FEMININE", "MASCULINE", "MICRO")
        )
        for char in candidate
    )


def not_too_short(source: str, candidate: str, target: str) -> bool:
    """The candidate is long enough to say what the source says."""
    ours, theirs = _lengths(source, candidate, target)
    return theirs >= 0.6 * ours - 2


def not_too_long(source: str, candidate: str, target: str) -> bool:
    """The candidate does not say much more than the source."""
    ours, theirs = _lengths(source, candidate, target)
    return theirs <= 2.4 * ours + 5


def _lengths(source: str, candidate: str, target: str) -> tuple[float, float]:
    """Words of both; characters, weighted, where the target has no spaces."""
    if target in _NO_SPACES:  # an Arabic word is about two Chinese characters
        return len(_WORD.findall(source)), sum(c.isalnum() for c in candidate) / 2
    return len(_WORD.findall(source)), len(_WORD.findall(candidate))


def negation(source: str, candidate: str, target: str) -> bool:
    """What is denied stays denied. Only English has a word list."""
    return target != "en" or keeps_negation(source, candidate)


def quotes(source: str, candidate: str, target: str) -> bool:
    """Quotation marks come in pairs, and a quoted clause is still marked as quoted."""
    if _balanced(source) and not _balanced(candidate):
        return False
    spoken = [a or b or c for a, b, c in _QUOTED.findall(source)]
    if any(len(_WORD.findall(text)) >= 5 for text in spoken):
        return bool(re.search(r"[\"“”«»„‘]|(?<!\w)'", candidate))
    return True


def _balanced(text: str) -> bool:
    if text.count('"') % 2:
        return False
    if text.count("«") != text.count("»"):
        return False
    low = text.count("„")  # „…“ closes with the mark that opens an English quotation
    if low:
        return low in (text.count("“"), text.count("”"))
    return text.count("“") == text.count("”") or not text.count("“")


def known_tokens(source: str, candidate: str, target: str) -> bool:
    """No piece that the model could not write, and no mark of a subtitle."""
    found = _UNKNOWN.search(candidate) or _SUBTITLE.search(candidate)
    return not found or found.group() in source


def addresses(source: str, candidate: str, target: str) -> bool:
    """No web address, e-mail address or handle that the source does not have."""
    given = source.lower()
    return all(found.rstrip(".,;:)”\"'").lower() in given for found in _ADDRESS.findall(candidate))


CHECKS: tuple[Check, ...] = (
    Check("empty", "The translation has no words.", not_empty),
    Check("numbers", "A figure is missing, new or changed.", numbers),
    Check("loop", "Words are repeated over and over.", loops),
    Check("source_script", "Letters of another script are left in it.", source_script),
    Check("too_short", "It is too short to say what the source says.", not_too_short),
    Check("too_long", "It is longer than the source can account for.", not_too_long),
    Check("negation", "A denial is lost or new.", negation),
    Check("quotes", "Quotation marks are lost or do not come in pairs.", quotes),
    Check("unknown_token", "It holds a mark for something that the model could not write.",
          known_tokens),
    Check("invented_address", "It holds a web or e-mail address that the source does not have.",
          addresses),
    Check("name_invented", "It names someone or something that the source does not name.",
          keeps_to_names),
    Check("name_lost", "A person, place or body that the source names is missing.", keeps_names),
    Check("event_invented", "It reports a death, an attack or the like that the source does not.",
          keeps_to_events),
)  # fmt: skip

#: Flags that do not come from a check.
OTHER_FLAGS = {
    "no_package": "No translation package is installed for this pair of languages.",
    "too_long_source": "The sentence is too long for the translation package.",
}

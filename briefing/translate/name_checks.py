"""Whether a translation names what its source names, and nothing else.

A weak model invents people, parties and places, and forgets those of the source. Every
capitalised word of the English must be accounted for by the Arabic: by the tables of
``name_tables`` (places, bodies, nationalities, titles) or by its consonants (``skeletons``).
The other way round, every place, body and nationality that is surely in the Arabic must be in
the English in one of its spellings. Only English is looked at: other languages have no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..arabic.letters import fold
from ..arabic.tokens import tokenize
from .name_sources import NamedSource, named_source, spellings
from .name_tables import English, NamedThing, NameTables, plain
from .skeletons import ArabicSkeletons

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
#: An abbreviation written with dots ("U.S.").
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
#: Articles and particles of Arabic names; with or without a hyphen they claim nothing.
_PARTICLES = frozenset(
    "al el ul ad ar as ash at an az ez es ed de la le les van von der di du da dos".split()
)
#: What joins the words of a name.
_JOINTS = _PARTICLES | {"of", "and", "for", "the", "in", "on", "s"}
#: Words that change who is meant, however long the name.
_TITLES = frozenset("prime vice deputy president king former".split())
#: Words with a capital that name nothing: they stand in titles, quotations and headings too.
_SILENT = frozenset(
    """
    a an and are as at but by for from he her his i if in is it its no not of on or our she so
    that the their there these they this those to was we were what when where who why will with
    you your yes mr mrs ms miss am pm gmt km one two three four five six seven eight nine ten
    hundred thousand million billion
    """.split()
)
#: Marks after which a sentence or a quotation begins.
_OPENERS = frozenset(".!?:;…\"“”«»‘’'([*•–—-/")
#: Endings of words that are hardly ever names.
_COMMON_END = re.compile(
    r"(?:ings?|[^il]ly|tions?|ments?|ness|it(?:y|ies)|ists?|isms?|ous|ful|able|[ae]nce|wards?)$"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the English: as it stands, its key, whether a sentence begins with it, and the
    number of its hyphenated group."""

    text: str
    key: str
    opens: bool
    group: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def keeps_to_names(source: str, candidate: str, target: str) -> bool:
    """True when every name of the English ``candidate`` is accounted for by ``source``."""
    return target != "en" or not invented_names(source, candidate)


def keeps_names(source: str, candidate: str, target: str) -> bool:
    """True when the names that are surely in ``source`` are in the English ``candidate``."""
    return target != "en" or not too_much_lost(lost_names(source, candidate))


def invented_names(source: str, candidate: str) -> list[str]:
    """The capitalised words of the English that nothing in the Arabic accounts for, in order."""
    return list(_Claims(named_source(source), candidate).unaccounted())


def lost_names(source: str, candidate: str) -> list[tuple[str, int]]:
    """The names of the Arabic that the English lacks: Arabic and weight (2 a name, 1 a
    nationality), in order, a nationality once."""
    arabic = named_source(source)
    english = _English(list(_words(candidate)), arabic.tables)
    lost: dict[str, tuple[str, int]] = {}
    for ar, thing in arabic.things:
        if not english.has(thing, ar):
            lost.setdefault(thing.kind if thing.weight == 1 else ar, (ar, thing.weight))
    return list(lost.values())


def too_much_lost(lost: Iterable[tuple[str, int]]) -> bool:
    """Whether names were lost, beyond the one nationality that English may leave out."""
    return sum(weight for _, weight in lost) > 1


# --- the English side ------------------------------------------------------------------


def _words(text: str) -> Iterator[_Word]:
    """The words of an English text; the parts of a hyphenated word share a group."""
    text = _DOTTED.sub(lambda match: match.group().replace(".", "") + " ", text)
    opens, group, end, hyphen = True, 0, -1, False
    for match in _WORD.finditer(text):
        mark = match.group()
        if not mark[0].isalnum():
            hyphen = mark in "-‐‑" and match.start() == end
            if not hyphen:
                opens = opens or mark in _OPENERS
                # an abbreviation ends no sentence: "U.S. forces"
                if mark == "." and re.search(r"\b[A-Z]$|\b(?:Mr|Mrs|Dr|St|Gen)$", text[:end]):
                    opens = False
            end = match.end()
            continue
        if not (hyphen and match.start() == end):
            group += 1
        yield _Word(mark, plain(mark), opens, group)
        opens, end, hyphen = False, match.end(), False


class _English:
    """A candidate, to be asked for names."""

    def __init__(self, words: list[_Word], tables: NameTables) -> None:
        self._tables = tables
        self._keys = {word.key for word in words}
        kept = [word.key for word in words]
        self._joined = f" {' '.join(key for key in kept if key not in _PARTICLES | {'the'})} "
        self._capitals = [word.text for word in words if word.capital]
        groups: dict[int, str] = {}
        for word in words:
            if word.capital or word.group in groups:
                groups[word.group] = groups.get(word.group, "") + word.text
        self._capitals += groups.values()

    def has(self, thing: NamedThing, ar: str) -> bool:
        """Whether one of the spellings is there, most words of one, or one spelt alike."""
        return (
            any(f" {' '.join(key)} " in self._joined for key in thing.english)
            or any(self._mostly(key) for key in thing.english if len(key) > 1)
            or self._alike(ar)
            or self._worded(ar)
            or (thing.kind == "state_capital" and self._government(fold(ar)))
        )

    def _mostly(self, key: English) -> bool:
        """Half of the words of a longer name («Ministry of Interior», "interior ministry")."""
        weighty = [word for word in key if word not in _SILENT]
        found = sum(f" {word} " in self._joined for word in weighty)
        return found > 0 and 2 * found >= len(weighty)

    def _government(self, capital: str) -> bool:
        """The country of a capital that stands for its government («واشنطن»: "the US")."""
        return any(
            capital in self._tables.arabic[key] and f" {' '.join(key)} " in self._joined
            for keys in self._tables.countries.values()
            for key in keys
        )

    def _worded(self, ar: str) -> bool:
        """Half of the words of the Arabic, translated («مجلس النواب»: "parliament")."""
        words = [token.text for token in tokenize(ar) if token.is_word]
        known = [self._tables.stems[key] for key in self._keys if key in self._tables.stems]
        found = sum(any(stem in word for stems in known for stem in stems) for word in words)
        return 2 * found >= len(words) > 0

    def _alike(self, ar: str) -> bool:
        words = ArabicSkeletons(spellings(tokenize(ar)))
        return any(words.holds(capital) for capital in self._capitals)


class _Claims:
    """The capitalised words of a candidate, each to be accounted for."""

    def __init__(self, arabic: NamedSource, candidate: str) -> None:
        self._arabic = arabic
        self._tables = arabic.tables
        self._words = list(_words(candidate))
        self._groups: dict[int, list[str]] = {}
        for word in self._words:
            if word.key not in _PARTICLES:
                self._groups.setdefault(word.group, []).append(word.key)
        self._lower = {word.key for word in self._words if not word.capital}

    def unaccounted(self) -> Iterator[str]:
        """The words that nothing accounts for; one everyday word in a longer name, whose other
        words are there, is a matter of wording («تكتل التغيير»: "Bloc for Change and Reform")."""
        for run in self._runs():
            missing = [word for word, there in run if not there]
            free = 3 * len(missing) <= len(run) and all(
                word.key in self._tables.common and word.key not in _TITLES for word in missing
            )
            if not free:
                yield from (word.text for word in missing)

    def _runs(self) -> Iterator[list[tuple[_Word, bool]]]:
        """Names: the claims that follow each other, and whether each is accounted for."""
        run: list[tuple[_Word, bool]] = []
        index = 0
        while index < len(self._words):
            word = self._words[index]
            if word.opens or (not word.capital and word.key not in _JOINTS):
                yield run
                run = []
            length = 1
            if word.capital and self._claims(index):
                length = self._phrase(index)
                if length:
                    run += [(each, True) for each in self._words[index : index + length]]
                else:
                    length = 1
                    run.append((word, self._word(index)))
            index += length
        yield run

    def _claims(self, index: int) -> bool:
        """Whether the word claims to be (part of) a name.

        An everyday word that opens a sentence does so only before another capital ("Prime
        Minister …").
        """
        word = self._words[index]
        if word.key in _SILENT or word.key in _PARTICLES or len(word.key) < 2:
            return False
        if not word.opens:
            return True
        known = (word.key,) in self._tables.arabic or word.key in self._tables.stems
        if word.key in self._tables.common:
            after = self._words[index + 1] if index + 1 < len(self._words) else None
            return known and after is not None and after.capital and not after.opens
        return known or not (
            word.key in self._lower
            or word.key.removesuffix("s") in self._tables.common
            or _COMMON_END.search(word.key)
        )

    def _phrase(self, index: int) -> int:
        """How many words from ``index`` on are a known name that the Arabic has, else 0."""
        keys: list[str] = []
        ends: list[int] = []
        for at in range(index, min(index + 12, len(self._words))):
            if self._words[at].key in _PARTICLES | {"the"} and at > index:
                continue
            keys.append(self._words[at].key)
            ends.append(at + 1 - index)
        for known in self._tables.heads.get(keys[0], ()):
            if tuple(keys[: len(known)]) == known and any(
                self._arabic.has_phrase(phrase) for phrase in self._tables.arabic[known]
            ):
                return ends[len(known) - 1]
        return 0

    def _word(self, index: int) -> bool:
        """Whether the Arabic has the word itself: by its stems or by its consonants."""
        word = self._words[index]
        stems = self._tables.stems.get(word.key)
        if stems is not None and any(self._arabic.has_stem(stem) for stem in stems):
            return True
        if word.text.lower() in self._arabic.source.lower():
            return True  # Latin in the source
        if word.text.isupper() and self._arabic.spells(word.text):
            return True
        strict = stems is not None or (word.key,) in self._tables.arabic
        return any(
            self._arabic.skeletons.holds(text, 2 if strict else 1)
            for text in self._spelt(index, word)
        )

    def _spelt(self, index: int, word: _Word) -> Iterator[str]:
        """The word alone, with its hyphenated neighbours, and with the next word."""
        yield word.key
        if word.key.endswith("s"):
            yield word.key[:-1]
        group = self._groups.get(word.group, [])
        if len(group) > 1:
            yield "".join(group)
        if index + 1 < len(self._words) and self._words[index + 1].capital:
            yield word.key + self._words[index + 1].key
        if index and self._words[index - 1].capital:
            yield self._words[index - 1].key + word.key

"""What an Arabic sentence names, for the check of names, and how its words may be spelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from ..arabic.letters import strip_forms
from ..arabic.tokens import Token, tokenize
from ..extract.places import Gazetteer, PlaceMention
from .name_tables import NamedThing, NameTables, english_key, load_name_tables
from .skeletons import ArabicSkeletons

#: Arabic words that no name is written like (folded).
_NO_NAMES = frozenset(
    """
    في من الي عن ان انه انها ما لا لم لن قد كان كانت هذا هذه ذلك تلك التي الذي الذين مع بعد قبل
    بين كما حيث اذا او ثم كل غير حتي عند منذ لدي هو هي هم وهو وهي وان وقد فيه فيها به بها له لها لهم
    منه منها عليه عليها عنه عنها بان لان اي ايضا حول خلال دون ضد قال قالت وقال وقالت يوم عام امس
    """.split()
)

#: Prepositions behind which a known name is surely a place (folded).
_PLACED = frozenset({"في", "وفي", "الي", "والي"})
#: How Arabic (and Turkish in Arabic) writes the letters of an acronym, folded.
_LETTERS = {
    letter: frozenset(names.split())
    for letter, names in {
        "a": "اي ايه ا", "b": "بي ب", "c": "سي س", "d": "دي د", "e": "اي ا", "f": "اف ف",
        "g": "جي ج غ", "h": "اتش ايتش ه", "i": "اي ا", "j": "جي ج", "k": "كي كا كيه ك",
        "l": "ال ل", "m": "ام م", "n": "ان ن", "o": "او و", "p": "بي ب", "q": "كيو ق",
        "r": "ار ر", "s": "اس س", "t": "تي ت", "u": "يو ي", "v": "في ف", "w": "دبليو و",
        "x": "اكس", "y": "واي ي", "z": "زد زي ز",
    }.items()
}  # fmt: skip


class NamedSource:
    """A source sentence: its tokens, what it names and how its words may be spelt."""

    def __init__(self, source: str, tables: NameTables) -> None:
        self.tables = tables
        self.source = source
        self.tokens = tokenize(source)
        self._words = [token.text for token in self.tokens if token.is_word]
        self._joined = f" {' '.join(self._words)} "
        self._at: dict[str, list[int]] = {}
        self._asked: dict[str, bool] = {}
        self._found: dict[str, bool] = {}
        for index, word in enumerate(self._words):
            for _, rest in strip_forms(word):
                self._at.setdefault(rest, []).append(index)

    def has_stem(self, stem: str) -> bool:
        """A short stem must be a word, a long one may be part of one."""
        if len(stem) < 3:
            return stem in self._at
        known = self._asked.get(stem)
        if known is None:  # asked once a stem: time stays linear
            known = self._asked[stem] = stem in self._joined
        return known

    def has_phrase(self, phrase: str) -> bool:
        """The folded phrase, its first word through clitics."""
        first, *rest = phrase.replace(".", " ").split()  # «أ.ف.ب»
        if not rest:
            return first in self._at
        known = self._found.get(phrase)
        if known is None:
            known = self._found[phrase] = any(
                self._words[at + 1 : at + 1 + len(rest)] == rest for at in self._at.get(first, ())
            )
        return known

    def spells(self, acronym: str) -> bool:
        """Whether the names of the letters stand one after the other («بي بي سي»)."""
        first, *rest = [_LETTERS.get(letter.lower(), frozenset()) for letter in acronym]
        return any(
            len(self._words) >= at + len(acronym)
            and all(word in names for word, names in zip(self._words[at + 1 :], rest, strict=False))
            for name in first
            for at in self._at.get(name, ())
        )

    @cached_property
    def skeletons(self) -> ArabicSkeletons:
        """The spellings of all words, and of two words written as one («عبد الله»)."""
        return ArabicSkeletons(spellings(self.tokens))

    @cached_property
    def things(self) -> list[tuple[str, NamedThing]]:
        """What is surely named: Arabic as it stands and the English that will do."""
        return list(_things(self))


def spellings(tokens: Sequence[Token]) -> Iterator[str]:
    """The words without and with their clitics, and each with the next as one word."""
    for index, token in enumerate(tokens):
        word = token.text
        if not token.is_word or word in _NO_NAMES or not word[0].isalpha() or token.raw == "على":
            continue
        forms = {rest for _, rest in strip_forms(word)}
        yield from forms
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is None or not after.is_word or after.text in _NO_NAMES:
            continue
        first = min(forms, key=len)
        if token.raw.endswith("ة"):  # pronounced in a compound («حرمة الله»)
            first = first[:-1] + "ت"
        yield first + after.text.removeprefix("ال")
        if after.text.startswith("ال"):
            yield first + after.text


@lru_cache(maxsize=8)  # the candidates of a sentence come one after the other
def named_source(source: str) -> NamedSource:
    """The sentence, read once for all its candidates."""
    return NamedSource(source, load_name_tables())


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def _things(arabic: NamedSource) -> Iterator[tuple[str, NamedThing]]:
    tables, tokens = arabic.tables, arabic.tokens
    taken: list[tuple[int, int]] = []
    for match in tables.named.find(tokens):
        taken.append((match.start, match.end))
        yield arabic.source[match.start : match.end], match.value
    for mention in _gazetteer().find(tokens, arabic.source):
        if not any(start < mention.end and mention.start < end for start, end in taken):
            thing = _place(mention, tables, tokens)
            if thing is not None:
                taken.append((mention.start, mention.end))
                yield mention.ar, thing
    for token in tokens:
        if any(start <= token.start < end for start, end in taken):
            continue
        given = next((rest for _, rest in strip_forms(token.text) if rest in tables.given), None)
        if given is not None:
            yield given, NamedThing(frozenset(), "given", 2)


def _place(mention: PlaceMention, tables: NameTables, tokens: Sequence[Token]) -> NamedThing | None:
    """A place that is surely one: a country, an area, or a name behind a word of place."""
    entry = mention.base or mention.entry
    if entry is None or mention.form == "fixed":
        return None
    entries = mention.candidates or (entry,)
    before = next((token.text for token in tokens if token.end == mention.start - 1), "")
    sure = mention.noun or mention.base or (before in _PLACED and entry.needs_context == 0)
    if not sure and not any(each.kind in ("country", "governorate") for each in entries):
        return None
    names = {english_key(each.en) for each in entries}
    for each in entries:
        if each.kind == "country":
            names |= tables.countries.get(each.country, set())
    return NamedThing(frozenset(names), "place", 2)

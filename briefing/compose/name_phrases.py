"""Noun phrases in English, word by word from the tables: nothing unknown is passed over.

A phrase is a head («مقاتلون»), its adjectives («السورية المسلحة»), and what follows it: a
genitive («عناصر حماس»), a preposition («من», «في», «التابعة لـ») or a second phrase («و»). Every
word must be used up by a rule; otherwise the phrase has no English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..arabic.letters import fold
from ..arabic.tokens import tokenize
from .name_tables import BODIES, Tables

Number = Literal["sg", "pl", "proper"]
#: A phrase with another name of the same in brackets at its end.
_GLOSS = re.compile(r"([^()]+)\(([^()]+)\)\s*")
#: Words longer than this are no noun phrase.
MAX_WORDS = 16
#: Nouns that make a capitalised English name take "the": "the Turkistan Islamic Party".
_TAKES_THE = frozenset(
    """Front Party Forces Army Movement Ministry Council Organisation Organization Agency
    Committee Union Brigade Brigades Division Corps Government Authority Coalition Nations
    Network Observatory Group Units Department Court Federation League Office Command Service
    Guard Bank Fund Programme Mission Society Cross Crescent Administration Accord Unity
    Helmets Kremlin Pentagon UN EU IMF Foundation Centre Center Commission Parliament Senate
    House Congress Cell Refugees Rescue Brotherhood Houthis Taliban Peshmerga Basij Janjaweed
    Force Assembly Rights Corporation Apparatus PKK YPG SDF SDF Defence Change Congress
    Resistance Treasury FBI CIA OPCW ICC""".split()
)
#: Words that start with a vowel letter and the sound of y or w.
_CONSONANT_SOUND = ("UN", "US", "EU", "Euro", "uni", "one", "Uk", "Ug", "Uy")
_NEVER_THE = frozenset(("Islamic State", "Islamic Jihad"))
_LINK_ATTACHED = {"ل": "of", "ب": "in"}
#: Nouns without a plural s that take no article.
_MASS = frozenset("aid artillery ammunition media dead people farmland".split())
#: Heads whose genitive stands before them in English: "coalition forces".
_COMPOUND_HEADS = frozenset(
    """forces army police aircraft militia militias shelling warplanes agency service""".split()
)
#: Heads that only say what the name after them is: «حركة حماس» is "Hamas".
_CLASSIFIERS = frozenset(
    """organisation movement group agency network channel newspaper militia body""".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """English of a phrase without its article; ``definite`` says that it had one in Arabic,
    ``body`` that it names a force, body or group, ``person`` one person or source."""

    text: str
    number: Number
    definite: bool = False
    body: bool = False
    person: bool = False

    def with_article(self) -> str:
        """The phrase as the complement of a preposition: "the …" where English has it."""
        if self.number == "pl" or (self.number == "proper" and not takes_the(self.text)):
            return self.text
        if self.number == "proper" or self.definite:
            return f"the {self.text}"
        return indefinite(self.text)


def indefinite(text: str) -> str:
    """``text`` with "a" or "an"."""
    first = text.split(maxsplit=1)[0] if text else ""
    vowel = first[:1].lower() in "aeiou" and not first.startswith(_CONSONANT_SOUND)
    return f"{'an' if vowel else 'a'} {text}"


def takes_the(name: str) -> bool:
    """True for a proper name that English uses with "the"."""
    if name in _NEVER_THE or name.startswith("the "):
        return False
    words = name.replace("/", " ").split()
    return bool(words) and any(word in _TAKES_THE for word in words) and "'s" not in words[0]


class PhraseWorder:
    """Words noun phrases. ``place`` words a place name or gives None; ``person`` likewise."""

    def __init__(
        self,
        tables: Tables,
        place: Callable[[str], str | None],
        name: Callable[[str], str | None],
    ) -> None:
        self._tables = tables
        self._place = place
        self._name = name

    def phrase(self, ar: str) -> Phrase | None:
        """The phrase in English, or None when a word is not accounted for."""
        gloss = _GLOSS.fullmatch(ar.strip())
        if gloss is not None:
            main, other = self.phrase(gloss.group(1)), self.phrase(gloss.group(2))
            if main is None or (other is not None and other.text in main.text):
                return main  # «صندوق الأمم المتحدة للطفولة (اليونيسف)»
        words = [token.text for token in tokenize(ar) if token.is_word]
        if not words or len(words) > MAX_WORDS:
            return None
        return self._parse(words)

    def _parse(self, words: list[str], depth: int = 0) -> Phrase | None:
        if not words or depth > 6:
            return None
        whole = self._known(words)
        if whole is not None:
            return whole
        for split in range(min(len(words) - 1, self._tables.longest), 0, -1):
            head = self._known(words[:split])
            if head is None or (split == 1 and head.text == words[0]):
                continue
            found = self._rest(head, words[:split], words[split:], depth)
            if found is not None:
                return found
        return None

    def _known(self, words: list[str]) -> Phrase | None:
        """A phrase that a table has as it is."""
        key = " ".join(words)
        tables = self._tables
        term = tables.glossary.get(key)
        definite = words[0].startswith("ال")
        if term is not None:
            return Phrase(term.en, _number(term.en, term.kind), definite, term.kind in BODIES)
        if key in tables.words["pl"]:
            return Phrase(tables.words["pl"][key], "pl", definite)
        if key in tables.words["sg"]:
            return Phrase(tables.words["sg"][key], "sg", definite)
        if key in tables.words["one"]:
            return Phrase(tables.words["one"][key], "sg", definite, person=True)
        if key in tables.peoples:
            return Phrase(tables.peoples[key], "pl", definite)
        if key in tables.words["name"]:
            return Phrase(tables.words["name"][key], "proper", True)
        role = tables.roles["head"].get(key)
        if role is not None and len(words) == 1:
            return Phrase(role.en, "sg", definite)
        return None

    def _rest(
        self, head: Phrase, head_words: list[str], words: list[str], depth: int
    ) -> Phrase | None:
        """The head with what follows it."""
        adjectives: list[str] = []
        while words:
            taken = self._adjective(words)
            if not taken:
                break
            adjectives.append(taken[0])
            words = words[taken[1] :]
        text = " ".join([*reversed(adjectives), head.text])
        number: Number = head.number
        if adjectives and number == "proper" and head.text[:1].islower():
            number = "sg"
        made = Phrase(text, number, head.definite, head.body, head.person)
        if not words:
            return made
        return self._complement(made, head, head_words, bool(adjectives), words, depth)

    def _adjective(self, words: list[str]) -> tuple[str, int] | None:
        for length in (3, 2, 1):
            key = " ".join(words[:length])
            english = self._tables.nationalities.get(key) or self._tables.words["adj"].get(key)
            if english and len(words) >= length:
                return english, length
        return None

    def _complement(
        self,
        made: Phrase,
        head: Phrase,
        head_words: list[str],
        qualified: bool,
        words: list[str],
        depth: int,
    ) -> Phrase | None:
        """A link, a conjunction or a genitive after the head; None when none fits."""
        links = self._tables.words["link"]
        for length in (2, 1):
            key = " ".join(words[:length])
            rest = words[length:]
            if rest and key in links:
                return self._joined(made, f" {links[key]} ", rest, depth)
            if length <= len(words) and words[length - 1][:1] in ("ل", "ب"):
                cut = words[length - 1]
                for stem, after in _split_attached(cut):
                    linked = " ".join([*words[: length - 1], stem])
                    if length == 2 and linked in links:
                        return self._joined(made, f" {links[linked]} ", [after, *rest], depth)
                    if length == 1:
                        found = self._joined(
                            made, f" {_LINK_ATTACHED[stem]} ", [after, *rest], depth
                        )
                        if found is not None:
                            return found
        if words[0].startswith("و") and len(words[0]) > 2:
            bare = [words[0][1:], *words[1:]]
            extra = self._adjective(bare)
            if qualified and extra and len(bare) == extra[1]:
                adjectives, _, noun = made.text.rpartition(" ")
                return Phrase(f"{adjectives} and {extra[0]} {noun}", made.number, made.definite)
            other = self._name_or_phrase(bare, depth)
            if other is not None:
                return Phrase(f"{made.text} and {other.text}", "pl", made.definite, made.body)
            return None
        if qualified or head_words[0].startswith("ال"):
            return None
        owner = self._name_or_phrase(words, depth)
        if owner is None:
            return None
        if head.text in _CLASSIFIERS and owner.body and owner.number == "proper":
            return owner
        if head.text in ("tribe", "tribes"):
            return Phrase(f"{owner.text} {head.text}", head.number, True)
        if head.text in _COMPOUND_HEADS and owner.number != "pl":
            return Phrase(f"{owner.text} {head.text}", made.number, True, True)
        return Phrase(f"{made.text} of {owner.with_article()}", made.number, True, made.body)

    def _joined(self, made: Phrase, link: str, words: list[str], depth: int) -> Phrase | None:
        other = self._name_or_phrase(words, depth)
        if other is None:
            return None
        return Phrase(f"{made.text}{link}{other.with_article()}", made.number, made.definite,
                      made.body)  # fmt: skip

    def _name_or_phrase(self, words: list[str], depth: int) -> Phrase | None:
        """A phrase, else a place, else the romanised name of a tribe or person."""
        found = self._parse(words, depth + 1)
        if found is not None:
            return found
        text = " ".join(words)
        place = self._place(text)
        if place is not None:
            return Phrase(place, "proper")
        name = self._name(text)
        return Phrase(name, "proper") if name else None


def _split_attached(word: str) -> list[tuple[str, str]]:
    """«لحماس» → («ل», «حماس»); «للأمم» → («ل», «الأمم»)."""
    if word.startswith("لل") and len(word) > 3:
        return [("ل", "ال" + word[2:]), ("ل", word[1:])]
    if word[:1] in ("ل", "ب") and len(word) > 2:
        return [(word[0], word[1:])]
    return []


def _number(english: str, kind: str) -> Number:
    """How an English glossary entry behaves: a proper name, a plural or a singular."""
    if kind == "agency":
        return "proper"
    if english[:1].isupper() and kind not in ("term", "weapon"):
        last = english.rsplit(maxsplit=1)[-1]
        lower_last = last.islower()
        if not lower_last:
            return "proper"
    plural = english.rsplit(maxsplit=1)[-1]
    if plural.endswith("s") and not plural.endswith("ss"):
        return "pl"
    return (
        "pl"
        if plural in ("aid", "artillery", "ammunition", "media", "dead", "people", "farmland")
        else "sg"
    )


def folded(ar: str) -> str:
    """``ar`` folded, its words apart by one space, punctuation out."""
    return " ".join(token.text for token in tokenize(fold(ar)) if token.is_word)

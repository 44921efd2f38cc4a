"""English of Arabic names: people, places, bodies, roles and the parties to an event.

Everything comes from data files: the glossary (a user's own first), the roles, the
nationalities, the words of parties and the gazetteer. What they do not account for has no
English (None), and the caller shows the Arabic. Only names of people, which always have a
Latin spelling, are romanised (``arabic-name-romanizer``, loaded at the first such name).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ..arabic.letters import arabic_share
from ..arabic.tokens import tokenize
from ..extract.gazetteer import load_table
from ..extract.place_words import adjective_countries
from ..extract.places import Gazetteer
from .name_phrases import Phrase, PhraseWorder, folded, indefinite
from .name_places import PlaceWorder
from .name_tables import BODIES, Role, Tables, load_tables

#: Countries whose own press writes "ben", "ould" and French vowels.
_MAGHREB = frozenset(("TN", "DZ", "MA", "MR"))
_QUOTES = re.compile(r'["“”«»‹›\[\]]')
_BRACKETS = re.compile("[()]")
#: A name with another in quotation marks or brackets after it: «أحمد الشرع (الجولاني)».
_NICKNAME = re.compile(r"([^«\"“(]+?)\s*[«\"“(]([^»\"”)]+)[»\"”)]$")
#: A name has at most this many words; a longer text is no name.
_MAX_NAME = 8
#: How often the romaniser's sources must have a name part for a text to be taken as a person.
_ATTESTED = 20
_ACRONYM = re.compile(r"^[A-Za-z0-9 .&'/-]+$")


class Names:
    """Words names in English; ``glossaries`` and ``places`` are the user's own files.

    Files are read when first needed; a wrong one raises DataFileError then.
    """

    def __init__(self, glossaries: Sequence[Path] = (), places: Sequence[Path] = ()) -> None:
        self._glossary_paths = tuple(glossaries)
        self._place_paths = tuple(places)

    @cached_property
    def _tables(self) -> Tables:
        return load_tables(self._glossary_paths)

    @cached_property
    def _places(self) -> PlaceWorder:
        return PlaceWorder(Gazetteer.load(self._place_paths), self._holder)

    @cached_property
    def _phrases(self) -> PhraseWorder:
        return PhraseWorder(self._tables, self._known_place, self._tribe_or_person)

    # --- people ---------------------------------------------------------------------------

    def person(self, ar: str, country: str | None = None) -> str:
        """A person's name in Latin letters, a rank or title before it translated.

        ``country`` (ISO 3166 alpha-2) picks the spelling tradition. Latin text is returned
        as it stands.
        """
        nick = _NICKNAME.match(ar.strip())
        if nick is not None:
            return f"{self.person(nick.group(1), country)} ({self.person(nick.group(2), country)})"
        text = _BRACKETS.sub(" ", _QUOTES.sub(" ", ar)).strip()
        if arabic_share(text) == 0:
            return text
        words = folded(text).split()
        term = self._tables.glossary.get(" ".join(words))
        if term is not None and term.kind in ("person", "user"):
            return term.en
        rank = self._leading_rank(words)
        if rank is not None:
            title, count = rank
            raw = [token.raw for token in tokenize(text) if token.is_word][count:]
            return f"{title} {self.person(' '.join(raw), country)}"
        return _tidy(romanise(text, country), country)

    def _leading_rank(self, words: list[str]) -> tuple[str, int] | None:
        ranks = self._tables.roles["rank"]
        for count in (3, 2, 1):
            role = ranks.get(" ".join(words[:count]))
            if role is not None and len(words) > count:
                return role.en, count
        return None

    # --- places ---------------------------------------------------------------------------

    def place(self, ar: str) -> str | None:
        """The usual English of a place, of a description of one or of a list of places.

        A name of one to three words that nobody knows is romanised; None when the text holds
        a word that is neither a name nor known.
        """
        text = _QUOTES.sub(" ", ar).strip()
        if not text or arabic_share(text) == 0:
            return text or None
        term = self._tables.glossary.get(folded(text))
        if term is not None and term.kind == "user":
            return term.en
        known = self._places.word(text)
        if known is not None:
            return known
        words = folded(text).split()
        both_definite = len(words) > 1 and words[0].startswith("ال")
        if len(words) > 3 or both_definite or not self._name_like(words):
            return None  # «المكان الخطير» is a description, «سامي العاصي» may be a name
        return _tidy(romanise(text, None), None)

    def _known_place(self, ar: str) -> str | None:
        entry = self._places.exact(ar)
        if entry is not None:
            return entry.en
        return self._places.word(ar)

    # --- bodies, roles, parties -----------------------------------------------------------

    def organisation(self, ar: str) -> str | None:
        """The English of a body, force, outlet or group: "Russian Ministry of Defence"."""
        found = self._phrases.phrase(_QUOTES.sub(" ", ar))
        return found.text if found is not None else None

    def party(self, ar: str) -> str | None:
        """The English of an actor or target: "armed opposition factions", "a military source".

        One person or source has its article ("a military source", "the official"), and so has
        a body that is only referred to ("the committee"); names and plurals have none.
        """
        text = _QUOTES.sub(" ", ar).strip()
        found = self._phrases.phrase(text)
        if found is not None:
            return _standing(found)
        place = self._known_place(text)
        if place is not None:
            return place
        role = self.role(text)
        if role is not None:
            return role
        return self._attested_person(text) or self._country_of(text)

    def _country_of(self, text: str) -> str | None:
        """The country behind a lone adjective: the actor of «القصف التركي» is Turkey."""
        country = adjective_countries().get(folded(text))
        entry = load_table().get(country.lower()) if country else None
        return entry.en if entry is not None else None

    def _holder(self, ar: str) -> str | None:
        found = self._phrases.phrase(ar)
        return found.with_article() if found is not None else self._known_place(ar)

    def phrase(self, ar: str) -> str | None:
        """The English of a short noun phrase (a weapon, a term), or None."""
        found = self._phrases.phrase(_QUOTES.sub(" ", ar))
        return found.text if found is not None else self._known_place(ar)

    def role(self, ar: str) -> str | None:
        """The English of a role: "Turkish Minister of Defence", "commander of Jaysh al-Izza"."""
        words = folded(_QUOTES.sub(" ", ar)).split()
        if not words or len(words) > 16:
            return None
        term = self._tables.glossary.get(" ".join(words))
        if term is not None and term.kind == "title":
            return term.en
        return self._role(words)

    def _role(self, words: list[str]) -> str | None:
        roles = self._tables.roles
        end = roles["prefix"].get(words[-1])
        if end is not None and len(words) > 1 and words[-1].startswith(("ال", "ساب")):
            inner = self._role(words[:-1])
            return f"{end.en} {inner}" if inner else None
        if words[0] in ("وزير", "وزيره", "وزيري") and len(words) > 1:
            return self._minister(words[1:])
        for count in range(min(5, len(words)), 0, -1):
            head = roles["head"].get(" ".join(words[:count]))
            if head is not None:
                made = self._head(head, words[count:])
                if made is not None:
                    return made
        lead = roles["prefix"].get(words[0])
        if lead is not None and len(words) > 1:
            inner = self._role(words[1:])
            return _prefixed(lead.en, inner) if inner else None
        for count in (2, 1):
            rank = roles["rank"].get(" ".join(words[:count]))
            if rank is not None:
                rest = words[count:]
                if not rest:
                    return rank.en
                made = self._head(Role(rank.en, "of"), rest)
                if made is not None:
                    return made
        return None

    def _minister(self, words: list[str]) -> str | None:
        """«الدفاع التركي» after «وزير» → "Turkish Minister of Defence"."""
        portfolios = self._tables.roles["portfolio"]
        for count in range(min(5, len(words)), 0, -1):
            portfolio = portfolios.get(" ".join(words[:count]))
            if portfolio is None:
                continue
            return self._head(Role(f"Minister of {portfolio.en}", "of"), words[count:])
        return None

    def _head(self, head: Role, rest: list[str]) -> str | None:
        """A role with its nationality and its complement; None when a word is left over."""
        lead: list[str] = []
        while rest:
            size = 2 if " ".join(rest[:2]) in self._tables.nationalities else 1
            key = " ".join(rest[:size])
            adjective = self._tables.nationalities.get(key)
            if adjective is None and lead == [] and head.pattern != "for":
                adjective = self._tables.words["adj"].get(key)
            former = self._tables.roles["prefix"].get(key)
            if adjective is None and former is not None and key.startswith("ال"):
                adjective = former.en
            if adjective is None:
                break
            lead.insert(0, adjective)
            rest = rest[size:]
        text = " ".join([*lead, head.en])
        if not rest:
            return text
        link = head.pattern or "of"
        if rest[0] in ("باسم", "في", "الي", "لدي", "من", "علي") and len(rest) > 1:
            link = {"باسم": "for", "في": "in", "الي": "to", "لدي": "to", "من": "from"}.get(
                rest[0], "of"
            )
            rest = rest[1:]
        elif rest[0].startswith("ل") and len(rest[0]) > 2:
            first = "ال" + rest[0][2:] if rest[0].startswith("لل") else rest[0][1:]
            link = "to" if link == "to" else link
            rest = [first, *rest[1:]]
        complement = self._complement(rest)
        return f"{text} {link} {complement}" if complement else None

    def _complement(self, words: list[str]) -> str | None:
        text = " ".join(words)
        found: Phrase | None = self._phrases.phrase(text)
        if found is not None:
            return found.with_article()
        place = self._known_place(text)
        if place is not None:
            return place
        inner = self._role(words)
        if inner is not None:
            return inner if inner[:1].isupper() else f"the {inner}"
        return self._attested_person(text)

    # --- names that no table has ----------------------------------------------------------

    def _tribe_or_person(self, text: str) -> str | None:
        return self._attested_person(text)

    def _attested_person(self, text: str) -> str | None:
        """A glossary person, or two to four words that the romaniser's dictionary attests."""
        words = folded(text).split()
        term = self._tables.glossary.get(" ".join(words))
        if term is not None and term.kind == "person":
            return term.en
        if not 2 <= len(words) <= 4 or not self._name_like(words):
            return None
        return _tidy(romanise(text, None), None) if attested(text) else None

    @cached_property
    def _meanings(self) -> tuple[Container[str], ...]:
        """The tables whose words are no names."""
        tables = self._tables
        kinds = [tables.words[kind] for kind in ("pl", "sg", "one", "adj", "link")]
        return (*kinds, tables.nationalities, tables.roles["head"])

    def _name_like(self, words: list[str]) -> bool:
        """True when no word has a meaning in the tables."""
        for word in words:
            bare = word.removeprefix("ال")
            for known in self._meanings:
                if word in known or bare in known:
                    return False
            if len(word) < 2 or not all("ء" <= char <= "ي" for char in word):
                return False
        return True

    def is_body(self, ar: str) -> bool:
        """True when the glossary knows the text as a body, force, outlet or group."""
        term = self._tables.glossary.get(folded(ar))
        return term is not None and term.kind in BODIES


def _prefixed(prefix: str, role: str) -> str:
    """ "deputy governor of X"; a capitalised title keeps its capitals: "Deputy Minister"."""
    words = role.split()
    for number, word in enumerate(words):
        if word in ("Minister", "Prime", "Chief", "President", "Secretary-General", "Speaker"):
            title = prefix if prefix in ("former", "acting", "assistant") else prefix.capitalize()
            return " ".join([*words[:number], title, *words[number:]])
    return f"{prefix} {role}"


def _standing(phrase: Phrase) -> str:
    """A party as a subject: one indefinite person or source takes its article."""
    if phrase.number == "sg" and not phrase.definite and not phrase.body:
        return indefinite(phrase.text)
    bare = phrase.text[:1].islower() and " " not in phrase.text
    if phrase.number == "sg" and phrase.definite and (phrase.person or bare):
        return f"the {phrase.text}"
    return phrase.text


# --- romanising -----------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _romaniser() -> Any:
    """The romaniser; loading its dictionary takes about 0.7 s, once a process."""
    from arabic_name_romanizer import Transliterator

    return Transliterator()


@lru_cache(maxsize=4096)
def romanise(ar: str, country: str | None) -> str:
    """``ar`` in Latin letters by the romaniser's first choice; the Arabic if it has none."""
    words = [token.raw for token in tokenize(ar) if token.is_word][: _MAX_NAME * 2]
    found = _romaniser().transliterate(" ".join(words), top_k=1, country=country)
    return str(found) if found else ar


@lru_cache(maxsize=4096)
def attested(ar: str) -> bool:
    """True when the romaniser's dictionary attests every part of the name."""
    found = _romaniser().transliterate(ar, top_k=2)  # more than one gives the evidence too
    return bool(found) and all(
        unit.source == "dictionary" and unit.count >= _ATTESTED for unit in found[0].units
    )


def _tidy(name: str, country: str | None) -> str:
    """Press spelling: al- in small letters, Abu, bin (ben in the Maghreb), capitals."""
    out: list[str] = []
    for word in name.split():
        if _ACRONYM.match(word) is None and not word.isalpha() and "-" not in word:
            out.append(word)
            continue
        low = word.lower()
        if low in ("al", "el", "bin", "ben", "ibn") and out:
            word = low if country in _MAGHREB or low not in ("ben",) else "bin"
        elif low in ("abou", "abo"):
            word = "Abu"
        elif low.startswith(("al-", "el-")):
            head, tail = low[:2], word[3:]
            word = f"{head}-{tail[:1].upper()}{tail[1:]}"
        elif word[:1].islower() and low not in ("al", "el"):
            word = word[:1].upper() + word[1:]
        out.append(word)
    return " ".join(out)

"""The speakers of an article: one entry an entity, and how later mentions resolve to it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from ..model import Span, Speaker, SpeakerKind
from .document import Document
from .lexicon import Gender, Lexicon
from .marks import SOFT_COMMAS
from .phrases import (
    NounPhrase,
    RoleName,
    bare,
    is_given_name,
    is_role_head,
    noun_phrase,
    split_role,
)
from .speaker_index import Entity, EntityIndex

Resolution = Literal["literal", "surname", "short_form", "pronoun", "inherited", "unknown"]

#: Mentions of a word that are looked at for a fuller name, nearest first.
_MOST_MENTIONS = 200
#: Most words of a personal name before its last word.
_MOST_GIVEN = 10
#: Speakers back that a verb without a subject may mean.
_INHERIT_FROM = 4


@dataclass(slots=True)
class Mention:
    """A resolved mention: the entity, and the surface in the text."""

    entity: Entity
    surface: list[Span]
    resolution: Resolution


@dataclass(slots=True)
class Registry:
    """Speakers of one article in order of mention; each step costs the same however many."""

    document: Document
    lexicon: Lexicon
    index: EntityIndex = field(default_factory=EntityIndex)
    recent: list[Entity] = field(default_factory=list)
    _positions: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for position, word in enumerate(self.document.words):
            self._positions.setdefault(word, []).append(position)

    def note(self, entity: Entity) -> None:
        """Remember that the entity spoke last."""
        self.recent.append(entity)
        self.index.note(entity, len(self.recent))

    def inherited(self, gender: Gender) -> Entity | None:
        """The last speaker that agrees with the verb's gender and number."""
        if not self.recent:
            return None
        for entity in reversed(self.recent[-_INHERIT_FROM:]):
            if gender in ("?", entity.gender) or entity.gender == "?":
                return entity
        return self.recent[-1]

    def mention(self, phrase: NounPhrase, gender: Gender, role: RoleName | None = None) -> Mention:
        """The entity that a noun phrase names, made when it is new.

        The phrase is not empty. ``role`` overrides how it splits, for a role in apposition.
        """
        document, lexicon = self.document, self.lexicon
        first = phrase.first
        while phrase.last - first > 1 and lexicon.is_in("document_noun", document.words[first]):
            if document.words[first].startswith("ال"):
                break
            first += 1  # «بيان المنظمة» speaks for the organisation
        phrase = NounPhrase(first, phrase.last)
        split = role or split_role(document, lexicon, phrase)
        whole = (phrase.first, phrase.last)
        parts = [part for part in (split.name, split.role, whole) if part and part[0] < part[1]]
        name = self._without_rank(parts[0])
        surface = document.span(*name)
        words = tuple(document.words[name[0] : name[1]])
        known = self._resolve(words, split)
        if known is not None:
            entity, resolution = known
            self._add_role(entity, split)
            return Mention(entity, [surface], resolution)
        words, canonical = self._expand(name, words)
        entity = self.index.named(words) or self._create(words, canonical, split, gender)
        self._add_role(entity, split)
        shown = tuple(document.words[name[0] : name[1]])
        resolution = "literal" if words == shown else "short_form"
        return Mention(entity, [surface], resolution)

    def without_proclitic(self, entity: Entity, start: int) -> Entity:
        """Take a proclitic off the name of an entity just mentioned («لل…», «و…»).

        ``start`` is the raw offset of the name without it. Returns the entity that the name
        means then, which may be an earlier one.
        """
        canonical = entity.canonical
        if canonical is None:
            return entity
        entity.canonical = self.document.raw_span(start, canonical.end)
        entity.speaker.ar = entity.canonical.text
        head = entity.words[0]
        fixed = "ال" + head[2:] if head.startswith("لل") else head[1:]
        if head.startswith("لل"):  # no stretch of the text holds the article that لـ swallowed
            entity.speaker.ar = "ال" + entity.canonical.text[1:]
        renamed = self.index.rename(entity, (fixed, *entity.words[1:]))
        if renamed is entity:
            named = not self._is_group(fixed)
            entity.speaker.named = named
            entity.speaker.kind = self._kind(entity.words, RoleName(None, None), named)
        return renamed

    def unify(self) -> dict[str, Entity]:
        """Entities whose name is part of a fuller one, by id («المرصد السوري» → «المرصد
        السوري لحقوق الإنسان»)."""
        return self.index.fuller_names(self.lexicon)

    def _without_rank(self, name: tuple[int, int]) -> tuple[int, int]:
        """The name without a trailing comma or a gloss in brackets."""
        first, last = name
        words = self.document.words
        bracket = next((k for k in range(first + 1, last) if words[k] == "("), None)
        if bracket is not None:
            last = bracket
        while last - first > 1 and (words[last - 1] in SOFT_COMMAS or words[last - 1] == "("):
            last -= 1
        return first, last

    def _resolve(self, words: tuple[str, ...], split: RoleName) -> tuple[Entity, Resolution] | None:
        """An earlier entity that these words name, and by which rule."""
        lexicon, index = self.lexicon, self.index
        exact = index.named(words)
        if exact is not None:
            return exact, "literal"
        head = words[0]
        content = tuple(w for w in words if not lexicon.is_in("self_reference", w))
        link = next(
            (k for k, w in enumerate(content) if k and lexicon.is_in("joining_preposition", w)),
            None,
        )
        if link is not None and head.startswith("ال"):
            content = content[:link]
        document = lexicon.is_in("document_short_form", head) and len(content) <= 2
        itself = len(content) < len(words)  # «المصدر ذاته»: whoever spoke last
        if self.recent and (document or itself):
            return self.recent[-1], "short_form"
        short = len(content) <= 3
        found: Entity | None = None
        if lexicon.is_in("person_noun", head) and short and split.name is None and content:
            found = index.last_person(bare(content[0]))
        if found is None and lexicon.is_in("short_form", head) and short and content:
            found = index.latest_with_head(
                self._variants(bare(content[0])), {bare(w) for w in content[1:]}
            )
        if found is not None:
            return found, "short_form"
        if len(words) == 1 or all(w.startswith("ال") for w in words):
            found = index.latest_with_part(words)
            if found is not None:
                return found, "surname" if found.speaker.kind == "person" else "short_form"
        own = {bare(w) for w in words}
        found = index.latest_around(own) if len(own) >= 2 else None
        return (found, "short_form") if found is not None else None

    def _variants(self, stem: str) -> set[str]:
        """The bare word and those that mean the same as the head of a source."""
        stems = {stem}
        for pair in self.lexicon.texts["head_variant"]:
            if stem in pair.split():
                stems.update(pair.split())
        return stems

    def _expand(
        self, name: tuple[int, int], words: tuple[str, ...]
    ) -> tuple[tuple[str, ...], Span]:
        """The fullest mention of the same name elsewhere in the article."""
        lexicon = self.lexicon
        first, last = name
        short = lexicon.is_in("short_form", words[0])
        fuller: NounPhrase | None = None
        if len(words) == 1 and short:
            fuller = self._introduction(bare(words[0]), first)
        if fuller is None and lexicon.is_in("person_noun", words[0]) and len(words) <= 3:
            fuller = self._role_holder(bare(words[0]), first)
        elif fuller is None and len(words) == 1 and not short:
            fuller = self._full_name(words[0], first)
        if fuller is None:
            return words, self.document.span(first, last)
        return (
            tuple(self.document.words[fuller.first : fuller.last]),
            self.document.span(fuller.first, fuller.last),
        )

    def _before(self, word: str, limit: int) -> list[int]:
        """The nearest mentions of a word before a token, nearest first."""
        positions = self._positions.get(word, [])
        stop = bisect_left(positions, limit)
        return positions[max(0, stop - _MOST_MENTIONS) : stop][::-1]

    def _introduction(self, stem: str, before: int) -> NounPhrase | None:
        """The nearest earlier phrase that a short form takes up («مرصد …» for «المرصد»)."""
        for position in self._before(stem, before):
            limit = min(before, position + 8)
            found = noun_phrase(self.document, self.lexicon, position, limit)
            if found.last - found.first > 1:
                return found
        return None

    def _role_holder(self, stem: str, before: int) -> NounPhrase | None:
        """A person introduced earlier with this role («مبعوث … هانس غروندبرغ»)."""
        document, lexicon = self.document, self.lexicon
        for position in self._before(stem, before):
            for start in range(position + 1, min(before, position + 9)):
                if is_given_name(lexicon, document.words[start]):
                    found = noun_phrase(document, lexicon, start, min(before, start + 4))
                    if found.last - found.first >= 2:
                        return found
        return None

    def _full_name(self, surname: str, mention: int) -> NounPhrase | None:
        """The first mention of a surname with given names before it."""
        words = self.document.words
        for position in self._positions.get(surname, [])[:_MOST_MENTIONS]:
            if position == mention or not position:
                continue
            start = position
            lowest = max(0, position - _MOST_GIVEN)
            while start > lowest and is_given_name(self.lexicon, words[start - 1]):
                start -= 1
            if start < position:
                return NounPhrase(start, position + 1)
        return None

    def _create(
        self, words: tuple[str, ...], canonical: Span, split: RoleName, gender: Gender
    ) -> Entity:
        head = words[0]
        named = not (
            self._is_group(head)
            or (split.name is None and split.role is not None)
        )  # fmt: skip
        kind = self._kind(words, split, named)
        number = len(self.index.entities) + 1
        speaker = Speaker(entity=f"e{number}", ar=canonical.text, named=named, kind=kind)
        guessed = gender if gender != "?" else _guess_gender(head)
        if self.lexicon.is_in("feminine_plural", head):
            guessed = "f"
        entity = Entity(speaker, words, guessed, canonical=canonical)
        self.index.add(entity)
        return entity

    def _is_group(self, head: str) -> bool:
        lexicon = self.lexicon
        return lexicon.is_in("group_head", bare(head)) or lexicon.is_in("group_head", head)

    def _kind(self, words: tuple[str, ...], split: RoleName, named: bool) -> SpeakerKind:
        """What kind of speaker a name tells of."""
        lexicon, head = self.lexicon, words[0]
        armed = lexicon.is_in("armed_head", bare(head))
        if not named:
            if split.role is not None or lexicon.is_in("person_source", bare(head)):
                return "person"
            return "armed_group" if armed else "group"
        if armed:
            return "armed_group"
        if lexicon.is_in("media_speaker", bare(head)):
            return "media"
        if lexicon.is_in("state_head", head) or self.document.is_known(head):
            return "state"
        if len(words) <= 2 and is_role_head(lexicon, bare(head)):
            return "person"  # «الوزير»
        plain = not lexicon.is_in("org_head", head) and not head.startswith("ال")
        if (
            split.role is not None
            or is_given_name(lexicon, head)
            or (plain and len(words) <= 4)
        ):  # fmt: skip
            return "person"
        return "organisation"

    def _add_role(self, entity: Entity, split: RoleName) -> None:
        if split.role is None or split.name is None or entity.speaker.role_ar:
            return
        first, last = split.role
        while last > first and self.document.words[last - 1] in SOFT_COMMAS:
            last -= 1
        if last > first:
            entity.speaker.role_ar = self.document.span(first, last).text
            self.index.set_role(entity, tuple(self.document.words[first:last]))


def _guess_gender(head: str) -> Gender:
    if head.endswith(("ون", "ين", "ان")):
        return "p"
    return "f" if head.endswith(("ه", "ات")) else "m"

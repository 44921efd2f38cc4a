"""Look-ups among the speakers of an article, so that each mention costs the same.

Positions are those in the order of first mention. «Latest» means the highest position.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import merge

from ..model import Span, Speaker
from .lexicon import Gender, Lexicon
from .phrases import bare

#: Longest beginning or end of a name that is compared with whole names.
_LONGEST_PART = 40


@dataclass(slots=True, eq=False)
class Entity:
    """A speaker of the article; ``words`` are those of the name, folded."""

    speaker: Speaker
    words: tuple[str, ...]
    gender: Gender
    role_words: tuple[str, ...] = ()
    canonical: Span | None = None


@dataclass(slots=True)
class EntityIndex:
    """Speakers by name, by word, by first word, and by who spoke last."""

    entities: list[Entity] = field(default_factory=list)
    _by_name: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _by_word: dict[str, list[int]] = field(default_factory=dict)
    _by_bare: dict[str, list[int]] = field(default_factory=dict)
    _by_head: dict[str, list[int]] = field(default_factory=dict)
    _bare_sets: list[frozenset[str]] = field(default_factory=list)
    _said: dict[int, int] = field(default_factory=dict)
    _last_of_stem: dict[str, Entity] = field(default_factory=dict)
    _last_person: Entity | None = None

    def add(self, entity: Entity) -> None:
        """Append a new speaker."""
        self.entities.append(entity)
        self._enter(len(self.entities) - 1)

    def rename(self, entity: Entity, words: tuple[str, ...]) -> Entity:
        """Give a speaker another name; returns the earlier speaker of that name if there is
        one (the speaker is forgotten then), else the speaker."""
        known = self._by_name.get(words)
        merged = known is not None and known is not entity
        newest = self.entities[-1] is entity
        if newest:
            self._leave_last()
            if merged:
                self.entities.pop()
        elif merged:
            self.entities.remove(entity)  # compared by identity
        entity.words = words
        if newest and not merged:
            self._enter(len(self.entities) - 1)
        elif not newest:
            self._enter_all()
        return known or entity

    def _enter_all(self) -> None:
        self._by_name.clear()
        self._by_word.clear()
        self._by_bare.clear()
        self._by_head.clear()
        self._bare_sets.clear()
        for position in range(len(self.entities)):
            self._enter(position)

    def _leave_last(self) -> None:
        """Take the newest speaker out of the look-ups; positions of others stay."""
        entity = self.entities[-1]
        self._bare_sets.pop()
        if self._by_name.get(entity.words) is entity:
            del self._by_name[entity.words]
        for word in dict.fromkeys(entity.words):
            self._by_word[word].pop()
        stems = [bare(word) for word in entity.words]
        for stem in dict.fromkeys(stems):
            self._by_bare[stem].pop()
        self._by_head[stems[0]].pop()

    def _enter(self, position: int) -> None:
        entity = self.entities[position]
        self._by_name.setdefault(entity.words, entity)
        stems = [bare(word) for word in entity.words]
        self._bare_sets.append(frozenset(stems))
        for word in dict.fromkeys(entity.words):
            self._by_word.setdefault(word, []).append(position)
        for stem in dict.fromkeys(stems):
            self._by_bare.setdefault(stem, []).append(position)
        self._by_head.setdefault(stems[0], []).append(position)

    def named(self, words: tuple[str, ...]) -> Entity | None:
        """The first speaker of exactly this name."""
        return self._by_name.get(words)

    def note(self, entity: Entity, moment: int) -> None:
        """Remember that the speaker spoke at a moment, later than all others before."""
        self._said[id(entity)] = moment
        if entity.speaker.kind not in ("person", "group"):
            return
        if entity.speaker.kind == "person":
            self._last_person = entity
        for word in entity.role_words + entity.words:
            self._last_of_stem[bare(word)] = entity

    def set_role(self, entity: Entity, words: tuple[str, ...]) -> None:
        """Give the speaker the words of a role, by which short forms find it."""
        entity.role_words = words
        moment = self._said.get(id(entity))
        if moment is None or entity.speaker.kind not in ("person", "group"):
            return
        for word in words:
            other = self._last_of_stem.get(bare(word))
            if other is None or self._said[id(other)] < moment:
                self._last_of_stem[bare(word)] = entity

    def last_person(self, stem: str) -> Entity | None:
        """Who spoke last with the bare word in name or role, else the person who spoke last."""
        return self._last_of_stem.get(stem) or self._last_person

    def latest_with_head(self, stems: set[str], rest: set[str]) -> Entity | None:
        """The latest speaker whose name opens with one of the bare words and holds the rest."""
        heads = [reversed(self._by_head.get(stem, ())) for stem in stems]
        for position in merge(*heads, reverse=True):
            if rest <= self._bare_sets[position]:
                return self.entities[position]
        return None

    def latest_with_part(self, words: tuple[str, ...]) -> Entity | None:
        """The latest speaker whose name ends with the words, or holds the one word."""
        for position in reversed(self._by_word.get(words[-1], [])):
            entity = self.entities[position]
            own = entity.words
            if len(own) > len(words) and own[-len(words) :] == words:
                return entity
            if len(words) > 1:
                continue
            if words[0] in own[1:] and entity.speaker.kind == "person":
                return entity
            if len(words[0]) > 3:
                return entity
        return None

    def latest_around(self, words: set[str]) -> Entity | None:
        """The latest speaker whose name holds these bare words and more."""
        rarest = min((self._by_bare.get(word, []) for word in words), key=len)
        for position in reversed(rarest):
            if words < self._bare_sets[position]:
                return self.entities[position]
        return None

    def fuller_names(self, lexicon: Lexicon) -> dict[str, Entity]:
        """For each speaker's id the first one whose longer name begins or ends with its name.

        A longer name that only ends with it must be an organisation's; one that goes on with
        «و» names somebody else besides.
        """
        parts: dict[tuple[str, ...], int] = {}
        names = [tuple(bare(word) for word in entity.words) for entity in self.entities]
        for position, (entity, name) in enumerate(zip(self.entities, names, strict=True)):
            whole = lexicon.is_in("org_head", entity.words[0])
            for length in range(2, min(len(name), _LONGEST_PART)):
                if not name[length].startswith("و"):
                    parts.setdefault(name[:length], position)
                if whole:
                    parts.setdefault(name[-length:], position)
        return {
            entity.speaker.entity: self.entities[parts[name]]
            for entity, name in zip(self.entities, names, strict=True)
            if name in parts
        }

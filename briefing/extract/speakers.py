"""The speakers of an article: one entry an entity, and how later mentions resolve to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Span, Speaker, SpeakerKind
from .document import Document
from .lexicon import Gender, Lexicon
from .phrases import NounPhrase, RoleName, bare, is_given_name, noun_phrase, split_role

Resolution = str

#: Short forms that stand for a person of whom a role is known.
_PERSON_NOUNS = frozenset(
    "المسوول المتحدث الناطق الوزير الرييس المبعوث القايد المدير الكاتب الطبيب الناشط المراسل النايب "
    "المحافظ السفير الدبلوماسي الضابط المنسق الامين الشاب الشاهد".split()
)
#: Short forms that stand for the document or source last quoted.
_DOCUMENT_NOUNS = frozenset("البيان التقرير الروايه الدراسه الحساب".split())
_FEMININE_PLURALS = frozenset(
    "مصادر وسايل وكالات منظمات جماعات فصايل قوات تقارير معلومات انباء".split()
)
_ARMED = frozenset(
    "حركه جيش قوات جبهه لواء كتيبه فصيل فصايل تنظيم وحدات فرقه مليشيا ميليشيا مليشيات "
    "ميليشيات كتايب سرايا مقاتلون مسلحون متمردون الحوثيون المتمردون القوات".split()
)
_MEDIA = frozenset("وكاله صحيفه قناه وسايل تلفزيون اذاعه موقع منصه اعلام".split())
_STATES = frozenset("حكومه الحكومه رياسه وزاره الخارجيه الداخليه خارجيه".split())


@dataclass(slots=True)
class Entity:
    """A speaker of the article. ``key`` is the folded canonical name."""

    speaker: Speaker
    words: tuple[str, ...]
    gender: Gender
    role_words: tuple[str, ...] = ()
    canonical: Span | None = None


@dataclass(slots=True)
class Mention:
    """A resolved mention: the entity, the surface in the text (None for a pronoun)."""

    entity: Entity
    surface: list[Span]
    resolution: Resolution


@dataclass(slots=True)
class Registry:
    """Speakers in order of mention."""

    document: Document
    lexicon: Lexicon
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)

    def note(self, entity: Entity) -> None:
        """Remember that the entity spoke last."""
        self.recent.append(entity)

    def inherited(self, gender: Gender) -> Entity | None:
        """The last speaker that agrees with the verb's gender and number."""
        if not self.recent:
            return None
        for entity in reversed(self.recent[-4:]):
            if gender in ("?", entity.gender) or entity.gender == "?":
                return entity
        return self.recent[-1]

    def mention(self, phrase: NounPhrase, gender: Gender, role: RoleName | None = None) -> Mention:
        """The entity that a noun phrase names, made when it is new.

        ``role`` overrides how the phrase splits, for a role in apposition.
        """
        document, lexicon = self.document, self.lexicon
        first = phrase.first
        while phrase.last - first > 1 and lexicon.is_in("document_noun", document.words[first]):
            if document.words[first].startswith("ال"):
                break
            first += 1  # «بيان المنظمة» speaks for the organisation
        phrase = NounPhrase(first, phrase.last)
        split = role or split_role(document, lexicon, phrase)
        name = split.name or split.role or (phrase.first, phrase.last)
        name = self._without_rank(name)
        surface = document.span(*name)
        words = tuple(document.words[name[0] : name[1]])
        known = self._resolve(words, split)
        if known is not None:
            entity, resolution = known
            self._add_role(entity, split)
            return Mention(entity, [surface], resolution)
        words, canonical = self._expand(name, words)
        entity = self._find_exact(words)
        if entity is None:
            entity = self._create(words, canonical, split, gender)
        self._add_role(entity, split)
        shown = tuple(document.words[name[0] : name[1]])
        resolution = "literal" if words == shown else "short_form"
        return Mention(entity, [surface], resolution)

    def unify(self) -> dict[str, Entity]:
        """Entities whose name is part of a fuller one, by id («المرصد السوري» → «المرصد
        السوري لحقوق الإنسان»)."""
        fuller: dict[str, Entity] = {}
        for entity in self.entities:
            own = tuple(bare(w) for w in entity.words)
            for other in self.entities:
                theirs = tuple(bare(w) for w in other.words)
                if other is entity or len(own) >= len(theirs) or len(own) < 2:
                    continue
                prefix = theirs[: len(own)] == own and not theirs[len(own)].startswith("و")
                suffix = theirs[-len(own) :] == own and self.lexicon.is_in(
                    "org_head", other.words[0]
                )
                if prefix or suffix:
                    fuller[entity.speaker.entity] = other
                    break
        return fuller

    def _without_rank(self, name: tuple[int, int]) -> tuple[int, int]:
        """The name without a trailing comma or a gloss in brackets."""
        first, last = name
        words = self.document.words
        bracket = next((k for k in range(first + 1, last) if words[k] == "("), None)
        if bracket is not None:
            last = bracket
        while last - first > 1 and words[last - 1] in ("،", ",", "("):
            last -= 1
        return first, last

    def _find_exact(self, words: tuple[str, ...]) -> Entity | None:
        return next((e for e in self.entities if e.words == words), None)

    def _resolve(self, words: tuple[str, ...], split: RoleName) -> tuple[Entity, Resolution] | None:
        """An earlier entity that these words name, and by which rule."""
        exact = self._find_exact(words)
        if exact is not None:
            return exact, "literal"
        head = words[0]
        content = tuple(w for w in words if not self.lexicon.is_in("self_reference", w))
        place = next((k for k, w in enumerate(content) if k and w in ("في", "من", "لدي")), None)
        if place is not None and head.startswith("ال"):
            content = content[:place]
        if head in _DOCUMENT_NOUNS and self.recent and len(content) <= 2:
            return self.recent[-1], "short_form"
        if len(content) < len(words) and self.recent:  # «المصدر ذاته»: whoever spoke last
            return self.recent[-1], "short_form"
        if head in _PERSON_NOUNS and len(content) <= 3 and split.name is None:
            person = self._last_person(content)
            if person is not None:
                return person, "short_form"
        if self.lexicon.is_in("short_form", head) and len(content) <= 3:
            found = self._by_head(content)
            if found is not None:
                return found, "short_form"
        if len(words) == 1 or all(w.startswith("ال") for w in words):
            found = self._by_part(words)
            if found is not None:
                return found, "surname" if found.speaker.kind == "person" else "short_form"
        return self._subset(words)

    def _subset(self, words: tuple[str, ...]) -> tuple[Entity, Resolution] | None:
        bare_words = {bare(w) for w in words}
        for entity in reversed(self.entities):
            own = {bare(w) for w in entity.words}
            if len(bare_words) >= 2 and bare_words < own:
                return entity, "short_form"
        return None

    def _last_person(self, words: tuple[str, ...]) -> Entity | None:
        stem = bare(words[0])
        people = [e for e in reversed(self.recent) if e.speaker.kind in ("person", "group")]
        for entity in people:
            if any(bare(w) == stem for w in entity.role_words + entity.words):
                return entity
        named = [e for e in people if e.speaker.kind == "person"]
        return named[0] if named else None

    def _by_head(self, words: tuple[str, ...]) -> Entity | None:
        stem = bare(words[0])
        stems = {stem}
        if stem == "مصدر":
            stems.add("مصادر")
        if stem == "مصادر":
            stems.add("مصدر")
        rest = {bare(w) for w in words[1:]}
        for entity in reversed(self.recent + self.entities):
            own = [bare(w) for w in entity.words]
            if own and own[0] in stems and rest <= set(own):
                return entity
        return None

    def _by_part(self, words: tuple[str, ...]) -> Entity | None:
        for entity in reversed(self.recent + self.entities):
            own = entity.words
            if len(own) > len(words) and own[-len(words) :] == words:
                return entity
            if len(words) == 1 and words[0] in own[1:] and entity.speaker.kind == "person":
                return entity
            if len(words) == 1 and len(words[0]) > 3 and words[0] in own:
                return entity
        return None

    def _expand(
        self, name: tuple[int, int], words: tuple[str, ...]
    ) -> tuple[tuple[str, ...], Span]:
        """The fullest mention of the same name elsewhere in the article."""
        document, lexicon = self.document, self.lexicon
        first, last = name
        if len(words) == 1 and lexicon.is_in("short_form", words[0]):
            stem = bare(words[0])
            for index in range(first - 1, -1, -1):
                if document.words[index] == stem:
                    found = noun_phrase(document, lexicon, index, min(first, index + 8))
                    if found.last - found.first > 1:
                        return self._taken(found.first, found.last)
        if words[0] in _PERSON_NOUNS and len(words) <= 3:
            found_role = self._role_holder(bare(words[0]), first)
            if found_role is not None:
                return found_role
        elif len(words) == 1 and not lexicon.is_in("short_form", words[0]):
            for index, word in enumerate(document.words):
                if word == words[0] and index and index != first:
                    start = index
                    while start and is_given_name(lexicon, document.words[start - 1]):
                        start -= 1
                    if start < index:
                        return self._taken(start, index + 1)
        return words, document.span(first, last)

    def _role_holder(self, stem: str, before: int) -> tuple[tuple[str, ...], Span] | None:
        """A person introduced earlier with this role («مبعوث … هانس غروندبرغ»)."""
        document, lexicon = self.document, self.lexicon
        for index in range(before - 1, -1, -1):
            if document.words[index] != stem:
                continue
            for k in range(index + 1, min(before, index + 9)):
                if is_given_name(lexicon, document.words[k]):
                    found = noun_phrase(document, lexicon, k, min(before, k + 4))
                    if found.last - found.first >= 2:
                        return self._taken(found.first, found.last)
        return None

    def _taken(self, first: int, last: int) -> tuple[tuple[str, ...], Span]:
        return tuple(self.document.words[first:last]), self.document.span(first, last)

    def _create(
        self, words: tuple[str, ...], canonical: Span, split: RoleName, gender: Gender
    ) -> Entity:
        lexicon = self.lexicon
        head = words[0]
        named = not (
            lexicon.is_in("group_head", bare(head)) or lexicon.is_in("group_head", head)
        ) and not (split.name is None and split.role is not None)
        kind: SpeakerKind = "organisation"
        if not named:
            kind = (
                "person" if split.role is not None or bare(head) in ("مصدر", "مسوول") else "group"
            )
        elif bare(head) in _ARMED:
            kind = "armed_group"
        elif bare(head) in _MEDIA:
            kind = "media"
        elif head in _STATES or self.document.is_known(head):
            kind = "state"
        elif (
            split.role is not None
            or is_given_name(lexicon, head)
            or (
                not lexicon.is_in("org_head", head)
                and not head.startswith("ال")
                and len(words) <= 4
            )
        ):
            kind = "person"
        if kind == "group" and bare(head) in _ARMED:
            kind = "armed_group"
        speaker = Speaker(
            entity="e" + str(len(self.entities) + 1), ar=canonical.text, named=named, kind=kind
        )
        guessed = gender if gender != "?" else _guess_gender(head)
        if head in _FEMININE_PLURALS:
            guessed = "f"
        entity = Entity(speaker, words, guessed, canonical=canonical)
        self.entities.append(entity)
        return entity

    def _add_role(self, entity: Entity, split: RoleName) -> None:
        if split.role is None or split.name is None or entity.speaker.role_ar:
            return
        first, last = split.role
        while last > first and self.document.words[last - 1] in ("،", ","):
            last -= 1
        if last > first:
            entity.speaker.role_ar = self.document.span(first, last).text
            entity.role_words = tuple(self.document.words[first:last])


def _guess_gender(head: str) -> Gender:
    if head.endswith(("ون", "ين", "ان")):
        return "p"
    return "f" if head.endswith(("ه", "ات")) else "m"

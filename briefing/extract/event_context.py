"""What the rules of events share: the words, the tables, and the event in the making."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..arabic.dates import TimeExpression
from ..model import (
    ActionType,
    Casualties,
    EventTime,
    Figure,
    Modality,
    NamedSpan,
    Party,
    Place,
    Statement,
    TimeRelation,
)
from .content_index import ContentIndex
from .document import Document
from .event_words import GROUP, Triggers, load_triggers
from .lexicon import Lexicon
from .phrases import NounPhrase

#: A clause is cut after this many tokens. The press writes no such clauses; without a bound
#: every trigger in a text without punctuation would look through all of it.
LONGEST_CLAUSE = 250

TokenPlace = tuple[int, int, Place]


@dataclass(slots=True, eq=False)
class FoundEvent:
    """A trigger with what its clause says of it."""

    first: int
    last: int
    start: int
    action: ActionType
    form: str
    prefix: str
    clause: tuple[int, int]
    sentence: int
    definite: bool
    actor: list[Party] = field(default_factory=list)
    target: list[Party] = field(default_factory=list)
    places: list[tuple[int, Place]] = field(default_factory=list)
    time: EventTime | None = None
    weapon: NamedSpan | None = None
    weapon_count: int | None = None
    casualties: Casualties = field(default_factory=Casualties)
    modality: Modality = "asserted"
    cues: list[str] = field(default_factory=list)
    relation: TimeRelation = "current"
    statement: Statement | None = None
    headline: bool = False
    figures: list[Figure] = field(default_factory=list)

    @property
    def group(self) -> str:
        """The kind of act by which mentions are compared."""
        return GROUP.get(self.action, self.action)

    @property
    def place_ids(self) -> set[str]:
        """The ids of its places."""
        return {place.place for _, place in self.places}

    @property
    def voice(self) -> str | None:
        """Whose word the event rests on: a speaker's entity, None for the writer."""
        return self.statement.speakers[0].entity if self.statement else None


class EventContext:
    """One document with its places, statements, figures and times, each by where it stands."""

    def __init__(
        self, document: Document, lexicon: Lexicon, places: Sequence[TokenPlace],
        statements: Sequence[Statement], figures: Sequence[Figure],
        times: Sequence[TimeExpression],
    ) -> None:  # fmt: skip
        self.document, self.lexicon, self.words = document, lexicon, document.words
        self.triggers: Triggers = load_triggers(lexicon.files)
        self.contents = ContentIndex(statements)
        self._places = sorted(places, key=lambda found: found[0])
        self._place_firsts = [first for first, _, _ in self._places]
        self._place_tokens = {t for first, last, _ in places for t in range(first, last)}
        self._place_lasts = {last for _, last, _ in places}
        self._figures = sorted(figure.surface.start for figure in figures)
        self._times = sorted(times, key=lambda time: time.start)
        self._time_starts = [time.start for time in self._times]

    def is_in(self, category: str, word: str) -> bool:
        """True when the folded word is in a class of ``event_words_ar.tsv``."""
        return self.triggers.is_in(category, word)

    def is_place(self, token: int) -> bool:
        """True when the token belongs to the name of a place."""
        return token in self._place_tokens

    def ends_place(self, token: int) -> bool:
        """True when a place ends right before the token."""
        return token in self._place_lasts

    def places_in(self, first: int, last: int) -> list[TokenPlace]:
        """The places that begin at tokens ``first`` to ``last`` (last excluded), in order."""
        low = bisect_left(self._place_firsts, first)
        return self._places[low : bisect_left(self._place_firsts, last)]

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions within raw offsets, in order."""
        low, high = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        return [time for time in self._times[low:high] if time.end <= end]

    def has_figure(self, start: int, end: int) -> bool:
        """True when a figure begins within raw offsets."""
        at = bisect_left(self._figures, start)
        return at < len(self._figures) and self._figures[at] < end

    def offsets(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """Raw offsets of tokens ``first`` to ``last`` (last excluded)."""
        first, last = tokens
        return self.document.tokens[first].start, self.document.tokens[last - 1].end

    def party(self, phrase: NounPhrase, skip: int = 0) -> Party | None:
        """The actor or target that a noun phrase names, without ``skip`` letters of it."""
        if phrase.is_empty:
            return None
        inside = next(
            (k for k in range(phrase.first + 1, phrase.last)
             if self.words[k] in ("في", "ب") and k + 1 < phrase.last), None,
        )  # fmt: skip
        if inside is not None:  # «عناصر تنظيم الدولة في محافظتي …»: the place is no part of who
            phrase = NounPhrase(phrase.first, inside)
        span = self.document.span(phrase.first, phrase.last)
        if skip:
            span = self.document.raw_span(span.start + skip, span.end)
        return Party(ar=span.text, surface=span)

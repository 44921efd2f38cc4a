"""Which figures speak of the same thing: repeats, corroboration, disagreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..arabic.letters import fold
from ..model import Article, Event, Figure, Place
from .amounts import VAGUE, bounds, is_none_reported
from .event_groups import family
from .people import figure_speakers, outlet_key
from .places import place_key, unique
from .times import article_day, event_day


@dataclass(frozen=True, slots=True)
class FigureMention:
    """One figure as one article gives it."""

    article: Article
    figure: Figure

    @property
    def event(self) -> Event | None:
        """The event that the figure belongs to."""
        wanted = self.figure.event
        return next((e for e in self.article.events if wanted and e.id == wanted), None)

    @property
    def places(self) -> list[Place]:
        """The figure's own place, else those of its event."""
        if self.figure.place is not None:
            return [self.figure.place]
        return unique(self.event.places) if self.event else []

    @property
    def day(self) -> dt.date | None:
        """The day of its event, else that of the article."""
        event = self.event
        day = event_day(event.time, self.article.date) if event else None
        return day or article_day(self.article.date)

    @property
    def source(self) -> str:
        """Who gives it: the speakers, else the outlet."""
        speakers = figure_speakers(self.article, self.figure)
        if speakers:
            return "|".join(sorted(fold(speaker.ar) for speaker in speakers))
        return f"outlet {outlet_key(self.article)}"


@dataclass(slots=True)
class Claim:
    """One value and everybody who gives it."""

    mentions: list[FigureMention]

    @property
    def lead(self) -> FigureMention:
        """The fullest mention: with place, event, cause; from the body."""
        return max(self.mentions, key=_detail)


@dataclass(slots=True)
class FigureGroup:
    """One thing that was counted; more than one claim when sources disagree.

    ``parts`` are figures that are part of it ("including 3 children").
    """

    claims: list[Claim]
    parts: list[FigureMention] = field(default_factory=list)

    @property
    def lead(self) -> FigureMention:
        """The mention that words the group."""
        return self.claims[0].lead

    @property
    def mentions(self) -> list[FigureMention]:
        """All mentions, parts included."""
        return [*(m for claim in self.claims for m in claim.mentions), *self.parts]


def _detail(mention: FigureMention) -> int:
    figure = mention.figure
    score = 4 * (mention.event is not None) + 3 * (figure.place is not None)
    score += 2 * (figure.cause is not None) + (figure.period is not None)
    score += figure.qualifier != "exact"  # the weaker wording of equal numbers is the safer
    return score


def group_figures(articles: Sequence[Article]) -> list[FigureGroup]:
    """All figures of the articles in groups, in order of first mention.

    Equal amounts of the same kind and unit are one claim when their places, days and
    events do not contradict each other. Different amounts are two claims of one group only
    when kind, unit, place, day and event agree and the sources differ; else they are two
    groups. Nothing is ever added up, averaged or converted.
    """
    groups: list[FigureGroup] = []
    parts: list[FigureMention] = []
    for article in articles:
        for figure in sorted(article.figures, key=lambda f: f.surface.start):
            mention = FigureMention(article, figure)
            if figure.subset:
                parts.append(mention)
            else:
                _file(groups, mention)
    for mention in parts:
        whole = _whole(groups, mention)
        if whole is None:
            groups.append(FigureGroup([Claim([mention])]))
        elif not any(_equal_amount(mention.figure, p.figure) for p in whole.parts):
            whole.parts.append(mention)
    return groups


def _file(groups: list[FigureGroup], mention: FigureMention) -> None:
    for group in groups:
        for claim in group.claims:
            if all(_repeats(other, mention) for other in claim.mentions):
                claim.mentions.append(mention)
                return
    for group in groups:
        if all(_conflicts(other, mention) for claim in group.claims for other in claim.mentions):
            group.claims.append(Claim([mention]))
            return
    groups.append(FigureGroup([Claim([mention])]))


def _same_kind(a: FigureMention, b: FigureMention) -> bool:
    one, other = a.figure, b.figure
    return (
        (one.kind, one.unit, one.cumulative, one.time_relation)
        == (other.kind, other.unit, other.cumulative, other.time_relation)
        and is_none_reported(one) == is_none_reported(other)
        and (one.modality == "denied") == (other.modality == "denied")
        and one.subset == other.subset
        and not (a.day and b.day and a.day != b.day)
    )


def _equal_amount(one: Figure, other: Figure) -> bool:
    if bounds(one) != bounds(other):
        return False
    if bounds(one) is None:
        numbers = [f.number_text.text if f.number_text else "" for f in (one, other)]
        return one.qualifier == other.qualifier and (
            one.qualifier in VAGUE or numbers[0] == numbers[1]
        )
    weak = {"exact", "approximately", "range"}
    return one.qualifier == other.qualifier or {one.qualifier, other.qualifier} <= weak


def _repeats(a: FigureMention, b: FigureMention) -> bool:
    if not _same_kind(a, b) or not _equal_amount(a.figure, b.figure):
        return False
    if a.article.id == b.article.id and a.figure.event and b.figure.event:
        return a.figure.event == b.figure.event
    places = _place_keys(a), _place_keys(b)
    if all(places) and not places[0] & places[1]:
        return False
    if a.article.id == b.article.id:
        return True
    if a.source == b.source and not a.source.startswith("outlet "):
        return True  # the same speaker, reprinted
    # Two outlets without any place: only a count that stands out can be the same one.
    held = bounds(a.figure)
    return all(places) or (held is not None and held[1] >= 100)


def _conflicts(a: FigureMention, b: FigureMention) -> bool:
    if not _same_kind(a, b) or a.source == b.source or is_none_reported(a.figure):
        return False
    if bounds(a.figure) is None or bounds(b.figure) is None:
        return False
    if a.article.id == b.article.id and a.figure.event != b.figure.event:
        return False
    if a.event and b.event and family(a.event) != family(b.event):
        return False
    places = _place_keys(a), _place_keys(b)
    return bool(places[0]) and places[0] == places[1]


def _place_keys(mention: FigureMention) -> set[str]:
    return {place_key(place) for place in mention.places}


def _whole(groups: list[FigureGroup], part: FigureMention) -> FigureGroup | None:
    """The group that a subset belongs to: by id, else the figure right before it."""
    figure = part.figure
    before: FigureGroup | None = None
    at = -1
    for group in groups:
        for mention in group.mentions:
            other = mention.figure
            if mention.article.id != part.article.id or other.subset:
                continue
            if figure.subset_of is not None:
                if other.id == figure.subset_of:
                    return group
                continue
            same = other.provenance.sentence_id == figure.provenance.sentence_id
            if (
                same
                and other.kind == figure.kind
                and at < other.surface.start < figure.surface.start
            ):
                before, at = group, other.surface.start
    return before

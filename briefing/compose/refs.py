"""Where printed lines come from: references, source numbers, and what is already printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Article, Event, Figure, Ref, Statement


def event_ref(article: Article, event: Event) -> Ref:
    """The trigger of an event."""
    return Ref(
        article=article.id,
        fact=event.id,
        sentence=event.provenance.sentence_id,
        start=event.trigger.start,
        end=event.trigger.end,
    )


def figure_ref(article: Article, figure: Figure) -> Ref:
    """The words of a figure."""
    return Ref(
        article=article.id,
        fact=figure.id,
        sentence=figure.provenance.sentence_id,
        start=figure.surface.start,
        end=figure.surface.end,
    )


def statement_ref(article: Article, statement: Statement) -> Ref:
    """The content of a statement, or its cue when it has none."""
    spans = statement.content or statement.speaker_surface
    first = spans[0] if spans else None
    start = first.start if first else statement.provenance.sentence_start
    end = spans[-1].end if spans else statement.provenance.sentence_end
    return Ref(
        article=article.id,
        fact=statement.id,
        sentence=statement.provenance.sentence_id,
        start=start,
        end=end,
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each article in the list of sources."""

    by_article: dict[str, int]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Numbers:
        """Numbers from 1 in the order given."""
        return cls({article.id: number for number, article in enumerate(articles, 1)})

    def of_refs(self, refs: Iterable[Ref]) -> list[int]:
        """The source numbers of some references, ascending, each once."""
        return sorted({self.by_article[ref.article] for ref in refs})


def unique_refs(refs: Iterable[Ref]) -> list[Ref]:
    """References in order, each once."""
    seen: dict[tuple[str, str | None, int, int], Ref] = {}
    for ref in refs:
        seen.setdefault((ref.article, ref.fact, ref.start, ref.end), ref)
    return list(seen.values())

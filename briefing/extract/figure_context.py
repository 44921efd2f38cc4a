"""What the rules of figures share: the words, the tables, and how a figure is built."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import (
    Figure,
    FigureKind,
    FigureSource,
    Idmc,
    Modality,
    Qualifier,
    Span,
    Unit,
)
from .content_index import ContentIndex
from .document import Document
from .lexicon import Lexicon
from .units import Units, load_units

#: Crosswalk to the terms of the Internal Displacement Monitoring Centre.
_IDMC_TERM = {
    "displaced": "DISPLACED", "evacuated": "EVACUATED", "returned": "RETURNS",
    "homes_destroyed": "DESTROYED_HOUSING",
}  # fmt: skip
_IDMC_CATEGORY = {
    "displaced": "NEW_DISPLACEMENT", "evacuated": "NEW_DISPLACEMENT", "returned": "RETURN",
    "killed": "DEATHS", "refugees": "CROSS_BORDER_FLIGHT",
}  # fmt: skip
_IDMC_QUANTIFIER = {
    "exact": "EXACT", "approximately": "APPROXIMATELY", "more_than": "MORE_THAN",
    "at_least": "MORE_THAN", "less_than": "LESS_THAN", "up_to": "LESS_THAN",
}  # fmt: skip
_PROCLITICS = frozenset("وبلف")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and its tokens ``first`` to ``last`` (last excluded)."""

    first: int
    last: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted: a value with its bounds, or none."""

    value: int | None
    low: int | None = None
    high: int | None = None
    qualifier: Qualifier = "exact"
    text: Span | None = None
    qualifier_text: Span | None = None


@dataclass(frozen=True, slots=True)
class FigureContext:
    """One document with the tables that the rules read."""

    document: Document
    lexicon: Lexicon
    contents: ContentIndex

    @property
    def units(self) -> Units:
        """The tables of counted nouns, with the user's files."""
        return load_units(self.lexicon.files)

    @property
    def words(self) -> list[str]:
        """The folded tokens of the document."""
        return self.document.words

    def is_in(self, category: str, word: str) -> bool:
        """True when the folded word is in a class of ``grammar_ar.tsv``."""
        return self.lexicon.is_in(category, word)

    def build(
        self, span: Span, kind: FigureKind, unit: Unit, token: int, count: Count, rule: str,
        unit_span: Span | None = None,
    ) -> Figure:  # fmt: skip
        """A figure with its source and place in the text; its id is given later."""
        source, modality = self._source(span)
        return Figure(
            id="FG00",
            surface=span,
            number_text=count.text,
            value=count.value,
            low=count.low,
            high=count.high,
            qualifier=count.qualifier,
            qualifier_ar=count.qualifier_text,
            unit=unit,
            unit_ar=unit_span,
            kind=kind,
            source=source,
            modality=modality,
            idmc=Idmc(
                term=_IDMC_TERM.get(kind),
                unit="HOUSEHOLD" if unit == "families" else "PERSON",
                quantifier=_IDMC_QUANTIFIER.get(count.qualifier),
                category=_IDMC_CATEGORY.get(kind),
            ),
            provenance=self.document.provenance(token),
            confidence=0.95 if rule == "number" else 0.8,
            rule=rule,
        )

    def has_proclitic(self, token: int) -> bool:
        """True when the token begins with a letter that a casualty word may carry before it."""
        return self.document.tokens[token].raw[:1] in _PROCLITICS

    def _source(self, span: Span) -> tuple[FigureSource, Modality]:
        """Whose figure it is; a mark right after the content still belongs to it."""
        statement = self.contents.holding(span.start, span.end - 1)
        if statement is None:
            return FigureSource(), "asserted"
        speaker = statement.speakers[0]
        source = FigureSource(entity=speaker.entity, ar=speaker.ar, statement=statement.id)
        return source, "alleged"

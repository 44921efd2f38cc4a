"""Filling the English of a fact's names and phrases, from the Arabic, through a NameWorder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model import Article, Event, Figure, NamedSpan, Party, Place, Speaker, Statement
from ..read.agencies import is_everyday
from .formats import Format, has_arabic
from .phrases import area_english, medium_english, phrase_english
from .protocols import NameWorder
from .tables import outlet


def english_facts(articles: Iterable[Article], names: NameWorder) -> list[Article]:
    """Copies of ``articles`` with every ``en`` field filled where a wording is known.

    An ``en`` that is already there is kept, so that a person's edit wins. What nobody
    knows stays None. The articles given are not changed.
    """
    return [_article(article, names) for article in articles]


def _article(source: Article, names: NameWorder) -> Article:
    article = source.model_copy(deep=True)
    country = _country(article)
    if article.dateline is not None:
        line = article.dateline
        if line.place is not None and line.place_en is None:
            place = line.place.text
            line.place_en = names.place(place) or names.place(place.split("،")[0].strip())
        if line.agency is not None and line.agency_en is None:
            line.agency_en = outlet_english(line.agency.text, names)
    for statement in article.statements:
        _statement(statement, names, country)
    for event in article.events:
        _event(event, names)
    speakers = {s.entity: s for st in article.statements for s in st.speakers}
    for figure in article.figures:
        _figure(figure, names, speakers)
    return article


def _country(article: Article) -> str | None:
    """The country of most places of the article: spelling tradition of unknown names."""
    counts = Counter(
        place.country for event in article.events for place in event.places if place.country
    )
    return counts.most_common(1)[0][0] if counts else None


def outlet_english(ar: str, names: NameWorder) -> str | None:
    """The English name of an outlet: our list, the names, or itself when it is Latin."""
    known = outlet(ar)
    if known is not None:
        return known.en
    return names.organisation(ar) or (None if has_arabic(ar) else ar)


def _statement(statement: Statement, names: NameWorder, country: str | None) -> None:
    for speaker in statement.speakers:
        _speaker(speaker, names, country)
    if statement.medium is not None and statement.medium.en is None:
        statement.medium.en = medium_english(statement.medium.ar, names)
    for named in (statement.addressee, statement.relayed_by):
        _body(named, names)


def _body(named: NamedSpan | None, names: NameWorder) -> None:
    if named is not None and named.en is None:
        known = None if is_everyday(named.ar) else outlet(named.ar)
        named.en = names.organisation(named.ar) or (known.en if known else None)
        named.en = named.en or phrase_english(named.ar, names)


def _speaker(speaker: Speaker, names: NameWorder, country: str | None) -> None:
    if speaker.organisation_ar and speaker.organisation_en is None:
        speaker.organisation_en = names.organisation(speaker.organisation_ar)
    if speaker.role_ar and speaker.role_en is None:
        speaker.role_en = names.role(speaker.role_ar)
    if speaker.en is not None:
        return
    if speaker.kind == "person" and speaker.named:
        # A role that names a state («وزير الدفاع التركي») may be of another country than the
        # places of the article, so only people without one are romanised by its tradition.
        # A name without a role may be a body that the article never introduces («قسد»).
        body = None if speaker.role_ar else names.organisation(speaker.ar)
        speaker.en = body or names.person(speaker.ar, None if speaker.role_ar else country)
    elif speaker.kind == "person" and speaker.role_en and speaker.organisation_en:
        speaker.en = f"{speaker.role_en} of {Format('en').the(speaker.organisation_en)}"
    else:
        speaker.en = _group(speaker.ar, names)


def _group(ar: str, names: NameWorder) -> str | None:
    known = None if is_everyday(ar) else outlet(ar)
    return (
        names.organisation(ar)
        or names.party(ar)
        or (known.en if known else None)
        or names.role(ar)
        or names.place(ar)
        or phrase_english(ar, names)
    )


def _event(event: Event, names: NameWorder) -> None:
    for party in (*event.actor, *event.target):
        _party(party, names)
    for place in event.places:
        _place(place, names)
    if event.weapon is not None and event.weapon.en is None:
        event.weapon.en = phrase_english(event.weapon.ar, names)


def _party(party: Party, names: NameWorder) -> None:
    if party.en is None:
        party.en = (
            names.party(party.ar)
            or names.organisation(party.ar)
            or names.place(party.ar)
            or phrase_english(party.ar, names)
        )


def _place(place: Place, names: NameWorder) -> None:
    if place.en is None:
        place.en = names.place(place.ar) or area_english(place.ar, names)


def _figure(figure: Figure, names: NameWorder, speakers: dict[str, Speaker]) -> None:
    if figure.place is not None:
        _place(figure.place, names)
    source = figure.source
    if source is None or source.en is not None or source.entity is None:
        return
    known = speakers.get(source.entity)
    if known is not None:
        source.ar = source.ar or known.ar
        source.en = known.en
    elif source.ar:
        source.en = _group(source.ar, names)

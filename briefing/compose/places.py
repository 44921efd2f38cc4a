"""Where: the places of an event in a line, and the area that it is filed under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..arabic.letters import fold
from ..model import Event, LocalText, Place, Span
from .formats import Format, Words, country_name, has_arabic
from .phrases import area_english
from .protocols import NameWorder
from .tables import within_arabic, within_english

#: Kinds of places that hold others; named after the places that lie in them.
_WIDE = frozenset({"country", "region", "governorate", "province", "state"})
_GOVERNORATE = frozenset({"governorate", "province", "state", "adm1"})
_COUNTRY = frozenset({"country"})
_SUFFIX = (" governorate", " province", " state", " region")
_PREFIX = ("محافظة ", "ولاية ", "إقليم ")


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area: ``key`` for grouping, "" when the article does not state one."""

    key: str
    name: LocalText


def unique(places: Iterable[Place]) -> list[Place]:
    """The places, each once, in order."""
    seen: dict[str, Place] = {}
    for place in places:
        seen.setdefault(place_key(place), place)
    return list(seen.values())


def place_key(place: Place) -> str:
    """What makes two mentions one place."""
    return fold(place.ar)


def split_containers(places: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """Places and those among them that contain another («قسطون», «سهل الغاب»)."""
    places = unique(places)
    containers = [p for p in places if any(_holds(p, other) for other in places if other is not p)]
    specific = [p for p in places if p not in containers]
    if not specific:
        return places, []
    return specific, containers


def _holds(outer: Place, inner: Place) -> bool:
    within = fold(inner.within or "")
    for name in (outer.ar, outer.en):
        if name and fold(name) in within:
            return True
    region = outer.kind in ("region", "country") and inner.kind not in ("region", "country")
    return region and inner.kind not in _GOVERNORATE


def event_places(event: Event) -> list[Place]:
    """The places that an event is about.

    A threat is about what it threatens: places that it names only in its rhetoric are left
    out when one of the places is the target itself.
    """
    if event.action_type != "threat" and event.modality != "threatened":
        return event.places
    targets = [party.surface for party in event.target if party.surface]
    meant = [
        place
        for place in event.places
        if any(t.start <= place.surface.start and place.surface.end <= t.end for t in targets)
    ]
    return meant or event.places


def place_name(f: Format, place: Place, *, article: bool = True) -> str:
    """One place in a line; without ``article`` in a cell or a heading."""
    name = f.name(place.ar, place.en)
    return f.the(name) if article else name


def qualifier_text(f: Format, qualifier: Span | None, names: NameWorder) -> str:
    """«غربي وجنوبي إدلب», "western and southern Idlib"; "" when there is none."""
    if qualifier is None:
        return ""
    return f.name(qualifier.text, area_english(qualifier.text, names))


def places_text(
    f: Format,
    places: Sequence[Place],
    qualifier: Span | None,
    names: NameWorder,
    *,
    article: bool = True,
) -> str:
    """The places as a list, what contains them in brackets; "" when there is none."""
    specific, containers = split_containers(places)
    text = f.join(place_name(f, place, article=article) for place in specific)
    around = qualifier_text(f, qualifier, names)
    if not around:
        around = f.commas(f.name(place.ar, place.en) for place in containers)
    if text and around:
        return f"{text} ({around})"
    return text or around


def area_of(words: Words, places: Sequence[Place]) -> AreaName:
    """The area that a list of places is filed under.

    The governorate when all lie in one; the place itself when it lies in none; "several
    areas" for more than one governorate; a country only when nothing else is known.
    """
    found: dict[str, AreaName] = {}
    for place in unique(places):
        area = _governorate(words, place)
        if area is not None:
            found.setdefault(area.key, area)
    if len(found) == 1:
        return next(iter(found.values()))
    if len(found) > 1:
        return AreaName("several", words.both(lambda f: f.t("Several areas")))
    specific, containers = split_containers(places)
    if not specific:
        return AreaName("", words.both(lambda f: f.t("Area not stated")))
    narrow = [p for p in specific if p.kind not in _COUNTRY] or specific
    chosen = narrow[0]
    if chosen.kind not in _COUNTRY and containers and containers[0].kind in _GOVERNORATE:
        chosen = containers[0]
    return AreaName(
        fold(chosen.ar),
        words.both(lambda f: f.sentence(f.name(chosen.ar, chosen.en))),
    )


def _governorate(words: Words, place: Place) -> AreaName | None:
    """The governorate of a place, from its kind or from what contains it."""
    if place.kind in _GOVERNORATE:
        english = place.en or ""
        if english and not english.lower().endswith(_SUFFIX):
            english += " governorate"
        bare = place.ar.removeprefix(_PREFIX[0])
        return AreaName(
            _area_key(place.en or place.ar),
            LocalText(en=english or words.en.arabic(place.ar), ar=_PREFIX[0] + bare),
        )
    if not place.within:
        return None
    last = place.within.replace("،", ",").split(",")[-1].strip()
    if not last or country_name(last):
        return None
    return AreaName(_area_key(last), _within(words, last))


def _area_key(name: str) -> str:
    folded = fold(name)
    for end in _SUFFIX:
        folded = folded.removesuffix(end)
    for start in _PREFIX:
        folded = folded.removeprefix(fold(start))
    return folded.strip()


def _within(words: Words, name: str) -> LocalText:
    """The name of a containing area, given in either language, in both."""
    if has_arabic(name):
        return LocalText(en=within_english(name) or words.en.arabic(name), ar=name)
    return LocalText(en=name, ar=within_arabic(name) or words.ar.name(name, name))


def same_places(one: Event, other: Event) -> bool:
    """True when two events name the same places."""
    return {place_key(p) for p in one.places} == {place_key(p) for p in other.places}


def coordinates(places: Sequence[Place]) -> Place | None:
    """The first of the narrowest places that has coordinates; never an average."""
    specific, containers = split_containers(places)
    for place in (*specific, *containers):
        if place.lat is not None and place.lon is not None:
            return place
    return None

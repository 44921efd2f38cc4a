"""The section "escalation by area": areas, and the rows of their tables of events."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ..arabic.letters import fold
from ..model import Area, EventRow, LocalText
from .event_groups import EventGroup
from .event_words import (
    Scene,
    action,
    group_casualties,
    status,
    what,
    when,
)
from .formats import DASH, Format
from .people import parties_text
from .places import AreaName, area_of, coordinates, event_places, places_text
from .refs import Numbers, event_ref, unique_refs
from .tables import generic_words


def weight(group: EventGroup) -> float:
    """The rank of an event, about 0 to 130: type, dead and wounded, certainty, tense, sources."""
    event = group.lead.event
    score = float(action(event).weight)
    killed = max((m.event.casualties.killed or 0 for m in group.mentions), default=0)
    wounded = max((m.event.casualties.wounded or 0 for m in group.mentions), default=0)
    if killed:
        score += 15 + 10 * math.log10(killed)
    if wounded:
        score += 5 + 5 * math.log10(wounded)
    score += min(8, 2 * len(event.places)) + 4 * (len(group.mentions) > 1)
    if event.modality in ("alleged", "feared"):
        score -= 15
    if event.time_relation == "historical":
        score -= 60
    return score


def areas(groups: Sequence[EventGroup], scene: Scene, numbers: Numbers) -> list[Area]:
    """Events by area: the heaviest area first, "area not stated" last; in an area current
    events by weight, background last."""
    filed: dict[str, tuple[AreaName, list[EventGroup]]] = {}
    for group in groups:
        area = _area(group, scene)
        filed.setdefault(area.key, (area, []))[1].append(group)
    order = sorted(
        filed.values(),
        key=lambda entry: (entry[0].key == "", -max(weight(group) for group in entry[1])),
    )
    out, number = [], 0
    for area, members in order:
        rows = []
        for group in sorted(members, key=_row_order):
            number += 1
            rows.append(_row(f"e{number}", area, group, scene, numbers))
        out.append(Area(name=area.name, rows=rows))
    return out


def _row_order(group: EventGroup) -> tuple[bool, float]:
    return group.lead.event.time_relation == "historical", -weight(group)


def _area(group: EventGroup, scene: Scene) -> AreaName:
    area = area_of(scene.words, event_places(group.lead.event))
    if area.key:
        return area
    for other in group.answers:
        answered = area_of(scene.words, event_places(other.lead.event))
        if answered.key:
            return answered
    return area


def _row(
    identifier: str, area: AreaName, group: EventGroup, scene: Scene, numbers: Numbers
) -> EventRow:
    event = group.lead.event
    refs = unique_refs(event_ref(m.article, m.event) for m in group.all_mentions)
    point = coordinates(event_places(event))
    return EventRow(
        id=identifier,
        area=area.name,
        places=_cell(scene, lambda f: _places(f, group, scene)),
        what=_cell(scene, lambda f: f.sentence(_what(f, group, scene))),
        actor=_cell(scene, lambda f: f.sentence(_actor(f, group))),
        when=_cell(scene, lambda f: f.sentence(_when(f, group, scene))),
        casualties=_cell(scene, lambda f: f.sentence(group_casualties(f, group, scene))),
        status=_cell(scene, lambda f: f.sentence(status(f, group, scene))),
        action_type=event.action_type,
        modality=event.modality,
        time_relation=event.time_relation,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        precision=point.precision if point else "unknown",
        refs=refs,
        sources=numbers.of_refs(refs),
    )


def _cell(scene: Scene, worded: Callable[[Format], str]) -> LocalText:
    """A cell in both languages; a dash where nothing is known."""
    both = scene.words.both(worded)
    return LocalText(en=both.en or DASH.en, ar=both.ar or DASH.ar)


def _places(f: Format, group: EventGroup, scene: Scene) -> str:
    for event in (group.lead.event, *(other.lead.event for other in group.answers)):
        text = places_text(f, event_places(event), event.area_qualifier, scene.names, article=False)
        if text:
            return f.sentence(text)
    return ""


def _what(f: Format, group: EventGroup, scene: Scene) -> str:
    """The type, with the types of what it denies, and the target where it is not a place."""
    event = group.lead.event
    nouns = [what(f, event, scene, cell=True)]
    nouns += [what(f, other.lead.event, scene, cell=True) for other in group.answers]
    text = f.semicolons(dict.fromkeys(nouns))
    target = parties_text(f, [p for p in event.target if not _is_place(group, p.ar)])
    if not target:
        return text
    if event.action_type == "weapons_supply":
        return f.t(action(event).pattern, what=text, where=target)
    if event.action_type == "ground_attack_repelled":
        return f.t("%(what)s – against: %(target)s", what=text, target=target)
    return f.t("%(what)s – target: %(target)s", what=text, target=target)


def _is_place(group: EventGroup, ar: str) -> bool:
    """True when a target says no more than the places do."""
    return fold(ar) in generic_words() or any(place.ar in ar for place in group.lead.event.places)


def _actor(f: Format, group: EventGroup) -> str:
    text = parties_text(f, group.lead.event.actor)
    for other in (*group.mentions, *(m for answer in group.answers for m in answer.mentions)):
        text = text or parties_text(f, other.event.actor)
    return text.removeprefix("the ") if f.lang == "en" else text


def _when(f: Format, group: EventGroup, scene: Scene) -> str:
    for mention in (group.lead, *group.mentions):
        text = when(f, mention, scene)
        if text:
            return text
    return ""

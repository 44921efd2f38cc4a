"""An event in words: what, where, by whom, when, with which casualties, and how sure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..arabic.letters import fold
from ..model import Article, Casualties, Event, Modality, Party
from .event_groups import EventGroup, Mention, family
from .formats import Format, Words
from .people import attributors, outlet_key, outlet_short, parties_text, speakers_text
from .places import event_places, places_text
from .protocols import NameWorder
from .tables import ActionWording, actions, details, generic_words
from .times import event_time, in_sentence

#: Types whose target is the object of the noun: "assassination of …".
_OBJECT = frozenset({"targeted_killing", "abduction_arrest"})
#: Types that are told by their target first: a threat, a supply.
_TARGET_FIRST = frozenset({"threat", "weapons_supply"})
#: Types struck at something: "air strikes on <target> in <place>".
_AIMED = frozenset(
    {"shelling", "air_strike", "drone_strike", "missile_strike", "ground_attack",
     "attack_unspecified"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What the wording of every line needs."""

    words: Words
    names: NameWorder
    today: dt.date | None


def action(event: Event) -> ActionWording:
    """How the event's type is worded."""
    return actions()[event.action_type]


def what(f: Format, event: Event, scene: Scene, *, cell: bool = False) -> str:
    """What happened, as a noun phrase without place: "artillery shelling".

    With ``cell`` the table's fuller form, which says when the means are not stated.
    """
    weapon = event.weapon
    if weapon is not None and fold(weapon.ar) in generic_words():
        weapon = None
    haystack = fold(f"{event.trigger.text} {weapon.ar if weapon else ''}")
    noun = next(
        (noun for stem, noun in details().get(event.action_type, []) if stem in haystack),
        None,
    )
    text = f.t(noun or action(event).noun)
    shown = f.name(weapon.ar, weapon.en) if weapon else ""
    if event.action_type == "attack_unspecified":
        if shown:
            text = f.t("%(what)s with %(weapon)s", what=text, weapon=shown)
        elif cell:
            text = f.t("%(what)s, means not stated", what=text)
    elif shown and family(event) in ("troops", "weapons"):
        text = f"{text} ({shown})"
    return text


def _targets(f: Format, event: Event) -> list[Party]:
    """Targets that add something to the places and can be worded."""
    spans = [(place.surface.start, place.surface.end) for place in event.places]
    out = []
    for party in event.target:
        if fold(party.ar) in generic_words():
            continue
        surface = party.surface
        if surface and any(s < surface.end and surface.start < e for s, e in spans):
            continue  # «مناطق في قسطون» says no more than the place
        if f.lang == "en" and not party.en and event.places:
            continue
        out.append(party)
    return out


def where(f: Format, event: Event, scene: Scene) -> str:
    """What the event struck or where it was; "" when neither is known."""
    places = places_text(f, event_places(event), event.area_qualifier, scene.names)
    if event.action_type in _TARGET_FIRST and event.target:
        return parties_text(f, event.target)
    if event.action_type in _AIMED:
        targets = parties_text(f, _targets(f, event))
        if targets and places:
            return f.t("%(target)s in %(where)s", target=targets, where=places)
        return places or targets
    return places


def scene_text(f: Format, event: Event, scene: Scene, *, actor: bool = True) -> str:
    """What, where and by whom: "air strikes on Maarzita by the Syrian air force"."""
    text = what(f, event, scene)
    named = [party for party in event.target if fold(party.ar) not in generic_words()]
    objects = parties_text(f, named)
    between = False
    if objects and event.action_type in _OBJECT:
        text = f.t("%(what)s of %(object)s", what=text, object=objects)
    elif objects and event.action_type == "weapons_use":
        text = f.t("%(what)s against %(object)s", what=text, object=objects)
    elif event.action_type == "clash" and len(event.actor) + len(named) > 1:
        between = True
        text = f.t(
            "%(what)s between %(actors)s",
            what=text,
            actors=parties_text(f, [*event.actor, *named]),
        )
    place = where(f, event, scene)
    if place:
        text = f.t(action(event).pattern, what=text, where=place)
    if actor and event.actor and not between:
        text = f.t("%(what)s by %(actor)s", what=text, actor=parties_text(f, event.actor))
    return text


def when(f: Format, mention: Mention, scene: Scene) -> str:
    """The time of an event, "" when it is not stated."""
    return event_time(f, mention.event.time, mention.article.date, scene.today)


def when_in_sentence(f: Format, mention: Mention, scene: Scene) -> str:
    """The time of an event as it stands in a sentence: "on Friday morning"."""
    return in_sentence(f, when(f, mention, scene))


def died_of_wounds(text: str) -> bool:
    """True when a casualty phrase says «متأثراً بجراحه»."""
    folded = fold(text)
    return "متاثر" in folded and "جراح" in folded


def casualties_text(f: Format, casualties: Casualties, *, sentence: bool = False) -> str:
    """ "1 killed, 3 wounded", "none reported"; "" when the article does not mention any.

    ``sentence`` gives the form that stands at the end of a sentence.
    """
    if casualties.status == "none_reported":
        return f.t("no casualties reported") if sentence else f.t("none reported")
    if casualties.status == "unquantified":
        return f.t("casualties, number not stated")
    parts = []
    if casualties.killed is not None:
        text = f.plural("%(n)s killed", "%(n)s killed", casualties.killed)
        if casualties.surface and died_of_wounds(casualties.surface.text):
            text += f" ({f.t('died of wounds')})"
        parts.append(text)
    if casualties.wounded is not None:
        parts.append(f.plural("%(n)s wounded", "%(n)s wounded", casualties.wounded))
    return f.commas(parts)


def group_casualties(f: Format, group: EventGroup, scene: Scene, *, sentence: bool = False) -> str:
    """The casualties of a group; sources that differ stay side by side, each named."""
    told: dict[str, list[Article]] = {}
    for mention in group.mentions:
        text = casualties_text(f, mention.event.casualties, sentence=sentence)
        if text:
            told.setdefault(text, []).append(mention.article)
    if len(told) <= 1:
        return next(iter(told), "")
    lines = []
    for text, articles in told.items():
        unique = list({outlet_key(a): a for a in articles}.values())
        names = f.join(outlet_short(scene.words, a).get(f.lang) for a in unique)
        lines.append(f"{text} ({names})")
    return f.semicolons(lines)


def status(f: Format, group: EventGroup, scene: Scene) -> str:
    """How sure: "reported", "denied by …; alleged by …", "background, reported"."""
    lines = _statuses(f, group.mentions, scene)
    lines += _statuses(f, [m for other in group.answers for m in other.mentions], scene)
    text = f.semicolons(dict.fromkeys(lines))
    if group.lead.event.time_relation == "historical":
        return f.t("background, %(status)s", status=text)
    return text


def _statuses(f: Format, mentions: list[Mention], scene: Scene) -> list[str]:
    """One line for each modality, with everybody who stands for it."""
    body = [m for m in mentions if not m.event.in_headline] or mentions
    out: list[str] = []
    for modality in dict.fromkeys(m.event.modality for m in body):
        same = [m for m in body if m.event.modality == modality]
        if modality == "asserted":
            out.append(_reported(f, same, scene))
            continue
        speakers = [s for m in same for s in attributors(m.article, m.event)]
        who = speakers_text(f, speakers, role=False) if speakers else ""
        if not who and modality == "claimed":
            who = parties_text(f, [party for m in same for party in m.event.actor])
        out.append(_uncertain(f, modality, who))
    return out


def _reported(f: Format, mentions: list[Mention], scene: Scene) -> str:
    outlets = {outlet_key(m.article): outlet_short(scene.words, m.article) for m in mentions}
    if len(outlets) > 1:
        return f.t("reported by %(who)s", who=f.join(o.get(f.lang) for o in outlets.values()))
    return f.t("reported")


def _uncertain(f: Format, modality: Modality, who: str) -> str:
    if modality == "alleged":
        return f.t("alleged by %(who)s", who=who) if who else f.t("alleged")
    if modality == "claimed":
        return f.t("claimed by %(who)s", who=who) if who else f.t("claimed")
    if modality == "denied":
        return f.t("denied by %(who)s", who=who) if who else f.t("denied")
    return f.t("threatened") if modality == "threatened" else f.t("feared")


def attributed_to(f: Format, mention: Mention, *, role: bool = False) -> str:
    """The speakers whom an event is attributed to, "" when it has none."""
    speakers = attributors(mention.article, mention.event)
    return speakers_text(f, speakers, role=role) if speakers else ""

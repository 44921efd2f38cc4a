"""Which mentions are one event, and which report a denial answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..arabic.letters import fold
from ..model import Article, Event, Modality, Party
from .formats import Words
from .people import attributors
from .places import area_of, event_places, place_key, same_places
from .tables import actions, common_name_words
from .times import article_day, event_day, parse_iso, read

_UNCERTAIN: frozenset[Modality] = frozenset({"threatened", "feared"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one article tells it."""

    article: Article
    event: Event

    @property
    def key(self) -> tuple[str, str]:
        """(article id, event id), unique in the briefing."""
        return self.article.id, self.event.id


@dataclass(slots=True)
class EventGroup:
    """Mentions of one event. ``answers`` are reports of the act that this group denies."""

    mentions: list[Mention]
    answers: list[EventGroup] = field(default_factory=list)

    @property
    def lead(self) -> Mention:
        """The fullest mention, the first of them."""
        return max(self.mentions, key=lambda m: _detail(m.event))

    @property
    def all_mentions(self) -> list[Mention]:
        """The mentions of the group and of what it answers."""
        return [*self.mentions, *(m for other in self.answers for m in other.mentions)]


def _detail(event: Event) -> int:
    score = 2 * len(event.places) + len(event.actor) + len(event.target)
    score += 3 * (event.casualties.status != "not_mentioned") + (event.time is not None)
    return score - 50 * event.in_headline


def family(event: Event) -> str:
    """Types of the same family can be two views of one act."""
    return actions()[event.action_type].family


def group_events(articles: Sequence[Article], words: Words) -> list[EventGroup]:
    """All events, mentions of one event together, denials joined to what they deny.

    Two mentions are one event when type, places and tense are the same and nothing they
    both state differs. A headline's event joins the event of the body that it announces.
    Order is that of the articles and their text.
    """
    groups: list[EventGroup] = []
    for article in articles:
        for event in sorted(article.events, key=lambda e: (e.in_headline, e.trigger.start)):
            mention = Mention(article, event)
            home = next((g for g in groups if _same(g, mention)), None)
            if home is None and event.in_headline:
                home = next((g for g in groups if _announced(g, mention)), None)
            if home is None:
                groups.append(EventGroup([mention]))
            else:
                home.mentions.append(mention)
    return _answer(groups, words)


def _same(group: EventGroup, mention: Mention) -> bool:
    return all(
        _same_event(other, mention) for other in group.mentions if not other.event.in_headline
    )


def _same_event(one: Mention, other: Mention) -> bool:
    a, b = one.event, other.event
    if a.action_type != b.action_type or a.time_relation != b.time_relation:
        return False
    if _stance(a.modality) != _stance(b.modality):
        return False
    if not a.places or not same_places(a, b):
        return False
    if not _compatible(_names(a.actor), _names(b.actor)) or not _same_when(one, other):
        return False
    same_article = one.article.id == other.article.id
    if same_article and not _compatible(_names(a.target), _names(b.target)):
        return False
    return not (same_article and _casualties_differ(a, b))


def _stance(modality: Modality) -> str:
    if modality == "denied":
        return "denied"
    return modality if modality in _UNCERTAIN else "reported"


def _names(parties: Iterable[Party]) -> set[str]:
    return {fold(party.en or party.ar) for party in parties}


def _compatible(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _casualties_differ(a: Event, b: Event) -> bool:
    if "stated" not in (a.casualties.status, b.casualties.status):
        return False
    if "not_mentioned" in (a.casualties.status, b.casualties.status):
        return False
    return (a.casualties.killed, a.casualties.wounded) != (
        b.casualties.killed,
        b.casualties.wounded,
    )


def _same_when(one: Mention, other: Mention) -> bool:
    """True when days and parts of the day do not contradict each other."""
    days = [
        event_day(m.event.time, m.article.date) or article_day(m.article.date) for m in (one, other)
    ]
    if None not in days and days[0] != days[1]:
        return False
    parts = [_part(m.event) for m in (one, other)]
    return None in parts or parts[0] == parts[1]


def _part(event: Event) -> str | None:
    if event.time is None:
        return None
    moment = parse_iso(event.time.normalised)
    if moment and moment.part:
        return moment.part
    reading = read(event.time.text)
    if reading is None:
        return None
    if reading.anchor:
        return "night"
    return reading.part[0] if reading.part else None


def _announced(group: EventGroup, headline: Mention) -> bool:
    """True when ``headline`` names in short an event of the body of the same article."""
    own = [m for m in group.mentions if m.article.id == headline.article.id]
    return any(
        family(m.event) == family(headline.event)
        and _within(m.event, headline.event)
        and _compatible(_names(m.event.actor), _names(headline.event.actor))
        for m in own
    )


def _within(body: Event, headline: Event) -> bool:
    """True when the places of the headline are those of the body, or hold them, or unknown."""
    if not body.places or not headline.places:
        return True
    held = fold(" ".join(f"{p.ar} {p.en or ''} {p.within or ''}" for p in body.places))
    return any(
        place_key(place) in held or (place.en is not None and fold(place.en) in held)
        for place in headline.places
    )


# --- denials -----------------------------------------------------------------------------


def _answer(groups: list[EventGroup], words: Words) -> list[EventGroup]:
    """The groups, each report that a denial answers moved under the denial."""
    taken: set[int] = set()
    for denial in groups:
        if denial.lead.event.modality != "denied" or id(denial) in taken:
            continue
        for other in groups:
            if id(other) in taken or other is denial:
                continue
            if _same_denial(denial, other, words):
                denial.mentions.extend(other.mentions)
                taken.add(id(other))
        for other in groups:
            if id(other) not in taken and other is not denial and _denies(denial, other, words):
                denial.answers.append(other)
                taken.add(id(other))
    return [group for group in groups if id(group) not in taken]


def _same_denial(one: EventGroup, other: EventGroup, words: Words) -> bool:
    """True for two denials of one family by one speaker in one article, of one area."""
    a, b = one.lead, other.lead
    if a.article.id != b.article.id or family(a.event) != family(b.event):
        return False
    if b.event.modality != "denied":
        return False
    speakers = [{s.entity for s in attributors(m.article, m.event)} for m in (a, b)]
    areas = [area_of(words, event_places(m.event)).key for m in (a, b)]
    return bool(speakers[0] & speakers[1]) and (not all(areas) or areas[0] == areas[1])


def _denies(denial: EventGroup, other: EventGroup, words: Words) -> bool:
    a, b = denial.lead.event, other.lead.event
    if b.modality == "denied" or b.modality in _UNCERTAIN or family(a) != family(b):
        return False
    if a.time_relation == "historical" or b.time_relation == "historical":
        return False
    sides, other_sides = _sides(denial.lead), _sides(other.lead)
    if sides and other_sides and not sides & other_sides:
        return False
    area, other_area = (area_of(words, event_places(event)).key for event in (a, b))
    if area and other_area and area != other_area:
        return False
    return bool(sides & other_sides) or bool(area and area == other_area)


def _sides(mention: Mention) -> set[str]:
    """Whose act it is: names, entities, sides and telling words of the actors.

    Who denies an act whose actor is not named is taken to be the one accused of it.
    """
    event = mention.event
    named = [(party.ar, party.en, party.entity, party.side) for party in event.actor]
    if not named and event.modality == "denied":
        speakers = attributors(mention.article, event)
        named = [(speaker.ar, speaker.en, speaker.entity, None) for speaker in speakers]
    out: set[str] = set()
    for ar, en, entity, side in named:
        out.add(fold(en or ar))
        out |= {f"entity {entity}"} if entity else set()
        out |= {f"side {side}"} if side else set()
        out |= {f"word {stem}" for stem in _telling(ar)}
    return out


def _telling(ar: str) -> set[str]:
    """Stems of the words that tell whose a body is («القوات الروسية» → «روسي»)."""
    stems = set()
    for word in fold(ar).split():
        bare = word.removeprefix("ال")
        for ending in ("يين", "يون", "يه", "ي"):
            if bare.endswith(ending) and len(bare) - len(ending) >= 3:
                bare = bare[: -len(ending)] + "ي"
                break
        if len(bare) >= 3 and word not in common_name_words() and bare not in common_name_words():
            stems.add(bare)
    return stems

"""Mentions of one act become one event: within a clause, and across the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..arabic.letters import fold
from ..model import Casualties, Figure, Place
from .event_context import EventContext, FoundEvent
from .phrases import bare

#: Acts of a kind that a later mention may take up: the last ones. More is no article.
_REMEMBERED = 200
#: Groups of acts that cause casualties.
_HARMFUL = frozenset({"strike", "ground", "explosion", "targeted_killing", "protest"})
_CASUALTIES = frozenset({"killed", "wounded", "killed_or_wounded", "casualties"})
#: A figure outside the clause of an act counts as this much farther from it.
_OUTSIDE = 1000
#: Acts of which an article tells once, however often it mentions them.
_ONCE = frozenset({"escalation_general", "ceasefire_lull"})


def merge_in_sentence(context: EventContext, items: Iterable[FoundEvent]) -> list[FoundEvent]:
    """One clause tells one act of a group once: «قصف استهدف …», «شن غارات … استهدفت»."""
    out: list[FoundEvent] = []
    by_clause: dict[tuple[int, int], list[FoundEvent]] = defaultdict(list)
    for item in items:
        partner = next(
            (other for other in by_clause[item.clause] if _is_same_telling(context, other, item)),
            None,
        )
        if partner is None:
            out.append(item)
            by_clause[item.clause].append(item)
        else:
            _absorb(partner, item)
    return out


def _is_same_telling(context: EventContext, earlier: FoundEvent, later: FoundEvent) -> bool:
    if earlier.group != later.group:
        return False
    if later.group != "strike" and later.action != earlier.action:
        return False
    verbs = "verb" in (earlier.form, later.form)
    return verbs or not (earlier.places and unrelated(context, earlier, later))


def _absorb(into: FoundEvent, other: FoundEvent) -> None:
    """Give an event what a second trigger of its clause tells."""
    known = into.place_ids
    into.places += [found for found in other.places if found[1].place not in known]
    into.actor = into.actor or other.actor
    into.target = into.target or other.target
    into.time = into.time or other.time
    into.weapon = into.weapon or other.weapon
    if into.casualties.status == "not_mentioned":
        into.casualties = other.casualties
    vague = into.action == "attack_unspecified" != other.action
    if vague and other.group == "strike":
        into.action = other.action


def unrelated(context: EventContext, earlier: FoundEvent, later: FoundEvent) -> list[Place]:
    """Places of the later mention that are no place, part or whole of the earlier's."""
    return [
        place for _, place in later.places
        if not any(_are_related(context, place, other) for _, other in earlier.places)
    ]  # fmt: skip


def _are_related(context: EventContext, one: Place, other: Place) -> bool:
    """The same place, or one inside the other, or names that share a word («غزة», «قطاع
    غزة»)."""
    if one.place == other.place or (one.within and one.within == other.en):
        return True
    if other.within and other.within == one.en:
        return True
    filler = context.triggers.words["place_filler"]
    mine, theirs = ({bare(fold(word)) for word in p.ar.split()} - filler for p in (one, other))
    return bool(mine & theirs)


def add_casualties(
    context: EventContext, items: Sequence[FoundEvent], figures: Iterable[Figure]
) -> None:
    """Give each casualty figure of a sentence to the nearest act that causes casualties.

    ``items`` are the events of the sentence in text order.
    """
    bearing = [
        item for item in items if item.group in _HARMFUL and item.action != "territory_change"
    ]
    if not bearing:
        return
    starts = [context.document.tokens[item.first].start for item in bearing]
    for figure in figures:
        if figure.subset or figure.kind not in _CASUALTIES:
            continue
        item = _nearest(context, bearing, starts, figure.surface.start)
        low, high = context.offsets(item.clause)
        if len(bearing) > 1 and not low <= figure.surface.start <= high:
            continue  # which of several acts it was is not said
        if figure.negated:
            item.casualties = Casualties(status="none_reported", surface=figure.surface)
            item.figures.append(figure)
            continue
        _count(item, figure)
        item.figures.append(figure)


def _count(item: FoundEvent, figure: Figure) -> None:
    if item.casualties.status == "not_mentioned":
        item.casualties = Casualties(surface=figure.surface, status="unquantified")
    if figure.value is None or figure.kind not in ("killed", "wounded"):
        return
    item.casualties.status = "stated"
    if figure.kind == "killed" and item.casualties.killed is None:
        item.casualties.killed = figure.value
    if figure.kind == "wounded" and item.casualties.wounded is None:
        item.casualties.wounded = figure.value


def _nearest(
    context: EventContext, items: Sequence[FoundEvent], starts: list[int], offset: int
) -> FoundEvent:
    """The item nearest to a raw offset, those outside the offset's clause ``_OUTSIDE`` farther.

    Only items that can be nearest are looked at: ``starts`` are the items' offsets in order.
    """

    def distance(number: int) -> int:
        low, high = context.offsets(items[number].clause)
        far = 0 if low <= offset <= high else _OUTSIDE
        return abs(starts[number] - offset) + far

    at = bisect_left(starts, offset)
    beside = [number for number in (at - 1, at) if 0 <= number < len(items)]
    reach = min(distance(number) for number in beside)
    low, high = bisect_left(starts, offset - reach), bisect_right(starts, offset + reach)
    return items[min(range(low, high), key=distance)]


class Merger:
    """Folds second mentions of an act into the first; a headline gives way to the body."""

    def __init__(self, context: EventContext) -> None:
        self._context = context
        self._kept: list[FoundEvent] = []
        self._comparable: dict[tuple[str | None, ...], list[int]] = defaultdict(list)

    def merge(self, found: Sequence[FoundEvent]) -> list[FoundEvent]:
        """The events of the article in text order."""
        groups = set()
        for item in found:
            if not item.headline:
                groups.add(item.group)
                self._add(item)
        heads = [item for item in found if item.headline and item.group not in groups]
        return sorted(self._kept + heads, key=lambda item: item.start)

    def _add(self, item: FoundEvent) -> None:
        numbers = self._comparable[_kind_of_act(item)]
        number = next(
            (n for n in reversed(numbers[-_REMEMBERED:]) if self._is_same(self._kept[n], item)),
            None,
        )
        if number is None:
            numbers.append(len(self._kept))
            self._kept.append(item)
            return
        earlier = self._kept[number]
        fuller = item.casualties.status == "stated" != earlier.casualties.status
        fuller = fuller or bool(item.places and not earlier.places and item.form == "verb")
        if fuller and not item.definite:  # keep the mention that tells most
            self._kept[number] = item
            item, earlier = earlier, item
        _absorb_mention(earlier, item)

    def _is_same(self, earlier: FoundEvent, item: FoundEvent) -> bool:
        """True when a later mention of the same kind takes up the earlier act."""
        if item.action in _ONCE:
            return True
        verb = item.form == "verb"
        compatible = _may_be_same_actor(earlier, item)
        bare_mention = not (earlier.places or earlier.casualties.killed or earlier.time)
        if bare_mention and compatible and verb:
            return True
        new = unrelated(self._context, earlier, item)
        known = item.casualties.status == "stated" or item.time is not None
        if item.definite and (not new or not (known or verb)):
            return True
        if not item.places and not item.actor and not verb:
            return True
        return not new and compatible


def _kind_of_act(item: FoundEvent) -> tuple[str | None, ...]:
    """Only mentions with the same key may be one act: strikes of all types, else one type;
    movements of troops only in the same voice."""
    action = None if item.group == "strike" else item.action
    voice = item.voice if item.group == "mobilise" else None
    return item.group, item.relation, action, voice


def _may_be_same_actor(earlier: FoundEvent, item: FoundEvent) -> bool:
    if not earlier.actor or not item.actor:
        return True
    mine, theirs = (
        {bare(word) for party in event.actor for word in party.ar.split()}
        for event in (item, earlier)
    )
    return bool(mine & theirs)


def _absorb_mention(earlier: FoundEvent, item: FoundEvent) -> None:
    """Give an event what another mention of it tells."""
    if item.places and not earlier.places:
        earlier.places = item.places
    earlier.actor = earlier.actor or item.actor
    open_ended = earlier.casualties.status in ("not_mentioned", "unquantified")
    if open_ended and item.casualties.status != "not_mentioned":
        earlier.casualties = item.casualties
        earlier.figures += item.figures

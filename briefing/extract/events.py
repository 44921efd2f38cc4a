"""Events: military and security acts, one entry an act, with who, where, when, how sure.

A trigger alone gives recall and noise; an event is kept when it is realised: a verb, or a
noun of action that stands in its clause with an actor, a place, a casualty or a time, and
that is not a second mention of an act already listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..arabic.dates import TimeExpression
from ..model import Event, Figure, Plover, Statement
from .document import Document
from .event_context import EventContext, FoundEvent, TokenPlace
from .event_keep import is_realised
from .event_merge import Merger, add_casualties, merge_in_sentence
from .event_roles import find_actor, find_places, find_target, find_weapon
from .event_time import find_modality, find_relation, find_time
from .event_triggers import find_triggers
from .event_words import ACLED, PLOVER
from .lexicon import Lexicon

_TEXT_KINDS = ("headline", "body", "subheading")


def extract_events(
    document: Document, lexicon: Lexicon, places: Sequence[TokenPlace],
    statements: Sequence[Statement], figures: Sequence[Figure], times: Sequence[TimeExpression],
) -> list[Event]:  # fmt: skip
    """The events of the article in text order; links figures to them (``figure.event``).

    ``places`` are (first token, last token, place) in text order. Time is linear in the
    length of the article.
    """
    context = EventContext(document, lexicon, places, statements, figures, times)
    by_sentence: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_sentence[figure.provenance.sentence_id].append(figure)
    found: list[FoundEvent] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.kind in _TEXT_KINDS:
            items = _in_sentence(context, number)
            add_casualties(context, items, by_sentence[sentence.id])
            found.extend(items)
    kept = Merger(context).merge(found)
    return [_event(document, item, number) for number, item in enumerate(kept, 1)]


def _in_sentence(context: EventContext, sentence: int) -> list[FoundEvent]:
    """The acts that one sentence tells, before its figures are given to them."""
    triggers = find_triggers(context, sentence)
    for item, following in zip(triggers, [*triggers[1:], None], strict=False):
        find_places(context, item, following)
        find_actor(context, item)
        find_target(context, item)
        find_time(context, item)
        find_modality(context, item)
        find_relation(context, item)
        find_weapon(context, item)
        item.headline = context.document.sentences[sentence].kind != "body"
    return merge_in_sentence(context, (item for item in triggers if is_realised(context, item)))


def _event(document: Document, item: FoundEvent, number: int) -> Event:
    """The model event of a found one; its figures get the event's id."""
    plover = PLOVER.get(item.action)
    event = Event(
        id=f"EV{number:02d}",
        trigger=document.raw_span(item.start, document.tokens[item.last - 1].end),
        action_type=item.action,
        plover=Plover(event=plover[0], mode=plover[1], context=plover[2], aux=_auxiliary(item))
        if plover
        else None,
        acled_style=list(ACLED[item.action]) if item.action in ACLED else None,
        actor=item.actor,
        target=item.target,
        places=[place for _, place in sorted(item.places, key=lambda found: found[0])],
        time=item.time,
        weapon=item.weapon,
        weapon_count=item.weapon_count,
        casualties=item.casualties,
        modality=item.modality,
        modality_cues=item.cues,
        time_relation=item.relation,
        attributed_to=item.statement.id if item.statement else None,
        in_headline=document.sentences[item.sentence].kind == "headline",
        provenance=document.provenance(item.first),
        confidence=_confidence(item),
        rule=f"{item.form}_{item.group}",
    )
    for figure in item.figures:
        figure.event = event.id
    return event


def _auxiliary(item: FoundEvent) -> str | None:
    """PLOVER's auxiliary mode: denied and feared acts, else past and future ones."""
    if item.modality == "denied":
        return "negation"
    if item.modality == "feared":
        return "hypothetical"
    return item.relation if item.relation in ("historical", "future") else None


def _confidence(item: FoundEvent) -> float:
    known = sum((bool(item.actor), bool(item.places), item.time is not None))
    return round(0.6 + 0.1 * known, 2)

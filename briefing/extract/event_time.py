"""When an event is, and how sure: time, modality, and whether it is past or to come."""

from __future__ import annotations

from ..model import EventTime, Party, Statement
from .event_context import EventContext, FoundEvent
from .event_roles import item_offset
from .phrases import bare

#: Words of fear stand at most this many tokens before the trigger.
_FEAR_REACH = 6
#: How content opens that tells of the speaker's own act. Raw, since «إنه» opens no content.
_THAT_HE = ("إنه ", "إنها ", "إنهم ", "أنه ", "أنها ", "انه ", "انها ", "أنهم ")


def find_time(context: EventContext, item: FoundEvent) -> None:
    """Set the time expression of the clause that stands nearest to the trigger."""
    at = item_offset(context, item)
    times = context.times_in(*context.offsets(item.clause))
    if not times:
        return
    best = min(times, key=lambda time: abs(time.start - at))
    span = context.document.raw_span(best.start, best.end)
    item.time = EventTime(
        **span.model_dump(), normalised=best.normalised, precision=best.precision
    )  # fmt: skip
    if best.relation == "future":
        item.relation = "future"


def find_modality(context: EventContext, item: FoundEvent) -> None:
    """Set the statement that the event rests on, and what that makes of it."""
    window = context.words[max(item.clause[0], item.first - _FEAR_REACH) : item.first]
    item.cues = [word for word in window if context.is_in("feared", bare(word))]
    if item.cues:
        item.modality, item.relation = "feared", "future"
    offset = item_offset(context, item)
    statement = item.statement = context.contents.holding(offset, offset + 1)
    if item.action == "threat":
        item.modality, item.relation = "threatened", "future"
        last = context.document.tokens[item.last - 1].end
        item.statement = statement or context.contents.holding(last - 1, last)
        _act_of_speaker(item)
        return
    if statement is None or item.modality == "feared":
        return
    if statement.stance == "denial":
        item.modality = "denied"
    elif statement.stance == "threat":
        item.modality, item.relation = "threatened", "future"
    else:
        item.modality = "claimed" if _is_own_act(item, statement) else "alleged"
    if item.modality in ("claimed", "threatened"):
        _act_of_speaker(item)


def _act_of_speaker(item: FoundEvent) -> None:
    """Who threatens or tells of an own act is the speaker, when nobody else is named."""
    if item.statement is not None and not item.actor:
        speaker = item.statement.speakers[0]
        surface = next(iter(item.statement.speaker_surface), None)
        item.actor = [Party(ar=speaker.ar, entity=speaker.entity, surface=surface)]


def _is_own_act(item: FoundEvent, statement: Statement) -> bool:
    """True when the speaker tells of what the speaker did."""
    speaker = set(statement.speakers[0].ar.split())
    opens = statement.content and statement.content[0].text.startswith(_THAT_HE)
    if opens and not item.actor and item.form == "verb":
        return True
    return any(speaker & set(actor.ar.split()) for actor in item.actor)


def find_relation(context: EventContext, item: FoundEvent) -> None:
    """Mark an event as past: by its time, a past auxiliary, or a year in its clause."""
    if item.relation == "current" and _is_past(context, item):
        item.relation = "historical"


def _is_past(context: EventContext, item: FoundEvent) -> bool:
    words, (low, high) = context.words, item.clause
    if item.time is not None:
        if item.time.precision in ("year", "month"):
            return True
        years = any(part in item.time.text for part in context.triggers.texts["years_part"])
        if item.time.precision == "interval" and years:
            return True
    opening = words[context.document.sentence_first[item.sentence]]
    if item.form == "verb" and context.is_in("past_auxiliary", opening):
        return True
    for index in range(low, high):
        length = context.triggers.phrase_at("historical", words, index, 2)
        if length and index + length <= high:
            return True
        following = words[index + 1][:2] if index + 1 < high else ""
        if context.is_in("year_word", words[index]) and following in ("19", "20"):
            return True
    return False

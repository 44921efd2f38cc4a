"""Who acts, on whom, where and with what, in the clause of a trigger."""

from __future__ import annotations

from ..arabic.letters import strip_forms
from ..arabic.numbers import find_numbers
from ..model import NamedSpan, Party, Place, Statement
from .event_context import EventContext, FoundEvent, TokenPlace
from .marks import COMMAS, EVENT_ENDS
from .phrases import NounPhrase, bare, is_adjective, is_time, noun_phrase

#: How far from a trigger its parts stand, in tokens.
_AGENT_REACH = 8
_LAUNCH_REACH = 12
_TARGET_REACH = 10
_WEAPON_REACH = 12


def find_places(context: EventContext, item: FoundEvent, following: FoundEvent | None) -> None:
    """Set the places of an event: those after the trigger, else those before it.

    ``following`` is the next trigger of the sentence, whose places are its own.
    """
    low, high = item.clause
    own = _settings(context, item, low, high)
    if not own and low and context.is_in("circumstance", context.words[low - 1]):
        # «… في بلدة X، عقب قصف …»: the act behind the circumstance was there
        first = context.document.sentence_first[item.sentence]
        own = _settings(context, item, first, low)
    stop = high
    if following is not None and following.clause == item.clause:
        continues = following.group == item.group and following.form == "verb"
        if not continues or following.prefix:
            stop = following.first
    after = [found for found in own if item.first <= found[0] < stop]
    before = [found for found in own if found[0] < item.first]
    for at, place in after or before:
        if place.place not in item.place_ids:
            item.places.append((at, place))


def _settings(
    context: EventContext, item: FoundEvent, low: int, high: int
) -> list[tuple[int, Place]]:
    """Places between two tokens where an act can have been, the trigger's own words left out."""
    offset = item_offset(context, item)
    statement = context.contents.holding(offset, offset + 1)
    return [
        (first, place)
        for first, last, place in context.places_in(low, high)
        if not item.first <= first < item.last
        and (statement is None or _within(statement, place))  # the source's place is not the act's
        and _is_setting(context, (first, last, place))
    ]


def item_offset(context: EventContext, item: FoundEvent) -> int:
    """Raw offset of the trigger, its proclitics left out."""
    return item.start


def _within(statement: Statement, place: Place) -> bool:
    return any(
        part.start <= place.surface.start and place.surface.end <= part.end + 1
        for part in statement.content
    )


def _is_setting(context: EventContext, found: TokenPlace) -> bool:
    """A country or capital is a place only where something says «in», «north of» …; else it
    is an actor («تركيا», «موسكو»)."""
    first, _, place = found
    if first and context.lexicon.is_in("org_head", context.words[first - 1]):
        return False  # «قوات دمشق»
    capital = place.kind == "capital" or context.is_in("capital_id", place.place)
    if place.kind != "country" and not capital:
        return True
    words = context.words
    if words[first].startswith("ب") and not place.ar.startswith("ب"):
        return True
    if context.triggers.starts("direction_stem", place.surface.text.split()[0]):
        return True
    if first and context.is_in("setting_preposition", words[first - 1]):
        return True
    return context.ends_place(first) or context.ends_place(first - 1)


def find_actor(context: EventContext, item: FoundEvent) -> None:
    """Set who acts: after a verb or in a noun's genitive, by «من قبل», as an adjective, or
    before the trigger."""
    acting = context.is_in("acting_noun", context.words[item.first])
    if item.form == "verb" or acting:
        party = _subject_after(context, item)
    else:
        stop, party = _agent(context, item)
        if stop:
            item.actor.extend([party] if party else [])
            return
        party = party or _nation(context, item)
    party = party or _subject_before(context, item)
    if party is not None:
        item.actor.append(party)


def _subject_after(context: EventContext, item: FoundEvent) -> Party | None:
    words, index, high = context.words, item.last, item.clause[1]
    if index >= high or words[index].startswith(("ب", "علي")) or not words[index][:1].isalpha():
        return None
    phrase = noun_phrase(context.document, context.lexicon, index, high)
    return context.party(phrase) if _is_actor(context, phrase.first) else None


def _agent(context: EventContext, item: FoundEvent) -> tuple[bool, Party | None]:
    """The actor after a noun of action, and whether the search ends with it: «من قبل X»,
    «شنتها X», «قصف من X», «قصف X»."""
    document, lexicon, words = context.document, context.lexicon, context.words
    index, high = item.last, item.clause[1]
    for position in range(index, min(high, index + _AGENT_REACH)):
        link = context.is_in("agent_preposition", words[position])
        if context.is_in("passive_link", words[position]) or (
            link and context.is_in("before_agent", words[position - 1])
        ):
            return True, context.party(noun_phrase(document, lexicon, position + 1, high))
    if index >= high:
        return False, None
    if words[index] == "من" and _is_actor(context, index + 1):
        return True, context.party(noun_phrase(document, lexicon, index + 1, high))
    if _is_actor(context, index):
        fused = words[index].startswith("ل") and not words[index].startswith("لل")
        return True, context.party(noun_phrase(document, lexicon, index, high), int(fused))
    return False, None


def _nation(context: EventContext, item: FoundEvent) -> Party | None:
    """«قصف إسرائيلي»: an adjective of the trigger that is not of arms or manner."""
    words = context.words
    for position in range(item.first + 1, item.last):
        relational = is_adjective(words[position]) or words[position].endswith(("ي", "يه"))
        if relational and not context.is_in("not_nation", bare(words[position])):
            return context.party(NounPhrase(position, position + 1))
    return None


def _is_actor(context: EventContext, index: int) -> bool:
    """True for the head of a phrase that can act: a force, an organisation, a known name."""
    if index >= len(context.words):
        return False
    whole = context.words[index]
    word = bare(whole)
    if whole.startswith("ل") and len(word) > 3:
        word = bare(word[1:])
    lexicon = context.lexicon
    return (
        lexicon.is_in("org_head", word) or lexicon.is_in("group_head", word)
        or context.is_in("actor", word) or lexicon.is_in("org_head", whole)
        or context.is_in("actor", whole) or context.document.is_known(whole)
    )  # fmt: skip


def _subject_before(context: EventContext, item: FoundEvent) -> Party | None:
    """«شن الجيش اليمني هجوما», «الطائرات الروسية استهدفت»: the subject stands before."""
    document, lexicon, words = context.document, context.lexicon, context.words
    low = item.clause[0]
    for index in range(item.first - 1, max(low - 1, item.first - _LAUNCH_REACH), -1):
        if context.is_in("launch_verb", words[index].lstrip("و")):
            start = index + 1
            while start < item.first and is_time(lexicon, words[start]):
                start += 1
            if _is_actor(context, start):
                return context.party(noun_phrase(document, lexicon, start, item.first))
            before = noun_phrase(document, lexicon, low, index)
            return context.party(before) if _is_actor(context, before.first) else None
    if item.form != "verb" or item.prefix:
        return None
    for start in _subject_starts(context, low, item.first):
        if _is_actor(context, start):
            phrase = noun_phrase(document, lexicon, start, item.first)
            if phrase.last == item.first:
                return context.party(phrase)
    return None


def _subject_starts(context: EventContext, low: int, verb: int) -> list[int]:
    """Where a subject before the verb may begin: after «أن», «كانت» or a comma, else with the
    clause. The nearest comes first."""
    starts = [
        index + 1
        for index in range(verb - 1, max(low - 1, verb - _LAUNCH_REACH), -1)
        if index + 1 < verb
        and (
            context.words[index] in COMMAS
            or context.lexicon.is_in("complementiser", context.words[index])
            or context.is_in("past_auxiliary", context.words[index])
        )
    ]
    return [*starts, low] if low < verb else starts


def find_target(context: EventContext, item: FoundEvent) -> None:
    """Set what is hit: after «على» or «ضد», else the object that follows a verb's subject."""
    document, lexicon, words = context.document, context.lexicon, context.words
    high = item.clause[1]
    for position in range(item.last, min(high, item.last + _TARGET_REACH)):
        if context.is_in("target_preposition", words[position]) and position + 1 < high:
            party = context.party(noun_phrase(document, lexicon, position + 1, high))
            item.target.extend([party] if party else [])
            return
        if words[position] in EVENT_ENDS:
            return
    actor = item.actor[0].surface if item.actor else None
    if item.form != "verb" or actor is None:
        return
    after = item.last
    while after < high and document.tokens[after].start < actor.end:
        after += 1
    while after < high and (is_time(lexicon, words[after]) or words[after] in COMMAS):
        after += 1
    if after >= high or context.is_in("not_target", words[after]):
        return
    if words[after][:1].isalpha():
        party = context.party(noun_phrase(document, lexicon, after, high))
        if party is not None and not party.ar.startswith("ب"):
            item.target.append(party)


def find_weapon(context: EventContext, item: FoundEvent) -> None:
    """Set the arms named from the trigger on, with their adjectives."""
    document, words, high = context.document, context.words, item.clause[1]
    for position in range(item.first, min(high, item.last + _WEAPON_REACH)):
        for prefix, rest in strip_forms(words[position]):
            if prefix not in ("", "ب", "بال") or not context.is_in("weapon", rest):
                continue
            end = position + 1
            while end < high and end - position < 3 and is_adjective(words[end]):
                end += 1
            span = document.span(position, end)
            if prefix.startswith("ب"):
                span = document.raw_span(span.start + 1, span.end)
            item.weapon = NamedSpan(ar=span.text, surface=span)
            item.weapon_count = _count_before(context, position)
            return


def _count_before(context: EventContext, position: int) -> int | None:
    """«25 صاروخاً», «ثلاثة صواريخ»: the number right before the arms."""
    if position == 0:
        return None
    document = context.document
    token = document.tokens[position - 1]
    numbers = find_numbers(document.article.text, token.start, token.end, [token])
    return numbers[0].value if len(numbers) == 1 and numbers[0].end == token.end else None

"""Triggers of events in a sentence: which word, in which clause, of which type."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..arabic.letters import strip_forms
from ..model import ActionType
from .event_context import LONGEST_CLAUSE, EventContext, FoundEvent
from .event_words import phrase_at
from .marks import COMMAS, EVENT_ENDS
from .phrases import is_adjective, is_time

#: Marks that end a clause wherever they stand.
_CLAUSE_ENDS = frozenset(".؟!؛")
#: A trigger has at most this many tokens with its adjectives.
_LONGEST_TRIGGER = 4


def find_triggers(context: EventContext, sentence: int) -> list[FoundEvent]:
    """The triggers of a sentence in text order, each with its clause and type."""
    document = context.document
    first, last = document.sentence_first[sentence], document.sentence_last[sentence]
    edges = [index for index in range(first, last) if _is_edge(context, index)]
    out: list[FoundEvent] = []
    index = first
    while index < last:
        item = _trigger(context, index, (first, last), edges, sentence)
        index = index + 1 if item is None else item.last
        if item is not None:
            out.append(item)
    return out


def _trigger(
    context: EventContext, index: int, bounds: tuple[int, int], edges: list[int], sentence: int
) -> FoundEvent | None:
    words, last = context.words, bounds[1]
    reading = _reading(context, index, last)
    if reading is None or _is_no_event(context, index, last):
        return None
    action, form, prefix, length = reading
    start = context.document.tokens[index].start
    if prefix not in ("ال", "لل"):
        start += len(prefix) - (2 if prefix.endswith("ال") else 0)
    definite = words[index].startswith(("ال", "وال", "بال", "لل", "فال")) or (
        form != "verb" and words[index].endswith(("هم", "ها")) and len(words[index]) > 5
    )
    end = index + length
    if form != "verb":
        furthest = min(last, index + _LONGEST_TRIGGER)
        while end < furthest and _modifies(context, end, definite):
            end += 1
    clause = _clause(index, bounds, edges)
    action = _retype(context, action, index, end, clause)
    return FoundEvent(index, end, start, action, form, prefix, clause, sentence, definite)


def _reading(
    context: EventContext, index: int, last: int
) -> tuple[ActionType, str, str, int] | None:  # fmt: skip
    """Type, form, proclitics and length of the trigger at a token."""
    words, triggers = context.words, context.triggers
    phrase = phrase_at(triggers, words, index, last)
    if phrase is not None:
        length, action, prefix = phrase
        return action, "phrase", prefix, length
    for prefix, rest in strip_forms(words[index]):
        verb = rest in triggers.verbs and prefix in ("", "و", "ف")
        if verb and _is_verb(context, index, rest, prefix):
            return triggers.verbs[rest], "verb", prefix, 1
        if rest in triggers.nouns:
            return triggers.nouns[rest], "noun", prefix, 1
    return None


def _is_no_event(context: EventContext, index: int, last: int) -> bool:
    """True inside names and fixed phrases, and for verbs without the object that they need."""
    words, triggers = context.words, context.triggers
    if any(
        triggers.phrase_at("not_event", words, at, 2) for at in range(max(0, index - 2), index + 1)
    ):
        return True
    if context.is_place(index) or _is_name(context, index):
        return True
    return not _has_object(context, words[index].removeprefix("و"), index, last)


def _has_object(context: EventContext, verb: str, index: int, last: int) -> bool:
    """Verbs that are attacks only with the right object or subject («أطلقت … النار»)."""
    words = context.words
    if context.is_in("fire_verb", verb):
        after = words[index + 1 : min(last, index + 7)]
        return any(context.is_in("fire_objects", word) for word in after)
    if context.is_in("fall_verb", verb):
        around = words[max(0, index - 4) : index] + words[index + 1 : index + 3]
        return any(context.is_in("shells", word) for word in around)
    return True


def _is_verb(context: EventContext, index: int, word: str, prefix: str) -> bool:
    """Perfect verbs share their letters with nouns («قصف»): position decides."""
    words = context.words
    if word not in context.triggers.nouns:
        return True
    previous = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if context.is_in("noun_after", previous) or context.is_in("attack_adjective", following):
        return False
    if is_adjective(following) and not following.startswith("ال"):
        return False
    opens = (
        not previous
        or previous in COMMAS
        or previous in EVENT_ENDS
        or context.is_in("clause_word", previous)
    )
    return (opens or prefix != "") and context.triggers.starts("verb_subject_stem", following)


def _is_name(context: EventContext, index: int) -> bool:
    """Inside a short quotation that is a name («نبع السلام»)."""
    quotation = context.document.quotation_of(index)
    return (
        quotation is not None
        and quotation.words <= 2
        and context.is_in("operation_name", context.words[quotation.open - 1])
    )


def _modifies(context: EventContext, index: int, definite: bool) -> bool:
    """True for an adjective of the trigger («القصف المدفعي», «غارات جوية»)."""
    word = context.words[index]
    if not word[:1].isalpha() or word in context.triggers.verbs or context.is_place(index):
        return False
    if is_time(context.lexicon, word):
        return False
    if definite:
        return word.startswith("ال") and len(word) > 4
    return (
        word.endswith(("ي", "يه", "يا", "يين", "فه", "يف", "يفه"))
        and len(word) > 3
        and not context.is_in("never_modifier", word)
    )


def _clause(index: int, bounds: tuple[int, int], edges: list[int]) -> tuple[int, int]:
    """The clause around a token: between two edges, cut where it is beyond any bound."""
    below, above = bisect_left(edges, index) - 1, bisect_right(edges, index)
    low = edges[below] + 1 if below >= 0 else bounds[0]
    high = edges[above] if above < len(edges) else bounds[1]
    low += (index - low) // LONGEST_CLAUSE * LONGEST_CLAUSE
    return low, min(high, low + LONGEST_CLAUSE)


def _is_edge(context: EventContext, index: int) -> bool:
    """True for what parts two clauses: final marks, «، كما», «فيما», «في حين»."""
    words = context.words
    word = words[index]
    if word in _CLAUSE_ENDS:
        return True
    if context.is_in("clause_word", word):
        before = words[index - 1] if index else ""
        if before in COMMAS or context.is_in("clause_word_alone", word):
            return True
    if index and words[index - 1] in COMMAS and _is_circumstance(context, index):
        return True
    return context.triggers.phrase_at("clause_phrase", words, index) > 0


def _is_circumstance(context: EventContext, index: int) -> bool:
    """«…، في أعقاب هدوء ساد …»: what stands after is not where the act was."""
    found = context.triggers.phrase_at("circumstance_phrase", context.words, index) > 0
    return found or context.is_in("circumstance", context.words[index])


def _retype(
    context: EventContext, action: ActionType, first: int, last: int, clause: tuple[int, int]
) -> ActionType:
    """Weapon and actor words in the clause settle a general trigger.

    ``first`` to ``last`` are the tokens of the trigger.
    """
    words, has = context.words, context.triggers.describes
    low, high = clause
    if context.is_in("fall_verb", words[first].removeprefix("و")):
        return "shelling"
    near = (max(low, first - 5), min(high, last + 12))
    after = (first, min(high, last + 8))
    if action == "shelling":
        if has("drone", words, *after):
            return "drone_strike"
        if has("air", words, *near):
            return "air_strike"
        missile = has("missile", words, first, last + 2)
        if missile and not has("artillery", words, first, last + 4):
            return "missile_strike"
    elif action == "attack_unspecified":
        if has("drone", words, *after):
            return "drone_strike"
        if has("artillery", words, *after):
            return "shelling"
        if has("missile", words, *after):
            return "missile_strike"
        if has("air", words, *near):
            return "air_strike"
        noun = words[first].lstrip("وبلف").removeprefix("ال")
        assault = context.triggers.starts("assault_stem", noun)
        if has("small_arms", words, *near) or (assault and has("ground_actor", words, *clause)):
            return "ground_attack"
    return action

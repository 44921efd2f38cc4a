"""Which triggers are realised events: verbs, and nouns of action that stand in their clause
with an actor, a place, a casualty or a time."""

from __future__ import annotations

from .event_context import EventContext, FoundEvent

#: Acts that say too little inside a quotation unless a place, time or figure is with them.
_VAGUE = frozenset({"attack_unspecified", "explosion", "clash", "military_operation"})
#: Nouns that name an act by themselves.
_GENERIC = frozenset(
    {"escalation_general", "ceasefire_lull", "protest", "clash", "military_operation"}
)
#: Definite nouns of these may take up an earlier act and need something of their own.
_TAKES_UP = frozenset({"attack_unspecified", "explosion", "targeted_killing"})


def is_realised(context: EventContext, item: FoundEvent) -> bool:
    """True for a trigger that tells of an act."""
    if item.form == "verb":
        return _is_verb_realised(context, item)
    words = context.words
    before = words[item.first - 1] if item.first > item.clause[0] else ""
    if _is_setting_or_name(context, item, before):
        return False
    if item.action == "ceasefire_lull" and item.prefix in ("ل", "لل"):
        return False
    if item.action == "territory_change" and item.form == "phrase":
        return bool(item.places)
    if context.is_in("not_act_after", before):
        return False
    if item.action == "clash" and context.is_in("not_clash_after", before):
        return False
    if item.statement is not None and context.document.is_quoted(item.first):
        told = item.places or item.time or context.has_figure(*context.offsets(item.clause))
        if item.action in _VAGUE and not told:
            return False
    if item.action == "escalation_general" and item.form == "noun":
        joined = words[item.first].startswith(("وال", "لل"))
        return not joined and bool(item.places or item.time)
    if item.definite and context.has_figure(*context.offsets(item.clause)):
        return True  # «وأدى القصف إلى مقتل ثلاثة»: takes up an act and tells its toll
    if item.action in _TAKES_UP and item.definite:
        return bool(item.actor or item.places or item.time)
    anything = item.actor or item.places or item.target or item.time or item.casualties.killed
    return bool(anything) or item.action in _GENERIC or not item.definite


def _is_setting_or_name(context: EventContext, item: FoundEvent, before: str) -> bool:
    """«في معارك إدلب» is a setting, «غرفة عمليات» a name."""
    in_place = context.is_in("setting_before", before) and context.is_place(item.last)
    if item.action == "clash" and in_place:
        return True
    named = context.lexicon.is_in("org_head", before) and not before.startswith("ال")
    return named or context.is_in("not_act_head", before)


def _is_verb_realised(context: EventContext, item: FoundEvent) -> bool:
    words = context.words
    if item.first and context.is_in("verb_negation", words[item.first - 1]):
        return False
    if item.action == "territory_change":
        return bool(item.places)
    if item.action == "attack_unspecified":
        after = words[item.last : item.last + 3]
        told = bool(item.places or item.target or item.actor)
        return told and not any(context.is_in("not_attack_object", word) for word in after)
    return True

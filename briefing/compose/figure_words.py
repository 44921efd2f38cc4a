"""A figure in a line: amount, what happened, where, why, parts, and according to whom."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Event, LocalText, Modality
from .amounts import (
    KIND_LABELS,
    KIND_NOUNS,
    KINDS,
    amount,
    bounds,
    count_units,
    counted,
    is_none_reported,
    is_unquantified,
    short_amount,
)
from .event_words import Scene, died_of_wounds, scene_text
from .figure_groups import Claim, FigureGroup, FigureMention
from .formats import Format
from .people import (
    figure_speakers,
    outlet_key,
    outlet_short,
    speaker_text,
    unique_speakers,
)
from .phrases import cause_core, phrase_english
from .places import places_text
from .times import event_time, in_sentence, period_time

_ROLES = {"origin": "from %(where)s", "destination": "to %(where)s", "site": "in %(where)s"}
_FLOWS = frozenset({"displaced", "returned", "evacuated", "refugees"})


def line(f: Format, group: FigureGroup, scene: Scene) -> str:
    """The whole line of a group, as a sentence without its full stop."""
    lead = group.lead
    figure = lead.figure
    disputed = len(group.claims) > 1
    ending = ""
    if is_none_reported(figure):
        text = f.t("no %(what)s reported", what=f.c("noun", KIND_NOUNS[figure.kind]))
    elif is_unquantified(figure):
        text = f.t("%(what)s reported", what=f.c("noun", KIND_NOUNS[figure.kind]))
        ending = f.t(", number not stated")
    elif disputed:
        text = f.t(KINDS[figure.kind], amount=header(f, group, scene, context="genitive"))
    else:
        text = counted(f, figure, scene.names) + _manner(f, lead)
    if not disputed:
        text += _parts(f, group.parts, scene)
    period = in_sentence(f, _period(f, lead, scene))
    circumstances = " ".join(filter(None, (_cause(f, lead, scene), period)))
    place = _place(f, lead, scene, circumstances)
    text = " ".join(filter(None, (text, place, circumstances))) + ending
    if disputed:
        claims = f.semicolons(claim_text(f, claim, group, scene) for claim in group.claims)
        return f.sentence(f"{text}: {claims}")
    return f.sentence(
        text + attribution(f, group.claims[0], scene) + _dated(f, lead, period, scene)
    )


def _dated(f: Format, lead: FigureMention, period: str, scene: Scene) -> str:
    """The day of a figure that is not of the day of the briefing: a later number is an update
    of an earlier one, not a contradiction, and the reader has to see which is which."""
    timed = lead.event is not None and lead.event.time is not None
    if period or timed or lead.day is None or lead.day == scene.today:
        return ""
    return f" ({f.date(lead.day)})"


def header(f: Format, group: FigureGroup, scene: Scene, *, context: str = "count") -> str:
    """The amount above a group: its own wording, or the range from the lowest claim to the
    highest when the sources disagree."""
    if len(group.claims) == 1:
        return short_amount(f, group.lead.figure, scene.names)
    held = [b for claim in group.claims if (b := bounds(claim.lead.figure)) is not None]
    low, high = min(b[0] for b in held), max(b[1] for b in held)
    if low == high:
        return amount(f, group.lead.figure, scene.names, context=context)
    unit = group.lead.figure.unit
    return count_units(f, high, unit, shown=f.range(low, high), context=context)


def claim_text(f: Format, claim: Claim, group: FigureGroup, scene: Scene) -> str:
    """One claim of a disputed figure with its source: "at least 38 people according to A"."""
    lead = claim.lead
    who = sources_text(f, claim.mentions, scene)
    articles = {mention.article.id for mention in claim.mentions}
    parts = [part for part in group.parts if part.article.id in articles]
    text = amount(f, lead.figure, scene.names)
    if parts:
        text += f" ({f.sentence_part(_parts(f, parts, scene))})"
    day = lead.day
    dated = f" ({f.date(day)})" if day and day != scene.today else ""
    return f.t("%(amount)s according to %(who)s", amount=text, who=who) + dated


def sources_text(
    f: Format, mentions: Sequence[FigureMention], scene: Scene, *, role: bool = False
) -> str:
    """Everybody who gives an amount: speakers first, then outlets of their own account."""
    speakers = [s for m in mentions for s in figure_speakers(m.article, m.figure)]
    names = list(dict.fromkeys(speaker_text(f, s, role=role) for s in unique_speakers(speakers)))
    own = {
        outlet_key(m.article): outlet_short(scene.words, m.article).get(f.lang)
        for m in mentions
        if not figure_speakers(m.article, m.figure)
    }
    return f.join([*names, *own.values()])


def attribution(f: Format, claim: Claim, scene: Scene) -> str:
    """ ", according to Hulusi Akar (…)"; "" for a report of a single outlet, which the source
    number already names."""
    spoken = [m for m in claim.mentions if figure_speakers(m.article, m.figure)]
    if claim.lead.figure.modality == "denied":
        who = sources_text(f, claim.mentions, scene, role=True)
        return f.t(" – denied by %(who)s", who=who)
    if not spoken:
        return ""
    return f.t(", according to %(who)s", who=sources_text(f, claim.mentions, scene, role=True))


def _manner(f: Format, mention: FigureMention) -> str:
    event = mention.event
    phrases = [mention.figure.surface.text]
    if event is not None and event.casualties.surface is not None:
        phrases.append(event.casualties.surface.text)
    if mention.figure.kind == "killed" and any(map(died_of_wounds, phrases)):
        return f" ({f.t('died of wounds')})"
    return ""


def _parts(f: Format, parts: Sequence[FigureMention], scene: Scene) -> str:
    """ ", including 3 children and 2 women"."""
    worded = [
        amount(f, part.figure, scene.names, context="genitive")
        for part in parts
        if bounds(part.figure) is not None or not is_unquantified(part.figure)
    ]
    return f.t(", including %(parts)s", parts=f.join(worded)) if worded else ""


def _place(f: Format, mention: FigureMention, scene: Scene, circumstances: str) -> str:
    """Where, unless the event that caused it already says so."""
    figure = mention.figure
    event = mention.event
    if figure.place is None:
        if event is None or _from_event(mention):
            return ""
        where = places_text(f, event.places, event.area_qualifier, scene.names)
        return f.t("in %(where)s", where=where) if where else ""
    if _from_event(mention) and circumstances:
        return ""
    where = places_text(f, [figure.place], None, scene.names)
    return f.t(_ROLES[figure.place_role or "site"], where=where)


def _from_event(mention: FigureMention) -> bool:
    """True when the cause is worded from the event itself, with its places."""
    event = mention.event
    return event is not None and event.action_type not in ("escalation_general", "threat")


def _cause(f: Format, mention: FigureMention, scene: Scene) -> str:
    event = mention.event
    if event is not None and _from_event(mention):
        return f.t("in %(event)s", event=f.indefinite(scene_text(f, event, scene)))
    cause = mention.figure.cause
    if cause is None:
        return ""
    core = cause_core(cause.text)
    worded = f.name(core, phrase_english(core, scene.names))
    return f.t("as a result of %(cause)s", cause=worded)


def _period(f: Format, mention: FigureMention, scene: Scene) -> str:
    figure = mention.figure
    if figure.period is not None:
        return period_time(f, figure.period, mention.article.date, scene.today)
    event: Event | None = mention.event
    if event is not None and _from_event(mention):
        return event_time(f, event.time, mention.article.date, scene.today)
    return ""


# --- key figures -------------------------------------------------------------------------


def label(f: Format, group: FigureGroup, scene: Scene) -> str:
    """What is counted: "killed (died of wounds)", "casualties of the air strikes on …"."""
    lead = group.lead
    figure = lead.figure
    if is_none_reported(figure):
        what = f.c("noun", KIND_NOUNS[figure.kind])
        if lead.event is not None:
            event = scene_text(f, lead.event, scene, actor=False)
            return f.t("%(what)s of %(event)s", what=what, event=event)
        return what
    text = f.c("label", KIND_LABELS[figure.kind]) + _manner(f, lead)
    if figure.cumulative:
        text = f.t("%(what)s (cumulative)", what=text)
    return text + (_parts(f, group.parts, scene) if len(group.claims) == 1 else "")


def value_text(f: Format, group: FigureGroup, scene: Scene) -> str:
    """The big words of a key figure: amount and unit, or "none reported"."""
    if is_none_reported(group.lead.figure):
        return f.t("none reported")
    return header(f, group, scene)


def note(f: Format, group: FigureGroup, scene: Scene) -> str:
    """Who says so, where and when, and what is not stated."""
    lead = group.lead
    parts = []
    if not is_none_reported(lead.figure) or lead.event is None:
        parts.append(_note_place(f, lead, scene))
    period = _period(f, lead, scene)
    parts.append(period or _dated(f, lead, period, scene).strip(" ()"))
    if len(group.claims) > 1:
        parts.extend(claim_text(f, claim, group, scene) for claim in group.claims)
    else:
        parts.append(_note_source(f, group.claims[0], scene))
    parts.append(_missing(f, lead))
    return f.semicolons(parts)


def _note_place(f: Format, mention: FigureMention, scene: Scene) -> str:
    event = mention.event
    qualifier = event.area_qualifier if event and mention.figure.place is None else None
    places = list(mention.places)
    if mention.figure.place is not None and event is not None:
        own = mention.figure.place.ar
        places += [
            p for p in event.places if p.ar != own and p.ar in (mention.figure.place.within or "")
        ]
    text = places_text(f, places, qualifier, scene.names)
    role = mention.figure.place_role
    if text and role in ("origin", "destination"):
        return f.t(_ROLES[role], where=text)
    return text


def _note_source(f: Format, claim: Claim, scene: Scene) -> str:
    who = sources_text(f, claim.mentions, scene, role=True)
    modality: Modality = claim.lead.figure.modality
    if modality == "denied":
        return f.t("denied by %(who)s", who=who)
    if any(figure_speakers(m.article, m.figure) for m in claim.mentions):
        return f.t("claimed by %(who)s", who=who)
    return f.t("reported by %(who)s", who=who)


def _missing(f: Format, mention: FigureMention) -> str:
    """What a reader should not assume: place, and for movements the period."""
    figure = mention.figure
    placeless = not mention.places
    event = mention.event
    timeless = figure.period is None and (event is None or event.time is None)
    if placeless and timeless:
        return f.t("place and period not stated")
    if placeless:
        return f.t("place not stated")
    if timeless and figure.kind in _FLOWS:
        return f.t("period not stated")
    return ""


def both(scene: Scene, group: FigureGroup) -> LocalText:
    """The line of a group in both languages."""
    return scene.words.both(lambda f: line(f, group, scene))

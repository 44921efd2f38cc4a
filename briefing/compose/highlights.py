"""Three to five highlights, ranked over figures, contested acts, events and threats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..model import Article, Event, Item, LocalText, Ref
from .areas import weight
from .event_groups import EventGroup, Mention
from .event_words import (
    Scene,
    action,
    attributed_to,
    group_casualties,
    scene_text,
    when_in_sentence,
    where,
)
from .figure_groups import FigureGroup
from .figure_words import both
from .figures import rank
from .formats import Format, is_plural
from .people import attributors, parties_text, speakers_text, statement_of
from .refs import Numbers, event_ref, figure_ref, statement_ref, unique_refs
from .statements import printed_statements

MAX_HIGHLIGHTS = 5
MIN_HIGHLIGHTS = 3
_MAX_OF_A_KIND = 2
_CONTESTED = 88.0
#: What a weight among events is worth among highlights.
_EVENT = 0.75


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    kind: str
    text: LocalText
    refs: list[Ref]
    facts: frozenset[tuple[str, str | None]]
    """The facts that the line is about; ``refs`` may hold more."""


def highlights(
    articles: Sequence[Article],
    events: Sequence[EventGroup],
    figures: Sequence[FigureGroup],
    scene: Scene,
    numbers: Numbers,
) -> list[Item]:
    """The highlights, heaviest first; at most two of a kind while others remain, and none
    whose facts an earlier one has told."""
    counted = _figures(figures, events, scene)
    told = {fact for candidate in counted for fact in candidate.facts}
    others = [c for c in _events(events, scene) if not c.facts <= told]
    candidates = [*counted, *others]
    candidates.sort(key=lambda c: -c.score)
    chosen = _choose(candidates)
    if len(chosen) < MIN_HIGHLIGHTS:
        chosen.extend(_speakers(articles, chosen, scene))
    return [
        Item(id=f"h{number}", text=c.text, refs=c.refs, sources=numbers.of_refs(c.refs))
        for number, c in enumerate(chosen, 1)
    ]


def _choose(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The best of each kind, then the best of the rest, at most two of a kind; more of a
    kind only to reach the least number of highlights. Ranked by score."""
    chosen: list[_Candidate] = []
    for most in (1, _MAX_OF_A_KIND, MIN_HIGHLIGHTS):
        enough = MIN_HIGHLIGHTS if most > _MAX_OF_A_KIND else MAX_HIGHLIGHTS
        for candidate in candidates:
            same = sum(other.kind == candidate.kind for other in chosen)
            told = {fact for other in chosen for fact in other.facts}
            if len(chosen) < enough and same < most and not candidate.facts <= told:
                chosen.append(candidate)
    return sorted(chosen, key=lambda c: -c.score)


def _figures(
    groups: Sequence[FigureGroup], events: Sequence[EventGroup], scene: Scene
) -> list[_Candidate]:
    weights = {m.key: weight(group) * _EVENT for group in events for m in group.all_mentions}
    out = []
    for group in groups:
        figure = group.lead.figure
        score = rank(group)
        if score < 30 or figure.subset or figure.time_relation == "historical":
            continue
        refs = [figure_ref(m.article, m.figure) for m in group.mentions]
        # The line of a figure words its event too, so the event needs no line of its own.
        refs += [event_ref(m.article, m.event) for m in group.mentions if m.event is not None]
        for mention in group.mentions:
            score = max(score, weights.get((mention.article.id, mention.figure.event or ""), 0.0))
        text = both(scene, group)
        out.append(_Candidate(score, "figure", _stopped(text), unique_refs(refs), _facts(refs)))
    return out


def _events(groups: Sequence[EventGroup], scene: Scene) -> list[_Candidate]:
    out = []
    for group in groups:
        event = group.lead.event
        if event.time_relation == "historical" or not _tellable(event):
            continue
        refs = unique_refs(event_ref(m.article, m.event) for m in group.all_mentions)
        facts = _facts(refs)
        refs += unique_refs(
            statement_ref(m.article, s)
            for m in group.all_mentions
            if (s := statement_of(m.article, m.event.attributed_to)) is not None
        )
        kind, score = "event", weight(group) * _EVENT
        if event.modality == "denied":
            kind, score = "contested", _CONTESTED if group.answers else _CONTESTED - 15
        elif event.modality in ("threatened", "feared") or event.action_type == "threat":
            kind = "threat"
        text = scene.words.both(partial(_line, group=group, scene=scene))
        out.append(_Candidate(score, kind, _stopped(text), refs, facts))
    return out


def _tellable(event: Event) -> bool:
    """True when an event says more than its type: who, against whom or where."""
    return bool(event.actor or event.target or event.places)


def _facts(refs: Sequence[Ref]) -> frozenset[tuple[str, str | None]]:
    return frozenset((ref.article, ref.fact) for ref in refs)


def _stopped(text: LocalText) -> LocalText:
    return LocalText(en=text.en.rstrip(".") + ".", ar=text.ar.rstrip(".") + ".")


def _line(f: Format, group: EventGroup, scene: Scene) -> str:
    return f.sentence(_clause(f, group, scene))


def _clause(f: Format, group: EventGroup, scene: Scene) -> str:
    event = group.lead.event
    if event.modality == "denied":
        return _denial(f, group, scene)
    if event.action_type == "threat":
        return _threat(f, group.lead, scene)
    text = scene_text(f, event, scene)
    if event.modality == "feared":
        text = f.t("fears of %(what)s", what=f.indefinite(text))
    elif event.modality == "threatened":
        text = f.t("threat of %(what)s", what=f.indefinite(text))
    time = when_in_sentence(f, group.lead, scene)
    text = f"{text} {time}" if time else text
    casualties = group_casualties(f, group, scene, sentence=True)
    return f.semicolons([text, casualties]) + _attribution(f, group)


def _attribution(f: Format, group: EventGroup) -> str:
    """Who says so, when no outlet reports the event on its own account."""
    if any(m.event.modality == "asserted" for m in group.mentions):
        return ""
    modality = group.lead.event.modality
    speakers = [s for m in group.mentions for s in attributors(m.article, m.event)]
    who = speakers_text(f, speakers, role=True) if speakers else ""
    if modality == "alleged":
        return f.t(" – alleged by %(who)s", who=who) if who else f.t(" – alleged")
    if modality == "claimed":
        who = who or parties_text(f, group.lead.event.actor)
        return f.t(" – claimed by %(who)s", who=who) if who else f.t(" – claimed")
    return ""


def _threat(f: Format, mention: Mention, scene: Scene) -> str:
    event = mention.event
    who = parties_text(f, event.actor) or attributed_to(f, mention)
    target = where(f, event, scene)
    if not who:
        return scene_text(f, event, scene)
    one = len(event.actor) <= 1 and not is_plural(who)
    if target:
        text = (
            f.t("%(who)s threatens to attack %(target)s", who=who, target=target)
            if one
            else f.t("%(who)s threaten to attack %(target)s", who=who, target=target)
        )
    else:
        text = (
            f.t("%(who)s issues a threat", who=who)
            if one
            else f.t("%(who)s issue a threat", who=who)
        )
    return text


def _denial(f: Format, group: EventGroup, scene: Scene) -> str:
    """ "X denies sending reinforcements to Y; A and B allege a ground deployment in Y"."""
    lead = group.lead
    event = lead.event
    speakers = attributors(lead.article, event)
    who = speakers_text(f, speakers, role=False)
    own = {s.entity for s in speakers} & {p.entity for p in event.actor}
    place = where(f, event, scene)
    if own or not event.actor:
        with_place, without = action(event).doing
        deed = f.t(with_place, where=place) if place else f.t(without)
    else:
        deed = scene_text(f, event, scene)
    if not who:
        text = f.t("%(what)s: denied", what=deed)
    elif len(speakers) == 1 and not is_plural(who):
        text = f.t("%(who)s denies %(what)s", who=who, what=deed)
    else:
        text = f.t("%(who)s deny %(what)s", who=who, what=deed)
    return f.semicolons([text, *_answers(f, group, scene)])


def _answers(f: Format, group: EventGroup, scene: Scene) -> list[str]:
    """The reports that a denial answers, those of one kind told once by all who tell them."""
    told: dict[str, tuple[Mention, list[Mention]]] = {}
    for other in group.answers:
        lead = other.lead
        kind = f"{lead.event.action_type} {lead.event.modality}"
        kept, members = told.setdefault(kind, (lead, []))
        members.extend(other.mentions)
        if len(lead.event.places) > len(kept.event.places):
            told[kind] = (lead, members)
    out = []
    for lead, members in told.values():
        speakers = [s for m in members for s in attributors(m.article, m.event)]
        text = scene_text(f, lead.event, scene, actor=not speakers)
        if speakers:
            who = speakers_text(f, speakers, role=True)
            out.append(f.t("%(what)s alleged by %(who)s", what=text, who=who))
        else:
            out.append(f.t("%(what)s reported", what=text))
    return out


def _speakers(
    articles: Sequence[Article], chosen: Sequence[_Candidate], scene: Scene
) -> list[_Candidate]:
    """One line that says who spoke, for a day of words and few events; sentences that a
    highlight has told already are left out."""
    told = {(ref.article, ref.sentence) for candidate in chosen for ref in candidate.refs}
    said = [
        s
        for s in printed_statements(articles)
        if s.statement.speakers and (s.article.id, s.statement.provenance.sentence_id) not in told
    ]
    named = [s for s in said if any(speaker.named for speaker in s.statement.speakers)]
    if not named:
        return []
    speakers = [speaker for s in named for speaker in s.statement.speakers if speaker.named]
    unique = list({speaker.ar: speaker for speaker in speakers}.values())[:5]
    text = scene.words.both(
        lambda f: f.t("Statements by %(who)s", who=speakers_text(f, unique, role=True))
    )
    refs = unique_refs(statement_ref(s.article, s.statement) for s in named)
    return [_Candidate(0.0, "statements", _stopped(text), refs, _facts(refs))]

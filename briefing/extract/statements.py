"""Statements: who says what, found by frames over reporting cues.

The frames are those of news Arabic: V S … (أن|إلى|عن|:|“…”), S V …, كان/قد V, masdar
(«نفي S صحة O»), «تصريحات لـS حول O», chained participles that inherit the subject,
«أطلق S تهديدات بـO», double cues («توعد S …، قائلاً: Q»), source markers («وفقاً لـS»),
«"Q"، قال S», and quoted fragments after «ما وصفه بـ». This module puts them together.
"""

from __future__ import annotations

from ..arabic.letters import fold
from ..model import Cue, NamedSpan, Span, Statement
from .document import Document
from .lexicon import Lexicon
from .marks import COMMAS
from .phrases import noun_phrase
from .speaker_index import Entity
from .speakers import Registry, Resolution
from .stance import Said, stance_of
from .statement_content import bound_contents, content_spans
from .statement_cues import Draft, cue_at
from .statement_frames import frame
from .statement_nominal import nominal_frame
from .statement_sources import source_marker

_Speakers = tuple[list[Entity], list[Span], Resolution]
_NOBODY: _Speakers = ([], [], "unknown")


def extract_statements(document: Document, lexicon: Lexicon) -> list[Statement]:
    """All statements of the article in text order. Time is linear in its length."""
    registry = Registry(document, lexicon)
    statements: list[Statement] = []
    for draft in bound_contents(document, lexicon, _drafts(document, lexicon)):
        statement = _finish(document, lexicon, registry, draft, len(statements) + 1)
        if statement is not None:
            statements.append(statement)
    fuller = registry.unify()
    for statement in statements:
        statement.speakers = [
            fuller[s.entity].speaker if s.entity in fuller else s for s in statement.speakers
        ]
    _mark_duplicates(statements)
    return statements


def _drafts(document: Document, lexicon: Lexicon) -> list[Draft]:
    """A draft for each cue outside quotation marks, in text order."""
    drafts: list[Draft] = []
    taken = -1
    for index in range(len(document.tokens)):
        if index <= taken or document.is_quoted(index):
            continue
        draft = source_marker(document, lexicon, index)
        if draft is None:
            cue = cue_at(document, lexicon, index)
            # «نفي» is the noun first, the verb «نفى» without its dots otherwise
            noun_first = cue is not None and document.tokens[index].raw.endswith("نفي")
            draft = nominal_frame(document, lexicon, index) if noun_first else None
            if draft is None and cue is not None:
                draft = frame(document, lexicon, cue)
        if draft is None:
            draft = nominal_frame(document, lexicon, index)
        if draft is not None:
            drafts.append(draft)
            taken = draft.opening.at - 1 if draft.rule != "source_final" else draft.reach - 1
    return drafts


def _finish(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft, number: int
) -> Statement | None:
    """The statement of a draft; None when it has no content or nobody says it."""
    parts, quoted, kind = content_spans(document, lexicon, draft)
    if sum(len(part.text.split()) for part in parts) < 2:
        return None
    entities, surfaces, resolution = _speakers(document, lexicon, registry, draft)
    if not entities:
        return None
    for entity in entities:
        registry.note(entity)
    entry = draft.cue.entry
    raw = document.raw_span(draft.cue.start, document.tokens[draft.cue.last - 1].end)
    sentence = document.sentences[document.sentence_index(draft.cue.first)]
    said = Said(
        entry.lemma, entry.stance, draft.opening.kind, entities[0].speaker,
        fold(" ".join(part.text for part in parts)),
    )  # fmt: skip
    return Statement(
        id=f"ST{number:02d}",
        speakers=[entity.speaker for entity in entities],
        speaker_surface=surfaces,
        speaker_resolution=resolution,
        cue=Cue(**raw.model_dump(), lemma=entry.lemma, form=draft.cue.form),
        position=draft.position,
        complementiser=draft.opening.complementiser,
        type=kind,
        content=parts,
        quoted=quoted,
        stance=stance_of(lexicon, said),
        addressee=_named(draft.addressee),
        medium=_named(draft.medium),
        relayed_by=_named(draft.relayed_by),
        in_headline=sentence.kind == "headline",
        provenance=document.provenance(draft.cue.first),
        confidence=_confidence(draft, resolution),
        rule=draft.rule,
    )


def _named(span: Span | None) -> NamedSpan | None:
    return None if span is None else NamedSpan(ar=span.text, surface=span)


def _confidence(draft: Draft, resolution: Resolution) -> float:
    confidence = 0.9 if resolution == "literal" else 0.75
    if draft.opening.kind in ("object", "label", "final"):
        confidence -= 0.1
    return round(confidence, 2)


def _speakers(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft
) -> _Speakers:  # fmt: skip
    """Who speaks, where their names stand, and by which rule they are known."""
    if draft.subject is None or draft.subject.is_empty:
        return _inherited(document, registry, draft)
    if draft.rule == "nominal_statements":
        return _joint_speakers(document, lexicon, registry, draft)
    mention = registry.mention(draft.subject, draft.cue.entry.gender, draft.role)
    entity, surface = mention.entity, mention.surface
    if draft.subject_skip and entity.canonical is not None:
        whole = surface[0]
        surface = [document.raw_span(whole.start + draft.subject_skip, whole.end)]
        if entity.canonical.start == whole.start and mention.resolution == "literal":
            entity = registry.without_proclitic(entity, surface[0].start)
    return [entity], surface, mention.resolution


def _inherited(document: Document, registry: Registry, draft: Draft) -> _Speakers:
    """The speaker of a cue without a subject of its own: whoever spoke last."""
    if draft.position == "headline":
        return _NOBODY
    entity = registry.inherited(draft.cue.entry.gender)
    if entity is None:
        return _NOBODY
    if draft.rule == "described_as" and not _may_label(document, draft, entity):
        return _NOBODY
    return [entity], [], "inherited" if draft.chain else "pronoun"


def _may_label(document: Document, draft: Draft, entity: Entity) -> bool:
    """«ما وصفوه» needs a plural speaker; a singular one cannot be its subject."""
    plural = document.words[draft.cue.first].endswith(("وه", "وها", "ون", "ونه", "ونها"))
    return not plural or entity.gender == "p" or entity.speaker.kind in ("group", "armed_group")


def _joint_speakers(
    document: Document, lexicon: Lexicon, registry: Registry, draft: Draft
) -> _Speakers:  # fmt: skip
    """«لقائد جيش العزة جميل الصالح، وناجي مصطفى الناطق …»: one entity a conjunct."""
    entities: list[Entity] = []
    surfaces: list[Span] = []
    for number, (first, last) in enumerate(_conjuncts(document, draft)):
        inner = document.with_stripped(first, "ل" if number == 0 else "و")
        found = noun_phrase(document, lexicon, first, last)
        mention = None if found.is_empty else registry.mention(found, "?")
        document.restore(first, inner)
        if mention is None:
            continue
        entities.append(mention.entity)
        surfaces.extend(mention.surface)
    return entities, surfaces, "literal"


def _conjuncts(document: Document, draft: Draft) -> list[tuple[int, int]]:
    """The parts of the draft's subject between commas."""
    if draft.subject is None:
        return []
    parts: list[tuple[int, int]] = []
    start, end = draft.subject.first, draft.subject.last
    for index in range(start, end + 1):
        if index == end or document.words[index] in COMMAS:
            if index > start:
                parts.append((start, index))
            start = index + 1
    return parts


def _mark_duplicates(statements: list[Statement]) -> None:
    """A headline statement repeated in the body by the same speaker with the same stance."""
    body: dict[tuple[str, str], str] = {}
    for statement in statements:
        if not statement.in_headline and statement.speakers:
            body.setdefault((statement.speakers[0].entity, statement.stance), statement.id)
    for statement in statements:
        if statement.in_headline and statement.speakers:
            key = (statement.speakers[0].entity, statement.stance)
            statement.duplicate_of = body.get(key)

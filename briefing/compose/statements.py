"""The section of statements: speakers in order of weight, each with what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..arabic.letters import fold
from ..model import (
    Article,
    LocalText,
    NamedSpan,
    Quote,
    Sentence,
    Speaker,
    SpeakerBlock,
    Stance,
    Statement,
    Translation,
)
from .event_words import Scene
from .formats import Format
from .people import role_text, speaker_name
from .quotes import content_arabic, content_english
from .refs import Numbers, statement_ref, unique_refs

STANCES: dict[Stance, str] = {
    "claim": "claim", "denial": "denial", "accusation": "accusation", "threat": "threat",
    "call": "call", "announcement": "announcement", "condemnation": "condemnation",
}  # fmt: skip
_WEIGHTS: dict[Stance, int] = {
    "denial": 7, "threat": 6, "accusation": 5, "condemnation": 4, "call": 3, "announcement": 2,
    "claim": 1,
}  # fmt: skip


@dataclass(slots=True)
class Said:
    """A statement in its article."""

    article: Article
    statement: Statement
    order: int


@dataclass(slots=True)
class _Block:
    speakers: list[Speaker]
    said: list[Said] = field(default_factory=list)


def printed_statements(articles: Sequence[Article]) -> list[Said]:
    """The statements that are printed: no duplicates, no headline that the body repeats."""
    out: list[Said] = []
    for article in articles:
        if article.reprint is not None:
            continue  # the same words are printed from the first article already
        body = {
            (speaker.entity, statement.stance)
            for statement in article.statements
            if not statement.in_headline
            for speaker in statement.speakers
        }
        for statement in article.statements:
            if statement.duplicate_of is not None:
                continue
            repeated = [
                (speaker.entity, statement.stance) in body for speaker in statement.speakers
            ]
            if statement.in_headline and repeated and all(repeated):
                continue
            if _summary(article, statement):
                continue
            out.append(Said(article, statement, len(out)))
    return out


def _summary(article: Article, statement: Statement) -> bool:
    """True for «تصريحات لفلان وفلان حول …» when each of them is quoted in the same sense."""
    cue = statement.cue
    if len(statement.speakers) < 2 or cue is None or cue.form != "nominal":
        return False
    quoted = {
        (other.speakers[0].entity, other.stance)
        for other in article.statements
        if len(other.speakers) == 1 and other.duplicate_of is None
    }
    return all((speaker.entity, statement.stance) in quoted for speaker in statement.speakers)


def speaker_blocks(
    articles: Sequence[Article], scene: Scene, numbers: Numbers
) -> list[SpeakerBlock]:
    """Statements by speaker: officials and bodies by the weight of what they said, then
    unnamed sources; a named speaker of several articles has one block."""
    said = printed_statements(articles)
    alone = {
        _key(item, item.statement.speakers[0]) for item in said if len(item.statement.speakers) == 1
    }
    blocks: dict[str, _Block] = {}
    for item in said:
        speakers = item.statement.speakers
        if not speakers:
            blocks.setdefault(f"{item.article.id} unknown", _Block([])).said.append(item)
        elif all(_key(item, speaker) in alone for speaker in speakers):
            for speaker in speakers:
                blocks.setdefault(_key(item, speaker), _Block([speaker])).said.append(item)
        else:
            joint = "+".join(_key(item, speaker) for speaker in speakers)
            blocks.setdefault(joint, _Block(list(speakers))).said.append(item)
    ordered = sorted(blocks.values(), key=_block_order)
    out, number = [], 0
    for block in ordered:
        quotes = []
        for members in _together(block.said):
            number += 1
            quotes.append(_quote(f"q{number}", members, scene, numbers))
        out.append(_head(block, quotes, scene))
    return out


def _key(item: Said, speaker: Speaker) -> str:
    """Named speakers are one across articles; unnamed sources never are."""
    return fold(speaker.ar) if speaker.named else f"{item.article.id} {fold(speaker.ar)}"


def _block_order(block: _Block) -> tuple[bool, int, int]:
    identified = any(s.named or (s.role_ar and s.organisation_ar) for s in block.speakers)
    heaviest = max(_WEIGHTS[item.statement.stance] for item in block.said)
    return not identified, -heaviest, min(item.order for item in block.said)


def _head(block: _Block, quotes: list[Quote], scene: Scene) -> SpeakerBlock:
    """Name and role of a block; the fullest role that any article gives."""
    if not block.speakers:
        name = scene.words.both(lambda f: f.t("Speaker not stated"))
        return SpeakerBlock(name=name, role=None, named=False, quotes=quotes)
    shown = [_fullest(block, speaker) for speaker in block.speakers]
    name = scene.words.both(lambda f: f.sentence(f.join(speaker_name(f, s) for s in shown)))
    role: LocalText | None = None
    if len(shown) == 1 and shown[0].role_ar and shown[0].named:
        role = scene.words.both(lambda f: role_text(f, shown[0]))
    named = all(speaker.named for speaker in shown)
    return SpeakerBlock(name=name, role=role, named=named, quotes=quotes)


def _fullest(block: _Block, speaker: Speaker) -> Speaker:
    same = [
        other
        for item in block.said
        for other in item.statement.speakers
        if fold(other.ar) == fold(speaker.ar)
    ]
    return max(same or [speaker], key=lambda s: bool(s.role_ar) + bool(s.organisation_ar))


def _together(said: list[Said]) -> list[list[Said]]:
    """Statements printed as one quote: those of one sentence whose English cannot be cut
    apart, so that the sentence is not printed twice."""
    groups: list[list[Said]] = []
    for item in sorted(said, key=lambda s: s.order):
        last = groups[-1] if groups else []
        if last and _same_sentence(last[-1], item) and _whole(last[-1]) and _whole(item):
            last.append(item)
        else:
            groups.append([item])
    return groups


def _same_sentence(one: Said, other: Said) -> bool:
    return (one.article.id, one.statement.provenance.sentence_id) == (
        other.article.id,
        other.statement.provenance.sentence_id,
    )


def _whole(item: Said) -> bool:
    sentence, translation = _translated(item)
    if sentence is None:
        return False
    content = content_english(item.statement, sentence, translation)
    return content.en is not None and content.scope == "sentence"


def _translated(item: Said) -> tuple[Sentence | None, Translation]:
    wanted = item.statement.provenance.sentence_id
    sentence = next((s for s in item.article.sentences if s.id == wanted), None)
    if sentence is None or sentence.translation is None:
        return sentence, Translation()
    return sentence, sentence.translation


def _quote(identifier: str, members: list[Said], scene: Scene, numbers: Numbers) -> Quote:
    first = members[0]
    sentence, translation = _translated(first)
    statements = sorted((m.statement for m in members), key=lambda s: -_WEIGHTS[s.stance])
    stances = list(dict.fromkeys(STANCES[s.stance] for s in statements))
    english: str | None = None
    scope = "content"
    if sentence is not None:
        content = content_english(first.statement, sentence, translation)
        english, scope = content.en, content.scope
    refs = unique_refs(statement_ref(m.article, m.statement) for m in members)
    kinds = {m.statement.type for m in members}
    return Quote(
        id=identifier,
        stance=statements[0].stance,
        stance_label=scene.words.both(lambda f: f.commas(f.c("stance", s) for s in stances)),
        type=kinds.pop() if len(kinds) == 1 else "mixed",
        ar=" … ".join(content_arabic(m.article, m.statement) for m in members),
        en=english,
        scope="sentence" if scope == "sentence" else "content",
        translation=translation.model_copy(deep=True),
        medium=_medium(members, scene),
        relayed_by=_relayed(members, scene),
        refs=refs,
        sources=numbers.of_refs(refs),
    )


def _medium(members: list[Said], scene: Scene) -> LocalText | None:
    """ "official statement", "to Reuters", "interview, to Al Jazeera"."""
    medium = next((m.statement.medium for m in members if m.statement.medium), None)
    addressee = next((m.statement.addressee for m in members if m.statement.addressee), None)
    if medium is None and addressee is None:
        return None

    def worded(f: Format) -> str:
        parts = []
        held = medium is not None and addressee is not None and addressee.ar in medium.ar
        if medium is not None and not (held and f.lang == "en" and not medium.en):
            parts.append(_named(f, medium))
        if addressee is not None and not (held and f.lang == "ar"):
            parts.append(f.t("to %(who)s", who=_named(f, addressee)))
        if f.lang == "en" and len(parts) == 2:
            return " ".join(parts)
        return f.commas(parts)

    return scene.words.both(worded)


def _named(f: Format, named: NamedSpan) -> str:
    return f.name(named.ar, named.en)


def _relayed(members: list[Said], scene: Scene) -> LocalText | None:
    relayed = next((m.statement.relayed_by for m in members if m.statement.relayed_by), None)
    if relayed is None:
        return None
    return scene.words.both(lambda f: f.t("relayed by %(who)s", who=_named(f, relayed)))

"""The stance of a statement: the cue's own, turned by what the content of a neutral verb says.

The classes are those of the annotation guide; see docs/extraction.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Speaker, Stance
from .lexicon import Lexicon
from .statement_cues import OpeningKind

_QUOTES = '"“”«»'


@dataclass(frozen=True, slots=True)
class Said:
    """What the stance is read from. ``content`` is folded."""

    lemma: str
    stance: Stance
    opening: OpeningKind
    speaker: Speaker
    content: str


def stance_of(lexicon: Lexicon, said: Said) -> Stance:
    """The stance; only claims and announcements may turn into something else."""
    words = said.content.split()
    if said.stance not in ("claim", "announcement") or not words:
        return said.stance
    if _calls(lexicon, said, words[0]):
        return "call"
    if said.content.startswith(lexicon.texts["denial_text"]) or said.content.endswith(
        lexicon.texts["denial_text"]
    ):
        return "denial"
    if lexicon.starts("threat_opener_stem", said.content):
        return "threat"
    if said.lemma == "أعلن":
        own = said.opening in ("object", "prep") or said.speaker.kind in ("armed_group", "state")
        return "announcement" if own and said.speaker.named else "claim"
    if said.stance == "claim":
        if _announces_own_act(lexicon, said, words):
            return "announcement"
        if any(part in said.content for part in lexicon.texts["accusing_part"]):
            return "accusation"
    return said.stance


def _calls(lexicon: Lexicon, said: Said, first: str) -> bool:
    """«يجب أن …», «ضرورة …», «نطالب …»."""
    if lexicon.is_in("call_opener", first):
        return True
    if said.opening != "comp" and lexicon.is_in("call_subject", first):
        return True
    padded = f" {said.content} "
    return any(f" {text} " in padded for text in lexicon.texts["call_word"]) or any(
        part in padded for part in lexicon.texts["call_part"]
    )


def _announces_own_act(lexicon: Lexicon, said: Said, words: list[str]) -> bool:
    """An actor that tells of its own act: «تنفيذ عملية …», «أنه استهدف …»."""
    if said.speaker.kind not in ("armed_group", "state", "organisation"):
        return False
    if said.opening in ("object", "prep") and lexicon.is_in("own_act", words[0]):
        return True
    return (
        len(words) > 1
        and lexicon.is_in("that_pronoun", words[0])
        and lexicon.starts("own_verb_stem", words[1].strip(_QUOTES))
    )

"""Triggers of events and the words around them that settle type, time and modality."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from ..arabic.letters import fold, strip_forms
from ..model import ActionType
from .phrases import bare
from .user_lexicon import UserEntry, read_user_files
from .word_table import WordTable, data_lines

#: Published crosswalk to PLOVER: event, mode, context.
PLOVER: dict[str, tuple[str, str | None, str | None]] = {
    "shelling": ("ASSAULT", "heavy-weapons", None),
    "air_strike": ("ASSAULT", "aerial", None),
    "drone_strike": ("ASSAULT", "drone", None),
    "missile_strike": ("ASSAULT", "heavy-weapons", None),
    "ground_attack": ("ASSAULT", "firearms", None),
    "ground_attack_repelled": ("ASSAULT", None, None),
    "clash": ("ASSAULT", "firearms", None),
    "attack_unspecified": ("ASSAULT", None, None),
    "explosion": ("ASSAULT", "explosives", None),
    "targeted_killing": ("ASSAULT", "targeted", None),
    "abduction_arrest": ("ASSAULT", "abduct", None),
    "reinforcement": ("MOBILIZE", "troops", None),
    "ground_deployment": ("MOBILIZE", "troops", None),
    "weapons_supply": ("AID", None, "military"),
    "weapons_use": ("ASSAULT", "heavy-weapons", None),
    "ceasefire_lull": ("RETREAT", "ceasefire", None),
    "territory_change": ("SEIZE", None, None),
    "threat": ("THREATEN", "violence", None),
    "military_operation": ("ASSAULT", None, None),
    "protest": ("PROTEST", None, None),
}
#: ACLED-style event and sub-event type.
ACLED: dict[str, tuple[str, str]] = {
    "shelling": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "missile_strike": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "air_strike": ("Explosions/Remote violence", "Air/drone strike"),
    "drone_strike": ("Explosions/Remote violence", "Air/drone strike"),
    "explosion": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "attack_unspecified": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "ground_attack": ("Battles", "Armed clash"),
    "ground_attack_repelled": ("Battles", "Armed clash"),
    "clash": ("Battles", "Armed clash"),
    "targeted_killing": ("Violence against civilians", "Attack"),
    "abduction_arrest": ("Violence against civilians", "Abduction/forced disappearance"),
    "reinforcement": ("Strategic developments", "Change to group/activity"),
    "ground_deployment": ("Strategic developments", "Change to group/activity"),
    "weapons_supply": ("Strategic developments", "Other"),
    "weapons_use": ("Strategic developments", "Other"),
    "ceasefire_lull": ("Strategic developments", "Agreement"),
    "territory_change": ("Battles", "Non-state actor overtakes territory"),
    "protest": ("Protests", "Peaceful protest"),
}
_STRIKES = (
    "shelling", "air_strike", "drone_strike", "missile_strike", "attack_unspecified",
    "weapons_use",
)  # fmt: skip
_GROUND = (
    "ground_attack", "clash", "territory_change", "military_operation", "ground_attack_repelled",
)  # fmt: skip
_MOVEMENTS = ("reinforcement", "ground_deployment", "weapons_supply")
#: Types that name one kind of act for merging; as in the annotation guide.
GROUP: dict[str, str] = {
    **dict.fromkeys(_STRIKES, "strike"),
    **dict.fromkeys(_GROUND, "ground"),
    **dict.fromkeys(_MOVEMENTS, "mobilise"),
}


@dataclass(slots=True)
class Triggers(WordTable):
    """Trigger tables; words folded. The word classes are those of event_words_ar.tsv."""

    nouns: dict[str, ActionType] = field(default_factory=dict)
    verbs: dict[str, ActionType] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], ActionType]]] = field(default_factory=dict)

    def describes(self, category: str, words: list[str], first: int, last: int) -> bool:
        """True when a member of the category stands in ``words[first:last]``.

        Single words also match without their article.
        """
        members = self.words[category]
        return any(
            words[k] in members
            or bare(words[k]) in members
            or k + self.phrase_at(category, words, k, 2) in range(k + 1, last + 1)
            for k in range(max(first, 0), min(last, len(words)))
        )


@lru_cache(maxsize=8)
def load_triggers(extra: tuple[Path, ...] = ()) -> Triggers:
    """The tables of ``events_ar.tsv`` and ``event_words_ar.tsv``, the user's files on top."""
    out = Triggers()
    for kind, form, members in data_lines("events_ar.tsv"):
        action = cast(ActionType, kind)
        for member in members.split():
            if member.endswith("_"):
                continue
            if form == "phrase":
                parts = tuple(fold(member).split("+"))
                out.phrases.setdefault(parts[0], []).append((parts, action))
            else:
                (out.nouns if form == "noun" else out.verbs).setdefault(fold(member), action)
    for category, members in data_lines("event_words_ar.tsv"):
        out.add(category, members)
    for entry in read_user_files(extra):
        _apply(out, entry)
    for entries in out.phrases.values():
        entries.sort(key=lambda found: -len(found[0]))
    return out


def _apply(out: Triggers, entry: UserEntry) -> None:
    """Put one line of a user's file into the trigger tables."""
    word = entry.words[0]
    if entry.category == "word" and entry.attribute in out.words:
        out.change(entry.attribute, entry.words, remove=entry.remove)
    if entry.category not in ("event", "event_verb"):
        return
    action = cast(ActionType, entry.attribute)
    if len(entry.words) > 1:
        kept = [found for found in out.phrases.get(word, []) if found[0] != entry.words]
        out.phrases[word] = kept if entry.remove else [*kept, (entry.words, action)]
        return
    table = out.verbs if entry.category == "event_verb" else out.nouns
    if entry.remove:
        table.pop(word, None)
    else:
        table[word] = action


def phrase_at(
    triggers: Triggers, words: list[str], index: int, limit: int
) -> tuple[int, ActionType, str] | None:
    """Longest trigger phrase at a token, through clitics: length, type, proclitics."""
    for prefix, rest in strip_forms(words[index]):
        for parts, action in triggers.phrases.get(rest, ()):
            end = index + len(parts)
            if end <= limit and all(
                words[index + k] == parts[k] or words[index + k] == "ال" + parts[k]
                for k in range(1, len(parts))
            ):
                return len(parts), action, prefix
    return None

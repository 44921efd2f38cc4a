"""Pairing gold annotations with what was found: overlap, names, one-to-one assignment.

Conventions are those of the annotation guide of the project (schema gold/1 and seed_gold/1),
so that numbers can be compared between versions and with the outside instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..arabic.letters import fold

Json = dict[str, Any]
_PROCLITICS = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل)(?=..)")
_WORD = re.compile(r"\w+")
_FINAL = re.compile(r"[.](?=[\s\"”»])")

#: Event types that count as the same kind of act.
GROUPS: dict[str, str] = {
    "shelling": "strike", "air_strike": "strike", "drone_strike": "strike",
    "missile_strike": "strike", "attack_unspecified": "strike", "weapons_use": "strike",
    "explosion": "explosion", "targeted_killing": "killing", "abduction_arrest": "detention",
    "ground_attack": "ground", "clash": "ground", "territory_change": "ground",
    "military_operation": "ground", "ground_attack_repelled": "ground",
    "reinforcement": "mobilise", "ground_deployment": "mobilise", "weapons_supply": "mobilise",
    "ceasefire_lull": "ceasefire", "threat": "threat", "escalation_general": "general",
    "protest": "protest",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold item ``gold`` and system item ``system`` (indices), with how well they fit."""

    score: float
    gold: int
    system: int


def assign(pairs: Iterable[Pair]) -> list[Pair]:
    """One-to-one pairs, best first (ties in the order given)."""
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    chosen = []
    for pair in sorted(pairs, key=lambda p: -p.score):
        if pair.gold not in taken_gold and pair.system not in taken_system:
            taken_gold.add(pair.gold)
            taken_system.add(pair.system)
            chosen.append(pair)
    return chosen


def overlap(gold: Sequence[Json], system: Sequence[Json]) -> float:
    """Share of the gold spans' code points that the system spans cover."""
    total = sum(span["end"] - span["start"] for span in gold)
    shared = sum(
        max(0, min(g["end"], s["end"]) - max(g["start"], s["start"])) for g in gold for s in system
    )
    return float(shared / max(1, total))


def touches(one: Json, other: Json) -> bool:
    """True when two spans share a code point."""
    return bool(min(one["end"], other["end"]) > max(one["start"], other["start"]))


def name_words(text: str) -> frozenset[str]:
    """The words of a name, folded and without proclitics."""
    return frozenset(_PROCLITICS.sub("", word) for word in _WORD.findall(fold(text)))


def same_name(one: str, other: str) -> bool:
    """True when half of the shorter name's words stand in the other."""
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs:
        return False
    return len(mine & theirs) / min(len(mine), len(theirs)) >= 0.5


def names_of(value: Any) -> list[str]:
    """All Arabic names in an annotation value: a string, an entry or a list of entries."""
    found: list[str] = []
    entries = value if isinstance(value, list) else [] if value is None else [value]
    for entry in entries:
        if isinstance(entry, str):
            found.append(entry)
        elif isinstance(entry, dict):
            surface = entry.get("surface")
            surface_text = surface.get("text") if isinstance(surface, dict) else None
            found += [name for name in (entry.get("ar"), entry.get("text"), surface_text) if name]
    return found


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence around ``offset`` begins, by newlines, ؟, ! and full stops."""
    marks = max(text.rfind(mark, 0, offset) for mark in "\n؟!") + 1
    stops = [match.end() for match in _FINAL.finditer(text, 0, offset)]
    return max(marks, stops[-1] if stops else 0)

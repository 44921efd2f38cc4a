"""Scores of one article, layer by layer, added up over a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .match import GROUPS, Json, Pair, assign, names_of, overlap, same_name, sentence_start, touches

#: Layers with precision and recall, in the order of the report.
LAYERS = (
    "statements@0.3", "statements@0.8", "direct quotes", "events (group)", "events (type)",
    "event places", "figures (value, kind)", "figures (strict)", "dateline place",
)  # fmt: skip
#: Properties measured on matched items.
PROPERTIES = ("speaker", "stance", "type", "actor", "modality", "killed", "unit", "qualifier")


@dataclass(slots=True)
class Count:
    """Right, found and gold counts of a layer; ``wrong`` counts false positives where they
    are not simply found minus right (direct quotes)."""

    right: int = 0
    found: int = 0
    gold: int = 0
    wrong: int | None = None

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        if not self.found:
            return 0.0
        if self.wrong is not None:
            return 1 - self.wrong / self.found
        return self.right / self.found

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: the article, what kind, the text, and the sentence it stands in."""

    article: str
    layer: str
    what: str
    sentence: str


@dataclass(slots=True)
class Scores:
    """All counts of an evaluation."""

    layers: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in LAYERS})
    properties: dict[str, list[int]] = field(
        default_factory=lambda: {name: [0, 0] for name in PROPERTIES}
    )
    confusion: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: {"stance": Counter(), "event": Counter()}
    )
    invented: int = 0
    positive_from_negated: int = 0
    bad_spans: int = 0
    misses: list[Miss] = field(default_factory=list)

    def tell(self, name: str, right: bool) -> None:
        """Add one observation of a property."""
        self.properties[name][0] += right
        self.properties[name][1] += 1


def score_article(scores: Scores, ident: str, text: str, gold: Json, system: Json) -> None:
    """Add one article. ``gold`` and ``system`` are the JSON documents of the same text."""
    scores.bad_spans += sum(
        _bad_spans(system.get(kind), text) for kind in ("statements", "events", "figures")
    )
    _statements(scores, ident, text, gold, system.get("statements", []))
    _events(scores, ident, text, gold, system.get("events", []))
    _figures(scores, ident, text, gold, system.get("figures", []))
    place = (gold.get("dateline") or {}).get("place_ar") or (gold.get("dateline") or {}).get(
        "place"
    )
    if place and gold.get("schema") != "seed_gold/1":
        count = scores.layers["dateline place"]
        count.gold += 1
        got = (system.get("dateline") or {}).get("place_ar") or ""
        count.found += bool(got)
        wanted = place["text"] if isinstance(place, dict) else place
        count.right += bool(got) and same_name(wanted, got)


def with_texts(value: Any, text: str) -> Any:
    """The same annotation with the text of every span filled in (gold may leave it out)."""
    if isinstance(value, dict):
        filled = {key: with_texts(item, text) for key, item in value.items()}
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            filled.setdefault("text", text[value["start"] : value["end"]])
        return filled
    if isinstance(value, list):
        return [with_texts(item, text) for item in value if item is not None]
    return value


def _bad_spans(value: Any, text: str) -> int:
    if isinstance(value, dict):
        bad = 0
        if {"start", "end", "text"} <= value.keys() and isinstance(value["start"], int):
            bad = int(text[value["start"] : value["end"]] != value["text"])
        return bad + sum(_bad_spans(item, text) for item in value.values())
    if isinstance(value, list):
        return sum(_bad_spans(item, text) for item in value)
    return 0


def _sentence(text: str, offset: int) -> str:
    start = sentence_start(text, offset)
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)][:300]


# --- statements ------------------------------------------------------------------------


def _statements(scores: Scores, ident: str, text: str, gold: Json, found: Sequence[Json]) -> None:
    wanted = [g for g in gold["statements"] if g["content"] and all(g["content"])]
    pairs = [
        Pair(overlap(g["content"], s.get("content") or []), i, k)
        for i, g in enumerate(wanted) for k, s in enumerate(found)
    ]  # fmt: skip
    for threshold in (0.3, 0.8):
        count = scores.layers[f"statements@{threshold}"]
        matched = assign(pair for pair in pairs if pair.score >= threshold)
        count.right += len(matched)
        count.found += len(found)
        count.gold += len(wanted)
        if threshold == 0.3:
            for pair in matched:
                _statement_properties(scores, ident, text, wanted[pair.gold], found[pair.system])
            _unmatched(scores, ident, text, "statement", wanted, found, matched)
    _direct_quotes(scores, wanted, found, pairs)


def _statement_properties(scores: Scores, ident: str, text: str, gold: Json, system: Json) -> None:
    named = [gold.get("speaker_canonical"), gold.get("speaker")]
    wanted = names_of([name for name in named if name]) or names_of(gold.get("speakers"))
    got = names_of(system.get("speakers"))
    right = any(same_name(w, g) for w in wanted for g in got)
    scores.tell("speaker", right)
    if not right:
        at = gold["content"][0]["start"]
        scores.misses.append(
            Miss(ident, "speaker", f"want {wanted}, got {got}", _sentence(text, at))
        )
    accepted = {gold["stance"], *gold.get("stance_acceptable", [])}
    scores.tell("stance", system.get("stance") in accepted)
    scores.confusion["stance"][gold["stance"], str(system.get("stance"))] += 1
    scores.tell("type", system.get("type") == gold["type"])


def _direct_quotes(
    scores: Scores, wanted: Sequence[Json], found: Sequence[Json], pairs: Sequence[Pair]
) -> None:
    """A direct quote is right when found whole as direct or mixed; wrong when nothing quoted
    in the gold overlaps it."""
    count = scores.layers["direct quotes"]
    direct = {i for i, g in enumerate(wanted) if g["type"] == "direct"}
    quoted = {i for i, g in enumerate(wanted) if g["type"] in ("direct", "mixed")}
    said = {k for k, s in enumerate(found) if s.get("type") == "direct"}
    count.gold += len(direct)
    count.found += len(said)
    count.right += len(
        {p.gold for p in pairs
         if p.gold in direct and p.score >= 0.8
         and found[p.system].get("type") in ("direct", "mixed")}
    )  # fmt: skip
    real = {p.system for p in pairs if p.gold in quoted and p.score >= 0.3}
    count.wrong = (count.wrong or 0) + len(said - real)


def _unmatched(
    scores: Scores, ident: str, text: str, layer: str, wanted: Sequence[Json],
    found: Sequence[Json], matched: Sequence[Pair],
) -> None:  # fmt: skip
    seen_gold = {pair.gold for pair in matched}
    seen_system = {pair.system for pair in matched}
    for side, items, seen in (("missed", wanted, seen_gold), ("extra", found, seen_system)):
        for index, item in enumerate(items):
            if index in seen:
                continue
            span = _main_span(item)
            scores.misses.append(
                Miss(ident, f"{side} {layer}", _label(item, span), _sentence(text, span["start"]))
            )


def _main_span(item: Json) -> Json:
    span: Json = item.get("trigger") or item.get("surface") or item["content"][0]
    return span


def _label(item: Json, span: Json) -> str:
    kind = item.get("action_type") or item.get("type") or item.get("stance") or ""
    if "qualifier" in item:
        kind = f"{item.get('value')} {item.get('qualifier')} {item.get('kind')}"
    return f"{kind} [{span['text'][:90]}]"


# --- events ----------------------------------------------------------------------------


def _event_type(event: Json) -> str:
    return str(event.get("action_type") or event.get("type"))


def _events(scores: Scores, ident: str, text: str, gold: Json, found: Sequence[Json]) -> None:
    wanted = [g for g in gold["events"] if g.get("trigger")]
    starts = [sentence_start(text, s["trigger"]["start"]) for s in found]
    pairs = []
    for i, g in enumerate(wanted):
        begin = sentence_start(text, g["trigger"]["start"])
        for k, s in enumerate(found):
            over = touches(g["trigger"], s["trigger"])
            if not (over or starts[k] == begin):
                continue
            mine, theirs = _event_type(s), _event_type(g)
            if GROUPS.get(mine, mine) == GROUPS.get(theirs, theirs):
                pairs.append(Pair(1 + (mine == theirs) + 2 * over, i, k))
    matched = assign(pairs)
    same = sum(_event_type(found[p.system]) == _event_type(wanted[p.gold]) for p in matched)
    for name, right in (
        ("events (group)", len(matched)),
        ("events (type)", same),
    ):  # fmt: skip
        count = scores.layers[name]
        count.right += right
        count.found += len(found)
        count.gold += len(wanted)
    for pair in matched:
        _event_properties(scores, wanted[pair.gold], found[pair.system])
    _unmatched(scores, ident, text, "event", wanted, found, matched)


def _event_properties(scores: Scores, gold: Json, system: Json) -> None:
    scores.confusion["event"][_event_type(gold), _event_type(system)] += 1
    _places(scores, gold, system)
    actors = names_of(gold.get("actor"))
    got = names_of(system.get("actor"))
    scores.tell("actor", any(same_name(a, b) for a in actors for b in got) or not (actors or got))
    scores.tell("modality", system.get("modality") == gold.get("modality"))
    killed = gold.get("killed", (gold.get("casualties") or {}).get("killed"))
    scores.tell("killed", (system.get("casualties") or {}).get("killed") == killed)


def _places(scores: Scores, gold: Json, system: Json) -> None:
    wanted = [names_of([place]) for place in gold.get("places") or []]
    found = [names_of([place]) for place in system.get("places") or []]
    count = scores.layers["event places"]
    count.gold += len(wanted)
    count.found += len(found)
    count.right += len(
        assign(
            Pair(1, i, k) for i, w in enumerate(wanted) for k, f in enumerate(found)
            if any(same_name(a, b) for a in w for b in f)
        )
    )  # fmt: skip


# --- figures ---------------------------------------------------------------------------


def _value(figure: Json) -> tuple[Any, ...]:
    if figure.get("qualifier") == "range":
        return figure.get("value"), figure.get("low"), figure.get("high")
    return (figure.get("value"),)


def _figures(scores: Scores, ident: str, text: str, gold: Json, found: Sequence[Json]) -> None:
    wanted = [g for g in gold["figures"] if g.get("surface")]
    pairs = [
        Pair(1 + (g["qualifier"] == s.get("qualifier")) + (g["unit"] == s.get("unit")), i, k)
        for i, g in enumerate(wanted) for k, s in enumerate(found)
        if touches(g["surface"], s["surface"]) and _value(g) == _value(s)
        and g["kind"] == s.get("kind") and bool(g.get("negated")) == bool(s.get("negated"))
    ]  # fmt: skip
    matched = assign(pairs)
    for name, right in (
        ("figures (value, kind)", len(matched)),
        ("figures (strict)", sum(pair.score == 3 for pair in matched)),
    ):
        count = scores.layers[name]
        count.right += right
        count.found += len(found)
        count.gold += len(wanted)
    for pair in matched:
        for name in ("unit", "qualifier"):
            scores.tell(name, wanted[pair.gold][name] == found[pair.system].get(name))
    seen = {pair.system for pair in matched}
    for index, figure in enumerate(found):
        near = [g for g in wanted if touches(g["surface"], figure["surface"])]
        value = figure.get("value")
        if any(g.get("negated") for g in near) and value:
            scores.positive_from_negated += 1
        if index not in seen and value is not None:
            scores.invented += all(g.get("value") != value for g in near)
    _unmatched(scores, ident, text, "figure", wanted, found, matched)

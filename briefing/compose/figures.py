"""Key figures, and the lists of displacement and casualties."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from ..model import FigureKind, Item, KeyFigure
from .amounts import bounds, is_none_reported, is_unquantified, magnitude
from .event_words import Scene
from .figure_groups import FigureGroup
from .figure_words import both, label, note, value_text
from .refs import Numbers, figure_ref, unique_refs

MAX_KEY_FIGURES = 6

DISPLACEMENT: frozenset[FigureKind] = frozenset(
    {"displaced", "returned", "evacuated", "refugees", "in_need", "aid_reached",
     "homes_destroyed"}
)  # fmt: skip
CASUALTIES: frozenset[FigureKind] = frozenset(
    {"killed", "wounded", "killed_or_wounded", "casualties", "missing", "detained"}
)
#: Base and slope (points for each power of ten) of the rank of a figure.
_RANKS: dict[FigureKind, tuple[float, float]] = {
    "killed": (60, 15),
    "displaced": (40, 11),
    "killed_or_wounded": (50, 14),
    "casualties": (48, 13),
    "wounded": (45, 12),
    "missing": (48, 12),
    "detained": (40, 10),
    "homes_destroyed": (38, 10),
    "evacuated": (38, 10),
    "refugees": (34, 9),
    "in_need": (34, 9),
    "returned": (32, 9),
    "aid_reached": (28, 9),
}


def rank(group: FigureGroup) -> float:
    """The rank of a group among figures and highlights; 0 when it is never shown there.

    It grows with the logarithm of the number, so that one death outranks a dozen homes and
    400,000 displaced outrank one death.
    """
    figure = group.lead.figure
    if figure.kind not in _RANKS or is_unquantified(figure):
        return 0.0
    if is_none_reported(figure):
        return 5.0
    if bounds(figure) is None and magnitude(figure) == 0:
        return 10.0  # a share («80%»): shown when there is room
    base, slope = _RANKS[figure.kind]
    score = base + slope * math.log10(max(1, magnitude(figure)))
    if figure.unit == "families":
        score += slope * 0.6  # a household is several people; for ranking only, never printed
    if figure.time_relation == "historical":
        score *= 0.4
    elif figure.cumulative:
        score *= 0.6
    return score


def key_figures(groups: Sequence[FigureGroup], scene: Scene, numbers: Numbers) -> list[KeyFigure]:
    """At most six key figures by rank, "none reported" last."""
    ranked = [g for g in groups if rank(g) > 0 and not g.lead.figure.subset]
    ranked.sort(key=lambda g: (is_none_reported(g.lead.figure), -rank(g)))
    out = []
    for number, group in enumerate(ranked[:MAX_KEY_FIGURES], 1):
        figure = group.lead.figure
        held = [b for c in group.claims if (b := bounds(c.lead.figure)) is not None]
        disputed = len(group.claims) > 1
        refs = unique_refs(figure_ref(m.article, m.figure) for m in group.mentions)
        out.append(
            KeyFigure(
                id=f"k{number}",
                kind=figure.kind,
                value_text=scene.words.both(partial(value_text, group=group, scene=scene)),
                label=scene.words.both(partial(label, group=group, scene=scene)),
                note=scene.words.both(partial(note, group=group, scene=scene)),
                value=None if disputed else figure.value,
                low=min(b[0] for b in held) if disputed and held else figure.low,
                high=max(b[1] for b in held) if disputed and held else figure.high,
                modality=figure.modality,
                refs=refs,
                sources=numbers.of_refs(refs),
            )
        )
    return out


def figure_items(
    groups: Sequence[FigureGroup],
    kinds: frozenset[FigureKind],
    prefix: str,
    scene: Scene,
    numbers: Numbers,
) -> list[Item]:
    """The lines of all figures of some kinds: by rank, unquantified and none reported last."""
    chosen = [g for g in groups if g.lead.figure.kind in kinds]
    chosen.sort(
        key=lambda g: (is_none_reported(g.lead.figure), is_unquantified(g.lead.figure), -rank(g))
    )
    items = []
    for number, group in enumerate(chosen, 1):
        refs = unique_refs(figure_ref(m.article, m.figure) for m in group.mentions)
        items.append(
            Item(
                id=f"{prefix}{number}",
                text=both(scene, group),
                refs=refs,
                sources=numbers.of_refs(refs),
            )
        )
    return items

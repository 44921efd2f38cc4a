"""The measuring instrument: extraction against a folder of annotated articles.

``evaluate`` runs the extractor on ``ID.txt`` and compares with ``ID.gold.json``: statements
matched at overlap 0.3 and 0.8 of the gold content, then speaker, stance and type on the
matched; events by type group and sentence, then places, actor, modality and casualties;
figures on value and kind, strictly also qualifier and unit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError, UnreadableArticle
from ..model import Facts
from ..pipeline import read_articles
from ..settings import Settings
from .layers import LAYERS, PROPERTIES, Count, Miss, Scores, score_article, with_texts

__all__ = ["LAYERS", "PROPERTIES", "Count", "Miss", "Scores", "evaluate", "report"]


def evaluate(folder: Path, texts: Path | None = None, settings: Settings | None = None) -> Scores:
    """Scores over all ``ID.gold.json`` of ``folder``; the texts lie beside them or in ``texts``.

    Raises InputError when there is no gold file, a text is missing, or a gold file is damaged.
    """
    texts = texts or folder
    golds = sorted(folder.glob("*.gold.json"))
    if not golds:
        raise InputError(f"{folder}: holds no ID.gold.json to evaluate against.")
    scores = Scores()
    for path in golds:
        ident = path.name.removesuffix(".gold.json")
        _evaluate_one(scores, ident, path, texts / f"{ident}.txt", settings or Settings())
    return scores


def _evaluate_one(scores: Scores, ident: str, gold: Path, source: Path, settings: Settings) -> None:
    text = _text(source)
    try:
        annotation = with_texts(json.loads(_text(gold)), text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{gold}: is no JSON ({error}).") from error
    problems: list[UnreadableArticle] = []
    try:
        articles = read_articles([source], settings, on_error=problems.append)
    except InputError as error:
        raise (problems[0] if problems else error) from error
    system = json.loads(Facts(articles=articles).model_dump_json(by_alias=True))["articles"][0]
    try:
        score_article(scores, ident, text, annotation, system)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{gold}: is no annotation of schema gold/1 ({error!r}).") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8.") from error


def report(scores: Scores, *, errors: bool = False, confusion: bool = True) -> Iterable[str]:
    """The lines of the report."""
    for name in LAYERS:
        count = scores.layers[name]
        yield (
            f"{name:22} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            f"  ({count.right} right, {count.found} found, {count.gold} gold)"
        )
    for name in PROPERTIES:
        right, total = scores.properties[name]
        yield f"{name:22} {right / total if total else 0:.3f} of {total} matched"
    yield f"values not in the gold at that place: {scores.invented}"
    yield f"positive values from a negated span: {scores.positive_from_negated}"
    yield f"spans that do not equal their text: {scores.bad_spans}"
    if confusion:
        for name, table in scores.confusion.items():
            wrong = [(pair, n) for pair, n in table.most_common() if pair[0] != pair[1]]
            if wrong:
                shown = "; ".join(f"{want} → {got}: {n}" for (want, got), n in wrong[:12])
                yield f"{name} confused (gold → found): {shown}"
    if errors:
        for miss in scores.misses:
            yield f"\n{miss.article}  {miss.layer}: {miss.what}\n    {miss.sentence}"

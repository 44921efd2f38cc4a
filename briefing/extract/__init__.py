"""The facts of an article: statements, events and figures, each with its spans."""

from __future__ import annotations

from ..model import Article
from .document import prepare
from .figures import extract_figures
from .lexicon import load
from .statements import extract_statements


def extract(article: Article) -> None:
    """Fill ``statements`` and ``figures`` of an article whose sentences are set."""
    lexicon = load()
    document = prepare(article)
    article.statements = extract_statements(document, lexicon)
    article.figures = extract_figures(document, lexicon, article.statements)

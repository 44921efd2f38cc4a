"""The Arabic of a statement as printed, and its English where it can be cut out safely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..model import Article, Sentence, Span, Statement, Translation

#: A quotation in any of the marks of Arabic and English print; an opening mark may be
#: reversed, as Arabic texts often have it.
_QUOTED = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”“]*)[”“]|”([^”“]*)[”“]|‹([^›]*)›')
_MARKS = '"«»“”‹›'


@dataclass(frozen=True, slots=True)
class Content:
    """What is printed of a statement. ``scope`` says whether ``en`` is the content alone or
    the whole sentence."""

    ar: str
    en: str | None
    scope: str


def quotations(text: str) -> list[tuple[int, int]]:
    """Offsets of what stands between quotation marks, marks excluded, in order."""
    out = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex
        if group is not None:
            out.append(match.span(group))
    return out


def content_arabic(article: Article, statement: Statement) -> str:
    """The content as the source prints it.

    A direct quotation comes without its outer marks; other content runs from its first to
    its last span with the marks inside it, or, when words of others stand between the
    spans, as its spans with an ellipsis.
    """
    spans = sorted(statement.content, key=lambda span: span.start)
    if not spans:
        return statement.provenance.sentence
    if statement.type == "direct":
        return " … ".join(span.text.strip() for span in spans)
    text = article.text
    if any(text[a.end : b.start].strip(f"{_MARKS} \u00a0،") for a, b in pairwise(spans)):
        return " … ".join(_with_marks(text, span) for span in spans)
    start, end = spans[0].start, spans[-1].end
    if start > 0 and text[start - 1] in _MARKS and _closed(text[start:end]):
        start -= 1
    if end < len(text) and text[end] in _MARKS:
        end += 1
    return _balanced(text[start:end])


def _closed(text: str) -> bool:
    """True when a mark inside ``text`` closes one that stands before it."""
    return sum(text.count(mark) for mark in _MARKS) % 2 == 1


def _with_marks(text: str, span: Span) -> str:
    start, end = span.start, span.end
    if start > 0 and end < len(text) and text[start - 1] in _MARKS and text[end] in _MARKS:
        return text[start - 1 : end + 1]
    return span.text.strip()


def _balanced(text: str) -> str:
    """``text`` without a lone mark at one of its ends."""
    if sum(text.count(mark) for mark in _MARKS) % 2 == 0:
        return text.strip()
    return text.strip().strip(_MARKS) if text.strip()[:1] in _MARKS else text.strip(_MARKS + " ")


def content_english(statement: Statement, sentence: Sentence, translation: Translation) -> Content:
    """The English of a statement's content, from the translation of its sentence.

    Only content that stands wholly in quotation marks is cut out, and only when the Arabic
    sentence and its translation hold the same number of quotations: the n-th is then the
    n-th. Everything else is shown with the whole sentence. Nothing when there is no
    translation to print.
    """
    english = translation.text
    if english is None:
        return Content("", None, "content")
    if statement.type == "direct" and statement.content:
        cut = _cut(statement, sentence, english)
        if cut:
            return Content("", cut, "content")
    return Content("", english, "sentence")


def _cut(statement: Statement, sentence: Sentence, english: str) -> str | None:
    arabic = quotations(sentence.text)
    target = quotations(english)
    if len(arabic) != len(target) or not arabic:
        return None
    parts = []
    for span in sorted(statement.content, key=lambda s: s.start):
        start, end = span.start - sentence.start, span.end - sentence.start
        index = next((i for i, (a, b) in enumerate(arabic) if a <= start and end <= b + 1), None)
        if index is None or end - start < 0.8 * (arabic[index][1] - arabic[index][0]):
            return None
        a, b = target[index]
        parts.append(english[a:b].strip().rstrip(",،"))
    return " … ".join(parts) if all(parts) else None

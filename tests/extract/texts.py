"""Made-up articles for the tests of this room."""

from __future__ import annotations

from briefing.extract import extract
from briefing.extract.document import Document, prepare
from briefing.model import Article, Event, Figure, Sentence, Statement
from briefing.read.structure import structure

HEADLINE = "أخبار اليوم من البلدة"


def extracted(body: str, headline: str = HEADLINE) -> Article:
    """An article with a headline, read and extracted."""
    article = structure(f"{headline}\n\n{body}")
    extract(article)
    return article


def statements(body: str) -> list[Statement]:
    """The statements of a body text."""
    return extracted(body).statements


def statement(body: str) -> Statement:
    """The one statement of a body text."""
    (only,) = statements(body)
    return only


def figures(body: str) -> list[Figure]:
    """The figures of a body text."""
    return extracted(body).figures


def figure(body: str) -> Figure:
    """The one figure of a body text."""
    (only,) = figures(body)
    return only


def events(body: str) -> list[Event]:
    """The events of a body text."""
    return extracted(body).events


def event(body: str) -> Event:
    """The one event of a body text."""
    (only,) = events(body)
    return only


def one_sentence(text: str) -> Article:
    """An article that is one sentence, whatever stands in it."""
    sentence = Sentence(id="s1", start=0, end=len(text), text=text, kind="body")
    return Article(id="made-up", text=text, sentences=[sentence])


def document(text: str) -> Document:
    """The prepared document of one sentence."""
    return prepare(one_sentence(text))


def contents(found: Statement) -> list[str]:
    """The texts of a statement's content."""
    return [part.text for part in found.content]


def speakers(found: Statement) -> list[str]:
    """The names of a statement's speakers."""
    return [speaker.ar for speaker in found.speakers]

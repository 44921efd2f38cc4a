"""Headline and sub-headings: short lines told from paragraphs by their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.arabic.letters import fold
from briefing.model import Dateline, SentenceKind

from . import words
from .dateline import parse_dateline
from .lines import Line

_MAX_HEADLINE = 30
_MAX_HEADLINE_NO_GAP = 22  # without an empty line below it
_MAX_SUBHEADING = 10
_INNER_STOP = re.compile(r"[^\W\d_]{2,}[\"”»)]?\.\s+\S")


@dataclass
class Draft:
    """What is known of an article while it is read; kinds are by number of line."""

    text: str
    lines: list[Line]
    kinds: list[SentenceKind | None]
    headline: int | None = None
    dateline: Dateline | None = None
    dateline_line: int | None = None
    body_from: int | None = None  # where the body goes on in the line of the dateline
    dates: list[Line] = field(default_factory=list)

    def first_body(self) -> int:
        """The number of the first line that reads like a paragraph, else of the last line."""
        begin = 0 if self.headline is None else self.headline + 1
        for number in range(begin, len(self.lines)):
            line = self.lines[number]
            inline = number == self.dateline_line and self.body_from is not None
            if self.kinds[number] is None and (inline or paragraph(line)):
                return number
        return len(self.lines)


def paragraph(line: Line) -> bool:
    """True for a line that can only be running text."""
    return line.words > _MAX_HEADLINE or (line.words >= 8 and line.final in (".", "…"))


def find_headline(draft: Draft, title: str | None) -> None:
    """The first line that is no credit, if it is shaped like a headline."""
    open_lines = [n for n, kind in enumerate(draft.kinds) if kind is None]
    for position, number in enumerate(open_lines[:3]):
        line = draft.lines[number]
        if title is not None and fold(title).split() == fold(line.text).split():
            _set_headline(draft, number)
            return
        alone = parse_dateline(draft.text, line.start, line.end, alone=True)
        if alone is not None:
            if alone[0].place is not None and alone[0].agency is not None:
                return  # the story starts with its dateline
            continue  # an outlet's name above the headline
        if position > 0 and draft.kinds[open_lines[0]] is None and not _named(draft, open_lines[0]):
            return
        rest = open_lines[position + 1 :]
        if _headline_shape(draft, number, rest):
            _set_headline(draft, number)
        return


def _named(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    return parse_dateline(draft.text, line.start, line.end, alone=True) is not None


def _set_headline(draft: Draft, number: int) -> None:
    draft.headline = number
    draft.kinds[number] = "headline"
    same = fold(draft.lines[number].text)
    for other in range(number + 1, min(number + 4, len(draft.lines))):
        if draft.kinds[other] is None and fold(draft.lines[other].text) == same:
            draft.kinds[other] = "credit"  # the page prints its title twice


def _headline_shape(draft: Draft, number: int, rest: list[int]) -> bool:
    line = draft.lines[number]
    if not rest or not 0 < line.words <= _MAX_HEADLINE or line.long or line.bullet:
        return False
    if (line.ends_sentence and not line.text.endswith("..")) or line.final == ":":
        return False
    if _INNER_STOP.search(line.text):
        return False
    if parse_dateline(draft.text, line.start, line.end, alone=False) is not None:
        return False
    following = draft.lines[rest[0]]
    if line.marked_heading or draft.lines[number + 1].gap or _named(draft, rest[0]):
        return True
    if draft.kinds[number + 1] == "credit":
        return True
    return line.words <= _MAX_HEADLINE_NO_GAP and (
        paragraph(following) or following.words >= 1.5 * line.words or following.words <= 10
    )


def find_subheadings(draft: Draft) -> None:
    """Sort the lines that are left into sub-headings and body."""
    lines, kinds = draft.lines, draft.kinds
    short = [
        kinds[n] is None and n != draft.dateline_line and _heading_shape(draft, n)
        for n in range(len(lines))
    ]
    runs, open_after = _runs(short), _next_open(kinds)
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        kinds[number] = "body"
        if not short[number]:
            continue
        following = open_after[number]
        if following is None:
            continue
        if line.marked_heading:
            kinds[number] = "subheading"
            continue
        run = runs[number]
        if run > 2 or (run == 2 and line.words > 5):
            continue  # a list or a block of links
        if short[following] and run == 1:
            continue
        target = lines[following]
        if short[following] or paragraph(target) or target.words >= max(1.5 * line.words, 6):
            kinds[number] = "subheading"


def _runs(short: list[bool]) -> list[int]:
    """For each line the number of short lines that stand together with it, in linear time."""
    out = [0] * len(short)
    first = 0
    for number in range(len(short) + 1):
        if number < len(short) and short[number]:
            continue
        out[first:number] = [number - first] * (number - first)
        first = number + 1
    return out


def _next_open(kinds: list[SentenceKind | None]) -> list[int | None]:
    """For each line the number of the next one that is no credit, dateline or headline."""
    out: list[int | None] = [None] * len(kinds)
    ahead: int | None = None
    for number in range(len(kinds) - 1, -1, -1):
        out[number] = ahead
        if kinds[number] is None:
            ahead = number
    return out


def _heading_shape(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    if line.long:
        return False
    if line.marked_heading and 0 < line.words <= 2 * _MAX_SUBHEADING:
        return True
    if not 0 < line.words <= _MAX_SUBHEADING or line.ends_sentence or line.bullet:
        return False
    tokens = line.folded_words()
    first = tokens[0].strip("\"“”«»'(")
    if first in words.sentence_openers() and line.words > 2:
        return False
    if any(token in words.that_words() for token in tokens):
        return False
    if line.final == ":":
        said = [token.strip(':،"') for token in tokens]
        said += [token[1:] for token in said if token[:1] in "وف"]
        if line.words > 4 or any(token in words.speech_leads() for token in said):
            return False
    before = draft.lines[number - 1] if number else None
    if before is not None and _quoted(before) and before.words > 4:
        return False  # who said the line above
    if _quoted(line) and line.words > 8:
        return False  # a pulled quotation
    return not line.text.endswith("..")


def _quoted(line: Line) -> bool:
    return line.text[:1] in '"“”«' and line.text[-1:] in '"“”»'

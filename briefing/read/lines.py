"""The lines of an article with what their shape says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.arabic import sentences
from briefing.arabic.letters import fold

_CLOSERS = "\"”“»›'’)]} \t\u00a0\u200e\u200f"
_LEADING_MARK = re.compile(r"(?:#{1,6}|\*{1,3}|[•▪■●◆►➤])[ \t\u00a0]*")
_TRAILING_MARK = re.compile(r"[ \t\u00a0]*(?:#{1,6}|\*{1,3})$")
_HEADING_MARK = re.compile(r"#{1,6}\s|\*\*|[■◆►➤]")
_BULLET = re.compile(r"(?:[-–—•▪●·*]|\d{1,2}\s?[-.)ـ–])\s*(?=\S)")
_MAX_SHORT = 400  # code points; patterns for short lines never see more
_WORD = re.compile(r"\w[\w\u064b-\u065f\u0670\u0640]*(?:['’.,/:-]\w+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: raw offsets without outer white space, and its shape.

    ``gap`` is True when an empty line (or the start of the text) comes before it.
    """

    start: int
    end: int
    text: str
    gap: bool
    words: int

    @property
    def long(self) -> bool:
        """True for what is too long to be anything but text, however few its words."""
        return len(self.text) > _MAX_SHORT

    @property
    def final(self) -> str:
        """The last character when closing marks are left out."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def ends_sentence(self) -> bool:
        """True when the line closes like a sentence: ``.``, ``…``, ``؛`` or ``،``."""
        return self.final in (".", "…", "؛", "،", ",", ";") and self.final != ""

    @property
    def marked_heading(self) -> bool:
        """True for lines that a writer marked as a heading («** العنوان», «## العنوان»)."""
        return bool(_HEADING_MARK.match(self.text))

    @property
    def bullet(self) -> bool:
        """True for the item of a list («- …», «1) …»)."""
        return not self.marked_heading and bool(_BULLET.match(self.text))

    @property
    def core(self) -> tuple[int, int]:
        """Raw offsets without heading marks at both ends."""
        start, end = self.start, self.end
        lead = _LEADING_MARK.match(self.text)
        if lead and lead.end() < len(self.text):
            start += lead.end()
        tail = _TRAILING_MARK.search(self.text)
        if tail and self.start + tail.start() > start:
            end = self.start + tail.start()
        return start, end

    def folded_words(self, limit: int = 40) -> list[str]:
        """The first ``limit`` words, folded."""
        return [fold(word) for word in self.text.split()[:limit]]


def read_lines(text: str) -> list[Line]:
    """All lines of ``text`` that are not empty, in order; time is linear."""
    out: list[Line] = []
    previous = 0
    for start, end in sentences.lines(text):
        gap = not out or len(text[previous:start].splitlines()) > 2 or _blank(text, previous, start)
        body = text[start:end]
        out.append(Line(start, end, body, gap, len(_WORD.findall(body))))
        previous = end
    return out


def _blank(text: str, start: int, end: int) -> bool:
    """True when more than one line break stands between two lines."""
    between = text[start:end]
    return between.count("\n") > 1

"""Splitting Arabic text into sentences with offsets in code points of the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSERS = "\"”“»›'’)]}"
_END = re.compile(r"[.!?؟…]+|[؛]")
#: Dotted abbreviations: single Arabic or Latin letters with full stops (أ.ف.ب, د., U.N.).
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"])(?:[^\W\d_]\.)*[^\W\d_]$")


def lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Offsets of each non-empty line of ``text``, stripped of white space at both ends."""
    position = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            lead = len(line) - len(line.lstrip())
            yield start + position + lead, start + position + lead + len(body)
        position += len(line)


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of ``text[start:end]``.

    A sentence ends at a newline or after ``. ! ? ؟ …``, with the closing quotation
    marks that follow. It does not end inside a decimal («3.5»), after a dotted
    abbreviation («أ.ف.ب», «د. أحمد»), at a full stop that a closing mark and a comma
    follow («…الاتفاقية."، فيما»). A quotation of several sentences is split inside;
    extraction joins its parts again.
    """
    stop = len(text) if end is None else end
    for line_start, line_end in lines(text[start:stop], start):
        yield from _split_line(text, line_start, line_end)


def _split_line(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin:
            continue
        cut = match.end()
        while cut < stop and text[cut] in _CLOSERS:
            cut += 1
        if cut >= stop:
            break
        if not _is_boundary(text, begin, match, cut, stop):
            continue
        yield begin, cut
        begin = cut
        while begin < stop and text[begin].isspace():
            begin += 1
    if begin < stop:
        yield begin, stop


def _is_boundary(text: str, begin: int, match: re.Match[str], cut: int, stop: int) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > begin else " "
    after = text[cut]
    if mark == "؛":
        return False
    if mark == "." and cut == match.end():
        if before.isdigit() and after.isdigit():
            return False
        if not after.isspace() and not _starts_sentence_glued(text, begin, match, cut):
            return False
        if _ABBREVIATION.search(text[max(begin, match.start() - 16) : match.start()]):
            return False
    while cut < stop and text[cut].isspace():
        cut += 1
    return text[cut : cut + 1] not in ("،", ",", "؛", ":")


def _starts_sentence_glued(text: str, begin: int, match: re.Match[str], cut: int) -> bool:
    """A full stop without a space after it («العسكري.ووفقا») between two real words."""
    word = re.search(r"[^\W\d_]+$", text[max(begin, match.start() - 24) : match.start()])
    following = re.match(r"[^\W\d_]+", text[cut : cut + 24])
    return bool(
        word
        and following
        and len(word.group()) > 2
        and len(following.group()) > 2
        and "\u0600" <= following.group()[0] <= "\u06ff"
    )

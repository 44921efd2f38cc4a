"""The opening of a line, cut into segments: the first half of finding a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.arabic.letters import fold

from . import words
from .agencies import find_agency
from .gazetteer import place_names

Kind = Literal["agency", "place", "desk", "date", "unknown"]

_SEARCH = 160  # code points from the start of a line in which a dateline must end
_MAX_SEGMENTS = 5
_PAIRS = {"(": ")", "[": "]", "«": "»", '"': '"', "“": "”", "”": "“", "‹": "›"}
_BULLET = re.compile(r"[*•▪●■\-–—_=]+\s*")
_SEPARATOR = re.compile(
    r"\s*(?:[.،,]?\s*[-–—−‒―]+|[/\\|:]|(?<=[\s()«»\"أإآادذرزوةىء])ـ+(?=\s))"
    r"(?:\s*(?:[-–—−‒―/\\|:]|ـ(?=\s)))*\s*"
)
#: A text segment: no separators, brackets or sentence ends; dots only in «أ.ف.ب».
_CHUNK = re.compile(
    r"(?:(?<!\w)\w\.(?:\s?\w\.)*\w?\.?(?!\w)|ـ(?![\s])|(?<=\bه)ـ|(?<=\d)[-/.](?=\d)"
    r"|[^\s\-–—−‒―/\\|:ـ.()\[\]«»\"“”‹›!?؟؛…\n]"
    r"|(?<=\w)\.(?=\w)"
    r"|\s+(?![\s\-–—−‒―/\\|:ـ(\[«\"“”‹.]))+"
)
LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9&.]*(?: [A-Z0-9][A-Za-z0-9&.]*){0,2}")
_ARABIC_NAME = re.compile(
    r"[\u0621-\u065f\u0670-\u06d3ـ'’]+(?:\s+[\u0621-\u065f\u0670-\u06d3ـ'’]+)*"
)
COMMA = re.compile(r"\s*[،,]\s*")
#: Cities that are also the name of an outlet: outside brackets the city is meant (folded).
_CITY_FIRST = frozenset({"الرياض", "دبا", "قنا", "اب", "الخبر"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the opening of a line: raw offsets of its content and of the whole."""

    start: int
    end: int
    outer_end: int
    text: str
    bracket: str
    kind: Kind
    agency: str | None
    separator: str  # what stands between it and the next segment or the body
    next: int  # where the next segment or the body starts


def segments_of(text: str, start: int, end: int) -> list[Segment]:
    """The opening of a line in segments, as far as they can belong to a dateline."""
    lead = _BULLET.match(text, start, end)
    at = lead.end() if lead else start
    stop = min(end, start + _SEARCH)
    out: list[Segment] = []
    while at < stop and len(out) < _MAX_SEGMENTS:
        bracket = text[at] if text[at] in _PAIRS else ""
        if bracket:
            close = text.find(_PAIRS[bracket], at + 1, stop)
            if close < 0:
                break
            inner_start, inner_end, outer_end = at + 1, close, close + 1
        else:
            match = _CHUNK.match(text, at, stop)
            if match is None:
                break
            inner_start, inner_end, outer_end = match.start(), match.end(), match.end()
        inner_start, inner_end = _trim(text, inner_start, inner_end)
        if inner_start >= inner_end:
            break
        follow = _SEPARATOR.match(text, outer_end, end)
        separator = follow.group() if follow else ""
        following = follow.end() if follow else outer_end
        while following < end and text[following].isspace():
            following += 1
        added = _classified(
            text,
            inner_start,
            inner_end,
            outer_end,
            bracket=bracket,
            separator=separator,
            following=following,
        )
        if added is None:
            glued = _glued_agency(text, inner_start, inner_end) if out else None
            if glued is not None and out[-1].kind == "place":
                out.append(glued)
            break
        out.extend(added)
        at = following
        opens = at < stop and text[at] in _PAIRS
        if not separator and not opens and not bracket:
            break
        if bracket and not separator and not (opens and text[at] == "("):
            break  # a sentence goes on after «(رويترز)»
    return out


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "،,/"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "،,/"):
        end -= 1
    return start, end


def _classified(
    text: str, start: int, end: int, outer_end: int, *, bracket: str, separator: str, following: int
) -> list[Segment] | None:
    """One segment, or two when a date or a comma joins a place and an outlet, or None."""

    def segment(a: int, b: int, kind: Kind, agency: str | None, last: bool) -> Segment:
        return Segment(
            a, b, outer_end if last else b, text[a:b], bracket, kind, agency,
            separator if last else " ", following if last else b,
        )  # fmt: skip

    content = text[start:end]
    kind, agency = _kind(content, bracket)
    if kind is not None:
        return [segment(start, end, kind, agency, True)]
    if bracket:
        return None
    # «طرابلس 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس», «القاهرة في 19 يوليو»
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", content)]
    flags = [_is_date_word(text[a:b]) for a, b in tokens]
    if any(any(c.isdigit() for c in text[a:b]) for a, b in tokens) and not flags[0]:
        first = flags.index(True) if True in flags else len(tokens)
        last = len(tokens) - flags[::-1].index(True) if True in flags else 0
        if first < last and all(flags[first:last]):
            head = _kind(text[tokens[0][0] : tokens[first - 1][1]], "")
            if last == len(tokens):
                if head[0] in ("place", "unknown", "agency"):
                    span = tokens[0][0], tokens[first - 1][1]
                    return [
                        segment(*span, head[0], head[1], False),
                        segment(tokens[first][0], end, "date", None, True),
                    ]
            else:
                tail_start = tokens[last][0]
                name = find_agency(text[tail_start:end])
                if name and head[0] in ("place", "unknown"):
                    return [
                        segment(tokens[0][0], tokens[first - 1][1], head[0], None, False),
                        segment(tokens[first][0], tokens[last - 1][1], "date", None, False),
                        segment(tail_start, end, "agency", name, True),
                    ]
    # «دمشق، سانا»
    comma = content.rfind("،")
    if comma > 0:
        tail_start, _ = _trim(text, start + comma, end)
        name = find_agency(text[tail_start:end])
        head_kind = _kind(content[:comma].strip(), "")
        if name and head_kind[0] in ("place", "unknown"):
            return [
                segment(start, start + len(content[:comma].rstrip()), head_kind[0], None, False),
                segment(tail_start, end, "agency", name, True),
            ]
    return None


def _glued_agency(text: str, start: int, end: int) -> Segment | None:
    """«دمشق-سانا قال مصدر …»: an outlet that only a verb follows, without a separator."""
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    for count in range(min(4, len(tokens) - 1), 0, -1):
        stop, following = tokens[count - 1][1], tokens[count]
        name = find_agency(text[start:stop])
        if name is not None and fold(text[slice(*following)]) in words.sentence_words():
            return Segment(
                start, stop, stop, text[start:stop], "", "agency", name, "", following[0]
            )
    return None


def _is_date_word(word: str) -> bool:
    bare = fold(word).strip("/.،,()")
    return not bare or bare[0].isdigit() or bare in words.date_words()


def _dates(token: str) -> bool:
    """True for a number, a month or a weekday; «في» and «يوم» alone make no date."""
    bare = token.strip("/.،,()")
    return (
        any(char.isdigit() for char in bare)
        or bare in words.month_words()
        or bare in words.weekdays()
    )


def _kind(content: str, bracket: str) -> tuple[Kind | None, str | None]:
    """What a segment is; None when it cannot belong to a dateline."""
    folded = fold(content).strip()
    tokens = folded.split()
    if not tokens or len(tokens) > 8:
        return None, None
    if all(_is_date_word(token) for token in tokens) and any(_dates(token) for token in tokens):
        return "date", None
    agency = find_agency(content)
    if agency is not None and (bracket or folded not in _CITY_FIRST):
        return "agency", agency
    if _is_place(folded):
        return "place", None
    if all(
        token.lstrip("و") in words.desk_words() or token in words.desk_words() for token in tokens
    ):
        return "desk", None
    if _plausible(content, tokens):
        return "unknown", None
    return None, None


def _is_place(folded: str) -> bool:
    """A known city or country, or such ones with commas («صنعاء، اليمن»)."""
    parts = [part for part in COMMA.split(folded) if part]
    if not parts or len(parts) > 3:
        return False
    known = [place_names().is_place(part) for part in parts]
    return known[0] or (known[-1] and len(parts) > 1 and len(parts[0].split()) <= 3
                        and not _sentence_like(parts[0].split()))  # fmt: skip


def _sentence_like(tokens: list[str]) -> bool:
    stop = words.sentence_words()
    return any(
        token in stop or (token[:1] in "وف" and len(token) > 3 and token[1:] in stop)
        for token in tokens
    )


def _plausible(content: str, tokens: list[str]) -> bool:
    """True for a short name: one to four words of letters, none a word of a sentence."""
    parts = [part for part in COMMA.split(content) if part]
    if len(parts) > 2 or any(len(part.split()) > 4 for part in parts):
        return False
    if not all(_ARABIC_NAME.fullmatch(part) or LATIN_NAME.fullmatch(part) for part in parts):
        return False
    return not _sentence_like([token.strip("،,") for token in tokens])

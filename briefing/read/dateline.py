"""The dateline: «إدلب – NPA», «دمشق (سانا)», «دبي، الإمارات العربية المتحدة (CNN)-- …».

The opening of a line is cut into at most five segments at dashes, slashes, colons and
brackets; each segment is an outlet of ``agencies.tsv``, a place, words of a desk, a date, or
unknown. A run of segments is a dateline only when an outlet or a city is among them and no
segment holds a word of a sentence, so «قال مصدر – …» is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.arabic.letters import fold
from briefing.model import Dateline, Span

from . import words
from .agencies import is_everyday
from .gazetteer import place_names
from .segments import COMMA, LATIN_NAME, Segment, segments_of

_DASH = re.compile(r"[-–—−‒―ـ]")
#: What comes right before a place in running text.
_BEFORE_PLACE = (
    r"(?:في|الى|من|مدينه|محافظه|بلده|قريه|ريف|ريفي|منطقه|ناحيه|مخيم|حي|شمال|جنوب|شرق|غرب|شمالي|جنوبي|"
    r"شرقي|غربي|وسط|محيط|قرب|اطراف|العاصمه|سكان|اهالي|مطار|قضاء|لواء|ولايه)"
)


def parse_dateline(text: str, start: int, end: int, *, alone: bool) -> tuple[Dateline, int] | None:
    """The dateline that opens ``text[start:end]`` (one line), and where the body goes on.

    With ``alone`` the whole line must be the dateline and the second value is ``end``;
    otherwise a body of at least three words must follow. Returns None when there is none.
    """
    segments = segments_of(text, start, end)
    if alone:
        if not segments or segments[-1].next < end:
            return None
        found = _dateline(text, segments, alone=True)
        return (found, end) if found else None
    for count in range(len(segments), 0, -1):
        chosen = segments[:count]
        last = chosen[-1]
        if len(text[last.next : min(end, last.next + 80)].split()) < 3:
            continue
        found = _dateline(text, chosen, alone=False)
        if found is not None and _closed(text, chosen, end):
            return found, last.next
    return None


def _dateline(text: str, segments: list[Segment], *, alone: bool) -> Dateline | None:
    """The dateline that the segments make, or None."""
    if all(s.kind in ("unknown", "desk", "date") for s in segments) and len(segments) == 1:
        return None  # the usual case, before the costly looks at the rest of the article
    segments = _both(segments)
    agency = next((s for s in segments if s.kind == "agency"), None)
    places = [s for s in segments if s.kind == "place" and s.bracket != "("]
    finer = [s for s in places if fold(s.text) not in place_names().countries]
    place = next(iter(finer or places), None)  # «العراق / بغداد / الأناضول»: from Baghdad
    unknown = [s for s in segments if s.kind == "unknown"]
    if place is None and unknown:
        place = _unknown_place(text, segments, unknown, agency, alone)
    if agency is None and place is not None and len(segments) > 1:
        agency = _unknown_agency(segments, place)
    known = (agency is not None and agency.agency is not None) or (
        place is not None and place.kind == "place"
    )
    if agency is None and place is None:
        return None
    if not known and not (alone and agency is not None and place is not None):
        return None
    if agency is None and not _place_only(segments, place, alone):
        return None
    if place is None and agency is not None and not _agency_only(segments, agency, alone):
        return None
    strangers = [s for s in unknown if s is not place and s is not agency]
    if len(strangers) > 1 or (strangers and not alone and (place is None or agency is None)):
        return None
    first, last = segments[0], segments[-1]
    start = first.start - (1 if first.bracket else 0)
    return Dateline(
        start=start, end=last.outer_end, text=text[start : last.outer_end],
        place=_span(text, place), agency=_span(text, agency),
        agency_en=agency.agency if agency else None,
        separator=_between(segments, place, agency),
    )  # fmt: skip


def _both(segments: list[Segment]) -> list[Segment]:
    """Beside another outlet, a name that is also a city is the city («الميادين – سانا»)."""
    outlets = [s for s in segments if s.kind == "agency"]
    if len(outlets) < 2 or any(s.kind == "place" for s in segments):
        return segments
    city = next((s for s in outlets if fold(s.text) in place_names().cities), None)
    return [replace(s, kind="place", agency=None) if s is city else s for s in segments]


def _unknown_place(
    text: str, segments: list[Segment], unknown: list[Segment], agency: Segment | None, alone: bool
) -> Segment | None:
    """Which unknown name is the place: one that the article uses as a place, else the name
    before the outlet unless it looks like an outlet or a reporter."""
    named = [s for s in unknown if not s.bracket and not _outlet_like(s.text)]
    for candidate in named:
        if _used_as_place(text, candidate):
            return candidate
    if agency is None or not named:
        return None
    candidate = named[0]
    tokens = fold(candidate.text).split()
    person = len(tokens) > 1 and tokens[0] in words.given_names()
    if person or LATIN_NAME.fullmatch(candidate.text):
        return None
    before = candidate.start < agency.start
    if before and candidate is segments[0]:
        return candidate
    return candidate if len(tokens) == 1 and alone else None


def _used_as_place(text: str, segment: Segment) -> bool:
    """True when the article names it after «في», «مدينة», «ريف» and the like."""
    name = re.escape(fold(segment.text).strip())
    body = fold(text[segment.outer_end : segment.outer_end + 6000])
    return re.search(rf"(?<!\w)(?:[وبلف]?{_BEFORE_PLACE}\s+|ب){name}(?!\w)", body) is not None


def _unknown_agency(segments: list[Segment], place: Segment) -> Segment | None:
    """An outlet that no table knows: in Latin letters, quoted, one word, or «شبكة كذا»."""
    for segment in segments:
        if segment is place or segment.kind != "unknown":
            continue
        if (
            segment.bracket
            or LATIN_NAME.fullmatch(segment.text)
            or _outlet_like(segment.text)
            or len(segment.text.split()) == 1
        ):
            return segment
    return None


def _outlet_like(name: str) -> bool:
    return any(token in words.outlet_words() for token in fold(name).split())


def _place_only(segments: list[Segment], place: Segment | None, alone: bool) -> bool:
    """May a place without an outlet be a dateline? Only a known city, and before a dash."""
    if place is None or place.kind != "place":
        return False
    if not all(place_names().is_place(part) for part in COMMA.split(fold(place.text))):
        return False
    if not place_names().is_city(COMMA.split(fold(place.text))[0]):
        return False
    if segments[0] is not place:
        return alone
    if alone:
        return len(segments) == 1 or all(s.kind != "unknown" or not s.bracket for s in segments)
    return bool(_DASH.search(segments[-1].separator)) and all(
        s.kind in ("place", "desk", "date") for s in segments
    )


def _agency_only(segments: list[Segment], agency: Segment, alone: bool) -> bool:
    """May an outlet without a place be a dateline?"""
    if agency.agency is None:
        return False
    if alone:
        return True
    if not _DASH.search(segments[-1].separator) and len(segments) == 1:
        return False  # «المرصد السوري: …» names a source, it opens no story
    return bool(agency.bracket) or not is_everyday(agency.text) or len(segments) > 1


def _closed(text: str, segments: list[Segment], end: int) -> bool:
    """Does the dateline end where it should, and is what follows the body of a story?"""
    last = segments[-1]
    known_place = any(s.kind == "place" for s in segments)
    following = [fold(word).strip("،,.:") for word in text[last.next : last.next + 60].split()]
    if last.separator.strip():
        has_agency = any(s.kind == "agency" for s in segments)
        if has_agency:
            return last.bracket == "(" or known_place or not _aside(text, last, end)
        if any(s.bracket or s.kind == "unknown" for s in segments) and known_place:
            return not _aside(text, last, end)
        return (
            bool(following)
            and following[0] not in words.clause_words()
            and not _aside(text, last, end)
        )
    if last.kind == "agency" and not last.bracket:
        return known_place  # «دمشق-سانا قال …»
    # «الدوحة - (ا ف ب) قلبت …»: the bracket closes it, but not «نقلت الوكالة (سانا)، أن»
    return last.bracket == "(" and known_place and text[last.outer_end : last.outer_end + 1] != "،"


def _aside(text: str, last: Segment, end: int) -> bool:
    """True when the dash opens an aside that a second dash closes («تركيا – … – قالت»)."""
    ahead = text[last.next : min(end, last.next + 60)]
    dash = re.search(r"\s[-–—−]+\s|ـ\s", ahead)
    return dash is not None and len(ahead[: dash.start()].split()) <= 6


def _span(text: str, segment: Segment | None) -> Span | None:
    if segment is None:
        return None
    return Span(start=segment.start, end=segment.end, text=text[segment.start : segment.end])


def _between(segments: list[Segment], place: Segment | None, agency: Segment | None) -> str | None:
    """The separator of place and agency as printed, brackets as "()"."""
    if place is None or agency is None:
        return None
    second = max(place, agency, key=lambda segment: segment.start)
    if second.bracket == "(":
        return "()"
    before = segments[segments.index(second) - 1]
    return before.separator.strip(" \t\u00a0،,") or None

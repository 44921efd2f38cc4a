"""From plain text to an article: headline, dateline, sub-headings, credits, sentences.

Only the shape of lines and a few closed word lists decide; the text itself is never
changed beyond line ends. Every character that is not white space belongs to exactly one
sentence, except the marks around a dateline («--» in «دبي (CNN)-- أكد») and the marks
of a heading («** »).
"""

from __future__ import annotations

import datetime
import re

from briefing.arabic import sentences
from briefing.arabic.letters import fold
from briefing.model import Article, Dateline, Sentence, SentenceKind, Span

from .agencies import find_agency
from .credits import is_byline, is_caption, is_credit, is_date_line, tail_credit
from .dateline import parse_dateline
from .gazetteer import place_names
from .headings import Draft, find_headline, find_subheadings, paragraph
from .lines import read_lines
from .published import published

_DATELINE_LINES = 8  # how far below the headline a dateline may stand
_TOP = 12  # lines at the top among which by-lines and captions stand
_SOURCE = re.compile(r"(?:المصدر|المصادر|مصدر)\s*[:：/-]\s*")


def normalise(text: str) -> str:
    """``text`` without a byte order mark at its start and with ``\\n`` for ``\\r\\n``.

    This is the only change ever made; offsets are taken afterwards.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def structure(
    text: str,
    *,
    article_id: str = "article",
    path: str | None = None,
    title_hint: str | None = None,
    date_hint: datetime.date | None = None,
    outlet_hint: str | None = None,
    url: str | None = None,
    date: datetime.date | None = None,
) -> Article:
    """The article that ``text`` holds, with all offsets in code points of ``Article.text``.

    ``title_hint``, ``date_hint``, ``outlet_hint`` and ``url`` come from metadata (HTML);
    ``date`` is the publication date as the user gave it and wins over all others. Parts
    that are not found stay None; an outlet that the table of agencies knows gets its English
    name. Time is linear in the length of the text.
    """
    text = normalise(text)
    lines = read_lines(text)
    draft = Draft(text, lines, [None] * len(lines))
    _find_credits(draft)
    find_headline(draft, title_hint)
    _find_dateline(draft)
    _find_captions(draft)
    find_subheadings(draft)
    made = _sentences(draft)
    bodies = [
        (line.start, line.end)
        for line, kind in zip(lines, draft.kinds, strict=True)
        if kind == "body"
    ]
    headline = next((s for s in made if s.kind == "headline"), None)
    return Article(
        id=article_id, path=path, url=url, text=text,
        outlet=(find_agency(outlet_hint) or outlet_hint) if outlet_hint else _outlet(draft),
        headline=_span(headline) if headline else None,
        dateline=draft.dateline,
        date=published(
            text, draft.dates, bodies, draft.dateline, option=date, hint=date_hint
        ),
        subheadings=[_span(s) for s in made if s.kind == "subheading"],
        credits=[
            _span(s) for s in made if s.kind == "credit" and any(c.isalnum() for c in s.text)
        ],
        sentences=made,
    )  # fmt: skip


def _span(sentence: Sentence) -> Span:
    return Span(start=sentence.start, end=sentence.end, text=sentence.text)


# --- the passes ------------------------------------------------------------------------


def _find_credits(draft: Draft) -> None:
    count = len(draft.lines)
    for number, line in enumerate(draft.lines):
        if is_date_line(line):
            draft.kinds[number] = "credit"
            if number < 8 or number >= count - 4:
                draft.dates.append(line)
        elif is_credit(line):
            draft.kinds[number] = "credit"
            dated = re.search(r"\d{4}", fold(line.text))
            if dated and (number < 8 or number >= count - 4):
                draft.dates.append(line)
    if all(kind == "credit" for kind in draft.kinds):  # nothing left to be the story
        draft.kinds = [None] * count


def _find_dateline(draft: Draft) -> None:
    """The first dateline with a place near the top, else the first that names an outlet."""
    begin = 0 if draft.headline is None else draft.headline + 1
    chosen: tuple[int, Dateline, int | None] | None = None
    seen = 0
    for number in range(begin, len(draft.lines)):
        line = draft.lines[number]
        if draft.kinds[number] is not None:
            continue
        if seen >= _DATELINE_LINES:
            break
        seen += 1
        running = paragraph(line)
        found: tuple[int, Dateline, int | None] | None = None
        if not line.ends_sentence and line.words <= 14:
            alone = parse_dateline(draft.text, line.start, line.end, alone=True)
            found = (number, alone[0], None) if alone and _dateline_line(draft, alone[0]) else None
        if found is None and line.words >= 5:
            opening = parse_dateline(draft.text, line.start, line.end, alone=False)
            found = (number, opening[0], opening[1]) if opening else None
        if found is not None and (chosen is None or found[1].place is not None):
            chosen = found
            if found[1].place is not None:
                break
        if running:
            break
    for number in range(begin):  # an outlet's name above the headline
        line = draft.lines[number]
        if draft.kinds[number] is None and draft.headline is not None:
            draft.kinds[number] = "credit"
            above = parse_dateline(draft.text, line.start, line.end, alone=True)
            if chosen is None and above is not None:
                chosen = (number, above[0], None)
    if chosen is None:
        return
    draft.dateline_line, draft.dateline, draft.body_from = chosen
    if draft.body_from is None:
        draft.kinds[draft.dateline_line] = "dateline"


def _dateline_line(draft: Draft, dateline: Dateline) -> bool:
    """A place alone on its line opens the story only when no other line is a place alone:
    a round-up has its places as sub-headings."""
    if (
        dateline.agency is not None
        or dateline.place is None
        or dateline.place.text != dateline.text
    ):
        return True
    names = place_names()
    alone = 0
    for line in draft.lines:
        if line.words <= 3 and not line.long:
            alone += names.is_place(fold(line.text).strip(" :–-"))
    return alone == 1


def _find_captions(draft: Draft) -> None:
    first = draft.first_body()
    above_dateline = draft.dateline_line if draft.dateline_line is not None else -1
    count = len(draft.lines)
    for number, line in enumerate(draft.lines):
        if draft.kinds[number] is not None or number == draft.dateline_line:
            continue
        caption = is_caption(line) and (number < first or line.words <= 25)
        byline = above_dateline > number and is_byline(line)
        if caption or byline:
            draft.kinds[number] = "credit"
        elif (
            (number < min(first, _TOP) or number >= count - 3)
            and line.words <= 5
            and not line.ends_sentence
        ):
            # a second outlet or the source at the foot: «(رويترز)», «عنب بلدي»
            outlet = parse_dateline(draft.text, line.start, line.end, alone=True)
            extra = draft.dateline_line is not None or number >= count - 3
            if outlet is not None and outlet[0].agency_en and extra:
                draft.kinds[number] = "credit"


# --- sentences -------------------------------------------------------------------------


def _sentences(draft: Draft) -> list[Sentence]:
    made: list[Sentence] = []

    def add(kind: SentenceKind, start: int, end: int) -> None:
        made.append(
            Sentence(
                id=f"s{len(made):02d}", kind=kind, start=start, end=end, text=draft.text[start:end]
            )
        )

    for number, line in enumerate(draft.lines):
        kind = draft.kinds[number] or "body"
        start, end = line.start, line.end
        if number == draft.dateline_line and draft.dateline is not None:
            add("dateline", draft.dateline.start, draft.dateline.end)
            if draft.body_from is None:
                continue
            start = draft.body_from
        elif kind in ("headline", "subheading"):
            add(kind, *line.core)
            continue
        elif kind == "credit":
            add(kind, start, end)
            continue
        credit = tail_credit(draft.text, start, end)
        opening = len(made)
        for first, last in sentences.split(draft.text, start, end if credit is None else credit):
            if len(made) > opening and not any(c.isalnum() for c in draft.text[first:last]):
                last_made = made.pop()  # a mark left over after «…؟".» belongs to its sentence
                first = last_made.start
            add("body", first, last)
        if credit is not None:
            add("credit", credit, end)
    return made


def _outlet(draft: Draft) -> str | None:
    """The outlet in English from the dateline, else from «المصدر: …» in the credits."""
    if draft.dateline is not None and draft.dateline.agency_en:
        return draft.dateline.agency_en
    for number, line in enumerate(draft.lines):
        if draft.kinds[number] == "credit":
            found = _SOURCE.match(line.text)
            name = find_agency(line.text[found.end() :] if found else line.text.strip("()[] "))
            if name is not None:
                return name
    return None

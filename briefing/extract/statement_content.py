"""Where the content of each statement ends, and which of it stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from heapq import heappop, heappush

from ..model import Span, StatementType
from .document import Document
from .lexicon import Lexicon
from .marks import COMMAS, ENDS
from .phrases import skip_connectives
from .statement_cues import Draft, is_break, sentence_limit
from .statement_quotes import is_name_quotation, is_speech_fragment, is_speech_quotation

#: Content outside quotation marks is cut after this many tokens: sentences of the press are
#: far shorter, and without a bound text without full stops would be copied for every cue.
LONGEST_CONTENT = 250

_EDGE_BEFORE = frozenset("،,.()؛-")
_EDGE_AFTER = frozenset("،,؛.:-")
_Piece = tuple[int, int, bool]


def bound_contents(document: Document, lexicon: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """Set where each content ends: clause break, next cue, source marker, sentence end.

    Returns the drafts that are statements: a final source marker whose sentence holds other
    statements relays those instead of being one.
    """
    starts = {draft.cue.first: draft for draft in drafts}
    breaks = _breaks_after_comma(document, lexicon)
    for draft in drafts:
        if draft.opening.kind == "final":
            _bound_final(document, lexicon, draft, breaks)
        else:
            draft.content_first = draft.opening.at
            draft.content_last = _content_end(document, lexicon, draft, starts)
    return _relay(document, drafts)


def _relay(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Make final source markers the relays of the statements that their content covers.

    Within a sentence a marker covers every earlier statement whose content begins where the
    marker's own does or later; the first marker to cover a statement relays it.
    """
    sentences: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        sentences[document.sentence_index(draft.cue.first)].append(draft)
    dropped: set[int] = set()
    for group in sentences.values():
        furthest = -1
        waiting: list[tuple[int, int, Draft]] = []
        for number, draft in enumerate(group):
            if draft.rule == "source_final":
                if furthest < draft.content_first:
                    continue
                dropped.add(id(draft))
                while waiting and -waiting[0][0] >= draft.content_first:
                    _, _, covered = heappop(waiting)
                    covered.relayed_by = covered.relayed_by or _subject_span(document, draft)
            else:
                heappush(waiting, (-draft.content_first, number, draft))
            furthest = max(furthest, draft.content_first)
    return [draft for draft in drafts if id(draft) not in dropped]


def _subject_span(document: Document, draft: Draft) -> Span | None:
    phrase = draft.subject
    if phrase is None:
        return None
    span = document.span(phrase.first, phrase.last)
    return document.raw_span(span.start + draft.subject_skip, span.end)


def _breaks_after_comma(document: Document, lexicon: Lexicon) -> list[int]:
    """Tokens at which «، فيما» and its like open another clause, in order."""
    words = document.words
    return [
        index
        for index in range(1, len(words))
        if words[index - 1] in COMMAS and is_break(document, lexicon, index)
    ]


def _bound_final(document: Document, lexicon: Lexicon, draft: Draft, breaks: list[int]) -> None:
    """The content before a source marker: back to the clause break or the sentence's start."""
    words = document.words
    end = draft.cue.first
    while end > draft.opening.at and (
        words[end - 1] in COMMAS
        or words[end - 1] in ("(", "-", "–")
        or lexicon.is_in("trailing_before_source", words[end - 1])
    ):
        end -= 1
    first = skip_connectives(document, lexicon, draft.opening.at, end)
    latest = bisect_right(breaks, end - 1) - 1
    if latest >= 0 and breaks[latest] > first:
        first = breaks[latest] + 1
    draft.content_first, draft.content_last = max(first, end - LONGEST_CONTENT), end


def _content_end(
    document: Document, lexicon: Lexicon, draft: Draft, starts: dict[int, Draft]
) -> int:
    """The token after the last of the content that opens at the draft's opening."""
    words = document.words
    at = index = draft.opening.at
    limit = sentence_limit(document, index)
    if document.opens_quotation(index):
        after = document.quote_at[index].close + 1
        limit = max(limit, min(after, len(words)))
        if after >= limit or words[after] in COMMAS or words[after] in ENDS:
            return min(after, limit)
        limit = max(limit, sentence_limit(document, after))
        index = after
    limit = min(limit, index + LONGEST_CONTENT)
    while index < limit:
        if document.opens_quotation(index):
            index = document.quote_at[index].close + 1
            limit = max(limit, min(index, len(words)))
            continue
        if index > at:
            other = starts.get(index)
            if other is not None and other is not draft and _breaks(document, lexicon, other):
                break
        if _ends_content(document, lexicon, draft, index):
            break
        index += 1
    return _trim(document, lexicon, min(index, limit), at)


def _breaks(document: Document, lexicon: Lexicon, other: Draft) -> bool:
    """True when a further cue inside the content opens a clause of its own."""
    index = other.cue.first
    previous = document.words[index - 1]
    if other.rule == "described_as" and previous == "ما":
        return False
    return (
        previous in COMMAS
        or bool(other.cue.prefix)
        or other.chain
        or other.rule.startswith("source")
        or other.rule == "described_as"
        or is_break(document, lexicon, index - 1)
    )


def _ends_content(document: Document, lexicon: Lexicon, draft: Draft, index: int) -> bool:
    """True where a clause break or a word of the reporter closes the content."""
    words = document.words
    at = draft.opening.at
    if words[index - 1] in COMMAS and is_break(document, lexicon, index):
        return True
    if index <= at:
        return False
    meanwhile = index > at + 2 and draft.opening.kind != "comp"
    if meanwhile and lexicon.is_in("meanwhile", words[index]):
        return True
    return lexicon.is_in("own_word_opener", words[index]) and any(
        lexicon.is_in("own_word", word) for word in words[index + 1 : index + 3]
    )


def _trim(document: Document, lexicon: Lexicon, end: int, first: int) -> int:
    """``end`` without the commas, dashes and connectives before it."""
    words = document.words
    while end > first + 1 and (
        words[end - 1] in COMMAS
        or words[end - 1] in ("-", "–", "(")
        or lexicon.is_in("trailing_word", words[end - 1])
    ):
        end -= 1
    return end


def content_spans(
    document: Document, lexicon: Lexicon, draft: Draft
) -> tuple[list[Span], list[Span], StatementType]:
    """Content spans, quoted spans, and whether all, none or part of it is quoted."""
    words = document.words
    first, last = draft.content_first, draft.content_last
    while last > first and words[last - 1] in (".", "،", ",", "؛", ":"):
        last -= 1
    if last <= first:
        return [], [], "indirect"
    pieces = _drop_frame_words(document, lexicon, _pieces(document, lexicon, first, last))
    spans, quoted = _trimmed(document, pieces, draft.opening.skip)
    if not quoted:
        small = any(
            is_speech_fragment(document, lexicon, document.quote_at[k])
            for k in range(first, last)
            if k in document.quote_at
        )
        return spans, [], "mixed" if small else "indirect"
    words_quoted = sum(len(s.text.split()) for s in quoted)
    words_all = sum(len(s.text.split()) for s in spans)
    return spans, quoted, "direct" if words_all == words_quoted else "mixed"


def _pieces(document: Document, lexicon: Lexicon, first: int, last: int) -> list[_Piece]:
    """Stretches of the content outside and inside quotation marks, in turn."""
    pieces: list[_Piece] = []
    index = start = first
    while index < last:
        quotation = document.quote_at.get(index)
        if quotation is None:
            index += 1
            continue
        speech = (
            quotation.words >= 3
            or (index == first and quotation.words >= 2)
            or is_speech_quotation(document, lexicon, quotation)
        )
        index = quotation.close + 1
        if not speech or is_name_quotation(document, lexicon, quotation):
            continue
        if start < quotation.open:
            pieces.append((start, quotation.open, False))
        if quotation.words > 0:
            pieces.append(
                (quotation.open + 1, min(quotation.close, len(document.words)), True)
            )  # fmt: skip
        start = index
    if start < last:
        pieces.append((start, last, False))
    return pieces


def _trimmed(
    document: Document, pieces: list[_Piece], skip: int
) -> tuple[list[Span], list[Span]]:  # fmt: skip
    """The spans of the pieces without marks at their edges, and those that are quoted.

    ``skip`` counts the letters of the first word that belong to the frame.
    """
    words = document.words
    spans: list[Span] = []
    quoted: list[Span] = []
    for number, (begin, end, is_quote) in enumerate(pieces):
        if is_quote:
            span = document.span(begin, end)
            spans.append(span)
            quoted.append(span)
            continue
        while begin < end and words[begin] in _EDGE_BEFORE:
            begin += 1
        while end > begin and words[end - 1] in _EDGE_AFTER:
            end -= 1
        if begin >= end:
            continue
        span = document.span(begin, end)
        if number == 0 and skip:
            span = document.raw_span(span.start + skip, span.end)
        spans.append(span)
    return [span for span in spans if span.text.strip(" و")], quoted


def _drop_frame_words(
    document: Document, lexicon: Lexicon, pieces: list[_Piece]
) -> list[_Piece]:  # fmt: skip
    """Leave out a bare «أنه في» before a long quotation and the reporter's «خلال …» after."""
    words = document.words
    bare_opening = len(pieces) >= 2 and not pieces[0][2] and pieces[0][1] - pieces[0][0] <= 2
    if bare_opening and pieces[1][1] - pieces[1][0] >= 8:
        pieces = pieces[1:]
    if len(pieces) == 2 and pieces[0][2] and not pieces[1][2]:
        begin, end, _ = pieces[1]
        short = words[begin].startswith("ب") and end - begin <= 3
        if short or lexicon.is_in("reporter_tail", words[begin]):
            pieces = pieces[:1]
    return pieces

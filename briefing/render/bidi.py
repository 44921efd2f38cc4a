"""Text in two directions: cleaning what articles bring along, and isolating runs.

A run of the other direction inside a paragraph is put between isolates (UAX #9, U+2066 to
U+2069) in the *text*, because the PDF engine knows neither ``<bdi>`` nor ``unicode-bidi``.
"""

from __future__ import annotations

import re

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

# Not for print: controls, embeddings and overrides (they can turn the rest of a paragraph
# round), byte order marks, surrogates, noncharacters, tag characters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_ISOLATE = re.compile(f"[{LRI}-{PDI}]")

_L = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0250-\u02af\u0370-\u052f\u1e00-\u1fff"
_A = "\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u06ef\u06fa-\u07ff\u08a0-\u08ff"
_A += "\u05d0-\u05f2\ufb1d-\ufdff\ufe70-\ufefc"
_M = "\u0300-\u036f\u064b-\u065f\u0670"

# Latin words with what stands between them and with their numbers: «Reuters 2019»,
# «example.org/a?b=1»; also ISO dates, whose hyphens the algorithm turns round. A bare number
# keeps its order without help, and «38–45» must be read from the right like the sentence.
_LEFT_RUN = re.compile(
    rf"(?:[0-9]+[.\-/])*[{_L}][{_L}{_M}0-9]*"
    rf"(?:[ \u00a0.,:/_&+'\u2019@#%~=?()\-\u2013]{{1,3}}[{_L}0-9][{_L}{_M}0-9]*)*"
    r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"
)
_RIGHT_RUN = re.compile(
    rf"[{_A}][{_A}{_M}\u200c\u200d]*"
    rf"(?:[ \u00a0.,:/_\-\u2013\u060c\u00ab\u00bb\"()]{{1,3}}[{_A}0-9\u0660-\u0669]"
    rf"[{_A}{_M}\u200c\u200d0-9\u0660-\u0669]*)*"
)


def clean(text: str) -> str:
    """``text`` without characters that cannot be printed or that could turn other text round.

    Isolates stay where they are paired. Line breaks of every kind become ``\\n``.

    >>> clean("a\\x00b\\u202ec\\u2069")
    'abc'
    """
    text = _BREAKS.sub("\n", _UNPRINTABLE.sub("", text))
    return _paired(text) if _ISOLATE.search(text) else text


def isolate(text: str, direction: str) -> str:
    """``text`` for a paragraph of ``direction`` ("ltr" or "rtl"), its foreign runs isolated.

    What already stands between isolates is left as it is.

    >>> isolate("قالت Reuters أمس", "rtl") == "قالت \\u2066Reuters\\u2069 أمس"
    True
    """
    run, opener = (_LEFT_RUN, LRI) if direction == "rtl" else (_RIGHT_RUN, RLI)
    if not run.search(text):
        return text
    out: list[str] = []
    depth = start = 0
    for mark in _ISOLATE.finditer(text):
        if depth == 0:
            out.append(run.sub(lambda m: f"{opener}{m.group()}{PDI}", text[start : mark.start()]))
            start = mark.start()
        depth = max(0, depth - 1) if mark.group() == PDI else depth + 1
        if depth == 0:
            out.append(text[start : mark.end()])
            start = mark.end()
    rest = text[start:]
    out.append(rest if depth else run.sub(lambda m: f"{opener}{m.group()}{PDI}", rest))
    return "".join(out)


def strip_isolates(text: str) -> str:
    """``text`` without isolates: for document titles, file names and comparison."""
    return _ISOLATE.sub("", text)


def _paired(text: str) -> str:
    """``text`` without isolates that lack their partner."""
    open_marks: list[int] = []
    drop: set[int] = set()
    for mark in _ISOLATE.finditer(text):
        if mark.group() != PDI:
            open_marks.append(mark.start())
        elif open_marks:
            open_marks.pop()
        else:
            drop.add(mark.start())
    drop.update(open_marks)
    return "".join(char for index, char in enumerate(text) if index not in drop)

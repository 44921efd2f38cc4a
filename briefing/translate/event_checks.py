"""Whether a translation reports a death, an attack or an arrest that its source does not hold.

A weak model fills in what its training text is full of: the killed, the wounded, rockets and
raids. For such words ``check_names.tsv`` (kind event) lists the Arabic stems that can stand
behind them; a word of which no stem is in the sentence is invented. Only English is looked at.
"""

from __future__ import annotations

import re

from .name_sources import named_source
from .name_tables import plain

_WORD = re.compile(r"[^\W\d_]+(?:['’]s\b)?")


def keeps_to_events(source: str, candidate: str, target: str) -> bool:
    """True when every word for an event in the English ``candidate`` has Arabic behind it."""
    return target != "en" or not invented_events(source, candidate)


def invented_events(source: str, candidate: str) -> list[str]:
    """The words for events that nothing in the Arabic accounts for, each once, in order.

    >>> invented_events("أوقفت الشرطة متظاهرين.", "Demonstrators were killed by police.")
    ['killed']
    """
    arabic = named_source(source)
    events = arabic.tables.events
    words = dict.fromkeys(plain(match.group()) for match in _WORD.finditer(candidate))
    return [
        word
        for word in words
        if word in events and not any(arabic.has_stem(stem) for stem in events[word])
    ]

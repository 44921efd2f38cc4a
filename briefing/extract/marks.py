"""Punctuation by what it does to a clause. Every set holds tokens, one mark each."""

from __future__ import annotations

#: Marks between the parts of a sentence.
COMMAS = frozenset("،,؛")
#: Commas without the semicolon, which ends what a figure or a connective belongs to.
SOFT_COMMAS = frozenset("،,")
#: Marks that end a sentence.
ENDS = frozenset(".؟!…")
#: Marks that end a noun phrase.
CLAUSE_MARKS = frozenset(".،,؛:!؟…-–—")
#: Marks over which a figure never looks.
FIGURE_ENDS = frozenset(".؟!؛:…")
#: Marks at which a figure or an event stops looking for what belongs to it.
EVENT_ENDS = ENDS | {":"}

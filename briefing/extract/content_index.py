"""Which statement a stretch of the text belongs to, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..model import Statement


class ContentIndex:
    """The contents of statements by their offsets."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        parts = sorted(
            (part.start, part.end, number)
            for number, statement in enumerate(statements)
            for part in statement.content
        )
        self._starts = [start for start, _, _ in parts]
        self._parts = parts
        self._furthest: list[int] = []  # the furthest end among the parts up to each
        furthest = 0
        for _, end, _ in parts:
            furthest = max(furthest, end)
            self._furthest.append(furthest)

    def holding(self, start: int, end: int) -> Statement | None:
        """The first statement with a part of its content that holds ``start:end``."""
        found: int | None = None
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._furthest[at] >= end:
            _, part_end, number = self._parts[at]
            if part_end >= end and (found is None or number < found):
                found = number
            at -= 1
        return None if found is None else self._statements[found]

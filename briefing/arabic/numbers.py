"""Numbers in Arabic text: counts with value, qualifier and role, as written in newspapers.

Source of the rules: the agreement grammar of modern standard Arabic for the words, the
usage of Arabic news desks for digits, separators and qualifiers. Nothing is guessed: what
has no single value has bounds or none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import number_words as nw
from .number_context import (
    FUNCTION_WORDS,
    Role,
    percent_after,
    qualifier_after,
    qualifier_before,
    role,
)
from .number_forms import (
    Number,
    clock_number,
    numeric_date_number,
    quantity_noun,
    readings,
)
from .number_grammar import Reader, whole
from .number_items import Parsed
from .tokens import Token, _start_after, tokenize

__all__ = ["Number", "Role", "find_numbers", "is_dual"]

#: Verbs of change: «ارتفع من 5 إلى 7» is no range.
_CHANGE = re.compile(
    "[وف]?(?:ي|ت|س|سي|ست|ا)?(?:رتفع|رتفاع|زداد|زدياد|زاد|زياده|زيد|نخفض|نخفاض|تراجع|قفز|تقلص|تغير|صعد|هبط|رفع|خفض)"
    "(?:ت|وا|ا)?"
)
_JOINS = frozenset({"الي", "حتي", "او"})


def find_numbers(
    text: str, start: int = 0, end: int | None = None, tokens: Sequence[Token] | None = None
) -> list[Number]:
    """The numbers of ``text[start:end]`` in text order, not overlapping; time is linear.

    ``tokens`` are the tokens of that stretch when the caller has them already.

    >>> [(n.value, n.qualifier) for n in find_numbers("نزوح قرابة 400 ألف شخص")]
    [(400000, 'approximately')]
    """
    if tokens is None:
        tokens = tokenize(text, start, end)
    return list(_Finder(text, tokens).run())


def is_dual(folded_word: str, singular_folded: str, broken_plural: bool = False) -> bool:
    """True when a folded noun is unambiguously the dual of the folded singular.

    -ان (and its construct -ا) is always dual; -ين is dual after the ة of a feminine noun
    (-تين), and after a masculine one only when its plural is broken (شخصين, جنديين), for a
    sound plural is spelt the same (مدنيين). Construct -ي is never taken: it is also «my».

    >>> is_dual("طفلان", "طفل"), is_dual("مدنيين", "مدني"), is_dual("جنديين", "جندي", True)
    (True, False, True)
    """
    if not singular_folded:
        return False
    feminine = singular_folded.endswith("ه")
    stem = singular_folded[:-1] + "ت" if feminine else singular_folded
    if (
        singular_folded.endswith("اء")
        and folded_word
        in (  # صحراء، صحراوان
            singular_folded[:-1] + "وان",
            singular_folded[:-1] + "وين",
        )
    ):
        return True
    if folded_word == stem + "ان":
        return True
    return folded_word == stem + "ين" and (feminine or broken_plural)


class _Finder:
    """One pass over the tokens; ``free_from`` is the first token no number has claimed."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.reader = Reader(text, tokens)
        self.free_from = 0

    def run(self) -> list[Number]:
        found: list[Number] = []
        index = 0
        while index < len(self.tokens):
            hit = self._at(index)
            if hit is None:
                index += 1
                continue
            number, index = hit
            self.free_from = index
            found.append(number)
        return found

    def _at(self, index: int) -> tuple[Number, int] | None:
        token = self.tokens[index]
        if not token.is_word:
            return None
        for attempt in (numeric_date_number, clock_number, quantity_noun):
            hit = attempt(self.tokens, index)
            if hit is not None:
                return hit
        spread = self._range(index)
        if spread is not None:
            return spread
        parsed = self._parse(index)
        if parsed is None:
            return None
        return self._finish(parsed)

    def _parse(self, index: int) -> Parsed | None:
        item = self.reader.item(index)
        if item is None:
            return None
        if item.kind == nw.ORDINAL:
            if self._month_second_half(index):
                return None
            return self.reader.ordinal(index)
        parsed = self.reader.cardinal(index) or self.reader.vague(index)
        if parsed is not None:
            return parsed if self._is_number(parsed) else None
        if item.kind == nw.FRACTION and item.value is not None:
            whole_fraction = Parsed(
                item.first, item.next, item.start, item.end, None, item, kind="fraction"
            )
            return whole_fraction if item.bare != "ربع" or not item.article else None
        if item.kind == nw.DIGITS:  # too long or no number: a name of something
            return Parsed(item.first, item.next, item.start, item.end, None, item)
        return None

    def _month_second_half(self, index: int) -> bool:
        """«كانون الثاني», «ربيع الأول»: the ordinal belongs to the month."""
        before = self.tokens[index - 1].text if index else ""
        stem = before[1:] if before[:1] in ("و", "ف", "ب", "ل") else before
        return {before, stem} & {"كانون", "تشرين", "ربيع", "جمادي"} != set()

    def _is_number(self, parsed: Parsed) -> bool:
        head, tokens = parsed.head, self.tokens
        after = tokens[parsed.next].text if parsed.next < len(tokens) else ""
        before = tokens[parsed.first - 1].text if parsed.first else ""
        if head.kind == nw.SCALE and head.bare == "الف" and parsed.next == head.next:
            # a letter, a name or a verb unless something is counted or qualified
            if qualifier_before(tokens, parsed.first, self.free_from, 1000):
                return True
            noun = (
                after[:1].isalpha() and not after.startswith("ال") and after not in FUNCTION_WORDS
            )
            return noun and before not in ("حرف", "الحرف") and after not in ("باء", "با", "بن")
        if head.kind == nw.ALIF and head.bare == "الفا" and head.article:
            return False
        if head.bare in ("ميه", "مايه") and head.article and head.prep:  # bare «بالمئة»
            return False
        if head.article and head.bare in ("ميه", "مايه") and before == "في":
            return False
        if head.article and head.bare in ("سبع", "ست", "خمس") and parsed.next == head.next:
            # «بئر السبع», «الست» (the lady): a counted plural with the article stands before
            return before.startswith("ال") or after.startswith("ال")
        return True

    # --- ranges -----------------------------------------------------------------------

    def _range(self, index: int) -> tuple[Number, int] | None:
        tokens = self.tokens
        word = tokens[index].text
        lead = next((w for w in readings(word) if w in ("بين", "مابين", "من", "ما")), None)
        if lead == "ما":
            if index + 1 >= len(tokens) or tokens[index + 1].text != "بين":
                return None
            return self._between(index, index + 2)
        if lead in ("بين", "مابين"):
            return self._between(index, index + 1)
        if lead == "من":
            return self._from_to(index, index + 1)
        return self._from_to(None, index)

    def _between(self, lead: int, index: int) -> tuple[Number, int] | None:
        for merge in (True, False):
            low = self.reader.cardinal(index, merge)
            if low is None:
                return None
            for skip in (0, 1, 2):
                at = low.next + skip
                item = self.reader.item(at)
                if item is not None and item.conj and not item.prep:
                    high = self.reader.cardinal(at)
                    if high is not None and (skip == 0 or self._same_unit(low, at, high)):
                        hit = self._spread(lead, low, high)
                        if hit is not None:
                            return hit
                    break
        return None

    def _same_unit(self, low: Parsed, at: int, high: Parsed) -> bool:
        """«6 سنوات و14 سنة»: both nouns begin alike, so one thing is counted."""
        tokens = self.tokens
        unit = tokens[low.next].text
        if not unit[:1].isalpha() or high.next >= len(tokens):
            return False
        other = tokens[high.next].text
        return unit[:2] == other[:2] or {unit, other} <= {"عاما", "اعوام", "سنه", "سنوات", "عام"}

    def _from_to(self, lead: int | None, index: int) -> tuple[Number, int] | None:
        tokens = self.tokens
        low = self.reader.cardinal(index)
        if low is None or low.next + 1 >= len(tokens):
            return None
        join = tokens[low.next]
        if join.text in _JOINS:
            if join.text == "حتي" and lead is None:
                return None
            if any(_CHANGE.fullmatch(tokens[k].text) for k in range(max(0, index - 7), index)):
                return None
        elif join.text in ("-", "–", "—"):
            if not self._dash(low, lead):
                return None
        else:
            return None
        high = self.reader.cardinal(low.next + 1)
        if high is None or high.head.conj or high.head.prep:
            return None
        return self._spread(lead, low, high)

    def _dash(self, low: Parsed, lead: int | None) -> bool:
        tokens = self.tokens
        join, after = tokens[low.next], tokens[low.next + 1]
        if low.head.kind != nw.DIGITS or not after.text[0].isdecimal():
            return False
        left, right = join.start - low.end, after.start - join.end
        if left != right or left > 1:
            return False
        before = tokens[low.first - 1] if low.first else None
        if before is not None and before.end == low.start and before.text in "-–/_":
            return False
        beyond = tokens[low.next + 2] if low.next + 2 < len(tokens) else None
        return not (beyond is not None and beyond.start == after.end and beyond.text in "-–/_")

    def _spread(self, lead: int | None, low: Parsed, high: Parsed) -> tuple[Number, int] | None:
        """The range of two numbers; the second's scale word counts for both."""
        a, b = low.value, high.value
        if a is None or b is None:
            return None
        shared = low.scale == 1 and high.scale > 1 and high.terms == 1
        if shared and high.multiplier is not None and a < high.multiplier:
            a *= high.scale
        if a >= b or a.denominator != 1 or b.denominator != 1:
            return None
        both = replace(low, next=high.next, end=high.end, value=b)
        kind = role(self.reader, both, int(a), int(b))
        if kind == "identifier":
            return None
        begin, until = low.start, None
        qualifier_at = None
        if lead is not None:
            word = self.tokens[lead]
            stem = next(w for w in readings(word.text) if w in ("بين", "مابين", "من", "ما"))
            qualifier_at = _start_after(word, stem)
            until = self.tokens[low.first - 1].end
        stop = percent_after(self.tokens, high.next)
        if stop > high.next:
            kind = "percent"
        number = Number(
            begin, high.end, None, int(a), int(b), None, "range", qualifier_at, until,
            stop > high.next, False, kind,
        )  # fmt: skip
        return number, stop

    # --- the result -------------------------------------------------------------------

    def _finish(self, parsed: Parsed) -> tuple[Number, int]:
        tokens = self.tokens
        value, low, high = (None, parsed.low, parsed.high)
        if parsed.value is not None:
            value, low, high = whole(parsed.value)
        kind = role(self.reader, parsed, None, None)
        if parsed.value is None and parsed.vague is None and parsed.kind == "cardinal":
            kind = "identifier"
        stop = percent_after(tokens, parsed.next)
        before = tokens[parsed.first - 1] if parsed.first else None
        percent = stop > parsed.next or (
            before is not None and before.text in ("%", "٪") and before.end == parsed.start
        )
        if percent and parsed.kind == "cardinal":
            kind = "percent"
        name, q_start, q_end, stop = self._qualify(parsed, kind, value, stop)
        if kind == "identifier" and value is None:
            low = high = None
        number = Number(
            parsed.start, parsed.end, value, low, high, parsed.vague,
            parsed.vague or name, q_start, q_end, percent, parsed.kind == "ordinal", kind,
        )  # fmt: skip
        return number, stop

    def _qualify(
        self, parsed: Parsed, kind: Role, value: int | None, stop: int
    ) -> tuple[str, int | None, int | None, int]:
        if kind in ("year", "date", "identifier", "ordinal"):
            return "exact", None, None, stop
        tokens = self.tokens
        pre = qualifier_before(tokens, parsed.first, self.free_from, value)
        if pre is not None and not (pre[0] == "up_to" and kind == "time"):
            return pre[0], pre[2], tokens[parsed.first - 1].end, stop
        if kind == "age" and parsed.first and tokens[parsed.first - 1].text == "دون":
            before = tokens[parsed.first - 1]
            return "less_than", before.start, before.end, stop
        post = qualifier_after(self.reader, stop)
        if post is None:
            return "exact", None, None, stop
        # the noun between number and qualifier holds no number, so all of it is passed over
        return post[0], post[2], post[3], post[1]

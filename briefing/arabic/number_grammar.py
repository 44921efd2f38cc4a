"""The grammar of Arabic number expressions: tokens to values.

A number is a chain of terms that grow smaller, joined by و: «مليون وثلاثمئة ألف وخمسون».
A term is a multiplier below a thousand (words or digits) and scale words. Every parser
takes the position of a token and returns a ``Parsed`` or None; each looks at a bounded
number of tokens, so the whole is linear in the text.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from . import number_words as nw
from .number_items import Item, Items, Parsed

_SCALE_KINDS = frozenset({nw.SCALE, nw.PLURAL, nw.ALIF})
_SMALL = frozenset({nw.UNIT, nw.TEN, nw.TENS, nw.PART})
_MAX = Fraction(10**15)


class Reader(Items):
    """Cardinals, ordinals and vague quantities of a token list."""

    # --- cardinals ------------------------------------------------------------------

    def cardinal(self, index: int, merge: bool = True) -> Parsed | None:
        """The longest cardinal at ``index``; without ``merge`` only its first term."""
        head = self.item(index)
        if head is None:
            return None
        total = self._term(head)
        if total is None:
            return None
        while merge and total.scale > 1 and total.terms < 8:
            more = self.item(total.next)
            if more is None or not more.conj or more.prep or (more.article and not head.article):
                break
            if more.kind == nw.FRACTION and more.bare in ("نصف", "ثلث", "ربع"):
                return self._and_fraction(total, more)
            term = self._term(more)
            so_far = total.value
            if term is None or term.value is None or so_far is None:
                break
            if self._two_thousand(total, more):  # مئة ألف وألفان
                joined = replace(total, value=so_far + 2000, multiplier=Fraction(2))
                total = replace(joined, next=more.next, end=more.end, terms=total.terms + 1)
                continue
            if term.value >= total.scale or term.value.denominator != 1:
                break
            total = replace(
                total, next=term.next, end=term.end, value=so_far + term.value,
                scale=term.scale, multiplier=term.multiplier, terms=total.terms + 1,
            )  # fmt: skip
        return total if total.value is not None and total.value < _MAX else None

    def _two_thousand(self, total: Parsed, more: Item) -> bool:
        """A dual thousand joins thousands counted in hundreds: the noun is said twice."""
        return (
            more.kind == nw.DUAL and more.value == total.scale == 1000
            and total.multiplier is not None and total.multiplier % 100 == 0
        )  # fmt: skip

    def _and_fraction(self, total: Parsed, more: Item) -> Parsed:
        """«مليون ونصف المليون», «3 ملايين ونصف»: a part of the last scale word is added."""
        assert total.value is not None  # noqa: S101
        assert more.value is not None  # noqa: S101
        end, nxt = more.end, more.next
        again = self.item(nxt)
        if again and again.kind in _SCALE_KINDS and not again.conj and again.value == total.scale:
            end, nxt = again.end, again.next
        value = total.value + more.value * total.scale
        return replace(total, next=nxt, end=end, value=value, terms=total.terms + 1)

    def _term(self, head: Item) -> Parsed | None:
        base: Parsed | None
        if head.kind == nw.DIGITS:
            base = self._parsed(head, head.next, head.end, head.value)
        elif head.kind in _SMALL or head.kind == nw.HUNDRED:
            base = self._below_thousand(head)
        elif head.kind == nw.FRACTION:
            scale = self._scale_after(head.next)
            base = self._parsed(head, head.next, head.end, head.value) if scale else None
        elif head.kind in (nw.SCALE, nw.DUAL, nw.ALIF):
            return self._bare_scale(head)
        else:
            return None
        if base is None or base.value is None:
            return base
        return self._scaled(base)

    def _parsed(self, head: Item, nxt: int, end: int, value: Fraction | None) -> Parsed:
        return Parsed(head.first, nxt, head.start, end, value, head)

    def _scale_after(self, index: int) -> Item | None:
        scale = self.item(index)
        if scale is None or scale.kind not in _SCALE_KINDS or scale.conj or scale.prep:
            return None
        return scale

    def _scaled(self, base: Parsed) -> Parsed:
        assert base.value is not None  # noqa: S101
        value, multiplier, unit = base.value, base.value, 1
        quarters = self.item(base.next)
        if quarters and quarters.kind == nw.QUARTERS and not quarters.conj:
            if not self._scale_after(quarters.next):
                return base
            value *= quarters.value or 1
            base = replace(base, next=quarters.next, end=quarters.end)
        dual = self.item(base.next)
        if (
            dual is not None and dual.conj and dual.kind == nw.DUAL and dual.value == 1000
            and value >= 100 and value % 100 == 0 and base.head.kind != nw.DIGITS
        ):  # fmt: skip
            # «مئة وألفان» is 102,000
            base = replace(base, next=dual.next, end=dual.end, scale=1000)
            return replace(base, value=(value + 2) * 1000, multiplier=value + 2)
        scale = self._scale_after(base.next)
        while scale is not None and scale.value is not None and scale.value > unit:
            unit = int(scale.value)
            multiplier, value = value, value * unit
            base = replace(base, next=scale.next, end=scale.end)
            scale = self._scale_after(base.next)
        if unit == 1:
            return base
        return replace(base, value=value, scale=unit, multiplier=multiplier)

    def _bare_scale(self, head: Item) -> Parsed | None:
        """A scale word with nothing before it: one thousand, or two by the dual.

        «ألفا جندي» is the dual in construct; «ألفاً» with tanween, and «مليونا ونصف
        المليون» where no noun follows, are the accusative of one.
        """
        assert head.value is not None  # noqa: S101
        if head.article and head.bare == "الف":
            return None
        count = 2 if head.kind == nw.DUAL else 1
        if head.kind == nw.ALIF:
            following = self.item(head.next)
            tanween = "\u064b" in self.text[head.start : head.end]
            if not tanween and not (following is not None and following.conj):
                count = 2
        value, scale = head.value * count, int(head.value)
        base = replace(
            self._parsed(head, head.next, head.end, value), scale=scale, multiplier=Fraction(count)
        )
        bigger = self._scale_after(head.next)
        if bigger is not None and bigger.value is not None and bigger.value > scale:  # ألف مليون
            base = replace(
                base, next=bigger.next, end=bigger.end, value=value * bigger.value,
                scale=int(bigger.value), multiplier=value,
            )  # fmt: skip
        return base

    def _below_thousand(self, head: Item) -> Parsed | None:
        if head.kind == nw.HUNDRED:
            value, nxt, end = head.value, head.next, head.end
        else:
            hundred = self.item(head.next)
            fits = head.kind == nw.UNIT and head.value is not None and 3 <= head.value <= 9
            if not (fits and hundred and not hundred.conj and not hundred.prep
                    and (hundred.bare in ("ميه", "مايه", "ميات", "مايات"))):  # fmt: skip
                return self._below_hundred(head)
            assert head.value is not None  # noqa: S101
            value, nxt, end = head.value * 100, hundred.next, hundred.end
        more = self.item(nxt)
        if more is not None and more.conj and not more.prep and (head.article or not more.article):
            if more.kind in _SMALL:
                rest = self._below_hundred(more)
            elif more.kind == nw.DIGITS and more.value is not None and more.value < 100:
                rest = self._parsed(more, more.next, more.end, more.value)
            else:
                rest = None
            if rest is not None and rest.value is not None and value is not None:
                value, nxt, end = value + rest.value, rest.next, rest.end
        return self._parsed(head, nxt, end, value)

    def _below_hundred(self, head: Item) -> Parsed | None:
        value = head.value
        if head.kind in (nw.UNIT, nw.PART) and value is not None and value < 10:
            follow = self.item(head.next)
            if follow is not None and not follow.prep:
                assert follow.value is not None or follow.kind == nw.DIGITS  # noqa: S101
                if follow.kind == nw.TEN and not follow.conj and not follow.article:
                    return self._parsed(head, follow.next, follow.end, value + 10)
                if follow.kind == nw.TENS and follow.conj and (
                    head.article or not follow.article
                ):  # fmt: skip
                    total = value + (follow.value or 0)
                    return self._parsed(head, follow.next, follow.end, total)
            if head.kind == nw.PART:
                return None
        return self._parsed(head, head.next, head.end, value)

    # --- ordinals and vague quantities ------------------------------------------------

    def ordinal(self, index: int) -> Parsed | None:
        """«الثالث», «الحادي عشر», «الخامس والعشرون», «ثالث»; bare أول and ثانية are not."""
        head = self.item(index)
        if head is None or head.kind != nw.ORDINAL or head.value is None:
            return None
        follow = self.item(head.next)
        value, nxt, end = head.value, head.next, head.end
        if follow is not None and not follow.prep and follow.value is not None:
            if follow.kind == nw.TEN and not follow.conj and not follow.article:
                value, nxt, end = head.value % 10 + 10, follow.next, follow.end
            elif follow.kind in (nw.TENS, nw.HUNDRED) and follow.conj and follow.article:
                value, nxt, end = value + follow.value, follow.next, follow.end
        if nxt == head.next:
            if head.bare in ("حادي", "حاديه"):
                return None
            if not head.article and head.bare in ("اول", "اولي", "ثانيه"):
                return None
        return replace(self._parsed(head, nxt, end, value), kind="ordinal")

    def vague(self, index: int) -> Parsed | None:
        """«عشرات», «مئات الآلاف», «بضعة آلاف», «بضع وعشرون», «بعض», «عدة»."""
        head = self.item(index)
        if head is None:
            return None
        if head.kind == nw.SEVERAL:
            return self._several(head)
        return self._powers(head)

    def _several(self, head: Item) -> Parsed | None:
        follow = self.item(head.next)
        few = head.bare in ("بضع", "بضعه")
        if few and follow is not None and follow.kind in (nw.TENS, nw.TEN):
            low = int(follow.value or 0) + (1 if follow.kind == nw.TENS else 3)
            high = int(follow.value or 0) + 9
            found = self._parsed(head, follow.next, follow.end, None)
            return replace(found, vague="several", low=low, high=high, kind="vague")
        if head.bare in ("بضع", "بضعه", "عده") and follow is not None and not follow.conj:
            powers = self._powers(follow)
            if powers is not None:
                return replace(powers, first=head.first, start=head.start, head=head)
        if head.bare == "عديد":
            if not self._next_is(head.next, "من"):
                return None
        elif head.article:
            return None
        return replace(self._parsed(head, head.next, head.end, None), vague="several", kind="vague")

    def _next_is(self, index: int, word: str) -> bool:
        return index < len(self.tokens) and self.tokens[index].text == word

    def _powers(self, head: Item) -> Parsed | None:
        """Tens, hundreds, thousands … of an unknown count, alone or multiplied."""
        if head.kind not in (nw.VAGUE, nw.PLURAL) or head.value is None:
            return None
        size, nxt, end = head.value, head.next, head.end
        while True:
            at = nxt + 1 if self._next_is(nxt, "من") else nxt
            more = self.item(at)
            if more is None or more.conj or more.prep or more.value is None:
                break
            if more.kind not in (nw.PLURAL, nw.SCALE, nw.ALIF) or more.value <= head.value:
                break
            if at != nxt and not (more.article and more.kind == nw.PLURAL):
                break
            size, nxt, end = size * more.value, more.next, more.end
            if more.value >= 10**6:
                break
            head = replace(head, value=more.value)
        first = self.item(head.first)
        name, low, high = _vague_name(int(size))
        found = Parsed(head.first, nxt, head.start, end, None, first or head)
        return replace(found, vague=name, low=low, high=high, kind="vague")


def _vague_name(size: int) -> tuple[str, int, int | None]:
    """Name and bounds of «tens of …»: at least two of them, fewer than ten."""
    names = {
        10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens_of_thousands",
        10**5: "hundreds_of_thousands",
    }  # fmt: skip
    if size in names:
        return names[size], 2 * size, 10 * size - 1
    return "millions", 2 * max(size, 10**6), None


def whole(value: Fraction) -> tuple[int | None, int | None, int | None]:
    """(value, low, high): a value that is not whole is None between its whole bounds."""
    if value.denominator == 1:
        return int(value), None, None
    return None, math.floor(value), math.ceil(value)

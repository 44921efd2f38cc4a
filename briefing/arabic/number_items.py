"""Number words and digits with their clitics, read from tokens; the parts of the grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from . import number_words as nw
from .number_words import Word, classify, digits_value
from .tokens import Token, _start_after


@dataclass(frozen=True, slots=True)
class Item:
    """A number word or a run of digits with the clitic tokens before it.

    ``first``/``next`` are token positions (clitics included), ``start``/``end`` raw offsets
    (clitics excluded, but the article of a word belongs to it). ``conj``: و or ف stands on
    it; ``prep``: ب ل ك stand on it.
    """

    first: int
    next: int
    start: int
    end: int
    kind: str
    value: Fraction | None
    conj: bool
    prep: bool
    article: bool
    bare: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A number expression: token positions, raw offsets, value or bounds, how it was written.

    ``scale`` is the last scale word's value (1 when there is none), ``multiplier`` what
    stands before the last scale word, ``terms`` the number of joined terms.
    """

    first: int
    next: int
    start: int
    end: int
    value: Fraction | None
    head: Item
    scale: int = 1
    multiplier: Fraction | None = None
    terms: int = 1
    vague: str | None = None
    low: int | None = None
    high: int | None = None
    kind: str = "cardinal"


def split_prefix(prefix: str) -> tuple[bool, bool, bool]:
    """(conjunction, preposition, article) of a string of proclitics."""
    conj = prefix[:1] in ("و", "ف")
    rest = prefix[1:] if conj else prefix
    article = rest.endswith("ال") or rest == "لل"
    prep = rest[:1] in ("ب", "ل", "ك")
    return conj, prep, article


class Items:
    """Number items of a token list, each read once."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self._items: dict[int, Item | None] = {}

    def item(self, index: int) -> Item | None:
        """The item whose first token (clitics included) is ``index``."""
        if index not in self._items:
            self._items[index] = self._read(index)
        return self._items[index]

    def _read(self, index: int) -> Item | None:
        tokens = self.tokens
        if not 0 <= index < len(tokens):
            return None
        token = tokens[index]
        if not token.is_word:
            return None
        if token.text[0].isdecimal():
            return self._digits(index, index, "")
        word = self._and_one(index) or classify(token)
        if word is not None:
            return self._word(index, index, word, word.prefix)
        if token.text in nw.CLITICS:
            return self._after_clitics(index)
        return None

    def _and_one(self, index: int) -> Word | None:
        """«وأحد» folds like «واحد»: the hamza, or a عشر that follows, tells them apart."""
        token = self.tokens[index]
        if token.text != "واحد":
            return None
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if "أ" in token.raw or following == "عشر":
            return Word(nw.PART, Fraction(1), "و", "احد")
        return None

    def _after_clitics(self, index: int) -> Item | None:
        tokens = self.tokens
        prefix, at = "", index
        while at < len(tokens) and at < index + 2 and tokens[at].text in nw.CLITICS:
            prefix += tokens[at].text
            at += 1
        if at >= len(tokens):
            return None
        gap = tokens[at].start - tokens[at - 1].end
        glued = gap == 0 or "ـ" in tokens[at - 1].raw or tokens[at - 1].text == "و"
        if not glued and gap > 2:
            return None
        if tokens[at].text[0].isdecimal():
            return self._digits(index, at, prefix)
        word = classify(tokens[at])
        if word is not None and not word.prefix and glued:
            return self._word(index, at, word, prefix)
        return None

    def _word(self, first: int, at: int, word: Word, prefix: str) -> Item:
        token = self.tokens[at]
        start = _start_after(token, "ال" + word.bare if word.article else word.bare)
        conj, prep, article = split_prefix(prefix)
        return Item(
            first, at + 1, start, token.end, word.kind, word.value, conj, prep, article, word.bare
        )

    def _digits(self, first: int, at: int, prefix: str) -> Item:
        tokens = self.tokens
        digits, nxt = tokens[at].text, at + 1
        if digits.isdecimal() and len(digits) <= 3 and digits[0] != "0":
            while nxt < len(tokens) and self._is_group(nxt):
                digits += tokens[nxt].text
                nxt += 1
                if len(digits) > 15:
                    break
            while nxt + 1 < len(tokens) and nxt == at + 1 and self._is_comma_group(nxt):
                digits += tokens[nxt + 1].text
                nxt += 2
                break
        decimal = nxt < len(tokens) and tokens[nxt].text in ("%", "٪")
        value = digits_value(digits, decimal)
        conj, prep, article = split_prefix(prefix)
        return Item(
            first, nxt, tokens[at].start, tokens[nxt - 1].end, nw.DIGITS, value, conj, prep,
            article, digits,
        )  # fmt: skip

    def _is_group(self, at: int) -> bool:
        """«1 200»: three digits after exactly one space (of any width)."""
        token, before = self.tokens[at], self.tokens[at - 1]
        return (
            len(token.text) == 3 and token.text.isdecimal()
            and token.start - before.end == 1 and self.text[before.end] in " \u00a0\u202f\u2009"
            and (at + 1 >= len(self.tokens) or self.tokens[at + 1].text not in "/-:"
                 or self.tokens[at + 1].start > token.end)
        )  # fmt: skip

    def _is_comma_group(self, at: int) -> bool:
        """«1،200»: an Arabic comma and three digits with no space between."""
        comma, token, before = self.tokens[at], self.tokens[at + 1], self.tokens[at - 1]
        return (
            comma.text == "،" and comma.start == before.end and token.start == comma.end
            and len(token.text) == 3 and token.text.isdecimal()
        )  # fmt: skip

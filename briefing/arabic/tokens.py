"""Words with raw offsets, and matching of whole phrases through clitics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .letters import fold, fold_map, strip_forms

_WORD = re.compile(r"\d+(?:[.,٬٫/]\d+)*|[^\W\d_]+|\S")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark. ``start``/``end`` are raw code points, ``text``
    is the folded form, ``raw`` the text as it stands."""

    start: int
    end: int
    text: str
    raw: str

    @property
    def is_word(self) -> bool:
        """True for letters or digits, False for punctuation."""
        return self.text[:1].isalnum()


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` in order; time is linear.

    >>> [t.text for t in tokenize("قصفت 1,200 قذيفة.")]
    ['قصفت', '1,200', 'قذيفه', '.']
    """
    stop = len(text) if end is None else end
    folded = fold_map(text[start:stop])
    out = []
    for match in _WORD.finditer(folded.text):
        raw_start, raw_end = folded.raw_span(match.start(), match.end())
        raw_start, raw_end = raw_start + start, raw_end + start
        out.append(Token(raw_start, raw_end, match.group(), text[raw_start:raw_end]))
    return out


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found at tokens ``first`` to ``last`` (last excluded).

    ``start``/``end`` are raw code points of the phrase without its proclitics, ``prefix``
    the proclitics that stood before it (article included when it was stripped).
    """

    first: int
    last: int
    start: int
    end: int
    prefix: str
    value: T


class PhraseMatcher(Generic[T]):
    """Finds phrases of one or more words in token lists, longest first, through clitics.

    ``add`` takes the Arabic phrase as written in a data file; it is folded like the text.
    A match may start with any proclitic of ``strip_forms``; further words match as they
    are, with or without a conjunction never.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def __len__(self) -> int:
        return sum(len(entries) for entries in self._by_first.values())

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; the same phrase added twice keeps both values (first one wins)."""
        words = tuple(token.text for token in tokenize(phrase))
        if not words:
            return
        entries = self._by_first.setdefault(words[0], [])
        entries.append((words, value))
        entries.sort(key=lambda entry: -len(entry[0]))

    def remove(self, phrase: str) -> None:
        """Forget a phrase; nothing happens when it is not there."""
        words = tuple(token.text for token in tokenize(phrase))
        if words and words[0] in self._by_first:
            kept = [entry for entry in self._by_first[words[0]] if entry[0] != words]
            self._by_first[words[0]] = kept

    def match_at(
        self, tokens: Sequence[Token], index: int, prefixes: frozenset[str] | None = None
    ) -> Match[T] | None:
        """The longest phrase that starts at token ``index``; the bare reading wins a tie.

        ``prefixes`` limits the proclitics that may be stripped (folded, e.g. {"", "و"}).
        """
        best: Match[T] | None = None
        for prefix, rest in strip_forms(tokens[index].text):
            if prefixes is not None and prefix not in prefixes:
                continue
            for words, value in self._by_first.get(rest, ()):
                length = len(words)
                if best is not None and length <= best.last - best.first:
                    break
                if index + length > len(tokens):
                    continue
                if all(tokens[index + k].text == words[k] for k in range(1, length)):
                    start = _start_after(tokens[index], rest)
                    end = tokens[index + length - 1].end
                    best = Match(index, index + length, start, end, prefix, value)
                    break
        return best

    def find(
        self, tokens: Sequence[Token], prefixes: frozenset[str] | None = None
    ) -> Iterator[Match[T]]:
        """All phrases in the tokens, left to right, longest first, not overlapping."""
        index = 0
        while index < len(tokens):
            match = self.match_at(tokens, index, prefixes) if tokens[index].is_word else None
            if match is None:
                index += 1
            else:
                yield match
                index = match.last


def _start_after(token: Token, rest: str) -> int:
    """Raw offset at which the folded ``rest`` of a token begins (its proclitics skipped)."""
    if rest == token.text:
        return token.start
    skip = len(token.text) - len(rest)
    if not token.text.endswith(rest):  # lam-lam: the article was restored, its lam is the second
        skip += 1
    folded = fold_map(token.raw)
    return token.start + folded.origin[skip]


def phrase_words(phrases: Iterable[str]) -> frozenset[str]:
    """Folded single words, for quick membership tests."""
    return frozenset(fold(phrase) for phrase in phrases)

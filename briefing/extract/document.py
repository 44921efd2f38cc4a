"""One article prepared for the extractors: tokens, sentence bounds, quotation regions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ..arabic.tokens import Token, tokenize
from ..model import Article, Provenance, Sentence, Span

#: Quotation marks by family: a mark of a family opens or closes, whichever is due, so that
#: reversed marks («”…“», «»…«») pair as well.
_FAMILY = {
    '"': '"', "“": "“", "”": "“", "„": "“", "‟": "“", "«": "«", "»": "«", "‹": "‹", "›": "‹",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: token indices of its marks, ``close`` = index after the last token when
    the paragraph ends before it is closed."""

    open: int
    close: int
    closed: bool

    @property
    def words(self) -> int:
        """Tokens between the marks."""
        return self.close - self.open - 1


@dataclass(slots=True)
class Document:
    """An article as the extractors see it. Token indices run over the whole article."""

    article: Article
    tokens: list[Token]
    words: list[str] = field(default_factory=list)
    sentence_first: list[int] = field(default_factory=list)
    sentence_last: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    quote_at: dict[int, Quotation] = field(default_factory=dict)
    inside: list[int] = field(default_factory=list)

    known_words: frozenset[str] = frozenset()

    def is_known(self, word: str) -> bool:
        """True for a word of the place list or glossary, which is no personal name."""
        return word in self.known_words

    def opens_quotation(self, token: int) -> bool:
        """True when the token is an opening quotation mark."""
        return token in self.quote_at

    def with_stripped(self, index: int, letter: str) -> Token:
        """Take a proclitic off a token in place; returns the token as it was.

        Undo with ``restore``. Offsets of the shorter token stay exact.
        """
        token = self.tokens[index]
        if token.text.startswith(letter) and len(token.text) > 2:
            short = Token(token.start + 1, token.end, token.text[1:], token.raw[1:])
            self.tokens[index], self.words[index] = short, short.text
        return token

    def restore(self, index: int, token: Token) -> None:
        """Put back a token that ``with_stripped`` changed."""
        self.tokens[index], self.words[index] = token, token.text

    def sentence_index(self, token: int) -> int:
        """Index of the sentence that holds a token."""
        return max(0, bisect_right(self.sentence_first, token) - 1)

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last`` (last excluded)."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Span(start=start, end=end, text=self.article.text[start:end])

    def raw_span(self, start: int, end: int) -> Span:
        """The span of raw offsets."""
        return Span(start=start, end=end, text=self.article.text[start:end])

    def provenance(self, token: int) -> Provenance:
        """The sentence that holds a token."""
        sentence = self.sentences[self.sentence_index(token)]
        return Provenance(
            sentence_id=sentence.id, sentence=sentence.text,
            sentence_start=sentence.start, sentence_end=sentence.end,
        )  # fmt: skip

    def is_quoted(self, token: int) -> bool:
        """True when the token stands between quotation marks."""
        return self.inside[token] >= 0

    def quotation_of(self, token: int) -> Quotation | None:
        """The outermost quotation around a token."""
        index = self.inside[token]
        return self.quotations[index] if index >= 0 else None


def prepare(article: Article) -> Document:
    """Tokens, sentence bounds and quotations of an article whose sentences are set."""
    tokens: list[Token] = []
    document = Document(article, tokens)
    for sentence in article.sentences:
        if sentence.kind == "credit":
            continue
        found = tokenize(article.text, sentence.start, sentence.end)
        if not found:
            continue
        document.sentence_first.append(len(tokens))
        tokens.extend(found)
        document.sentence_last.append(len(tokens))
        document.sentences.append(sentence)
    document.words = [token.text for token in tokens]
    _find_quotations(document)
    return document


#: A quotation that a colon opens may run over this many further lines.
_LINES = 6


def _find_quotations(document: Document) -> None:
    """Pair quotation marks within each line, and those that a colon opens over lines;
    outermost pairs only. Linear time."""
    tokens, text = document.tokens, document.article.text
    document.inside = [-1] * len(tokens)
    lines: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(tokens) + 1):
        ended = index == len(tokens) or "\n" in text[tokens[index - 1].end : tokens[index].start]
        if ended and index > first:
            lines.append((first, index))
            first = index
    number, start = 0, 0
    while number < len(lines):
        first, last = lines[number]
        closing = _pair_line(
            document, max(first, start), last, lines[number + 1 : number + 1 + _LINES]
        )
        if closing is None:
            number += 1
            continue
        start = closing + 1
        while lines[number][1] <= closing:
            number += 1


def _pair_line(
    document: Document, first: int, last: int, following: list[tuple[int, int]]
) -> int | None:
    """Pair the marks of a line; the closing token when a quotation ends in a later line."""
    tokens = document.tokens
    marks = [i for i in range(first, last) if tokens[i].text in _FAMILY]
    position = 0
    while position < len(marks):
        opening = marks[position]
        family = _FAMILY[tokens[opening].text]
        closing = next(
            (k for k in range(position + 1, len(marks))
             if _FAMILY[tokens[marks[k]].text] == family), None,
        )  # fmt: skip
        if closing is None:
            # Unclosed: believe it only where a cue's colon opens it; else ignore the mark.
            if opening > first and tokens[opening - 1].text == ":":
                end = _closing_later(document, family, following)
                found = (
                    Quotation(opening, last, False)
                    if end is None
                    else Quotation(opening, end, True)
                )
                _add_quotation(document, found)
                return end
            position += 1
            continue
        _add_quotation(document, Quotation(opening, marks[closing], True))
        position = closing + 1
    return None


def _closing_later(
    document: Document, family: str, lines: list[tuple[int, int]]
) -> int | None:  # fmt: skip
    """The mark that closes a quotation in a later line: the first of a line that has an odd
    number of them. A line with pairs of its own only goes by."""
    tokens = document.tokens
    for first, last in lines:
        marks = [
            i for i in range(first, last)
            if tokens[i].text in _FAMILY and _FAMILY[tokens[i].text] == family
        ]  # fmt: skip
        if len(marks) % 2:
            opens = tokens[marks[0] - 1].text == ":" if marks[0] > first else False
            return None if opens else marks[0]
    return None


def _add_quotation(document: Document, quotation: Quotation) -> None:
    document.quote_at[quotation.open] = quotation
    number = len(document.quotations)
    document.quotations.append(quotation)
    for index in range(quotation.open + 1, quotation.close):
        document.inside[index] = number

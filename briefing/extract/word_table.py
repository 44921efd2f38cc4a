"""Word classes from a data file: one class a line, looked up in constant time.

A line is a category, a tab and its members separated by spaces. «+» joins the words of a
phrase; a member that ends in «_» is switched off; «#» opens a comment. Members are folded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from ..arabic.letters import fold

_Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(slots=True)
class WordTable:
    """Classes of folded words. An unknown category raises KeyError: it is a slip in the code.

    ``words`` holds the members of one word, ``texts`` all members with spaces in phrases, in
    the order of the file.
    """

    words: dict[str, frozenset[str]] = field(default_factory=dict)
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_first: dict[str, _Phrases] = field(default_factory=dict)

    def add(self, category: str, members: str) -> None:
        """Set a category from the second column of its line."""
        parts = [
            tuple(fold(member).split("+"))
            for member in members.split()
            if not member.endswith("_")
        ]  # fmt: skip
        self.words[category] = frozenset(words[0] for words in parts if len(words) == 1)
        self.texts[category] = tuple(" ".join(words) for words in parts)
        table: _Phrases = {}
        for words in sorted(parts, key=len, reverse=True):
            table[words[0]] = (*table.get(words[0], ()), words)
        self.by_first[category] = table

    def change(self, category: str, phrase: tuple[str, ...], *, remove: bool = False) -> None:
        """Add a folded phrase to a category, or take it away."""
        text = " ".join(phrase)
        texts = tuple(t for t in self.texts[category] if t != text)
        members = texts if remove else (*texts, text)
        self.add(category, " ".join(member.replace(" ", "+") for member in members))

    def is_in(self, category: str, word: str) -> bool:
        """True when the folded word is a one-word member of the category."""
        return word in self.words[category]

    def starts(self, category: str, text: str) -> bool:
        """True when the folded text begins with the letters of a member."""
        return text.startswith(self.texts[category])

    def phrase_at(
        self, category: str, words: Sequence[str], index: int, shortest: int = 1
    ) -> int:  # fmt: skip
        """Words of the longest member that stands at ``words[index]``, 0 for none.

        Members of fewer than ``shortest`` words are left out.
        """
        for phrase in self.by_first[category].get(words[index], ()):
            length = len(phrase)
            if length >= shortest and tuple(words[index : index + length]) == phrase:
                return length
        return 0


def data_lines(name: str) -> list[list[str]]:
    """Fields of the lines of a bundled TSV file, comments and blank lines left out."""
    text = files("briefing").joinpath("data", name).read_text(encoding="utf-8")
    return [
        line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]

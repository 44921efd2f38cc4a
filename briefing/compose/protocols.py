"""What composing needs from outside: English wording of names, and the translation report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ..model import LocalText


class NameWorder(Protocol):
    """English wording of Arabic names and phrases.

    Every method takes Arabic as it stands in the article. ``None`` means that nothing is
    known: the Arabic is then printed, never a guess. ``person`` always answers, because a
    romanised name is a wording and not a claim.
    """

    def person(self, ar: str, country: str | None = None) -> str:
        """A person's name in Latin letters; ``country`` (ISO 3166 alpha-2) picks a tradition."""
        ...

    def place(self, ar: str) -> str | None:
        """The usual English name of a place."""
        ...

    def organisation(self, ar: str) -> str | None:
        """The English name of a body, force, outlet or group."""
        ...

    def role(self, ar: str) -> str | None:
        """The English of a role or title."""
        ...

    def party(self, ar: str) -> str | None:
        """The English of an actor or target of an event."""
        ...

    def phrase(self, ar: str) -> str | None:
        """The English of any other short noun phrase."""
        ...


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """How the sentences of all articles were translated.

    ``origins`` counts sentences by ``Translation.origin`` (reviewed, machine, gist, none);
    left empty, they are counted from the articles. ``package`` names the package that was
    used, ``advice`` is one line that says how to mend what is missing.
    """

    origins: dict[str, int] = field(default_factory=dict)
    package: str | None = None
    advice: LocalText | str | None = None
